"""
`Documents`: the tables of what is said: terms, numbers and sources.
"""

from __future__ import annotations

from ascn_data.tables.filters import between
from ascn_data.tables.queries import Queries
from ascn_data.tables.selection import Selection, keys_in


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ascn_data.models import Observation, Source, Term
    from ascn_data.models.vocabularies import (
        FocusArea,
        ObservationKind,
        ProjectStatus,
        SourceKind,
    )
    from ascn_data.tables.filters import Names, Values, When
    from ascn_data.tables.table import Table


class Documents(Queries):
    """
    The tables of what is said, each a method with its filters.

    Apart from `Queries` only to keep both short enough to read.
    """

    def terms(self, *, scheme: Values | None = None) -> Table[Term]:
        """
        The concepts of the framework and of programmes.

        Args:
            scheme: The list they belong to, for example `ascn-focus-areas`.

        >>> from ascn_data import terms
        >>> len(terms(scheme="ascn-focus-areas"))
        6
        """
        ask = self._ask
        return (
            Selection(self.store.table("terms"))
            .among(
                "scheme",
                ask.values(self.store.table("terms"), "scheme", scheme),
            )
            .table()
        )

    def observations(
        self,
        *,
        subject: Names | None = None,
        indicator: Values | None = None,
        kind: ObservationKind | Values | None = None,
        unit: Values | None = None,
        about: Names | None = None,
        city: Names | None = None,
        project: Names | None = None,
        country: Names | None = None,
        status: ProjectStatus | Values | None = None,
        focus_area: FocusArea | Values | None = None,
        report: Names | None = None,
        since: When | None = None,
        until: When | None = None,
    ) -> Table[Observation]:
        """
        Numbers, one a record.

        Args:
            subject: The record that they are about, by id or name.
            indicator: What is measured, for example `projects_total`.
            kind: Result, target, plan, projection or estimate.
            unit: Their unit, for example `percent`.
            about: A record, by id or name; numbers about what belongs to the
                record count too, such as the projects of a city.
            city: Name or id of a member city; numbers about its projects and
                partnerships count too.
            project: Name or id of a project.
            country: Name or code of a country; numbers about its cities,
                places and projects count, and those broken down by country.
            status: The project status they are broken down by.
            focus_area: The focus area they are broken down by.
            report: Title or id of the report or other source that prints
                them.
            since: Those that can hold for its first day or later.
            until: Those that can hold for its last day or earlier.

        >>> from ascn_data import observations
        >>> {o.unit for o in observations(indicator="member_cities")}
        {'cities'}
        """
        ask = self._ask
        values = ask.values
        return (
            Selection(self.store.table("observations"))
            .among("subject", ask.anything(subject))
            .among(
                "indicator",
                values(
                    self.store.table("observations"), "indicator", indicator
                ),
            )
            .among("kind", ask.members("ObservationKind", kind))
            .among(
                "unit", values(self.store.table("observations"), "unit", unit)
            )
            .among("about", ask.subjects("record", about), keys_in("subject"))
            .among("city", ask.subjects("city", city), keys_in("subject"))
            .among("project", ask.ids("project", project), keys_in("subject"))
            .among(
                "country",
                ask.subjects("country", country),
                lambda o: filter(None, (o.subject, o.country)),
            )
            .among("status", ask.members("ProjectStatus", status))
            .among("focus_area", ask.members("FocusArea", focus_area))
            .among("printed in", ask.ids("source", report), _printed_in)
            .where(between(since, until))
            .table(lambda: self._instead(subject))
        )

    def _instead(self, subject: Names | None) -> str:
        """
        Say how to ask for numbers about what belongs to a subject.
        """
        size = len(self.observations(about=subject)) if subject else 0
        if not size:
            return ""
        asked = f"{self.store.asked}.observations(about={subject!r})"
        return f"{asked} has {size}, also about what belongs to it."

    def sources(
        self,
        *,
        kind: SourceKind | Values | None = None,
        mentions: Names | None = None,
        publisher: Values | None = None,
        language: Values | None = None,
        found_in: Names | None = None,
        since: When | None = None,
        until: When | None = None,
    ) -> Table[Source]:
        """
        Documents, pages and news items.

        Args:
            kind: What they are.
            mentions: Id of a record they mention, or the name of a city,
                country, place or partner.
            publisher: Their publisher or outlet.
            language: BCP 47 tag of their language.
            found_in: Id of the source that cites or reprints them.
            since: Those that can be of its first day or later.
            until: Those that can be of its last day or earlier.

        >>> from ascn_data import sources
        >>> "straits-times-2020-06-17" in sources(kind="news")
        True
        """
        ask = self._ask
        values = ask.values
        return (
            Selection(self.store.table("sources"))
            .among("kind", ask.members("SourceKind", kind))
            .among("mentions", ask.anything(mentions))
            .among(
                "publisher",
                values(self.store.table("sources"), "publisher", publisher),
            )
            .among(
                "language",
                values(self.store.table("sources"), "language", language),
            )
            .among("found_in", ask.ids("source", found_in))
            .where(between(since, until))
            .table()
        )


def _printed_in(observation: Observation) -> Iterable[str]:
    """
    The ids of the sources that print a number.
    """
    if observation.report is not None:
        yield observation.report
    for item in observation.evidence:
        yield item.source
