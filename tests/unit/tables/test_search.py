"""
`ascn_data.searching`: records by a part of a name.
"""

import pytest

from ascn_data.tables.search import search
from samples import dataset


def test_names_titles_labels_and_aliases_are_searched() -> None:
    """
    In every table, each record once, by the first name that fits.
    """
    ds = dataset()

    def found(text: str) -> list[tuple[str, str, str]]:
        return [
            (hit.table, hit.id, hit.name) for hit in search(ds.store, text)
        ]

    assert found("ĐÀ NẴNG")[0] == ("cities", "vn-da-nang", "Da Nang")
    assert ("countries", "jp", "日本") in found("日本")
    assert ("partners", "jetro", "JETRO") in found("jetro")
    assert ("sources", "report-2", "Report 2") in found("report 2")
    assert ("terms", "civic", "Civic") in found("civic")
    assert found("nothing like it") == []


@pytest.mark.parametrize("text", ["", " -", "🙂"])
def test_nothing_is_no_search(text: str) -> None:
    """
    A text of which nothing is left would be found everywhere.
    """
    with pytest.raises(ValueError, match="no letter or digit"):
        search(dataset().store, text)
