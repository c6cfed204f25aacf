"""
`ascn_data.names`: folding, resolving, suggesting.
"""

import pytest

from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.models.vocabularies import FocusArea
from ascn_data.naming.folding import fold
from ascn_data.naming.index import NameIndex
from ascn_data.naming.nearest import one_edit_apart
from ascn_data.naming.vocabulary import member_of, unknown_value


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Da Nang", "danang"),
        ("Đà Nẵng", "danang"),
        ("ĐÀ NẴNG", "danang"),
        ("\uff24\uff21\u3000\uff2e\uff21\uff2e\uff27", "danang"),
        ("TP. Hồ Chí Minh", "tphochiminh"),
        ("the U.S.", "us"),
        ("The Philippines", "philippines"),
        ("Thebes", "thebes"),
        ("the", "the"),
        ("the .", "the"),
        ("Viet-Nam", "vietnam"),
        ("Health & Well-Being", "healthandwellbeing"),
        ("health_and_well_being", "healthandwellbeing"),
        ("Türkiye", "turkiye"),
        ("Łódź Ørsted Straße", "lodzorstedstrasse"),
        ("Æther œuvre", "aetheroeuvre"),
        ("İstanbul", "istanbul"),
        ("กรุงเทพมหานคร", "กรุงเทพมหานคร"),
        ("ກຸງວຽງຈັນ", "ກຸງວຽງຈັນ"),
        ("သီရိ", "သီရိ"),
        ("சிங்கப்பூர்", "சிங்கப்பூர்"),
        ("東京 都", "東京都"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """
    Case, width, Latin accents and punctuation go; other scripts stay whole.
    """
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("ກຸງ", "ກງ"), ("ที่", "ท"), ("கி", "க"), ("ကို", "က")],
)
def test_vowel_signs_are_letters(one: str, other: str) -> None:
    """
    A word without its vowel and tone signs is another word.
    """
    assert fold(one) != fold(other)


INDEX = NameIndex(
    "city",
    [
        ("Phuket", "th-phuket"),
        ("Phuket", "th-phuket"),
        ("Springfield", "us-springfield-1"),
        ("SPRINGFIELD", "us-springfield-2"),
        ("KL", "my-kuala-lumpur"),
    ],
    weak=[
        ("Phuket", "xx-other"),
        ("Phuket City", "th-phuket"),
        ("phuket city", "th-phuket"),
        ("Old Town", "a"),
        ("old-town", "b"),
    ],
)


def test_names_resolve_folded() -> None:
    """
    However it is spelt, a name finds its record.
    """
    assert INDEX.resolve("phuket") == "th-phuket"
    assert INDEX.resolve("PHUKET city") == "th-phuket"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("springfield", ("us-springfield-1", "us-springfield-2")),
        ("Old Town", ("a", "b")),
    ],
)
def test_ambiguous_names_raise(name: str, ids: tuple[str, ...]) -> None:
    """
    A name of two records is not decided by order.
    """
    with pytest.raises(AmbiguousNameError) as caught:
        INDEX.resolve(name)

    assert caught.value.candidates == ids


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("Pukhet", "Phuket"),
        ("Phukett", "Phuket"),
        ("Phket", "Phuket"),
        ("phuket cityy", "Phuket City"),
        ("KM", "KL"),
        ("Springfeld", "Springfield"),
    ],
)
def test_unknown_names_suggest(name: str, close: str) -> None:
    """
    A misspelling raises and shows what may have been meant.
    """
    with pytest.raises(UnknownNameError) as caught:
        INDEX.resolve(name)

    assert caught.value.close[0] == close


def test_ids_are_not_suggested() -> None:
    """
    What is like an id is answered with the name of its record.
    """
    index = NameIndex(
        "city", [("Huế", "vn-hue"), ("Hue", "vn-hue"), ("vn-hue", "vn-hue")]
    )

    assert index.close("vn-hui") == ("Hue",)


def test_nothing_close() -> None:
    """
    What is like nothing suggests nothing.
    """
    with pytest.raises(UnknownNameError, match=r"no city is called 'Qqqqq'$"):
        INDEX.resolve("Qqqqq")


