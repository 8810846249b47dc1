"""An annex made by hand, for those who set it in Word, in sheets or as data: what a funder gets for one year.

Its results have a target that was met, one that was missed, one never set, a baseline that is missing, a direction that
falls, and a value not recorded; its figures a category not recorded, a total, a ratio with both halves and a gap.
"""

from __future__ import annotations

from datetime import date

from reportgen.model.annexes import Annex, Cell, CellKind, Chapter, Datum, Definition, Grid, Heading, Standing
from reportgen.model.figures import Amount, Bars, Group, Line, Lines
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue

FILES = (
    ("data/2018/activity.xlsx", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ("data/network.xlsx", "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"),
)
LANGUAGE = {"en": 0, "da": 1}
TEXTS = {
    "title": ("Results and figures 2018", "Resultater og figurer 2018"),
    "description": ("Annex to the report to the funder", "Bilag til rapporten til bevillingsgiveren"),
    "funder": ("Nordic Council of Ministers", "Nordisk Ministerråd"),
    "results": ("Results by objective", "Resultater efter mål"),
    "objective": ("Objective", "Mål"),
    "indicator": ("Indicator", "Indikator"),
    "unit": ("Unit", "Enhed"),
    "baseline": ("Baseline", "Udgangspunkt"),
    "baseline_year": ("Baseline year", "Udgangsår"),
    "target": ("Target", "Måltal"),
    "actual": ("Actual", "Opnået"),
    "share": ("Share of target", "Andel af måltal"),
    "status": ("Status", "Status"),
    "comment": ("Comment", "Bemærkning"),
    "met": ("met", "nået"),
    "missed": ("not met", "ikke nået"),
    "not_set": ("no target set", "intet måltal"),
    "not_recorded": ("not recorded", "ikke oplyst"),
    "no_baseline": ("no baseline", "intet udgangspunkt"),
    "falling": ("Fewer is better.", "Færre er bedre."),
    "first_year": ("Counted for the first time in 2018.", "Opgjort første gang i 2018."),
    "engage": ("Cities engage", "Byerne deltager"),
    "train": ("Young people are trained", "Unge uddannes"),
    "cities": ("Cities engaged", "Deltagende byer"),
    "participants": ("Participants", "Deltagere"),
    "trained": ("Young people trained", "Uddannede unge"),
    "campaigns": ("Local campaigns", "Lokale kampagner"),
    "days": ("Days from session to report", "Dage fra session til rapport"),
    "visits": ("Visits to campaign pages", "Besøg på kampagnesider"),
    "unit_cities": ("cities", "byer"),
    "unit_people": ("people", "personer"),
    "unit_campaigns": ("campaigns", "kampagner"),
    "unit_days": ("days", "dage"),
    "unit_visits": ("visits", "besøg"),
    "by_role": ("Participants by role", "Deltagere efter rolle"),
    "role": ("Role", "Rolle"),
    "practitioner": ("Practitioners", "Fagfolk"),
    "youth": ("Young people", "Unge"),
    "politician": ("Politicians", "Politikere"),
    "unknown": ("Role not recorded", "Rolle ikke oplyst"),
    "sum": ("All", "I alt"),
    "gender": ("Gender equality", "Ligestilling"),
    "women": ("Women among participants", "Kvinder blandt deltagerne"),
    "numerator": ("Women", "Kvinder"),
    "denominator": ("Sex recorded", "Køn oplyst"),
    "climate": ("Environment and climate", "Miljø og klima"),
    "nothing": ("Nothing is measured for this perspective yet.", "Der måles endnu ikke på dette perspektiv."),
    "trend": ("More cities each year", "Flere byer hvert år"),
    "trend_title": ("Participants have grown every year", "Deltagerne er blevet flere hvert år"),
    "role_title": ("Half of the participants are practitioners", "Halvdelen af deltagerne er fagfolk"),
    "year": ("Year", "År"),
    "caption": ("Distinct persons in held activities, 2018", "Forskellige personer i afholdte aktiviteter, 2018"),
    "note": ("A person with two roles counts in each.", "En person med to roller tæller i begge."),
    "source": (
        "Source: Participations, data as of 7 December 2018",
        "Kilde: Participations, data pr. 7. december 2018",
    ),
    "rounding": ("exact here; rounded down in letters", "nøjagtigt her; rundet ned i breve"),
    "filter": ("Status: held", "Status: afholdt"),
    "definition": (
        "Each person who took part in an activity held in 2018, counted once.",
        "Hver person, der deltog i en aktivitet afholdt i 2018, talt én gang.",
    ),
}
# objective, indicator, unit, baseline, target, actual, status, comment; the days fall, the visits are not recorded
RESULTS: tuple[tuple[str, str, str, int | None, int | None, int | None, str, str], ...] = (
    ("engage", "cities", "unit_cities", 12, 30, 33, "met", ""),
    ("engage", "participants", "unit_people", 480, 1250, 1022, "missed", ""),
    ("engage", "days", "unit_days", 60, 30, 42, "missed", "falling"),
    ("train", "trained", "unit_people", None, 120, 157, "met", "first_year"),
    ("train", "campaigns", "unit_campaigns", 9, None, 22, "not_set", ""),
    ("train", "visits", "unit_visits", None, None, None, "not_recorded", ""),
)
COLUMNS = (
    ("objective", CellKind.TEXT),
    ("indicator", CellKind.TEXT),
    ("unit", CellKind.TEXT),
    ("baseline", CellKind.NUMBER),
    ("baseline_year", CellKind.YEAR),
    ("target", CellKind.NUMBER),
    ("actual", CellKind.NUMBER),
    ("share", CellKind.SHARE),
    ("status", CellKind.TEXT),
    ("comment", CellKind.TEXT),
)
ROLES: tuple[tuple[str, int], ...] = (("practitioner", 511), ("youth", 312), ("politician", 187), ("unknown", 12))
TREND: tuple[tuple[int, int | None], ...] = ((2015, None), (2016, 480), (2017, 730), (2018, 1022))
RATIOS = (("practitioner", 260, 508), ("youth", 150, 309), ("politician", 79, 187))


def sample_annex(language: str = "en") -> Annex:
    """The annex in English or Danish; another language gets its code and the English words."""
    say = _Words(language)
    chapters = (
        Chapter("engage", say("engage"), grids=(_results(say, "engage"),), figures=(_role_figure(say), _trend(say))),
        Chapter("train", say("train"), grids=(_results(say, "train"),)),
        Chapter("gender_equality", say("gender"), grids=(_women(say),)),
        Chapter("climate", say("climate"), say("nothing")),
    )
    return Annex(
        language=language,
        title=say("title"),
        description=say("description"),
        publisher="Nordic Safe Cities",
        funder=say("funder"),
        year=2018,
        issued=date(2018, 12, 14),
        data_date=date(2018, 12, 7),
        licence="CC-BY-4.0",
        results=_results(say),
        chapters=chapters,
        evidence=tuple(_definition(say, code, unit) for _, code, unit, *_ in RESULTS),
    )


class _Words:
    def __init__(self, language: str) -> None:
        self.language = language
        self.column = LANGUAGE.get(language, 0)

    def __call__(self, key: str) -> str:
        return TEXTS[key][self.column]

    def number(self, value: Number) -> str:
        return f"{value:,}".replace(",", "." if self.language == "da" else ",")

    def share(self, value: float) -> str:
        shown = f"{value * 100:.1f}".removesuffix(".0")
        return f"{shown.replace('.', ',')}\xa0%" if self.language == "da" else f"{shown}%"


def _definition(say: _Words, code: str, unit: str) -> Definition:
    return Definition(
        code=code,
        title=say(code),
        definition=say("definition"),
        unit=say(unit),
        period="2018",
        filter=say("filter"),
        source="Participations",
        files=FILES,
        rows=1140,
        rounding=say("rounding"),
        additive=code == "campaigns",
    )


def _value(say: _Words, code: str, exact: Number, shown: str, unit: str = "unit_people") -> PrintedValue:
    return PrintedValue(
        code=code,
        scope="network",
        title=say(code),
        definition=say("definition"),
        exact=str(exact),
        shown=shown,
        unit=say(unit),
        period="2018",
        source="Participations",
        filter=say("filter"),
        rows=1140,
    )


def _grid(
    code: str, title: str, headings: tuple[Heading, ...], rows: list[list[Cell | PrintedValue]], **more: object
) -> Grid:
    """A grid whose cells that came as receipts print their values."""
    printed: list[PrintedValue] = []
    set_rows = []
    for row in rows:
        cells = []
        for cell in row:
            if isinstance(cell, PrintedValue):
                printed.append(cell)
                exact = float(cell.exact) if "." in cell.exact else int(cell.exact)
                cells.append(Cell(cell.shown, exact, len(printed) - 1))
            else:
                cells.append(cell)
        set_rows.append(tuple(cells))
    note, has_total = str(more.get("note", "")), bool(more.get("has_total"))
    return Grid(code, title, headings, tuple(set_rows), tuple(printed), note, has_total)


def _results(say: _Words, objective: str = "") -> Grid:
    headings = tuple(Heading(name, say(name), kind) for name, kind in COLUMNS)
    rows = [_result(say, row) for row in RESULTS if objective in {"", row[0]}]
    title = say(objective) if objective else say("results")
    return _grid(f"results_{objective}" if objective else "results", title, headings, rows)


def _result(
    say: _Words, row: tuple[str, str, str, int | None, int | None, int | None, str, str]
) -> list[Cell | PrintedValue]:
    objective, code, unit, baseline, target, actual, status, comment = row
    share = None if target is None or actual is None else actual / target
    return [
        Cell(say(objective)),
        Cell(say(code)),
        Cell(say(unit)),
        Cell(say("no_baseline")) if baseline is None else Cell(say.number(baseline), baseline),
        Cell("") if baseline is None else Cell("2016", 2016),
        Cell(say("not_set")) if target is None else Cell(say.number(target), target),
        Cell(say("not_recorded")) if actual is None else _value(say, code, actual, say.number(actual), unit),
        Cell("") if share is None else Cell(say.share(share), share),
        Cell(say(status)),
        Cell(say(comment) if comment else ""),
    ]


def _role_figure(say: _Words) -> Standing:
    headings = (Heading("category", say("role")), Heading("value", "2018", CellKind.NUMBER))
    parts = (*ROLES, ("sum", sum(count for _, count in ROLES)))
    rows: list[list[Cell | PrintedValue]] = [
        [Cell(say(role)), _value(say, "participants", count, say.number(count))] for role, count in parts
    ]
    groups = tuple(Group(say(role), (Amount(count, say.number(count)),)) for role, count in ROLES)
    alt = f"{say('by_role')}, 2018. " + "; ".join(f"{group.label}: {group.amounts[0].shown}" for group in groups) + "."
    return Standing(
        number=1,
        code="participants_by_role",
        title=say("role_title"),
        caption=say("caption"),
        note=say("note"),
        source=say("source"),
        definitions=(_definition(say, "participants", "unit_people"),),
        chart=Bars(code="participants_by_role", language=say.language, alt=alt, width_mm=136, groups=groups),
        grid=_grid("participants_by_role", say("by_role"), headings, rows, note=say("note"), has_total=True),
        data=tuple(
            Datum("participants", "network", "role", "" if role == "unknown" else role, say(role), "2018", count,
                  say("unit_people"), count + 40)
            for role, count in ROLES
        ),
    )  # fmt: skip


def _trend(say: _Words) -> Standing:
    headings = (Heading("year", say("year"), CellKind.YEAR), Heading("value", say("participants"), CellKind.NUMBER))
    rows: list[list[Cell | PrintedValue]] = [
        [Cell(str(year), year), _value(say, "participants", count, say.number(count)) if count else _missing(say)]
        for year, count in TREND
    ]
    amounts = tuple(Amount(count, say.number(count) if count else say("not_recorded")) for _, count in TREND)
    alt = f"{say('participants')}. " + "; ".join(
        f"{year}: {a.shown}" for (year, _), a in zip(TREND, amounts, strict=True)
    )
    return Standing(
        number=2,
        code="participants_trend",
        title=say("trend_title"),
        caption=say("trend"),
        note="",
        source=say("source"),
        definitions=(_definition(say, "participants", "unit_people"),),
        chart=Lines(
            code="participants_trend",
            language=say.language,
            alt=f"{alt}.",
            width_mm=136,
            steps=tuple(str(year) for year, _ in TREND),
            lines=(Line(say("participants"), amounts),),
        ),
        grid=_grid("participants_trend", say("trend"), headings, rows),
        data=tuple(
            Datum("participants", "network", "", "", "", str(year), count, say("unit_people"), count or 0)
            for year, count in TREND
        ),
    )


def _missing(say: _Words) -> Cell:
    return Cell(say("not_recorded"))


def _women(say: _Words) -> Grid:
    """A ratio with both its halves."""
    headings = (
        Heading("category", say("role")),
        Heading("numerator", say("numerator"), CellKind.NUMBER),
        Heading("denominator", say("denominator"), CellKind.NUMBER),
        Heading("share", say("women"), CellKind.SHARE),
    )
    rows: list[list[Cell | PrintedValue]] = [
        [
            Cell(say(role)),
            Cell(say.number(women), women),
            Cell(say.number(known), known),
            _value(say, "women", round(women / known, 4), say.share(women / known)),
        ]
        for role, women, known in RATIOS
    ]
    return _grid("women_by_role", say("women"), headings, rows)
