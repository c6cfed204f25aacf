"""
Laws of names, on the bundled data.
"""

import difflib

import pytest

from hypothesis import example, given
from hypothesis import strategies as st

import ascn_data

from ascn_data.errors import UnknownNameError
from ascn_data.models.catalogue import NAMED
from ascn_data.naming.folding import fold
from ascn_data.naming.nearest import one_edit_apart
from ascn_data.naming.spellings import written_names
from ascn_data.opening import default
from strategies import edited, misspelt


KINDS = ("city", "country", "partner", "place")
STORE = default().store
NAMES = [
    (kind, name, record.id)
    for kind in KINDS
    for table in NAMED[kind]
    for record in ascn_data.load().table(table)
    for name in written_names(record)
    # What others bear too, and what accents alone tell from a code, is told
    # in tests/data/test_spellings.py.
    if STORE.names(kind).ids.get(fold(name)) == (record.id,)
]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """
    A folded name is its own folding, unless it begins with "the".
    """
    once = fold(text)

    assert fold(once) == once or once.startswith("the")


@example("THE ")
@given(st.text())
def test_folding_ignores_the_ends(text: str) -> None:
    """
    Spaces before and punctuation after do not count.
    """
    assert fold(f" {text}. ") == fold(text)


@given(st.sampled_from(NAMES), st.data())
def test_every_name_resolves_however_written(
    entry: tuple[str, str, str], data: st.DataObject
) -> None:
    """
    Each id, code, name and alias finds its record in any usual disguise.
    """
    kind, name, id_ = entry

    assert STORE.resolve(kind, data.draw(misspelt(name))) == id_


@given(st.sampled_from(NAMES), st.data())
def test_one_wrong_letter_is_told(
    entry: tuple[str, str, str], data: st.DataObject
) -> None:
    """
    A misspelling raises with the right name among the suggestions.

    Unless it is itself the name of a record, or nothing is left of it.
    """
    kind, name, id_ = entry
    folded = fold(name)
    wrong = data.draw(edited(folded))
    if wrong in ("", folded) or not one_edit_apart(fold(wrong), folded):
        return
    index = STORE.names(kind)
    if wrong in index.ids or wrong in index.incomplete:
        return

    with pytest.raises(UnknownNameError) as caught:
        STORE.resolve(kind, wrong)

    close = caught.value.close
    assert id_ in {i for spelling in close for i in index.ids[fold(spelling)]}


@given(st.sampled_from(KINDS), st.text() | st.sampled_from(NAMES), st.data())
def test_suggestions_are_those_of_difflib(
    kind: str, base: str | tuple[str, str, str], data: st.DataObject
) -> None:
    """
    What is left out early would not have been suggested anyway.

    Each record is suggested once, by a name rather than by its id.
    """
    name = base if isinstance(base, str) else data.draw(edited(fold(base[1])))
    key = fold(name)
    index = STORE.names(kind)
    keys = list(index.spellings) if key else []
    near = [k for k in keys if one_edit_apart(key, k)]
    alike = difflib.get_close_matches(key, keys, n=3, cutoff=0.75)

    by_ids: dict[tuple[str, ...], str] = {}
    for text in dict.fromkeys(index.spellings[k] for k in (*near, *alike)):
        by_ids.setdefault(index.ids[fold(text)], text)
    close = index.close(name)
    assert [index.ids[fold(text)] for text in close] == list(by_ids)
    assert all(
        text == spelt or spelt in ids
        for text, (ids, spelt) in zip(close, by_ids.items(), strict=True)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_folded_name_means_two_records(kind: str) -> None:
    """
    Within a kind every name, given or following by rule, means one record.
    """
    ids = STORE.names(kind).ids

    assert {key: v for key, v in ids.items() if len(v) > 1} == {}
