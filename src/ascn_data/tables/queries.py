"""
`Queries`: the tables of what there is, and the filters that narrow them.
"""

from __future__ import annotations

from ascn_data.tables.filters import (
    Arguments,
    between,
    day_of,
    located,
    taking_part,
)
from ascn_data.tables.selection import Selection, lasts_on, on_day


TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from typing import Any

    from ascn_data.models import (
        City,
        Country,
        Event,
        Partner,
        Partnership,
        Place,
        Project,
        Role,
    )
    from ascn_data.models.vocabularies import (
        EventKind,
        FocusArea,
        PartnerKind,
        PartnershipKind,
        PartnershipStatus,
        PlaceKind,
        ProjectStatus,
        RoleKind,
    )
    from ascn_data.tables.filters import Names, Values, When
    from ascn_data.tables.store import Store
    from ascn_data.tables.table import PlacedTable, Table


class Queries:
    """
    The tables of a dataset, each a method with its filters.

    Apart from `Dataset` only to keep both short enough to read.
    """

    def __init__(self, store: Store) -> None:
        """
        Made by `ascn_data.load` and `ascn_data.read`.
        """
        self.store = store
        self._ask = Arguments(store)

    @property
    def revision(self) -> str:
        """
        The revision's id, for example `2026.1`.
        """
        return self.store.revision

    @property
    def digest(self) -> str:
        """
        SHA-256 of the revision's canonical bytes, 64 hexadecimal digits.
        """
        return self.store.digest

    def table(self, name: str) -> Table[Any]:
        """
        A whole table by its name, for example `cities`.
        """
        return self.store.table(name)

    def cities(
        self, *, country: Names | None = None, as_of: When | None = None
    ) -> PlacedTable[City]:
        """
        Member cities of the network.

        Args:
            country: Name or code of their country.
            as_of: Those that had joined by then; on a day within the window
                in which a city joined, the city is `possible`.

        >>> from ascn_data import cities
        >>> len(cities(as_of="2018-12"))
        26
        """
        ask = self._ask
        return (
            Selection(self.store.table("cities"))
            .among("country", ask.ids("country", country))
            .known(on_day(day_of(as_of), _had_joined))
            .placed()
        )

    def countries(self) -> Table[Country]:
        """
        The member states of ASEAN and the countries of partners and places.
        """
        return self.store.table("countries")

    def places(
        self,
        *,
        country: Names | None = None,
        kind: PlaceKind | Values | None = None,
    ) -> PlacedTable[Place]:
        """
        Places that the data names and that are no member cities.

        Args:
            country: Name or code of their country.
            kind: What they are.
        """
        ask = self._ask
        return (
            Selection(self.store.table("places"))
            .among("country", ask.ids("country", country))
            .among("kind", ask.members("PlaceKind", kind))
            .placed()
        )

    def partners(
        self,
        *,
        country: Names | None = None,
        kind: PartnerKind | Values | None = None,
        parent: Names | None = None,
    ) -> Table[Partner]:
        """
        States, agencies, companies and others that work with the network.

        Args:
            country: Name or code of their country.
            kind: What they are.
            parent: Name or id of the partner they are part of.

        >>> from ascn_data import partners
        >>> "jetro" in partners(country="Japan")
        True
        """
        ask = self._ask
        return (
            Selection(self.store.table("partners"))
            .among("country", ask.ids("country", country))
            .among("kind", ask.members("PartnerKind", kind))
            .among("parent", ask.ids("partner", parent))
            .table()
        )

    def partnerships(
        self,
        *,
        partner: Names | None = None,
        city: Names | None = None,
        place: Names | None = None,
        country: Names | None = None,
        kind: PartnershipKind | Values | None = None,
        status: PartnershipStatus | Values | None = None,
        focus_area: FocusArea | Values | None = None,
        parent: Names | None = None,
        as_of: When | None = None,
    ) -> PlacedTable[Partnership]:
        """
        Agreements, programmes, funds, city pairs and so on.

        Args:
            partner: Name or id of a partner; a state stands for itself and
                all partners of its country or under it.
            city: Name or id of a member city that they name.
            place: Name or id of a city or place that they name.
            country: Name or code of a country that they name or that one of
                their cities, places or partners belongs to.
            kind: Their form.
            status: Their last known state.
            focus_area: A focus area they serve.
            parent: Name or id of the partnership they belong to.
            as_of: Those that ran then: for certain from their start to the
                last sign of them or their end; after the last sign, while
                nothing tells of an end and the planned end is not past,
                they are `possible`.

        >>> from ascn_data import partnerships
        >>> "jetro-undp-mou" in partnerships(partner="Japan")
        True
        """
        ask = self._ask
        return (
            Selection(self.store.table("partnerships"))
            .among("partners", ask.partner_group(partner))
            .among("cities", ask.ids("city", city))
            .among("located", ask.ids("place", place), located)
            .among("country", ask.ids("country", country), ask.countries_of)
            .among("kind", ask.members("PartnershipKind", kind))
            .among("status", ask.members("PartnershipStatus", status))
            .among("focus_areas", ask.members("FocusArea", focus_area))
            .among("parent", ask.ids("partnership", parent))
            .known(on_day(day_of(as_of), _ran))
            .placed()
        )

    def projects(
        self,
        *,
        city: Names | None = None,
        place: Names | None = None,
        country: Names | None = None,
        focus_area: FocusArea | Values | None = None,
        status: ProjectStatus | Values | None = None,
        partner: Names | None = None,
        partnership: Names | None = None,
        report: Names | None = None,
        as_of: When | None = None,
    ) -> Table[Project]:
        """
        Smart-city projects.

        Args:
            city: Name or id of their member city.
            place: Name or id of a city or place they belong to.
            country: Name or code of their country.
            focus_area: A focus area they serve.
            status: Their status, last known unless `report` or `as_of` says
                otherwise.
            partner: Name or id of a partner; a state stands for itself and
                all partners of its country or under it.
            partnership: Name or id of a partnership; the projects of those
                that belong to it count too.
            report: Id of a report that lists them, for example `me-2024`;
                `status` and `focus_area` then mean what it says.
            as_of: Those of which a report or a milestone tells by then and
                that had not ended; `status` then means the status on that
                day, `focus_area` what the last report says.  After the last
                sign of them, projects are `possible`, as partnerships are.

        >>> from ascn_data import projects
        >>> all(p.country == "my" for p in projects(country="Malaysia"))
        True
        """
        ask = self._ask
        selection = (
            Selection(self.store.table("projects"))
            .among("cities", ask.ids("city", city))
            .among("located", ask.ids("place", place), located)
            .among("country", ask.ids("country", country))
            .among("partners", ask.partner_group(partner))
            .among("partnerships", ask.partnership_group(partnership))
        )
        areas = ask.members("FocusArea", focus_area)
        statuses = ask.members("ProjectStatus", status)
        if report is None and as_of is None:
            return (
                selection.among("focus_areas", areas)
                .among("status", statuses)
                .table()
            )
        views = [ask.project_view(r, as_of) for r in ask.listings(report)]

        def fits(project: Project) -> bool | None:
            certain = [
                seen.certain
                for view in views
                if (seen := view(project)) is not None
                and (statuses is None or seen.status in statuses)
                and (areas is None or {*areas} & {*seen.focus_areas})
            ]
            return any(certain) if certain else None

        return selection.known(fits).table()

    def events(
        self,
        *,
        series: Values | None = None,
        kind: EventKind | Values | None = None,
        city: Names | None = None,
        place: Names | None = None,
        country: Names | None = None,
        partner: Names | None = None,
        partnership: Names | None = None,
        project: Names | None = None,
        since: When | None = None,
        until: When | None = None,
    ) -> PlacedTable[Event]:
        """
        Meetings, launches, signings and other dated events.

        Args:
            series: The series they belong to, for example
                `ascn-annual-meeting`.
            kind: What they are.
            city: Name or id of a member city they are about.
            place: Name or id of the city or place where they were held.
            country: Name or code of the country where they were held.
            partner: Name or id of a host or other partner; a state stands
                for itself and all partners of its country or under it.
            partnership: Name or id of a partnership; the events of those
                that belong to it count too.
            project: Id of the project they belong to.
            since: Those that can have ended on its first day or later.
            until: Those that can have begun on its last day or earlier.

        >>> from ascn_data import events
        >>> events(series="asean-japan-hlm")[0].id
        'asean-japan-hlm-1'
        """
        ask = self._ask
        return (
            Selection(self.store.table("events"))
            .among(
                "series",
                ask.values(self.store.table("events"), "series", series),
            )
            .among("kind", ask.members("EventKind", kind))
            .among("cities", ask.ids("city", city))
            .among("place", ask.ids("place", place))
            .among("country", ask.ids("country", country))
            .among("taking part", ask.partner_group(partner), taking_part)
            .among("partnerships", ask.partnership_group(partnership))
            .among("projects", ask.ids("project", project))
            .where(between(since, until))
            .placed()
        )

    def roles(
        self,
        *,
        kind: RoleKind | Values | None = None,
        country: Names | None = None,
        city: Names | None = None,
        as_of: When | None = None,
    ) -> Table[Role]:
        """
        Who holds an office in the network, by office, never by person.

        Args:
            kind: The office.
            country: Name or code of the country that holds it.
            city: Name or id of the member city it is for.
            as_of: Those held then; one whose term is unknown counts only at
                the date that its source speaks of.
        """
        ask = self._ask
        return (
            Selection(self.store.table("roles"))
            .among("kind", ask.members("RoleKind", kind))
            .among("country", ask.ids("country", country))
            .among("city", ask.ids("city", city))
            .where(on_day(day_of(as_of), _was_held))
            .table()
        )


def _had_joined(city: City, day: datetime.date) -> bool | None:
    """
    Tell whether a city was a member on a day: certainly, possibly or not.
    """
    return city.joined.latest <= day if city.joined.earliest <= day else None


def _ran(partnership: Partnership, day: datetime.date) -> bool | None:
    """
    Tell whether a partnership ran on a day: certainly, possibly or not.
    """
    from ascn_data.tables.knowledge import ran_on

    return ran_on(partnership, day)


def _was_held(role: Role, day: datetime.date) -> bool:
    """
    Whether an office was held on a day, as far as its source tells.
    """
    if role.start is None and role.as_of is not None:
        return role.as_of.earliest <= day <= role.as_of.latest
    return lasts_on(role, day)
