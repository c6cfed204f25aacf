"""
`ascn_data.converting`: exact types, hooks made once.
"""

import functools

from typing import Any

import cattrs
import pytest

from ascn_data import converting, loading
from ascn_data.models.vocabularies import ProjectStatus
from ascn_data.resources import bundled_bytes


def test_vocabularies_are_no_texts() -> None:
    """
    Asked for by itself, a vocabulary takes its own members only.
    """
    structure = converting.converter().structure

    assert structure("ongoing", ProjectStatus) is ProjectStatus.ONGOING
    with pytest.raises(ValueError, match='"nonsense" is none of proposed'):
        structure("nonsense", ProjectStatus)


def test_hooks_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Reading again makes no hook again, and good data needs none of cattrs'.
    """
    made: list[type] = []
    explained: list[type] = []
    factory = converting._record_factory

    def record_factory(cls: type, conv: cattrs.Converter) -> Any:
        made.append(cls)
        return factory(cls, conv)

    def explaining(cls: type, *_: object, **__: object) -> None:
        explained.append(cls)

    monkeypatch.setattr(converting, "_record_factory", record_factory)
    monkeypatch.setattr(converting, "make_dict_structure_fn", explaining)
    monkeypatch.setattr(
        loading, "converter", functools.cache(converting.converter.__wrapped__)
    )
    for _ in range(2):
        for table in loading.FILES:
            raw = bundled_bytes(f"data/{table}.json")
            loading.parse_table(raw, table, table)

    assert len(made) == len(set(made)) > len(loading.TABLES)
    assert explained == []
