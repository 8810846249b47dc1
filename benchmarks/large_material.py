"""A million participations in 2,000 activities of 300 cities, as CSV and as parquet, each in a project of its own."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from large_indicators import INDICATORS, YEARS, Asked

ROLES = ("practitioner", "expert", "politician", "youth")
SEXES = ("f", "m", "x", None)
AGES = ("0-17", "18-25", "26-64", "65+", None)
KINDS = ("workshop", "training", "conference", "session")
PROGRAMMES = ("trust", "youth", "online", "places", "networks")
FORMATS = ("csv", "parquet")

_HEAD = """languages = ["en"]

[publisher]
name        = "A network of many cities"
established = 2016
place       = { en = "Copenhagen" }

[editions.2018]
date = 2018-12-14

[sources.cities]
files = "cities.csv"
key   = ["id"]
names = ["name"]

[sources.cities.columns]
id       = { header = "City id" }
name     = { header = "Name" }
language = { header = "Language", allowed = ["en"] }

[sources.activities]
files = "activities.csv"
key   = ["id"]
date  = "starts"

[sources.activities.columns]
id        = { header = "Activity id" }
kind      = { header = "Kind", allowed = ["workshop", "training", "conference", "session"] }
programme = { header = "Programme" }
status    = { header = "Status", allowed = ["held", "cancelled"] }
starts    = { header = "Starts", kind = "date" }

[sources.participations]
files     = "participations.FORMAT"
key       = ["activity", "person"]
date      = "activity.starts"
recipient = "city"

[sources.participations.columns]
activity     = { header = "Activity", refers_to = "activities" }
city         = { header = "City", refers_to = "cities" }
person       = { header = "Person no." }
role         = { header = "Role", allowed = ["practitioner", "expert", "politician", "youth"] }
sex          = { header = "Sex", allowed = ["f", "m", "x"], required = false }
age_band     = { header = "Age", allowed = ["0-17", "18-25", "26-64", "65+"], required = false }
organisation = { header = "Organisation", required = false }
hours        = { header = "Hours", kind = "decimal", locale = "en", minimum = 0, required = false }

[recipients]
source    = "cities"
name      = "name"
languages = "language"

[units]
people = { en = "people" }
"""


def write_projects(folder: Path, rows: int = 1_000_000) -> None:
    """The same project twice, `folder`/csv and `folder`/parquet; drawn with a fixed seed, so always the same."""
    participations = _participations(rows)
    for name in FORMATS:
        home = folder / name
        home.mkdir(parents=True, exist_ok=True)
        text = _HEAD.replace("FORMAT", name) + "".join(_declared(asked) for asked in INDICATORS)
        (home / "reportgen.toml").write_text(text, encoding="utf-8")
        pa.csv.write_csv(_cities(), home / "cities.csv")
        pa.csv.write_csv(_activities(), home / "activities.csv")
    options = pa.csv.WriteOptions(quoting_style="none")
    pa.csv.write_csv(participations, folder / "csv" / "participations.csv", options)
    pa.parquet.write_table(participations, folder / "parquet" / "participations.parquet")


def _cities() -> pa.Table:
    ids = [f"city{number:03}" for number in range(300)]
    return pa.table({"City id": ids, "Name": [f"Town {id_}" for id_ in ids], "Language": ["en"] * 300})


def _activities() -> pa.Table:
    numbers = range(2000)
    days = [date(YEARS[number % 3], 1, 5) + timedelta(days=number * 7 % 350) for number in numbers]
    return pa.table(
        {
            "Activity id": [f"act{number:04}" for number in numbers],
            "Kind": [KINDS[number // 3 % 4] for number in numbers],
            "Programme": [PROGRAMMES[number // 7 % 5] for number in numbers],
            "Status": ["cancelled" if number % 11 == 0 else "held" for number in numbers],
            "Starts": [day.isoformat() for day in days],
        }
    )


def _participations(rows: int) -> pa.Table:
    """Each person of one city, sex, age and organisation; a pair of activity and person stands once."""
    chance = np.random.default_rng(2018)
    people = max(rows // 4, 1)
    drawn = np.unique(chance.integers(0, 2000 * people, rows * 5 // 4))
    pairs = chance.permutation(drawn)[:rows]
    activity, person = pairs // people, pairs % people
    sex, age, role = chance.integers(0, 40, people) % 9 % 4, chance.integers(0, 5, people), chance.integers(0, 4, rows)
    firm = np.where(chance.random(people) < 0.4, chance.integers(1, 4001, people), 0)
    firms = [None, *(f"Organisation {number}" for number in range(1, 4001))]
    hours = [None, *(half / 2 for half in range(1, 17))]
    ids = {
        "Activity": ([f"act{number:04}" for number in range(2000)], activity),
        "City": ([f"city{number:03}" for number in range(300)], person % 300),
        "Person no.": ([f"p{number:06}" for number in range(people)], person),
        "Role": (ROLES, role),
        "Sex": (SEXES, sex[person]),
        "Age": (AGES, age[person]),
        "Organisation": (firms, firm[person]),
        "Hours": (hours, chance.integers(0, 17, rows)),
    }
    return pa.table({name: pa.array(values).take(pa.array(codes)) for name, (values, codes) in ids.items()})


def _declared(asked: Asked) -> str:
    columns = ", ".join(f'"{column}"' for column in asked.columns)
    measure = '"count"' if asked.how == "count" else f"{{ {asked.how} = [{columns}] }}"
    if asked.how in {"sum", "max", "latest"}:
        measure = f"{{ {asked.how} = {columns} }}"
    lines = [f"\n[indicators.{asked.code}]", f"measure = {measure}"]
    if asked.how != "ratio":
        lines.append('from = "participations"')
    if asked.where:
        wanted = ", ".join(f'"{name}" = "{value}"' for name, value in asked.where)
        lines.append(f"where = {{ {wanted} }}")
    if asked.since:
        lines.append('period = "since"')
    if asked.by:
        names = ", ".join(f'"{name}"' for name in asked.by)
        lines.append(f"by = [{names}]")
    unit = "share" if asked.how == "ratio" else "people"
    said = asked.code.replace("_", " ")
    lines += [f'unit = "{unit}"', f'title = {{ en = "{said}" }}', f'definition = {{ en = "{said}, as counted" }}']
    return "\n".join(lines) + "\n"
