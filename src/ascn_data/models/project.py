"""
Smart-city projects and their status by report: `Project`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import ends_after_start, is_id, is_text
from ascn_data.models.money import Amount
from ascn_data.models.stages import Milestone, PartnerRole
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
        theme: Id of the term for the theme under which the report's chart
            counts it; None if the report has no such chart or that is not
            settled.
        theme_certainty: How the theme was read; None where `theme` is.
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
    theme: str | None = None
    theme_certainty: StatusCertainty | None = None
    table: str | None = None
    row: int | None = None
    page: str | None = None
    certainty: StatusCertainty = StatusCertainty.PRINTED


@attrs.frozen(kw_only=True, repr=False)
class Project(Shown):
    """
    A thing made or done at a place: works, a system, a study, a trial.

    `start`, `end`, `status` and `status_as_of` follow from the milestones and
    the reports by the rule of `ascn_data.models.lifecycle`.

    Attributes:
        id: City and slug, for example `kh-phnom-penh--smart-transport`.
        name: Name in English; that of the latest report where there are
            several.
        aliases: Other names of the whole.
        components: Names of its parts and systems, for example `JakLingko`.
        cities: Ids of the member cities it belongs to.
        places: Ids of other places it belongs to.
        country: Id of its country.
        focus_areas: Focus areas it serves.
        focus_areas_basis: Whether a source states them; None if there are
            none.
        partners: Ids of the partners in it.
        partner_roles: The parts of partners, where a source says them.
        partnerships: Ids of the partnerships it belongs to; of a partnership
            and its parent only the narrower one.
        milestones: Its stages, in the order in which they happened.
        start: When it began; None if unknown.
        end: When it was completed or given up; None if it runs or that is
            unknown.
        planned_start: The start as planned; None if no plan is recorded.
        planned_end: The end as planned; None if no plan is recorded.
        status: Last known status, by the newest of reports and milestones.
        status_as_of: The date of the report or stage that set or confirmed
            the status; None if unknown.
        amounts: Sums of money, each with its role and basis.
        related: Ids of projects it grew out of, was merged into or is part
            of.
        summary: What it is, in our own words.
        history: What each report says of it, in the order of the reports.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    aliases: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    country: str
    focus_areas: tuple[FocusArea, ...] = ()
    focus_areas_basis: FocusAreaBasis | None = None
    partners: tuple[str, ...] = ()
    partner_roles: tuple[PartnerRole, ...] = ()
    partnerships: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    planned_start: PartialDate | None = None
    planned_end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    status: ProjectStatus = ProjectStatus.UNKNOWN
    status_as_of: PartialDate | None = None
    amounts: tuple[Amount, ...] = ()
    related: tuple[str, ...] = ()
    summary: str | None = None
    history: tuple[ProjectStatusReport, ...] = ()
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def themes(self) -> tuple[str, ...]:
        """
        Ids of the themes that reports count it under, each once.
        """
        return tuple(dict.fromkeys(e.theme for e in self.history if e.theme))

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
