"""Makes the example workbooks from `reconstruction/*.csv`, byte for byte the same on every machine.

    python data/make_example.py             writes network.xlsx and <year>/activity.xlsx beside this script
    python data/make_example.py FOLDER      writes them below FOLDER instead

Sheets, headers and allowed values are read from `reportgen.toml`, so that they stand in one place.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import tomllib
import zipfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import example_sheets
from example_people import YEARS, Row, facts, participations

if TYPE_CHECKING:
    from openpyxl import Workbook

HERE = Path(__file__).resolve().parent
SEALED = datetime.fromisoformat("2018-12-07T12:00:00+00:00")  # the data date of the 2018 edition
NATIVE = {"DK": "da", "NO": "nb", "SE": "sv", "FI": "fi", "IS": "is", "AX": "sv"}
ABOUT = (
    "This workbook is a RECONSTRUCTION. Its rows were made so that their totals agree with the letter published",
    "for 2018; they do not show what really took place in any city on any day. People are numbered and nameless,",
    "e-mail addresses end in .example, and mosques, schools and associations have no names of their own.",
    "The file data/README.md tells how it was made and what each column is.",
)
REACH = "Estimates as stated by those who ran the campaign. They are never added to the number of participants."
NETWORK = {
    "cities": "Every city that takes part: its name in six languages, where it lies, its membership.",
    "organisations": "Organisations that people come from, or partners; since when there is a working relation.",
    "signatories": "Who signs the letter, with title and organisation in six languages, from when to when.",
}
YEARLY = {
    "activities": "One row for each session, training, workshop or visit; its status is held, planned or cancelled.",
    "participations": "One row for each numbered person at each activity. '-' or an empty cell means not recorded.",
    "headcounts": "People counted at open events where nobody was registered. Never added to participations.",
    "outputs": "What came of the work: campaigns, networks, guides, strategies.",
    "partners": "Which organisations stand behind an output.",
    "reach": "Estimated audience of a campaign up to a given day.",
    "plans": "What was planned for the year after, and whether it was kept.",
    "result_comments": "What the secretariat says of a result in the annex to the funder.",
    "city_texts": "What the secretariat writes about a city for its report, in Markdown. Made up, like the rows.",
}


@cache
def city_names(year: int, colleague: bool) -> dict[str, str]:  # noqa: FBT001 - a key of the cache, called below only
    """How the staff write each city: in English in 2016, as the city itself does since; one colleague in short."""
    rows = facts("cities")
    names = {
        row["id"]: row["name.en" if year == YEARS[0] else f"name.{NATIVE.get(row['country'], 'en')}"] for row in rows
    }
    if colleague:
        names |= {row["id"]: row["other_names"].split("; ")[0] for row in rows if row["other_names"]}
    return names


def spell(city: str, row: Row) -> str:
    """The city's name as it stands in this row; a colleague kept some lists of 2018."""
    year = year_of(row)
    by_colleague = year == YEARS[-1] and "person" in row and row["activity"].endswith(("4", "8"))
    return city_names(year, by_colleague)[city]


def year_of(row: Row) -> int:
    """The year of the workbook that a row stands in; the newest for rows of the network's own workbook."""
    if "workbook" in row or "year" in row:
        return int(row.get("workbook") or row["year"])
    if "activity" in row:
        return 2000 + int(row["activity"][1:3])
    return int((row.get("starts") or row.get("as_of") or str(YEARS[-1]))[:4])


def rows_of(source: str, year: int | None) -> list[Row]:
    """The rows of a source; those of one year's workbook, when a year is given."""
    rows = participations() if source == "participations" else facts(source)
    return [row for row in rows if year is None or year_of(row) == year]


def make(title: str, sheets: dict[str, str], year: int | None) -> bytes:
    """One workbook: "Read me", then a sheet for each source."""
    from openpyxl import Workbook

    with (HERE.parent / "reportgen.toml").open("rb") as file:
        sources: dict[str, dict[str, Any]] = tomllib.load(file)["sources"]
    book = Workbook()
    book.properties.title, book.properties.creator = title, "Example data (a reconstruction)"
    example_sheets.write_about(book, title, ABOUT, ((sources[name]["sheet"], text) for name, text in sheets.items()))
    for name in sheets:
        note = {"note": REACH} if name == "reach" else {}
        example_sheets.write(book, sources[name] | note, rows_of(name, year), spell)
    return sealed(book)


def sealed(book: Workbook) -> bytes:
    """The workbook's bytes without a clock in them.

    Entries are stored, not deflated: builds of zlib differ in their output, and git packs the file anyway.
    """
    loose, tight = io.BytesIO(), io.BytesIO()
    book.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", SEALED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            entry = zipfile.ZipInfo(name, SEALED.timetuple()[:6])
            entry.create_system = 3  # else it says on which system it was made
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return tight.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the example workbooks.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=HERE, help="where to write (default: beside this script)"
    )
    folder: Path = parser.parse_args().folder
    os.environ["OPENPYXL_LXML"] = "False"  # lxml, where it is installed, writes the same XML in other bytes
    books = {folder / "network.xlsx": make("The network: cities, organisations, signatories", NETWORK, None)}
    for year in YEARS:
        books[folder / str(year) / "activity.xlsx"] = make(f"Activity in {year}", YEARLY, year)
    for path, content in books.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path)


if __name__ == "__main__":
    main()
