"""
The facts of a dataset, each with the source and place that support it.

A fact is one value of one field: a date, a number, a name, one partner of a
list, one row of a report, one stage.  It is named by its record and field,
lists with the element: `partners[jetro]`, `milestones[signed 2018-07-08]`.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from ascn_data.dataset import Dataset
from ascn_data.dates import PartialDate
from ascn_data.files.canonical import field_order, to_plain
from ascn_data.models.catalogue import TABLES, referenced_tables
from ascn_data.naming.spellings import written_names
from ascn_data.versions.wording import element


@attrs.frozen(kw_only=True)
class Fact:
    """
    A value that a source supports.

    Attributes:
        table: The table of the record.
        record: Id of the record.
        field: Name of the field, of a list with the element.
        value: The value as text.
        source: Id of the source.
        locator: Where in the source.
        date: The date that the source is to have; None for other facts.
        number: The number that the source is to have; None likewise.
        names: Names of which the source is to have one; empty likewise.
    """

    table: str
    record: str
    field: str
    value: str
    source: str
    locator: str
    date: PartialDate | None = None
    number: Decimal | None = None
    names: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """
        What tells the fact from others: record, field and source.
        """
        return self.record, self.field, self.source


_OWN_WORDS = frozenset(
    (
        "id",
        "note",
        "summary",
        "outcomes",
        "title",
        "indicator",
        "scheme",
        "series",
        "report",
        "confidence",
        "evidence",
        "disputes",
        "focus_areas_basis",
        "status_as_of",
        "latitude",
        "longitude",
    )
)
"""Fields that say nothing which a source prints in these words."""

_SOURCED = frozenset(
    ("populations", "milestones", "partner_roles", "amounts", "history")
)
"""Fields whose elements name their own source."""

_NAMES = frozenset(
    ("name", "official_name", "aliases", "components", "institution")
)
"""Fields that hold names as sources print them."""


def facts_of(dataset: Dataset) -> Iterator[Fact]:
    """
    Yield every fact of a dataset, once for each source that supports it.
    """
    for table in TABLES:
        for record in dataset.table(table):
            found: dict[tuple[str, str, str], Fact] = {}
            for fact in (
                *_covered(dataset, table, record),
                *_sourced(dataset, table, record),
            ):
                before = found.setdefault(fact.key, fact)
                if fact.locator not in before.locator:
                    locator = f"{before.locator}; {fact.locator}"
                    found[fact.key] = attrs.evolve(before, locator=locator)
            yield from found.values()


def _covered(dataset: Dataset, table: str, record: Any) -> Iterator[Fact]:
    """
    Yield the facts of a record that its evidence covers.
    """
    own = field_order(type(record))
    for evidence in record.evidence:
        for field in evidence.fields or own:
            if field in _OWN_WORDS or field in _SOURCED or field not in own:
                continue
            value = getattr(record, field)
            many = isinstance(value, tuple)
            for each in value if many else (value,):
                if each is None:
                    continue
                plain = to_plain(each)
                text = plain if isinstance(plain, str) else element(plain)
                yield Fact(
                    table=table,
                    record=record.id,
                    field=f"{field}[{text}]" if many else field,
                    value=text,
                    source=evidence.source,
                    locator=evidence.locator,
                    **_sought(dataset, table, field, each),
                )


def _sought(
    dataset: Dataset, table: str, field: str, value: Any
) -> dict[str, Any]:
    """
    Return what a source of a value is to have.
    """
    if isinstance(value, PartialDate):
        return {"date": value}
    if type(value) in (int, float, Decimal):
        return {"number": Decimal(str(value))}
    if field in _NAMES:
        return {"names": (value,)}
    if field == "names":
        return {"names": (value.text,)}
    for home in referenced_tables(table, field):
        found = dataset.table(home).by_id.get(value)
        if found is not None and hasattr(found, "name"):
            return {"names": tuple(written_names(found))}
    return {}


def _sourced(dataset: Dataset, table: str, record: Any) -> Iterator[Fact]:
    """
    Yield the facts of a record that name their source themselves.
    """
    partners = dataset.table("partners").by_id

    def fact(field: str, value: str, item: Any, **sought: Any) -> Fact:
        return Fact(
            table=table,
            record=record.id,
            field=field,
            value=value,
            source=item.source,
            locator=item.locator,
            **sought,
        )

    for item in getattr(record, "milestones", ()):
        text = f"{item.stage} {item.date}"
        yield fact(f"milestones[{text}]", text, item, date=item.date)
    for item in getattr(record, "partner_roles", ()):
        text = f"{item.partner} {item.role}"
        partner = partners.get(item.partner)
        names = () if partner is None else tuple(written_names(partner))
        yield fact(f"partner_roles[{text}]", text, item, names=names)
    for item in getattr(record, "amounts", ()):
        if item.source is not None:
            text = f"{item.currency} {item.value}"
            yield fact(f"amounts[{text}]", text, item, number=item.value)
    for item in getattr(record, "populations", ()):
        text = str(item.value)
        number = Decimal(item.value)
        yield fact(f"populations[{text}]", text, item, number=number)
    for entry in getattr(record, "history", ()):
        page = "" if entry.page is None else f"p. {entry.page}"
        yield Fact(
            table=table,
            record=record.id,
            field=f"history[{entry.report}].title",
            value=entry.title,
            source=entry.report,
            locator=page,
            names=(entry.title,),
        )
        yield Fact(
            table=table,
            record=record.id,
            field=f"history[{entry.report}].status",
            value=entry.status,
            source=entry.report,
            locator=page,
        )
