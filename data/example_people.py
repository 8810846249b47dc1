"""The people of the example and what they took part in, drawn from `reconstruction/*.csv` without any chance."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]
FACTS = Path(__file__).resolve().parent / "reconstruction"
YEARS = (2016, 2017, 2018)
ROLES = {"practitioner": 0.57, "expert": 0.22, "politician": 0.21}
AGES = {"18-25": 0.04, "26-45": 0.46, "46-65": 0.39, "66+": 0.05, "-": 0.03, "": 0.03}
YOUTH_AGES = {"0-17": 0.55, "18-25": 0.40, "-": 0.03, "": 0.02}
SEXES = {"f": 0.48, "m": 0.45, "x": 0.01, "-": 0.03, "": 0.03}
EMPLOYERS = {
    "practitioner": ("municipality", "police", "school", "association", "youth organisation"),
    "expert": ("research institution", "centre", "ministry", "police", "association", "municipality"),
    "politician": ("municipality",),
    "youth": ("school", "youth organisation"),
}


@dataclass(frozen=True, slots=True)
class Person:
    city: str
    role: str
    sex: str
    age_band: str
    organisation: str


def facts(name: str) -> list[Row]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chance(*key: object) -> float:
    """A number in [0, 1) fixed by its key; unlike `random`, the same in every version of Python."""
    digest = hashlib.sha256("|".join(map(str, key)).encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64


def pick(shares: dict[str, float], *key: object) -> str:
    """One of the values, drawn by its share."""
    left = chance(*key) * sum(shares.values())
    for value, share in shares.items():
        left -= share
        if left < 0:
            return value
    return next(reversed(shares))


# ---------------------------------------------------------------- people and what they took part in


def employers() -> dict[tuple[str, str], list[str]]:
    """The organisations that people of each (city, role) come from, the commonest kinds first."""
    found = defaultdict(list)
    for role, kinds in EMPLOYERS.items():
        for row in sorted(facts("organisations"), key=lambda row: row["kind"] not in kinds[:2]):
            if row["kind"] in kinds and row["city"]:
                found[row["city"], role].append(row["name"])
    return found


def pools() -> dict[str, tuple[tuple[Person, ...], dict[int, int]]]:
    """The people of each pool in the order they joined, and how many of them there were by each year."""
    work, made = employers(), {}
    for row in facts("people"):
        new = [int(row[f"new_{year}"]) for year in YEARS]
        people = tuple(person(row, number, work) for number in range(sum(new)))
        made[row["pool"]] = people, {year: sum(new[: i + 1]) for i, year in enumerate(YEARS)}
    return made


def person(pool: Row, number: int, work: dict[tuple[str, str], list[str]]) -> Person:
    youth, key = pool["youth"] == "yes", (pool["pool"], number)
    role = "youth" if youth else "practitioner" if number == 0 else pick(ROLES, "role", *key)
    names = work.get((pool["city"], role), [])
    named = names and (number < len(names) or chance("named", *key) < (0.7 if youth else 0.93))
    return Person(
        city=pool["city"],
        role=role,
        sex=pick(SEXES, "sex", *key),
        age_band=pick(YOUTH_AGES if youth else AGES, "age", *key),
        organisation=names[number % len(names)] if named else pick({"": 0.5, "-": 0.5}, "none", *key),
    )


def attendances() -> Iterator[tuple[Row, tuple[str, int], Person]]:
    """Each activity with each of its people, in order of time.

    A pool is a ring: its newcomers of the year come first, and the next activity goes on where the last one
    stopped; the Nordic Sessions go round by themselves. So `larvik youth 26` four times over 83 people is 83 people,
    and the first of them come again.
    """
    rings, turned = pools(), defaultdict[tuple[str, int, bool], int](int)
    for activity in sorted(facts("activities"), key=lambda row: (row["starts"], row["id"])):
        year = int(activity["starts"][:4])
        for seats in filter(None, activity["people"].split("; ")):
            pool, _, count = seats.rpartition(" ")
            people, known = rings[pool]
            turn = (pool, year, (activity["kind"], activity["level"]) == ("session", "nordic"))
            numbers = [(known.get(year - 1, 0) + turned[turn] + i) % known[year] for i in range(int(count))]
            turned[turn] += int(count)
            for number in sorted(numbers, key=lambda number: chance("row", activity["id"], pool, number)):
                yield activity, (pool, number), people[number]


def participations() -> list[Row]:
    rows: list[Row] = []
    numbers: dict[tuple[str, int], str] = {}
    for activity, key, who in attendances():
        number = numbers.setdefault(key, f"P{len(numbers) + 1:04d}")
        rows.append(
            {
                "activity": activity["id"],
                "city": who.city,
                "person": number,
                "role": who.role,
                "sex": who.sex,
                "age_band": who.age_band,
                "organisation": who.organisation,
            }
        )
    return rows
