"""
What answers cost, in counted operations: time is for `benchmarks/`.
"""

import ast
import gc
import subprocess
import sys

from collections.abc import Callable
from typing import Any

import pytest

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.display.text import table_text
from ascn_data.models.catalogue import FILES, SCHEMAS
from ascn_data.models.records import structure_table
from ascn_data.naming import folding, index
from ascn_data.tables.selection import keys_in
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from released import released_package
from samples import rows, tables


PROCESS = """
import sys
sys.path[:0] = {path!r}
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0]))
                 if event == "open" else None)
before = set(sys.modules)
{code}
files = [name for name in opened if name.endswith((".json", ".bz2"))]
print([[name.rpartition("/data/")[2].partition(".")[0] for name in files],
       sorted(set(sys.modules) - before)])
"""


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    """
    Where a released package can be imported from.
    """
    return str(released_package(tmp_path_factory.mktemp("released")))


def costs(code: str, package: str = "") -> tuple[list[str], set[str]]:
    """
    The data files that a fresh process opens, and the modules it imports.
    """
    done = subprocess.run(
        [
            sys.executable,
            "-S",  # or the environment's own start-up files would count
            "-c",
            PROCESS.format(path=[package, *sys.path], code=code),
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    files, modules = ast.literal_eval(done.stdout)
    return files, set(modules)


def test_importing_costs_nothing() -> None:
    """
    The import opens no data and loads nothing but the package itself.
    """
    assert costs("import ascn_data") == ([], {"ascn_data"})


LIST = "indexes/released"


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("cities()", ["cities", "indexes/cities"]),
        ("load('2999.1').cities()", ["cities", "indexes/cities"]),
        ("city('vn-da-nang')", ["indexes/names-city"]),
        ("city('Saigon')", ["indexes/names-city"]),
        (
            "sources(kind='news')",
            ["sources", "indexes/sources", "indexes/filters-sources"],
        ),
        (
            "partnerships(partner='Japan')",
            [
                "partnerships",
                "indexes/partnerships",
                "indexes/filters-partnerships",
                "partners",
                "indexes/partners",
                "indexes/filters-partners",
                "indexes/names-partner",
            ],
        ),
    ],
)
def test_a_first_answer_reads_what_it_needs(
    question: str, needed: list[str], package: str
) -> None:
    """
    Each file once, the same question again none, and no library for more.
    """
    if "city(" in question:
        needed = [*needed, "cities", "indexes/cities"]
    code = f"import ascn_data\nfor _ in range(3): ascn_data.{question}"
    files, modules = costs(code, package)
    spared = {
        "ascn_data.checks",
        "ascn_data.display.text",
        "ascn_data.errors",
        "ascn_data.exports.columns",
        "ascn_data.exports.rows",
        "ascn_data.files.parsing",
        "ascn_data.versions.frozen",
        "ascn_data.versions.index",
        "attr",
        "attrs",
        "bz2",
        "cattrs",
        "contextlib",
        "difflib",
        "hashlib",
        "importlib.metadata",
        "importlib_resources",
        "inspect",
        "pandas",
        "pathlib",
        "pkgutil",
        "polars",
        "pyarrow",
        "threading",
        "typing",
    }

    assert sorted(files) == sorted([LIST, *needed])
    assert modules & spared == set()


def test_development_versions_are_read_strictly(package: str) -> None:
    """
    The same package without a release opens the tables alone.
    """
    code = "import ascn_data.version as v\nv.__version__ = '2999.2.0.dev0'\n"
    files, modules = costs(
        f"{code}import ascn_data\nascn_data.cities()", package
    )

    assert files == ["cities"]
    assert "cattrs" in modules


def test_two_revisions_are_compared_without_a_record(package: str) -> None:
    """
    Rows suffice: the bundled tables and one frozen file are read once.
    """
    first = ascn_data.revisions()[0].id
    asked = f"import ascn_data\nascn_data.diff({first!r}, '2999.1')"
    files, modules = costs(asked, package)

    frozen = f"frozen/{first.partition('.')[0]}"
    assert sorted(files) == sorted([*FILES, LIST, "frozen/index", frozen])
    assert "ascn_data.models.making" not in modules


