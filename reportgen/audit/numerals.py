"""The numerals inside the words of a printed value, read as its language writes them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation

# CLDR: what parts the thousands and the decimals; every language not named here writes 1.234,5.
POINTS = {"en": (",", ".")}
SPACED = {"sv", "nb", "nn", "fi", "se"}
SPACES = "\u00a0\u202f "
MINUS = "\u2212"
# The languages' "more than", which is false of the number itself.
MORE_THAN = ("more than", "mere end", "mer enn", "meir enn", "mer än", "yli", "yfir", "meira enn")
CHANGED = " < "  # between the earlier value and this one, where a page says how much has changed
YEAR_DIGITS = 4
CLOSE = 1e-12  # of the whole: xlsx keeps sixteen digits of a number, and a float has up to seventeen
FAITHFUL = Context(15)  # digits that a float holds; beyond them stands only what binary added


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: its value (a percentage as a share), its smallest step, and what stands beside it."""

    value: Decimal
    step: Decimal
    is_share: bool
    is_bare: bool
    is_exceeded: bool


def read_numerals(shown: str, language: str) -> tuple[Numeral, ...]:
    """Every numeral in the words; none where a number is a word, or there is no number."""
    return tuple(_numeral(found, shown) for found in re.finditer(_pattern(language), shown))


def read_exact(exact: str) -> Decimal | None:
    """The exact value of a receipt; None for a name, a date or a list."""
    try:
        number = FAITHFUL.create_decimal(exact)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def same(left: str, right: str) -> bool:
    """Whether two exact values are the same: as numbers, as far as files keep their digits; else as words or lists."""
    if left == right:
        return True
    numbers = read_exact(left), read_exact(right)
    if numbers[0] is not None and numbers[1] is not None:
        return math.isclose(numbers[0], numbers[1], rel_tol=CLOSE)
    return in_order(left) == in_order(right)


def overstates(shown: str, exact: str, language: str) -> bool:
    """Whether the printed words claim more than the exact value, or, for a bare number, another one.

    `exact` "213 < 489" is a change: the words say by how many, or by what share. Words without a numeral never do.
    """
    numerals = read_numerals(shown, language)
    known = [read_exact(part) for part in exact.split(CHANGED)]
    numbers = [number for number in known if number is not None]
    if not numerals or len(numbers) != len(known):
        return False
    if numbers[0] == numbers[-1] and len(numbers) > 1 and _names_a_year(numerals):
        return False  # "as many as in 2017"
    return not any(_fits(numeral, numbers) for numeral in numerals)


def _names_a_year(numerals: tuple[Numeral, ...]) -> bool:
    return len(numerals) == 1 and len(numerals[0].value.as_tuple().digits) == YEAR_DIGITS


def in_order(text: str) -> str:
    """The items of a list sorted: the alphabet of a language moves them, and says nothing else."""
    return ";".join(sorted(text.split(";")))


def _fits(numeral: Numeral, numbers: list[Decimal]) -> bool:
    exact = numbers[-1] if len(numbers) == 1 else _change(numbers[0], numbers[-1], numeral)
    if numeral.is_exceeded and numeral.value >= exact:
        return False
    if numeral.is_bare:
        return numeral.value <= exact < numeral.value + numeral.step
    return numeral.value <= exact


def _change(before: Decimal, now: Decimal, numeral: Numeral) -> Decimal:
    if not numeral.is_share:
        return abs(now - before)
    return (now - before) / abs(before) if before else Decimal(0)


def _numeral(found: re.Match[str], shown: str) -> Numeral:
    is_share, decimals = bool(found["percent"]), found["decimals"]
    digits = "".join(sign for sign in found["whole"] if sign.isdigit())
    value = Decimal(f"{digits}.{decimals}" if decimals else digits).scaleb(-2 if is_share else 0)
    return Numeral(
        value=-value if found["minus"] else value,
        step=Decimal(1).scaleb(-len(decimals or "") - (2 if is_share else 0)),
        is_share=is_share,
        is_bare=found[0].strip(SPACES) == shown.strip(SPACES),
        is_exceeded=shown.casefold().startswith(MORE_THAN),
    )


def _pattern(language: str) -> str:
    group, point = POINTS.get(language, (SPACES if language in SPACED else ".", ","))
    return (
        rf"(?P<minus>[-{MINUS}])?(?P<whole>\d{{1,3}}(?:[{re.escape(group)}]\d{{3}}(?!\d))+|\d+)"
        rf"(?:{re.escape(point)}(?P<decimals>\d+))?(?P<percent>[{SPACES}]?%)?"
    )
