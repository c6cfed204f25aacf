"""
Records of each class from the JSON objects of released files, unchecked.

Written by `tools/generate/making.py` from the classes.
"""

from __future__ import annotations

import functools

from ascn_data.files.making import members, new, shared, unlocked


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Row = dict[str, Any]
    Maker = Callable[[Row], Any]


def maker_of(cls: type[Any]) -> Maker:
    """
    Return a function that makes a record of a class from a JSON object.
    """
    return _MAKERS[cls.__name__]()


@functools.cache
def _name() -> Maker:
    from ascn_data.models.values import Name
    from ascn_data.models.vocabularies.places import NameKind

    namekind = members(NameKind)
    open_class = unlocked(Name)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.text = row["text"]
        made.language = get("language")
        made.kind = (
            namekind(row["kind"]) if "kind" in row else NameKind.VARIANT
        )
        made.source = get("source")
        made.__class__ = Name
        return made

    return make


@functools.cache
def _namesake() -> Maker:
    from ascn_data.models.place import Namesake
    from ascn_data.models.vocabularies.places import PlaceKind

    placekind = members(PlaceKind)
    open_class = unlocked(Namesake)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.names = tuple(row["names"])
        made.kind = placekind(row["kind"]) if "kind" in row else None
        made.subdivision = get("subdivision")
        made.distance_km = get("distance_km")
        made.used_in = get("used_in")
        made.source = row["source"]
        made.locator = row["locator"]
        made.__class__ = Namesake
        return made

    return make


@functools.cache
def _population() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.place import Population

    partialdate = shared(PartialDate)
    open_class = unlocked(Population)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        made.value = row["value"]
        made.boundary = row["boundary"]
        made.source = row["source"]
        made.locator = row["locator"]
        made.as_of = partialdate(row["as_of"]) if "as_of" in row else None
        made.__class__ = Population
        return made

    return make


@functools.cache
def _evidence() -> Maker:
    from ascn_data.models.values import Evidence

    open_class = unlocked(Evidence)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        made.source = row["source"]
        made.locator = row["locator"]
        made.fields = tuple(row["fields"]) if "fields" in row else ()
        made.__class__ = Evidence
        return made

    return make


@functools.cache
def _dispute() -> Maker:
    from ascn_data.models.values import Dispute

    open_class = unlocked(Dispute)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        made.field = row["field"]
        made.value = row["value"]
        made.source = row["source"]
        made.locator = row["locator"]
        made.reason = row["reason"]
        made.__class__ = Dispute
        return made

    return make


@functools.cache
def _city() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.place import City
    from ascn_data.models.vocabularies.places import Cohort, PlaceKind
    from ascn_data.models.vocabularies.shared import Confidence, FocusArea

    cohort = members(Cohort)
    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    focusarea = members(FocusArea)
    name = _name()
    namesake = _namesake()
    partialdate = shared(PartialDate)
    placekind = members(PlaceKind)
    population = _population()
    open_class = unlocked(City)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.country = row["country"]
        made.kind = placekind(row["kind"]) if "kind" in row else None
        made.latitude = float(row["latitude"]) if "latitude" in row else None
        made.longitude = (
            float(row["longitude"]) if "longitude" in row else None
        )
        made.names = (
            tuple([name(each) for each in row["names"]])
            if "names" in row
            else ()
        )
        made.namesakes = (
            tuple([namesake(each) for each in row["namesakes"]])
            if "namesakes" in row
            else ()
        )
        made.part_of = get("part_of")
        made.geonames_id = get("geonames_id")
        made.wikidata_id = get("wikidata_id")
        made.unlocode = get("unlocode")
        made.subdivision = get("subdivision")
        made.subdivision_names = (
            tuple(row["subdivision_names"])
            if "subdivision_names" in row
            else ()
        )
        made.timezone = get("timezone")
        made.is_national_capital = get("is_national_capital", False)
        made.area_km2 = float(row["area_km2"]) if "area_km2" in row else None
        made.populations = (
            tuple([population(each) for each in row["populations"]])
            if "populations" in row
            else ()
        )
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.official_name = row["official_name"]
        made.joined = partialdate(row["joined"])
        made.cohort = cohort(row["cohort"])
        made.vision = get("vision")
        made.focus_areas = (
            tuple([focusarea(each) for each in row["focus_areas"]])
            if "focus_areas" in row
            else ()
        )
        made.__class__ = City
        return made

    return make


