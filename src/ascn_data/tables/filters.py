"""
`Arguments`: what the filters of a dataset mean, as keys of an index.
"""

from __future__ import annotations

from ascn_data.naming.folding import fold
from ascn_data.tables.selection import falls_between, keys_in


TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from collections.abc import Callable, Iterable
    from typing import Any, TypeAlias

    from ascn_data.dates import PartialDate, Period
    from ascn_data.models import Event, Partner, Partnership, Project
    from ascn_data.tables.knowledge import View
    from ascn_data.tables.store import Store
    from ascn_data.tables.table import Record, Table

    When = str | int | datetime.date | PartialDate
    """A year (`2019` or `"2019"`), a month (`"2018-07"`), a day or a date."""

    Values: TypeAlias = str | Iterable[str]
    """A value as people write it, or several."""

    Names: TypeAlias = str | Record | Iterable[str | Record]
    """A name, code or id, a record, or several of them."""

    Keys = tuple[str, ...]


def several(asked: Any, what: str) -> tuple[Any, ...]:
    """
    Return what a filter was given as a tuple: one thing or several.

    Raises:
        TypeError: If it is neither a text, nor a record, nor several.
    """
    if isinstance(asked, str) or hasattr(asked, "id"):
        return (asked,)
    if not hasattr(asked, "__iter__") or isinstance(asked, bytes):
        raise TypeError(
            f"a {what} is asked for as text, as a record or by a list of "
            f"them, not by {asked!r}"
        )
    return tuple(asked)


class Arguments:
    """
    Turns names in filters into ids, or says what is wrong with them.

    Every method takes None for "no such filter" and returns None for it; of
    several names the one that is wrong is named.
    """

    def __init__(self, store: Store) -> None:
        """
        Resolve against the names of a store.
        """
        self._store = store

    def record(self, kind: str, name: Any) -> Any:
        """
        The one record of a kind that a name means, or the record itself.
        """
        id_ = self._store.resolve(kind, getattr(name, "id", name))
        return self._store.record_of(kind, id_)

    def ids(self, kind: str, names: Names | None) -> Keys | None:
        """
        The ids that names mean, as keys.
        """
        if names is None:
            return None
        return tuple(
            self._store.resolve(kind, getattr(name, "id", name))
            for name in several(names, kind)
        )

    def members(self, vocabulary: str, values: Values | None) -> Keys | None:
        """
        The members of a vocabulary that values name, as keys.
        """
        if values is None:
            return None
        from ascn_data.models import vocabularies
        from ascn_data.naming.vocabulary import member_of

        members = getattr(vocabularies, vocabulary)
        return tuple(
            member_of(members, value) for value in several(values, vocabulary)
        )

    def values(
        self,
        table: Table[Any],
        field: str,
        values: Values | None,
    ) -> Keys | None:
        """
        The values that occur in a field of a table, however they are spelt.
        """
        if values is None:
            return None
        known = table.positions(field, keys_in(field))
        found: list[str] = []
        for value in several(values, field):
            _is_text(field, value)
            key = fold(value)
            same = [text for text in known if fold(text) == key]
            if not same:
                from ascn_data.naming.vocabulary import unknown_value

                raise unknown_value(field, value, known)
            found += [value] if value in known else same
        return tuple(found)

    def anything(self, names: Names | None) -> Keys | None:
        """
        The ids of any records, by id, by name, or as records.
        """
        if names is None:
            return None
        return tuple(
            self._anything(getattr(name, "id", name))
            for name in several(names, "record")
        )

    def _anything(self, name: Any) -> str:
        """
        The id of any record, or the one that a name means.
        """
        _is_text("record", name)
        if self._store.find(name) is not None:
            return str(name)
        return str(self._store.record(name).id)

    def subjects(self, kind: str, names: Names | None) -> Keys | None:
        """
        The ids of records and of what belongs to them, as keys.

        Args:
            kind: What the names mean; `record` for anything.
            names: The names.
        """
        if names is None:
            return None
        keys = (
            self.anything(names) if kind == "record" else self.ids(kind, names)
        )
        from ascn_data.tables.subjects import subjects_of

        return tuple(
            id_
            for key in keys or ()
            for id_ in subjects_of(self._store, self._store.find(key))
        )

    def partner_group(self, names: Names | None) -> Keys | None:
        """
        Partners; a state with all partners of its country or under it.
        """
        if names is None:
            return None
        return tuple(
            id_
            for name in several(names, "partner")
            for id_ in self._group_of(self.record("partner", name))
        )

    def _group_of(self, asked: Partner) -> Iterable[str]:
        """
        The ids of a partner, of a state's also those it stands for.
        """
        if asked.kind != "state":
            return (asked.id,)
        partners = self._store.table("partners")
        of_country = partners.positions("country", keys_in("country"))
        under = partners.positions("parent", keys_in("parent"))
        ids = partners.ids
        group = {asked.id}
        below = [asked.id]
        while below:
            children = (p for id_ in below for p in under.get(id_, ()))
            below = [id_ for p in children if (id_ := ids[p]) not in group]
            group.update(below)
        if asked.country is not None:
            positions = of_country.get(asked.country, ())
            group.update(ids[p] for p in positions)
        return group

    def partnership_group(self, names: Names | None) -> Keys | None:
        """
        Partnerships and all that belong to them.
        """
        group = self.ids("partnership", names)
        if group is None:
            return None
        partnerships = self._store.table("partnerships")
        ids = partnerships.ids
        under = partnerships.positions("parent", keys_in("parent"))
        found = list(group)
        for id_ in found:
            found += (ids[p] for p in under.get(id_, ()))
        return tuple(found)

    def listings(self, reports: Names | None) -> tuple[str | None, ...]:
        """
        The reports that list projects, one at a time; None alone for none.
        """
        if reports is None:
            return (None,)
        return tuple(
            getattr(report, "id", report)
            for report in several(reports, "report")
        )

    def countries_of(self, record: Partnership) -> Iterable[str]:
        """
        The countries of a partnership, its cities, places and partners.
        """
        yield from record.countries
        for table, ids in (
            ("cities", record.cities),
            ("places", record.places),
            ("partners", record.partners),
        ):
            for id_ in ids:
                country = self._store.table(table)[id_].country
                if country is not None:
                    yield country

    def project_view(
        self, report: str | None, as_of: When | None
    ) -> Callable[[Project], View | None]:
        """
        A function that gives what was known of a project.

        By a report, by a day, or by a report on a day: one that was not yet
        published then says nothing.
        """
        import datetime

        from ascn_data.dates import last_day
        from ascn_data.tables.knowledge import view_of_report, view_on_day

        sources = self._store.table("sources")

        def published(id_: str) -> PartialDate | None:
            date: PartialDate | None = sources[id_].published
            return date

        if report is None:
            day = datetime.date.max if as_of is None else last_day(as_of)
            return lambda project: view_on_day(project, day, published)
        listing = self._store.table("projects").positions(
            "report", lambda p: (entry.report for entry in p.history)
        )
        if report not in listing:
            from ascn_data.naming.vocabulary import unknown_value

            raise unknown_value("report", report, listing)
        date = published(report)
        if as_of is not None and (
            date is None or date.latest > last_day(as_of)
        ):
            return lambda _: None
        return lambda project: view_of_report(project, report)


