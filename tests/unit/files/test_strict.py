"""
`ascn_data.converting`: exact types, hooks made once.
"""

import functools

from typing import Any

import cattrs
import pytest

from ascn_data.files import parsing, strict
from ascn_data.files.bundle import bundled_bytes
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.models.records import parse_table
from ascn_data.models.vocabularies import ProjectStatus


def test_vocabularies_are_no_texts() -> None:
    """
    Asked for by itself, a vocabulary takes its own members only.
    """
    structure = strict.converter().structure

    assert structure("ongoing", ProjectStatus) is ProjectStatus.ONGOING
    with pytest.raises(ValueError, match='"nonsense" is none of proposed'):
        structure("nonsense", ProjectStatus)


def test_hooks_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Reading again makes no hook again, and good data needs none of cattrs'.
    """
    made: list[type] = []
    explained: list[type] = []
    factory = strict._record_factory

    def record_factory(cls: type, conv: cattrs.Converter) -> Any:
        made.append(cls)
        return factory(cls, conv)

    def explaining(cls: type, *_: object, **__: object) -> None:
        explained.append(cls)

    monkeypatch.setattr(strict, "_record_factory", record_factory)
    monkeypatch.setattr(strict, "make_dict_structure_fn", explaining)
    monkeypatch.setattr(
        parsing, "converter", functools.cache(strict.converter.__wrapped__)
    )
    for _ in range(2):
        for table in FILES:
            raw = bundled_bytes(f"data/{table}.json")
            parse_table(raw, table, table)

    assert len(made) == len(set(made)) > len(TABLES)
    assert explained == []
