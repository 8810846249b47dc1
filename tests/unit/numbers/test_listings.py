"""Lists and records: their order, their fields, the row they stand in."""

from __future__ import annotations

from datetime import date

from reportgen.model.findings import Interval, Place
from reportgen.model.spec import Condition, ListingSpec, Period, Pick, RecordSpec, Span, Texts
from reportgen.numbers.compute import Computed, compute
from tests import rows

TITLE = Texts((("en", "x"),))
HELD = Condition("status", ("held",))
PARTICIPATIONS = (("b18", "larvik", "P1", "f", 1.0, None), ("a18", "larvik", "P1", "f", 1.0, None))


def computed(*specs: ListingSpec | RecordSpec) -> Computed:
    listings = tuple(spec for spec in specs if isinstance(spec, ListingSpec))
    records = tuple(spec for spec in specs if isinstance(spec, RecordSpec))
    project = rows.project(listings=listings, records=records)
    return compute(project, rows.EDITION, rows.tables(PARTICIPATIONS))


def ids(items: tuple[object, ...]) -> list[str]:
    return [item.id for item in items if isinstance(item, Place)]


def test_a_list_is_in_the_declared_order_for_the_network_and_each_city() -> None:
    spec = ListingSpec("hosts", TITLE, "participations", "activity.city", order="activity.starts")
    found = {listing.recipient: listing for listing in computed(spec).findings.listings}
    assert ids(found[None].items) == ids(found["larvik"].items) == ["helsinki", "larvik"]
    assert (found[None].rows, found[None].ordered) == (2, True)


def test_a_list_counts_only_its_period_and_filter() -> None:
    spec = ListingSpec("hosts", TITLE, "activities", "city", (HELD,), Period(Span.PREVIOUS_YEAR))
    found = {listing.recipient: listing for listing in computed(spec).findings.listings}
    assert ids(found[None].items) == ["larvik"]


def test_a_record_takes_the_first_row_ahead_and_says_where_it_stands() -> None:
    fields = (("dates", ("starts", "ends")), ("city", ("city",)))
    spec = RecordSpec("next", TITLE, "activities", fields, period=Period(Span.AHEAD), order="starts")
    (entry,) = computed(spec).findings.records[0].entries
    city = entry.get("city")
    assert entry.get("dates") == Interval(date(2019, 3, 20), date(2019, 3, 21))
    assert isinstance(city, Place)
    assert (city.id, city.country, entry.address) == ("turku", "FI", "activities.csv › row 6")


def test_a_record_without_an_end_lasts_one_day_and_the_last_pick_is_the_last() -> None:
    fields = (("dates", ("starts", "ends")),)
    spec = RecordSpec("latest", TITLE, "activities", fields, (HELD,), order="starts", pick=Pick.LAST)
    (entry,) = computed(spec).findings.records[0].entries
    assert entry.get("dates") == Interval(date(2018, 10, 24), date(2018, 10, 24))


def test_a_text_with_languages_keeps_those_it_has() -> None:
    spec = RecordSpec(
        "one", TITLE, "cities", (("name", ("name",)),), period=Period(Span.ALWAYS), order="-id", pick=Pick.ALL
    )
    texts = [entry.get("name") for entry in computed(spec).findings.records[0].entries]
    assert texts[0] == Texts((("en", "Turku"), ("fi", "Turku")))
    assert texts[-1] == Texts((("en", "Helsinki"), ("fi", "Helsinki")))
    assert Texts((("en", "Larvik"),)) in texts


def test_a_record_that_no_row_answers_to_is_empty() -> None:
    spec = RecordSpec("none", TITLE, "activities", (("city", ("city",)),), (Condition("status", ("nowhere",)),))
    assert computed(spec).findings.records[0].entries == ()


def test_members_are_those_whose_membership_holds_on_the_day() -> None:
    members = computed().recipients
    assert [(member.id, member.languages) for member in members] == [("helsinki", ("fi", "sv")), ("larvik", ("nb",))]
    assert members[0].place.name.read("fi") == "Helsinki"
