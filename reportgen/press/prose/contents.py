"""What a value holds: a number, a day, a city, a list; and the sentence where a filter asks for another kind."""

from __future__ import annotations

from datetime import date

from reportgen.errors import TemplateError
from reportgen.model.findings import Interval, Place
from reportgen.model.spec import Texts
from reportgen.press.prose.values import Value, View


class Year(int):
    """A year: a number that is never grouped by thousands."""


class Country(str):
    """The two-letter code of a country, which is printed as its name."""

    __slots__ = ()


def machine(content: object) -> str:  # noqa: PLR0911  one line for each kind of value
    """A value as machines read it: a plain number, an ISO date, a city's id, items with semicolons."""
    match content:
        case None:
            return ""
        case tuple():
            return ";".join(machine(item) for item in content)
        case Interval():
            return f"{content.first.isoformat()}/{content.last.isoformat()}"
        case date():
            return content.isoformat()
        case Place():
            return content.id
        case Texts():
            return content.read("en")
        case _:
            return str(content)


def items_of(value: Value) -> tuple[object, ...]:
    if not isinstance(value.content, tuple):
        raise TemplateError(unfit("listing", "a list", value))
    return value.content


def number_of(value: object) -> int | float:
    if isinstance(value, Value):
        if value.content is None:
            raise TemplateError(not_recorded(value))
        if isinstance(value.content, int | float) and not isinstance(value.content, bool):
            return value.content
    raise TemplateError(unfit("this filter", "a number", value))


def day_of(value: object) -> date:
    if isinstance(value, Value):
        if value.content is None:
            raise TemplateError(not_recorded(value))
        if isinstance(value.content, Interval):
            return value.content.first
        if isinstance(value.content, date):
            return value.content
    raise TemplateError(unfit("this filter", "a date", value))


def city_of(value: object) -> Place:
    if isinstance(value, Value) and isinstance(value.content, Place):
        return value.content
    raise TemplateError(unfit("this filter", "a city", value))


def is_recorded(value: object) -> bool:
    return value.content is not None if isinstance(value, Value) else bool(value)


def is_in_year(value: object, year: object) -> bool:
    content = value.content if isinstance(value, Value) else value
    wanted = year.content if isinstance(year, Value) else year
    if isinstance(content, Interval):
        content = content.first
    return content.year == wanted if isinstance(content, date) else content == wanted


def not_recorded(value: Value) -> str:
    code = value.receipt.code
    return f"{code} is not recorded for {value.receipt.scope}; write another sentence for that: if ... is recorded"


def unfit(what: str, wanted: str, value: object) -> str:
    name = value.receipt.code if isinstance(value, Value) else type(value).__name__
    return f"{what} needs {wanted}, and {name} is none; choose the filter that fits it (docs/writing-letters.md)"


def no_receipt(value: object) -> str:
    if isinstance(value, View):
        return f"{value.name} is a set of values; name the one you mean: {', '.join(sorted(value.values))}"
    return f"{value!r} has no receipt; print a value of the data, or a fact of the project file"
