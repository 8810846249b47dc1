"""What the contenders share: the rows read their own way, the one text, and the words of a letter around it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
ROLES = {"practitioner": "Practitioners", "expert": "Experts", "politician": "Politicians", "youth": "Young people"}
YEAR = 2018


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter's values: counts by role for two years, and the activities with their people."""

    city: str
    name: str
    address: tuple[str, ...]
    participants: int
    activities: int
    all_participants: int
    all_activities: int
    roles: tuple[tuple[str, int, int], ...]  # words, this year, the year before
    rows: tuple[tuple[date, str, str, int], ...]


def letters(cities: list[tuple], activities: list[tuple], participations: list[tuple]) -> list[Letter]:
    """Every city's letter from the rows of the three sheets (without their headers)."""
    held = {row[0]: row for row in activities}
    people, seen = defaultdict(set), defaultdict(set)
    roles = defaultdict(lambda: defaultdict(set))
    for activity, city, person, role in participations:
        year = _day(held[activity][3]).year
        roles[city][role, year].add(person)
        if year == YEAR:
            people[city].add(person)
            seen[city, activity].add(person)
    everybody = set().union(*people.values())
    attended = defaultdict(list)
    for (city, activity), who in seen.items():
        _, title, kind, starts, _ = held[activity]
        attended[city].append((_day(starts), title, kind.capitalize(), len(who)))
    every_activity = {activity for _, activity in seen}
    found = []
    for city, name, _, *address, _ in cities:
        bars = [
            (words, len(roles[city][code, YEAR]), len(roles[city][code, YEAR - 1])) for code, words in ROLES.items()
        ]
        found.append(
            Letter(
                city,
                name,
                tuple(address),
                len(people[city]),
                len(attended[city]),
                len(everybody),
                len(every_activity),
                tuple(sorted((bar for bar in bars if bar[1] or bar[2]), key=lambda bar: -bar[1])),
                tuple(sorted(attended[city])),
            )
        )
    return found


def _day(cell: object) -> date:
    return cell.date() if hasattr(cell, "date") else cell


def paragraphs(letter: Letter) -> list[tuple[str, str]]:
    """The text as (kind, words): h1, h2, p, figure, table; the same file that reportgen's letter is made from."""
    values = {
        "recipient.name": letter.name,
        "n.participants | exact": f"{letter.all_participants:,}",
        "n.activities | exact": f"{letter.all_activities:,}",
        "own.participants | exact": f"{letter.participants:,}",
        "own.activities | exact": f"{letter.activities:,}",
    }
    found = []
    for block in (HERE / "letter.en.md").read_text(encoding="utf-8").strip().split("\n\n"):
        said = re.sub(r"\{\{ (.+?) \}\}", lambda match: values.get(match[1], match[0]), block)
        if said.startswith("{{ figure"):
            found.append(("figure", ""))
        elif said.startswith("{{ table"):
            found.append(("table", ""))
        elif said.startswith("#"):
            found.append(("h2" if said.startswith("##") else "h1", said.lstrip("# ")))
        else:
            found.append(("p", said))
    return found


def read_with_openpyxl(path: Path) -> list[Letter]:
    """The letters by the reader that most scripts use."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    return letters(*(list(book[name].iter_rows(min_row=2, values_only=True)) for name in SHEETS))


def read_with_calamine(path: Path) -> list[Letter]:
    """The letters by the fastest reader there is."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    return letters(*([tuple(row) for row in book.get_sheet_by_name(name).to_python()[1:]] for name in SHEETS))


SHEETS = ("Cities", "Activities", "Participations")


PAGE = """<!doctype html><html lang="en" style="--accent: #0B5563"><head><meta charset="utf-8">
<title>Annual letter to {name}</title>{style}</head>
<body class="letter window-left" data-running="Annual letter to {name}" data-organisation="Nordic Safe Cities"
 data-issue="Edition 2018 · Data as of 14 December 2018" data-page="Page " data-of=" of ">
<div class="letterhead"><p class="wordmark">Nordic Safe Cities</p>
<p class="sender">Ved Stranden 18<br>1061 København K<br></p><p class="address">{address}</p>
<p class="place-and-date">Copenhagen, 14 December 2018</p></div>
<main>{body}<p class="notice">Data as of 14 December 2018.</p></main></body></html>"""

FIGURE = """<div class="figure figure-beside"><div class="figure-words"><p class="figure-title">Who took part</p>
<p class="figure-caption">Distinct people from the city, by role; the grey line marks the year before.</p></div>
<div class="figure-picture"><img src="{chart}" alt="Who took part, 2018. {said}." style="width: 108mm">
<table><thead><tr><th>Group</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div></div>"""

TABLE = """<table><caption>Activities taken part in</caption>
<thead><tr><th>Date</th><th>Activity</th><th>Kind</th><th>People</th></tr></thead><tbody>{rows}</tbody></table>"""


def page_html(letter: Letter, chart: str, style: str) -> str:
    """The letter as a page of HTML with the product's own style sheets, for the contenders that set HTML."""
    blocks = {"figure": _figure(letter, chart), "table": _table(letter)}
    body = "".join(blocks.get(kind) or f"<{kind}>{words}</{kind}>" for kind, words in paragraphs(letter))
    return PAGE.format(name=letter.name, style=style, address="<br>".join(letter.address), body=body)


def _figure(letter: Letter, chart: str) -> str:
    heads = "".join(f"<th>{words}</th>" for words, _, _ in letter.roles)
    rows = "".join(
        f"<tr><th>{YEAR - at}</th>{''.join(f'<td>{bar[1 + at]}</td>' for bar in letter.roles)}</tr>" for at in (0, 1)
    )
    said = "; ".join(f"{words}: {now} (2017: {before})" for words, now, before in letter.roles)
    return FIGURE.format(chart=chart, said=said, heads=heads, rows=rows)


def _table(letter: Letter) -> str:
    rows = "".join(
        f"<tr><td>{day:%d/%m/%Y}</td><th>{title}</th><td>{kind}</td><td>{people}</td></tr>"
        for day, title, kind, people in letter.rows
    )
    return TABLE.format(rows=rows)
