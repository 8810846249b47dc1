"""The words a letter's text may put on a value: `at_least`, `listing`, `interval` and so on, bound to one language.

Each filter takes a Value and gives what stands on the page: the wording, wrapped in an element that carries the exact
value and its indicator, and the receipt that goes into numbers.csv and the manifest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps

from markupsafe import Markup, escape

from reportgen.errors import TemplateError
from reportgen.model.findings import Interval, Place
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Rounding, Texts
from reportgen.press import wording
from reportgen.press.prose.contents import (
    Country,
    Year,
    city_of,
    day_of,
    is_in_year,
    is_recorded,
    items_of,
    machine,
    no_receipt,
    not_recorded,
    number_of,
    unfit,
)
from reportgen.press.prose.values import Receipt, Shown, Value

NO_RECEIPT = Receipt("cell", "", "", "", "", "", "", "", 0)
FIRST_YEAR, LAST_YEAR = 1000, 9999
WHITE_SPACE = re.compile(r"[\t\n\r\v\f]+")  # and no other: no-break spaces are meant
FIRST_LETTER = re.compile(r"^((?:<[^>]*>)*)(\w)")


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters and tests of one language."""

    language: str
    rounding: Rounding

    def by_name(self) -> dict[str, Callable[..., object]]:
        """Every filter under the name that templates use."""
        names = (
            "exact at_least at_least_words more_than plus words plural percent change difference year date short_date "
            "month month_in season_in interval listing place where quote capital"
        )
        return {name: _of_a_value(name, getattr(self, f"_{name}")) for name in names.split()}

    def tests(self) -> dict[str, Callable[..., bool]]:
        """Every test under the name that templates use."""
        return {"recorded": is_recorded, "in_year": is_in_year}

    def show(self, value: object) -> Shown:
        """A value as it stands without a filter; TemplateError for what has no receipt."""
        match value:
            case Shown():
                return value
            case Value(content=tuple()):
                return self._listing(value)
            case Value(content=content):
                return _shown(value, self._plain(value, content))
            case str():
                return Shown(escape(value))
            case _:
                raise TemplateError(no_receipt(value))

    def plain(self, content: object) -> str:
        """A cell as it stands in a table."""
        return self._plain(Value(content, NO_RECEIPT), content)

    def show_difference(self, value: Value, previous: Value, year: int) -> Shown:
        """How many more or fewer than in `year`, in the words of the language."""
        said = wording.difference(number_of(value), number_of(previous), self.language, year)
        return _shown(value, said or "", previous)

    def _plain(self, value: Value, content: object) -> str:  # noqa: PLR0911  one line for each kind of value
        match content:
            case None:
                raise TemplateError(not_recorded(value))
            case bool():
                raise TemplateError(f"{value.receipt.code} is yes or no and can't be printed; ask for it in an if")
            case Year():
                return str(int(content))
            case int() | float():
                said = wording.percent if value.receipt.halves else wording.exact
                return said(content, self.language)
            case date():
                return wording.date(content, self.language)
            case Interval():
                return wording.interval(content.first, content.last, self.language)
            case Place():
                return wording.place(content, self.language)
            case Texts():
                return content.read(self.language)
            case Country():
                return wording.country(content, self.language)
            case _:
                return str(content)

    # ------------------------------------------------------------ numbers

    def _exact(self, value: Value) -> Shown:
        return _shown(value, wording.exact(number_of(value), self.language))

    def _at_least(self, value: Value) -> Shown:
        return _shown(value, wording.at_least(number_of(value), self.rounding, self.language))

    def _at_least_words(self, value: Value, gender: str | None = None) -> Shown:
        return _shown(value, wording.at_least_words(number_of(value), self.rounding, self.language, gender))

    def _more_than(self, value: Value) -> Shown:
        return _shown(value, wording.more_than(number_of(value), self.rounding, self.language))

    def _plus(self, value: Value) -> Shown:
        return _shown(value, wording.plus(number_of(value), self.rounding, self.language))

    def _words(self, value: Value, gender: str | None = None, case: str | None = None) -> Shown:
        return _shown(value, wording.words(number_of(value), self.language, gender, case))

    def _plural(self, value: Value, gender: str | None = None, case: str | None = None, **forms: str) -> Shown:
        if isinstance(value.content, tuple):
            value = replace(value, content=len(value.content))
            if not any("{n}" in form for form in forms.values()):  # a word that goes with a list prints no value
                return Shown(escape(wording.plural(number_of(value), self.language, forms)))
        number = number_of(value)
        spoken = wording.words(number, self.language, gender, case)
        return _shown(value, wording.plural(number, self.language, forms, spoken))

    def _percent(self, value: Value, decimals: int = 0) -> Shown:
        return _shown(value, wording.percent(number_of(value), self.language, decimals))

    def _change(self, value: Value, previous: Value) -> Shown:
        said = wording.change(number_of(value), number_of(previous), self.language)
        return _shown(value, said or "", previous)

    def _difference(self, value: Value, previous: Value) -> Shown:
        said = wording.difference(number_of(value), number_of(previous), self.language)
        return _shown(value, said or "", previous)

    def _year(self, value: Value) -> Shown:
        content = value.content
        year = content.year if isinstance(content, date) else number_of(value)
        if not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
            raise TemplateError(unfit("year", "a date or a year", value))
        return _shown(value, str(int(year)))

    # ------------------------------------------------------------ days

    def _date(self, value: Value) -> Shown:
        return _shown(value, wording.date(day_of(value), self.language))

    def _short_date(self, value: Value) -> Shown:
        return _shown(value, wording.short_date(day_of(value), self.language))

    def _month(self, value: Value) -> Shown:
        return _shown(value, wording.month(day_of(value), self.language))

    def _month_in(self, value: Value) -> Shown:
        return _shown(value, wording.month_in(day_of(value), self.language))

    def _season_in(self, value: Value) -> Shown:
        return _shown(value, wording.season_in(day_of(value), self.language))

    def _interval(self, value: Value) -> Shown:
        if not isinstance(value.content, Interval):
            raise TemplateError(unfit("interval", "an interval of two dates", value))
        return _shown(value, wording.interval(value.content.first, value.content.last, self.language))

    # ------------------------------------------------------------ names

    def _listing(self, value: Value) -> Shown:
        """The items as a list in words."""
        return _shown(value, wording.listing([self._plain(value, i) for i in self._in_order(value)], self.language))

    def _in_order(self, value: Value) -> list[object]:
        """A list's items in their own order, else by the language's alphabet; TemplateError when there are none."""
        items = {self._plain(value, item): item for item in items_of(value)}
        if not items:
            raise TemplateError(not_recorded(value))
        return [items[name] for name in (wording.sort(list(items), self.language) if value.sort_items else items)]

    def _place(self, value: Value) -> Shown:
        return _shown(value, wording.place(city_of(value), self.language))

    def _where(self, value: Value) -> Shown:
        """A place, or the places or countries of a list, as said after a verb: in Larvik, Larvikissa, í Ósló."""
        if not isinstance(value.content, tuple):
            return _shown(value, wording.where(city_of(value), self.language))
        items = self._in_order(value)
        places = [item for item in items if isinstance(item, Place)]
        if places:
            return _shown(value, wording.where_all(places, self.language))
        return _shown(value, wording.countries_in([str(item) for item in items], self.language))

    def _quote(self, value: Value) -> Shown:
        return _shown(value, wording.quote(self._plain(value, value.content), self.language))

    def _capital(self, value: object) -> Shown:
        """The first letter large, for a value that opens a sentence."""
        shown = self.show(value)
        return replace(shown, html=Markup(FIRST_LETTER.sub(lambda m: m[1] + m[2].upper(), str(shown.html))))  # noqa: S704  already escaped


def _of_a_value(name: str, act: Callable[..., Shown]) -> Callable[..., Shown]:
    """The filter, refusing what is no value; only `capital` may come after another filter."""

    @wraps(act)
    def filtered(value: object, *words: object, **more: object) -> Shown:
        if not isinstance(value, Value) and name != "capital":
            raise TemplateError(f"{name} needs a value, such as n.activities or next_session.dates, straight before it")
        return act(value, *words, **more)

    return filtered


def _shown(value: Value, said: str, *others: Value) -> Shown:
    receipt, said = value.receipt, WHITE_SPACE.sub(" ", said)
    exact = machine(value.content)
    html = Markup('<data value="{}" data-indicator="{}" data-scope="{}">{}</data>').format(
        exact, receipt.code, receipt.scope, said
    )
    printed = PrintedValue(
        code=receipt.code,
        scope=receipt.scope,
        title=receipt.title,
        definition=receipt.definition,
        exact=" < ".join([machine(other.content) for other in others] + [exact]) if others else exact,
        shown=said,
        unit=receipt.unit,
        period=receipt.period,
        source=receipt.source,
        filter=receipt.filter,
        rows=receipt.rows,
    )
    return Shown(html, (printed,))
