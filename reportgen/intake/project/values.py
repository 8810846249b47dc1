"""The short forms of the project file: one value of TOML in, one value of the model out, or a sentence."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar

from reportgen.intake.project.mistakes import suggest
from reportgen.model.spec import Aggregation, Condition, Measure, Period, Rounding, Scalar, Span

Choice = TypeVar("Choice", bound=StrEnum)

LANGUAGES = ("en", "da", "nb", "nn", "sv", "fi", "is", "fo", "kl", "se")
ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv", ".parquet")
SHEETLESS = (".csv", ".parquet")
CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text against its ground
_LONGEST_FOLDER = 100
_LONGEST_PART = 255  # bytes in the name of one file or folder, on every common file system
_LONGEST_PATTERN = 1000


class Show(StrEnum):
    """How a key figure is printed: as it is, or rounded down with a plus."""

    EXACT = "exact"
    PLUS = "plus"


class Reading(StrEnum):
    """How the texts of a list are to be read: as typed, or as the codes of countries."""

    TEXT = "text"
    COUNTRY = "country"


class Window(StrEnum):
    """On which side the envelope's window lies."""

    LEFT = "left"
    RIGHT = "right"


def code(value: str) -> str:
    """A name that templates and dotted references can speak."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        raise ValueError(f'"{value}" is not a name; write small letters a-z, digits and _, beginning with a letter')
    return value


def language(value: str) -> str:
    """One of the languages that wording knows."""
    if value not in LANGUAGES:
        raise ValueError(f'"{value}" is not a known language; {suggest(value, LANGUAGES)}')
    return value


def year(value: str) -> str:
    """A year as a key of a table."""
    if not re.fullmatch(r"(19|20)\d\d", value):
        raise ValueError(f'"{value}" is not a year; write four digits, such as 2018')
    return value


def filled(value: str) -> str:
    """A text that is not blank."""
    if not value.strip():
        raise ValueError("is empty; write the text, or leave the key out")
    return value


def country(value: str) -> str:
    """Two capital letters of ISO 3166."""
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError(f'"{value}" is not a country; write two capitals, such as "DK"')
    return value


def email(value: str) -> str:
    """An address that a mail program would take."""
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", value):
        raise ValueError(f'"{value}" is not an e-mail address; write one such as "post@larvik.example"')
    return value


def website(value: str) -> str:
    """An address that may be a link: documents link by https only."""
    if not re.fullmatch(r"https://[^\s<>\"]+", value):
        raise ValueError(f'"{value}" is not a web address; write one that begins with https://')
    return value


def one_of(choices: type[Choice]) -> Callable[[object], Choice]:
    """A validator that turns a word into a member of `choices`."""

    def choose(value: object) -> Choice:
        if value not in tuple(choices):
            raise ValueError(f'"{value}" is not possible here; {suggest(str(value), choices)}')
        return choices(str(value))

    return choose


def scalar(value: object) -> Scalar:
    """A text, number, date or yes/no, as one cell would hold it."""
    if isinstance(value, dt.datetime) or not isinstance(value, str | int | Decimal | bool | dt.date):
        raise ValueError("is neither a text, a number, a date nor true or false")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value} is not a number that a row can hold; write a finite one")
    return value


def number(value: object) -> Decimal:
    """A finite number, exact as it is written."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
        raise ValueError("is not a number; write it with a decimal point and without quotes")
    return Decimal(value)


def texts_of(value: object) -> list[str]:
    """One text or a list of them, as a list."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
        raise ValueError('is neither a text nor a list of texts; write "name" or ["name", "name"]')
    return value


def needed(value: object) -> bool | tuple[str, ...]:
    """Whether a cell must hold something, or in which languages it must."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise ValueError('is neither true, false nor a list of languages; write false, or ["en"]')
    return tuple(value)


def measure(value: object) -> Measure:
    """`"count"`, or a table of one key: distinct, distinct_each, sum, max, latest or ratio."""
    if value == Aggregation.COUNT:
        return Measure(Aggregation.COUNT)
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError('is not a measure; write "count" or a table with one key, such as { distinct = "person" }')
    [(word, columns)] = value.items()
    how = one_of(Aggregation)(word)
    names = texts_of(columns)
    if how is Aggregation.RATIO:
        return _ratio(names)
    if how is Aggregation.COUNT:
        raise ValueError('counts rows and takes no column; write measure = "count"')
    if how in {Aggregation.SUM, Aggregation.MAX, Aggregation.LATEST} and len(names) != 1:
        raise ValueError(f'{how} is taken of one column; write {{ {how} = "{names[0]}" }}')
    return Measure(how, columns=tuple(names))


def _ratio(codes: list[str]) -> Measure:
    if len(codes) != 2:  # noqa: PLR2004  a numerator and a denominator
        raise ValueError("a ratio is of two indicators; write { ratio = [numerator, denominator] }")
    return Measure(Aggregation.RATIO, numerator=codes[0], denominator=codes[1])


