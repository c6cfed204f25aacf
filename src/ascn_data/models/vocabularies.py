"""
The closed vocabularies: what a coded field may say, and what it means.

Each is a `StrEnum`, so a member equals its text in the JSON
(`ProjectStatus.ONGOING == "ongoing"`).  The docstring below a member is its
definition.
"""

import enum


class FocusArea(enum.StrEnum):
    """
    The six focus areas of the ASEAN Smart Cities Framework.

    Source: ASEAN Smart Cities Framework (2018), and every monitoring report.
    """

    CIVIC_AND_SOCIAL = "civic_and_social"
    """Civic & Social: culture, tourism, governance, services, inclusion."""
    HEALTH_AND_WELL_BEING = "health_and_well_being"
    """Health & Well-Being: housing, healthcare, other welfare services."""
    SAFETY_AND_SECURITY = "safety_and_security"
    """Safety & Security: public order, disaster response, cybersecurity."""
    QUALITY_ENVIRONMENT = "quality_environment"
    """Quality Environment: water, air, energy, waste, urban resilience."""
    BUILT_INFRASTRUCTURE = "built_infrastructure"
    """Built Infrastructure: mobility, building and construction."""
    INDUSTRY_AND_INNOVATION = "industry_and_innovation"
    """Industry & Innovation: enterprise, trade, education, start-ups."""


class FocusAreaBasis(enum.StrEnum):
    """
    Who said that a record belongs to its focus areas.
    """

    STATED = "stated"
    """A source of the record names the focus area."""
    ASSIGNED = "assigned"
    """The editors of this dataset chose it; no source states it."""


class Confidence(enum.StrEnum):
    """
    How well the facts of a record are supported.
    """

    HIGH = "high"
    """An official document, or two independent sources."""
    MEDIUM = "medium"
    """One good press or academic source."""
    LOW = "low"
    """A mirror, or a single indirect mention."""


class Cohort(enum.StrEnum):
    """
    How a city came into the network.
    """

    PILOT = "pilot"
    """One of the 26 cities the network began with in April 2018."""
    LATER = "later"
    """Joined after the start."""


class PlaceKind(enum.StrEnum):
    """
    What a place is, in the sense the sources mean it.
    """

    CITY = "city"
    """A city; used too where the extent meant is not settled."""
    MUNICIPALITY = "municipality"
    """A municipality or a city with municipal status."""
    CAPITAL_REGION = "capital_region"
    """A capital with the rank of a province, such as Bangkok."""
    PROVINCE = "province"
    """A province."""
    PROVINCE_LEVEL_CITY = "province_level_city"
    """A city run by the state with the rank of a province (Viet Nam)."""
    REGENCY = "regency"
    """An Indonesian regency (kabupaten)."""
    FEDERAL_TERRITORY = "federal_territory"
    """A Malaysian federal territory."""
    UNION_TERRITORY = "union_territory"
    """A union territory of Myanmar."""
    HIGHLY_URBANIZED_CITY = "highly_urbanized_city"
    """A Philippine city independent of any province."""
    COMPONENT_CITY = "component_city"
    """A Philippine city that belongs to a province."""
    SPECIAL_ADMINISTRATIVE_AREA = "special_administrative_area"
    """An area with its own status, such as Dili."""
    CITY_STATE = "city_state"
    """A city that is a state: Singapore."""
    DISTRICT = "district"
    """A district, ward or quarter of a larger place."""
    TOWN = "town"
    """A town."""
    NEW_TOWN = "new_town"
    """A planned city or large development, built or not."""
    ECONOMIC_ZONE = "economic_zone"
    """A special economic zone, corridor or industrial estate."""
    STATE = "state"
    """A state or region within a federation."""
    REGION = "region"
    """An area across several units, such as the Mekong delta."""


