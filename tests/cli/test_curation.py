"""
What the command line tells a curator.
"""

import json
import pathlib
import shutil

import attrs
import pytest

import ascn_data

from ascn_data.__main__ import main
from ascn_data.cli.curation import template
from ascn_data.files.canonical import field_order
from ascn_data.models.catalogue import FILES, TABLES, record_class
from ascn_data.models.records import structure_table
from ascn_data.tables.queries import Queries
from ascn_data.tables.store import Store
from samples import dataset


DS = ascn_data.load()
DATA = pathlib.Path(ascn_data.__file__).parent / "data"
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("table", TABLES)
def test_templates_have_every_key(table: str) -> None:
    """
    In canonical order, the required ones marked, with a record that is valid.
    """
    text = template(DS, table)
    keys, _, example = text.partition("A record of today:\n\n")
    lines = [
        line for line in keys.splitlines()[2:] if line[:2] in ("* ", "  ")
    ]
    fields = attrs.fields_dict(record_class(table))

    assert [line[2:].split()[0] for line in lines] == [
        *field_order(record_class(table))
    ]
    for line in lines:
        field = fields[line[2:].split()[0]]
        needed = field.default is attrs.NOTHING or field.name == "evidence"
        assert line.startswith("* ") == needed
    row = json.loads(example)
    assert structure_table([row], table, table)[0] in DS.table(table)
    assert len(row) > len([line for line in lines if line.startswith("* ")])


def test_templates_of_tables_without_short_records() -> None:
    """
    An empty table has a template too, without an example.
    """
    empty = Queries(Store("empty", lambda _: ()))

    assert "A record of today" not in template(empty, "terms")
    assert '"civic"' in template(dataset(), "terms")


def test_template_command(capsys: Captured) -> None:
    """
    Of the data in use.
    """
    assert main(["template", "sources"]) == 0
    assert capsys.readouterr().out.startswith("Keys of sources; *")


def test_files_out_of_order_are_found_and_put_in_order(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    The message names the files and the command that sorts them.
    """
    for name in FILES:
        shutil.copy(DATA / f"{name}.json", tmp_path)
    terms = tmp_path / "terms.json"
    canonical = terms.read_bytes()
    turned = json.dumps(json.loads(canonical)[::-1])
    terms.write_text(turned, encoding="utf-8")

    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "not sorted: terms.json;" in said
    assert f"ascn-data check --write {tmp_path}" in said
    assert terms.read_text(encoding="utf-8") == turned

    assert main(["check", "--write", str(tmp_path)]) == 0
    assert terms.read_bytes() == canonical
    assert main(["check", str(tmp_path)]) == 0
