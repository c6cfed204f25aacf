"""
Citations: of the dataset, and of the sources behind a record.

Everything is first an item of CSL-JSON, the data form of the Citation Style
Language; the other styles are written from that one item.
"""

import json
import re

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from ascn_data.dates import PartialDate
from ascn_data.display.words import printable
from ascn_data.models.publication import AUTHOR, TITLE
from ascn_data.naming.vocabulary import unknown_value
from ascn_data.version import __version__


Style = Literal["text", "apa", "bibtex", "ris", "csl-json"]


Item = dict[str, Any]
"""An item of CSL-JSON."""


_NUMBERS = ("DOI", "ISBN", "ISSN")
"""The numbers that have a field of their own in most styles."""


_TYPES = {
    "article": "article-journal",
    "book": "book",
    "dataset": "dataset",
    "news": "article-newspaper",
    "official": "document",
    "press_release": "webpage",
    "report": "report",
    "web_page": "webpage",
}


def item_of_dataset(
    revision: str, digest: str, released: PartialDate | None
) -> Item:
    """
    The dataset, at a revision, as an item of CSL-JSON.
    """
    version = __version__
    item: Item = {
        "id": _key(f"ascn-data-{revision}"),
        "type": "dataset",
        "title": TITLE,
        "author": [{"literal": AUTHOR}],
        "version": f"revision {revision}, package {version}",
        "note": f"SHA-256 {digest}; licence CC BY 4.0",
    }
    if released is not None:
        item["issued"] = _csl_date(released)
    return item


def items_of_record(
    record: Any, source_of: Callable[[str], Any]
) -> list[Item]:
    """
    The sources of a record as items, each with the places in it as a note.

    A source cited through another brings that one along.
    """
    locators: dict[str, list[str]] = {}
    for evidence in record.evidence:
        locators.setdefault(evidence.source, []).append(evidence.locator)
    items = []
    for id_, places in locators.items():
        note = "; ".join(dict.fromkeys(places))
        source = source_of(id_)
        if source.found_in is not None:
            note = f"{note}; cited in {source_of(source.found_in).title}"
        items.append({**_item_of_source(source), "note": note})
    return items


def items_of_table(
    records: Iterable[Any], sources: Mapping[str, Any]
) -> list[Item]:
    """
    The sources of many records as items, each once, by author or title.

    Records that are sources stand for themselves; rows of tidy tables name
    their source.
    """
    cited = {id_ for record in records for id_ in _cited(record)}
    items = [_item_of_source(sources[i]) for i in sources if i in cited]
    return sorted(items, key=_place_in_list)


def _cited(record: Any) -> Iterable[str | None]:
    """
    The ids of the sources that a record or row cites.
    """
    if hasattr(record, "found_in"):
        return (record.id,)
    if hasattr(record, "evidence"):
        return [item.source for item in record.evidence]
    return getattr(record, "source", None), getattr(record, "report", None)


def _place_in_list(item: Item) -> tuple[str, str, str]:
    """
    Where an item stands in a bibliography.
    """
    authors = "; ".join(_name(author) for author in item.get("author", []))
    head = authors or item.get("publisher") or item["title"]
    when = _iso(item["issued"]) if "issued" in item else "9999"
    return head.casefold(), when, item["id"]


def _key(text: str) -> str:
    """
    A text as a key of BibTeX, which takes neither spaces nor braces.
    """
    return re.sub(r"[^A-Za-z0-9.:+-]+", "-", text).strip("-")


