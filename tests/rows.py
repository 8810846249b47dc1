"""A small project over rows given as plain tuples: for tests of the numbers, without any file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportgen.model.spec import Column, Edition, Indicator, Kind, ListingSpec, Project, RecordSpec, Source, Texts, Unit
from reportgen.model.tables import SourceFile, Table
from tests import projects

EDITION = Edition(2018, date(2018, 12, 14), date(2018, 12, 7))

CITIES = Source(
    "cities",
    "cities.csv",
    None,
    (
        Column("id", "Id"),
        Column("name.en", "Name", language="en"),
        Column("name.fi", "Nimi", language="fi", required=False),
        Column("country", "Country"),
        Column("languages", "Languages", separator=";"),
        Column("member_from", "From", Kind.DATE, required=False),
        Column("member_to", "To", Kind.DATE, required=False),
    ),
    key=("id",),
    names=("name",),
)
ACTIVITIES = Source(
    "activities",
    "activities.csv",
    None,
    (
        Column("id", "Id"),
        Column("status", "Status", allowed=("held", "planned", "cancelled")),
        Column("starts", "Starts", Kind.DATE),
        Column("ends", "Ends", Kind.DATE, required=False),
        Column("city", "City", refers_to="cities"),
    ),
    key=("id",),
    date="starts",
    recipient="city",
)
PARTICIPATIONS = Source(
    "participations",
    "participations.csv",
    None,
    (
        Column("activity", "Activity", refers_to="activities"),
        Column("city", "City", refers_to="cities"),
        Column("person", "Person"),
        Column("sex", "Sex", allowed=("f", "m"), not_recorded=("",), required=False),
        Column("hours", "Hours", Kind.DECIMAL, required=False),
        Column("organisation", "Organisation", required=False),
    ),
    key=("activity", "person"),
    date="activity.starts",
    recipient="city",
)

CITY_ROWS = (
    ("larvik", "Larvik", None, "NO", ("nb",), date(2016, 1, 1), None),
    ("helsinki", "Helsinki", "Helsinki", "FI", ("fi", "sv"), date(2018, 5, 1), None),
    ("skien", "Skien", None, "NO", ("nb",), date(2016, 1, 1), date(2018, 6, 30)),
    ("turku", "Turku", "Turku", "FI", ("fi",), None, None),
)
ACTIVITY_ROWS = (
    ("a17", "held", date(2017, 5, 2), date(2017, 5, 3), "larvik"),
    ("a18", "held", date(2018, 3, 14), date(2018, 3, 15), "helsinki"),
    ("b18", "held", date(2018, 10, 24), None, "larvik"),
    ("c18", "cancelled", date(2018, 11, 1), None, "larvik"),
    ("d19", "planned", date(2019, 3, 20), date(2019, 3, 21), "turku"),
)


def project(
    *indicators: Indicator, listings: tuple[ListingSpec, ...] = (), records: tuple[RecordSpec, ...] = ()
) -> Project:
    """A project of cities, activities and participations."""
    made = projects.project(Path(), CITIES, ACTIVITIES, PARTICIPATIONS)
    recipients = replace(made.recipients, country="country", member_from="member_from", member_to="member_to")
    return replace(
        made,
        editions=(EDITION,),
        indicators=indicators,
        listings=listings,
        records=records,
        recipients=recipients,
        units=(Unit("people", Texts((("en", "people"),)), Texts((("en", "person"),))),),
    )


def table(source: Source, rows: Sequence[tuple[object, ...]]) -> Table:
    """A checked table of these rows, as intake hands it over; the first row stands in line 2."""
    names = [column.name for column in source.columns]
    columns = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    file = SourceFile(source.files, source.sheet, "0" * 64, len(rows))
    letters = {name: chr(ord("A") + i) for i, name in enumerate(names)}
    return Table(source.name, columns, [0] * len(rows), list(range(2, len(rows) + 2)), (file,), (letters,))


def tables(participations: Sequence[tuple[object, ...]]) -> tuple[Table, ...]:
    """The three tables, with these participations."""
    return (table(CITIES, CITY_ROWS), table(ACTIVITIES, ACTIVITY_ROWS), table(PARTICIPATIONS, participations))
