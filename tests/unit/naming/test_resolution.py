"""
`ascn_data.resolving`: a column of names as ids.
"""

import math

from collections.abc import Iterator
from typing import Any

import pytest

from ascn_data.cli.lines import resolve_lines
from ascn_data.dataset import Dataset
from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.naming.index import NameIndex
from ascn_data.naming.resolution import resolve_names
from ascn_data.tables.store import Store
from samples import dataset, rows, tables


DS = dataset()
INDEX = NameIndex("city", [("Hue", "vn-hue"), ("X", "a"), ("x", "b")])


class Column:
    """
    A column that gives plain values when asked, as Arrow's do.
    """

    def __iter__(self) -> Any:
        raise AssertionError("a column's own scalars are not iterated over")

    def to_pylist(self) -> list[str | None]:
        """
        The values.
        """
        return ["Hue", None]


class NotAvailable:
    """
    Like pandas' NA: comparing it gives itself.
    """

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> Any:
        return self


def test_order_and_gaps_are_kept() -> None:
    """
    One id for each name; gaps stay gaps.
    """
    names = ["DA NANG", None, "Huế", math.nan, "vn-hue", NotAvailable()]

    found = DS.resolve(names, kind="city")

    assert list(found) == ["vn-da-nang", None, "vn-hue", None, "vn-hue", None]
    assert len(found) == 6
    assert found[0] == "vn-da-nang"
    assert found[1:3] == (None, "vn-hue")
    assert (found.unknown, found.ambiguous) == ((), {})


def test_columns_and_iterators() -> None:
    """
    Columns give their values; an iterator is read once.
    """
    assert list(DS.resolve(Column(), kind="city")) == ["vn-hue", None]
    assert list(DS.resolve(iter(["Hue"]), kind="city")) == ["vn-hue"]


def test_unknown_names_raise_with_a_count() -> None:
    """
    The error shows the first and counts the rest.
    """
    with pytest.raises(UnknownNameError, match="'Hui'; did you mean 'Hue'"):
        DS.resolve(["Hui", "Hui"], kind="city")
    with pytest.raises(UnknownNameError, match="1 more distinct names"):
        DS.resolve(["Hui", "Atlantis"], kind="city")


def test_unknown_names_can_be_reported() -> None:
    """
    Each distinct unknown name is listed once, with close spellings.
    """
    names = ["Hui", "Hue", "Atlantis", "Hui"]

    found = DS.resolve(names, kind="city", on_unknown="none")

    assert list(found) == [None, "vn-hue", None, None]
    assert found.unknown == ("Hui", "Atlantis")
    assert found.found == {"Hue": "vn-hue"}
    assert found.suggestions()["Hui"] == ("Hue",)
    assert found.suggestions()["Atlantis"] == ()
    assert repr(found).splitlines() == [
        "1 of 4 names resolved as city, ascn-data revision sample",
        "  'Hue' -> vn-hue",
        "  unknown: 'Hui': perhaps Hue",
        "  unknown: 'Atlantis'",
    ]


def test_long_reports_are_cut() -> None:
    """
    Ten unknown names are shown, the others counted.
    """
    names = [f"Atlantis {n}" for n in range(12)]

    found = resolve_names(names, INDEX, on_unknown="none", on_ambiguous="none")

    assert repr(found).endswith("and 2 more, see problems()")
    endless = DS.resolve(["x" * 500], kind="city", on_unknown="none")
    assert len(repr(endless)) < 150


def test_ambiguous_names() -> None:
    """
    What fits two raises, or is listed with both.
    """
    with pytest.raises(AmbiguousNameError, match="'a', 'b'"):
        resolve_names(["X"], INDEX, on_unknown="none", on_ambiguous="raise")

    found = resolve_names(
        ["X"], INDEX, on_unknown="raise", on_ambiguous="none"
    )

    assert list(found) == [None]
    assert found.ambiguous == {"X": ("a", "b")}
    assert "ambiguous: 'X': perhaps a or b" in repr(found)
    assert list(found.problems()) == [("X", "ambiguous", ("a", "b"))]


