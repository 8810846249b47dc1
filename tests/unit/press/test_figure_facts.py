"""The values behind each kind of figure: of the edition, of the editions before, of several indicators."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.model.documents import FigureFact
from reportgen.model.selection import Selection
from reportgen.model.spec import (
    Aggregation,
    Condition,
    DocumentSpec,
    FigureKind,
    FigureSpec,
    Indicator,
    Measure,
    Term,
    Texts,
    Whose,
)
from reportgen.numbers.compute import compute
from reportgen.press.facts import Material
from reportgen.press.figure_facts import is_own
from reportgen.press.plan import plan
from tests import rows

TEXT = Texts((("en", "x"),))
HELD = Condition("activity.status", ("held",))
PEOPLE = Indicator(
    "people",
    TEXT,
    TEXT,
    "participations",
    Measure(Aggregation.DISTINCT, ("person",)),
    "people",
    (HELD,),
    by=("sex",),
    baseline=(2017, Decimal("1.5")),
    targets=((2017, Decimal(1)), (2018, Decimal(4))),
)
WOMEN = replace(PEOPLE, code="women", where=(HELD, Condition("sex", ("f",))), baseline=None, targets=())
SHARE = replace(WOMEN, code="share", source="", where=(), measure=Measure(Aggregation.RATIO, (), "women", "people"))
SEX = Term("participations", "sex", Texts((("en", "Sex"),)), (("f", Texts((("en", "women"),))),))


def spec(kind: FigureKind, *indicators: str, by: str = "", **more: object) -> FigureSpec:
    codes = indicators or ("people",)
    return replace(FigureSpec("f", codes[0], by, TEXT, TEXT, kind=kind, indicators=codes), **more)  # type: ignore[arg-type]  # by its fields


def fact(figure: FigureSpec, *beside: FigureSpec, recipient: str = "larvik") -> FigureFact:
    participations = (
        ("a17", "larvik", "P1", "f", 1, None),
        ("a17", "helsinki", "P2", "m", 1, None),
        ("a18", "larvik", "P1", "f", 1, None),
        ("a18", "larvik", "P3", "m", 1, None),
        ("b18", "larvik", "P4", None, 1, None),
        ("b18", "helsinki", "P5", "f", 1, None),
    )
    project = replace(
        rows.project(PEOPLE, WOMEN, SHARE),
        figures=(figure, *beside),
        documents=(DocumentSpec("letters", "letter", "letters"),),
        terms=(SEX,),
    )
    found = compute(project, rows.EDITION, rows.tables(participations))
    material = Material(project, found.findings, found.previous, found.recipients, found.history, found.places)
    return plan(material, Selection(recipients=(recipient,)))[0].figures[0]


def split(found: FigureFact) -> list[tuple[str, int, object, list[tuple[str | None, object]]]]:
    return [(s.code, s.year, s.whole, [(p.category, p.value) for p in s.parts]) for s in found.splits]


def test_a_stack_of_one_indicator_is_one_for_each_edition_with_rows() -> None:
    found = fact(spec(FigureKind.STACKED, by="sex"))
    assert split(found) == [
        ("people", 2017, 2, [("f", 1), ("m", 1), (None, 0)]),
        ("people", 2018, 4, [("f", 2), ("m", 1), (None, 1)]),
    ]
    assert [s.evidence.period.first.year for s in found.splits if s.evidence.period] == [2017, 2018]
    own = fact(spec(FigureKind.SHARE, by="sex", whose=Whose.OWN), recipient="helsinki")
    assert split(own) == [("people", 2017, 1, [("f", 0), ("m", 1)]), ("people", 2018, 1, [("f", 1), ("m", 0)])]


def test_several_indicators_are_split_for_the_edition_over_the_same_categories() -> None:
    found = fact(spec(FigureKind.GROUPED, "people", "women", by="sex"))
    assert split(found) == [
        ("people", 2018, 4, [("f", 2), ("m", 1), (None, 1)]),
        ("women", 2018, 2, [("f", 2), ("m", 0), (None, 0)]),
    ]


def test_the_words_are_the_figures_own_before_the_projects() -> None:
    found = fact(spec(FigureKind.BARS, by="sex", categories=(("m", Texts((("en", "males"),))),)))
    assert {code: words.read("en") for code, words in found.labels} == {"f": "women", "m": "males"}
    assert found.dimension == SEX.title
    assert fact(spec(FigureKind.BARS, "share", by="sex")).dimension == SEX.title


def test_a_slope_has_both_years_whether_or_not_it_is_asked_to_compare() -> None:
    by_sex = fact(spec(FigureKind.SLOPE, by="sex"))
    assert [(p.category, p.value, p.compare) for p in by_sex.parts] == [("f", 2, 1), ("m", 1, 1), (None, 1, 0)]
    assert by_sex.compare_year == 2017
    whole = fact(spec(FigureKind.SLOPE, "people", "women"))
    assert [[(p.year, p.value) for p in trend.points] for trend in whole.trends] == [
        [(2017, 2), (2018, 4)],
        [(2017, 1), (2018, 2)],
    ]


def test_a_year_before_without_rows_is_no_beginning() -> None:
    found = fact(spec(FigureKind.SLOPE, "women", whose=Whose.OWN), recipient="helsinki")
    assert [[(p.year, p.value) for p in trend.points] for trend in found.trends] == [[(2018, 1)]]


def test_a_promise_is_the_editions_target_and_the_baseline_with_its_year() -> None:
    first, second = fact(spec(FigureKind.BULLET, "people", "women")).promises
    assert (first.value, first.target, first.baseline, first.baseline_year) == (4, 4, 1.5, 2017)
    assert (second.value, second.target, second.baseline, second.baseline_year) == (2, None, None, None)


def test_a_ratio_is_a_share() -> None:
    assert fact(spec(FigureKind.LINES, "share")).evidence.is_share
    assert not fact(spec(FigureKind.LINES)).evidence.is_share


def test_multiples_hold_the_facts_of_their_panels_and_are_as_own_as_these() -> None:
    own = spec(FigureKind.AREA, code="own", whose=Whose.OWN)
    everybody = spec(FigureKind.AREA, code="all")
    both = replace(spec(FigureKind.MULTIPLES, "people"), indicator="", indicators=(), figures=("own", "all"))
    found = fact(both, own, everybody, recipient="helsinki")
    assert [[point.value for point in panel.trends[0].points] for panel in found.panels] == [[1, 1], [2, 4]]
    project = replace(rows.project(PEOPLE), figures=(both, own, everybody))
    assert is_own(project, both)
    assert not is_own(project, everybody)
