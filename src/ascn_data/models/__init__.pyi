# Written by tools/generate/stubs.py.

from ascn_data.models.country import Country as Country
from ascn_data.models.event import Event as Event
from ascn_data.models.money import Amount as Amount
from ascn_data.models.observation import Observation as Observation
from ascn_data.models.partner import Partner as Partner
from ascn_data.models.partnership import Partnership as Partnership
from ascn_data.models.place import City as City
from ascn_data.models.place import Namesake as Namesake
from ascn_data.models.place import Place as Place
from ascn_data.models.place import Population as Population
from ascn_data.models.project import Project as Project
from ascn_data.models.project import ProjectStatusReport as ProjectStatusReport
from ascn_data.models.role import Role as Role
from ascn_data.models.source import Source as Source
from ascn_data.models.stages import Milestone as Milestone
from ascn_data.models.stages import PartnerRole as PartnerRole
from ascn_data.models.term import Term as Term
from ascn_data.models.values import Dispute as Dispute
from ascn_data.models.values import Evidence as Evidence
from ascn_data.models.values import Name as Name

__all__ = [
    "Amount",
    "City",
    "Country",
    "Dispute",
    "Event",
    "Evidence",
    "Milestone",
    "Name",
    "Namesake",
    "Observation",
    "Partner",
    "PartnerRole",
    "Partnership",
    "Place",
    "Population",
    "Project",
    "ProjectStatusReport",
    "Role",
    "Source",
    "Term",
]
