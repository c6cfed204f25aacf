"""
`ascn_data.models.lifecycle`: start, end and status by the rule.
"""

import datetime
import json
import pathlib

from collections.abc import Sequence
from typing import Any

import pytest

from ascn_data.dates import PartialDate
from ascn_data.models import Milestone, Partnership, Project
from ascn_data.models.lifecycle import (
    Lifecycle,
    Step,
    followed,
    state_on,
    steps_of,
)
from ascn_data.models.vocabularies import Confidence, PartnershipKind, Stage


CASES = json.loads(
    (pathlib.Path(__file__).parent / "lifecycle.json").read_bytes()
)
"""Records typed by hand from sources, with what is to follow from them."""


def _milestone(stage: str, date: str, component: str | None = None) -> Any:
    return Milestone(
        stage=Stage(stage),
        date=PartialDate(date),
        component=component,
        source="s",
        locator="p. 1",
    )


def _history(words: Sequence[Sequence[str]]) -> tuple[Any, ...]:
    from ascn_data.models import ProjectStatusReport
    from ascn_data.models.vocabularies import ProjectStatus

    return tuple(
        ProjectStatusReport(
            report=day, title="X", status=ProjectStatus(status)
        )
        for day, status in words
    )


def _record(table: str, **fields: Any) -> Any:
    """
    A record with the stages and the words of reports that are given.
    """
    stages = fields.pop("stages", ())
    made: dict[str, Any] = {
        "id": "x",
        "name": "X",
        "confidence": Confidence.LOW,
        "milestones": tuple(_milestone(*each) for each in stages),
        **{k: PartialDate(v) for k, v in fields.items() if k != "words"},
    }
    if table == "partnerships":
        return Partnership(kind=PartnershipKind.GRANT, **made)
    history = _history(fields.pop("words", ()))
    made.pop("words", None)
    return Project(country="vn", history=history, **made)


def _published(report: str) -> PartialDate | None:
    """
    The reports here are called by their day.
    """
    return PartialDate(report) if report[0].isdigit() else None


def _found(record: Any) -> Lifecycle:
    project = isinstance(record, Project)
    return followed(steps_of(record, _published), project=project)


def _texts(life: Lifecycle) -> list[str | None]:
    dates = (life.start, life.end, life.status_as_of)
    start, end, as_of = (None if d is None else str(d) for d in dates)
    return [start, end, life.status, as_of]


@pytest.mark.parametrize("case", CASES, ids=[each["id"] for each in CASES])
def test_hard_cases(case: dict[str, Any]) -> None:
    """
    What follows is what a reader of the sources wrote down beforehand.
    """
    record = _record(case["table"], stages=case["stages"], words=case["words"])
    fields = ("start", "end", "status", "status_as_of")

    assert _texts(_found(record)) == [case.get(field) for field in fields]


@pytest.mark.parametrize(
    ("stages", "wanted"),
    [
        ([], [None, None, "unknown", None]),
        ([("announced", "2019")], [None, None, "announced", "2019"]),
        ([("approved", "2019")], [None, None, "announced", "2019"]),
        ([("contracted", "2019")], [None, None, "active", "2019"]),
        ([("opened", "2019")], ["2019", None, "active", "2019"]),
        (
            [("signed", "2019"), ("announced", "2020")],
            ["2019", None, "active", "2020"],
        ),
        (
            [("begun", "2019"), ("suspended", "2020"), ("suspended", "2021")],
            ["2019", None, "suspended", "2021"],
        ),
        (
            [("begun", "2019"), ("suspended", "2020"), ("approved", "2021")],
            ["2019", None, "suspended", "2020"],
        ),
        (
            [("begun", "2019"), ("suspended", "2020"), ("resumed", "2021")],
            ["2019", None, "active", "2021"],
        ),
        (
            [("signed", "2019"), ("ended", "2020"), ("evaluated", "2021")],
            ["2019", "2020", "ended", "2020"],
        ),
        (
            [("signed", "2019"), ("ended", "2020"), ("approved", "2021")],
            ["2019", "2020", "ended", "2020"],
        ),
        (
            [("signed", "2019"), ("completed", "2020"), ("signed", "2021")],
            ["2019", None, "active", "2021"],
        ),
    ],
)
def test_partnerships(
    stages: list[tuple[str, str]], wanted: list[str | None]
) -> None:
    """
    Each stage gives the status that the rule names, or none.
    """
    assert _texts(_found(_record("partnerships", stages=stages))) == wanted


