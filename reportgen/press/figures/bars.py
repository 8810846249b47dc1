"""Bars put into words, one a category or one for each indicator in it: labels, printed numbers, order, alt text."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.documents import FigureFact, Part, Split
from reportgen.model.figures import Amount, AnyChart, Bars, Group, Multiples
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Order
from reportgen.press.figures.composed import Composed, Data, Mark, Telling, extremes, receipt, spoken, within

Row = tuple[Part, Group]


def compose_bars(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished bars of one indicator, the year before marked where there is one; None where nothing is recorded.

    The caption then says what the mark is: it is the page's word, so that no author promises a mark that is not drawn.
    """
    rows = [_row(fact, part, telling) for part in fact.parts if part.rows or part.compare]
    if not rows:
        return None
    if fact.spec.order is not Order.NATURAL:
        rows.sort(key=_by_value)
    years = (telling.period(fact.evidence), str(fact.compare_year) if fact.compare_year else None)
    chart = Bars(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(fact, rows, years, telling),
        width_mm=fact.spec.width_mm,
        groups=tuple(group for _, group in rows),
        value_label=years[0],
        compare_label=years[1],
    )
    composed = telling.finish(fact, chart, _data(fact, rows, years, telling))
    said = telling.words["compared"] if is_compared(chart) else ""
    return replace(composed, caption=spoken(composed.caption, said))


def is_compared(chart: AnyChart) -> bool:
    """Whether a mark of the year before is drawn."""
    if isinstance(chart, Multiples):
        return any(is_compared(panel) for panel in chart.panels)
    return isinstance(chart, Bars) and any(group.compare and group.compare.value is not None for group in chart.groups)


def _row(fact: FigureFact, part: Part, telling: Telling) -> Row:
    compare = None if part.compare is None else telling.amount(part.compare, fact.evidence)
    label = telling.label(fact, part.category)
    return part, Group(label, (telling.amount(part.value, fact.evidence),), compare)


def _by_value(row: Row) -> tuple[bool, float, str]:
    """The largest first; values not recorded come last."""
    part, group = row
    return part.value is None, -(part.value or 0), group.label


def _data(fact: FigureFact, rows: list[Row], years: tuple[str, str | None], telling: Telling) -> Data:
    now, before = years
    headers = (telling.dimension(fact), now, *([before] if before else []))
    lost = Amount(None, telling.words["not_recorded"])
    cells = (
        (group.label, group.amounts[0].shown, *([(group.compare or lost).shown] if before else [])) for _, group in rows
    )
    return Data(headers, tuple(cells), tuple(one for row in rows for one in _receipts(fact, row, years, telling)))


def _receipts(fact: FigureFact, row: Row, years: tuple[str, str | None], telling: Telling) -> list[PrintedValue]:
    """The receipt of each value that a bar and its row print, this edition's and the one before."""
    part, group = row
    code = part_code(fact, fact.spec.indicator, part.category)
    marks = [Mark(code, telling.scope, group.label, years[0], group.amounts[0], part.rows)]
    if group.compare and years[1]:
        marks.append(Mark(code, telling.scope, group.label, years[1], group.compare, part.compare_rows))
    evidence = within(fact, fact.evidence, part.category)
    return [receipt(evidence, telling.language, mark) for mark in marks]


def part_code(fact: FigureFact, indicator: str, category: str | None) -> str:
    """The name of a category's value in receipts: `participants[role=youth]`."""
    return f"{indicator}[{fact.spec.by}={'not recorded' if category is None else category}]"


def _alt(fact: FigureFact, rows: list[Row], years: tuple[str, str | None], telling: Telling) -> str:
    """What is shown, each value and the same a year before, then the extremes."""
    year, before = years
    words = telling.words
    values = [
        words["alt_bar_compared"].format(
            label=group.label, value=group.amounts[0].shown, compare=group.compare.shown, year=before
        )
        if before and group.compare
        else words["alt_bar"].format(label=group.label, value=group.amounts[0].shown)
        for _, group in rows
    ]
    said = words["alt_bars"].format(
        title=telling.subject(fact.evidence).removesuffix("."), year=year, values="; ".join(values)
    )
    return spoken(said, extremes(telling, [(group.label, group.amounts[0]) for _, group in rows]))


def compose_grouped(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished groups: in every category a bar for each indicator; None where none has rows."""
    places = [place for place, parts in enumerate(zip(*(s.parts for s in fact.splits), strict=True)) if _any(parts)]
    if not places:
        return None
    rows = [_group(fact, place, telling) for place in places]
    if fact.spec.order is Order.VALUE:
        rows.sort(key=_by_value)
    names = tuple(telling.title(split.evidence) for split in fact.splits)
    chart = Bars(
        code=fact.spec.code,
        language=telling.language,
        alt=_grouped_alt(names, rows, telling),
        width_mm=fact.spec.width_mm,
        groups=tuple(group for _, group in rows),
        series=names,
        value_label=telling.period(fact.evidence),
    )
    cells = tuple((group.label, *(amount.shown for amount in group.amounts)) for group in chart.groups)
    receipts = tuple(_split_receipt(fact, split, part.category, telling) for part, _ in rows for split in fact.splits)
    return telling.finish(fact, chart, Data((telling.dimension(fact), *names), cells, receipts))


def _any(parts: tuple[Part, ...]) -> bool:
    return any(part.rows for part in parts)


def _group(fact: FigureFact, place: int, telling: Telling) -> Row:
    """A category with the first indicator's part, by whose value groups are sorted."""
    first = fact.splits[0].parts[place]
    amounts = tuple(telling.amount(split.parts[place].value, split.evidence) for split in fact.splits)
    return first, Group(telling.label(fact, first.category), amounts)


def _split_receipt(fact: FigureFact, split: Split, category: str | None, telling: Telling) -> PrintedValue:
    part = next(part for part in split.parts if part.category == category)
    amount = telling.amount(part.value, split.evidence)
    code = part_code(fact, split.code, category)
    mark = Mark(code, telling.scope, telling.label(fact, category), telling.period(split.evidence), amount, part.rows)
    return receipt(within(fact, split.evidence, category), telling.language, mark)


def _grouped_alt(names: tuple[str, ...], rows: list[Row], telling: Telling) -> str:
    """What is shown, then each indicator with its value in every category and its extremes."""
    said = [f"{telling.told.title}."]
    for place, name in enumerate(names):
        amounts = [(group.label, group.amounts[place]) for _, group in rows]
        values = ", ".join(f"{label}: {amount.shown}" for label, amount in amounts)
        said += [telling.words["alt_line"].format(name=name, values=values), extremes(telling, amounts)]
    return spoken(*said)
