"""What the funder's annex tells, chosen from the findings: results, splits, trends, promises, and what proves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.findings import Observation
from reportgen.model.packs import AnnexFacts, ChapterFact, PromisesFact, ProofFact, ResultFact, SplitFact, YearFact
from reportgen.model.spec import Aggregation, ChapterSpec, Texts
from reportgen.press.criteria import title
from reportgen.press.facts import evidence_of, record_facts
from reportgen.press.figure_facts import figure_fact
from reportgen.press.figure_facts.presence import has_something
from reportgen.press.figure_facts.totals import promise_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.model.documents import Evidence, RecordFact
    from reportgen.model.findings import Finding
    from reportgen.model.spec import FunderSpec, Indicator
    from reportgen.press.facts import Material

# The eight of Nordic cooperation: Denmark, Finland, Iceland, Norway, Sweden; the Faroe Islands, Greenland, Åland.
ENTITIES = ("DK", "FI", "IS", "NO", "SE", "FO", "GL", "AX")
ADDABLE = {Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT, Aggregation.DISTINCT_EACH}


def annex_facts(material: Material, funder: FunderSpec) -> AnnexFacts:
    """The whole annex of the edition; a perspective that is not asked for in its year is left out."""
    year = material.findings.edition.year
    asked = tuple(chapter for chapter in funder.perspectives if chapter.holds_in(year))
    chapters = (*funder.objectives, *asked, *(part for part in (funder.entities, funder.trends) if part))
    records = {record.code: record for record in record_facts(material)}
    comments = _comments(records.get(funder.comments or ""))
    return AnnexFacts(
        funder=funder.name,
        title=funder.title,
        licence=funder.licence,
        objectives=tuple(_judged(material, chapter, comments) for chapter in funder.objectives),
        perspectives=tuple(_judged(material, chapter, comments) for chapter in asked),
        entities=_entities(material, funder.entities) if funder.entities else None,
        trends=_trends(material, funder.trends) if funder.trends else None,
        promises=_promises(material, records.get(funder.promises or "")),
        proofs=tuple(_proof(material, indicator) for indicator in _told(material, chapters)),
        numbers=_numbers(material, chapters),
    )


def _comments(record: RecordFact | None) -> dict[str, Texts]:
    """What the secretariat says of each result, by the indicator's code."""
    rows = ((str(entry.get("indicator")), entry.get("text")) for entry in (record.entries if record else ()))
    return {code: text if isinstance(text, Texts) else Texts((("en", str(text)),)) for code, text in rows if text}


def _judged(material: Material, chapter: ChapterSpec, comments: dict[str, Texts]) -> ChapterFact:
    """An objective or a perspective: its indicators with their targets, and split by its dimension."""
    indicators = tuple(material.project.indicator(code) for code in chapter.indicators)
    split = tuple(indicator for indicator in indicators if chapter.by and chapter.by in indicator.by)
    words, labels = _dimension(material, split[0], chapter.by) if split and chapter.by else (Texts(), ())
    return ChapterFact(
        code=chapter.code,
        title=chapter.title,
        results=tuple(_result(material, indicator, comments) for indicator in indicators),
        splits=tuple(_split(material, indicator, chapter.by or "") for indicator in split),
        figures=chapter.figures,
        dimension=words,
        labels=labels,
    )


def _result(material: Material, indicator: Indicator, comments: dict[str, Texts]) -> ResultFact:
    comment = comments.get(indicator.code, Texts())
    return ResultFact(promise_of(material, indicator.code), _whole(material, indicator), comment)


def _entities(material: Material, chapter: ChapterSpec) -> ChapterFact:
    """Each indicator by the country of its rows; every entity has its row, whatever the data holds."""
    indicators = tuple(material.project.indicator(code) for code in chapter.indicators)
    paths = tuple(material.project.country_path(indicator) or "" for indicator in indicators)
    words, labels = _dimension(material, indicators[0], paths[0]) if indicators else (Texts(), ())
    return ChapterFact(
        code=chapter.code,
        title=chapter.title,
        splits=tuple(_split(material, indicator, path) for indicator, path in zip(indicators, paths, strict=True)),
        figures=chapter.figures,
        dimension=words,
        labels=labels,
        always=ENTITIES,
    )


