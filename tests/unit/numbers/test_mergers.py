"""A city that became part of another: its rows are the successor's, as an edition after that day sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportgen.model.findings import Finding, Place
from reportgen.model.spec import Aggregation as How
from reportgen.model.spec import Column, DocumentSpec, Edition, Indicator, ListingSpec, Measure, Project, Texts
from reportgen.model.tables import Severity, Table
from reportgen.numbers.compute import Computed, compute
from reportgen.numbers.frames import open_frames
from reportgen.numbers.mergers import Merger, lines
from reportgen.numbers.receipts import trace
from tests import rows
from tests.unit.numbers.test_indicators import indicator

CITIES = replace(
    rows.CITIES, columns=(*rows.CITIES.columns, Column("successor", "Merged into", refers_to="cities", required=False))
)
# Porsgrunn became part of Skien on 2018-07-01, and Skien of Larvik on 2018-11-01.
CITY_ROWS = (
    ("helsinki", "Helsinki", None, "FI", ("fi",), date(2016, 1, 1), None, None),
    ("larvik", "Larvik", None, "NO", ("nb",), date(2016, 1, 1), None, None),
    ("porsgrunn", "Porsgrunn", None, "NO", ("nb",), date(2016, 1, 1), date(2018, 6, 30), "skien"),
    ("skien", "Skien", None, "NO", ("nb",), date(2016, 1, 1), date(2018, 10, 31), "larvik"),
)
# P1 of Porsgrunn is also counted by Larvik; b18 is of 24 October, after the first merger.
PARTICIPATIONS = (
    ("a17", "porsgrunn", "P1", "f", 1.0, None),
    ("a17", "skien", "P2", "m", 1.0, None),
    ("a18", "porsgrunn", "P1", "f", 1.0, None),
    ("a18", "porsgrunn", "P3", "m", 1.0, None),
    ("a18", "larvik", "P4", "f", 1.0, None),
    ("b18", "larvik", "P1", "f", 1.0, None),
    ("b18", "porsgrunn", "P5", "m", 1.0, None),
)
PEOPLE = indicator(Measure(How.DISTINCT, ("person",)), by=("sex",))


def project(*indicators: Indicator, listings: tuple[ListingSpec, ...] = (), left_too: bool = False) -> Project:
    made = rows.project(*indicators, listings=listings)
    sources = tuple(CITIES if source.name == "cities" else source for source in made.sources)
    documents = (DocumentSpec("reports", "city-report", "reports", left_too=left_too),)
    recipients = replace(made.recipients, successor="successor")
    return replace(made, sources=sources, recipients=recipients, documents=documents)


def tables(*cities: tuple[object, ...]) -> tuple[Table, ...]:
    kept = tuple(table for table in rows.tables(PARTICIPATIONS) if table.source != "cities")
    return (rows.table(CITIES, cities or CITY_ROWS), *kept)


def edition(day: date) -> Edition:
    return Edition(day.year, day, day)


def computed(day: date, one: Indicator = PEOPLE) -> Computed:
    return compute(project(one), edition(day), tables())


def values(found: Finding) -> dict[str | None, object]:
    return {o.recipient: o.value for o in found.observations if o.dimension is None and o.value}


@pytest.mark.parametrize(
    ("day", "people"),
    [
        # before any merger each city has its own; P1 is one person for the network
        (date(2018, 6, 30), {None: 4, "porsgrunn": 3, "larvik": 2}),
        # on the first day of the first merger, Skien has Porsgrunn's three
        (date(2018, 7, 1), {None: 4, "porsgrunn": 3, "skien": 3, "larvik": 2}),
        # the chain is followed: Larvik has its own two and Porsgrunn's three, of whom one is the same
        (date(2018, 12, 14), {None: 4, "porsgrunn": 3, "skien": 3, "larvik": 4}),
    ],
)
def test_rows_are_the_successor_s_from_the_day_after_the_last(day: date, people: dict[str | None, int]) -> None:
    assert values(computed(day).findings.finding("x")) == people


def test_the_years_before_are_the_successor_s_too() -> None:
    found = computed(date(2018, 12, 14))
    assert values(found.previous.finding("x")) == {None: 2, "porsgrunn": 1, "skien": 2, "larvik": 2}
    assert [(year.edition.year, values(year.finding("x")).get("larvik")) for year in found.history[-2:]] == [
        (2017, 2),
        (2018, 4),
    ]


def test_categories_are_merged_as_the_whole_is() -> None:
    parts = computed(date(2018, 12, 14)).findings.finding("x").parts("sex", "larvik")
    assert {part.category: (part.value, part.rows) for part in parts} == {"f": (2, 3), "m": (2, 2)}
    network = computed(date(2018, 12, 14)).findings.finding("x").parts("sex")
    assert {part.category: part.rows for part in network} == {"f": 3, "m": 2}


def test_a_measure_of_the_cities_themselves_stays_as_the_rows_say() -> None:
    found = computed(date(2018, 12, 14), indicator(Measure(How.DISTINCT, ("city",))))
    assert values(found.findings.finding("x"))[None] == 2


def test_lists_are_the_successor_s_in_their_order() -> None:
    spec = ListingSpec("hosts", Texts(), "participations", "activity", order="activity.starts")
    found = compute(project(listings=(spec,)), edition(date(2018, 12, 14)), tables()).findings.listings
    assert {one.recipient: (one.items, one.rows) for one in found} == {
        None: (("a18", "b18"), 5),
        "larvik": (("a18", "b18"), 5),
        "porsgrunn": (("a18", "b18"), 3),
        "skien": (("a18", "b18"), 3),
    }


def test_every_value_is_stood_behind_by_as_many_rows_as_it_says() -> None:
    day = edition(date(2018, 12, 14))
    found = compute(project(PEOPLE), day, tables()).findings.finding("x")
    frames = open_frames(project(PEOPLE), tables(), day)
    assert [one for one in found.observations if len(trace(frames, day, one)) != one.rows] == []


def test_who_is_a_member_who_has_left_and_who_became_part_of_whom() -> None:
    found = computed(date(2018, 12, 14))
    assert [recipient.id for recipient in found.recipients] == ["helsinki", "larvik"]
    assert [recipient.id for recipient in found.left] == ["porsgrunn", "skien"]
    porsgrunn, skien = found.left
    assert (ids(porsgrunn.merged_into), ids(skien.merged_into)) == (["skien"], ["larvik"])
    assert (ids(*skien.predecessors), ids(*found.recipients[1].predecessors)) == (
        ["porsgrunn"],
        ["porsgrunn", "skien"],
    )
    assert [place.id for place in found.places] == ["helsinki", "larvik"]


def ids(*places: Place | None) -> list[str]:
    return [place.id for place in places if place]


def test_a_merger_to_come_is_known_and_not_yet_counted() -> None:
    found = computed(date(2018, 6, 30))
    porsgrunn = next(recipient for recipient in found.recipients if recipient.id == "porsgrunn")
    assert ids(porsgrunn.merged_into) == ["skien"]
    assert (found.left, found.recipients[-1].predecessors) == ((), ())


def test_who_left_in_an_earlier_year_is_gone() -> None:
    assert compute(project(), Edition(2019, date(2019, 12, 13), date(2019, 12, 13)), tables()).left == ()


def test_a_city_that_others_became_part_of_is_not_new() -> None:
    late = tuple((*city[:5], date(2018, 7, 1), *city[6:]) if city[0] == "larvik" else city for city in CITY_ROWS)
    larvik = compute(project(), edition(date(2018, 12, 14)), tables(*late)).recipients[1]
    assert larvik.id == "larvik"
    assert not larvik.joined_in(2018)
    assert replace(larvik, predecessors=()).joined_in(2018)


def test_a_row_that_names_a_merged_city_later_is_told_at_its_row() -> None:
    (issue,) = computed(date(2018, 12, 14)).issues
    assert (issue.code, issue.severity) == ("merged_city", Severity.WARNING)
    assert str(issue) == (
        "participations.csv › row 8: Porsgrunn has been part of Skien since 2018-07-01, and this row is of 2018-10-24; "
        "write Skien, to whom it is counted"
    )


def test_who_has_left_without_a_language_is_told_only_where_something_is_made_for_it() -> None:
    silent = tuple((*city[:4], (), *city[5:]) if city[0] == "skien" else city for city in CITY_ROWS)
    told = {
        left_too: [
            issue.what
            for issue in compute(project(left_too=left_too), edition(date(2018, 12, 14)), tables(*silent)).issues
            if issue.code == "no_language"
        ]
        for left_too in (False, True)
    }
    assert told == {False: [], True: ["Skien has no language, and no report is made for it"]}


def test_a_circle_ends_where_it_closes() -> None:
    day = date(2018, 1, 1)
    circle = (Merger("a", "b", day), Merger("b", "a", day), Merger("c", "c", day))
    assert lines(circle, day) == {"a": ("a", "b"), "b": ("b", "a"), "c": ("c",)}
