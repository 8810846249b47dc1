"""Stacks put into words: an indicator's parts as counts or shares, for each edition or each of several indicators."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.model.documents import FigureFact, Part, Split
from reportgen.model.figures import Amount, Series, Stack, StackedBars
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue
from reportgen.model.spec import FigureKind, Order
from reportgen.press import wording
from reportgen.press.figures.bars import part_code
from reportgen.press.figures.composed import Composed, Data, Mark, Telling, capital, extremes, receipt, spoken, within

ONE_PERCENT = 0.01
MOST = 4  # recorded parts; more can't be told apart by colour


@dataclass(frozen=True, slots=True)
class Column:
    """One part of every stack: its name, and the categories that it holds; several in the part for the others."""

    name: str
    categories: tuple[str | None, ...]

    @property
    def is_recorded(self) -> bool:
        """Whether it stands for categories, and not for their lack."""
        return self.categories != (None,)

    def parts(self, split: Split) -> tuple[Part, ...]:
        """The values of its categories."""
        return tuple(part for part in split.parts if part.category in self.categories)

    def value(self, split: Split) -> Number | None:
        """What they come to; not recorded where one of them is not."""
        values = [part.value for part in self.parts(split)]
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None


@dataclass(frozen=True, slots=True)
class Pile:
    """The stacks of a figure before they are drawn: one a split, in parts that are the same for all."""

    fact: FigureFact
    telling: Telling
    columns: tuple[Column, ...]
    splits: tuple[Split, ...]

    @property
    def of_shares(self) -> bool:
        """Whether each stack is the whole, and its parts are shares."""
        return self.fact.spec.kind is FigureKind.SHARE

    @property
    def overlaps(self) -> bool:
        """Whether the parts come to more than the whole, as where one person has two roles."""
        return any(split.whole is not None and self.sum(split) > split.whole for split in self.splits)

    def sum(self, split: Split) -> Number:
        """What the recorded parts come to together."""
        return sum(column.value(split) or 0 for column in self.columns)

    def name(self, split: Split) -> str:
        """What a stack is called: its year, or its indicator."""
        return self.telling.title(split.evidence) if self._by_indicator else str(split.year)

    @property
    def head(self) -> str:
        """The word over the names of the stacks."""
        return self.telling.words["figure_indicator" if self._by_indicator else "figure_year"]

    @property
    def _by_indicator(self) -> bool:
        return len(self.fact.spec.indicators) > 1

    def count(self, split: Split, column: Column) -> Amount:
        """A part as it was counted."""
        return self.telling.amount(column.value(split), split.evidence)

    def share(self, split: Split, column: Column) -> Amount:
        """A part as a share of the whole stack; not recorded where any part is not."""
        value, whole = column.value(split), self.sum(split)
        if value is None or not whole or any(other.value(split) is None for other in self.columns):
            return Amount(None, self.telling.words["not_recorded"])
        few = 0 < value / whole < ONE_PERCENT  # which must not read as none
        return Amount(value, wording.percent(value / whole, self.telling.language, 1 if few else 0))

    def total(self, split: Split) -> str:
        """The whole of a stack, where its parts add up to it."""
        return "" if self.overlaps else self.telling.amount(split.whole, split.evidence).shown


def compose_stacks(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished stacks, at most four recorded parts and the not recorded; None where nothing is recorded.

    Where parts overlap no total is printed, and a note says so.
    """
    pile = Pile(fact, telling, _columns(fact, telling), fact.splits)
    pile = replace(pile, splits=tuple(split for split in fact.splits if pile.sum(split)))
    if not pile.splits or not any(column.is_recorded for column in pile.columns):
        return None
    if fact.spec.order is Order.VALUE:
        pile = replace(pile, splits=tuple(sorted(pile.splits, key=lambda split: -pile.sum(split))))
    chart = StackedBars(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(pile),
        width_mm=fact.spec.width_mm,
        series=tuple(Series(column.name, column.is_recorded) for column in pile.columns),
        stacks=tuple(_stack(pile, split) for split in pile.splits),
        share=pile.of_shares,
    )
    return telling.finish(fact, chart, _data(pile), telling.words["overlapping"] if pile.overlaps else "")


