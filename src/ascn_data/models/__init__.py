"""
The record classes, their values and vocabularies, one module for each noun.

Classes are imported when first asked for, so that reading one table does not
build the classes of all eleven.
"""

_HOME = {
    "Amount": "money",
    "City": "place",
    "Country": "country",
    "Dispute": "values",
    "Event": "event",
    "Evidence": "values",
    "Milestone": "stages",
    "Name": "values",
    "Namesake": "place",
    "Observation": "observation",
    "Partner": "partner",
    "PartnerRole": "stages",
    "Partnership": "partnership",
    "Place": "place",
    "Population": "place",
    "Project": "project",
    "ProjectStatusReport": "project",
    "Role": "role",
    "Source": "source",
    "Term": "term",
}

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


def __getattr__(name: str) -> object:
    """
    Import a class from the module of its noun.
    """
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{_HOME[name]}", fromlist=[name])
    return getattr(module, name)


def __dir__() -> list[str]:
    return __all__