def _item_of_source(source: Any) -> Item:
    """
    A source as an item, without what is unknown of it.
    """
    parts = [source.title, source.subtitle]
    item: Item = {
        "id": source.id,
        "type": _TYPES[source.kind],
        "title": ": ".join(part for part in parts if part),
        "author": [_csl_name(name) for name in source.authors],
        "container-title": source.container,
        "publisher": source.publisher,
        "publisher-place": source.place,
        "issued": source.published and _csl_date(source.published),
        "accessed": source.accessed and _csl_date(source.accessed),
        "URL": source.url,
        "language": source.language,
    }
    kind, _, number = (source.identifier or "").partition(" ")
    if kind in _NUMBERS:
        item[kind] = number
    elif source.identifier:
        item["number"] = source.identifier
    resolver, _, doi = (source.url or "").partition("doi.org/")
    if resolver == "https://":
        item.setdefault("DOI", doi)
    return {key: value for key, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    """
    A person as family and given name; a body, or an unsure case, whole.
    """
    family, comma, given = name.partition(", ")
    is_body = re.search(r" (of|for|and) |,.*,", name)
    if comma and not is_body:
        return {"family": family, "given": given}
    return {"literal": name}


def _csl_date(date: PartialDate) -> dict[str, Any]:
    """
    A date at its precision; a window as a range.
    """
    ends = date.text.strip("[]").split("..")
    return {"date-parts": [[int(p) for p in end.split("-")] for end in ends]}


def _name(author: Mapping[str, str]) -> str:
    """
    An author's name, family name first.
    """
    if "literal" in author:
        return author["literal"]
    return f"{author['family']}, {author['given']}"


def _iso(date: Mapping[str, Any]) -> str:
    """
    The first day, month or year of a date as ISO 8601 text.
    """
    return "-".join(f"{part:02}" for part in date["date-parts"][0])


def _text(item: Item) -> str:
    """
    One line for a reader: everything that finds the source again.
    """
    date = f" ({_iso(item['issued'])})" if "issued" in item else ""
    authors = "; ".join(_name(author) for author in item.get("author", []))
    head = f"{authors or item.get('publisher', '')}{date}"
    parts = [
        head.strip(),
        item["title"],
        item.get("container-title"),
        item.get("publisher") if authors else None,
        item.get("version"),
        *(f"{kind} {item[kind]}" for kind in _NUMBERS if kind in item),
        item.get("number"),
        item.get("URL"),
        item.get("note"),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _apa(item: Item) -> str:
    """
    A reference as the American Psychological Association writes them.
    """
    authors = [_apa_name(a) for a in item.get("author", [])]
    if not authors and "publisher" in item:
        authors = [item["publisher"]]
    joined = ", ".join(authors[:-1]) + ", & " if len(authors) > 1 else ""
    head = joined + authors[-1] if authors else item["title"]
    title = item["title"]
    if item["type"] == "dataset":
        version = f" ({item['version']})" if "version" in item else ""
        title = f"{title}{version} [Data set]"
    elif "number" in item:
        title = f"{title} ({item['number']})"
    publisher = item.get("publisher")
    parts = [
        f"{head.rstrip('.')}. ({_apa_date(item)})",
        title if authors else None,
        item.get("container-title"),
        publisher if publisher not in authors else None,
    ]
    text = ". ".join(part.rstrip(".") for part in parts if part) + "."
    doi = f"https://doi.org/{item['DOI']}" if "DOI" in item else None
    ending = doi or item.get("URL") or item.get("note", "")
    return f"{text} {ending}".rstrip()


def _apa_name(author: Mapping[str, str]) -> str:
    """
    A person by family name and initials; a body by its name.
    """
    if "literal" in author:
        return author["literal"]
    initials = " ".join(f"{part[0]}." for part in author["given"].split())
    return f"{author['family']}, {initials}"


def _apa_date(item: Item) -> str:
    """
    Year, then month and day as far as known; n.d. for none.
    """
    if "issued" not in item:
        return "n.d."
    year, *rest = item["issued"]["date-parts"][0]
    words = [str(year)]
    if rest:
        words.append(", " + _MONTHS[rest[0] - 1])
    if len(rest) > 1:
        words.append(f" {rest[1]}")
    return "".join(words)


_ENTRY_TYPES = {
    "article-journal": "article",
    "book": "book",
    "report": "techreport",
}


_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _latex(text: str) -> str:
    """
    Text with the characters that LaTeX takes for commands escaped.
    """
    line = " ".join(text.split())
    return "".join(_LATEX.get(char, char) for char in line)


def _address(text: str) -> str:
    """
    An address as it is, without what could end its field.
    """
    for char, code in (("{", "%7B"), ("}", "%7D"), ("\\", "%5C")):
        text = text.replace(char, code)
    return "%20".join(text.split())


def _bibtex(item: Item) -> str:
    """
    A BibTeX entry; titles and bodies keep their capitals.
    """
    type_ = _ENTRY_TYPES.get(item["type"], "misc")
    publisher = {"techreport": "institution", "misc": "howpublished"}
    names = [
        f"{{{_latex(_name(a))}}}" if "literal" in a else _latex(_name(a))
        for a in item.get("author", [])
    ]
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_latex(item['title'])}}}",
        "journal" if type_ == "article" else "series": _latex(
            item.get("container-title", "")
        ),
        publisher.get(type_, "publisher"): _latex(item.get("publisher", "")),
        "address": _latex(item.get("publisher-place", "")),
        "version": _latex(item.get("version", "")),
        # An address stands as it is: \url and hyperref expect that.
        "url": _address(item.get("URL", "")),
        "doi": _address(item.get("DOI", "")),
        "isbn": _latex(item.get("ISBN", "")),
        "issn": _latex(item.get("ISSN", "")),
        "number": _latex(item.get("number", "")),
        "note": _latex(item.get("note", "")),
    }
    if "issued" in item:
        year, *rest = item["issued"]["date-parts"][0]
        fields["year"] = str(year)
        fields["month"] = str(rest[0]) if rest else ""
    lines = [
        f"  {key} = {{{value}}}" for key, value in fields.items() if value
    ]
    body = ",\n".join(lines)
    return f"@{type_}{{{_key(item['id'])},\n{body}\n}}"


