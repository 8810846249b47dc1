"""Where a dotted name of the project file leads: `activity.programme` follows a reference to another source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.model.spec import Column, Condition, Indicator, Kind, Project, Scalar, Source

NUMBERS = (Kind.WHOLE, Kind.DECIMAL)
_SCALARS: dict[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.WHOLE: (int,),
    Kind.DECIMAL: (int, Decimal),
    Kind.DATE: (dt.date,),
    Kind.YES_NO: (bool,),
}


@dataclass(frozen=True, slots=True)
class Need:
    """What a place of the project file asks of the column it names.

    `several`: a cell may hold several values. `translated`: it may be declared with `headers`, one column a language.
    """

    kinds: tuple[Kind, ...] = tuple(Kind)
    several: bool = False
    translated: bool = False


ONE_VALUE = Need()
ONE_DAY = Need((Kind.DATE,))


def source_named(project: Project, name: str) -> Source | None:
    """The source of this name, or None."""
    return next((source for source in project.sources if source.name == name), None)


def indicator_named(project: Project, code: str) -> Indicator | None:
    """The indicator of this code, or None."""
    return next((indicator for indicator in project.indicators if indicator.code == code), None)


def no_indicator(project: Project, keys: Keys, code: str) -> Mistake:
    """The mistake of naming an indicator that is not there."""
    codes = [indicator.code for indicator in project.indicators]
    return Mistake((*keys, "indicator"), f'"{code}" is not an indicator; {suggest(code, codes)}', code)


def base_names(source: Source) -> tuple[str, ...]:
    """The columns as they were declared: one with `headers` counts once, by the name before its language."""
    return tuple(dict.fromkeys(_base(column) for column in source.columns))


def _base(column: Column) -> str:
    return column.name.removesuffix(f".{column.language}") if column.language else column.name


def column_at(project: Project, source: Source, path: str) -> Column | str:
    """The column in which a dotted name ends, or the sentence of where it leads nowhere."""
    found = next((c for c in source.columns if path in {c.name, _base(c)}), None)
    if found is not None:
        return found
    name, _, rest = path.partition(".")
    step = next((c for c in source.columns if _base(c) == name), None)
    if step is None:
        return f'"{name}" is not a column of {source.name}; {suggest(name, base_names(source))}'
    if step.refers_to is None:
        return f'"{path}" leads nowhere: {name} of {source.name} refers to no other source; name one of its own columns'
    if step.separator is not None:
        several = f'"{path}" leads nowhere: a cell of {name} of {source.name} may name several rows'
        return f"{several}; take its separator out, or give each its own row"
    target = source_named(project, step.refers_to)
    if target is None:
        return f'"{path}" leads nowhere: {step.refers_to} is not a source; mend refers_to of {name}'
    return column_at(project, target, rest)


def expect(project: Project, keys: Keys, source: Source, path: str, need: Need = ONE_VALUE) -> Iterator[Mistake]:
    """The mistake of a dotted name that leads nowhere, or to a column that does not hold what is needed."""
    column = column_at(project, source, path)
    what = column if isinstance(column, str) else _misfit(column, path, need)
    if what:
        yield Mistake(keys, what, path)


def _misfit(column: Column, path: str, need: Need) -> str | None:
    if column.kind not in need.kinds:
        wanted = " or ".join(need.kinds)
        return f'"{path}" holds {_spoken(column)}; name a column of the kind {wanted}'
    if column.separator is not None and not need.several:
        return (
            f'"{path}" may hold several values a cell, and one is needed here; take its separator out, or name another'
        )
    if column.language and not need.translated and path != column.name and not path.endswith(f".{column.name}"):
        return f'"{path}" is a column a language; name one language: {path}.{column.language}'
    return None


def _spoken(column: Column) -> str:
    return {Kind.YES_NO: "yes or no", Kind.WHOLE: "whole numbers", Kind.DECIMAL: "decimals", Kind.DATE: "dates"}.get(
        column.kind, "text"
    )


def check_condition(project: Project, keys: Keys, source: Source, condition: Condition) -> Iterator[Mistake]:
    """The mistakes of one entry of `where`: its column, the kind of its values, values that never occur."""
    mistakes = tuple(expect(project, keys, source, condition.column, Need(several=True)))
    column = column_at(project, source, condition.column)
    if mistakes or isinstance(column, str):
        yield from mistakes
        return
    ends = tuple(end for end in (condition.lowest, condition.highest) if end is not None)
    if ends and column.kind not in {*NUMBERS, Kind.DATE}:
        yield Mistake(keys, f"holds {_spoken(column)}, which has no range; write a value or a list of values")
        return
    if ends and column.separator is not None:
        yield Mistake(keys, "may hold several values a cell, which have no range; write a value or a list of values")
        return
    for value in (*condition.values, *ends):
        yield from _check_value(keys, column, value)


def _check_value(keys: Keys, column: Column, value: Scalar) -> Iterator[Mistake]:
    fits = isinstance(value, _SCALARS[column.kind]) and (column.kind is Kind.YES_NO or not isinstance(value, bool))
    if not fits:
        example = {
            Kind.TEXT: "the value in quotes",
            Kind.WHOLE: "a whole number without quotes",
            Kind.DECIMAL: "a number without quotes",
            Kind.DATE: "a date without quotes, such as 2018-12-31",
            Kind.YES_NO: "true or false",
        }[column.kind]
        yield Mistake(keys, f"holds {_spoken(column)}, and {value} is none; write {example}", str(value))
    elif column.allowed and value not in column.allowed:
        yield Mistake(
            keys, f'"{value}" is not among the allowed values; {suggest(str(value), column.allowed)}', str(value)
        )