@pytest.mark.parametrize(
    ("words", "stages", "wanted"),
    [
        ([], [("announced", "2019")], [None, None, "proposed", "2019"]),
        ([], [("signed", "2019")], [None, None, "planning", "2019"]),
        (
            [("2020-06-30", "unknown"), ("undated", "ongoing")],
            [],
            [None, None, "unknown", None],
        ),
        (
            [("2020-06-30", "planning")],
            [("begun", "2020")],
            ["2020", None, "ongoing", "2020"],
        ),
        (
            [("2020-06-30", "planning")],
            [("begun", "2020-06")],
            ["2020-06", None, "planning", "2020-06-30"],
        ),
        (
            [("2020-06-30", "completed")],
            [("begun", "2019")],
            ["2019", None, "completed", "2020-06-30"],
        ),
        (
            [("2020-06-30", "completed")],
            [("ended", "2021")],
            [None, "2021", "ended", "2021"],
        ),
        (
            [("2020-06-30", "ongoing"), ("2021-06-30", "ongoing")],
            [("completed", "2019"), ("ended", "2022")],
            [None, "2022", "ended", "2022"],
        ),
        (
            [],
            [("completed", "2019"), ("signed", "2020")],
            [None, "2019", "completed", "2019"],
        ),
        (
            [],
            [("suspended", "2019"), ("opened", "2020", "Pond")],
            [None, None, "suspended", "2019"],
        ),
        (
            [],
            [("approved", "2019"), ("suspended", "2020", "Pond")],
            [None, None, "planning", "2019"],
        ),
    ],
)
def test_projects(
    words: list[tuple[str, str]],
    stages: list[tuple[str, str]],
    wanted: list[str | None],
) -> None:
    """
    The newest of reports and milestones wins, the list keeping its order.
    """
    record = _record("projects", words=words, stages=stages)

    assert _texts(_found(record)) == wanted


def test_steps_are_told_apart() -> None:
    """
    A report stands before the first milestone that may be later.
    """
    record = _record(
        "projects",
        words=[("2020-06-30", "ongoing")],
        stages=[("begun", "2019"), ("opened", "2020", "Pond")],
    )

    assert steps_of(record, _published) == (
        Step(PartialDate("2019"), "begun"),
        Step(PartialDate("2020-06-30"), "ongoing", is_report=True),
        Step(PartialDate("2020"), "opened", of_part=True),
    )


def _case(id_: str) -> Any:
    """
    The record of one of the hard cases, whole.
    """
    (case,) = [each for each in CASES if each["id"] == id_]
    fields = ("stages", "words", "planned_end", "start", "end")
    return _record(
        case["table"], **{name: case[name] for name in fields if name in case}
    )


