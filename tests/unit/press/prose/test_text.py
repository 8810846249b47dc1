"""A letter's text: what it may say, what it may not, and what becomes of text from cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import TemplateError
from reportgen.model.findings import Entry
from reportgen.model.spec import Fact, Rounding, Texts
from reportgen.press.prose.scene import set_scene
from reportgen.press.prose.text import Prose, compose, read_text
from reportgen.press.words import read_words
from tests import example

WORDS = read_words(example.ROOT / "templates", "en")
HOSTILE = (
    "<b>x</b>",
    "**bold** _i_ `code`",
    "{{ 7 }} {% if %}",
    "[x](javascript:alert)",
    "# heading",
    "1. list",
    "&amp; <script>",
    "\ue0000\ue001",
    "=cmd|' /C calc'!A0",
    "a|b",
)


def said(text: str, language: str = "en", title: str = "") -> Prose:
    document = example.document(language=language)
    if title:
        record = next(record for record in document.records if record.code == "top_campaign")
        entry = Entry((("title", title), *record.entries[0].fields[1:]), "sheet")
        changed = replace(record, entries=(entry,))
        document = replace(document, records=(changed, *(r for r in document.records if r.code != "top_campaign")))
    return compose(read_text(f"# Subject\n\n{text}", "letter.md", language, Rounding()), set_scene(document, WORDS), {})


def refused(text: str) -> str:
    with pytest.raises(TemplateError) as caught:
        said(text)
    return str(caught.value)


def test_a_number_carries_its_receipt_into_the_page() -> None:
    prose = said("{{ n.young_people_trained | at_least }} people.")
    data = '<data value="157" data-indicator="young_people_trained" data-scope="network">at least 150</data>'
    assert f"<p>{data} people.</p>" in prose.html
    (value,) = prose.printed
    assert (value.exact, value.shown, value.rows, value.period) == ("157", "at least 150", 240, "2018")
    assert value.source == "data/*/activity.xlsx › Participations"
    assert "role = youth" in value.filter


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_cell_is_shown_as_typed(text: str) -> None:
    from markupsafe import escape

    prose = said("*Look:* {{ top_campaign.title }} there", title=text)
    assert f">{escape(text)}</data> there</p>" in prose.html
    assert "<em>Look:</em>" in prose.html


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_cell_that_opens_a_line_starts_no_list_or_heading(text: str) -> None:
    prose = said("{{ top_campaign.title }}", title=text)
    assert prose.html.count("<p>") == 1
    assert prose.html.count("<h1>") == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("We met 150 people.", "'150' is a number typed by hand"),
        ("There were two meetings.", "'two' is a number typed by hand"),
        ('{{ own.activities | plural(one="one", other="12 of {n}") }}', "'12' is a number typed by hand"),
        ('{% set x = "150" %}{{ x }}', "'150' is a number typed by hand"),
        ("{{ n.young_peple_trained }}", "did you mean young_people_trained?"),
        ("{{ nn.activities }}", "'nn' is not known"),
        ("{{ own.activities | atleast }}", "did you mean at_least"),
        ("{{ own }}", "is a set of values"),
        ("{{ next_session.city | at_least }}", "needs a number"),
        ("{{ n.host_cities | interval }}", "needs an interval"),
        ("{{ recipient.joined_this_year }}", "can't be printed"),
        ("{% macro a() %}{% endmacro %}", "'macro' can't be used"),
        ("{% autoescape false %}x{% endautoescape %}", "can't be used"),
        ("{% include 'x' %}", "'include' can't be used"),
        ("{{ own.activities + own.activities }}", "'add' can't be used"),
        ("{{ ('a' * 9) | quote }}", "'mul' can't be used"),
        ("{% for a in signatories %}{% for b in signatories %}x{% endfor %}{% endfor %}", "a loop within a loop"),
        ("{{ publisher.__class__ }}", "publisher.__class__ is not known"),
        ("{{ publisher.name.upper() }}", "'upper' can't be asked"),
        ("{{ top_campaign.title | safe }}", "no filter named 'safe'"),
        ("{% if own.activities %}", "Unexpected end of template"),
    ],
)
def test_what_a_text_may_not_say_is_told_with_file_and_line(text: str, what: str) -> None:
    message = refused(text)
    assert message.startswith("letter.md, line 3: ")
    assert what in message


def test_every_typed_number_is_told_at_once() -> None:
    message = refused("Two cities.\n\nAnd 150 people {{ publisher.name }} of\n\n12 kinds.")
    assert [line.split(":")[0] for line in message.splitlines()] == [f"letter.md, line {n}" for n in (3, 5, 7)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "syv byer"),
        ("nb", "tolv byer"),
        ("sv", "sju städer"),
        ("fi", "kahdessa kaupungissa"),
        ("is", "þrjár borgir"),
    ],
)
def test_number_words_of_each_language_are_refused(language: str, text: str) -> None:
    with pytest.raises(TemplateError, match="typed by hand"):
        said(text, language)


def test_a_declared_fact_may_stand_in_the_text() -> None:
    fact = Fact("agenda", Texts((("en", "2030 Agenda"),)), "Name of a programme.")
    document = replace(example.document(), facts=(fact,))
    text = read_text("# S\n\nThe {{ facts.agenda }}.", "letter.md", "en", Rounding())
    prose = compose(text, set_scene(document, WORDS), {})
    assert "2030 Agenda" in prose.html
    assert prose.printed[0].title == "Name of a programme."


def test_what_is_not_recorded_is_never_printed() -> None:
    document = example.document("tromsoe")
    none = replace(document.own.numbers[0], value=None)
    scene = set_scene(replace(document, own=replace(document.own, numbers=(none,))), WORDS)
    text = read_text("# S\n\n{{ own.cities_engaged | exact }}", "letter.md", "en", Rounding())
    with pytest.raises(TemplateError, match="cities_engaged is not recorded for tromsoe"):
        compose(text, scene, {})
    guarded = read_text(
        "# S\n\n{% if own.cities_engaged is recorded %}yes{% else %}no{% endif %}", "letter.md", "en", Rounding()
    )
    assert "<p>no</p>" in compose(guarded, scene, {}).html


def test_links_go_to_https_and_mail_only_and_html_is_text() -> None:
    prose = said(
        "[a](https://example.org) [b](mailto:a@example.org) [c](javascript:x) [d](http://example.org) <i>e</i>"
    )
    assert prose.html.count("<a href=") == 2
    assert "&lt;i&gt;e&lt;/i&gt;" in prose.html


def test_no_paragraph_stands_within_a_list_item() -> None:
    prose = said("- a\n\n- b\n\n> **Save the date**\n> then")
    assert "<li>a</li>" in prose.html
    assert '<div class="callout">' in prose.html


def test_a_capital_opens_a_sentence() -> None:
    assert ">At least 150</data>" in said("{{ n.young_people_trained | at_least | capital }}").html


def test_a_letter_has_exactly_one_subject() -> None:
    assert "one subject" in refused("# Another")