def test_gaps_are_no_names() -> None:
    """
    Of what is no name it is not said that it was not resolved.
    """
    names = ["Hue", None, math.nan, "Hui"]

    found = resolve_names(names, INDEX, on_unknown="none", on_ambiguous="none")

    assert found.gaps == 2
    assert found.summary == "1 of 2 names resolved as city, 2 gaps"


def test_a_record_is_meant_once() -> None:
    """
    Of close spellings of one record, the closest stands for it.
    """
    index = NameIndex(
        "city",
        [("Yangon", "a"), ("Yangom", "b"), ("Yangonn", "a")],
    )

    found = resolve_names(
        ["Yangone"], index, on_unknown="none", on_ambiguous="none"
    )

    ((_, _, perhaps),) = found.problems()
    assert found.suggestions()["Yangone"] == perhaps
    assert {index.ids[name.lower()] for name in perhaps} == {("a",), ("b",)}
    assert len(perhaps) == 2


def test_lines_name_each_record_once() -> None:
    """
    A record is not offered under two of its names.
    """
    assert list(resolve_lines(DS, ["Jpan", " ", "Japan"], "country")) == [
        ("Jpan", None, "unknown; did you mean Japan?"),
        (None, None, None),
        ("Japan", "jp", None),
    ]


def test_lines_tell_what_may_be_meant() -> None:
    """
    Of a name of several records, the ids of all.
    """
    given = rows()
    given["partners"][0]["aliases"] = ["Both"]
    given["partners"][1]["aliases"] = ["Both"]
    ds = Dataset(Store("sample", tables(given).__getitem__))

    ((name, id_, problem),) = resolve_lines(ds, ["both"], "partner")

    assert (name, id_) == ("both", None)
    assert problem is not None
    assert problem.startswith("can mean ")
    assert set(problem.removeprefix("can mean ").split(" or ")) == {
        row["id"] for row in given["partners"][:2]
    }


class Frame:
    """
    Like a data frame: it gives the names of its columns.
    """

    columns = ("city",)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)


class Matrix(list[str]):
    """
    Like an array of two dimensions.
    """

    ndim = 2


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("Hue", "a column of names is wanted, not one: 'Hue'"),
        (b"Hue", "a column of names is wanted, not one"),
        (Frame(), "not a Frame: choose one of its columns"),
        (Matrix(["Hue"]), "not a Matrix: choose one of its columns"),
        ([3], "names are texts; 3 is none: convert the column first"),
        ([["Hue"]], "unhashable type: 'list'"),
    ],
)
def test_what_is_no_column(names: Any, message: str) -> None:
    """
    Mistakes in the code that asks are told.
    """
    with pytest.raises(TypeError, match=message):
        DS.resolve(names, kind="city")


def test_what_was_found_stays() -> None:
    """
    A resolution never changes, its ids neither.
    """
    found = DS.resolve(["Hue"], kind="city")

    assert found.ids == ("vn-hue",)
    assert isinstance(found.ids, tuple)


def given() -> dict[str, Any]:
    """
    Rows in which Hue is shared and JETRO's country is known.
    """
    made = rows()
    made["cities"][1].update(
        subdivision="VN-26",
        subdivision_names=["Thua Thien Hue"],
        namesakes=[
            {
                "names": ["Hue"],
                "kind": "province",
                "used_in": "report-1",
                "source": "report-1",
                "locator": "p. 2",
            },
            {
                "names": ["Hue"],
                "subdivision": "VN-01",
                "distance_km": 300,
                "used_in": "report-1",
                "source": "report-1",
                "locator": "p. 3",
            },
        ],
    )
    return made


SHARED = Dataset(Store("sample", tables(given()).__getitem__))
OTHERS = (
    "the province (report-1, p. 2)",
    "the populated place in VN-01, 300 km off (report-1, p. 3)",
)