@pytest.mark.parametrize("name", [None, 3, ["Phuket"]])
def test_names_are_texts(name: object) -> None:
    """
    Something other than text is a mistake in the code that asks.
    """
    with pytest.raises(TypeError, match="by its name or id as text"):
        INDEX.resolve(name)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("abc", "abc", False),
        ("abc", "abd", True),
        ("abc", "ab", True),
        ("abc", "bc", True),
        ("abc", "acb", True),
        ("abcd", "acbe", False),
        ("abc", "xabc", True),
        ("abc", "xabcx", False),
        ("abc", "xyc", False),
        ("", "a", True),
    ],
)
def test_one_edit(a: str, b: str, apart: bool) -> None:  # noqa: FBT001 - a table of cases
    """
    One letter added, dropped, changed, or two swapped.
    """
    assert one_edit_apart(a, b) is apart
    assert one_edit_apart(b, a) is apart


@pytest.mark.parametrize(
    "text",
    [
        "health & well-being",
        "Health And Well-Being",
        FocusArea("health_and_well_being"),
    ],
)
def test_members_are_found_as_names_are(text: str) -> None:
    """
    Members of a vocabulary are as forgiving as names.
    """
    assert member_of(FocusArea, text) is FocusArea.HEALTH_AND_WELL_BEING


@pytest.mark.parametrize("value", ["healht & well-being", "", 3, None])
def test_unknown_members_list_the_known(value: object) -> None:
    """
    A wrong value is told which ones exist.
    """
    with pytest.raises(UnknownNameError, match="known are built_infra"):
        member_of(FocusArea, value)  # type: ignore[arg-type]


def test_long_lists_of_known_values_are_cut() -> None:
    """
    The message names a dozen and counts the rest.
    """
    error = unknown_value("series", "x", [f"v{n:02}" for n in range(20)])

    assert str(error).endswith("v11 and 8 more")


@pytest.mark.parametrize("name", ["", "\0", "🙂"])
def test_nothing_is_close_to_nothing(name: str) -> None:
    """
    What folds to nothing is not one letter short of every single letter.
    """
    assert NameIndex("city", [("堺", "jp-sakai")]).close(name) == ()


def test_what_has_no_letter_answers_to_nothing() -> None:
    """
    A record called "—" is not what an empty name means.
    """
    index = NameIndex("city", [("—", "vn-hue"), ("vn-hue", "vn-hue")])

    assert index.find("vn-hue").ids == ("vn-hue",)
    assert index.find("").ids == index.find("—").ids == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hue", "hu"),
        ("hue", "ue"),
        ("hue", "he"),
        ("hue", "huxe"),
        ("hue", "huex"),
        ("hue", "xhue"),
        ("hue", "hux"),
        ("hue", "xue"),
        ("hue", "uhe"),
        ("hue", "heu"),
        ("ab", "ba"),
    ],
)
def test_one_edit_at_any_place(a: str, b: str) -> None:
    """
    A letter added, dropped, changed or swapped, at any place, either way.
    """
    assert one_edit_apart(a, b)
    assert one_edit_apart(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hue", "hue"),
        ("", ""),
        ("hue", "h"),
        ("hue", "huexy"),
        # The tail differs too.
        ("phuket", "phkex"),
        ("phuket", "phxkex"),
        ("phuket", "phkuex"),
        ("phuket", "hpuekt"),
        ("abc", "cba"),
        ("abcd", "axcx"),
    ],
)
def test_more_than_one_edit(a: str, b: str) -> None:
    """
    What differs in a second place, or in nothing, is not one edit away.
    """
    assert not one_edit_apart(a, b)
    assert not one_edit_apart(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đà Nẵng & Huế", "da nang and hue"),
        ("Đà Nẵng \uff06 Huế", "Da Nang & Hue"),
        ("Bangkok & Huế", "bangkok and hue"),
    ],
)
def test_and_is_read_in_every_script(one: str, other: str) -> None:
    """
    The sign "&" is the word "and", also beside letters that are not ASCII.
    """
    assert fold(one) == fold(other)
    assert "and" in fold(one).removeprefix("danang")
