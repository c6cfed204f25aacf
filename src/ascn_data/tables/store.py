"""
`Store`: the tables behind a dataset, each read once and when first needed.
"""

from __future__ import annotations

from _thread import RLock

from ascn_data.models.catalogue import FILES, NAMED, SCHEMAS, TABLES
from ascn_data.naming.index import NameIndex
from ascn_data.tables.table import Table


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from ascn_data.errors import UnknownNameError
    from ascn_data.tables.records import Records
    from ascn_data.tables.whereabouts import Whereabouts


class Store:
    """
    Tables and name indexes of one revision, made when first asked for.

    Attributes:
        revision: The id of the revision, for example `2026.1`.
        asked: The expression that asks about it, for example `ascn_data`.
    """

    def __init__(
        self,
        revision: str,
        read: Callable[[str], tuple[Any, ...] | Records],
        *,
        digest: Callable[[], str | None] | None = None,
        names: Callable[[str], Mapping[str, Any] | None] | None = None,
        rows: Callable[[str], list[dict[str, Any]] | None] | None = None,
        asked: str = "dataset",
    ) -> None:
        """
        Read tables by calling `read` with their name, each at most once.

        `digest` gives the SHA-256 of the bytes behind `read`, `names` what
        `KnownNames` takes of a kind and `rows` the plain JSON of a
        table; where they give None, it is worked out from the records.
        """
        self.revision = revision
        self.asked = asked
        self._read = read
        # functools.cache would let racing threads read a file many times.
        self._lock = RLock()
        self._tables: dict[str, Table[Any]] = {}
        self._indexes: dict[str, NameIndex] = {}
        self._find_digest = digest or (lambda: None)
        self._find_names = names or (lambda _: None)
        self._find_rows = rows or (lambda _: None)
        self._digest: str | None = None

    @property
    def digest(self) -> str:
        """
        SHA-256 of the revision's canonical bytes; of read files, of theirs.
        """
        if self._digest is None:
            # Racing threads at worst work it out twice, to the same text.
            self._digest = self._find_digest() or self._computed_digest()
        return self._digest

    def _computed_digest(self) -> str:
        """
        Return the SHA-256 of the canonical bytes of the records as read.
        """
        from ascn_data.files.canonical import canonical_tables, digest_of

        tables = {name: self.table(name) for name in FILES}
        return digest_of(canonical_tables(tables))

    def table(self, name: str) -> Table[Any]:
        """
        A whole table.
        """
        found = self._tables.get(name)
        if found is None:
            with self._lock:
                found = self._tables.get(name)
                if found is None:
                    records = self._read(name)
                    found = Table(
                        SCHEMAS[name],
                        records,
                        revision=self.revision,
                        origin=self,
                    )
                    self._tables[name] = found
        return found

    def rows(self, name: str) -> dict[str, dict[str, Any]] | None:
        """
        The rows of a whole table by id; None if only records are at hand.

        Rows are plain JSON and the caller's own.
        """
        found = self._find_rows(name)
        return None if found is None else {row["id"]: row for row in found}

    def names(self, kind: str) -> NameIndex:
        """
        The index of all names of a kind, such as `city`.
        """
        if kind not in NAMED:
            from ascn_data.naming.vocabulary import unknown_value

            raise unknown_value("kind", kind, NAMED)
        found = self._indexes.get(kind)
        if found is None:
            with self._lock:
                found = self._indexes.get(kind)
                if found is None:
                    found = self._known_names(kind) or self._built_names(kind)
                    self._indexes[kind] = found
        return found

    def _known_names(self, kind: str) -> NameIndex | None:
        known = self._find_names(kind)
        if known is None:
            return None
        from ascn_data.naming.known import KnownNames

        return KnownNames(kind, known, lambda: self._built_names(kind))

    def _built_names(self, kind: str) -> NameIndex:
        """
        Return the index of the names that records of a kind carry.
        """
        return NameIndex(
            kind,
            self._written(kind),
            self._implied(kind),
            incomplete=self._incomplete(kind),
            shared=self._shared(kind),
            whereabouts=self._whereabouts(kind),
        )

    def _written(self, kind: str) -> Iterable[tuple[str, str]]:
        from ascn_data.naming.spellings import written_names

        for table in NAMED[kind]:
            for record in self.table(table):
                for name in written_names(record):
                    yield name, record.id

    def _implied(self, kind: str) -> Iterable[tuple[str, str]]:
        """
        Spellings that follow by rule.

        Retired ids lead to what replaced them; a state as a partner answers
        to the names of its country; places by what they are.
        """
        from ascn_data.naming.spellings import implied_names

        if kind == "partner":
            yield from self._names_of_states()
        for table in NAMED[kind]:
            here = self.table(table).by_id
            for old in self.table("retired"):
                # What was a partner may have become a project.
                new = old.replaced_by[0] if len(old.replaced_by) == 1 else ""
                if old.table == table and new in here:
                    yield old.id, new
            for record in self.table(table):
                for name in implied_names(record):
                    yield name, record.id

    def _incomplete(self, kind: str) -> Iterable[tuple[str, str]]:
        """
        Names that mean a record only together with where the record lies.

        Of a place, those that the documents use of something else; of a body
        of a state, its name without the country.
        """
        from ascn_data.naming.spellings import bodies, incomplete_names

        for record in self._records(kind):
            for name in incomplete_names(record):
                yield name, record.id
        if kind == "partner":
            countries = self.table("countries").by_id
            for partner in self.table("partners"):
                if partner.kind == "government_body" and partner.country:
                    country = countries[partner.country]
                    for name in bodies(partner, country):
                        yield name, partner.id

    def _shared(self, kind: str) -> Iterable[tuple[str, Any]]:
        for record in self._records(kind):
            for namesake in getattr(record, "namesakes", ()):
                for name in namesake.names:
                    yield name, namesake

    def _records(self, kind: str) -> Iterable[Any]:
        for table in NAMED[kind]:
            yield from self.table(table)

    def _whereabouts(self, kind: str) -> Whereabouts:
        from ascn_data.tables.whereabouts import Whereabouts

        return Whereabouts(
            lambda id_: self.record_of(kind, id_),
            lambda: self.names("country"),
            lambda: self.names("place"),
        )

    def _names_of_states(self) -> Iterable[tuple[str, str]]:
        from ascn_data.naming.spellings import written_names

        countries = self.table("countries")
        for partner in self.table("partners"):
            if partner.kind == "state" and partner.country is not None:
                for name in written_names(countries[partner.country]):
                    yield name, partner.id

    def resolve(self, kind: str, name: str) -> str:
        """
        The id of the one record of a kind that a name means.

        Raises:
            UnknownNameError: If nothing of that kind has the name; the error
                says if another kind has it.
            AmbiguousNameError: If several have it.
        """
        try:
            return self.names(kind).resolve(name)
        except LookupError as error:
            from ascn_data.errors import UnknownNameError

            elsewhere = self.spoken_of(name)
            if not isinstance(error, UnknownNameError) or not elsewhere:
                raise
            ids = " and ".join(repr(id_) for id_ in elsewhere)
            have = "has" if len(elsewhere) == 1 else "have"
            hint = f"but {ids} {have} that name, as something else"
            raise UnknownNameError(kind, name, error.close, hint) from None

    def spoken_of(self, name: str) -> tuple[str, ...]:
        """
        The ids of all cities, countries, partners and places of a name.
        """
        found = [
            id_
            for kind in ("city", "country", "partner", "place")
            if (match := self.names(kind).find(name)).alone
            for id_ in match.ids
        ]
        return tuple(dict.fromkeys(found))

    def record_of(self, kind: str, id_: str) -> Any:
        """
        The record of a kind that has an id.

        Raises:
            KeyError: If none has it.
        """
        for name in NAMED[kind]:
            table = self.table(name)
            if id_ in table:
                return table[id_]
        raise KeyError(id_)

    def record(self, id_: str) -> Any:
        """
        The record of any table that has an id.

        Raises:
            UnknownNameError: If no table has it.
        """
        found = self.find(id_)
        if found is None:
            raise self.unknown_record(id_)
        return found

    def find(self, id_: str) -> Any:
        """
        The record of any table that has an id; None if there is none.
        """
        for name in TABLES:
            table = self.table(name)
            if id_ in table:
                return table[id_]
        return None

    def unknown_record(self, id_: Any) -> UnknownNameError:
        """
        The error for an id that no record has, with ids that may be meant.
        """
        from ascn_data.errors import UnknownNameError
        from ascn_data.naming.nearest import close_names

        if not isinstance(id_, str):
            return UnknownNameError("record", str(id_), (), "ids are texts")
        named = self.spoken_of(id_)
        all_ids = [i for name in TABLES for i in self.table(name).ids]
        close = () if named else close_names(id_, all_ids)
        hint = "ask by its id"
        if named:
            hint = f"ask by the id of what has that name: {', '.join(named)}"
        return UnknownNameError("record", id_, close, hint)
