"""Thirty indicators of a million participations, as plain values: for the project file and for the bare script."""

from __future__ import annotations

from dataclasses import dataclass

YEARS = (2016, 2017, 2018)
HELD = (("activity.status", "held"),)
YOUTH = (("role", "youth"),)
WOMEN = (("sex", "f"),)
SPLITS = ("role", "sex")


@dataclass(frozen=True, slots=True)
class Asked:
    """One indicator: how rows become a value, of which columns, which rows, since the first year or of one, split."""

    code: str
    how: str
    columns: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    since: bool = False
    by: tuple[str, ...] = ()


PERSON = ("person",)
INDICATORS = (
    Asked("attendances", "count", by=("role", "sex", "age_band")),
    Asked("attendances_held", "count", where=HELD, by=("activity.kind",)),
    Asked("attendances_youth", "count", where=(*HELD, *YOUTH), by=("sex",)),
    Asked("attendances_since", "count", where=HELD, since=True, by=SPLITS),
    Asked("people", "distinct", PERSON, by=("role", "sex", "age_band")),
    Asked("people_held", "distinct", PERSON, HELD, by=SPLITS),
    Asked("people_since", "distinct", PERSON, HELD, since=True, by=("sex", "age_band")),
    Asked("youth", "distinct", PERSON, (*HELD, *YOUTH), by=("sex", "activity.programme")),
    Asked("youth_since", "distinct", PERSON, (*HELD, *YOUTH), since=True, by=("sex",)),
    Asked("women", "distinct", PERSON, (*HELD, *WOMEN), by=("role",)),
    Asked("women_since", "distinct", PERSON, (*HELD, *WOMEN), since=True),
    Asked("trained", "distinct", PERSON, (*HELD, ("activity.kind", "training")), by=("role", "sex")),
    Asked("trust", "distinct", PERSON, (*HELD, ("activity.programme", "trust")), by=("age_band",)),
    Asked("activities", "distinct", ("activity",), by=("activity.kind", "activity.programme")),
    Asked("activities_held", "distinct", ("activity",), HELD, by=("activity.programme",)),
    Asked("cities", "distinct", ("city",), HELD, by=("activity.kind",)),
    Asked("cities_since", "distinct", ("city",), HELD, since=True),
    Asked("visits", "distinct", ("activity", "city"), HELD, by=("activity.kind",)),
    Asked("organisations", "distinct", ("organisation",), HELD, by=("role",)),
    Asked("engaged", "distinct_each", ("person", "organisation"), HELD, by=("role",)),
    Asked("engaged_since", "distinct_each", ("person", "organisation"), HELD, since=True),
    Asked("hours", "sum", ("hours",), HELD, by=("role", "sex")),
    Asked("hours_youth", "sum", ("hours",), (*HELD, *YOUTH), by=("activity.programme",)),
    Asked("hours_since", "sum", ("hours",), HELD, since=True),
    Asked("longest", "max", ("hours",), HELD, by=("role",)),
    Asked("last_hours", "latest", ("hours",), HELD, by=("sex",)),
    Asked("share_women", "ratio", ("women", "people_held"), by=("role",)),
    Asked("share_youth", "ratio", ("youth", "people_held"), by=("sex",)),
    Asked("share_held", "ratio", ("attendances_held", "attendances")),
    Asked("hours_each", "ratio", ("hours", "people_held"), by=("role", "sex")),
)
