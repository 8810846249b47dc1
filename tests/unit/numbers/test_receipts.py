"""A value walks back to its rows."""

from __future__ import annotations

from pathlib import Path

from reportgen.intake import checks, tables
from reportgen.intake.project import read as read_project
from reportgen.model.findings import Observation
from reportgen.model.spec import Aggregation, Measure
from reportgen.numbers.compute import compute
from reportgen.numbers.frames import open_frames
from reportgen.numbers.indicators import measure
from reportgen.numbers.receipts import trace
from tests import rows
from tests.unit.numbers.test_indicators import PARTICIPATIONS, indicator

EXAMPLE = Path(__file__).parents[3]
ONE = indicator(Measure(Aggregation.COUNT), by=("sex",))


def traced(observation: Observation) -> list[str]:
    frames = open_frames(rows.project(ONE), rows.tables(PARTICIPATIONS))
    return [str(address) for address in trace(frames, rows.EDITION, observation)]


def test_every_observation_is_stood_behind_by_as_many_rows_as_it_says() -> None:
    found = compute(rows.project(ONE), rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("x")
    assert all(len(traced(observation)) == observation.rows for observation in found.observations)


def test_rows_are_named_as_the_sheet_shows_them() -> None:
    found = compute(rows.project(ONE), rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("x")
    not_recorded = found.parts("sex", "larvik")[-1]
    assert traced(not_recorded) == ["participations.csv › row 4"]


def test_every_value_of_the_example_is_stood_behind_by_as_many_rows_as_it_says() -> None:
    project = read_project(EXAMPLE)
    checked = checks.check(project, tables.read(project))
    edition = project.edition(None)
    assert edition is not None
    frames = open_frames(project, checked.tables)
    observations = [one for finding in measure(frames, edition) for one in finding.observations]
    assert {one.indicator for one in observations} == {indicator.code for indicator in project.indicators}
    assert {one.dimension for one in observations} > {None, "sex", "city"}
    assert [one for one in observations if len(trace(frames, edition, one)) != one.rows] == []
