"""
Where a first answer and a whole load spend their instructions.

What stands between a target that is missed and the target; needs valgrind.
"""

from collections.abc import Iterator

from measuring import Figure, instructions, steady_instructions


FIRST_TABLE = (
    ("Python's own start", "pass"),
    ("import attrs", "import attrs"),
    ("import cattrs and json", "import cattrs, json"),
    ("import the modules of this package", "import ascn_data.functions"),
    (
        "make the classes of a city",
        (
            "from ascn_data.loading import record_class\n"
            "cls = record_class('cities')"
        ),
    ),
    (
        "make the converter and its hooks",
        (
            "from ascn_data.converting import converter\n"
            "hook = converter().get_structure_hook(cls)"
        ),
    ),
    (
        "read and parse the JSON",
        (
            "from ascn_data.loading import parse_json, structure_table\n"
            "from ascn_data.resources import bundled_bytes\n"
            "rows = parse_json(bundled_bytes('data/cities.json'), '')"
        ),
    ),
    (
        "make the records",
        "records = structure_table(rows, 'cities', '')",
    ),
)
"""What `ascn_data.cities()` does in a fresh process, step by step."""

_LOAD = """
import json
from ascn_data.files.strict import converter
from ascn_data.models.catalogue import TABLES, record_class
from ascn_data.files.parsing import parse_json
from ascn_data.models.records import parse_table
from ascn_data.files.bundle import bundled_bytes
import attrs
raw = {name: bundled_bytes(f"data/{name}.json") for name in TABLES}
made = []
def keep(value):
    if isinstance(value, tuple):
        for item in value:
            keep(item)
    elif attrs.has(type(value)) and not hasattr(value, "earliest"):
        given = {}
        for field in attrs.fields(type(value)):
            item = getattr(value, field.name)
            keep(item)
            if item != field.default:
                given[field.name] = item
        made.append((type(value), given))
for name in TABLES:
    for record in parse_table(raw[name], name, name):
        keep(record)
"""

LOAD = {
    "json.loads": "[json.loads(r) for r in raw.values()]",
    "with the search for duplicate keys, and equal texts made one": (
        "[parse_json(r, n) for n, r in raw.items()]"
    ),
    "attrs' constructors, alone": "[cls(**given) for cls, given in made]",
    "everything": "[parse_table(r, n, n) for n, r in raw.items()]",
}
"""What loading every table does."""


def measure() -> Iterator[Figure]:
    """
    Millions of instructions by step, and the share of the whole.
    """
    counts: list[int] = []
    code = ""
    for _, step in FIRST_TABLE:
        code += f"{step}\n"
        count = instructions(code)
        if count is None:
            return
        counts.append(count)
    for (name, _), count, before in zip(
        FIRST_TABLE, counts, [0, *counts], strict=False
    ):
        yield Figure(
            "first table",
            name,
            amount=(count - before) / 1e6,
            unit="M instructions",
            note=f"{(count - before) / counts[-1]:.0%}",
        )
    for name, call in LOAD.items():
        count_ = steady_instructions(_LOAD, call)
        if count_ is not None:
            yield Figure(
                "whole load", name, amount=count_ / 1e6, unit="M instructions"
            )
