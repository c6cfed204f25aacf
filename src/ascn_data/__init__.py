"""
The reference dataset of the ASEAN Smart Cities Network (ASCN).

Cities, partners, partnerships, projects, events, offices, the framework and
the numbers, as frozen typed records; each says which document, and where in
it, its facts come from.

>>> import ascn_data as ascn
>>> ascn.city("Saigon").name
'Ho Chi Minh City'

Importing this module opens no file and imports neither attrs nor cattrs:
names are imported when first used, from the table below.
"""

# Type checkers read this name as true; importing it from typing would double
# what importing this module costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from ascn_data.changes import Change, Changes, diff
    from ascn_data.dataset import Dataset
    from ascn_data.dates import PartialDate, Period
    from ascn_data.errors import (
        AmbiguousNameError,
        AscnDataError,
        DataError,
        Problem,
        RevisionError,
        UnknownNameError,
    )
    from ascn_data.frozen import Revision, require, revisions
    from ascn_data.functions import (
        cite,
        cities,
        city,
        countries,
        country,
        events,
        export,
        history,
        observations,
        partner,
        partners,
        partnerships,
        place,
        places,
        projects,
        reconciliation,
        record,
        resolve,
        roles,
        sources,
        terms,
    )
    from ascn_data.opening import load, read, revision
    from ascn_data.reconciling import Reconciliation
    from ascn_data.resolving import Resolution
    from ascn_data.table import Table
    from ascn_data.tracing import HistoryEntry

__version__ = "2026.2.1"

_HOMES = {
    "changes": ("Change", "Changes", "diff"),
    "dataset": ("Dataset",),
    "dates": ("PartialDate", "Period"),
    "errors": (
        "AmbiguousNameError",
        "AscnDataError",
        "DataError",
        "Problem",
        "RevisionError",
        "UnknownNameError",
    ),
    "functions": (
        "cite",
        "cities",
        "city",
        "countries",
        "country",
        "events",
        "export",
        "history",
        "observations",
        "partner",
        "partners",
        "partnerships",
        "place",
        "places",
        "projects",
        "reconciliation",
        "record",
        "resolve",
        "roles",
        "sources",
        "terms",
    ),
    "opening": ("load", "read", "revision"),
    "reconciling": ("Reconciliation",),
    "resolving": ("Resolution",),
    "frozen": ("Revision", "require", "revisions"),
    "table": ("Table",),
    "tracing": ("HistoryEntry",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AmbiguousNameError",
    "AscnDataError",
    "Change",
    "Changes",
    "DataError",
    "Dataset",
    "HistoryEntry",
    "PartialDate",
    "Period",
    "Problem",
    "Reconciliation",
    "Resolution",
    "Revision",
    "RevisionError",
    "Table",
    "UnknownNameError",
    "cite",
    "cities",
    "city",
    "countries",
    "country",
    "diff",
    "events",
    "export",
    "history",
    "load",
    "observations",
    "partner",
    "partners",
    "partnerships",
    "place",
    "places",
    "projects",
    "read",
    "reconciliation",
    "record",
    "require",
    "resolve",
    "revision",
    "revisions",
    "roles",
    "sources",
    "terms",
]


# Hidden from type checkers, so that they see a misspelt name for what it is.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """
        Import a public name from its module, once.
        """
        import importlib

        if name not in _HOME:
            raise AttributeError(
                f"module {__name__!r} has no attribute {name!r}"
            )
        module = importlib.import_module(f"{__name__}.{_HOME[name]}")
        found = getattr(module, name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
