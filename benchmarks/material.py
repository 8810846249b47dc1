"""What every contender is given: one workbook of 5,000 participations, one text, one style, the house's fonts."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook

HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "templates"
CITIES = 33
ACTIVITIES = 60
ROWS = 5000
ATTENDED = 24  # activities in two years, of which a letter lists one year's
ROLES = ("practitioner", "expert", "politician", "youth")
KINDS = ("workshop", "training", "conference", "session")
SYLLABLES = ("Ask", "Bjerg", "Dal", "Elv", "Fjord", "Gran", "Hav", "Is", "Kirke", "Lund", "Mose")
ENDINGS = ("by", "havn", "vik")


def city_name(number: int) -> str:
    """The name of a city that does not exist."""
    return SYLLABLES[number % len(SYLLABLES)] + ENDINGS[number // len(SYLLABLES) % len(ENDINGS)]


def write_workbook(path: Path, *, cities: int = CITIES, activities: int = ACTIVITIES, rows: int = ROWS) -> None:
    """The cities, the activities of 2017 and 2018, and who took part; drawn with a fixed seed."""
    chance = random.Random(2018)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cities")
    sheet.append(["City id", "Name", "Language", "Addressee", "Street", "Town", "Member from"])
    for number in range(cities):
        name = city_name(number) if cities <= CITIES else f"{city_name(number)} {number}"
        sheet.append(
            [
                f"city{number:05}",
                name,
                "en",
                "The City Manager",
                "Torget 1",
                f"{1000 + number} {name}",
                date(2016, 1, 1),
            ]
        )
    sheet = book.create_sheet("Activities")
    sheet.append(["Activity id", "Title", "Kind", "Starts", "City"])
    for number in range(activities):
        year = 2017 + number % 2
        day = date(year, 1, 8) + timedelta(days=(number // 2) * 340 // max(activities // 2, 1))
        kind = KINDS[number % len(KINDS)]
        city = f"city{number % cities:05}"
        sheet.append([f"act{number:04}", f"{kind.capitalize()} {number + 1}: trust in the city", kind, day, city])
    sheet = book.create_sheet("Participations")
    sheet.append(["Activity", "City", "Person no.", "Role"])
    seen: set[tuple[str, str]] = set()
    while len(seen) < rows:
        city = len(seen) % cities
        person = f"p{city:05}-{chance.randrange(max(rows // cities // 2, 8)):05}"
        near = (city * 7 + chance.randrange(ATTENDED)) % activities  # a city sends people to some, not to all
        activity = f"act{near:04}"
        if (activity, person) in seen:
            continue
        seen.add((activity, person))
        role = ROLES[min(int(chance.expovariate(0.9)), len(ROLES) - 1)]
        sheet.append([activity, f"city{city:05}", person, role])
    book.save(path)


def write_project(folder: Path, **size: int) -> None:
    """A project of reportgen: the workbook, its project file, the house's templates and this benchmark's text."""
    folder.mkdir(parents=True, exist_ok=True)
    write_workbook(folder / "activity.xlsx", **size)
    shutil.copy(HERE / "reportgen.toml", folder)
    for part in ("blocks", "fonts", "map", "texts"):
        shutil.copytree(TEMPLATES / part, folder / "templates" / part, dirs_exist_ok=True)
    for file in TEMPLATES.glob("*.*"):
        shutil.copy(file, folder / "templates")
    letter = folder / "templates" / "letter"
    shutil.copytree(TEMPLATES / "letter", letter, dirs_exist_ok=True)
    shutil.copy(HERE / "letter.en.md", letter / "letter.en.md")
    for text in (folder / "templates" / "texts").glob("*.toml"):
        text.unlink()  # one language, so nothing is translated


def change_one(whole: Path, changed: Path) -> None:
    """The same workbook with one participant of one city in another role: the network's totals stay as they are."""
    book = load_workbook(whole)
    cells = next(row for row in book["Participations"].iter_rows(min_row=2) if row[3].value == "practitioner")
    cells[3].value = "expert"
    book.save(changed)
