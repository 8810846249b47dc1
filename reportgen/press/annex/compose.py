"""The door of the annex: the facts of a pack and its figures become one finished value in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.model.annexes import Annex, Chapter, Definition, Grid, Standing
from reportgen.model.findings import Observation
from reportgen.model.packs import AnnexFacts, AnnexFile, ChapterFact
from reportgen.press import wording
from reportgen.press.annex.evidence import define
from reportgen.press.annex.others import promises_grid, trend_grids
from reportgen.press.annex.results import chapter_results, results_grid
from reportgen.press.annex.splits import split_grid
from reportgen.press.annex.standings import stand
from reportgen.press.annex.voice import Voice
from reportgen.press.figures.composed import Composed

ENTITIES, TRENDS, PROMISES = "entities", "trends", "promises"


def compose_annex(file: AnnexFile, words: Mapping[str, str], figures: Mapping[str, Composed]) -> Annex:
    """The whole annex in the language of `file`; `figures` are those that were composed, by their code.

    Every number and word in it is finished: pages, Word, sheets and data only set it.
    """
    voice, annex = Voice(file.language, words, file.edition.year), file.annex
    evidence = tuple(define(proof, file.rounding, voice) for proof in annex.proofs)
    standings = {figure.number: figure for figure in _standings(file, evidence, figures, voice)}
    shelf = Shelf(voice, standings, dict(annex.numbers))
    return Annex(
        language=file.language,
        title=f"{annex.title.read(file.language)} {file.edition.year}",
        description=words["annex_description"].format(funder=annex.funder.read(file.language)),
        publisher=file.publisher.name,
        funder=annex.funder.read(file.language),
        year=file.edition.year,
        issued=file.edition.date,
        data_date=file.edition.data_date,
        licence=annex.licence,
        results=results_grid(annex.objectives, voice),
        chapters=tuple(_chapters(annex, shelf)),
        evidence=evidence,
    )


@dataclass(frozen=True, slots=True)
class Shelf:
    """The finished figures by their number, from which each chapter takes its own."""

    voice: Voice
    standings: Mapping[int, Standing]
    numbers: Mapping[str, int]

    def take(self, codes: tuple[str, ...]) -> tuple[Standing, ...]:
        """The figures of these codes that have something to show."""
        numbers = (self.numbers[code] for code in codes if code in self.numbers)
        return tuple(self.standings[number] for number in numbers if number in self.standings)


def _standings(
    file: AnnexFile, evidence: tuple[Definition, ...], figures: Mapping[str, Composed], voice: Voice
) -> tuple[Standing, ...]:
    taken = voice.words["data_as_of"].format(date=wording.date(file.edition.data_date, file.language))
    known = {definition.code: definition for definition in evidence}, _halves(file.annex, voice), taken
    facts = {fact.spec.code: fact for fact in file.figures}
    return tuple(
        stand(number, facts[code], figures[code], known, voice)
        for code, number in file.annex.numbers
        if code in figures
    )


def _halves(annex: AnnexFacts, voice: Voice) -> dict[tuple[str, str], Observation]:
    """Every ratio that the annex has seen, by its code and period."""
    seen = [(proof.evidence, proof.seen, voice.period(proof.evidence)) for proof in annex.proofs]
    for fact in annex.trends.years if annex.trends else ():
        seen += [(fact.evidence, one, voice.period_to(fact.evidence, year)) for year, one in fact.years]
    return {(one.indicator, period): one for evidence, one, period in seen if evidence.is_share}


def _chapters(annex: AnnexFacts, shelf: Shelf) -> list[Chapter]:
    voice = shelf.voice
    chapters = [_judged(chapter, shelf) for chapter in (*annex.objectives, *annex.perspectives)]
    if annex.entities:
        chapters.append(_fixed(ENTITIES, annex.entities, shelf, _splits(annex.entities, voice)))
    if annex.trends:
        chapters.append(_fixed(TRENDS, annex.trends, shelf, trend_grids(annex.trends, voice)))
    if annex.promises:
        nothing = "" if annex.promises.record.entries else voice.words["no_entries"]
        grids = (promises_grid(annex.promises, voice),) if not nothing else ()
        chapters.append(Chapter(PROMISES, voice.words["annex_promises"], nothing, grids))
    return chapters


def _judged(chapter: ChapterFact, shelf: Shelf) -> Chapter:
    """An objective or a perspective; where nothing is measured for it, it says so."""
    voice = shelf.voice
    results = (chapter_results(chapter, voice),) if chapter.results else ()
    return Chapter(
        code=chapter.code,
        title=chapter.title.read(voice.language),
        note="" if results or chapter.figures else voice.words["annex_nothing_measured"],
        grids=(*results, *_splits(chapter, voice)),
        figures=shelf.take(chapter.figures),
    )


def _splits(chapter: ChapterFact, voice: Voice) -> tuple[Grid, ...]:
    return (split_grid(chapter, voice),) if chapter.splits else ()


def _fixed(code: str, chapter: ChapterFact, shelf: Shelf, grids: tuple[Grid, ...]) -> Chapter:
    """A chapter under a fixed heading."""
    return Chapter(code, shelf.voice.words[f"annex_{code}"], "", grids, shelf.take(chapter.figures))
