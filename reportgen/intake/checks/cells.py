"""One cell's value, by the rules of its column: tidied, aliased, typed, held against bounds and allowed values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Absent, Covered, ErrorCell, Fault, UnstoredFormula, shown
from reportgen.intake.values import kinds, names
from reportgen.model.spec import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportgen.intake.values.kinds import Plain
    from reportgen.model.spec import Column

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ERRORS = frozenset({"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


@dataclass(frozen=True, slots=True)
class Rules:
    """A column together with what is looked up for each of its cells; `resolve` gives the id behind a reference."""

    column: Column
    aliases: Mapping[str, str]
    required: bool
    resolve: Callable[[str], Plain | Fault | None] | None = None


def rules(column: Column, *, in_key: bool, resolve: Callable[[str], Plain | Fault | None] | None = None) -> Rules:
    """The rules of a column; a cell of the key must always be there."""
    aliases = {names.fold(old): new for old, new in column.aliases}
    return Rules(column, aliases, column.required or in_key, resolve)


def parse(cell: object, rule: Rules) -> Plain | tuple[Plain, ...] | Fault | None:
    """The typed value of a cell: None where not recorded, a tuple where the column has a separator, or its fault."""
    if rule.column.kind is Kind.TEXT and isinstance(cell, int | float | Decimal):
        cell = kinds.figure(cell)
    if isinstance(cell, str):
        cell = _renamed(names.tidy(cell), rule)
    broken = _broken(cell)
    if broken is not None:
        return broken
    if isinstance(cell, Covered | Absent):
        return None  # the merged range or the missing column is an issue of its own
    if cell is None or cell == "" or (rule.column.not_recorded and kinds.figure(cell) in rule.column.not_recorded):
        return _empty(rule) if rule.required else None
    if rule.column.separator is not None:
        return _several(cell.split(rule.column.separator) if isinstance(cell, str) else [cell], rule)
    return _single(cell, rule)


def _renamed(text: str, rule: Rules) -> str:
    return rule.aliases.get(names.fold(text), text) if rule.aliases else text


def _broken(cell: object) -> Fault | None:
    """The fault of a cell that holds no value at all."""
    if isinstance(cell, str):
        return _unreadable(cell)
    if isinstance(cell, UnstoredFormula):
        what = "the formula has no stored result"
        return Fault("formula_without_value", what, "open the file in a spreadsheet program and save it")
    return _error(cell.shown) if isinstance(cell, ErrorCell) else None


def _unreadable(text: str) -> Fault | None:
    # Typed as text, or written out as text by a program that saw the error.
    if text in _ERRORS or re.fullmatch(r"Err:\d{3}", text):
        return _error(text)
    control = None if text.isprintable() else _CONTROL.search(text)
    if control is None:
        return None
    what = f"{shown(text)} holds the control character U+{ord(control[0]):04X}"
    return Fault("control_character", what, "type the text anew")


def _error(text: str) -> Fault:
    return Fault("error_cell", f"the cell shows the error {text}", "mend the formula, or type the value")


def _empty(rule: Rules) -> Fault:
    what = f"{rule.column.header} is empty"
    return Fault("required", what, "fill the cell, or set `required = false` at the column in the project file")


def _several(pieces: Sequence[object], rule: Rules) -> tuple[Plain, ...] | Fault | None:
    """The values of a separated cell, in the order written; the first fault among them stands for the cell."""
    tidied = [_renamed(names.tidy(piece), rule) if isinstance(piece, str) else piece for piece in pieces]
    written = [piece for piece in tidied if piece != ""]
    if not written:
        return _empty(rule) if rule.required else None
    values: list[Plain] = []
    for piece in written:
        value = _single(piece, rule)
        if isinstance(value, Fault):
            return value
        values.extend([] if value is None else [value])
    return tuple(dict.fromkeys(values)) or None


def _single(cell: object, rule: Rules) -> Plain | Fault | None:
    value = kinds.parse(cell, rule.column)
    if isinstance(value, Fault):
        return value
    if rule.resolve is not None:
        return rule.resolve(str(value))
    return _bounded(value, rule.column) or _allowed(value, rule.column) or value


def _bounded(value: Plain, column: Column) -> Fault | None:
    if column.kind not in {Kind.WHOLE, Kind.DECIMAL}:
        return None
    number = Decimal(str(value))
    if column.minimum is not None and number < column.minimum:
        return Fault("below_minimum", f"{value} is less than {column.minimum}", f"write {column.minimum} or more")
    if column.maximum is not None and number > column.maximum:
        return Fault("above_maximum", f"{value} is more than {column.maximum}", f"write {column.maximum} or less")
    return None


def _allowed(value: Plain, column: Column) -> Fault | None:
    text = kinds.figure(value)
    if not column.allowed or text in column.allowed:
        return None
    if kinds.is_mark(text):
        return kinds.undeclared(text)
    parts = names.parts(text)
    if len(parts) > 1 and all(part in column.allowed for part in parts):
        return several_in_one(text, parts)
    mend = names.suggestion(text, column.allowed) or f"write one of {', '.join(column.allowed)}"
    return Fault("not_allowed", f"{shown(text)} is not one of the allowed values", mend)


def several_in_one(text: str, parts: tuple[str, ...]) -> Fault:
    """The fault of a cell that holds several values although its column declares no separator."""
    mend = f"give each a row of its own ({', '.join(parts)}), or declare `separator` at the column in the project file"
    return Fault("several_in_one_cell", f"{shown(text)} names {len(parts)} values in one cell", mend)
