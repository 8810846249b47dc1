"""The results table: where each indicator began, what was aimed for, what came of it, and whether that is met."""

from __future__ import annotations

from reportgen.model.annexes import Cell, CellKind, Grid, Heading
from reportgen.model.documents import Promise
from reportgen.model.findings import Number
from reportgen.model.packs import ChapterFact, ResultFact
from reportgen.press import wording
from reportgen.press.annex.voice import NONE, PROMISED, Place, Tally, Voice, head

TARGETS = ("annex_met", "annex_not_met")  # the words for a target that was judged
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


def results_grid(chapters: tuple[ChapterFact, ...], voice: Voice) -> Grid:
    """The results of all these chapters, each row with its objective."""
    tally = Tally(voice)
    rows = tuple(
        (Cell(chapter.title.read(voice.language)), *_row(result, tally))
        for chapter in chapters
        for result in chapter.results
    )
    return tally.close("results", voice.words["annex_results"], _headings(voice), rows)


def chapter_results(chapter: ChapterFact, voice: Voice) -> Grid:
    """The results of one chapter, which names its objective itself."""
    tally = Tally(voice)
    rows = tuple(_row(result, tally) for result in chapter.results)
    return tally.close(f"results_{chapter.code}", voice.words["annex_results"], _headings(voice)[1:], rows)


def _headings(voice: Voice) -> tuple[Heading, ...]:
    return tuple(head(name, voice.words[f"annex_{name}"], kind) for name, kind in COLUMNS)


def _row(result: ResultFact, tally: Tally) -> tuple[Cell, ...]:
    voice, promise = tally.voice, result.promise
    evidence = promise.evidence
    share = share_of_target(promise)
    return (
        Cell(voice.title(evidence)),
        Cell(voice.unit(evidence)),
        _promised("baseline", promise, promise.baseline, tally) or Cell(voice.words["annex_no_baseline"]),
        Cell(NONE) if promise.baseline is None else Cell(str(promise.baseline_year), promise.baseline_year),
        _promised("target", promise, promise.target, tally) or Cell(NONE),
        tally.seen(result.seen, evidence),
        Cell(NONE) if share is None else Cell(wording.percent(share, voice.language), share),
        Cell(voice.words[status(promise)]),
        Cell(_comment(result, voice, has_share=share is not None)),
    )


def _promised(key: str, promise: Promise, value: Number | None, tally: Tally) -> Cell | None:
    """A baseline or a target, which the project file says; None where it says nothing."""
    if value is None:
        return None
    evidence, voice = promise.evidence, tally.voice
    year = str(promise.baseline_year if key == "baseline" else voice.year)
    place = Place(f"{promise.code}.{key}", voice.words[key].format(year=year), year, 0, PROMISED)
    return tally.value(evidence, voice.number(value, evidence), value, place)


def _comment(result: ResultFact, voice: Voice, *, has_share: bool) -> str:
    """What the secretariat says of it, after the words on an indicator of which less is better, and on its share."""
    falling = () if result.promise.ascending else ("annex_lower_is_better", *(("annex_share_of_way",) * has_share))
    said = (voice.words[name] for name in falling)
    return " ".join(filter(None, (*said, voice.spoken(result.comment) if result.comment.entries else "")))


def status(promise: Promise) -> str:
    """Which of the fixed words says what became of the target."""
    if promise.value is None:
        return "not_recorded"
    if promise.target is None:
        return "annex_no_target"
    met = promise.value >= promise.target if promise.ascending else promise.value <= promise.target
    return "annex_met" if met else "annex_not_met"


def share_of_target(promise: Promise) -> float | None:
    """How much of the target is reached: of the target itself, or of the way down to it from the baseline."""
    value, target, baseline = promise.value, promise.target, promise.baseline
    if value is None or target is None:
        return None
    if promise.ascending:
        return value / target if target else None
    return None if baseline is None or baseline == target else (baseline - value) / (baseline - target)