class NameKind(enum.StrEnum):
    """
    What sort of name a name is.
    """

    OFFICIAL = "official"
    """An official name in English or a local language."""
    SHORT = "short"
    """A shorter form in use."""
    ENDONYM = "endonym"
    """The name in a language of the place, in its own script."""
    EXONYM = "exonym"
    """The name in a language from elsewhere."""
    ROMANISATION = "romanisation"
    """A local name spelt in Latin letters."""
    VARIANT = "variant"
    """Another spelling in use."""
    ABBREVIATION = "abbreviation"
    """A short code or set of initials."""
    FORMER = "former"
    """A name or spelling no longer official."""


class PartnerKind(enum.StrEnum):
    """
    What a partner is.
    """

    STATE = "state"
    """A state, or the European Union acting as one party."""
    GOVERNMENT_BODY = "government_body"
    """A ministry, agency or public authority of a state."""
    CITY_GOVERNMENT = "city_government"
    """The government or an agency of a city or region."""
    COMPANY = "company"
    """A company, state-owned or private."""
    DEVELOPMENT_BANK = "development_bank"
    """A development bank or development finance institution."""
    UN_BODY = "un_body"
    """A body of the United Nations."""
    INTERGOVERNMENTAL_BODY = "intergovernmental_body"
    """Another organisation of states, such as ASEAN."""
    RESEARCH_INSTITUTE = "research_institute"
    """A university, think tank or research institute."""
    ASSOCIATION = "association"
    """An alliance, foundation, chamber or non-governmental body."""
    FUND = "fund"
    """A fund that pays for projects."""


class PartnershipKind(enum.StrEnum):
    """
    What form a partnership takes.
    """

    AGREEMENT = "agreement"
    """A memorandum of understanding or another signed agreement."""
    PROGRAMME = "programme"
    """A programme of several activities."""
    FUND = "fund"
    """A fund or trust fund."""
    DIALOGUE = "dialogue"
    """A series of meetings or a forum."""
    STATEMENT = "statement"
    """A declaration or joint statement."""
    CONSULTATIVE_BODY = "consultative_body"
    """A standing consultative body."""
    CITY_PAIR = "city_pair"
    """Two cities paired or twinned."""
    GRANT = "grant"
    """A grant."""
    LOAN = "loan"
    """A loan."""
    STUDY = "study"
    """A study, survey or plan."""
    TECHNICAL_ASSISTANCE = "technical_assistance"
    """Advice, training or other help in kind."""
    INVESTMENT = "investment"
    """An investment or a company's part in a development."""
    COOPERATION_CENTRE = "cooperation_centre"
    """An office or centre set up to cooperate."""
    NATIONAL_PROGRAMME = "national_programme"
    """A state's own smart-city programme or policy."""


class PartnershipStatus(enum.StrEnum):
    """
    The last known state of a partnership.
    """

    ANNOUNCED = "announced"
    """Announced or planned; no start seen."""
    ACTIVE = "active"
    """Running."""
    COMPLETED = "completed"
    """Ended as meant, or a single act that was done."""
    ENDED = "ended"
    """Given up, cancelled or replaced."""
    UNKNOWN = "unknown"
    """No source settles it."""


class ProjectStatus(enum.StrEnum):
    """
    The state of a project.

    The monitoring reports know planning, ongoing and completed; the others
    serve the 2018 action plans and projects outside the reports.
    """

    PROPOSED = "proposed"
    """Named as a priority project in the 2018 action plans, or announced."""
    PLANNING = "planning"
    """In planning."""
    ONGOING = "ongoing"
    """Being carried out."""
    COMPLETED = "completed"
    """Finished."""
    ENDED = "ended"
    """Given up, cancelled or merged into another."""
    UNKNOWN = "unknown"
    """The report lists the project but does not settle its state."""


class StatusCertainty(enum.StrEnum):
    """
    How a report's statement of a status was read.
    """

    PRINTED = "printed"
    """The report's list or table gives it for the project."""
    EXHIBIT = "exhibit"
    """Follows from the report's chart of counts by city and status."""
    TEXT = "text"
    """Judged from the running text."""
    INFERRED = "inferred"
    """Worked out from printed totals or a neighbouring report."""
    UNDETERMINED = "undetermined"
    """The report leaves it open; the status is unknown."""


