"""
`python -m ascn_data`: tables and filters in a terminal.
"""

import pytest

from ascn_data.__main__ import main


def test_partnerships_with_japan(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The main job prints a readable table.
    """
    assert main(["partnerships", "--partner", "Japan"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("id ")
    assert "jetro-undp-mou" in out
    assert "records of partnerships, ascn-data revision 2026." in out


def test_underscores_become_hyphens(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Filters of two words are options of two words.
    """
    assert main(["cities", "--as-of", "2018-12"]) == 0
    assert "26 records of cities" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cities", "--country", "Vietnma"], "did you mean 'Viet Nam'"),
        (["cities", "--as-of", "soon"], "'soon' is not a date"),
    ],
)
def test_mistakes_go_to_standard_error(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    No traceback, an exit status, nothing on standard output.
    """
    assert main(arguments) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


def test_unknown_tables_are_usage_errors(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    The parser lists the tables that exist.
    """
    with pytest.raises(SystemExit) as caught:
        main(["towns"])

    assert caught.value.code == 2
    assert "invalid choice" in capsys.readouterr().err