@functools.cache
def _country() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.country import Country
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    name = _name()
    partialdate = shared(PartialDate)
    open_class = unlocked(Country)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.official_name = get("official_name")
        made.iso_alpha2 = row["iso_alpha2"]
        made.iso_alpha3 = row["iso_alpha3"]
        made.iso_numeric = row["iso_numeric"]
        made.m49 = get("m49")
        made.asean_joined = (
            partialdate(row["asean_joined"]) if "asean_joined" in row else None
        )
        made.names = (
            tuple([name(each) for each in row["names"]])
            if "names" in row
            else ()
        )
        made.geonames_id = get("geonames_id")
        made.wikidata_id = get("wikidata_id")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Country
        return made

    return make


@functools.cache
def _event() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.event import Event
    from ascn_data.models.vocabularies.events import EventFormat, EventKind
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    eventformat = members(EventFormat)
    eventkind = members(EventKind)
    evidence = _evidence()
    partialdate = shared(PartialDate)
    open_class = unlocked(Event)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.aliases = tuple(row["aliases"]) if "aliases" in row else ()
        made.kind = eventkind(row["kind"])
        made.series = get("series")
        made.number = get("number")
        made.start = partialdate(row["start"]) if "start" in row else None
        made.end = partialdate(row["end"]) if "end" in row else None
        made.planned_start = (
            partialdate(row["planned_start"])
            if "planned_start" in row
            else None
        )
        made.planned_end = (
            partialdate(row["planned_end"]) if "planned_end" in row else None
        )
        made.format = eventformat(row["format"]) if "format" in row else None
        made.place = get("place")
        made.country = get("country")
        made.hosts = tuple(row["hosts"]) if "hosts" in row else ()
        made.partners = tuple(row["partners"]) if "partners" in row else ()
        made.cities = tuple(row["cities"]) if "cities" in row else ()
        made.partnerships = (
            tuple(row["partnerships"]) if "partnerships" in row else ()
        )
        made.projects = tuple(row["projects"]) if "projects" in row else ()
        made.outcomes = tuple(row["outcomes"]) if "outcomes" in row else ()
        made.summary = get("summary")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Event
        return made

    return make


@functools.cache
def _observation() -> Maker:
    from decimal import Decimal

    from ascn_data.dates import PartialDate, Period
    from ascn_data.models.observation import Observation
    from ascn_data.models.vocabularies.numbers import (
        ObservationKind,
        Qualifier,
    )
    from ascn_data.models.vocabularies.projects import ProjectStatus
    from ascn_data.models.vocabularies.shared import Confidence, FocusArea

    confidence = members(Confidence)
    decimal = shared(Decimal)
    dispute = _dispute()
    evidence = _evidence()
    focusarea = members(FocusArea)
    observationkind = members(ObservationKind)
    partialdate = shared(PartialDate)
    period = shared(Period)
    projectstatus = members(ProjectStatus)
    qualifier = members(Qualifier)
    open_class = unlocked(Observation)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.title = row["title"]
        made.subject = row["subject"]
        made.indicator = row["indicator"]
        made.value = decimal(row["value"])
        made.unit = row["unit"]
        made.qualifier = (
            qualifier(row["qualifier"]) if "qualifier" in row else None
        )
        made.as_of = partialdate(row["as_of"]) if "as_of" in row else None
        made.period = period(row["period"]) if "period" in row else None
        made.kind = observationkind(row["kind"])
        made.country = get("country")
        made.status = projectstatus(row["status"]) if "status" in row else None
        made.focus_area = (
            focusarea(row["focus_area"]) if "focus_area" in row else None
        )
        made.theme = get("theme")
        made.report = get("report")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Observation
        return made

    return make


@functools.cache
def _partner() -> Maker:
    from ascn_data.models.partner import Partner
    from ascn_data.models.vocabularies.partners import PartnerKind
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    name = _name()
    partnerkind = members(PartnerKind)
    open_class = unlocked(Partner)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.kind = partnerkind(row["kind"])
        made.country = get("country")
        made.place = get("place")
        made.parent = get("parent")
        made.aliases = tuple(row["aliases"]) if "aliases" in row else ()
        made.names = (
            tuple([name(each) for each in row["names"]])
            if "names" in row
            else ()
        )
        made.url = get("url")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Partner
        return made

    return make