def test_shared_names_are_reported() -> None:
    """
    The id is given, and what else bears the name is told.
    """
    found = SHARED.resolve(["HUE", "Da Nang"], kind="city")

    assert list(found) == ["vn-hue", "vn-da-nang"]
    assert found.shared == {"HUE": OTHERS}
    assert list(found.problems()) == [("HUE", "shared", OTHERS)]
    assert f"shared: 'HUE': with {OTHERS[0]} or" in repr(found)
    assert "give country= or subdivision=" in found._repr_html_()


def test_shared_names_are_refused() -> None:
    """
    On request a shared name has no id, or is an error.
    """
    found = SHARED.resolve(["Hue"], kind="city", on_shared="none")

    assert list(found) == [None]
    assert found.shared == {"Hue": OTHERS}
    with pytest.raises(AmbiguousNameError, match="or the populated place in"):
        SHARED.resolve(["Hue"], kind="city", on_shared="raise")
    with pytest.raises(ValueError, match="'skip' is none of 'resolve'"):
        SHARED.resolve(["Hue"], kind="city", on_shared="skip")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "id_", "shared"),
    [
        ({"country": "Viet Nam"}, "vn-hue", OTHERS),
        ({"country": ["VNM"]}, "vn-hue", OTHERS),
        ({"country": "Japan"}, None, None),
        ({"country": "Kenya"}, None, None),
        ({"subdivision": "VN-26"}, "vn-hue", None),
        ({"subdivision": "Thua Thien Hue"}, "vn-hue", None),
        ({"subdivision": "VN-01"}, None, None),
        ({"country": "vn", "subdivision": ["vn-26"]}, "vn-hue", None),
        ({"country": [None], "subdivision": [math.nan]}, "vn-hue", OTHERS),
    ],
)
def test_where_settles(
    where: dict[str, Any], id_: str | None, shared: tuple[str, ...] | None
) -> None:
    """
    One country or subdivision for all, or a column of them.
    """
    found = SHARED.resolve(["Hue"], kind="city", on_unknown="none", **where)

    assert list(found) == [id_]
    assert tuple(found.shared.values()) == ((shared,) if shared else ())


def test_where_is_told_in_reports() -> None:
    """
    A contradiction is an unknown name, told with the places given.
    """
    found = SHARED.resolve(
        ["Hue", None], kind="city", country="Japan", on_unknown="none"
    )

    assert found.unknown == ("Hue, Japan",)
    assert found.gaps == 1


def test_partners_have_countries() -> None:
    """
    A partner is settled by its country; what has none lies nowhere.
    """
    found = SHARED.resolve(
        ["JETRO", "EU"], kind="partner", country="Japan", on_unknown="none"
    )

    assert list(found) == ["jetro", None]


def test_places_that_make_no_sense() -> None:
    """
    Columns of another length, and kinds that lie nowhere, are told.
    """
    with pytest.raises(ValueError, match="1 names have 2 countries or"):
        SHARED.resolve(["Hue"], kind="city", country=["vn", "vn"])
    with pytest.raises(ValueError, match="a country lies in no country"):
        SHARED.resolve(["Japan"], kind="country", country="Japan")
    with pytest.raises(ValueError, match="a partnership lies in no country"):
        SHARED.resolve(["x"], kind="partnership", subdivision="VN-26")
    with pytest.raises(TypeError, match="names are texts; 3 is none"):
        SHARED.resolve(["Hue"], kind="city", country=[3])


def test_wrong_arguments() -> None:
    """
    A kind or a choice that does not exist is told.
    """
    with pytest.raises(UnknownNameError, match="no kind is called 'town'"):
        DS.resolve([], kind="town")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="neither 'raise' nor 'none'"):
        DS.resolve([], kind="city", on_unknown="skip")  # type: ignore[arg-type]
