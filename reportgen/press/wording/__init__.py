"""Numbers, dates, lists, plurals and names as each language says them: pure functions, and no HTML."""

from reportgen.press.wording.amounts import (
    at_least,
    at_least_words,
    change,
    difference,
    exact,
    more_than,
    percent,
    plural,
    plus,
    rounded,
    words,
)
from reportgen.press.wording.days import date, interval, month, month_in, period, season_in, short_date
from reportgen.press.wording.names import (
    collation_key,
    countries_in,
    country,
    listing,
    place,
    quote,
    sort,
    where,
    where_all,
)
from reportgen.press.wording.phrases import LANGUAGES

__all__ = [
    "LANGUAGES",
    "at_least",
    "at_least_words",
    "change",
    "collation_key",
    "countries_in",
    "country",
    "date",
    "difference",
    "exact",
    "interval",
    "listing",
    "month",
    "month_in",
    "more_than",
    "percent",
    "period",
    "place",
    "plural",
    "plus",
    "quote",
    "rounded",
    "season_in",
    "short_date",
    "sort",
    "where",
    "where_all",
    "words",
]
