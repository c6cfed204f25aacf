# Written by tools/generate/stubs.py.

from ascn_data.comparing import diff as diff
from ascn_data.dataset import Dataset as Dataset
from ascn_data.dates import PartialDate as PartialDate
from ascn_data.dates import Period as Period
from ascn_data.errors import AmbiguousNameError as AmbiguousNameError
from ascn_data.errors import AscnDataError as AscnDataError
from ascn_data.errors import DataError as DataError
from ascn_data.errors import Problem as Problem
from ascn_data.errors import RevisionError as RevisionError
from ascn_data.errors import UnknownNameError as UnknownNameError
from ascn_data.functions import about as about
from ascn_data.functions import amounts as amounts
from ascn_data.functions import cite as cite
from ascn_data.functions import cities as cities
from ascn_data.functions import city as city
from ascn_data.functions import countries as countries
from ascn_data.functions import country as country
from ascn_data.functions import event as event
from ascn_data.functions import events as events
from ascn_data.functions import evidence as evidence
from ascn_data.functions import export as export
from ascn_data.functions import history as history
from ascn_data.functions import links as links
from ascn_data.functions import milestones as milestones
from ascn_data.functions import names as names
from ascn_data.functions import observation as observation
from ascn_data.functions import observations as observations
from ascn_data.functions import partner as partner
from ascn_data.functions import partners as partners
from ascn_data.functions import partnership as partnership
from ascn_data.functions import partnerships as partnerships
from ascn_data.functions import place as place
from ascn_data.functions import places as places
from ascn_data.functions import project as project
from ascn_data.functions import projects as projects
from ascn_data.functions import reconciliation as reconciliation
from ascn_data.functions import record as record
from ascn_data.functions import resolve as resolve
from ascn_data.functions import role as role
from ascn_data.functions import roles as roles
from ascn_data.functions import search as search
from ascn_data.functions import source as source
from ascn_data.functions import sources as sources
from ascn_data.functions import statuses as statuses
from ascn_data.functions import term as term
from ascn_data.functions import terms as terms
from ascn_data.naming.resolution import Resolution as Resolution
from ascn_data.opening import load as load
from ascn_data.opening import read as read
from ascn_data.opening import require as require
from ascn_data.opening import revision as revision
from ascn_data.plots.pictures import plot as plot
from ascn_data.tables.about import About as About
from ascn_data.tables.reconciliation import Reconciliation as Reconciliation
from ascn_data.tables.table import PlacedTable as PlacedTable
from ascn_data.tables.table import Table as Table
from ascn_data.version import __version__ as __version__
from ascn_data.versions.changes import Change as Change
from ascn_data.versions.changes import Changes as Changes
from ascn_data.versions.history import HistoryEntry as HistoryEntry
from ascn_data.versions.index import Revision as Revision
from ascn_data.versions.index import revisions as revisions

__all__ = [
    "About",
    "AmbiguousNameError",
    "AscnDataError",
    "Change",
    "Changes",
    "DataError",
    "Dataset",
    "HistoryEntry",
    "PartialDate",
    "Period",
    "PlacedTable",
    "Problem",
    "Reconciliation",
    "Resolution",
    "Revision",
    "RevisionError",
    "Table",
    "UnknownNameError",
    "about",
    "amounts",
    "cite",
    "cities",
    "city",
    "countries",
    "country",
    "diff",
    "event",
    "events",
    "evidence",
    "export",
    "history",
    "links",
    "load",
    "milestones",
    "names",
    "observation",
    "observations",
    "partner",
    "partners",
    "partnership",
    "partnerships",
    "place",
    "places",
    "plot",
    "project",
    "projects",
    "read",
    "reconciliation",
    "record",
    "require",
    "resolve",
    "revision",
    "revisions",
    "role",
    "roles",
    "search",
    "source",
    "sources",
    "statuses",
    "term",
    "terms",
]
