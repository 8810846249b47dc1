"""Bars put into words: labels, printed numbers, order, alt text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.model.documents import Bar, Figure, FigureFact, Part
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Mark, receipt


def compose_bars(fact: FigureFact, scope: str, language: str, words: Mapping[str, str]) -> Composed:
    """The finished bars of one indicator, and the table of their values; the not recorded is a bar of its own, last."""
    chart = draw_up(fact, language, words)
    compared = chart.compare_label is not None
    headers = (words["figure_category"], chart.value_label or "", *([chart.compare_label or ""] if compared else []))
    rows = (
        (bar.label, bar.shown, *([bar.compare_shown or words["not_recorded"]] if compared else []))
        for bar in chart.bars
    )
    return Composed(
        code=chart.code,
        title=chart.title,
        caption=chart.caption,
        chart=chart,
        headers=headers,
        rows=tuple(rows),
        receipts=figure_receipts(fact, chart, scope),
    )


def draw_up(fact: FigureFact, language: str, words: Mapping[str, str]) -> Figure:
    """The bars with every label and number finished."""
    spec = fact.spec
    bars = tuple(_bar(fact, part, language, words) for part in fact.parts if part.rows or part.compare)
    period = fact.evidence.period
    year = wording.period(period.first, period.last, language) if period else ""
    compare = str(fact.compare_year) if fact.compare_year else None
    return Figure(
        code=spec.code,
        language=language,
        title=spec.title.read(language),
        caption=spec.caption.read(language),
        alt=_alt(fact, bars, (year, compare), language, words),
        unit=fact.evidence.unit.read(language),
        bars=_sorted(bars),
        width_mm=spec.width_mm,
        compare_label=compare,
        value_label=year,
    )


def _bar(fact: FigureFact, part: Part, language: str, words: Mapping[str, str]) -> Bar:
    label = words["not_recorded"] if part.category is None else _label(fact, part.category, language)
    return Bar(
        label=label[:1].upper() + label[1:],
        value=part.value,
        shown=_shown(part.value, language, words),
        compare=part.compare,
        compare_shown=None if part.compare is None else _shown(part.compare, language, words),
        category=part.category,
        rows=part.rows,
        compare_rows=part.compare_rows,
    )


def figure_receipts(fact: FigureFact, figure: Figure, scope: str) -> tuple[PrintedValue, ...]:
    """The receipt of each value that the figure and its table print, this edition's and the one before."""
    receipts = []
    for bar in figure.bars:
        category = "not recorded" if bar.category is None else bar.category
        code = f"{fact.spec.indicator}[{fact.spec.by}={category}]"
        now = Mark(code, scope, bar.label, figure.value_label or "", bar.value, bar.shown, bar.rows)
        receipts.append(_part_receipt(fact, figure, now, category))
        if bar.compare_shown:
            before = Mark(
                code, scope, bar.label, figure.compare_label or "", bar.compare, bar.compare_shown, bar.compare_rows
            )
            receipts.append(_part_receipt(fact, figure, before, category))
    return tuple(receipts)


def _part_receipt(fact: FigureFact, figure: Figure, mark: Mark, category: str) -> PrintedValue:
    whole = receipt(fact.evidence, figure.language, mark)
    return replace(whole, filter="; ".join(part for part in (whole.filter, f"{fact.spec.by} = {category}") if part))


def _label(fact: FigureFact, category: str, language: str) -> str:
    texts = dict(fact.spec.categories).get(category)
    return texts.read(language) if texts else category


def _shown(value: Number | None, language: str, words: Mapping[str, str]) -> str:
    return words["not_recorded"] if value is None else wording.exact(value, language)


def _sorted(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """By value, the largest first; values not recorded come last."""
    return tuple(sorted(bars, key=lambda bar: (bar.value is None, -(bar.value or 0), bar.label)))


def _alt(
    fact: FigureFact, bars: tuple[Bar, ...], years: tuple[str, str | None], language: str, words: Mapping[str, str]
) -> str:
    """What is shown, each value and the same a year before, then the extremes."""
    year, compare = years
    parts = [
        words["alt_bar_compared"].format(label=bar.label, value=bar.shown, compare=bar.compare_shown, year=compare)
        if compare and bar.compare_shown
        else words["alt_bar"].format(label=bar.label, value=bar.shown)
        for bar in _sorted(bars)
    ]
    said = [words["alt_bars"].format(title=fact.spec.title.read(language), year=year, values="; ".join(parts))]
    known = [bar for bar in _sorted(bars) if bar.value is not None]
    if len(known) > 1:
        said.append(words["alt_extremes"].format(most=known[0].label, least=known[-1].label))
    return " ".join(said)
