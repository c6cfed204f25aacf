"""
The public surface of `ascn_data`.
"""

import inspect

import pytest

import ascn_data

from ascn_data import functions
from ascn_data.dataset import Dataset


def test_everything_public_is_there() -> None:
    """
    Each name in `__all__` exists; `dir` shows them and the version.
    """
    assert sorted(ascn_data.__all__) == ascn_data.__all__
    assert [n for n in ascn_data.__all__ if not hasattr(ascn_data, n)] == []
    assert set(dir(ascn_data)) == {*ascn_data.__all__, "__version__"}


def test_other_names_are_attribute_errors() -> None:
    """
    A name that is not public is not imported by accident.
    """
    with pytest.raises(AttributeError, match="no attribute 'json'"):
        _ = ascn_data.json  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name",
    [
        n
        for n, f in inspect.getmembers(functions, inspect.isfunction)
        if f.__module__ == functions.__name__
    ],
)
def test_functions_are_the_methods_of_the_default_dataset(name: str) -> None:
    """
    Signature and documentation of a function are those of its method.
    """
    function = getattr(functions, name)
    method = getattr(Dataset, name)
    parameters = list(inspect.signature(method).parameters.values())[1:]

    assert list(inspect.signature(function).parameters.values()) == parameters
    assert inspect.getdoc(function) == inspect.getdoc(method)
    assert name in ascn_data.__all__


def test_functions_ask_the_default_dataset() -> None:
    """
    A function gives what the method of the default dataset gives.
    """
    ds = ascn_data.load()

    assert ascn_data.places(kind="town") == ds.places(kind="town")
    assert ascn_data.roles(kind="chair") == ds.roles(kind="chair")
    assert ascn_data.place("Da Nang") is ds.city("Da Nang")
    assert ascn_data.record("vn-da-nang") is ds.city("Da Nang")
