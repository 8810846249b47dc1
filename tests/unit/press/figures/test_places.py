"""Cities in words: dots in a strip or on the map, every value in the data, by name and never ranked."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Spread
from reportgen.model.figures import NordicMap, Strip
from reportgen.model.findings import Place
from reportgen.model.spec import FigureKind
from reportgen.press.figures.maps import compose_map
from reportgen.press.figures.strips import compose_strip
from tests.unit.press.figures import facts

CITIES = (
    facts.spread("Larvik", 40),
    facts.spread("Bergen", 1000),
    facts.spread("Arendal", 0),
    facts.spread("Haugesund", None),
    facts.spread("Nowhere", 7, latitude=None),
)


def fact(kind: FigureKind, *cities: Spread, is_share: bool = False) -> FigureFact:
    return FigureFact(facts.spec(kind, by=""), facts.evidence(is_share=is_share), None, spread=cities)


def test_a_strip_marks_one_city_and_keeps_the_value_of_each_in_the_order_of_names() -> None:
    composed = compose_strip(fact(FigureKind.STRIP, *CITIES), facts.telling())
    assert composed is not None
    assert isinstance(composed.chart, Strip)
    assert [(city.name, city.amount.shown, city.marked) for city in composed.chart.cities] == [
        ("Arendal", "0", False),
        ("Bergen", "1,000", False),
        ("Haugesund", "not recorded", False),
        ("Larvik", "40", True),
        ("Nowhere", "7", False),
    ]
    assert composed.attached
    assert composed.headers == ("City", "2018")
    assert composed.rows[2] == ("Haugesund", "not recorded")
    assert [(r.code, r.scope, r.exact) for r in composed.receipts] == [
        ("people", "arendal", "0"),
        ("people", "bergen", "1000"),
        ("people", "haugesund", ""),
        ("people", "larvik", "40"),
        ("people", "nowhere", "7"),
        ("people/median", "network", "7"),
    ]
    assert composed.chart.alt == (
        "Title. People. Larvik: 40. 4 cities: lowest 0, median 7, highest 1,000. Not recorded: 1."
    )


def test_the_axis_begins_at_nought_and_holds_the_largest() -> None:
    composed = compose_strip(fact(FigureKind.STRIP, *CITIES), facts.telling())
    assert composed is not None
    assert isinstance(composed.chart, Strip)
    assert [tick.shown for tick in composed.chart.ticks] == ["0", "200", "400", "600", "800", "1,000"]
    share = compose_strip(fact(FigureKind.STRIP, facts.spread("Larvik", 0.4), is_share=True), facts.telling())
    assert share is not None
    assert isinstance(share.chart, Strip)
    assert [tick.shown for tick in share.chart.ticks] == ["0%", "20%", "40%", "60%", "80%", "100%"]


def test_a_map_shows_what_has_a_place_and_a_value_and_what_was_not_recorded() -> None:
    composed = compose_map(fact(FigureKind.MAP, *CITIES), facts.telling())
    assert composed is not None
    assert isinstance(composed.chart, NordicMap)
    assert [(spot.label, spot.amount.shown, spot.marked) for spot in composed.chart.spots] == [
        ("Bergen", "1,000", False),
        ("", "not recorded", False),
        ("Larvik", "40", True),
    ]
    assert composed.rows == (("Bergen", "1,000"), ("Haugesund", "not recorded"), ("Larvik", "40"))
    assert [r.scope for r in composed.receipts] == ["bergen", "haugesund", "larvik"]
    assert composed.chart.alt == "Title. People. Bergen: 1,000; Larvik: 40. Not recorded: 1."
    assert [size.value for size in composed.chart.sizes] == [100, 1000]


def test_two_cities_of_one_name_are_two() -> None:
    twins = (facts.spread("Nes", 3), Spread(Place("nes2", facts.text("Nes"), facts.text("Nes"), "NO", 60.0, 9.0), 5, 5))
    composed = compose_map(fact(FigureKind.MAP, *twins), facts.telling())
    assert composed is not None
    assert composed.rows == (("Nes", "3"), ("Nes", "5"))


def test_where_no_city_has_a_value_there_is_nothing_to_draw() -> None:
    nothing = (facts.spread("Larvik", 0), facts.spread("Bergen", None))
    assert compose_strip(fact(FigureKind.STRIP, *nothing), facts.telling()) is None
    assert compose_map(fact(FigureKind.MAP, *nothing), facts.telling()) is None
    assert compose_strip(fact(FigureKind.STRIP), facts.telling()) is None
