"""Lists, alphabetical order, countries, places and quotation marks in every language."""

from __future__ import annotations

import pytest

from reportgen.model.findings import Place
from reportgen.model.spec import Texts
from reportgen.press import wording

SIX = ("en", "da", "nb", "sv", "fi", "is")


def in_six(*expected: str) -> list[tuple[str, str]]:
    """Each of the six languages with what is expected of it."""
    return list(zip(SIX, expected, strict=True))


HELSINKI = Place(
    "helsinki",
    Texts((("en", "Helsinki"), ("sv", "Helsingfors"), ("fi", "Helsinki"))),
    Texts((("fi", "Helsingissä"),)),
    "FI",
)
KRISTIANSAND = Place("kristiansand", Texts((("en", "Kristiansand"),)), Texts((("fi", "Kristiansandissa"),)), "NO")
AKUREYRI = Place("akureyri", Texts((("is", "Akureyri"),)), Texts((("is", "á Akureyri"),)), "IS")
LARVIK = Place("larvik", Texts((("en", "Larvik"),)), Texts(), "NO")
NAMELESS = Place("x1", Texts(), Texts(), None)


@pytest.mark.parametrize(
    ("language", "word"),
    [*in_six("and", "og", "og", "och", "ja", "og"), ("nn", "og"), ("fo", "og"), ("kl", "aamma")],
)
def test_a_list_has_no_serial_comma(language: str, word: str) -> None:
    assert wording.listing(["Oslo", "Larvik", "Skien"], language) == f"Oslo, Larvik {word} Skien"
    assert wording.listing(["Oslo", "Larvik"], language) == f"Oslo {word} Larvik"


def test_short_lists() -> None:
    assert wording.listing([], "en") == ""
    assert wording.listing(["Oslo"], "en") == "Oslo"


def test_braces_in_a_name_are_only_text() -> None:
    assert wording.listing(["{1}", "{0}", "{x}"], "en") == "{1}, {0} and {x}"


NAMES = ("Zürich", "Aarhus", "Ålesund", "Ørsted", "Árborg", "Akureyri", "Æbelø", "Þingeyri", "Vantaa", "Örebro")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Aarhus Æbelø Akureyri Ålesund Árborg Örebro Ørsted Vantaa Zürich Þingeyri"),
        ("da", "Akureyri Árborg Þingeyri Vantaa Zürich Æbelø Örebro Ørsted Ålesund Aarhus"),
        ("nb", "Akureyri Árborg Þingeyri Vantaa Zürich Æbelø Örebro Ørsted Ålesund Aarhus"),
        ("sv", "Aarhus Akureyri Árborg Þingeyri Vantaa Zürich Ålesund Æbelø Örebro Ørsted"),
        ("fi", "Aarhus Akureyri Árborg Vantaa Zürich Þingeyri Ålesund Æbelø Örebro Ørsted"),
        ("is", "Aarhus Akureyri Árborg Vantaa Zürich Þingeyri Æbelø Örebro Ørsted Ålesund"),
    ],
)
def test_names_are_sorted_by_the_languages_alphabet(language: str, expected: str) -> None:
    assert " ".join(wording.sort(NAMES, language)) == expected


def test_icelandic_accents_are_letters_of_their_own() -> None:
    assert wording.sort(["Árborg", "Azur", "Akureyri", "Borg"], "is") == ("Akureyri", "Azur", "Árborg", "Borg")


def test_sami_letters_have_their_places() -> None:
    assert wording.sort(["Šuoššjávri", "Sirbmá", "Ŧana", "Tana", "Čohka", "Cuovza", "Deatnu"], "se") == (
        *("Cuovza", "Čohka", "Deatnu", "Sirbmá", "Šuoššjávri", "Tana", "Ŧana"),
    )


def test_words_go_before_longer_words_and_digits_before_letters() -> None:
    assert wording.sort(["Newark", "New York", "2018", "Mo", "Moss", "Mo i Rana", "10"], "en") == (
        *("10", "2018", "Mo", "Mo i Rana", "Moss", "New York", "Newark"),
    )


def test_accents_and_capitals_decide_between_names_alike_in_letters() -> None:
    for given in (["Oslo", "oslo", "Óslo"], ["Óslo", "oslo", "Oslo"]):
        assert wording.sort(given, "en") == ("oslo", "Oslo", "Óslo")


