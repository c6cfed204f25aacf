"""
`TableSchema`: what there is to know of a table apart from its records.
"""

from __future__ import annotations


TYPE_CHECKING = False
if TYPE_CHECKING:
    import os

    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO, Any, Literal, Protocol

    from ascn_data.exports.columns import Column
    from ascn_data.exports.layout import Layout

    Dates = Literal["text", "bounds"]
    """Whether a date is its text alone or also its first and last day."""

    Destination = str | os.PathLike[str] | IO[Any]
    """A path or a file that is open for writing text or bytes."""
else:
    Protocol = object


class TableSchema:
    """
    What a table holds and how its records are shown and drawn.

    Attributes:
        name: The table's name, for example `cities`.
        module: Full name of the module that has the class of the records.
        class_name: Name of that class, for example `City`.
        shown: Names of the fields that the table shows of itself.
        singular: The word for one record, for example `city`; empty for a
            table that is worked out from others.
        dated: Whether its records have a status with a date.
        geometry: How a record lies on a map: as `point`, at its `venue` or
            as the `line` between two places; empty if it does not.
    """

    __slots__ = (
        "class_name",
        "dated",
        "geometry",
        "module",
        "name",
        "shown",
        "singular",
    )

    def __init__(
        self,
        name: str,
        module: str,
        class_name: str,
        *,
        shown: tuple[str, ...] = (),
        singular: str = "",
        geometry: str = "",
        dated: bool = False,
    ) -> None:
        """
        Describe a table; the class is imported when first asked for.
        """
        self.name: str = name
        self.module: str = module
        self.class_name: str = class_name
        self.shown: tuple[str, ...] = shown
        self.singular: str = singular
        self.geometry: str = geometry
        self.dated: bool = dated

    def __repr__(self) -> str:
        return f"<TableSchema {self.name}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # By classes and values alone, which caches can hash.
        state = {name: getattr(self, name) for name in self.__slots__}
        made = (self.name, self.module, self.class_name)
        return TableSchema, made, (None, state)

    @property
    def record_class(self) -> type[Any]:
        """
        The class of the table's records.
        """
        module = __import__(self.module, fromlist=[self.class_name])
        found: type[Any] = getattr(module, self.class_name)
        return found

    def columns(self, *, flat: bool = False) -> tuple[Column, ...]:
        """
        Return the columns of every exported form of the table.

        Args:
            flat: Whether lists are to be single texts.
        """
        from ascn_data.exports.columns import columns_of

        return columns_of(self.record_class, flat=flat)


class Tabular(Protocol):
    """
    The part of a table that exports and displays rely on.
    """

    __slots__ = ()

    @property
    def schema(self) -> TableSchema:
        """
        What the table holds.
        """

    @property
    def revision(self) -> str:
        """
        The id of the revision of the records.
        """

    @property
    def possible(self) -> tuple[str, ...]:
        """
        The ids of records that may not belong to it.
        """

    @property
    def metadata(self) -> Mapping[str, str]:
        """
        Name, revision, digest and licence, as files carry them.
        """

    @property
    def asked(self) -> str:
        """
        The expression that asks about its records, for example `ascn_data`.
        """

    @property
    def advice(self) -> str:
        """
        What to ask instead, of a table that filters left empty.
        """

    @property
    def chosen(self) -> tuple[str, ...]:
        """
        The names of the columns that it shows and exports; none for all.
        """

    def everything(self, layout: Layout) -> tuple[Column, ...]:
        """
        All columns of the table as a layout forms them.
        """

    def laid_out(self, layout: Layout) -> tuple[Column, ...]:
        """
        The columns of the table as a layout chooses and forms them.
        """

    def called(self, id_: str, tables: Iterable[str] = ()) -> str:
        """
        The name of the record of an id; the id if it is not known.
        """

    def address(self, id_: str) -> str | None:
        """
        The address of the source of an id; None if it has none.
        """

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Any]: ...