def _columns(fact: FigureFact, telling: Telling) -> tuple[Column, ...]:
    """The categories that have rows; the smallest together where there are more than four, the not recorded last."""
    seen = {part.category: 0.0 for split in fact.splits for part in split.parts if part.rows}
    for split in fact.splits:
        seen |= {p.category: seen[p.category] + (p.value or 0) for p in split.parts if p.category in seen}
    order = [part.category for part in fact.splits[0].parts] if fact.splits else []
    known = [category for category in order if category is not None and category in seen]
    largest = sorted(known, key=lambda category: (-seen[category], known.index(category)))
    kept = set(known if len(known) <= MOST else largest[: MOST - 1])
    columns = [Column(telling.label(fact, category), (category,)) for category in known if category in kept]
    others = tuple(category for category in known if category not in kept)
    if others:
        columns.append(Column(capital(telling.words["other"]), others))
    return (*columns, *([Column(telling.label(fact, None), (None,))] if None in seen else []))


def _stack(pile: Pile, split: Split) -> Stack:
    if pile.of_shares:
        return Stack(pile.name(split), tuple(pile.share(split, column) for column in pile.columns))
    amounts = tuple(pile.count(split, column) for column in pile.columns)
    return Stack(pile.name(split), amounts, pile.total(split))


def _data(pile: Pile) -> Data:
    """A row for each stack: its parts as counted, with their shares where these are drawn, and its total."""
    has_total = any(pile.total(split) for split in pile.splits)
    headers = (pile.head, *(c.name for c in pile.columns), *([pile.telling.words["total"]] if has_total else []))
    rows = tuple(
        (pile.name(split), *(_cell(pile, split, c) for c in pile.columns), *([pile.total(split)] if has_total else []))
        for split in pile.splits
    )
    receipts = (one for split in pile.splits for column in pile.columns for one in _receipts(pile, split, column))
    totals = (_total_receipt(pile, split) for split in pile.splits if has_total)
    return Data(headers, rows, (*receipts, *totals))


def _cell(pile: Pile, split: Split, column: Column) -> str:
    count = pile.count(split, column)
    return (
        f"{count.shown} ({pile.share(split, column).shown})"
        if pile.of_shares and count.value is not None
        else count.shown
    )


def _receipts(pile: Pile, split: Split, column: Column) -> list[PrintedValue]:
    """The receipt of a part as it was counted, and of its share where that is drawn."""
    telling = pile.telling
    code = part_code(pile.fact, split.code, "+".join(filter(None, column.categories)) or None)
    rows = sum(part.rows for part in column.parts(split))
    evidence = within(pile.fact, split.evidence, *column.categories)
    mark = Mark(code, telling.scope, column.name, telling.period(split.evidence), pile.count(split, column), rows)
    counted = receipt(evidence, telling.language, mark)
    share, whole = pile.share(split, column), pile.sum(split)
    if not pile.of_shares or share.value is None:
        return [counted]
    exact = str(share.value / whole)
    return [counted, replace(counted, code=f"{code}/share", exact=exact, shown=share.shown, unit="")]


def _total_receipt(pile: Pile, split: Split) -> PrintedValue:
    telling = pile.telling
    rows = sum(part.rows for part in split.parts)
    amount = telling.amount(split.whole, split.evidence)
    mark = Mark(split.code, telling.scope, "", telling.period(split.evidence), amount, rows)
    return receipt(split.evidence, telling.language, mark)


def _alt(pile: Pile) -> str:
    """What is shown, each stack with its parts, then the extremes of a single one or the change over the editions."""
    by_year = len({split.code for split in pile.splits}) == 1
    said = [pile.telling.subject(pile.fact.evidence) if by_year else f"{pile.telling.told.title}."]
    for split in pile.splits:
        values = ", ".join(f"{column.name}: {_cell(pile, split, column)}" for column in pile.columns)
        said.append(pile.telling.words["alt_line"].format(name=pile.name(split), values=values))
    recorded = [column for column in pile.columns if column.is_recorded]
    last = pile.splits[-1]
    if len(pile.splits) == 1:
        said.append(extremes(pile.telling, [(column.name, pile.count(last, column)) for column in recorded]))
    elif by_year and not pile.of_shares and not pile.overlaps:
        first = pile.splits[0]
        change = wording.difference(last.whole, first.whole, pile.telling.language, first.year)
        said.append(f"{capital(change)}." if change else "")
    return spoken(*said)
