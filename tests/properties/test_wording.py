"""What holds of every number, date and name, in every language."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.spec import Rounding
from reportgen.press import wording
from reportgen.press.wording.phrases import phrases

languages = st.sampled_from(wording.LANGUAGES)
counts = st.integers(min_value=0, max_value=10**12)
amounts = st.one_of(counts, st.floats(min_value=0, max_value=1e9))
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
names = st.text(st.sampled_from("aAáÁåÅæÆøØöÖäÄðÐþÞčĐzZyYvVtTsSnN -0123456789Ω"), max_size=8)


@st.composite
def roundings(draw: st.DrawFn) -> Rounding:
    """Any rounding that a project file may hold: bounds that rise, steps of at least one."""
    bounds = sorted(draw(st.sets(st.integers(1, 10**6), max_size=5)))
    return Rounding(tuple((bound, draw(st.integers(1, 5000))) for bound in bounds))


def shown(text: str, language: str) -> float:
    """The number that a reader finds in the text."""
    digits = "".join(re.findall(r"[\d.,\u00a0−]+", text)).strip("\u00a0")
    return float(parse_decimal(digits.replace("−", "-"), locale=phrases(language).locale))


@given(amounts, roundings())
def test_rounded_is_never_above_the_actual_nor_a_step_below_it(number: float, rounding: Rounding) -> None:
    low = wording.rounded(number, rounding)
    widest = max((step for _, step in rounding.steps), default=1)
    assert 0 <= low <= number
    assert number - low < widest + 1


@given(counts, roundings(), languages)
def test_what_is_printed_is_never_above_the_actual(number: int, rounding: Rounding, language: str) -> None:
    for say in (wording.at_least, wording.more_than, wording.plus):
        assert shown(say(number, rounding, language), language) <= number


@given(counts, roundings(), languages)
def test_more_than_and_plus_are_said_only_of_more(number: int, rounding: Rounding, language: str) -> None:
    plain = wording.exact(number, language)
    for say in (wording.more_than, wording.plus):
        text = say(number, rounding, language)
        assert text == plain or shown(text, language) < number


@given(st.integers(-(10**40), 10**40), languages)
def test_whole_numbers_are_read_back(number: int, language: str) -> None:
    text = wording.exact(number, language).replace("−", "-")
    assert int(parse_decimal(text, locale=phrases(language).locale)) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5), languages)
def test_decimals_are_read_back(number: float, language: str) -> None:
    text = wording.exact(float(number), language).replace("−", "-")
    assert float(parse_decimal(text, locale=phrases(language).locale)) == float(number)


@given(st.floats(-1e6, 1e6), st.integers(0, 3), languages)
def test_per_cent_is_never_above_the_actual_nor_a_unit_below_it(share: float, decimals: int, language: str) -> None:
    printed = shown(wording.percent(share, language, decimals), language)
    slack = 1e-9 * max(1.0, abs(share))  # of reading the text back as a float
    assert share * 100 - 10**-decimals - slack < printed <= share * 100 + slack


@given(counts, counts, languages.filter(lambda language: language != "kl"))
def test_a_change_has_the_sign_of_the_change(current: int, previous: int, language: str) -> None:
    text = wording.change(current, previous, language)
    assert text is not None
    assert not (text.startswith("+") and current <= previous)
    assert not (text.startswith("−") and current >= previous)
    assert (text == phrases(language).unchanged) == (current == previous)


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)), languages)
def test_a_plural_with_other_has_a_form_for_every_number(number: float, language: str) -> None:
    assert wording.plural(number, language, {"other": "{n}"}) == wording.exact(number, language)


@given(st.integers(-5, 40), languages)
def test_words_stand_for_small_numbers_only(number: int, language: str) -> None:
    text = wording.words(number, language)
    assert text.isalpha() == (0 <= number <= phrases(language).spelt and phrases(language).spelt > 0)


@given(days, languages)
def test_an_interval_of_one_day_is_that_day(day: date, language: str) -> None:
    assert wording.interval(day, day, language) == wording.date(day, language)


@given(days, st.integers(1, 800), languages)
def test_an_interval_has_one_dash_and_ends_with_its_last_day(first: date, length: int, language: str) -> None:
    last = first + timedelta(days=length)
    text = wording.interval(first, last, language)
    assert text.count("–") == 1
    assert text.endswith(wording.date(last, language))
    assert text.startswith(str(first.day))


@given(st.lists(names, max_size=8), languages)
def test_sorting_depends_on_the_names_alone(items: list[str], language: str) -> None:
    assert wording.sort(items, language) == wording.sort(reversed(items), language)
    assert sorted(wording.sort(items, language)) == sorted(items)


@given(st.lists(st.text("abc", min_size=1), min_size=2, max_size=6), languages)
def test_a_list_holds_its_items_in_order(items: list[str], language: str) -> None:
    text = wording.listing(items, language)
    assert text.startswith(", ".join(items[:-1]))
    assert text.endswith(f" {items[-1]}")


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_month_and_season_has_its_words(language: str) -> None:
    for number in range(1, 13):
        day = date(2018, number, 1)
        assert wording.month_in(day, language) != ""
        assert wording.season_in(day, language) != ""
