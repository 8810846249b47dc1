"""Dates as cells hold them: real dates, ISO text, or text in one of the declared formats."""

from __future__ import annotations

import re
from datetime import date, datetime

from reportgen.intake.sheets import Fault, shown

_YEARS = range(1990, 2101)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_MEND = "write it as a date of the spreadsheet, or as 2018-12-31"


def parse(cell: object, formats: tuple[str, ...]) -> date | Fault:
    """The day the cell holds, a time of day left out; a day outside 1990-2100 is a fault."""
    if isinstance(cell, datetime):
        return _bounded(cell.date())
    if isinstance(cell, date):
        return _bounded(cell)
    if not isinstance(cell, str):
        what = f"{shown(_whole(cell))} is a number, not a date"
        return Fault("not_a_date", what, "format the cell as a date and see whether the day is right")
    found = _iso(cell) or next((day for form in formats if (day := _formatted(cell, form))), None)
    return _bounded(found) if found else Fault("not_a_date", f"{shown(cell)} is not a date{_why(cell)}", _MEND)


def _whole(cell: object) -> object:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _bounded(day: date) -> date | Fault:
    if day.year in _YEARS:
        return day
    what = f"the date {day.isoformat()} lies outside {_YEARS[0]}-{_YEARS[-1]}"
    return Fault("date_out_of_range", what, "correct the year")


def _iso(text: str) -> date | None:
    found = _ISO.fullmatch(text)
    return _day(found[1], found[2], found[3]) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _formatted(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day of the calendar has no time zone
    except ValueError:
        return None


def _why(text: str) -> str:
    """More about a text that looks like a date: that there is no such day, or that its form is not declared."""
    iso, day_first = _ISO.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if iso:
        return ": there is no such day"
    if not day_first:
        return ""
    day, month, year = day_first.groups()
    if _day(year, month, day) or _day(year, day, month):
        return " in a form that the project file declares"
    return ": there is no such day"
