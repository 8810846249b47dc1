"""Which rows were counted, as a reader says it: `Status: held; Role: young people`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from reportgen.model.documents import Criterion
from reportgen.model.spec import Scalar, Texts
from reportgen.press.wording.amounts import exact
from reportgen.press.wording.days import date, interval
from reportgen.press.wording.names import readable
from reportgen.press.wording.phrases import phrases

GROUPED = 10_000  # below it a whole number may be a year, which nobody writes 2,018


def selection(criteria: tuple[Criterion, ...], language: str) -> str:
    """Each criterion as its title and what it lets in; "" where there is none."""
    return "; ".join(f"{criterion.title.read(language)}: {_let_in(criterion, language)}" for criterion in criteria)


def _let_in(criterion: Criterion, language: str) -> str:
    if criterion.recorded is not None:
        return _fixed("recorded" if criterion.recorded else "not_recorded", language)
    if criterion.values:
        return _one_of([_said(value, language) for value in criterion.values], language)
    return _range(criterion.lowest, criterion.highest, language)


def _range(low: Scalar | None, high: Scalar | None, language: str) -> str:
    if low is None or high is None:
        return "" if low is high else f"≥ {_said(low, language)}" if high is None else f"≤ {_said(high, language)}"
    if isinstance(low, dt.date) and isinstance(high, dt.date):
        return interval(low, high, language)
    return f"{_said(low, language)}–{_said(high, language)}"


def _said(value: Texts | Scalar | None, language: str) -> str:
    match value:
        case Texts():
            return value.read(language)
        case dt.date():
            return date(value, language)
        case int() if abs(value) < GROUPED:
            return str(value)
        case int() | Decimal():
            return exact(value if isinstance(value, int) else float(value), language)
        case _:
            return str(value)


def _one_of(items: list[str], language: str) -> str:
    """Items as alternatives: a, b or c."""
    from babel import Locale

    if len(items) == 1:
        return items[0]
    patterns = Locale.parse(phrases(language).locale).list_patterns["or"]
    *but_last, last = items
    return str(patterns["2"]).format(", ".join(but_last), last)


def _fixed(name: str, language: str) -> str:
    """A fixed word, in the language that readers of this one read best where nobody has confirmed their own."""
    return next(word for code in readable(language) if (word := str(getattr(phrases(code), name))))
