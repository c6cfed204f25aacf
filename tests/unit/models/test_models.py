"""
`ascn_data.models`: what a record keeps true by itself.
"""

import copy
import pickle

from typing import Any

import attrs
import pytest

import ascn_data.models

from ascn_data import models
from ascn_data.dates import PartialDate
from ascn_data.models import vocabularies
from ascn_data.models.catalogue import TABLES, record_class
from ascn_data.models.vocabularies import Confidence, PartnershipKind
from samples import tables


CLASSES = [getattr(models, name) for name in models.__all__]


@pytest.mark.parametrize("cls", CLASSES)
def test_classes_are_frozen_slotted_and_keyword_only(cls: type[Any]) -> None:
    """
    No record can change, and none is built by position.
    """
    assert "__slots__" in vars(cls)
    assert all(a.kw_only for a in attrs.fields(cls))
    assert cls.__attrs_props__.is_frozen


@pytest.mark.parametrize("cls", CLASSES)
def test_docstrings_describe_every_attribute(cls: type[Any]) -> None:
    """
    Each field is explained in its class or in the class it extends.
    """
    text = "".join(c.__doc__ or "" for c in cls.__mro__[:-1])

    assert [
        a.name for a in attrs.fields(cls) if f" {a.name}: " not in text
    ] == []


def test_frozen_records_refuse_changes() -> None:
    """
    Assigning to a field raises.
    """
    city = tables()["cities"][0]

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        city.name = "Nowhere"


@pytest.mark.parametrize("table", [t for t in TABLES if tables()[t]])
def test_records_copy_pickle_and_hash(table: str) -> None:
    """
    A copy is equal, whichever way it is made.
    """
    record = tables()[table][0]

    assert copy.copy(record) == copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
    assert hash(copy.deepcopy(record)) == hash(record)
    assert isinstance(record, record_class(table))


def _partnership(**changes: Any) -> models.Partnership:
    fields: dict[str, Any] = {
        "id": "x",
        "name": "X",
        "kind": PartnershipKind.GRANT,
        "confidence": Confidence.LOW,
        **changes,
    }
    return models.Partnership(**fields)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "X"}, "id 'X' is not an id"),
        ({"id": "a---b"}, "is not an id"),
        ({"id": 3}, "id 3 is not an id"),
        ({"name": " "}, "name ' ' is not a text"),
        ({"name": None}, "name None is not a text"),
        (
            {"start": PartialDate("2020"), "end": PartialDate("2019")},
            "end 2019 lies before the start 2020",
        ),
        (
            {
                "planned_start": PartialDate("2020"),
                "planned_end": PartialDate("2019"),
            },
            "planned_end 2019 lies before the start 2020",
        ),
    ],
)
def test_wrong_fields(changes: dict[str, Any], message: str) -> None:
    """
    Ids, names and dates are held to their rules when a record is made.
    """
    with pytest.raises(ValueError, match=message):
        _partnership(**changes)


@pytest.mark.parametrize(
    "end", [None, PartialDate("2020-05"), PartialDate("2020")]
)
def test_right_dates(end: PartialDate | None) -> None:
    """
    An end may be unknown or lie within the start.
    """
    assert _partnership(start=PartialDate("2020"), end=end).end == end


@pytest.mark.parametrize(
    ("latitude", "longitude", "message"),
    [
        (91.0, 0.0, "latitude 91.0 is not between"),
        (0.0, 181.0, "longitude 181.0 is not between"),
        (None, 1.0, "come together"),
        (1.0, None, "come together"),
    ],
)
def test_wrong_coordinates(
    latitude: float | None, longitude: float | None, message: str
) -> None:
    """
    Coordinates are two and lie on the Earth.
    """
    with pytest.raises(ValueError, match=message):
        models.Place(
            id="xx-x",
            name="X",
            country="xx",
            latitude=latitude,
            longitude=longitude,
            confidence=Confidence.LOW,
        )


def test_reports_of_a_project() -> None:
    """
    The first and newest report, and each theme of a report once.
    """
    reported, other = tables()["projects"]
    first, second = reported.history
    themed = attrs.evolve(
        reported,
        history=(
            attrs.evolve(first, theme="civic"),
            attrs.evolve(second, theme="civic"),
            second,
        ),
    )

    assert reported.first_report == "report-1"
    assert reported.last_report == "report-2"
    assert other.first_report is other.last_report is None
    assert themed.themes == ("civic",)
    assert other.themes == ()


def test_models_module_lists_its_classes() -> None:
    """
    `dir` shows the classes, and a wrong name is an AttributeError.
    """
    assert dir(ascn_data.models) == models.__all__
    with pytest.raises(AttributeError, match="no attribute 'Town'"):
        _ = models.Town  # type: ignore[attr-defined]


def test_vocabularies_module_lists_its_vocabularies() -> None:
    """
    The same holds of the vocabularies.
    """
    assert dir(vocabularies) == sorted(vocabularies.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Colour'"):
        _ = vocabularies.Colour  # type: ignore[attr-defined]
