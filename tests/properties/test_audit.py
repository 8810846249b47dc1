"""Whatever the wording prints of a number, the audit reads it back as no more than that number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.audit.numerals import overstates, read_numerals
from reportgen.model.spec import Rounding
from reportgen.press import wording

LANGUAGES = st.sampled_from(("en", "da", "nb", "nn", "sv", "fi", "is", "fo", "kl", "se"))
COUNTS = st.integers(0, 10**12)
SHARES = st.integers(1, 10**6).flatmap(lambda whole: st.integers(0, whole).map(lambda part: part / whole))


@given(COUNTS, LANGUAGES)
def test_an_exact_number_is_read_back_as_itself_and_no_other_is(number: int, language: str) -> None:
    shown = wording.exact(number, language)
    (read,) = read_numerals(shown, language)
    assert read.value == number
    assert not overstates(shown, str(number), language)
    assert overstates(shown, str(number + 1), language)
    assert overstates(wording.exact(number + 1, language), str(number), language)


@given(COUNTS, st.sampled_from(("en", "da", "nb", "sv", "fi", "is")))
def test_a_rounded_number_claims_no_more(number: int, language: str) -> None:
    for say in (wording.at_least, wording.more_than, wording.plus):
        shown = say(number, Rounding(), language)
        assert not overstates(shown, str(number), language)
        (read,) = read_numerals(shown, language)
        assert overstates(shown, str(read.value - 1), language)


@given(SHARES, LANGUAGES, st.integers(0, 3))
def test_a_share_is_read_back(share: float, language: str, decimals: int) -> None:
    shown = wording.percent(share, language, decimals)
    assert not overstates(shown, str(share), language)
    assert overstates(shown, str(share - 0.02), language)
    assert overstates(shown, str(share + 0.02), language)


@given(COUNTS, COUNTS, st.sampled_from(("en", "da", "nb", "sv", "fi", "is")))
def test_a_difference_is_read_back(before: int, now: int, language: str) -> None:
    shown = wording.difference(now, before, language, 2017) or ""
    assert not overstates(shown, f"{before} < {now}", language)
