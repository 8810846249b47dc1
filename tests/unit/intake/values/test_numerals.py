"""Numbers as text: every spelling of the field, with and without a locale."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.intake.values import numerals


@pytest.mark.parametrize(
    ("text", "locale", "number"),
    [
        ("157", None, "157"),
        ("3.000", "da", "3000"),
        ("3.000", "en", "3"),
        ("3,000", "en", "3000"),
        ("3,5", "da", "3.5"),
        ("1 234,5", "nb", "1234.5"),
        ("1\u00a0234,5", "sv", "1234.5"),
        ("1\u202f234,5", "fi", "1234.5"),
        ("1\u00a0234", "da", "1234"),
        ("15.414.794", "is", "15414794"),
        ("15.414.794", None, "15414794"),
        ("1.234.567,89", "da_DK", "1234567.89"),
        ("1,234,567.89", "en-GB", "1234567.89"),
        ("-5", None, "-5"),
        ("\u22125", "nb", "-5"),
        ("59.0533", None, "59.0533"),
        ("12,5", None, "12.5"),
        ("0301", None, "301"),
    ],
)
def test_a_number_is_read_by_its_locale(text: str, locale: str | None, number: str) -> None:
    assert numerals.readings(text, locale) == (Decimal(number),)


@pytest.mark.parametrize("text", ["3.000", "3,000", "12.345", "-1,250"])
def test_a_text_with_two_meanings_has_two_readings_without_a_locale(text: str) -> None:
    one, other = sorted(numerals.readings(text, None), key=abs)
    assert other == one * 1000


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("+600", "da"),
        ("1e5", None),
        ("inf", None),
        ("nan", None),
        ("50%", "da"),
        ("50 %", "da"),
        ("ca. 40", "da"),
        ("3.000", "nb"),
        ("3.5", "da"),
        ("1.23.456", "da"),
        ("1.234 567", "da"),
        ("12,", "da"),
        (",5", "da"),
        ("1_000", None),
        ("٣", None),
        ("", None),
        ("--5", None),
        ("1234567890123456", None),
    ],
)
def test_what_is_no_plain_number_is_refused(text: str, locale: str | None) -> None:
    assert numerals.readings(text, locale) == ()


@pytest.mark.parametrize(
    ("text", "suggested"),
    [("ca. 40", "40"), ("12 ca.", "12"), ("+600", "600"), ("ca. 3.000", "3000"), ("omkring 1 200 børn", "1200")],
)
def test_the_only_number_in_a_text_is_suggested(text: str, suggested: str) -> None:
    assert [numerals.plain(number) for number in numerals.within(text, "da")] == [suggested]


@pytest.mark.parametrize("text", ["10-12", "1e5", "50%", "many", "40 or 50", "ca. -3"])
def test_nothing_is_suggested_where_it_would_be_a_guess(text: str) -> None:
    assert numerals.within(text, "da") == ()
