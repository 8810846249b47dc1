"""Which documents there are, and what each holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reportgen.errors import UsageError, nearest
from reportgen.model.documents import (
    Document,
    Evidence,
    FigureFact,
    ListFact,
    NumberFact,
    Part,
    Recipient,
    RecordFact,
    Scope,
)
from reportgen.model.findings import Interval
from reportgen.model.spec import Pick, Span, Texts

if TYPE_CHECKING:
    from reportgen.model.findings import Findings, Observation
    from reportgen.model.spec import Condition, Edition, FigureSpec, Indicator, ListingSpec, Project, RecordSpec, Source


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents a build is asked for; empty means all."""

    only: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """What documents are planned from: the project, the two editions' findings, the recipients."""

    project: Project
    findings: Findings
    previous: Findings
    recipients: tuple[Recipient, ...]


def plan(material: Material, selection: Selection) -> tuple[Document, ...]:
    """The documents of the selection, by kind, recipient and language.

    A recipient named together with a language gets its document in that language even where it is not its own.
    Raises UsageError for a kind, recipient or language that is not there.
    """
    _check(material, selection)
    if not material.recipients:
        return ()
    shared = _shared(material)
    return tuple(
        replace(
            shared,
            kind=spec.kind,
            template=spec.template,
            path=f"{spec.folder}/{recipient.id}.{language}.pdf",
            language=language,
            recipient=recipient,
            own=_scope(material, material.findings, recipient.id),
            previous_own=_scope(material, material.previous, recipient.id),
            key_figures=spec.key_figures,
            address_window=spec.address_window,
        )
        for spec in material.project.documents
        if not selection.only or spec.kind in selection.only
        for recipient in material.recipients
        if not selection.recipients or recipient.id in selection.recipients
        for language in dict.fromkeys(_languages(recipient, selection))
    )


def _languages(recipient: Recipient, selection: Selection) -> tuple[str, ...]:
    if not selection.languages:
        return recipient.languages
    if selection.recipients:
        return selection.languages
    return tuple(language for language in recipient.languages if language in selection.languages)


def _check(material: Material, selection: Selection) -> None:
    kinds = tuple(spec.kind for spec in material.project.documents)
    ids = tuple(recipient.id for recipient in material.recipients)
    asked = (
        ("--only", selection.only, kinds),
        ("--recipient", selection.recipients, ids),
        ("--language", selection.languages, material.project.languages),
    )
    for option, names, known in asked:
        for name in names:
            if name not in known:
                message = f"{option} {name}: there is no {name!r} in this edition; {nearest(name, known)}"
                raise UsageError(message)


def _shared(material: Material) -> Document:
    """What every document of the edition holds alike; kind, recipient and language are still open."""
    project = material.project
    network = _scope(material, material.findings, None)
    previous = _scope(material, material.previous, None)
    return Document(
        kind="",
        template="",
        path="",
        language="",
        recipient=material.recipients[0],
        publisher=project.publisher,
        edition=material.findings.edition,
        rounding=project.rounding,
        own=network,
        network=network,
        previous_own=previous,
        previous_network=previous,
        records=_records(material),
        facts=project.facts,
        figures=tuple(_figure(material, figure) for figure in project.figures),
        key_figures=(),
        address_window="",
    )


def _scope(material: Material, findings: Findings, recipient: str | None) -> Scope:
    project = material.project
    numbers = tuple(
        _number(project, indicator, finding.period, seen)
        for indicator in project.indicators
        for finding in (findings.finding(indicator.code),)
        for seen in (finding.total(recipient),)
        if seen is not None
    )
    return Scope(recipient or "network", numbers, _lists(project, findings, recipient))


def _number(project: Project, indicator: Indicator, period: Interval, seen: Observation) -> NumberFact:
    evidence = _evidence(project, indicator, period)
    return NumberFact(indicator.code, seen.value, seen.rows, evidence, seen.numerator, seen.denominator)


def _lists(project: Project, findings: Findings, recipient: str | None) -> tuple[ListFact, ...]:
    found = {listing.code: listing for listing in findings.listings if listing.recipient == recipient}
    lists = []
    for spec in project.listings:
        source = project.source(spec.source)
        if recipient is not None and not source.recipient:
            continue
        listing = found.get(spec.code)
        evidence = _row_evidence(spec, source, findings.edition)
        items, rows = (listing.items, listing.rows) if listing else ((), 0)
        lists.append(
            ListFact(
                spec.code,
                items,
                rows,
                evidence,
                ordered=spec.order is not None,
                of_countries=spec.show == "country",
            )
        )
    return tuple(lists)


def _records(material: Material) -> tuple[RecordFact, ...]:
    found = {record.code: record for record in material.findings.records}
    return tuple(
        RecordFact(
            spec.code,
            tuple(name for name, _ in spec.fields),
            found[spec.code].entries,
            _row_evidence(spec, material.project.source(spec.source), material.findings.edition),
            many=spec.pick is Pick.ALL,
        )
        for spec in material.project.records
    )


def _evidence(project: Project, indicator: Indicator, period: Interval) -> Evidence:
    measured = indicator
    if indicator.measure.denominator:
        measured = project.indicator(indicator.measure.denominator)
    return Evidence(
        title=indicator.title,
        definition=indicator.definition,
        unit=project.unit(indicator.unit),
        period=period,
        source=_source_name(project.source(measured.source)),
        filter=_filter(measured.where),
    )


def _row_evidence(spec: ListingSpec | RecordSpec, source: Source, edition: Edition) -> Evidence:
    years = {
        Span.YEAR: (edition.year, edition.year),
        Span.PREVIOUS_YEAR: (edition.year - 1, edition.year - 1),
        Span.SINCE: (spec.period.since or edition.year, edition.year),
    }.get(spec.period.span)
    period = Interval(date(years[0], 1, 1), date(years[1], 12, 31)) if years else None
    return Evidence(spec.title, Texts(), Texts(), period, _source_name(source), _filter(spec.where))


def _source_name(source: Source) -> str:
    return f"{source.files} › {source.sheet}" if source.sheet else source.files


def _filter(where: tuple[Condition, ...]) -> str:
    """The filter as the project file says it, one condition after another."""
    return "; ".join(_condition(condition) for condition in where)


def _condition(condition: Condition) -> str:
    if condition.recorded is not None:
        return f"{condition.column} {'recorded' if condition.recorded else 'not recorded'}"
    if condition.values:
        return f"{condition.column} = {' | '.join(str(value) for value in condition.values)}"
    low = "" if condition.lowest is None else str(condition.lowest)
    high = "" if condition.highest is None else str(condition.highest)
    return f"{condition.column} = {low}..{high}"


def _figure(material: Material, spec: FigureSpec) -> FigureFact:
    finding = material.findings.finding(spec.indicator)
    before: dict[str | None, Observation] = {}
    if spec.compare:
        before = {o.category: o for o in material.previous.finding(spec.indicator).parts(spec.by)}
    parts = tuple(_part(o, before.get(o.category)) for o in finding.parts(spec.by))
    evidence = _evidence(material.project, material.project.indicator(spec.indicator), finding.period)
    return FigureFact(spec, evidence, material.previous.edition.year if spec.compare else None, parts)


def _part(now: Observation, before: Observation | None) -> Part:
    return Part(now.category, now.value, now.rows, before.value if before else None, before.rows if before else 0)
