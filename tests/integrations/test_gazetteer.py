"""
The gazetteer against independent packages.
"""

import crosscheck_gazetteer
import pytest


def test_nothing_disagrees(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Codes, names, zones and points agree with second sources.

    A point agrees if it lies within 15 km of one.
    """
    status = crosscheck_gazetteer.main([])

    assert (status, capsys.readouterr().err) == (0, "")