def test_other_scripts_go_last_and_decomposed_letters_are_the_same_letters() -> None:
    assert wording.sort(["Ωμέγα", "Åbo", "Zagreb"], "sv") == ("Zagreb", "Åbo", "Ωμέγα")
    assert wording.sort(["A\u030abo", "Zagreb"], "sv") == ("Zagreb", "A\u030abo")


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six(
        "Denmark, Finland, Iceland, Norway, Sweden, Faroe Islands, Greenland, Åland Islands",
        "Danmark, Finland, Island, Norge, Sverige, Færøerne, Grønland, Åland",
        "Danmark, Finland, Island, Norge, Sverige, Færøyene, Grønland, Åland",
        "Danmark, Finland, Island, Norge, Sverige, Färöarna, Grönland, Åland",
        "Tanska, Suomi, Islanti, Norja, Ruotsi, Färsaaret, Grönlanti, Ahvenanmaa",
        "Danmörk, Finnland, Ísland, Noregur, Svíþjóð, Færeyjar, Grænland, Álandseyjar",
    ),
)
def test_countries(language: str, expected: str) -> None:
    codes = ("DK", "FI", "IS", "NO", "SE", "FO", "GL", "AX")
    assert ", ".join(wording.country(code, language) for code in codes) == expected


def test_a_country_that_greenlandic_lacks_is_named_in_danish() -> None:
    assert wording.country("ae", "kl") == wording.country("AE", "da")


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(ValueError, match='"XQ" is not the code of a country'):
        wording.country("XQ", "en")


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six(
        "in Denmark, Norway and Sweden",
        "i Danmark, Norge og Sverige",
        "i Danmark, Norge og Sverige",
        "i Danmark, Norge och Sverige",
        "Tanskassa, Norjassa ja Ruotsissa",
        "í Danmörku, Noregi og Svíþjóð",
    ),
)
def test_in_countries(language: str, expected: str) -> None:
    assert wording.countries_in(["DK", "NO", "SE"], language) == expected


def test_in_countries_that_take_another_preposition_each() -> None:
    assert wording.countries_in(["NO", "IS"], "nb") == "i Norge og på Island"
    assert wording.countries_in(["IS", "GL"], "is") == "á Íslandi og Grænlandi"
    assert wording.countries_in(["DK"], "fi") == "Tanskassa"


@pytest.mark.parametrize(("code", "language"), [("US", "en"), ("DE", "fi"), ("GL", "se")])
def test_a_country_whose_bent_name_is_not_known_is_refused(code: str, language: str) -> None:
    with pytest.raises(ValueError, match=rf'^{language}: how to say "in" with'):
        wording.countries_in([code], language)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fi", "Helsinki"), ("sv", "Helsingfors"), ("da", "Helsingfors"), ("nn", "Helsingfors"), ("is", "Helsinki")],
)
def test_a_place_is_named_in_the_nearest_language(language: str, expected: str) -> None:
    assert wording.place(HELSINKI, language) == expected


def test_a_place_with_one_name_or_none() -> None:
    assert wording.place(AKUREYRI, "fi") == "Akureyri"
    assert wording.place(NAMELESS, "en") == "x1"


@pytest.mark.parametrize(
    ("language", "expected"),
    in_six("in Larvik", "i Larvik", "i Larvik", "i Larvik", "paikkakunnalla Larvik", "í Larvik"),
)
def test_where_without_a_form_of_its_own(language: str, expected: str) -> None:
    assert wording.where(LARVIK, language) == expected


def test_where_with_a_form_of_its_own() -> None:
    assert wording.where(HELSINKI, "fi") == "Helsingissä"
    assert wording.where(AKUREYRI, "is") == "á Akureyri"


def test_where_is_refused_where_it_can_only_be_bent() -> None:
    with pytest.raises(ValueError, match=r'^kl: there is no phrase for "where"'):
        wording.where(LARVIK, "kl")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "in Helsinki and Kristiansand"),
        ("da", "i Helsingfors og Kristiansand"),
        ("fi", "Helsingissä ja Kristiansandissa"),
        ("is", "í Helsinki og Kristiansand"),
    ],
)
def test_where_of_several_places(language: str, expected: str) -> None:
    assert wording.where_all([HELSINKI, KRISTIANSAND], language) == expected


def test_where_of_places_with_another_preposition_each() -> None:
    assert wording.where_all([AKUREYRI, LARVIK], "is") == "á Akureyri og í Larvik"
    assert wording.where_all([], "is") == ""


@pytest.mark.parametrize(("language", "expected"), in_six("‘ord’", "”ord”", "«ord»", "”ord”", "”ord”", "„ord“"))
def test_quotation_marks(language: str, expected: str) -> None:
    assert wording.quote("ord", language) == expected
