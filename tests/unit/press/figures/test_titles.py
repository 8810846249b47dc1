"""A title states a finding only where the data bear it out, and is proof-read like a letter's text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import TemplateError
from reportgen.model.spec import FigureKind, Rounding, Texts
from reportgen.press.figures.titles import Titles, Told, read_titles
from reportgen.press.prose.scene import set_scene
from tests import example
from tests.unit.press.figures import facts

FINDING = (
    "{% if recipient.joined_this_year %}New{% elif own.participants > previous.own.participants %}More\n  than before"
    "{% endif %}"
)


def titles(title: str, caption: str = "Caption", note: str = "", language: str = "en") -> Titles:
    texts = (Texts(((language, words),)) for words in (title, caption, note))
    title_, caption_, note_ = texts
    one = replace(facts.spec(FigureKind.BARS), title=title_, caption=caption_, note=note_)
    return read_titles([one], language, Rounding())


def tell(lines: Titles, recipient: str = "larvik", language: str = "en") -> Told:
    document = example.document(recipient, language, "reports")
    return lines.tell("f", set_scene(document, example.workshop().words_in(language)))


def refusal(title: str, caption: str = "Caption", note: str = "", language: str = "en") -> str:
    with pytest.raises(TemplateError) as told:
        tell(titles(title, caption, note, language), language=language)
    return str(told.value)


def test_a_finding_stands_only_where_it_holds() -> None:
    assert tell(titles(FINDING)).title == "More than before"
    assert tell(titles(FINDING), "bodoe").title == "New"


def test_what_says_nothing_is_told_with_its_key_and_the_mend() -> None:
    with pytest.raises(TemplateError, match=r"^figures\.f\.title\.en: says nothing here; write .* {% else %}$"):
        tell(titles(FINDING), "tromsoe")


def test_a_value_in_a_title_is_words_and_has_its_receipt() -> None:
    told = tell(
        titles("{{ own.participants | exact }} people from {{ recipient.name }} & more", note="*{{ n.activities }}*")
    )
    assert told.title == "101 people from Larvik & more"
    assert told.note.startswith("*")
    assert [(value.code, value.scope) for value in told.printed] == [
        ("participants", "larvik"),
        ("recipient.name", "project"),
        ("activities", "network"),
    ]


def test_every_mistake_is_told_at_once_with_its_key() -> None:
    lines = refusal("12 people", "{% for a in b %}", "{{ own.participants | exakt }}").splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "figures.f.title.en",
        "figures.f.caption.en",
        "figures.f.note.en",
    ]
    assert "'12' is a number typed by hand; let a value say it" in lines[0]
    assert "; mend this text" in lines[1]
    assert "did you mean exact?" in lines[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ own.participant }}", "own.participant is not known; did you mean participants"),
        ("{{ owm }}", "'owm' is not known; did you mean own?"),
        ("{% set a = 1 %}{{ a }}", "'1' is a number typed by hand"),
        ("{{ figure('f') }}", "'figure' is not known"),
        ("tre mennesker", "'tre' is a number typed by hand"),
        ("{% macro a() %}{% endmacro %}", "'macro' can't be used"),
        ("\ue0005\ue001", "private character"),
        ("{{ n }}", "n is a set of values"),
    ],
)
def test_a_mistake_has_a_sentence(text: str, words: str) -> None:
    language = "da" if text.startswith("tre") else "en"
    assert words in refusal(text, language=language)
    assert refusal(text, language=language).startswith(f"figures.f.title.{language}: ")


def test_the_examples_titles_hold_in_every_language_and_city() -> None:
    for language in example.LANGUAGES:
        told = {city: example.album(city, language, "reports") for city in ("larvik", "bodoe", "koebenhavn")}
        found = {city: album.titles.tell("own_participants_by_role", album.scene).title for city, album in told.items()}
        assert len(set(found.values())) == 3
        assert not any("{" in title for title in found.values())
