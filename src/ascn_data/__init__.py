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

_HOMES = {
    "comparing": ("diff",),
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
        "about",
        "amounts",
        "cite",
        "cities",
        "city",
        "countries",
        "country",
        "event",
        "events",
        "evidence",
        "export",
        "history",
        "links",
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
        "project",
        "projects",
        "reconciliation",
        "record",
        "resolve",
        "role",
        "roles",
        "search",
        "source",
        "sources",
        "statuses",
        "term",
        "terms",
    ),
    "naming.resolution": ("Resolution",),
    "opening": ("load", "read", "require", "revision"),
    "plots.pictures": ("plot",),
    "tables.about": ("About",),
    "tables.reconciliation": ("Reconciliation",),
    "tables.table": ("PlacedTable", "Table"),
    "version": ("__version__",),
    "versions.changes": ("Change", "Changes"),
    "versions.history": ("HistoryEntry",),
    "versions.index": ("Revision", "revisions"),
}
"""The public names by the module that defines each."""

_HOME = {name: module for module, names in _HOMES.items() for name in names}

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


# Modules that earlier releases had, for a year: what is pickled names them.
__path__ = [*__path__, f"{__path__[0]}/_moved"]


def __getattr__(name: str) -> object:
    """
    Import a public name from its module, once.
    """
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # As importlib does, whose own import a look-up would pay for.
    module = __import__(f"{__name__}.{_HOME[name]}", fromlist=[name])
    found = getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
