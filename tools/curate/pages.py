"""
The pages of a document's text, and whether a fact stands on them.

A text is a file `<id of the source>.txt`; a line `=====PAGE 7=====` begins
page 7 of the PDF, `=====PAGE 7 left=====` the left half of a spread.
"""

import calendar
import functools
import pathlib
import re
import unicodedata

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ascn_data.dates import PartialDate
from tools.curate.facts import Fact


_DASH = "\N{EN DASH}"
_MARK = re.compile(r"^=====PAGE (\d+)(?: (left|right))?=====$", re.MULTILINE)

_COVERED = frozenset(("me-2022", "me-2023", "me-2024", "me-2025"))
"""Reports with a cover before page 1."""

_SPREADS = frozenset(("chair-report-2019",))
"""Reports of which a page of the PDF is two printed pages, after a cover."""


def printed(id_: str, pdf: int, half: str | None) -> int:
    """
    Return the number that is printed on a page of a PDF.
    """
    if id_ in _SPREADS:
        return 2 * pdf - 4 + (half == "right")
    return pdf - (id_ in _COVERED)


class Document:
    """
    The text of a document by page.
    """

    def __init__(self, id_: str, text: str) -> None:
        """
        Part a text at its marks; without marks the text is one page, 0.
        """
        parts = _MARK.split(text.replace(_DASH, "-"))
        marks = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
        self._by_pdf: dict[int, list[str]] = {}
        self._by_print: dict[int, list[str]] = {}
        for number, half, page in marks:
            pdf = int(number)
            self._by_pdf.setdefault(pdf, []).append(page)
            self._by_print.setdefault(printed(id_, pdf, half), []).append(page)
        self._whole = parts[0] + "\n".join(parts[3::3])

    def cited(self, locator: str) -> str:
        """
        Return the text of the pages that a locator names, else all of it.
        """
        locator = locator.replace(_DASH, "-")
        by_pdf = _numbers(r"PDF pp?\. ", locator)
        by_print = _numbers(r"(?<!PDF )\bpp?\. ", locator)
        pages = [
            page
            for numbers, known in (
                (by_print, self._by_print),
                ([] if by_print else by_pdf, self._by_pdf),
            )
            for number in numbers
            for page in known.get(number, ())
        ]
        return "\n".join(pages) if by_pdf or by_print else self._whole


def _numbers(before: str, locator: str) -> list[int]:
    """
    Return the page numbers in a locator: `pp. 7-9, 12` are four.
    """
    found: list[int] = []
    for listed in re.findall(rf"{before}(\d+(?:[-, ]+\d+)*)", locator):
        for part in re.split(r",\s*|\s+", listed):
            first, _, last = part.partition("-")
            found += range(int(first), int(last or first) + 1)
    return found


def documents(directory: pathlib.Path) -> Mapping[str, Document]:
    """
    Return the documents in a directory, by the id of the source.
    """
    return {
        file.stem: Document(file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(directory.glob("*.txt"))
    }


def document_of(id_: str, texts: Mapping[str, Document]) -> Document | None:
    """
    Return the document of a source: of its id, or that with a word more.
    """
    longer = (name for name in texts if name.startswith(f"{id_}-"))
    return texts.get(id_) or texts.get(next(longer, ""))


def stands(fact: Fact, page: str) -> bool:
    """
    Tell whether the date, number or name of a fact is in a text.
    """
    if fact.date is not None:
        return _has_date(fact.date, page)
    if fact.number is not None:
        return _has_number(fact.number, page)
    letters = _letters(page)
    return any(
        wanted in letters for name in fact.names if (wanted := _letters(name))
    )


@functools.lru_cache(maxsize=512)
def _letters(text: str) -> str:
    """
    Return a text without accents, case, spaces and punctuation.
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if char.isalnum())


_UNITS = {
    "thousand": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_NUMBER = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?)(?:\s*-?\s*({'|'.join(_UNITS)})\b)?", re.IGNORECASE
)


def _has_number(number: Decimal, page: str) -> bool:
    """
    Tell whether a text has a number, in digits or with a word for zeros.
    """
    return any(
        Decimal(digits.replace(",", "")) * _UNITS.get(unit.lower(), 1)
        == abs(number)
        for digits, unit in _NUMBER.findall(page)
    )


def _has_date(date: PartialDate, page: str) -> bool:
    """
    Tell whether a text has a date; of a window, both ends.
    """
    if date.precision == "window":
        ends = date.text.strip("[]").split("..")
        return all(_has_date(PartialDate(end), page) for end in ends)
    day = date.earliest
    if date.precision == "year":
        return re.search(rf"\b{day.year}\b", page) is not None
    name = calendar.month_name[day.month]
    months = rf"(?:{name}|{name[:3]}\.?)"
    year = rf"{day.year}\b"
    if date.precision == "month":
        return _found([rf"\b{months},?\s+{year}", date.text], page)
    between = r"(?:st|nd|rd|th)?(?:\s*(?:-|to|and)\s*\d+)?\s+(?:of\s+)?"
    return _found(
        [
            rf"\b0?{day.day}{between}{months},?\s+{year}",
            rf"\b\d+\s*(?:-|to|and)\s*0?{day.day}\s+{months},?\s+{year}",
            rf"\b{months}\s+0?{day.day}(?:st|nd|rd|th)?,?\s+{year}",
            re.escape(date.text),
        ],
        page,
    )


def _found(patterns: Iterable[str], page: str) -> bool:
    """
    Tell whether a text has one of some patterns.
    """
    return any(re.search(p, page, re.IGNORECASE) for p in patterns)
