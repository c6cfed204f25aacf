"""
`ascn_data.datapackage` and `ascn_data.croissant`: exports described.
"""

import hashlib
import json
import pathlib

import pytest

import ascn_data

from ascn_data.datapackages import package
from ascn_data.dates import PartialDate
from ascn_data.errors import UnknownNameError
from ascn_data.models.catalogue import FILES
from ascn_data.tables.tidy.catalogue import TIDY
from samples import dataset


@pytest.mark.parametrize("format", ["csv", "json"])
def test_every_table_is_a_described_file(
    tmp_path: pathlib.Path, format: str
) -> None:
    """
    Sizes and hashes are those of the files.
    """
    described = dataset().export(tmp_path / "new", format=format)  # type: ignore[arg-type]
    package = json.loads(described.read_text(encoding="utf-8"))
    croissant = json.loads((tmp_path / "new" / "croissant.json").read_text())

    assert package["version"] == "sample"
    assert package["ascn_data"]["digest"] == (dataset().digest)
    assert [r["name"] for r in package["resources"]] == [*FILES, *TIDY]
    hashes = {f["@id"]: f["sha256"] for f in croissant["distribution"]}
    for resource in package["resources"]:
        raw = (tmp_path / "new" / resource["path"]).read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        assert resource["hash"] == f"sha256:{digest}"
        assert resource.get("bytes", len(raw)) == len(raw)
        assert hashes[resource["path"]] == digest


def test_columns_are_described(tmp_path: pathlib.Path) -> None:
    """
    Types, codes, what must be there, and where ids lead.
    """
    described = dataset().export(tmp_path)
    resources = {
        resource["name"]: resource["schema"]
        for resource in json.loads(described.read_text())["resources"]
    }
    fields = {f["name"]: f for f in resources["partnerships"]["fields"]}

    assert fields["id"]["constraints"] == {"required": True}
    assert "city_pair" in fields["kind"]["constraints"]["enum"]
    assert fields["start_earliest"]["type"] == "date"
    assert fields["partners"]["type"] == "string"
    assert fields["partners"]["delimiter"] == "|"
    assert fields["partners"]["references"] == ["partners"]
    assert fields["amounts"]["type"] == "array"
    assert "constraints" not in fields["summary"]
    assert "references" not in fields["focus_areas"]
    assert resources["partnerships"]["foreignKeys"] == [
        {
            "fields": ["parent"],
            "reference": {"resource": "", "fields": ["id"]},
        }
    ]
    assert {
        "fields": ["country"],
        "reference": {"resource": "countries", "fields": ["id"]},
    } in resources["cities"]["foreignKeys"]
    assert "foreignKeys" not in resources["retired"]
    # The place of a source is the dateline as printed.
    assert "place" not in str(resources["sources"]["foreignKeys"])


def test_sources_are_listed(tmp_path: pathlib.Path) -> None:
    """
    Those that evidence names, with their address if they have one.
    """
    package = json.loads(dataset().export(tmp_path).read_text())

    assert package["sources"] == [{"title": "Report 1"}]
    bundled = json.loads(ascn_data.export(tmp_path).read_text())
    assert any("path" in source for source in bundled["sources"])


def test_exports_are_reproducible(tmp_path: pathlib.Path) -> None:
    """
    Twice the same bytes; over older files of the same names.
    """
    first = dataset().export(tmp_path).read_bytes()

    assert dataset().export(tmp_path).read_bytes() == first


def test_released_revisions_have_a_date(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The day of their release, in both descriptions.
    """
    monkeypatch.setattr(
        package, "released_on", lambda _: PartialDate("2026-01-31")
    )
    described = dataset().export(tmp_path)
    croissant = json.loads((tmp_path / "croissant.json").read_text())

    assert json.loads(described.read_text())["created"] == (
        "2026-01-31T00:00:00Z"
    )
    assert croissant["datePublished"] == "2026-01-31"
    monkeypatch.setattr(package, "released_on", lambda _: None)
    assert "created" not in json.loads(dataset().export(tmp_path).read_text())


def test_unknown_formats_are_told(tmp_path: pathlib.Path) -> None:
    """
    Nothing is written then.
    """
    with pytest.raises(UnknownNameError, match="known are csv, json, parq"):
        dataset().export(tmp_path / "x", format="xls")  # type: ignore[arg-type]
    assert not (tmp_path / "x").exists()
