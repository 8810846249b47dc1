"""Numbers written as text: what a cell means in its declared locale, and what it could mean without one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_BLANKS = "\u0020\u00a0\u202f\u2009"
_DIGITS = 15  # the digits a spreadsheet keeps; a longer number is a code or a mistake


@dataclass(frozen=True, slots=True)
class Convention:
    """How a locale writes numbers: the signs between thousands, and the decimal sign."""

    thousands: str
    decimal: str


_DOTS_AND_COMMA = Convention("." + _BLANKS, ",")
_BLANKS_AND_COMMA = Convention(_BLANKS, ",")
_COMMAS_AND_POINT = Convention("," + _BLANKS, ".")
_CONVENTIONS = {
    "da": _DOTS_AND_COMMA,
    "is": _DOTS_AND_COMMA,
    "fo": _DOTS_AND_COMMA,
    "kl": _DOTS_AND_COMMA,
    "de": _DOTS_AND_COMMA,
    "nb": _BLANKS_AND_COMMA,
    "nn": _BLANKS_AND_COMMA,
    "no": _BLANKS_AND_COMMA,
    "sv": _BLANKS_AND_COMMA,
    "fi": _BLANKS_AND_COMMA,
    "se": _BLANKS_AND_COMMA,
    "en": _COMMAS_AND_POINT,
}


def readings(text: str, locale: str | None) -> tuple[Decimal, ...]:
    """What the text can mean: one number in a locale, every different one without; empty when it is no number.

    A sign before the number may only be a minus. Thousands are groups of three, with the same sign between them.
    """
    declared = _CONVENTIONS.get(re.split(r"[_-]", locale)[0].lower()) if locale else None
    conventions = (declared,) if declared else (_DOTS_AND_COMMA, _COMMAS_AND_POINT)
    found = (_read(text, convention) for convention in conventions)
    return tuple(dict.fromkeys(number for number in found if number is not None))


def _read(text: str, convention: Convention) -> Decimal | None:
    sign, digits = ("-", text[1:]) if text[:1] in {"-", "\u2212"} else ("", text)
    whole, point, fraction = digits.partition(convention.decimal)
    if point and not re.fullmatch("[0-9]+", fraction):
        return None
    plain = _ungrouped(whole, convention.thousands)
    if plain is None or len(plain) + len(fraction) > _DIGITS:
        return None
    return Decimal(f"{sign}{plain}.{fraction or 0}")


def _ungrouped(whole: str, thousands: str) -> str | None:
    if re.fullmatch("[0-9]+", whole):
        return whole
    grouped = re.fullmatch(rf"[0-9]{{1,3}}(?:([{re.escape(thousands)}])[0-9]{{3}})(?:\1[0-9]{{3}})*", whole)
    return whole.replace(grouped[1], "") if grouped else None


def within(text: str, locale: str | None) -> tuple[Decimal, ...]:
    """The readings of the only number that stands among other signs, as 40 in `ca. 40`; empty when unsure."""
    found = re.findall(rf"[0-9](?:[0-9.,{_BLANKS}]*[0-9])?", text)
    if len(found) != 1 or re.search(r"[0-9][eE][+-]?[0-9]|%|(?<!\w)-", text):
        return ()
    return readings(found[0], locale)


def plain(number: Decimal) -> str:
    """The number as it can be typed into any spreadsheet: no thousands, no zeros at its end."""
    return f"{number.normalize():f}"
