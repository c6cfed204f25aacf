"""
`ascn_data.exports.formats`: one entry a format.
"""

from typing import get_args

from ascn_data.exports.formats import FORMATS, PackageFormat


def test_types_say_the_formats_of_packages() -> None:
    """
    Those of the entries, and the workbook, which is one file for all tables.
    """
    packaged = {each.name for each in FORMATS.values() if each.packaged}

    assert {*get_args(PackageFormat)} == packaged | {"xlsx"}
