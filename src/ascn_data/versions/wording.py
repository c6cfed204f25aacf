"""
How values and their changes are put in words.

Values are plain JSON, as in the data files.
"""

import json

from collections.abc import Iterator, Mapping
from typing import Any


def in_words(value: Any) -> str:
    """
    A plain value as a text for people.

    >>> in_words(["jetro", "japan"]), in_words({"id": "x", "name": "X"})
    ('jetro, japan', 'X')
    """
    if isinstance(value, list):
        return _joined(value)
    if isinstance(value, dict) and "id" in value:
        if "reason" in value:
            replacements: list[str] = value.get("replaced_by", [])
            return ", ".join(replacements) or str(value["reason"])
        keys = ("name", "title", "label", "id")
        return str(next(value[key] for key in keys if key in value))
    if isinstance(value, dict):
        return ", ".join(map(in_words, value.values()))
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _joined(values: list[Any]) -> str:
    """
    A list in words; semicolons between items that have commas themselves.
    """
    texts = [in_words(value) for value in values]
    return ("; " if any(", " in text for text in texts) else ", ").join(texts)


def step(old: Any, new: Any) -> str:
    """
    Return a change of a value in words; of lists, what came and what went.

    >>> step("2024", "2024-06"), step(None, 3)
    ('2024 → 2024-06', '(none) → 3')
    >>> step(["jetro", "jica"], ["jica", "nedo"])
    '+ nedo; - jetro'
    """
    if isinstance(old, list) or isinstance(new, list):
        return "; ".join(elements(old or [], new or [])) or "in another order"
    words = ["(none)" if v is None else in_words(v) for v in (old, new)]
    return " → ".join(words)


def elements(old: list[Any], new: list[Any]) -> Iterator[str]:
    """
    Yield the elements that came into a list and went, in words.

    What changed in an entry on the same report is told as such.
    """
    gone = [value for value in old if value not in new]
    come = [value for value in new if value not in old]
    before = {_key(value): value for value in gone}
    after = {_key(value): value for value in come}
    for value in come:
        was = before.get(_key(value)) if _key(value) else None
        yield f"+ {element(value)}" if was is None else _entry(was, value)
    for value in gone:
        if not _key(value) or _key(value) not in after:
            yield f"- {element(value)}"


def _key(value: Any) -> str | None:
    """
    Return the report by which an entry in a history is told from others.
    """
    return value.get("report") if isinstance(value, Mapping) else None


def _entry(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """
    Return what changed in an entry of a history.
    """
    fields = ", ".join(
        f"{name} {step(old.get(name), new.get(name))}"
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    )
    return f"{new['report']}: {fields}"


def element(value: Any) -> str:
    """
    Return an element of a list in words.

    >>> element({"stage": "signed", "date": "2024-05-02", "source": "x-1"})
    'signed 2024-05-02 [x-1]'
    """
    if not isinstance(value, Mapping):
        return in_words(value)
    if "stage" in value:
        text = f"{value['stage']} {value['date']}"
        if "component" in value:
            text += f" of {value['component']}"
    elif "partner" in value:
        text = f"{value['partner']} {value['role']}"
    elif "currency" in value:
        text = f"{value['currency']} {value['value']} {value['role']}"
        text += f", {value['basis']}"
        if "payers" in value:
            text += f", paid by {' and '.join(value['payers'])}"
        if "recipient" in value:
            text += f", to {value['recipient']}"
    else:
        return in_words(value)
    return f"{text} [{value['source']}]" if "source" in value else text
