"""What the findings say to one document: numbers, lists, records and tables, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportgen.model.documents import Evidence, ListFact, NumberFact, Recipient, RecordFact, Scope, TableFact
from reportgen.model.findings import Interval, Observation
from reportgen.model.spec import Aggregation, Pick, Span, Texts
from reportgen.press.criteria import cells, criteria

if TYPE_CHECKING:
    from reportgen.model.findings import Findings, Place
    from reportgen.model.spec import (
        Edition,
        Indicator,
        ListingSpec,
        Project,
        RecordSpec,
        Source,
        TableSpec,
    )
    from reportgen.model.tables import SourceFile


@dataclass(frozen=True, slots=True)
class Material:
    """What documents are planned from: the project, the two editions' findings, the recipients, every city.

    `left` were members in the edition's year and no longer are; some kinds of document are made for them too.
    `sources` names the files that each source was read from.
    """

    project: Project
    findings: Findings
    previous: Findings
    recipients: tuple[Recipient, ...]
    history: tuple[Findings, ...] = ()
    places: tuple[Place, ...] = ()
    left: tuple[Recipient, ...] = ()
    sources: tuple[tuple[str, tuple[SourceFile, ...]], ...] = ()


def scope_of(material: Material, findings: Findings, recipient: str | None) -> Scope:
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
    evidence = evidence_of(project, indicator, period)
    return NumberFact(indicator.code, seen.value, seen.rows, evidence, seen.numerator, seen.denominator)


def _lists(project: Project, findings: Findings, recipient: str | None) -> tuple[ListFact, ...]:
    found = {listing.code: listing for listing in findings.owned(recipient).listings}
    lists = []
    for spec in project.listings:
        source = project.source(spec.source)
        if recipient is not None and not source.recipient:
            continue
        listing = found.get(spec.code)
        evidence = row_evidence(project, spec, findings.edition)
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


def record_facts(material: Material) -> tuple[RecordFact, ...]:
    found = {record.code: record for record in material.findings.records}
    return tuple(
        RecordFact(
            spec.code,
            tuple(name for name, _ in spec.fields),
            found[spec.code].entries,
            row_evidence(material.project, spec, material.findings.edition),
            many=spec.pick is Pick.ALL,
        )
        for spec in material.project.records
    )


def evidence_of(project: Project, indicator: Indicator, period: Interval) -> Evidence:
    measured = indicator
    if indicator.measure.denominator:
        measured = project.indicator(indicator.measure.denominator)
    unit = project.unit(indicator.unit)
    return Evidence(
        title=indicator.title,
        definition=indicator.definition,
        unit=unit.several,
        period=period,
        source=_source_name(project.source(measured.source)),
        filter=criteria(project, measured.source, measured.where),
        unit_one=unit.one,
        is_share=indicator.measure.aggregation is Aggregation.RATIO,
    )


def row_evidence(project: Project, spec: ListingSpec | RecordSpec | TableSpec, edition: Edition) -> Evidence:
    years = {
        Span.YEAR: (edition.year, edition.year),
        Span.PREVIOUS_YEAR: (edition.year - 1, edition.year - 1),
        Span.SINCE: (min(spec.period.since or edition.year, edition.year), edition.year),
    }.get(spec.period.span)
    period = Interval(date(years[0], 1, 1), date(years[1], 12, 31)) if years else None
    source, where = project.source(spec.source), criteria(project, spec.source, spec.where)
    return Evidence(spec.title, Texts(), Texts(), period, _source_name(source), where)


def _source_name(source: Source) -> str:
    return f"{source.files} › {source.sheet}" if source.sheet else source.files


def table_facts(material: Material, recipient: str | None) -> tuple[TableFact, ...]:
    """Every declared table of a recipient (None: the network); empty where it has no rows."""
    found = {table.code: table.rows for table in material.findings.owned(recipient).tables}
    return tuple(
        TableFact(
            spec.code,
            tuple((column.name, column.header) for column in spec.columns),
            cells(material.project, spec, found.get(spec.code, ())),
            row_evidence(material.project, spec, material.findings.edition),
        )
        for spec in material.project.tables
    )
