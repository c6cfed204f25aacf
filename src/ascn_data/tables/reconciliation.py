"""
`Reconciliation`: printed totals of the reports against the records.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.exports.schema import TableSchema
from ascn_data.models.vocabularies import FocusArea, ProjectStatus
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table


if TYPE_CHECKING:
    from ascn_data.models import Observation, ProjectStatusReport

    Row = tuple[str, ProjectStatusReport]
    """A project's country and what a report says of it."""


@attrs.frozen(kw_only=True, repr=False)
class Reconciliation(Shown):
    """
    A total that a monitoring report prints, against the records.

    Attributes:
        id: Id of the observation that holds the printed total.
        report: Id of the report.
        country: Id of the country it is broken down by; None if it is not.
        status: Status it is broken down by; None if it is not.
        focus_area: Focus area it is broken down by; None if it is not.
        theme: Id of the term for the theme it is broken down by; None if it
            is not.
        unit: `projects`, or `percent` for a share.
        printed: The number as printed.
        counted: The same counted from the histories of the projects; shares
            are rounded as the report rounds.
        gap: Counted less printed; 0 if they agree.
        unsettled: Projects in question whose status the report leaves open;
            they count as unknown, under no status.
        reason: Why there is a gap; None if there is none.
    """

    id: str
    report: str
    country: str | None = None
    status: ProjectStatus | None = None
    focus_area: FocusArea | None = None
    theme: str | None = None
    unit: str
    printed: Decimal
    counted: Decimal
    gap: Decimal
    unsettled: int
    reason: str | None = None


RECONCILIATION = TableSchema(
    "reconciliation",
    __name__,
    "Reconciliation",
    shown=(
        "report",
        "country",
        "status",
        "focus_area",
        "theme",
        "unit",
        "printed",
        "counted",
        "gap",
        "reason",
    ),
)
"""The table of them."""


def reconciled(store: Store) -> Table[Reconciliation]:
    """
    Return every printed total and share of the reports, reconciled.

    A total by theme is left out where no row of the report in the country
    has a theme.
    """
    rows: dict[str, list[Row]] = {}
    for project in store.table("projects"):
        for entry in project.history:
            listed = rows.setdefault(entry.report, [])
            listed.append((project.country, entry))
    results = [
        _reconciled(observation, within)
        for observation in store.table("observations")
        if observation.report in rows
        and observation.indicator in ("projects_total", "projects_share")
        and (within := _within(observation, rows[observation.report]))
        is not None
    ]
    return Table(
        RECONCILIATION, results, revision=store.revision, origin=store
    )


def _within(printed: "Observation", rows: "list[Row]") -> "list[Row] | None":
    """
    Return the rows of a report that a printed number is about.

    None for a number by theme, if none of these rows has one.
    """
    within = [row for row in rows if printed.country in (None, row[0])]
    if printed.theme is not None and not any(e.theme for _, e in within):
        return None
    return within


def _reconciled(printed: "Observation", within: "list[Row]") -> Reconciliation:
    """
    One printed number against the rows that it is about.
    """
    counted = [
        entry
        for _, entry in within
        if printed.status in (None, entry.status)
        and printed.focus_area in (None, entry.focus_area)
        and printed.theme in (None, entry.theme)
    ]
    number = Decimal(len(counted))
    if printed.unit == "percent":
        share = 100 * number / max(len(within), 1)
        number = share.quantize(printed.value, ROUND_HALF_UP)
    gap = number - printed.value
    unsettled = (
        sum(entry.status == "unknown" for _, entry in within)
        if printed.status
        else 0
    )
    return Reconciliation(
        id=printed.id,
        report=printed.report or "",
        country=printed.country,
        status=printed.status,
        focus_area=printed.focus_area,
        theme=printed.theme,
        unit=printed.unit,
        printed=printed.value,
        counted=number,
        gap=gap,
        unsettled=unsettled,
        reason=_reason(printed) if gap else None,
    )


def _reason(printed: "Observation") -> str | None:
    """
    What the data says of a gap: a dispute over the value, or a note.
    """
    for dispute in printed.disputes:
        if dispute.field == "value":
            return dispute.reason
    return printed.note