class EventKind(enum.StrEnum):
    """
    What an event is.
    """

    MEETING = "meeting"
    """A regular or working meeting."""
    SUMMIT = "summit"
    """A meeting of leaders or ministers."""
    CONFERENCE = "conference"
    """A conference, forum, expo or round table."""
    WORKSHOP = "workshop"
    """A workshop, course or webinar."""
    LAUNCH = "launch"
    """The start or announcement of something."""
    SIGNING = "signing"
    """The signing of an agreement."""
    ADOPTION = "adoption"
    """The adoption, endorsement or enactment of a text."""
    VISIT = "visit"
    """A delegation or study visit."""
    PUBLICATION = "publication"
    """The release of a report or plan."""
    MEMBERSHIP = "membership"
    """Cities joining the network."""
    DECISION = "decision"
    """Another decision by a government, company or body."""


class EventFormat(enum.StrEnum):
    """
    How people took part in an event.
    """

    IN_PERSON = "in_person"
    """On site."""
    ONLINE = "online"
    """By video."""
    HYBRID = "hybrid"
    """Both."""


class RoleKind(enum.StrEnum):
    """
    An office in the network.
    """

    CHAIR = "chair"
    """Chairs the network for a year, with the ASEAN chair."""
    SHEPHERD = "shepherd"
    """Guides the network and its chair for a term of years."""
    NATIONAL_REPRESENTATIVE = "national_representative"
    """Speaks for a member state."""
    CHIEF_SMART_CITY_OFFICER = "chief_smart_city_officer"
    """Answers for a member city."""
    SECRETARIAT = "secretariat"
    """Supports the network."""


class ObservationKind(enum.StrEnum):
    """
    What a number is: plans, targets and results are three things.
    """

    RESULT = "result"
    """Measured, counted or reported as done."""
    TARGET = "target"
    """A level to be reached."""
    PLAN = "plan"
    """Something intended, with its size."""
    PROJECTION = "projection"
    """A forecast."""
    ESTIMATE = "estimate"
    """An estimate of a present or past quantity."""


class Qualifier(enum.StrEnum):
    """
    How a source hedges a number.
    """

    APPROXIMATELY = "approximately"
    """About, around, some, nearly, almost."""
    MORE_THAN = "more_than"
    """More than, over."""
    AT_LEAST = "at_least"
    """At least."""
    LESS_THAN = "less_than"
    """Less than, under."""
    AT_MOST = "at_most"
    """Up to, at most."""


class AmountRole(enum.StrEnum):
    """
    How an amount relates to its record.
    """

    TOTAL = "total"
    """The whole of it."""
    PART = "part"
    """One part; parts need not add up to the total."""
    ALTERNATIVE = "alternative"
    """Another source's or another currency's figure for the same thing."""
    CONTEXT = "context"
    """A wider sum that the record belongs to."""


class AmountBasis(enum.StrEnum):
    """
    What kind of money an amount is.
    """

    PLANNED = "planned"
    """Announced, pledged or budgeted."""
    ESTIMATED = "estimated"
    """An estimate of cost or value."""
    APPROVED = "approved"
    """Approved by the body that pays."""
    CONTRACTED = "contracted"
    """Agreed in a contract."""
    DISBURSED = "disbursed"
    """Paid or spent."""
    CANCELLED = "cancelled"
    """Approved once, then cancelled."""
    CEILING = "ceiling"
    """The most that may be paid."""


class SourceKind(enum.StrEnum):
    """
    What a source is.
    """

    OFFICIAL = "official"
    """A document or page of ASEAN, a state, a city or another body."""
    NEWS = "news"
    """A news item or opinion piece in the press."""
    PRESS_RELEASE = "press_release"
    """A release by the organisation concerned."""
    REPORT = "report"
    """A report, brief or paper of a think tank, company or university."""
    ARTICLE = "article"
    """An article in a scholarly journal or proceedings, or a thesis."""
    BOOK = "book"
    """A book."""
    WEB_PAGE = "web_page"
    """Another web page."""
    DATASET = "dataset"
    """A dataset, gazetteer or code list."""
