"""
The examples of pages that need an extra.
"""

import pytest

from examples import failures_of_page, pages


@pytest.mark.parametrize("page", pages(with_extras=True))
def test_pages(page: str) -> None:
    """
    The examples of a page print what the page says.
    """
    assert failures_of_page(page) == []
