"""Dates, months, seasons and periods in every language; ~ stands for a no-break space."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportgen.press import wording

SIX = ("en", "da", "nb", "sv", "fi", "is")
TEN = (*SIX, "nn", "fo", "se", "kl")


def over(languages: tuple[str, ...], *expected: str) -> list[tuple[str, str]]:
    """Each language with what is expected of it."""
    return [(language, text.replace("~", "\u00a0")) for language, text in zip(languages, expected, strict=True)]


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        TEN,
        "14~December 2018",
        "14.~december 2018",
        "14.~desember 2018",
        "14~december 2018",
        "14.~joulukuuta 2018",
        "14.~desember 2018",
        "14.~desember 2018",
        "14.~desember 2018",
        "14~juovlamánnu 2018",
        "14.~decembari 2018",
    ),
)
def test_long_date(language: str, expected: str) -> None:
    assert wording.date(date(2018, 12, 14), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        TEN,
        *("04/12/2018", "04.12.2018", "04.12.2018", "2018-12-04", "4.12.2018", "4.12.2018"),
        *("04.12.2018", "04.12.2018", "04.12.2018", "2018-12-04"),
    ),
)
def test_short_date_has_four_digits_of_the_year(language: str, expected: str) -> None:
    assert wording.short_date(date(2018, 12, 4), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        TEN,
        *("September", "september", "september", "september", "syyskuu", "september"),
        *("september", "september", "čakčamánnu", "septembari"),
    ),
)
def test_month(language: str, expected: str) -> None:
    assert wording.month(date(2018, 9, 1), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        TEN,
        *("in September", "i september", "i september", "i september", "syyskuussa", "í september"),
        *("i september", "í september", "čakčamánus", "septembarimi"),
    ),
)
def test_in_a_month(language: str, expected: str) -> None:
    assert wording.month_in(date(2018, 9, 1), language) == expected


@pytest.mark.parametrize("number", range(1, 13))
def test_every_finnish_and_sami_month_takes_its_ending(number: int) -> None:
    day = date(2018, number, 1)
    assert wording.month_in(day, "fi").endswith("kuussa")
    assert wording.month_in(day, "se").endswith("mánus")
    assert wording.month_in(day, "kl").endswith("imi")


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        SIX,
        "last winter, this spring, this summer, this autumn, this winter",
        "sidste vinter, i foråret, i sommer, i efteråret, i vinter",
        "sist vinter, i vår, i sommer, i høst, i vinter",
        "i vintras, i våras, i somras, i höstas, i vinter",
        "viime talvena, keväällä, kesällä, syksyllä, tänä talvena",
        "síðastliðinn vetur, í vor, í sumar, í haust, í vetur",
    ),
)
def test_in_a_season(language: str, expected: str) -> None:
    seasons = [wording.season_in(date(2018, number, 15), language) for number in range(1, 13)]
    winter, spring, summer, autumn, coming = expected.split(", ")
    assert seasons == [winter, winter, *[spring] * 3, *[summer] * 3, *[autumn] * 3, coming]


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        TEN,
        *("20–21~March 2019", "20.–21.~marts 2019", "20.–21.~mars 2019", "20–21~mars 2019"),
        *("20.–21.~maaliskuuta 2019", "20.–21.~mars 2019", "20.–21.~mars 2019", "20.–21.~mars 2019"),
        *("20–21~njukčamánnu 2019", "20.–21.~marsi 2019"),
    ),
)
def test_interval_within_a_month(language: str, expected: str) -> None:
    assert wording.interval(date(2019, 3, 20), date(2019, 3, 21), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        SIX,
        *("30~March~– 2~April 2019", "30.~marts–2.~april 2019", "30.~mars–2.~april 2019", "30~mars–2~april 2019"),
        *("30.~maaliskuuta~– 2.~huhtikuuta 2019", "30.~mars~– 2.~apríl 2019"),
    ),
)
def test_interval_over_two_months(language: str, expected: str) -> None:
    assert wording.interval(date(2019, 3, 30), date(2019, 4, 2), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    over(
        SIX,
        *("30~December 2018~– 2~January 2019", "30.~december 2018–2.~januar 2019"),
        *("30.~desember 2018–2.~januar 2019", "30~december 2018–2~januari 2019"),
        *("30.~joulukuuta 2018~– 2.~tammikuuta 2019", "30.~desember 2018~– 2.~janúar 2019"),
    ),
)
def test_interval_over_two_years(language: str, expected: str) -> None:
    assert wording.interval(date(2018, 12, 30), date(2019, 1, 2), language) == expected


def test_the_same_month_of_two_years_keeps_both_years() -> None:
    assert wording.interval(date(2018, 3, 1), date(2019, 3, 1), "sv") == "1\u00a0mars 2018–1\u00a0mars 2019"


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_whole_years_are_written_as_years(language: str) -> None:
    assert wording.period(date(2018, 1, 1), date(2018, 12, 31), language) == "2018"
    assert wording.period(date(2016, 1, 1), date(2018, 12, 31), language) == "2016–2018"


def test_a_part_of_a_year_is_an_interval() -> None:
    first, last = date(2016, 1, 1), date(2018, 12, 7)
    assert wording.period(first, last, "da") == wording.interval(first, last, "da")


@pytest.mark.parametrize("say", [wording.interval, wording.period])
def test_a_period_that_ends_before_it_begins_is_refused(say: Callable[[date, date, str], str]) -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        say(date(2018, 12, 31), date(2018, 1, 1), "en")


@pytest.mark.parametrize("say", [wording.date, wording.short_date, wording.month, wording.month_in, wording.season_in])
def test_an_unknown_language_is_refused(say: Callable[[date, str], str]) -> None:
    with pytest.raises(ValueError, match=r'^language "de" is not known'):
        say(date(2018, 1, 1), "de")


def test_a_day_within_its_year_is_the_day_and_the_month() -> None:
    said = {language: wording.day_month(date(2018, 12, 4), language) for language in wording.LANGUAGES}
    assert {language: text.replace("\u00a0", " ") for language, text in said.items()} == {
        "en": "4 Dec",
        "da": "4. dec.",
        "nb": "4. des.",
        "nn": "4. des.",
        "sv": "4 dec.",
        "fi": "4.12.",
        "is": "4. des.",
        "fo": "4. des.",
        "kl": "4. dec",
        "se": "4 juov",
    }
    assert not any(" " in text for text in said.values())
