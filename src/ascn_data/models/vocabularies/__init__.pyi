# Written by tools/generate/stubs.py.

from ascn_data.models.vocabularies.events import EventFormat as EventFormat
from ascn_data.models.vocabularies.events import EventKind as EventKind
from ascn_data.models.vocabularies.numbers import AmountBasis as AmountBasis
from ascn_data.models.vocabularies.numbers import AmountRole as AmountRole
from ascn_data.models.vocabularies.numbers import (
    ObservationKind as ObservationKind,
)
from ascn_data.models.vocabularies.numbers import Qualifier as Qualifier
from ascn_data.models.vocabularies.partners import PartnerKind as PartnerKind
from ascn_data.models.vocabularies.partnerships import (
    PartnershipKind as PartnershipKind,
)
from ascn_data.models.vocabularies.partnerships import (
    PartnershipStatus as PartnershipStatus,
)
from ascn_data.models.vocabularies.places import Cohort as Cohort
from ascn_data.models.vocabularies.places import NameKind as NameKind
from ascn_data.models.vocabularies.places import PlaceKind as PlaceKind
from ascn_data.models.vocabularies.projects import (
    ProjectStatus as ProjectStatus,
)
from ascn_data.models.vocabularies.projects import (
    StatusCertainty as StatusCertainty,
)
from ascn_data.models.vocabularies.roles import RoleKind as RoleKind
from ascn_data.models.vocabularies.shared import Confidence as Confidence
from ascn_data.models.vocabularies.shared import FocusArea as FocusArea
from ascn_data.models.vocabularies.shared import (
    FocusAreaBasis as FocusAreaBasis,
)
from ascn_data.models.vocabularies.sources import SourceKind as SourceKind
from ascn_data.models.vocabularies.stages import PartRole as PartRole
from ascn_data.models.vocabularies.stages import Stage as Stage

__all__ = [
    "AmountBasis",
    "AmountRole",
    "Cohort",
    "Confidence",
    "EventFormat",
    "EventKind",
    "FocusArea",
    "FocusAreaBasis",
    "NameKind",
    "ObservationKind",
    "PartRole",
    "PartnerKind",
    "PartnershipKind",
    "PartnershipStatus",
    "PlaceKind",
    "ProjectStatus",
    "Qualifier",
    "RoleKind",
    "SourceKind",
    "Stage",
    "StatusCertainty",
]