@functools.cache
def _partnerrole() -> Maker:
    from ascn_data.models.stages import PartnerRole
    from ascn_data.models.vocabularies.stages import PartRole

    partrole = members(PartRole)
    open_class = unlocked(PartnerRole)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        made.partner = row["partner"]
        made.role = partrole(row["role"])
        made.source = row["source"]
        made.locator = row["locator"]
        made.__class__ = PartnerRole
        return made

    return make


@functools.cache
def _milestone() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.stages import Milestone
    from ascn_data.models.vocabularies.stages import Stage

    partialdate = shared(PartialDate)
    stage = members(Stage)
    open_class = unlocked(Milestone)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.stage = stage(row["stage"])
        made.date = partialdate(row["date"])
        made.component = get("component")
        made.event = get("event")
        made.source = row["source"]
        made.locator = row["locator"]
        made.note = get("note")
        made.__class__ = Milestone
        return made

    return make


@functools.cache
def _amount() -> Maker:
    from decimal import Decimal

    from ascn_data.dates import PartialDate, Period
    from ascn_data.models.money import Amount
    from ascn_data.models.vocabularies.numbers import (
        AmountBasis,
        AmountRole,
        Qualifier,
    )

    amountbasis = members(AmountBasis)
    amountrole = members(AmountRole)
    decimal = shared(Decimal)
    partialdate = shared(PartialDate)
    period = shared(Period)
    qualifier = members(Qualifier)
    open_class = unlocked(Amount)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.value = decimal(row["value"])
        made.currency = row["currency"]
        made.role = amountrole(row["role"])
        made.basis = amountbasis(row["basis"])
        made.qualifier = (
            qualifier(row["qualifier"]) if "qualifier" in row else None
        )
        made.payers = tuple(row["payers"]) if "payers" in row else ()
        made.recipient = get("recipient")
        made.as_of = partialdate(row["as_of"]) if "as_of" in row else None
        made.period = period(row["period"]) if "period" in row else None
        made.source = get("source")
        made.locator = get("locator")
        made.note = get("note")
        made.__class__ = Amount
        return made

    return make


@functools.cache
def _partnership() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.partnership import Partnership
    from ascn_data.models.vocabularies.partnerships import (
        PartnershipKind,
        PartnershipStatus,
    )
    from ascn_data.models.vocabularies.shared import (
        Confidence,
        FocusArea,
        FocusAreaBasis,
    )

    amount = _amount()
    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    focusarea = members(FocusArea)
    focusareabasis = members(FocusAreaBasis)
    milestone = _milestone()
    partialdate = shared(PartialDate)
    partnerrole = _partnerrole()
    partnershipkind = members(PartnershipKind)
    partnershipstatus = members(PartnershipStatus)
    open_class = unlocked(Partnership)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.aliases = tuple(row["aliases"]) if "aliases" in row else ()
        made.kind = partnershipkind(row["kind"])
        made.partners = tuple(row["partners"]) if "partners" in row else ()
        made.partner_roles = (
            tuple([partnerrole(each) for each in row["partner_roles"]])
            if "partner_roles" in row
            else ()
        )
        made.cities = tuple(row["cities"]) if "cities" in row else ()
        made.places = tuple(row["places"]) if "places" in row else ()
        made.countries = tuple(row["countries"]) if "countries" in row else ()
        made.milestones = (
            tuple([milestone(each) for each in row["milestones"]])
            if "milestones" in row
            else ()
        )
        made.start = partialdate(row["start"]) if "start" in row else None
        made.end = partialdate(row["end"]) if "end" in row else None
        made.planned_start = (
            partialdate(row["planned_start"])
            if "planned_start" in row
            else None
        )
        made.planned_end = (
            partialdate(row["planned_end"]) if "planned_end" in row else None
        )
        made.status = (
            partnershipstatus(row["status"])
            if "status" in row
            else PartnershipStatus.UNKNOWN
        )
        made.status_as_of = (
            partialdate(row["status_as_of"]) if "status_as_of" in row else None
        )
        made.amounts = (
            tuple([amount(each) for each in row["amounts"]])
            if "amounts" in row
            else ()
        )
        made.focus_areas = (
            tuple([focusarea(each) for each in row["focus_areas"]])
            if "focus_areas" in row
            else ()
        )
        made.focus_areas_basis = (
            focusareabasis(row["focus_areas_basis"])
            if "focus_areas_basis" in row
            else None
        )
        made.parent = get("parent")
        made.summary = get("summary")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Partnership
        return made

    return make


