"""
Write `src/ascn_data/data/descriptions.json` from docstrings.

What columns mean and what options do is shown to users and written into
files; `python -OO` takes docstrings away, so that these texts are kept apart.

    python -m tools.generate.descriptions [--check]
"""

import inspect
import json
import pathlib
import sys

from typing import Any

from ascn_data import models
from ascn_data.dataset import Dataset
from ascn_data.models import vocabularies
from ascn_data.models.catalogue import SCHEMAS, TABLES
from ascn_data.tables.reconciliation import Reconciliation
from ascn_data.tables.search import Hit
from ascn_data.tables.tidy.catalogue import TIDY
from ascn_data.versions.changes import Change
from ascn_data.versions.history import HistoryEntry
from ascn_data.versions.index import Revision
from tools.generate.docstrings import attributes, entries, summary


ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "src" / "ascn_data" / "data" / "descriptions.json"
QUERIES = (*TABLES, *TIDY, "reconciliation")


def _classes() -> list[type[Any]]:
    """
    Return every class whose values stand in a table.
    """
    public = [getattr(models, name) for name in models.__all__]
    schemas = [*SCHEMAS.values(), *TIDY.values()]
    of_tables = [schema.record_class for schema in schemas]
    worked_out = [Change, HistoryEntry, Hit, Reconciliation, Revision]
    return list(dict.fromkeys([*public, *of_tables, *worked_out]))


def _filters(query: Any) -> dict[str, dict[str, str]]:
    """
    Return the filters of a query: help, and the name of a vocabulary.
    """
    helps = entries(query, "Args")
    return {
        name: {
            "help": helps[name],
            "vocabulary": _vocabulary(str(parameter.annotation)),
        }
        for name, parameter in inspect.signature(query).parameters.items()
        if name != "self"
    }


def _vocabulary(annotation: str) -> str:
    """
    Return the vocabulary in an annotation such as `RoleKind | str`.
    """
    words = annotation.replace(".", " ").replace("|", " ").split()
    return next((word for word in words if word in vocabularies.__all__), "")


def _library() -> dict[str, Any]:
    """
    Return what classes and queries are said to be.
    """
    return {
        "classes": {
            f"{cls.__module__}.{cls.__qualname__}": {
                "summary": summary(cls),
                "fields": attributes(cls),
            }
            for cls in _classes()
        },
        "queries": {
            name: {
                "summary": summary(getattr(Dataset, name)),
                "filters": _filters(getattr(Dataset, name)),
            }
            for name in QUERIES
        },
    }


def _commands() -> dict[str, str | None]:
    """
    Return the help of the commands that are not made from queries.

    The command line is made from the rest of the file, as it stands then.
    """
    import ascn_data.cli.app  # noqa: F401 - adds the commands

    from ascn_data.cli.group import commands

    return {
        "ascn-data": inspect.getdoc(commands.callback),
        **{
            name: inspect.getdoc(command.callback)
            for name, command in commands.commands.items()
            if name not in QUERIES
        },
    }


def written(described: dict[str, Any]) -> str:
    """
    Return the text of a file of descriptions.
    """
    return f"{json.dumps(described, ensure_ascii=False, indent=1)}\n"


def main(arguments: list[str]) -> int:
    """
    Write the file, or with --check say whether it is up to date.
    """
    found = json.loads(TARGET.read_text(encoding="utf-8"))
    library = _library()
    fresh = library == {part: found.get(part) for part in library}
    if "--check" not in arguments:
        TARGET.write_text(written({**found, **library}), encoding="utf-8")
        commands = _commands()
        TARGET.write_text(
            written({**library, "commands": commands}), encoding="utf-8"
        )
    elif not fresh or found != {**library, "commands": _commands()}:
        print(f"{TARGET} is stale: python -m tools.generate.descriptions")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
