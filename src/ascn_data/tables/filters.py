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
    from typing import Any

    from ascn_data.dates import PartialDate, Period
    from ascn_data.models import Event, Partner, Partnership, Project
    from ascn_data.tables.knowledge import View
    from ascn_data.tables.store import Store

    When = str | int | datetime.date | PartialDate
    """A year (`2019` or `"2019"`), a month (`"2018-07"`), a day or a date."""


Keys = tuple[str, ...]


class Arguments:
    """
    Turns names in filters into ids, or says what is wrong with them.

    Every method takes None for "no such filter" and returns None for it.
    """

    def __init__(self, store: Store) -> None:
        """
        Resolve against the names of a store.
        """
        self._store = store

    def record(self, kind: str, name: str) -> Any:
        """
        The one record of a kind that a name means.
        """
        return self._store.record_of(kind, self._store.resolve(kind, name))

    def ids(self, kind: str, name: str | None) -> Keys | None:
        """
        The id that a name means, as the only key.
        """
        return None if name is None else (self._store.resolve(kind, name),)

    def members(self, vocabulary: str, value: str | None) -> Keys | None:
        """
        The member of a vocabulary that a value names, as the only key.
        """
        if value is None:
            return None
        from ascn_data.models import vocabularies
        from ascn_data.naming.vocabulary import member_of

        return (member_of(getattr(vocabularies, vocabulary), value),)

    def values(self, table: str, field: str, value: str | None) -> Keys | None:
        """
        A value that occurs in a field of a table, however it is spelt.
        """
        if value is None:
            return None
        _is_text(field, value)
        known = self._store.table(table).positions(field, keys_in(field))
        if value in known:
            return (value,)
        key = fold(value)
        found = tuple(text for text in known if fold(text) == key)
        if not found:
            from ascn_data.naming.vocabulary import unknown_value

            raise unknown_value(field, value, known)
        return found

    def anything(self, name: str | None) -> Keys | None:
        """
        The id of any record, or the name of a city, country or partner.
        """
        if name is None:
            return None
        _is_text("record", name)
        store = self._store
        if store.find(name) is not None:
            return (name,)
        found = store.spoken_of(name)
        if len(found) == 1:
            return found
        from ascn_data.errors import AmbiguousNameError, UnknownNameError

        if found:
            raise AmbiguousNameError("record", name, found)
        close = store.names("city").close(name)
        raise UnknownNameError("record", name, close, "ask by id or name")

    def partner_group(self, name: str | None) -> Keys | None:
        """
        A partner; a state with all partners of its country or under it.
        """
        if name is None:
            return None
        asked: Partner = self.record("partner", name)
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
        return tuple(group)

    def partnership_group(self, name: str | None) -> Keys | None:
        """
        A partnership and all that belong to it, directly or not.
        """
        if name is None:
            return None
        partnerships = self._store.table("partnerships")
        ids = partnerships.ids
        under = partnerships.positions("parent", keys_in("parent"))
        group = [self._store.resolve("partnership", name)]
        for id_ in group:
            group += (ids[p] for p in under.get(id_, ()))
        return tuple(group)

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