def test_classes_are_made_for_the_tables_read(package: str) -> None:
    """
    Cities need none of the classes of projects, money or events.
    """
    asked = "import ascn_data\nascn_data.city('Saigon')"
    _, modules = costs(asked, package)
    models = {m for m in modules if m.startswith("ascn_data.models.")}

    assert {m.rpartition(".")[2] for m in models} == {
        "_rules",
        "catalogue",
        "making",
        "place",
        "places",
        "publication",
        "shared",
        "values",
        "vocabularies",
    }


def test_an_answer_without_filters_is_the_table_itself() -> None:
    """
    Nothing is copied where nothing is left out.
    """
    assert ascn_data.cities() is ascn_data.cities()
    assert ascn_data.cities() is ascn_data.load().table("cities")


def calls_of(act: Callable[[], object]) -> int:
    """
    How many functions an action calls, Python's and C's.
    """
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    gc.disable()  # others' hooks into it would be counted too
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def projects_of(count: int) -> list[dict[str, Any]]:
    """
    Rows of so many projects: the sample's, the others of another city.
    """
    known = rows()["projects"]
    more = [
        {**known[n % 2], "id": f"vn-hue--x{n}", "cities": ["vn-hue"]}
        for n in range(count - len(known))
    ]
    return [*known, *more]


def dataset_of(count: int) -> Dataset:
    """
    The sample with so many projects.
    """
    given = tables({**rows(), "projects": projects_of(count)})
    return Dataset(Store("sample", given.__getitem__))


def _load(count: int) -> Callable[[], object]:
    given = projects_of(count)
    return lambda: structure_table(given, "projects", "")


def _index(count: int) -> Callable[[], object]:
    table = dataset_of(count).projects()
    return lambda: table.positions("cities", keys_in("cities"))


def _filter(count: int) -> Callable[[], object]:
    table = dataset_of(count).projects()
    return lambda: table.filter(lambda project: len(project.history) > 1)


def _export(count: int) -> Callable[[], object]:
    return dataset_of(count).projects().to_dicts


def _diff(count: int) -> Callable[[], object]:
    before, after = dataset_of(count), dataset_of(count)
    for dataset in (before, after):
        dataset.projects()
    return lambda: diff(before, after)


@pytest.mark.parametrize("step", [_load, _index, _filter, _export, _diff])
def test_work_grows_in_step_with_the_data(
    step: Callable[[int], Callable[[], object]],
) -> None:
    """
    Twice as many records more make just twice as many calls more.
    """
    step(10)()  # makes hooks and columns, once for all
    at_10, at_20, at_40 = (calls_of(step(count)) for count in (10, 20, 40))

    assert at_40 - at_20 == 2 * (at_20 - at_10) > 0


@pytest.mark.parametrize(
    "filters",
    [
        {"city": "Da Nang"},
        {"place": "Da Nang"},
        {"city": "Da Nang", "status": "completed"},
    ],
)
def test_indexed_filters_do_not_grow_with_the_table(
    filters: dict[str, Any],
) -> None:
    """
    The same answer from ten times as many records takes as many calls.
    """

    def counted(count: int) -> tuple[int, tuple[str, ...]]:
        ds = dataset_of(count)
        found = ds.projects(**filters)  # makes the index
        return calls_of(lambda: ds.projects(**filters)), found.ids

    assert counted(4) == counted(40)


def test_cutting_grows_in_step_with_the_text() -> None:
    """
    A cell of thousands of letters is measured once, not letter by letter.
    """

    def shown(letters: int) -> int:
        row = {**rows()["terms"][0], "label": "x" * letters}
        table = Table(
            SCHEMAS["terms"],
            tables({**rows(), "terms": [row]})["terms"],
            revision="",
        )
        return calls_of(lambda: table_text(table, width=60))

    assert shown(4000) < 4.1 * shown(1000)


def test_a_name_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A column of a million rows has few spellings; only they cost.
    """
    folded: list[str] = []

    def fold(text: str) -> str:
        folded.append(text)
        return folding.fold(text)

    ascn_data.city("Saigon")  # makes the index
    monkeypatch.setattr(index, "fold", fold)
    found = ascn_data.resolve(["Saigon", "SAIGON", None] * 1000, kind="city")

    assert len(found) == 3000
    assert folded == ["Saigon", "SAIGON"]
    folded.clear()
    names_ = ["Nowhere"] * 1000
    ascn_data.resolve(names_, kind="city", on_unknown="none")
    assert folded == ["Nowhere"]
