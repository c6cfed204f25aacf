"""
`ascn_data.lazy_attrs`: classes that nothing tells from those of attrs.
"""

import copy
import inspect
import pickle
import pydoc
import subprocess
import sys
import threading
import typing
import weakref

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import cattrs
import pytest

from ascn_data import lazy_attrs, models
from ascn_data.display.shown import Shown
from ascn_data.lazy_attrs import MISSING, declared
from ascn_data.models import City, Evidence, Place, Term
from released import released_dataset


ALL = [
    getattr(models, name)
    for name in models.__all__
    if declared(getattr(models, name))
]


def as_attrs_makes(cls: type[Any]) -> type[Any]:
    """
    A class as attrs makes it at once, of the same body.
    """
    body, options = lazy_attrs._GIVEN[cls]
    told = {
        name: attrs.field(**value.options)
        if hasattr(value, "options")
        else value
        for name, value in body.items()
    }
    plain: Any = type(cls.__name__, cls.__bases__, told)
    return attrs.frozen(**options)(plain)  # type: ignore[no-any-return]


@pytest.mark.parametrize("cls", ALL, ids=lambda cls: cls.__name__)
def test_classes_are_those_of_attrs(cls: type[Any]) -> None:
    """
    The same names, fields, signature, slots and documentation.
    """
    made: Any = as_attrs_makes(cls)
    known = attrs.fields(cls)

    assert attrs.has(cls)
    assert set(vars(made)) == set(vars(cls))
    assert [a.name for a in known] == [*declared(cls)]
    assert [a.type for a in known] == [t for t, _ in declared(cls).values()]
    assert [a.default for a in known] == [
        attrs.NOTHING if default is MISSING else default
        for _, default in declared(cls).values()
    ]
    assert [str(a) for a in known] == [str(a) for a in attrs.fields(made)]
    assert inspect.signature(cls) == inspect.signature(made)
    assert vars(cls)["__slots__"] == made.__slots__
    assert vars(cls)["__match_args__"] == made.__match_args__
    assert cls.__doc__ == made.__doc__
    assert typing.get_type_hints(cls)


def test_what_attrs_does_with_records() -> None:
    """
    Fields, dicts, changed copies, comparison, hash, pickles, references.
    """
    city = released_dataset().city("Phuket")
    other = attrs.evolve(city, name="X")

    assert attrs.asdict(city, recurse=False)["id"] == "th-phuket"
    assert other.name == "X"
    assert other != city
    assert attrs.evolve(other, name=city.name) == city
    assert hash(attrs.evolve(city)) == hash(city)
    assert pickle.loads(pickle.dumps(city)) == city  # noqa: S301 - our own
    assert copy.copy(city) == city == copy.deepcopy(city)
    assert weakref.ref(city)() is city
    assert "official_name" in pydoc.render_doc(City)
    if sys.version_info >= (3, 13) and hasattr(City, "__replace__"):
        assert copy.replace(city, name="X") == other
    match city:
        case City(id=id_, cohort="pilot"):
            assert id_ == "th-phuket"
        case _:
            pytest.fail("no match")
    conv = cattrs.Converter()
    plain = conv.unstructure(Evidence(source="x", locator="p. 1"))
    assert plain == {"source": "x", "locator": "p. 1", "fields": []}


def test_wrong_use_is_refused() -> None:
    """
    As attrs refuses it: what is missing, unknown, invalid, or set later.
    """
    with pytest.raises(TypeError, match="missing"):
        Evidence(source="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected"):
        Evidence(source="x", locator="y", page=3)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="is not an id"):
        Term(id="A B", scheme="x", label="y", confidence="high")  # type: ignore[arg-type]
    made = Evidence(source="x", locator="y")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.source = "z"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.page = 3  # type: ignore[attr-defined]


def test_users_may_derive() -> None:
    """
    With attrs or without; a class of attrs inherits the fields.
    """

    @attrs.frozen(kw_only=True)
    class Town(Place):
        mayor_since: str

    class Plain(Place):
        pass

    assert [a.name for a in attrs.fields(Town)][-1] == "mayor_since"
    assert len(attrs.fields(Town)) == len(attrs.fields(Place)) + 1
    assert attrs.fields(Plain) == attrs.fields(Place)
    assert declared(Town) == {}


def fresh(*, frozen: Any = lazy_attrs.frozen) -> type[Any]:
    """
    A class that nobody asked anything of attrs yet.
    """

    @frozen(kw_only=True)
    class Fresh(Shown):
        """
        A class.
        """

        id: str
        size: int = lazy_attrs.field(default=3, validator=_is_whole)

    return Fresh


def _is_whole(_: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, int):
        raise TypeError(attribute.name)


@pytest.mark.parametrize(
    "ask",
    [
        lambda cls: cls(id="x"),
        attrs.fields,
        attrs.has,
        lambda cls: cls.__init__,
        lambda cls: cls.__match_args__,
        lambda cls: object.__new__(cls).__eq__,
        lambda cls: hash(cls(id="x")),
        inspect.signature,
    ],
    ids=range(8),
)
def test_whatever_is_asked_first(ask: Any) -> None:
    """
    The class is complete from then on.
    """
    cls = fresh()
    assert ask(cls) is not None

    assert not [
        name
        for name, value in vars(cls).items()
        if isinstance(value, lazy_attrs._Later)
    ]
    assert cls(id="x") == cls(id="x", size=3)
    with pytest.raises(TypeError, match="size"):
        cls(id="x", size="3")


def test_racing_threads_complete_a_class_once() -> None:
    """
    64 threads that start together make equal records.
    """
    cls = fresh()
    start = threading.Barrier(64)

    def make(number: int) -> Any:
        start.wait()
        return cls(id="x") if number % 2 else attrs.fields(cls)

    with ThreadPoolExecutor(64) as pool:
        found = [*pool.map(make, range(64))]

    assert all(record == found[1] for record in found[1::2])
    assert all(fields is found[0] for fields in found[::2])


def test_what_is_no_field_stays() -> None:
    """
    Own methods, properties and constants are kept; none is written over.
    """

    @lazy_attrs.frozen
    class Own:
        """
        A class.
        """

        text: str
        KIND = "own"

        def __hash__(self) -> int:
            return 7

        @property
        def letters(self) -> int:
            return len(self.text)

    made = Own("abc")

    assert made == Own("abc")
    assert (hash(made), made.letters, made.KIND) == (7, 3, "own")


QUESTIONS = """
import sys
import ascn_data
{}
loaded = {{"attr", "attrs", "cattrs", "typing", "inspect", "pathlib",
           "threading", "hashlib"}} & set(sys.modules)
print(sorted(loaded))
"""


@pytest.mark.parametrize(
    "first", ["ascn_data.models.City", "ascn_data.models.Event"]
)
def test_classes_are_made_without_attrs(first: str) -> None:
    """
    Until something of attrs is asked of them.
    """
    code = QUESTIONS.format(f"import ascn_data.models\n{first}")
    path = f"import sys; sys.path[:0] = {sys.path!r}\n"
    done = subprocess.run(
        [sys.executable, "-S", "-c", path + code],
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout == "[]\n"
