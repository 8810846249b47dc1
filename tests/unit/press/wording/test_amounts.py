"""Numbers in words, as a native proof-reader would correct them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.model.spec import Rounding
from reportgen.press import wording

SIX = ("en", "da", "nb", "sv", "fi", "is")
STEPS = Rounding()


def in_six(*expected: str) -> list[tuple[str, str]]:
    """Each of the six languages with what is expected of it; ~ stands for a no-break space."""
    return [(language, text.replace("~", "\u00a0")) for language, text in zip(SIX, expected, strict=True)]


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six("1,234,567", "1.234.567", "1~234~567", "1~234~567", "1~234~567", "1.234.567"),
)
def test_whole_numbers_are_grouped(language: str, expected: str) -> None:
    assert wording.exact(1_234_567, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), in_six("−1,234.5", "−1.234,5", "−1~234,5", "−1~234,5", "−1~234,5", "−1.234,5")
)
def test_decimals_and_a_true_minus(language: str, expected: str) -> None:
    assert wording.exact(-1234.5, language) == expected


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_language_has_a_hyphen_for_a_minus(language: str) -> None:
    assert wording.exact(-3, language) == "−3"
    assert wording.percent(-0.5, language).startswith("−50")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.1 + 0.2, "0.3"), (12.0, "12"), (-0.0, "0"), (0.123456, "0.123456"), (1e20, "100,000,000,000,000,000,000")],
)
def test_exact_shows_every_decimal_and_none_that_binary_added(number: float, expected: str) -> None:
    assert wording.exact(number, "en") == expected


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_what_is_not_finite_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="division by zero"):
        wording.exact(number, "en")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *((0, 0), (6, 6), (9, 9), (10, 10), (23, 20), (99, 90), (157, 150), (999, 950), (3120, 3100), (54_321, 54_300)),
        *((6.9, 6), (0.7, 0)),
    ],
)
def test_rounding_goes_down_to_the_step_of_the_size(number: float, expected: int) -> None:
    assert wording.rounded(number, STEPS) == expected


def test_rounding_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        wording.rounded(-1, STEPS)


def test_a_number_at_a_bound_takes_the_step_above_it() -> None:
    assert [wording.rounded(number, Rounding(((100, 7), (1000, 50)))) for number in (99, 100)] == [98, 100]


def test_without_steps_a_number_is_only_cut_to_a_whole_one() -> None:
    assert wording.rounded(157.9, Rounding(())) == 157


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six("at least 150", "mindst 150", "minst 150", "minst 150", "vähintään 150", "að minnsta kosti 150"),
)
def test_at_least(language: str, expected: str) -> None:
    assert wording.at_least(157, STEPS, language) == expected
    assert wording.at_least(150, STEPS, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six("more than 3,000", "mere end 3.000", "mer enn 3~000", "mer än 3~000", "yli 3~000", "yfir 3.000"),
)
def test_more_than(language: str, expected: str) -> None:
    assert wording.more_than(3001, STEPS, language) == expected
    assert wording.more_than(3000, STEPS, language) == wording.exact(3000, language)


@pytest.mark.parametrize(("number", "expected"), [(623, "600+"), (600, "600"), (7, "7"), (0, "0"), (3120, "3.100+")])
def test_plus_is_a_claim_of_more(number: int, expected: str) -> None:
    assert wording.plus(number, STEPS, "da") == expected


@pytest.mark.parametrize("phrase", [wording.at_least, wording.more_than, wording.plus])
def test_nothing_is_claimed_of_what_rounds_to_nothing(phrase: Callable[[int, Rounding, str], str]) -> None:
    coarse = Rounding(((100, 50),))
    assert phrase(12, coarse, "en") == "12"
    assert phrase(0, STEPS, "en") == "0"


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six("at least six", "mindst seks", "minst seks", "minst sex", "vähintään kuusi", "að minnsta kosti sex"),
)
def test_at_least_in_words(language: str, expected: str) -> None:
    assert wording.at_least_words(6, STEPS, language) == expected


def test_at_least_in_words_takes_digits_for_large_numbers_and_plain_nothing() -> None:
    assert wording.at_least_words(23, STEPS, "en") == "at least 20"
    assert wording.at_least_words(2, STEPS, "is", "neuter") == "að minnsta kosti tvö"
    assert wording.at_least_words(0, STEPS, "en") == "0"


@pytest.mark.parametrize(
    ("language", "last", "word", "after"),
    [
        ("en", 10, "ten", "11"),
        ("da", 10, "ti", "11"),
        ("nb", 12, "tolv", "13"),
        ("nn", 12, "tolv", "13"),
        ("sv", 12, "tolv", "13"),
        ("fi", 10, "kymmenen", "11"),
        ("is", 10, "tíu", "11"),
    ],
)
def test_numbers_become_words_up_to_the_custom_of_the_language(language: str, last: int, word: str, after: str) -> None:
    assert wording.words(last, language) == word
    assert wording.words(last + 1, language) == after


@pytest.mark.parametrize("language", ["fo", "kl", "se"])
def test_languages_without_number_words_keep_digits(language: str) -> None:
    assert wording.words(3, language) == "3"


@pytest.mark.parametrize(
    ("number", "language", "gender", "expected"),
    [
        (1, "da", "common", "én"),
        (1, "da", "neuter", "ét"),
        (1, "nb", "feminine", "ei"),
        (1, "nb", "neuter", "ett"),
        (1, "nn", "masculine", "éin"),
        (1, "sv", "common", "en"),
        (1, "sv", "neuter", "ett"),
        (2, "is", "masculine", "tveir"),
        (2, "is", "feminine", "tvær"),
        (3, "is", "neuter", "þrjú"),
        (4, "is", "feminine", "fjórar"),
        (5, "is", "feminine", "fimm"),
        (2, "sv", "neuter", "två"),
        (7, "nb", "neuter", "sju"),
        (7, "nn", "neuter", "sju"),
    ],
)
def test_small_numbers_agree_in_gender(number: int, language: str, gender: str, expected: str) -> None:
    assert wording.words(number, language, gender) == expected


@pytest.mark.parametrize(
    ("number", "language", "gender", "case", "expected"),
    [
        (2, "is", "feminine", "dative", "tveimur"),
        (3, "is", "masculine", "accusative", "þrjá"),
        (4, "is", "neuter", "genitive", "fjögurra"),
        (1, "is", None, "nominative", "einn"),
        (2, "fi", None, "inessive", "kahdessa"),
        (3, "fi", None, "partitive", "kolmea"),
    ],
)
def test_small_numbers_agree_in_case(number: int, language: str, gender: str | None, case: str, expected: str) -> None:
    assert wording.words(number, language, gender, case) == expected


@pytest.mark.parametrize(
    ("language", "gender", "case"), [("da", "feminine", None), ("is", None, "inessive"), ("fi", None, "dative")]
)
def test_a_form_that_the_language_has_not_is_refused(language: str, gender: str | None, case: str | None) -> None:
    with pytest.raises(ValueError, match=f"^{language}: numbers have no"):
        wording.words(3, language, gender, case)


@pytest.mark.parametrize(("number", "expected"), [(-2, "−2"), (2.5, "2.5"), (0, "zero")])
def test_only_whole_numbers_from_zero_become_words(number: float, expected: str) -> None:
    assert wording.words(number, "en") == expected


FORMS = {"one": "one:{n}", "other": "other:{n}"}


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", 1, "one:1"),
        ("en", 21, "other:21"),
        ("en", 0, "other:0"),
        ("da", 1.5, "one:1,5"),
        ("nb", 1.5, "other:1,5"),
        ("sv", 1, "one:1"),
        ("fi", 1, "one:1"),
        ("is", 21, "one:21"),
        ("is", 101, "one:101"),
        ("is", 11, "other:11"),
        ("en", 1.0, "one:1"),
    ],
)
def test_the_plural_rule_is_the_languages_own(language: str, number: float, expected: str) -> None:
    assert wording.plural(number, language, FORMS) == expected


def test_sami_has_a_dual_and_others_do_without() -> None:
    forms = {"one": "okta", "two": "guokte", "other": "máŋga"}
    assert [wording.plural(number, "se", forms) for number in (1, 2, 3)] == ["okta", "guokte", "máŋga"]
    assert wording.plural(2, "se", {"other": "{n}"}) == "2"


def test_the_number_in_a_plural_is_shown_as_asked() -> None:
    forms = {"one": "{n} aktivitet", "other": "{n} aktiviteter"}
    assert wording.plural(6, "da", forms, wording.words(6, "da")) == "seks aktiviteter"
    assert wording.plural(1, "da", forms, "<b>én</b>") == "<b>én</b> aktivitet"


def test_a_plural_leaves_other_braces_alone() -> None:
    assert wording.plural(2, "en", {"other": "{n} {0} {x.y}"}) == "2 {0} {x.y}"


def test_a_plural_without_other_is_refused() -> None:
    with pytest.raises(ValueError, match='lack "other"'):
        wording.plural(1, "en", {"one": "one"})


@pytest.mark.parametrize(("language", "expected"), in_six("56%", "56~%", "56~%", "56~%", "56~%", "56%"))
def test_per_cent_is_rounded_down(language: str, expected: str) -> None:
    assert wording.percent(0.567, language) == expected


@pytest.mark.parametrize(
    ("share", "decimals", "expected"),
    [
        *((0.29, 0, "29%"), (0.57, 0, "57%"), (0.9999, 0, "99%"), (1, 0, "100%"), (1 / 3, 1, "33.3%")),
        *((0.5, 1, "50.0%"), (12.5, 0, "1,250%"), (-0.005, 0, "−1%")),
    ],
)
def test_per_cent_decimals(share: float, decimals: int, expected: str) -> None:
    assert wording.percent(share, "en", decimals) == expected


UNCHANGED = ("unchanged", "uændret", "uendret", "oförändrat", "ennallaan", "óbreytt")
ALMOST = ("almost unchanged", "næsten uændret", "nesten uendret", "nästan oförändrat", "lähes ennallaan", "nær óbreytt")


@pytest.mark.parametrize(
    ("current", "previous", "expected"),
    [
        (112, 100, ("+12%", "+12~%", "+12~%", "+12~%", "+12~%", "+12%")),
        (95, 100, ("−5%", "−5~%", "−5~%", "−5~%", "−5~%", "−5%")),
        (1004, 1000, ("+0.4%", "+0,4~%", "+0,4~%", "+0,4~%", "+0,4~%", "+0,4%")),
        (5, 5, UNCHANGED),
        (0, 0, UNCHANGED),
        (100_001, 100_000, ALMOST),
        (5, 0, ("new", "nyt", "nytt", "nytt", "uutta", "nýtt")),
    ],
)
def test_change(current: int, previous: int, expected: tuple[str, ...]) -> None:
    assert [(language, wording.change(current, previous, language)) for language in SIX] == in_six(*expected)


@pytest.mark.parametrize(("current", "previous"), [(None, 5), (5, None), (None, None)])
def test_what_is_not_recorded_has_no_change(current: int | None, previous: int | None) -> None:
    assert wording.change(current, previous, "en") is None
    assert wording.difference(current, previous, "en") is None


def test_a_change_to_nothing_and_from_below_nothing() -> None:
    assert wording.change(0, 40, "en") == "−100%"
    assert wording.change(-5, -10, "en") == "+50%"


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six(
        "12 more than last year",
        "12 flere end sidste år",
        "12 flere enn i fjor",
        "12 fler än förra året",
        "12 enemmän kuin viime vuonna",
        "12 fleiri en í fyrra",
    ),
)
def test_more_than_last_year(language: str, expected: str) -> None:
    assert wording.difference(30, 18, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six(
        "5 fewer than in 2017",
        "5 færre end i 2017",
        "5 færre enn i 2017",
        "5 färre än 2017",
        "5 vähemmän kuin vuonna 2017",
        "5 færri en árið 2017",
    ),
)
def test_fewer_than_in_a_year(language: str, expected: str) -> None:
    assert wording.difference(13, 18, language, 2017) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six(
        "as many as last year",
        "lige så mange som sidste år",
        "like mange som i fjor",
        "lika många som förra året",
        "yhtä monta kuin viime vuonna",
        "sami fjöldi og í fyrra",
    ),
)
def test_as_many_as_last_year(language: str, expected: str) -> None:
    assert wording.difference(18, 18, language) == expected


def test_a_phrase_that_no_one_has_confirmed_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r'^kl: there is no phrase for "unchanged"'):
        wording.change(5, 5, "kl")


@pytest.mark.parametrize("language", ["de", "", "en_US", "EN"])
def test_an_unknown_language_is_refused_by_name(language: str) -> None:
    with pytest.raises(ValueError, match=rf'^language "{language}" is not known'):
        wording.exact(1, language)