def _trends(material: Material, chapter: ChapterSpec) -> ChapterFact:
    years = []
    for code in chapter.indicators:
        seen = ((findings.edition.year, findings.finding(code).total()) for findings in material.history)
        known = tuple((year, total) for year, total in seen if total is not None)
        years.append(YearFact(_evidence(material, material.project.indicator(code)), known))
    return ChapterFact(chapter.code, chapter.title, years=tuple(years), figures=chapter.figures)


def _promises(material: Material, record: RecordFact | None) -> PromisesFact | None:
    if record is None:
        return None
    spec = next(spec for spec in material.project.records if spec.code == record.code)
    term = material.project.term(spec.source, dict(spec.fields)["status"][0])
    return PromisesFact(record, term.values if term else ())


def _split(material: Material, indicator: Indicator, path: str) -> SplitFact:
    finding = material.findings.finding(indicator.code)
    whole = _whole(material, indicator)
    parts = finding.parts(path)
    return SplitFact(_evidence(material, indicator), whole, parts, can_add=indicator.measure.aggregation in ADDABLE)


def _dimension(material: Material, indicator: Indicator, path: str) -> tuple[Texts, tuple[tuple[str, Texts], ...]]:
    """The words for a dimension and for its parts."""
    source = _measured(material, indicator).source
    term = material.project.term(source, path)
    return title(material.project, source, path), term.values if term else ()


def _told(material: Material, chapters: tuple[ChapterSpec, ...]) -> tuple[Indicator, ...]:
    """Every indicator that the annex tells of, once, in the order of the annex; after a ratio its two halves."""
    project = material.project
    codes: dict[str, None] = {}
    for chapter in chapters:
        shown = [code for name in chapter.figures for code in _shown_in(material, name)]
        for code in (*chapter.indicators, *shown):
            measure = project.indicator(code).measure
            codes |= dict.fromkeys(filter(None, (code, measure.numerator, measure.denominator)))
    return tuple(project.indicator(code) for code in codes)


def _shown_in(material: Material, code: str) -> Iterator[str]:
    """The indicators of a figure and of its panels."""
    spec = next(figure for figure in material.project.figures if figure.code == code)
    if spec.table is None and not spec.figures:
        yield from spec.indicators
    for panel in spec.figures:
        yield from _shown_in(material, panel)


def _numbers(material: Material, chapters: tuple[ChapterSpec, ...]) -> tuple[tuple[str, int], ...]:
    """The figures that have something to show, numbered in the order of the annex; one shown twice has one number."""
    declared = {figure.code: figure for figure in material.project.figures}
    codes = dict.fromkeys(code for chapter in chapters for code in chapter.figures)
    drawn = [code for code in codes if has_something(figure_fact(material, declared[code], None))]
    return tuple((code, number) for number, code in enumerate(drawn, 1))


def _proof(material: Material, indicator: Indicator) -> ProofFact:
    return ProofFact(
        evidence=_evidence(material, indicator),
        seen=_whole(material, indicator),
        additive=indicator.measure.additive,
        files=_files(material, _measured(material, indicator)),
    )


def _files(material: Material, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """The files that its rows, and whatever their references lead to, were read from, each with its SHA-256."""
    project, source = material.project, material.project.source(indicator.source)
    paths = (*indicator.measure.columns, *indicator.by, *(condition.column for condition in indicator.where))
    ends = {project.end(source.name, path)[0].name for path in (*paths, *filter(None, (source.date,)))}
    read = dict(material.sources)
    files = {(file.path, file.sha256) for name in {source.name, *ends} for file in read.get(name, ())}
    return tuple(sorted(files))


def _measured(material: Material, indicator: Indicator) -> Indicator:
    """The indicator itself, or the one that a ratio is measured against."""
    denominator = indicator.measure.denominator
    return material.project.indicator(denominator) if denominator else indicator


def _evidence(material: Material, indicator: Indicator) -> Evidence:
    return evidence_of(material.project, indicator, _finding(material, indicator).period)


def _finding(material: Material, indicator: Indicator) -> Finding:
    return material.findings.finding(indicator.code)


def _whole(material: Material, indicator: Indicator) -> Observation:
    return _finding(material, indicator).total() or Observation(indicator.code, None, None, 0)
