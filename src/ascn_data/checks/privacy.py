"""
The rule on persons: nothing by which one could be reached.
"""

import re

from collections.abc import Iterable

from ascn_data.checks.records import Tables, problem, records_of, texts
from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order


# One letter before the @ is enough, and keeps long texts cheap.
_PERSONAL = re.compile(r"[\w+-]@[\w-]+\.\w|\+\d[\d ()-]{7,40}\d")


def nothing_is_private(tables: Tables) -> Iterable[Problem]:
    """
    No text holds an e-mail address or a telephone number.
    """
    for table, record in records_of(tables):
        for field in field_order(type(record)):
            if any(map(_PERSONAL.search, texts(getattr(record, field)))):
                what = "this looks like an e-mail address or phone number"
                yield problem(table, record, field, what)
