"""
`Store`: the tables behind a dataset, each read once and when first needed.
"""

from __future__ import annotations

from ascn_data.display.owners import register
from ascn_data.files.loading import LOADING
from ascn_data.models.catalogue import (
    FILES,
    NAMED,
    SCHEMAS,
    TABLES,
    fields_lead_to,
)
from ascn_data.naming.index import NameIndex
from ascn_data.tables.table import Table


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from ascn_data.errors import UnknownNameError
    from ascn_data.files.lazy import Records
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
        self._lock = LOADING
        self._tables: dict[str, Table[Any]] = {}
        self._derived: dict[str, Table[Any]] = {}
        self._indexes: dict[str, NameIndex] = {}
        self._find_digest = digest or (lambda: None)
        self._find_names = names or (lambda _: None)
        self._find_rows = rows or (lambda _: None)
        self._digest: str | None = None
        register(self)

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

        Raises:
            UnknownNameError: If there is no table of that name.
        """
        found = self._tables.get(name)
        if found is None:
            if name not in FILES:
                from ascn_data.naming.vocabulary import unknown_value

                raise unknown_value("table", name, FILES)
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
            hint = self._elsewhere(kind, name, elsewhere)
            raise UnknownNameError(kind, name, error.close, hint) from None

    def _elsewhere(self, kind: str, name: str, ids: tuple[str, ...]) -> str:
        """
        Return how to ask for what has a name but is of another kind.
        """
        kinds = [
            SCHEMAS[table].singular
            for id_ in ids
            for table in TABLES
            if id_ in self.table(table)
        ]
        if kind == "city" and kinds == ["place"]:
            what = f"{name!r} is a place that is not a member of the network"
        else:
            named = ", ".join(
                f"the {each} {id_!r}"
                for each, id_ in zip(kinds, ids, strict=True)
            )
            have = "has" if len(ids) == 1 else "have"
            what = f"{named} {have} that name"
        ways = " or ".join(f"{self.asked}.{each}({name!r})" for each in kinds)
        return f"{what}: {ways}"

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

    def record(self, name: str) -> Any:
        """
        The record of any table that has an id or, alone, a name.

        Raises:
            UnknownNameError: If none has it.
            AmbiguousNameError: If several have the name.
        """
        found = self.find(name)
        if found is not None:
            return found
        meant = self.meant(name)
        if len(meant) == 1:
            return self.find(meant[0])
        if meant:
            from ascn_data.errors import AmbiguousNameError

            raise AmbiguousNameError("record", name, meant)
        raise self.unknown_record(name)

    def meant(self, name: Any) -> tuple[str, ...]:
        """
        Return the ids of all records of any table that a name may mean.
        """
        if not isinstance(name, str):
            return ()
        found = [id_ for kind in NAMED for id_ in self.meant_by(kind, name)]
        return tuple(dict.fromkeys(found))

    def find(self, id_: Any) -> Any:
        """
        The record of any table that has an id; None if there is none.
        """
        if not isinstance(id_, str):
            return None
        for name in TABLES:
            table = self.table(name)
            if id_ in table:
                return table[id_]
        return None

    def owned(self, record: Any) -> str | None:
        """
        Return the table that holds this very record; None if none does.
        """
        id_ = str(getattr(record, "id", ""))
        for name, table in list(self._tables.items()):
            if id_ in table and table[id_] is record:
                return name
        return None

    def named(self, table: str, field: str, id_: str) -> str | None:
        """
        Return the name for an id in a field; None if it holds no ids.
        """
        tables = fields_lead_to(table, field)
        if tables is None:
            return None
        name = self.called(id_, tables)
        return None if name == id_ else name

    def address(self, id_: str) -> str | None:
        """
        Return the address of the source of an id; None if it has none.
        """
        sources = self.table("sources")
        return sources[id_].url if id_ in sources else None

    def called(self, id_: str, tables: Iterable[str] = ()) -> str:
        """
        Return the name of the record of an id; the id where none has it.

        Args:
            id_: The id.
            tables: The tables that may hold the record; any if none is given.
        """
        from ascn_data.naming.spellings import name_of

        for name in tuple(tables) or TABLES:
            table = self.table(name)
            if id_ in table:
                return name_of(table[id_])
        return id_

    def unknown_record(self, id_: Any) -> UnknownNameError:
        """
        The error for an id that no record has, with ids that may be meant.
        """
        from ascn_data.errors import UnknownNameError
        from ascn_data.naming.nearest import close_names

        if not isinstance(id_, str):
            return UnknownNameError("record", str(id_), (), "ids are texts")
        all_ids = [i for name in TABLES for i in self.table(name).ids]
        close = close_names(id_, all_ids) or tuple(
            name
            for kind in ("city", "country", "partner", "partnership")
            for name in self.names(kind).close(id_)[:1]
        )
        hint = f"{self.asked}.search({id_!r}) looks in names and summaries"
        return UnknownNameError("record", id_, close, hint)

    def meant_by(self, kind: str, name: str) -> tuple[str, ...]:
        """
        Return the ids of the records of a kind that a name may mean.
        """
        match = self.names(kind).find(name)
        return match.ids if match.alone else ()

    def derived(self, name: str, make: Callable[[], Table[Any]]) -> Table[Any]:
        """
        Return a table that is worked out from the others, made once.
        """
        found = self._derived.get(name)
        if found is None:
            found = self._derived.setdefault(name, make())
        return found