@pytest.mark.parametrize(
    ("id_", "day", "wanted"),
    [
        ("jetro-undp-mou", "2018-07-07", None),
        ("jetro-undp-mou", "2018-07-08", ("active", True)),
        ("jetro-undp-mou", "2024-12-31", ("active", False)),
        ("wise", "2024-01-31", ("active", True)),
        ("wise", "2020-06-01", ("active", False)),
        ("wise", "2026-01-01", None),
        ("pair-ho-chi-minh-city-osaka", "2024-01-01", ("active", False)),
        ("pair-ho-chi-minh-city-osaka", "2026-01-01", None),
        ("malaysia-smart-city-rating", "2023-12-31", None),
        ("malaysia-smart-city-rating", "2024-06-30", ("active", False)),
        ("malaysia-smart-city-rating", "2025-06-30", ("active", True)),
        ("ibm-mega-cebu", "2011-10-22", ("active", False)),
        ("ibm-mega-cebu", "2012-01-01", None),
        ("ibm-mega-cebu", "2013-10-16", ("active", True)),
        ("usascp-business-innovation-fund-1", "2023-01-01", None),
        ("id-nusantara--autonomous-tram-trial", "2024-09-01", "ongoing"),
        ("id-nusantara--autonomous-tram-trial", "2024-10-09", "completed"),
        ("id-nusantara--autonomous-tram-trial", "2024-10-10", None),
        ("kh-phnom-penh--smart-jamp-bus-shelters", "2022-04-20", "ongoing"),
        ("kh-phnom-penh--smart-jamp-bus-shelters", "2022-04-21", None),
        ("vn-hue--koica-culture-tourism-smart-city", "2021-06-01", "planning"),
        ("vn-hue--koica-culture-tourism-smart-city", "2024-01-01", "ongoing"),
        ("kh-battambang--solid-liquid-waste", "2018-07-07", None),
        ("kh-battambang--solid-liquid-waste", "2018-12-31", "proposed"),
        ("kh-battambang--solid-liquid-waste", "2020-12-31", "planning"),
    ],
)
def test_states_on_days(id_: str, day: str, wanted: Any) -> None:
    """
    Certain up to the last sign, possible beyond it and within windows.
    """
    record = _case(id_)
    state = state_on(
        record,
        datetime.date.fromisoformat(day),
        _published,
        project=isinstance(record, Project),
    )

    if wanted is None or isinstance(wanted, tuple):
        assert (state and (state.status, state.certain)) == wanted
    else:
        assert state is not None
        assert state.status == wanted
        assert state.certain


@pytest.mark.parametrize(
    ("fields", "day", "wanted"),
    [
        ({"start": "2018"}, "2017-12-31", None),
        ({"start": "2018"}, "2018-12-31", ("active", False)),
        ({"start": "2018", "end": "2020"}, "2019-01-01", ("active", True)),
        ({"start": "2018", "end": "2020"}, "2020-06-01", ("active", False)),
        ({"start": "2018", "end": "2020"}, "2020-12-31", ("ended", False)),
        ({"start": "2018", "end": "2020"}, "2021-01-01", None),
        ({"status": "active", "status_as_of": "2020-05-01"}, "2019", None),
        (
            {"start": "2018", "status": "active", "status_as_of": "2020-05"},
            "2019-01-01",
            ("active", True),
        ),
        (
            {"start": "2018", "status": "announced", "status_as_of": "2017"},
            "2017-12-31",
            None,
        ),
        (
            {"start": "2018", "status": "completed", "status_as_of": "2019"},
            "2020-01-01",
            None,
        ),
        ({"planned_end": "2019", "start": "2018"}, "2020-01-01", None),
    ],
)
def test_records_without_milestones(
    fields: dict[str, str], day: str, wanted: Any
) -> None:
    """
    Of revisions before 2026.3 the dates and the status tell.
    """
    from ascn_data.models.vocabularies import PartnershipStatus

    texts = dict(fields)
    status = PartnershipStatus(texts.pop("status", "unknown"))
    dates = {name: PartialDate(text) for name, text in texts.items()}
    record = Partnership(
        id="x",
        name="X",
        kind=PartnershipKind.GRANT,
        confidence=Confidence.LOW,
        status=status,
        **dates,  # type: ignore[arg-type]
    )
    on = PartialDate(day).latest
    state = state_on(record, on, _published, project=False)

    assert (state and (state.status, state.certain)) == wanted


def test_projects_without_milestones() -> None:
    """
    Reports tell of them; one that is completed by a report stays so.
    """
    record = _record("projects", words=[("2022-09-21", "completed")])
    day = datetime.date(2025, 1, 1)
    before = datetime.date(2022, 9, 20)
    state = state_on(record, day, _published, project=True)

    assert state is not None
    assert (state.status, state.certain) == ("completed", True)
    assert state_on(record, before, _published, project=True) is None
