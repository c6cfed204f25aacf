"""
Exports in frictionless, mlcroissant and DuckDB.
"""

import json
import pathlib
import subprocess
import sys
import zipfile

from typing import Any

import duckdb
import frictionless
import jsonschema
import mlcroissant
import pyarrow.parquet as pq
import pytest

import ascn_data

from ascn_data.models.catalogue import FILES
from ascn_data.tables.tidy.catalogue import TIDY


DS = ascn_data.load()
PROFILE = "check-datapackage==0.37.0"


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """
    The bundled data in every format, a directory each.
    """
    root = tmp_path_factory.mktemp("exports")
    ascn_data.export(root / "csv")
    ascn_data.export(root / "json", format="json")
    ascn_data.export(root / "parquet", format="parquet")
    return root


def test_frictionless_finds_csv_valid(exports: pathlib.Path) -> None:
    """
    Types, codes, hashes and foreign keys of every table.
    """
    path = str(exports / "csv" / "datapackage.json")
    report = frictionless.Package(path).validate()

    assert report.flatten(["title", "rowNumber", "note"]) == []
    assert report.stats["tasks"] == len(FILES) + len(TIDY)


def test_frictionless_finds_json_valid(exports: pathlib.Path) -> None:
    """
    The same; it reads no JSON table that is empty.
    """
    path = str(exports / "json" / "datapackage.json")
    report = frictionless.Package(path).validate()
    empty = {f"{name}.json" for name in FILES if not len(DS.table(name))}
    wrong = {
        pathlib.Path(task.place).name for task in report.tasks if task.errors
    }

    assert wrong == empty


def test_frictionless_finds_parquet_valid(exports: pathlib.Path) -> None:
    """
    With foreign keys; lists in it are of any type to a data package.
    """
    path = str(exports / "parquet" / "datapackage.json")
    report = frictionless.Package(path).validate()

    assert report.flatten(["title", "rowNumber", "note"]) == []
    assert report.stats["tasks"] == len(FILES) + len(TIDY)


def test_frictionless_finds_damage_in_parquet(exports: pathlib.Path) -> None:
    """
    A country that does not exist and an unknown code are noticed.
    """
    file = exports / "parquet" / "partners.parquet"
    whole = file.read_bytes()
    table = pq.read_table(file)
    for name, wrong in (("country", "xx"), ("kind", "p")):
        values = [wrong, *table[name].to_pylist()[1:]]
        index = table.column_names.index(name)
        table = table.set_column(index, table.field(name), [values])
    try:
        pq.write_table(table, file)
        path = str(exports / "parquet" / "datapackage.json")
        package = frictionless.Package(path)
        report = package.get_resource("partners").validate()
    finally:
        file.write_bytes(whole)

    found = {kind for (kind,) in report.flatten(["type"])}
    assert found == {"foreign-key", "constraint-error"}


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """
    The JSON Schema that the standard publishes for `datapackage.json`.

    A package has it, whose code needs a newer Python than it does.
    """
    directory = tmp_path_factory.mktemp("profile")
    command = ["pip", "download", "-q", "--no-deps", "--python-version=3.13"]
    subprocess.run(
        [sys.executable, "-m", *command, f"-d{directory}", PROFILE], check=True
    )
    (wheel,) = directory.glob("*.whl")
    name = "check_datapackage/schemas/data-package-2-0.json"
    found: dict[str, Any] = json.loads(zipfile.ZipFile(wheel).read(name))
    return found


@pytest.mark.parametrize("format", ["csv", "json", "parquet"])
def test_descriptions_fit_the_profile(
    exports: pathlib.Path, profile: dict[str, Any], format: str
) -> None:
    """
    Data Package v2 as its JSON Schema has it, which knows what is wrong.
    """
    validator = jsonschema.Draft7Validator(profile)
    path = exports / format / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))

    assert [
        error.json_path for error in validator.iter_errors(described)
    ] == []
    described["resources"][0]["schema"]["fields"][0]["type"] = "text"
    assert not validator.is_valid(described)


def test_frictionless_finds_damage(exports: pathlib.Path) -> None:
    """
    A country that does not exist and an unknown code are noticed.
    """
    file = exports / "csv" / "cities.csv"
    whole = file.read_bytes()
    try:
        file.write_bytes(
            whole.replace(b",vn,", b",xx,").replace(b"pilot", b"p")
        )
        path = str(exports / "csv" / "datapackage.json")
        report = frictionless.Package(path).validate()
    finally:
        file.write_bytes(whole)

    found = {kind for (kind,) in report.flatten(["type"])}
    assert found >= {"foreign-key", "constraint-error", "hash-count"}


# rdflib and pandas warn of their own use by mlcroissant.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("format", ["csv", "json", "parquet"])
def test_mlcroissant_reads(exports: pathlib.Path, format: str) -> None:
    """
    The description is valid without a warning and leads to the records.
    """
    path = exports / format / "croissant.json"
    dataset = mlcroissant.Dataset(jsonld=str(path))
    issues = dataset.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())

    for name in FILES:
        ids = [row[f"{name}/id"] for row in dataset.records(name)]
        assert [id_.decode() for id_ in ids] == list(DS.table(name).ids)


@pytest.mark.parametrize("format", ["csv", "json", "parquet"])
def test_duckdb_reads_every_table(exports: pathlib.Path, format: str) -> None:
    """
    As it finds the files, without being told anything.
    """
    with duckdb.connect() as connection:
        for name in FILES:
            path = str(exports / format / f"{name}.{format}")
            query = f"select id from '{path}' order by id"  # noqa: S608 - a path of our own
            if len(DS.table(name)):
                found = connection.execute(query).fetchall()
                assert [id_ for (id_,) in found] == list(DS.table(name).ids)


def test_parquet_carries_the_digest(exports: pathlib.Path) -> None:
    """
    Each file by itself says what it is.
    """
    described = json.loads(
        (exports / "parquet" / "datapackage.json").read_text()
    )
    schema = pq.read_schema(exports / "parquet" / "roles.parquet")

    assert schema.metadata[b"ascn_data.digest"].decode() == DS.digest
    assert described["ascn_data"]["digest"] == DS.digest