def condition(value: object) -> Condition:
    """What a column must hold, the column still unnamed: a value, a list, a range, or whether it is recorded."""
    if isinstance(value, list):
        if not value:
            raise ValueError("is an empty list, which no row can meet; name at least one value")
        return Condition("", values=tuple(scalar(item) for item in value))
    if not isinstance(value, dict):
        return Condition("", values=(scalar(value),))
    if set(value) == {"recorded"} and isinstance(value["recorded"], bool):
        return Condition("", recorded=value["recorded"])
    if not value or not set(value) <= {"from", "to"}:
        raise ValueError(
            "is not a condition; write a value, a list of values, { from = ..., to = ... } or { recorded = true }"
        )
    lowest, highest = (scalar(value[end]) if end in value else None for end in ("from", "to"))
    if _descends(lowest, highest):
        raise ValueError(f"is from {lowest} to {highest}, which no row can meet; write the smaller one as from")
    return Condition("", lowest=lowest, highest=highest)


def _descends(lowest: Scalar | None, highest: Scalar | None) -> bool:
    """Whether a range ends before it begins; ends of two kinds are told when their column is known."""
    if isinstance(lowest, int | Decimal) and isinstance(highest, int | Decimal):
        return lowest > highest
    return isinstance(lowest, dt.date) and isinstance(highest, dt.date) and lowest > highest


def period(value: object) -> Period:
    """A span by its name, or `{ since = 2016 }`; `"since"` alone begins when the publisher was established."""
    if isinstance(value, dict):
        first = value.get("since")
        if set(value) != {"since"} or not isinstance(first, int) or isinstance(first, bool):
            raise ValueError("is not a period; write a table with one year, such as { since = 2016 }")
        year(str(first))
        return Period(Span.SINCE, since=first)
    return Period(one_of(Span)(value))


def rounding(value: object) -> Rounding:
    """Steps by size, ascending: no step may swallow the smallest number it is used on, or 12 would print as 0."""
    if not isinstance(value, dict) or not value:
        raise ValueError("is not a table of steps; write { 10 = 1, 100 = 10 }")
    steps = tuple((_positive(below), _positive(step)) for below, step in value.items())
    smallest, last = 1, 0
    for below, step in steps:
        if below <= smallest or step < last:
            raise ValueError(f"does not ascend at {below} = {step}; write the smallest bound and step first")
        if step > smallest:
            raise ValueError(
                f"{below} = {step} would round {smallest} down to 0; a step is at most the bound before it"
            )
        smallest, last = below, step
    return Rounding(steps)


def _positive(value: object) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"[1-9]\d*", str(value)):
        raise ValueError(f"{value} is not a whole number above 0; write a bound and its step, such as 100 = 10")
    return int(str(value))


def accent(value: str) -> str:
    """A colour that can be read as text on white paper."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError(f'"{value}" is not a colour; write # and six hexadecimal digits, such as "#0B5563"')
    ratio = contrast(value)
    if ratio < CONTRAST:
        raise ValueError(
            f"{value} on white has a contrast of {ratio:.2f}:1, below {CONTRAST}:1; choose a darker colour"
        )
    return value


def contrast(colour: str) -> float:
    """The contrast of `#RRGGBB` on white by WCAG 2.2: 1 (white) to 21 (black)."""
    shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)  # noqa: PLR2004  sRGB
    luminance = sum(weight * light for weight, light in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def inside(value: str) -> str:
    """A path below the project's folder, with forward slashes."""
    parts = PurePosixPath(value).parts
    if not parts or value.startswith(("/", "~")) or re.match(r"[A-Za-z]:", value) or "\\" in value or ".." in parts:
        raise ValueError(f'"{value}" leads out of the project\'s folder; write a path below it, with / and without ..')
    if re.search(r"[\x00-\x1f\x7f]", value):
        raise ValueError(f"{value!a} has a character that no file name can hold; take it out")
    return value


def folder(value: str) -> str:
    """The name of a folder below the project's, short enough for every file system with a file's name behind it."""
    if len(inside(value)) > _LONGEST_FOLDER:
        raise ValueError(f"has {len(value)} letters; write a name of at most {_LONGEST_FOLDER}")
    return value


def pattern(value: str) -> str:
    """A file pattern below the project's folder, with an ending that intake can read."""
    parts = PurePosixPath(inside(value)).parts
    if any("**" in part and part != "**" for part in parts):
        raise ValueError(f'"{value}" has ** beside other letters; write it alone between slashes, or a single *')
    if len(value.encode()) > _LONGEST_PATTERN or any(len(part.encode()) > _LONGEST_PART for part in parts):
        raise ValueError(f"is too long to name a file; write at most {_LONGEST_PART} letters between two slashes")
    ending = PurePosixPath(value).suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f'"{value}" ends in none of {", ".join(ENDINGS)}; name the kind of file')
    return value


def encoding(value: str) -> str:
    """A text encoding that Python knows."""
    try:
        return codecs.lookup(value).name
    except LookupError:
        raise ValueError(f'"{value}" is not a known encoding; write "utf-8", "cp1252" or another') from None


def date_format(value: str) -> str:
    """A strptime form that names day, month and year."""
    day = dt.date(2018, 12, 31)
    try:
        written = day.strftime(value)
        has_year = written != day.replace(year=2017).strftime(value)  # or newer Pythons complain of reading it
        known = has_year and dt.datetime.strptime(written, value).date() == day  # noqa: DTZ007  a day has no time zone
    except (ValueError, re.error):
        known = False
    if not known:
        raise ValueError(f'"{value}" is not a date form with day, month and year; write one such as "%d.%m.%Y"')
    return value