_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "dataset": "DATA",
    "report": "RPRT",
    "webpage": "ELEC",
}


def _ris(item: Item) -> str:
    """
    A RIS record: tag, two spaces, hyphen, space, value, one a line.
    """
    lines = [("TY", _RIS_TYPES.get(item["type"], "GEN")), ("ID", item["id"])]
    lines += [("AU", _name(author)) for author in item.get("author", [])]
    if "issued" in item:
        parts = [f"{p:02}" for p in item["issued"]["date-parts"][0]]
        padded = [*parts, "", ""][:3]
        lines += [("PY", parts[0]), ("DA", "/".join([*padded, ""]))]
    for tag, key in (
        ("TI", "title"),
        ("T2", "container-title"),
        ("PB", "publisher"),
        ("CY", "publisher-place"),
        ("ET", "version"),
        ("DO", "DOI"),
        ("SN", "ISBN"),
        ("SN", "ISSN"),
        ("SN", "number"),
        ("UR", "URL"),
        ("LA", "language"),
        ("N1", "note"),
    ):
        if key in item:
            lines.append((tag, item[key]))
    body = "\n".join(f"{tag}  - {' '.join(v.split())}" for tag, v in lines)
    return f"{body}\nER  - \n"


def _seen(value: Any) -> Any:
    """
    An item, or a part of one, whose texts steer no terminal.
    """
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_seen(each) for each in value]
    if isinstance(value, dict):
        return {key: _seen(each) for key, each in value.items()}
    return value


_WRITERS: Mapping[str, Callable[[Item], str]] = {
    "text": _text,
    "apa": _apa,
    "bibtex": _bibtex,
    "ris": _ris,
}


def written(items: Iterable[Item], style: str) -> str:
    """
    Items in a style, one after the other.

    Raises:
        UnknownNameError: If there is no such style.
    """
    items = [_seen(item) for item in items]
    if style == "csl-json":
        return json.dumps(items, ensure_ascii=False, indent=2)
    if style not in _WRITERS:
        raise unknown_value("style", style, [*_WRITERS, "csl-json"])
    gap = "\n\n" if style == "bibtex" else "\n"
    return gap.join(_WRITERS[style](item) for item in items)
