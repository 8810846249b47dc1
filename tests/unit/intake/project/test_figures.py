"""Each kind of figure has its own keys; what is missing, does nothing or does not fit is a sentence with its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.intake.project.figures import check_figures
from reportgen.intake.project.mistakes import spell
from reportgen.model.spec import (
    Aggregation,
    FigureKind,
    FigureSpec,
    Indicator,
    Measure,
    Order,
    Project,
    TableColumn,
    TableSpec,
    Texts,
    Whose,
)
from tests import rows

TEXT = Texts((("en", "x"),))
PEOPLE = Indicator(
    "people", TEXT, TEXT, "participations", Measure(Aggregation.DISTINCT, ("person",)), "people", by=("sex",)
)
WOMEN = replace(PEOPLE, code="women")
CITIES = replace(PEOPLE, code="cities", unit="cities")
SHARE = replace(
    PEOPLE, code="share", source="", unit="share", measure=Measure(Aggregation.RATIO, (), "women", "people")
)
LARGEST = replace(PEOPLE, code="largest", measure=Measure(Aggregation.MAX, ("hours",)))
OWNERLESS = replace(PEOPLE, code="members", source="cities", by=())
PROMISED = replace(PEOPLE, code="promised", targets=((2018, Decimal(3)),))
YEAR = TableSpec(
    "year",
    TEXT,
    "participations",
    "activity",
    tuple(TableColumn(name, TEXT, path=f"activity.{name}") for name in ("day", "title", "kind")),
)


def spec(kind: FigureKind, *indicators: str, by: str = "", code: str = "f", **more: object) -> FigureSpec:
    figure = FigureSpec(code, next(iter(indicators), ""), by, TEXT, TEXT, kind=kind, indicators=indicators)
    return replace(figure, **more)  # type: ignore[arg-type]  # by its fields


def project(*figures: FigureSpec, latitude: str | None = "latitude") -> Project:
    made = rows.project(PEOPLE, WOMEN, CITIES, SHARE, LARGEST, OWNERLESS, PROMISED)
    recipients = replace(made.recipients, latitude=latitude, longitude=latitude)
    short = replace(YEAR, code="short", columns=YEAR.columns[:1])
    return replace(made, figures=figures, tables=(YEAR, short), recipients=recipients)


def told(*figures: FigureSpec, latitude: str | None = "latitude") -> list[str]:
    return [f"{spell(m.keys)}: {m.what}" for m in check_figures(project(*figures, latitude=latitude))]


GOOD = (
    spec(FigureKind.BARS, "people", by="sex", compare=True, order=Order.NATURAL, whose=Whose.OWN),
    spec(FigureKind.GROUPED, "people", "women", by="sex", order=Order.VALUE),
    spec(FigureKind.STACKED, "people", by="sex", whose=Whose.OWN),
    spec(FigureKind.SHARE, "people", "women", by="sex", order=Order.VALUE),
    spec(FigureKind.LINES, "people", "cities", whose=Whose.OWN),
    spec(FigureKind.AREA, "share"),
    spec(FigureKind.SLOPE, "people", by="sex"),
    spec(FigureKind.SLOPE, "people", "women"),
    spec(FigureKind.STRIP, "people"),
    spec(FigureKind.BULLET, "promised", "share"),
    spec(FigureKind.TIMELINE, table="year", whose=Whose.OWN),
    spec(FigureKind.MAP, "people"),
)


@pytest.mark.parametrize("figure", GOOD, ids=[figure.kind for figure in GOOD])
def test_each_kind_can_be_declared(figure: FigureSpec) -> None:
    assert told(figure) == []


def test_multiples_of_each_kind_can_be_declared() -> None:
    for figure in GOOD:
        panels = (replace(figure, code="a"), replace(figure, code="b"))
        assert told(spec(FigureKind.MULTIPLES, figures=("a", "b")), *panels) == []


def faults() -> Iterator[tuple[FigureSpec, str]]:
    bars = spec(FigureKind.BARS, "people", by="sex")
    yield replace(bars, by=""), 'figures.f.by: is missing; kind = "bars" needs by'
    yield spec(FigureKind.LINES), 'figures.f.indicator: is missing; kind = "lines" needs indicator'
    yield spec(FigureKind.GROUPED, by="sex"), 'figures.f.indicators: is missing; kind = "grouped" needs indicators'
    yield spec(FigureKind.TIMELINE), 'figures.f.table: is missing; kind = "timeline" needs table'
    yield spec(FigureKind.MULTIPLES), 'figures.f.figures: is missing; kind = "multiples" needs figures'
    yield (
        replace(bars, kind=FigureKind.STRIP),
        'figures.f.by: does nothing where kind = "strip"; take it out',
    )
    for key, value in (
        ("compare", True),
        ("order", Order.VALUE),
        ("table", "year"),
        ("figures", ("g",)),
        ("categories", (("f", TEXT),)),
    ):
        figure = replace(spec(FigureKind.LINES, "people"), **{key: value})  # type: ignore[arg-type]  # by its fields
        yield figure, f'figures.f.{key}: does nothing where kind = "lines"; take it out'
    yield (
        spec(FigureKind.MAP, "people", whose=Whose.OWN),
        'figures.f.whose: does nothing where kind = "map"; take it out',
    )
    yield (
        spec(FigureKind.AREA, "people", "women"),
        'figures.f.indicators: does nothing where kind = "area"; take it out',
    )
    yield spec(FigureKind.LINES, "peple"), 'figures.f.indicator: "peple" is not an indicator; did you mean "people"?'
    yield spec(FigureKind.TIMELINE, table="yaer"), 'figures.f.table: "yaer" is not a table; did you mean "year"?'
    yield spec(FigureKind.MULTIPLES, figures=("f", "g")), 'figures.f.figures: "f" is not another figure; there is none'
    yield replace(bars, by="hours"), 'figures.f.by: "hours" does not split people; choose one of sex'
    yield (
        replace(bars, categories=(("k", TEXT),)),
        'figures.f.categories.k: "k" is not among the allowed values of sex; choose one of f, m',
    )
    yield (
        spec(FigureKind.GROUPED, "people", by="sex"),
        'figures.f.indicators: names one indicator; name two to four, or write kind = "bars"',
    )
    yield (
        spec(FigureKind.LINES, *["people"] * 5),
        "figures.f.indicators: names 5 indicators, and colours tell 4 apart; take some out, or draw multiples",
    )
    yield (
        spec(FigureKind.SLOPE, "people", "women", by="sex"),
        "figures.f.indicators: names several indicators beside by; keep one of the two",
    )
    yield (
        spec(FigureKind.STACKED, "people", by="sex", order=Order.VALUE),
        "figures.f.order: does nothing here: stacks of one indicator are the editions, oldest first; take it out",
    )
    yield (
        spec(FigureKind.GROUPED, "people", "cities", by="sex"),
        "figures.f.indicators: have different units (cities, people), which one scale can't show",
    )
    yield (
        spec(FigureKind.LINES, "people", "share"),
        "figures.f.indicators: have different units (people, share), which one scale can't show",
    )
    yield (
        spec(FigureKind.SHARE, "largest", by="sex"),
        'figures.f.by: are of largest, a max, whose parts make no whole; write kind = "bars"',
    )
    yield (
        spec(FigureKind.LINES, "members", whose=Whose.OWN),
        'figures.f.whose: is "own", but cities does not say whose its rows are; add recipient to the source',
    )
    yield (
        spec(FigureKind.BULLET, "people"),
        "figures.f.kind: is measured against nothing: none of its indicators has a target or baseline; add one",
    )
    yield (
        spec(FigureKind.TIMELINE, table="short"),
        'figures.f.table: "short" has no column title and no column kind; a timeline reads day, title and kind',
    )


@pytest.mark.parametrize(("figure", "sentence"), list(faults()))
def test_what_does_not_fit_is_told_with_its_key_and_the_mend(figure: FigureSpec, sentence: str) -> None:
    assert [line for line in told(figure) if line.startswith(sentence)], told(figure)


def test_a_map_needs_places() -> None:
    sentence = "figures.f.kind: needs places; add latitude and longitude to [recipients]"
    assert told(spec(FigureKind.MAP, "people"), latitude=None) == [sentence]


def test_panels_are_two_or_more_of_one_kind_and_hold_no_panels() -> None:
    area, strip = spec(FigureKind.AREA, "people", code="a"), spec(FigureKind.STRIP, "people", code="s")

    def panels(*codes: str, code: str = "f") -> FigureSpec:
        return spec(FigureKind.MULTIPLES, code=code, figures=codes)

    two = "figures.f.figures: needs two or more different figures, a panel each; name them"
    assert told(panels("a"), area) == [two]
    assert told(panels("a", "a"), area) == [two]
    assert told(panels("a", "s"), area, strip) == [
        "figures.f.figures: are of different kinds (area, strip), and share no scale; name figures of one kind"
    ]
    again = replace(area, code="b")
    assert told(panels("a", "g"), panels("a", "b", code="g"), area, again) == [
        "figures.f.figures: holds small multiples itself; name the figures that those are made of"
    ]