@functools.cache
def _place() -> Maker:
    from ascn_data.models.place import Place
    from ascn_data.models.vocabularies.places import PlaceKind
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    name = _name()
    namesake = _namesake()
    placekind = members(PlaceKind)
    population = _population()
    open_class = unlocked(Place)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.country = row["country"]
        made.kind = placekind(row["kind"]) if "kind" in row else None
        made.latitude = float(row["latitude"]) if "latitude" in row else None
        made.longitude = (
            float(row["longitude"]) if "longitude" in row else None
        )
        made.names = (
            tuple([name(each) for each in row["names"]])
            if "names" in row
            else ()
        )
        made.namesakes = (
            tuple([namesake(each) for each in row["namesakes"]])
            if "namesakes" in row
            else ()
        )
        made.part_of = get("part_of")
        made.geonames_id = get("geonames_id")
        made.wikidata_id = get("wikidata_id")
        made.unlocode = get("unlocode")
        made.subdivision = get("subdivision")
        made.subdivision_names = (
            tuple(row["subdivision_names"])
            if "subdivision_names" in row
            else ()
        )
        made.timezone = get("timezone")
        made.is_national_capital = get("is_national_capital", False)
        made.area_km2 = float(row["area_km2"]) if "area_km2" in row else None
        made.populations = (
            tuple([population(each) for each in row["populations"]])
            if "populations" in row
            else ()
        )
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Place
        return made

    return make


@functools.cache
def _projectstatusreport() -> Maker:
    from ascn_data.models.project import ProjectStatusReport
    from ascn_data.models.vocabularies.projects import (
        ProjectStatus,
        StatusCertainty,
    )
    from ascn_data.models.vocabularies.shared import FocusArea

    focusarea = members(FocusArea)
    projectstatus = members(ProjectStatus)
    statuscertainty = members(StatusCertainty)
    open_class = unlocked(ProjectStatusReport)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.report = row["report"]
        made.title = row["title"]
        made.status = projectstatus(row["status"])
        made.focus_area = (
            focusarea(row["focus_area"]) if "focus_area" in row else None
        )
        made.theme = get("theme")
        made.theme_certainty = (
            statuscertainty(row["theme_certainty"])
            if "theme_certainty" in row
            else None
        )
        made.table = get("table")
        made.row = get("row")
        made.page = get("page")
        made.certainty = (
            statuscertainty(row["certainty"])
            if "certainty" in row
            else StatusCertainty.PRINTED
        )
        made.__class__ = ProjectStatusReport
        return made

    return make


@functools.cache
def _project() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.project import Project
    from ascn_data.models.vocabularies.projects import ProjectStatus
    from ascn_data.models.vocabularies.shared import (
        Confidence,
        FocusArea,
        FocusAreaBasis,
    )

    amount = _amount()
    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    focusarea = members(FocusArea)
    focusareabasis = members(FocusAreaBasis)
    milestone = _milestone()
    partialdate = shared(PartialDate)
    partnerrole = _partnerrole()
    projectstatus = members(ProjectStatus)
    projectstatusreport = _projectstatusreport()
    open_class = unlocked(Project)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.aliases = tuple(row["aliases"]) if "aliases" in row else ()
        made.components = (
            tuple(row["components"]) if "components" in row else ()
        )
        made.cities = tuple(row["cities"]) if "cities" in row else ()
        made.places = tuple(row["places"]) if "places" in row else ()
        made.country = row["country"]
        made.focus_areas = (
            tuple([focusarea(each) for each in row["focus_areas"]])
            if "focus_areas" in row
            else ()
        )
        made.focus_areas_basis = (
            focusareabasis(row["focus_areas_basis"])
            if "focus_areas_basis" in row
            else None
        )
        made.partners = tuple(row["partners"]) if "partners" in row else ()
        made.partner_roles = (
            tuple([partnerrole(each) for each in row["partner_roles"]])
            if "partner_roles" in row
            else ()
        )
        made.partnerships = (
            tuple(row["partnerships"]) if "partnerships" in row else ()
        )
        made.milestones = (
            tuple([milestone(each) for each in row["milestones"]])
            if "milestones" in row
            else ()
        )
        made.start = partialdate(row["start"]) if "start" in row else None
        made.end = partialdate(row["end"]) if "end" in row else None
        made.planned_start = (
            partialdate(row["planned_start"])
            if "planned_start" in row
            else None
        )
        made.planned_end = (
            partialdate(row["planned_end"]) if "planned_end" in row else None
        )
        made.status = (
            projectstatus(row["status"])
            if "status" in row
            else ProjectStatus.UNKNOWN
        )
        made.status_as_of = (
            partialdate(row["status_as_of"]) if "status_as_of" in row else None
        )
        made.amounts = (
            tuple([amount(each) for each in row["amounts"]])
            if "amounts" in row
            else ()
        )
        made.related = tuple(row["related"]) if "related" in row else ()
        made.summary = get("summary")
        made.history = (
            tuple([projectstatusreport(each) for each in row["history"]])
            if "history" in row
            else ()
        )
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Project
        return made

    return make


