"""A cell's value by the kind of its column: text, a whole or decimal number, a date, yes or no."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from reportgen.intake.sheets import Fault, shown
from reportgen.intake.values import dates, names, numerals
from reportgen.model.spec import Column, Kind

_MARKS = frozenset({"na", "n/a", "null", "none", "nan", "-", "–", "—", ".", "..", "...", "(-)", "?"})
_YES = {"en": "yes y true", "da": "ja sand", "nb": "ja sann", "nn": "ja sann", "sv": "ja sant", "fi": "kyllä tosi"}
_YES |= {"is": "já satt", "fo": "ja satt", "kl": "aap", "se": "juo", "signs": "x ✓ ✔"}
_NO = {"en": "no n false", "da": "nej falsk", "nb": "nei usann", "nn": "nei usann", "sv": "nej falskt"}
_NO |= {"fi": "ei epätosi", "is": "nei ósatt", "fo": "nei ósatt", "kl": "naamik", "se": "ii"}
_TRUTHS = {word: True for words in _YES.values() for word in words.split()}
_TRUTHS |= {word: False for words in _NO.values() for word in words.split()}
_EXACT = 10**15  # beyond this a spreadsheet's number has lost digits

Plain = str | int | float | bool | date


def is_mark(text: str) -> bool:
    """Whether the text is one of the marks that people put where they have no value."""
    return names.fold(text) in _MARKS


def parse(cell: object, column: Column) -> Plain | Fault:
    """The cell as a value of the column's kind, or its fault; a numeric cell is a number whatever the locale."""
    if column.kind is Kind.TEXT:
        return _text(cell)
    if isinstance(cell, str) and is_mark(cell):
        return undeclared(cell)
    if column.kind is Kind.DATE:
        return dates.parse(cell, column.formats)
    if column.kind is Kind.YES_NO:
        return _truth(cell)
    return _number(cell, column)


def _text(cell: object) -> str | Fault:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date | datetime | time | timedelta):
        what = f"{shown(cell)} is a date or time, where text is wanted"
        return Fault("date_in_text", what, "format the cell as text and type it again: the program took it for a date")
    return figure(cell)


def figure(number: object) -> str:
    """A number of a cell as its text shows it: 157.0 is 157."""
    if isinstance(number, float):
        return str(int(number)) if number.is_integer() and abs(number) < _EXACT else repr(number)
    return str(number)


def undeclared(text: str) -> Fault:
    """The fault of a mark that the project file does not declare."""
    mend = f"leave the cell empty, or declare `not_recorded = [{shown(text)}]` at the column in the project file"
    return Fault("undeclared_mark", f"{shown(text)} is no value, nor declared to mean not recorded", mend)


def _truth(cell: object) -> bool | Fault:
    found = _TRUTHS.get(names.fold(cell)) if isinstance(cell, str) else None
    return (
        Fault("not_yes_no", f"{shown(figure(cell))} is neither yes nor no", "write yes or no")
        if found is None
        else found
    )


def _number(cell: object, column: Column) -> int | float | Fault:
    if isinstance(cell, str):
        return _numeral(cell, column)
    if isinstance(cell, int | float | Decimal):
        return _fitted(Decimal(str(cell)), figure(cell), column)
    what = f"{shown(cell)} is a date or time, where a number is wanted"
    return Fault("not_a_number", what, "format the cell as a number")


def _numeral(text: str, column: Column) -> int | float | Fault:
    found = numerals.readings(text, column.locale)
    if len(found) == 1:
        return _fitted(found[0], text, column)
    if len(found) > 1:
        both = " or ".join(numerals.plain(number) for number in sorted(found, key=abs))
        what = f"{shown(text)} can be read as {both}"
        return Fault("ambiguous_number", what, "set `locale` at the column in the project file, or type a plain number")
    return _no_number(text, column)


def _no_number(text: str, column: Column) -> Fault:
    inner = numerals.within(text, column.locale)
    wanted = f"write {numerals.plain(inner[0])}" if len(inner) == 1 else "write a plain number"
    mend = wanted if column.required else f"{wanted}, or leave the cell empty"
    return Fault("not_a_number", f"{shown(text)} is not a {_noun(column)}", mend)


def _noun(column: Column) -> str:
    return "whole number" if column.kind is Kind.WHOLE else "number"


def _fitted(number: Decimal, text: str, column: Column) -> int | float | Fault:
    if not number.is_finite() or abs(number) >= _EXACT:
        return Fault("not_a_number", f"{shown(text)} is not a {_noun(column)} that a cell can hold", "correct it")
    if column.kind is Kind.DECIMAL:
        return float(number)
    if number != number.to_integral_value():
        return Fault("not_whole", f"{shown(text)} is not a whole number", "write it without decimals")
    return int(number)
