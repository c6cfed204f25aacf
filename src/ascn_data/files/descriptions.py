"""
What classes, fields and filters mean, as their docstrings say it.

The texts are kept in a file of their own, because `python -OO` takes
docstrings away; `tools/generate/descriptions.py` writes that file.
"""

import functools
import json

from typing import Any

from ascn_data.files.bundle import bundled_bytes


@functools.cache
def _described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bundled_bytes("data/descriptions.json"))
    return found


def command_helps() -> dict[str, str]:
    """
    Return the help text of each command that is not made from a query.
    """
    return dict(_described()["commands"])


def queries() -> tuple[str, ...]:
    """
    Return the names of the queries that are told of.
    """
    return tuple(_described()["queries"])


def class_summary(cls: type[Any]) -> str:
    """
    Return what a class is, in a sentence; empty for an unknown class.
    """
    return str(_class(cls).get("summary", ""))


def field_descriptions(cls: type[Any]) -> dict[str, str]:
    """
    Return what each field and property of a class means.
    """
    return dict(_class(cls).get("fields", {}))


def _class(cls: type[Any]) -> dict[str, Any]:
    name = f"{cls.__module__}.{cls.__qualname__}"
    return dict(_described()["classes"].get(name, {}))


def query_summary(query: str) -> str:
    """
    Return what a query returns, in a sentence.
    """
    return str(_described()["queries"][query]["summary"])


def query_filters(query: str) -> dict[str, dict[str, str]]:
    """
    Return the filters of a query: help text and vocabulary of each.
    """
    return dict(_described()["queries"][query]["filters"])
