"""
The closed vocabularies: what a coded field may say, and what it means.

Each is a `StrEnum`, so a member equals its text in the JSON
(`ProjectStatus.ONGOING == "ongoing"`).  The docstring below a member is its
definition.

A vocabulary is made when first asked for, so that reading one table does not
make those of all eleven.
"""

_HOMES = {
    "shared": ("FocusArea", "FocusAreaBasis", "Confidence"),
    "stages": ("Stage", "PartRole"),
    "places": ("Cohort", "PlaceKind", "NameKind"),
    "partners": ("PartnerKind",),
    "partnerships": ("PartnershipKind", "PartnershipStatus"),
    "projects": ("ProjectStatus", "StatusCertainty"),
    "events": ("EventKind", "EventFormat"),
    "roles": ("RoleKind",),
    "numbers": ("ObservationKind", "Qualifier", "AmountRole", "AmountBasis"),
    "sources": ("SourceKind",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

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


def __getattr__(name: str) -> object:
    """
    Import a vocabulary from its module.
    """
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{_HOME[name]}", fromlist=[name])
    found = getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