@functools.cache
def _role() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.role import Role
    from ascn_data.models.vocabularies.roles import RoleKind
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    partialdate = shared(PartialDate)
    rolekind = members(RoleKind)
    open_class = unlocked(Role)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.name = row["name"]
        made.kind = rolekind(row["kind"])
        made.country = get("country")
        made.city = get("city")
        made.institution = get("institution")
        made.start = partialdate(row["start"]) if "start" in row else None
        made.end = partialdate(row["end"]) if "end" in row else None
        made.as_of = partialdate(row["as_of"]) if "as_of" in row else None
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Role
        return made

    return make


@functools.cache
def _source() -> Maker:
    from ascn_data.dates import PartialDate
    from ascn_data.models.source import Source
    from ascn_data.models.vocabularies.shared import Confidence
    from ascn_data.models.vocabularies.sources import SourceKind

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    partialdate = shared(PartialDate)
    sourcekind = members(SourceKind)
    open_class = unlocked(Source)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.kind = sourcekind(row["kind"])
        made.title = row["title"]
        made.subtitle = get("subtitle")
        made.authors = tuple(row["authors"]) if "authors" in row else ()
        made.publisher = get("publisher")
        made.place = get("place")
        made.published = (
            partialdate(row["published"]) if "published" in row else None
        )
        made.accessed = (
            partialdate(row["accessed"]) if "accessed" in row else None
        )
        made.url = get("url")
        made.identifier = get("identifier")
        made.container = get("container")
        made.language = get("language")
        made.licence = get("licence")
        made.mentions = tuple(row["mentions"]) if "mentions" in row else ()
        made.found_in = get("found_in")
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Source
        return made

    return make


@functools.cache
def _term() -> Maker:
    from ascn_data.models.term import Term
    from ascn_data.models.vocabularies.shared import Confidence

    confidence = members(Confidence)
    dispute = _dispute()
    evidence = _evidence()
    open_class = unlocked(Term)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        get = row.get
        made.id = row["id"]
        made.scheme = row["scheme"]
        made.label = row["label"]
        made.definition = get("definition")
        made.broader = get("broader")
        made.order = get("order")
        made.aliases = tuple(row["aliases"]) if "aliases" in row else ()
        made.note = get("note")
        made.confidence = confidence(row["confidence"])
        made.evidence = (
            tuple([evidence(each) for each in row["evidence"]])
            if "evidence" in row
            else ()
        )
        made.disputes = (
            tuple([dispute(each) for each in row["disputes"]])
            if "disputes" in row
            else ()
        )
        made.__class__ = Term
        return made

    return make


@functools.cache
def _retirement() -> Maker:
    from ascn_data.models.retirement import Retirement

    open_class = unlocked(Retirement)

    def make(row: Row) -> Any:
        made: Any = new(open_class)
        made.id = row["id"]
        made.table = row["table"]
        made.revision = row["revision"]
        made.replaced_by = (
            tuple(row["replaced_by"]) if "replaced_by" in row else ()
        )
        made.reason = row["reason"]
        made.__class__ = Retirement
        return made

    return make


_MAKERS = {
    "Name": _name,
    "Namesake": _namesake,
    "Population": _population,
    "Evidence": _evidence,
    "Dispute": _dispute,
    "City": _city,
    "Country": _country,
    "Event": _event,
    "Observation": _observation,
    "Partner": _partner,
    "PartnerRole": _partnerrole,
    "Milestone": _milestone,
    "Amount": _amount,
    "Partnership": _partnership,
    "Place": _place,
    "ProjectStatusReport": _projectstatusreport,
    "Project": _project,
    "Role": _role,
    "Source": _source,
    "Term": _term,
    "Retirement": _retirement,
}
