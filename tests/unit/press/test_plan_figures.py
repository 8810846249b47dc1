"""A figure that compares two years keeps what only one of them has."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.documents import FigureFact, Part
from reportgen.model.selection import Selection
from reportgen.model.spec import Aggregation, Condition, DocumentSpec, FigureSpec, Indicator, Measure, Texts
from reportgen.numbers.compute import compute
from reportgen.press.facts import Material
from reportgen.press.plan import plan
from tests import rows

TEXT = Texts((("en", "x"),))
HELD = Condition("activity.status", ("held",))


def fact(measure: Measure, by: str, *participations: tuple[object, ...], compare: bool = True) -> FigureFact:
    indicator = Indicator("x", TEXT, TEXT, "participations", measure, "people", (HELD,), by=(by,))
    project = replace(
        rows.project(indicator),
        figures=(FigureSpec("f", "x", by, TEXT, TEXT, compare=compare),),
        documents=(DocumentSpec("letters", "letter", "letters"),),
    )
    found = compute(project, rows.EDITION, rows.tables(participations))
    material = Material(project=project, findings=found.findings, previous=found.previous, recipients=found.recipients)
    return plan(material, Selection(recipients=("larvik",)))[0].figures[0]


def row(activity: str, sex: str | None, hours: float | None, organisation: str | None) -> tuple[object, ...]:
    return (activity, "larvik", "P1", sex, hours, organisation)


COUNT = Measure(Aggregation.COUNT)


def test_a_category_of_the_year_before_alone_is_nought_now_and_stands_in_its_place() -> None:
    found = fact(COUNT, "organisation", row("a18", "f", 1, "A"), row("a18", "f", 1, "C"), row("a17", "f", 1, "B"))
    assert found.parts == (Part("A", 1, 1, 0), Part("B", 0, 0, 1, 1), Part("C", 1, 1, 0))


def test_numbers_stand_by_their_size() -> None:
    found = fact(COUNT, "hours", row("a18", "f", 10, "A"), row("a18", "f", 1.5, "C"), row("a17", "f", 2, "B"))
    assert [part.category for part in found.parts] == ["1.5", "2", "10"]


def test_what_is_allowed_keeps_its_order_and_the_not_recorded_is_last() -> None:
    found = fact(COUNT, "sex", row("a18", "m", 1, "A"), row("a17", None, 1, "A"), row("a17", "f", 1, "A"))
    assert found.parts == (Part("f", 0, 0, 1, 1), Part("m", 1, 1, 0), Part(None, 0, 0, 1, 1))


def test_a_largest_value_of_no_rows_is_not_recorded() -> None:
    largest = Measure(Aggregation.MAX, ("hours",))
    found = fact(largest, "organisation", row("a18", "f", 1, "A"), row("a17", "f", 7, "B"))
    assert found.parts == (Part("A", 1, 1, None), Part("B", None, 0, 7, 1))


def test_a_year_without_any_row_is_compared_whole() -> None:
    found = fact(COUNT, "organisation", row("a17", "f", 1, "B"), row("a17", "f", 1, "A"))
    assert found.parts == (Part("A", 0, 0, 1, 1), Part("B", 0, 0, 1, 1))


def test_without_a_comparison_the_year_before_is_not_there() -> None:
    found = fact(COUNT, "organisation", row("a18", "f", 1, "A"), row("a17", "f", 1, "B"), compare=False)
    assert found.parts == (Part("A", 1, 1, None),)


def test_a_year_before_without_any_row_is_not_compared_with() -> None:
    found = fact(COUNT, "organisation", row("a18", "f", 1, "A"))
    assert (found.compare_year, found.parts) == (None, (Part("A", 1, 1, None),))