def _is_text(what: str, value: object) -> None:
    """
    Refuse what is no text before anything looks it up.
    """
    if not isinstance(value, str):
        raise TypeError(f"a {what} is asked for as text, not by {value!r}")


def day_of(when: When | None) -> datetime.date | None:
    """
    The last day of what `as_of` says; None for no such filter.
    """
    if when is None:
        return None
    from ascn_data.dates import last_day

    return last_day(when)


def between(
    since: When | None, until: When | None
) -> Callable[[Any], bool] | None:
    """
    A test of whether a record's time can touch a stretch; None for neither.

    Raises:
        ValueError: If the stretch ends before it begins.
    """
    if since is None and until is None:
        return None
    from ascn_data.dates import first_day, last_day

    first = None if since is None else first_day(since)
    last = None if until is None else last_day(until)
    if first is not None and last is not None and last < first:
        raise ValueError(f"until {until} lies before since {since}")

    def touches(record: Any) -> bool:
        start, end = _time_of(record)
        return falls_between(start, end, first, last)

    return touches


def _time_of(
    record: Any,
) -> tuple[PartialDate | Period | None, PartialDate | None]:
    """
    The time of an event, source or observation: its start and its end.
    """
    if hasattr(record, "published"):
        return record.published, None
    if hasattr(record, "as_of"):
        return record.as_of or record.period, None
    return record.start, record.end


def located(record: Any) -> Iterable[str]:
    """
    The cities and other places of a record.
    """
    return (*record.cities, *record.places)


def taking_part(event: Event) -> Iterable[str]:
    """
    The hosts and other partners of an event.
    """
    return (*event.hosts, *event.partners)
