"""The tables that judge nothing: each indicator over the editions, and what became of what was planned."""

from __future__ import annotations

from reportgen.model.annexes import Cell, Grid
from reportgen.model.findings import Entry, Interval
from reportgen.model.packs import ChapterFact, PromisesFact, YearFact
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.annex.voice import NONE, Tally, Voice, head, kind_of
from reportgen.press.figures.composed import capital


def trend_grids(chapter: ChapterFact, voice: Voice) -> tuple[Grid, ...]:
    """A row an indicator, a column a year; ratios in a table of their own, for their columns hold shares."""
    counts = tuple(fact for fact in chapter.years if not fact.evidence.is_share)
    shares = tuple(fact for fact in chapter.years if fact.evidence.is_share)
    named = ((chapter.code, counts), (f"{chapter.code}_shares", shares))
    return tuple(_trend_grid(code, facts, voice) for code, facts in named if facts)


def _trend_grid(code: str, facts: tuple[YearFact, ...], voice: Voice) -> Grid:
    tally = Tally(voice)
    years = sorted({year for fact in facts for year, _ in fact.years})
    kind = kind_of(facts[0].evidence)
    columns = tuple(head(f"year_{year}", str(year), kind) for year in years)
    headings = (head("indicator", voice.words["annex_indicator"]), head("unit", voice.words["annex_unit"]), *columns)
    rows = tuple(_years(fact, years, tally) for fact in facts)
    return tally.close(code, voice.words["annex_over_years"], headings, rows)


def _years(fact: YearFact, years: list[int], tally: Tally) -> tuple[Cell, ...]:
    voice, seen = tally.voice, dict(fact.years)
    cells = (
        tally.seen(seen[year], fact.evidence, period=voice.period_to(fact.evidence, year))
        if year in seen
        else Cell(voice.words["not_recorded"])
        for year in years
    )
    return (Cell(voice.title(fact.evidence)), Cell(voice.unit(fact.evidence)), *cells)


def promises_grid(fact: PromisesFact, voice: Voice) -> Grid:
    """What was planned for the year, when, and what became of it."""
    words = voice.words
    headings = (
        head("promise", words["annex_promise"]),
        head("planned_for", words["annex_planned_for"]),
        head("outcome", words["annex_outcome"]),
    )
    rows = tuple(_promise(entry, fact, voice) for entry in fact.record.entries)
    return Grid("promises", fact.record.evidence.title.read(voice.language), headings, rows)


def _promise(entry: Entry, fact: PromisesFact, voice: Voice) -> tuple[Cell, ...]:
    text, status = entry.get("text"), str(entry.get("status") or "")
    said = voice.spoken(text) if isinstance(text, Texts) else str(text)
    outcome = dict(fact.statuses).get(status)
    return (
        Cell(said),
        Cell(_when(entry, voice)),
        Cell(capital(outcome.read(voice.language) if outcome else status or voice.words["not_recorded"])),
    )


def _when(entry: Entry, voice: Voice) -> str:
    """The days it was planned for; of a plan without a day its year."""
    dates, year = entry.get("dates"), entry.get("year")
    if isinstance(dates, Interval):
        return wording.interval(dates.first, dates.last, voice.language)
    return NONE if year is None else str(year)
