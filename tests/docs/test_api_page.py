"""
The API page has every public name.
"""

import ascn_data

from ascn_data import models
from ascn_data.models import vocabularies
from examples import ROOT


PAGE = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")


def test_every_public_name_stands_on_the_page() -> None:
    """
    Functions, classes, errors, records and vocabularies; `plot` by its class.
    """
    lines = PAGE.split("\n")
    documented = {line.partition(":: ")[2] for line in lines if ":: " in line}
    public = {
        *(f"ascn_data.{name}" for name in ascn_data.__all__),
        *(f"ascn_data.models.{name}" for name in models.__all__),
        *(
            f"ascn_data.models.vocabularies.{name}"
            for name in vocabularies.__all__
        ),
    }

    assert public - documented == {"ascn_data.plot"}
    assert documented - public == {"ascn_data.plots.pictures.Pictures"}
