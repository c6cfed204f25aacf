"""
What editors offer while one types.
"""

import jedi


def test_editors_complete_the_public_names() -> None:
    """
    The stub tells jedi what `ascn_data` offers.
    """
    script = jedi.Script("import ascn_data as ascn\nascn.ci", path="x.py")
    offered = {each.name for each in script.complete(2, 7)}

    assert {"cite", "cities", "city"} <= offered


def test_editors_know_what_a_call_returns() -> None:
    """
    The type of a record comes through the table.
    """
    source = "import ascn_data as ascn\nascn.city('Phuket').coh"
    offered = jedi.Script(source, path="x.py").complete(2, 23)

    assert [each.name for each in offered] == ["cohort"]
