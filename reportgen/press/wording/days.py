"""Dates, months, seasons and periods as a letter writes them in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.press.wording.phrases import phrases

NO_BREAK = "\u00a0"

# Between two days with a month of their own: closed up, as the language councils of Norway and Sweden and CLDR's Danish
# have it, or parted, as CLDR has the others; then the line may turn after the dash and never before it.
_CLOSED, _PARTED = "–", f"{NO_BREAK}– "


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes days, and says in which month or season something was.

    `month_in` is what goes before the month's name, the ending to take off and the one to put on. `seasons` are the
    winter that ended in the year, spring, summer, autumn, and the winter that begins in December, seen from the end of
    that same year.
    """

    day: str
    until: str
    month_in: tuple[str, str, str]
    seasons: tuple[str, str, str, str, str]


_CALENDARS: Mapping[str, Calendar] = MappingProxyType(
    {
        "en": Calendar(
            "{}", _PARTED, ("in ", "", ""), ("last winter", "this spring", "this summer", "this autumn", "this winter")
        ),
        "da": Calendar(
            "{}.", _CLOSED, ("i ", "", ""), ("sidste vinter", "i foråret", "i sommer", "i efteråret", "i vinter")
        ),
        "nb": Calendar("{}.", _CLOSED, ("i ", "", ""), ("sist vinter", "i vår", "i sommer", "i høst", "i vinter")),
        "nn": Calendar("{}.", _CLOSED, ("i ", "", ""), ("sist vinter", "i vår", "i sommar", "i haust", "i vinter")),
        "sv": Calendar("{}", _CLOSED, ("i ", "", ""), ("i vintras", "i våras", "i somras", "i höstas", "i vinter")),
        "fi": Calendar(
            "{}.",
            _PARTED,
            ("", "kuu", "kuussa"),
            ("viime talvena", "keväällä", "kesällä", "syksyllä", "tänä talvena"),
        ),
        "is": Calendar(
            "{}.", _PARTED, ("í ", "", ""), ("síðastliðinn vetur", "í vor", "í sumar", "í haust", "í vetur")
        ),
        "fo": Calendar("{}.", _CLOSED, ("í ", "", ""), ("seinasta vetur", "í vár", "í summar", "í heyst", "í vetur")),
        "se": Calendar(
            "{}", _PARTED, ("", "mánnu", "mánus"), ("mannan dálvvi", "giđđat", "geasset", "čakčat", "dálvet")
        ),
        "kl": Calendar(
            "{}.", _PARTED, ("", "i", "imi"), ("ukiukkut", "upernaakkut", "aasakkut", "ukiakkut", "ukiukkut")
        ),
    }
)


def date(value: dt.date, language: str) -> str:
    """A long date, its day and month held together: 14 December 2018, 14. joulukuuta 2018."""
    return f"{_day_and_month(value, language)} {value.year}"


def short_date(value: dt.date, language: str) -> str:
    """A date in figures, as the language writes it in tables: 14/12/2018, 14.12.2018, 2018-12-14."""
    from babel.dates import format_date

    # The Faroese short form has a year of two digits.
    length = "medium" if language == "fo" else "short"
    return str(format_date(value, length, locale=phrases(language).locale))


def day_month(value: dt.date, language: str) -> str:
    """A day within a year that is named already: 14 Mar, 14. mars, 14.3."""
    from babel.dates import format_date, format_skeleton

    locale = phrases(language).locale
    # The Greenlandic pattern has the month before the day, as English in America has.
    said = format_date(value, "d. MMM", locale) if language == "kl" else format_skeleton("MMMd", value, locale=locale)
    return str(said).replace(" ", NO_BREAK)


def month(value: dt.date, language: str) -> str:
    """The month's name alone: September, syyskuu."""
    return _month(value, language, "LLLL")


def month_in(value: dt.date, language: str) -> str:
    """In which month: in September, i september, syyskuussa."""
    before, ending, bent = _calendar(language).month_in
    return before + month(value, language).removesuffix(ending) + bent


def season_in(value: dt.date, language: str) -> str:
    """In which season, as said at the end of that year: this summer, i sommer, i somras, kesällä.

    Winter is December to February; the winter that ended in the year and the one that begins in it are told apart.
    """
    return _calendar(language).seasons[value.month // 3]


def interval(first: dt.date, last: dt.date, language: str) -> str:
    """From one day to another, naming month and year once where they are shared: 20–21 March 2019.

    CLDR's own intervals shorten the month's name, which a letter does not. ValueError when `last` comes first.
    """
    _in_order(first, last)
    if first == last:
        return date(last, language)
    until = _calendar(language).until
    if first.year != last.year:
        return f"{date(first, language)}{until}{date(last, language)}"
    if first.month != last.month:
        return f"{_day_and_month(first, language)}{until}{date(last, language)}"
    return f"{_calendar(language).day.format(first.day)}–{date(last, language)}"


def period(first: dt.date, last: dt.date, language: str) -> str:
    """Whole years as years (2018, 2016–2018), any other period as an interval."""
    _in_order(first, last)
    whole = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    if not whole:
        return interval(first, last, language)
    phrases(language)
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _in_order(first: dt.date, last: dt.date) -> None:
    if last < first:
        raise ValueError(f"the period {first} to {last} ends before it begins; exchange its two dates")


def _calendar(language: str) -> Calendar:
    phrases(language)
    return _CALENDARS[language]


def _day_and_month(value: dt.date, language: str) -> str:
    # Greenlandic dates are written like Danish ones; CLDR's form after a day is a genitive with a leading zero.
    name = _month(value, language, "LLLL" if language == "kl" else "MMMM")
    return f"{_calendar(language).day.format(value.day)}{NO_BREAK}{name}"


def _month(value: dt.date, language: str, form: str) -> str:
    from babel.dates import format_date

    return str(format_date(value, form, locale=phrases(language).locale))
