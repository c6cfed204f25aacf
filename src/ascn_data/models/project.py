"""
Smart-city projects and their status by report: `Project`.
"""

import attrs

from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import ends_after_start, is_id, is_text
from ascn_data.models.money import Amount
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import (
    Confidence,
    FocusArea,
    FocusAreaBasis,
    ProjectStatus,
    StatusCertainty,
)


@attrs.frozen(kw_only=True, repr=False)
class ProjectStatusReport(Shown):
    """
    What one report says of a project.

    Attributes:
        report: Id of the report, for example `me-2024`.
        title: The project's title there.
        status: Its status there.
        focus_area: The focus area the report lists it under; None if it
            gives none.
        table: The list it stands in, for example `Appendix A`; None if it is
            only named in the text.
        row: Number of the row in that list; None if rows have no number.
        page: Page as printed in the report; None if not recorded.
        certainty: How the status was read.
    """

    report: str
    title: str
    status: ProjectStatus
    focus_area: FocusArea | None = None
    table: str | None = None
    row: int | None = None
    page: str | None = None
    certainty: StatusCertainty = StatusCertainty.PRINTED


@attrs.frozen(kw_only=True, repr=False)
class Project(Shown):
    """
    A smart-city project of a member city or under a partnership.

    Attributes:
        id: City and slug, for example `kh-phnom-penh--smart-transport`.
        name: Name in English; that of the latest report where there are
            several.
        cities: Ids of the member cities it belongs to.
        places: Ids of other places it belongs to.
        country: Id of its country.
        focus_areas: Focus areas it serves.
        focus_areas_basis: Whether a source states them; None if there are
            none.
        partners: Ids of the partners in it.
        partnership: Id of the partnership it runs under; None if there is
            none.
        start: When it began; None if unknown.
        end: When it ended; None if it runs or that is unknown.
        planned_start: The start as planned; None if no plan is recorded.
        planned_end: The end as planned; None if no plan is recorded.
        amounts: Sums of money, each with its role and basis.
        related: Ids of projects it grew out of, was merged into or is part
            of.
        summary: What it is, in our own words.
        history: What each report says of it, in the order of the reports.
        stated_status: Last known status from sources other than reports;
            None if only reports speak of it.
        stated_status_as_of: When that was known.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    cities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    country: str
    focus_areas: tuple[FocusArea, ...] = ()
    focus_areas_basis: FocusAreaBasis | None = None
    partners: tuple[str, ...] = ()
    partnership: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    planned_start: PartialDate | None = None
    planned_end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    amounts: tuple[Amount, ...] = ()
    related: tuple[str, ...] = ()
    summary: str | None = None
    history: tuple[ProjectStatusReport, ...] = ()
    stated_status: ProjectStatus | None = None
    stated_status_as_of: PartialDate | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def status(self) -> ProjectStatus:
        """
        The last known status.

        That of the newest report which lists the project; where another
        source gave a status, that one if no report lists the project.
        """
        if self.history:
            return self.history[-1].status
        return self.stated_status or ProjectStatus.UNKNOWN

    @property
    def first_report(self) -> str | None:
        """
        Id of the first report that lists the project; None if none does.
        """
        return self.history[0].report if self.history else None

    @property
    def last_report(self) -> str | None:
        """
        Id of the newest report that lists the project; None if none does.
        """
        return self.history[-1].report if self.history else None
