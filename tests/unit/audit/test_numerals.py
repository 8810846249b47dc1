"""Numerals read back out of printed words, in each language's own way of writing them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.audit.numerals import overstates, read_numerals, same


@pytest.mark.parametrize(
    ("shown", "language", "values"),
    [
        ("more than 3,000", "en", ("3000",)),
        ("mere end 3.000", "da", ("3000",)),
        ("mer enn 3\u00a0000", "nb", ("3000",)),
        ("yli 3\u00a0000", "fi", ("3000",)),
        ("1.234.567,5", "is", ("1234567.5",)),
        ("1,234,567.5", "en", ("1234567.5",)),
        ("0,5", "sv", ("0.5",)),
        ("600+", "da", ("600",)),
        ("−5\u00a0%", "sv", ("-0.05",)),
        ("50%", "en", ("0.50",)),
        ("51\u00a0% (80 av 157)", "nb", ("0.51", "80", "157")),
        ("276 more than in 2017", "en", ("276", "2017")),
        ("tolv lokale kampanjer", "nb", ()),
    ],
)
def test_each_language_s_numerals(shown: str, language: str, values: tuple[str, ...]) -> None:
    assert tuple(numeral.value for numeral in read_numerals(shown, language)) == tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("shown", "exact", "language"),
    [
        ("more than 600", "627", "en"),
        ("600+", "600", "en"),
        ("mindst 150", "157", "da"),
        ("101 personer", "101", "nb"),
        ("50%", "0.5065217391304347", "en"),
        ("51\u00a0% (80 av 157)", "0.5157894736842106", "nb"),
        ("276 more than in 2017", "213 < 489", "en"),
        ("+129%", "213 < 489", "en"),
        ("−6\u00a0%", "100 < 94.8", "sv"),
        ("0,3", "0.30000000000000004", "da"),
        ("tolv lokale kampanjer", "12", "nb"),
        ("20.–21. mars 2019", "2019-03-20/2019-03-21", "nb"),
        ("not recorded", "", "en"),
        ("Helsinki", "helsinki", "en"),
    ],
)
def test_words_that_claim_no_more_than_the_exact_value(shown: str, exact: str, language: str) -> None:
    assert not overstates(shown, exact, language)


@pytest.mark.parametrize(
    ("shown", "exact", "language"),
    [
        ("more than 650", "627", "en"),
        ("more than 600", "600", "en"),
        ("yli 600", "600", "fi"),
        ("700+", "627", "en"),
        ("157", "158", "en"),
        ("158", "157", "en"),
        ("3.000", "3", "da"),
        ("3.000", "300", "da"),
        ("52\u00a0%", "0.5157894736842106", "nb"),
        ("50\u00a0%", "0.5157894736842106", "nb"),
        ("277 more than in 2017", "213 < 489", "en"),
    ],
)
def test_words_that_claim_more_or_another_number(shown: str, exact: str, language: str) -> None:
    assert overstates(shown, exact, language)


def test_the_same_value_in_another_dress() -> None:
    assert same("157", "157.0")
    assert same("0.5065217391304347", "0.506521739130435")  # as a workbook keeps it
    assert same("helsinki;oslo", "oslo;helsinki")
    assert not same("157", "158")
    assert not same("", "0")
    assert not same("0.5", "0.50001")
