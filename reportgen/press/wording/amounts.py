"""Numbers as each language says them.

Every function is pure and takes its language; none knows of HTML. A number is never shown above its actual value:
what is rounded is rounded down.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import ROUND_FLOOR, Context, Decimal, localcontext

from reportgen.model.findings import Number
from reportgen.model.spec import Rounding
from reportgen.press.wording.phrases import Phrases, phrases

MINUS = "\u2212"
# A float holds this many digits faithfully; beyond them stands only what binary added.
FAITHFUL_DIGITS = 15
# Room for every float and any count; Babel stops at the 28 digits that decimal starts with.
MOST_DIGITS = 400
SMALLEST_CHANGE = Decimal("0.001")
WHOLE_PERCENT = Decimal("0.01")


def exact(number: Number, language: str) -> str:
    """The number in full, grouped as the language groups, with every decimal it has; ValueError unless finite."""
    from babel.numbers import format_decimal

    value = _decimal(number)
    if isinstance(number, float):
        value = value.normalize(Context(FAITHFUL_DIGITS))
    with localcontext(prec=MOST_DIGITS):
        text = format_decimal(value, locale=phrases(language).locale, decimal_quantization=False)
    return _true_minus(text)


def rounded(number: Number, rounding: Rounding) -> int:
    """The number rounded down to the step of its size, never above the actual; ValueError below zero."""
    value = math.floor(_decimal(number))
    if value < 0:
        raise ValueError(f"{number} is below zero and cannot be rounded by size; print it with exact")
    steps = rounding.steps or ((1, 1),)
    step = next((step for below, step in steps if value < below), steps[-1][1])
    return value // step * step


def at_least(number: Number, rounding: Rounding, language: str) -> str:
    """At least the rounded number, which the actual equals or exceeds; plain where it rounds to nothing."""
    low = rounded(number, rounding)
    if low == 0:
        return exact(number, language)
    return phrases(language).read("at_least", language).format(n=exact(low, language))


def at_least_words(number: Number, rounding: Rounding, language: str, gender: str | None = None) -> str:
    """At least the rounded number, a small one as a word: at least six, að minnsta kosti sex."""
    low = rounded(number, rounding)
    if low == 0:
        return exact(number, language)
    return phrases(language).read("at_least", language).format(n=words(low, language, gender))


def more_than(number: Number, rounding: Rounding, language: str) -> str:
    """More than the rounded number, which the actual exceeds; the exact number where it does not."""
    low = rounded(number, rounding)
    if low in {0, number}:
        return exact(number, language)
    return phrases(language).read("more_than", language).format(n=exact(low, language))


def plus(number: Number, rounding: Rounding, language: str) -> str:
    """The rounded number with a plus, "600+"; the exact number where the actual does not exceed it."""
    low = rounded(number, rounding)
    return exact(number, language) if low in {0, number} else f"{exact(low, language)}+"


def words(number: Number, language: str, gender: str | None = None, case: str | None = None) -> str:
    """A small whole number as a word, up to the language's own custom; any other in digits.

    `gender` is masculine, feminine, common or neuter, `case` (Finnish and Icelandic) nominative, genitive, dative,
    inessive, ...; ValueError for one that the language has not.
    """
    spoken = phrases(language)
    if not spoken.spelt:
        return exact(number, language)
    forms = _forms(spoken, language, gender, case)
    if not (0 <= number <= spoken.spelt and number == int(number)):
        return exact(number, language)
    if 1 <= number <= len(forms):
        return forms[int(number) - 1]
    return spoken.numerals_changed.get(int(number)) or _numeral(int(number), spoken, case)


def plural(number: Number, language: str, forms: Mapping[str, str], shown: str | None = None) -> str:
    """The form that goes with the number by the language's plural rule (zero, one, two, few, many, other).

    `{n}` in the form becomes `shown`, such as `words(...)` gives, or the exact number. To go with a rounded number,
    pass that one: what is printed decides the form. ValueError without the form "other".
    """
    from babel import Locale

    if "other" not in forms:
        raise ValueError(f'{language}: the plural forms {", ".join(forms) or "(none)"} lack "other"; add it')
    _decimal(number)
    category = Locale.parse(phrases(language).locale).plural_form(abs(number))
    form = forms.get(category, forms["other"])
    return form.replace("{n}", exact(number, language) if shown is None else shown)


def percent(share: Number, language: str, decimals: int = 0) -> str:
    """A share (1 is the whole) in per cent, rounded down to so many decimals."""
    return _percent(_decimal(share), language, decimals)


def change(current: Number | None, previous: Number | None, language: str) -> str | None:
    """The change in per cent with its sign, rounded down: +12 %, −5 %; None where either is not recorded.

    In words where there is none to tell: unchanged, almost unchanged (under 0.1 %), new (from nothing).
    """
    if current is None or previous is None:
        return None
    spoken, before = phrases(language), _decimal(previous)
    apart = _decimal(current) - before
    if not apart:
        return spoken.read("unchanged", language)
    if not before:
        return spoken.read("new", language)
    share = apart / abs(before)
    if abs(share) < SMALLEST_CHANGE:
        return spoken.read("nearly_unchanged", language)
    sign = "+" if share > 0 else ""
    return sign + _percent(share, language, 0 if abs(share) >= WHOLE_PERCENT else 1)


def difference(current: Number | None, previous: Number | None, language: str, year: int | None = None) -> str | None:
    """How many more or fewer than last year, or than in `year`; None where either is not recorded."""
    if current is None or previous is None:
        return None
    spoken = phrases(language)
    than = spoken.read("in_year", language).format(year=year) if year else spoken.read("last_year", language)
    apart = current - previous
    phrase = "same" if not apart else "more" if apart > 0 else "fewer"
    return spoken.read(phrase, language).format(n=exact(abs(apart), language), than=than)


def _decimal(number: Number) -> Decimal:
    """The number as it is written, so that 0.29 is 29 hundredths; ValueError unless finite."""
    if isinstance(number, int):
        return Decimal(number)
    if not math.isfinite(number):
        raise ValueError(f"{number} is not a number that can be printed; look for a division by zero")
    return Decimal(repr(number + 0.0))


def _true_minus(text: str) -> str:
    return text.replace("-", MINUS)


def _forms(spoken: Phrases, language: str, gender: str | None, case: str | None) -> tuple[str, ...]:
    """The words for 1, 2, ... that bend by gender and case; none when neither is asked for."""
    if spoken.numerals == "fi" or not (gender or case):
        return ()  # num2words knows the Finnish cases, and Finnish has no gender
    asked = f"{gender or 'masculine'} {case or 'nominative'}".removesuffix(" nominative")
    if asked not in spoken.genders:
        known = ", ".join(spoken.genders) or "none"
        raise ValueError(f'{language}: numbers have no form "{asked}"; use one of: {known}')
    return spoken.genders[asked]


def _numeral(number: int, spoken: Phrases, case: str | None) -> str:
    from num2words import num2words

    if spoken.numerals != "fi":
        return str(num2words(number, lang=spoken.numerals))
    try:
        return str(num2words(number, lang="fi", case=case or "nominative"))
    except KeyError:
        raise ValueError(
            f'fi: numbers have no case "{case}"; use one such as genitive, partitive or inessive'
        ) from None


def _percent(share: Decimal, language: str, decimals: int) -> str:
    from babel import Locale
    from babel.numbers import format_percent

    locale = Locale.parse(phrases(language).locale)
    fraction = f".{'0' * decimals}" if decimals else ""
    pattern = str(locale.percent_formats[None].pattern).replace("#,##0", f"#,##0{fraction}")
    with localcontext(prec=MOST_DIGITS):
        shown = share.scaleb(2 + decimals).to_integral_value(ROUND_FLOOR).scaleb(-2 - decimals)
        text = format_percent(shown, pattern, locale)
    return _true_minus(text)
