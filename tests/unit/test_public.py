"""
What is public, and that nothing stands in its way.
"""

import importlib
import importlib.resources
import inspect
import pathlib
import pkgutil

import click
import pytest

import ascn_data

from ascn_data import errors, models
from ascn_data.cli.group import commands
from ascn_data.files.descriptions import query_filters
from ascn_data.models.catalogue import TABLES


PUBLIC = (ascn_data, models, errors)
"""The modules whose names are public."""

ROOT = pathlib.Path(ascn_data.__file__).parent


def _names(module: object) -> set[str]:
    return set(getattr(module, "__all__", ())) or {
        name for name in vars(module) if name[0].isupper()
    }


@pytest.mark.parametrize("module", PUBLIC, ids=lambda m: m.__name__)
def test_public_names_are_documented(module: object) -> None:
    """
    Every class and function says what it is.
    """
    names = _names(module)
    undocumented = {
        name for name in names if not inspect.getdoc(getattr(module, name))
    }

    assert len(names) > 4
    assert undocumented == set()


def test_a_public_name_means_one_thing() -> None:
    """
    What two public modules both offer is the same object.
    """
    for name in _names(ascn_data) & _names(errors):
        assert getattr(ascn_data, name) is getattr(errors, name)
    assert _names(ascn_data) & _names(models) == set()


def test_no_module_bears_a_public_name() -> None:
    """
    Importing a module sets its name on the package, and would hide another.

    So it was with a data folder: `importlib.resources.files` imports one.
    """
    for package in ("ascn_data", "ascn_data.models"):
        module = importlib.import_module(package)
        folder = pathlib.Path(str(module.__file__)).parent
        below = {entry.stem for entry in folder.iterdir()}
        below |= {each.name for each in pkgutil.iter_modules(module.__path__)}

        assert {"__init__"} <= below
        assert below & _names(module) == set()


def test_resources_hide_no_function() -> None:
    """
    The folders of the package are read, and the functions still called.
    """
    for folder in ("data", "data.frozen"):
        files = importlib.resources.files(f"ascn_data.{folder}")
        name = "index.json" if "." in folder else "cities.json"
        assert files.joinpath(name).is_file()
    assert callable(ascn_data.revisions)
    assert callable(ascn_data.cities)


def test_no_filter_is_an_option_of_all_commands() -> None:
    """
    A filter called `format` could not be reached from the command line.
    """
    plain = commands.get_command(click.Context(commands), "countries")
    assert plain is not None
    taken = {
        opt.lstrip("-").replace("-", "_")
        for parameter in [*commands.params, *plain.params]
        for opt in parameter.opts
        if opt.startswith("--")
    } | {"help", "columns", "data", "revision", "format", "output"}

    for table in TABLES:
        if table != "countries":
            assert taken & query_filters(table).keys() == set(), table
