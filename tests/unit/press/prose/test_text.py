"""A letter's text: what it may say, what it may not, and what becomes of text from cells."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace

import pytest

from reportgen.errors import TemplateError
from reportgen.model.documents import RecordFact
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
    assert value.filter.endswith("Status: held; Role: young people")


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
        ('{{ n.host_cities | plural(one="x", other="six hundred") }}', "'six' is a number typed by hand"),
        ('{% for c in "600" %}{{ c }}{% endfor %}', "a loop goes over the rows of a record"),
        ("[more](600 young people)", "'600' is a number typed by hand"),
        ("½ of them", "'½' is a number typed by hand"),
        ("{% if 'x' in n.activities %}{% endif %}", "not iterable"),
        ("{% for x in n.activities %}{% endfor %}", "not iterable"),
        ('{{ n.activities | exact("x") }}', "takes"),
        ('{{ "abc" | year }}', "year needs a value"),
        ("{{ n.activities | exact | year }}", "year needs a value"),
        ("{{ n.activities | year }}", "needs a date or a year"),
    ],
)
def test_what_a_text_may_not_say_is_told_with_file_and_line(text: str, what: str) -> None:
    message = refused(text)
    assert message.startswith("letter.md, line 3: ")
    assert what in message


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[x](https://{{ recipient.name }}/)", "a value can't stand within a link"),
        ("{% if " + "not " * 5000 + "own.activities %}{% endif %}", "nested too deep"),
        ("{% if own.activities %}" * 150 + "{% endif %}" * 150, "nested too deep"),
    ],
)
def test_what_has_no_line_of_its_own_is_told_with_the_file(text: str, what: str) -> None:
    message = refused(text)
    assert message.startswith("letter.md: ")
    assert what in message


@pytest.mark.parametrize("text", ["th**ree** cities", 'se{{ "" }}ven cities'])
def test_a_number_put_together_from_parts_is_a_number_typed_by_hand(text: str) -> None:
    assert "is a number typed by hand" in refused(text)


@pytest.mark.parametrize("text", ["a" * 50_000, "å" * 50_000, "](" * 25_000, "1" * 3 + "a" * 50_000])
def test_no_text_takes_long(text: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(TemplateError):
        said(text)
    assert time.perf_counter() - begin < 5


def test_a_text_has_a_largest_size() -> None:
    assert "a letter has at most" in refused("a " * 40_000)
    rows = "{% for s in signatories %}" + "b " * 25_000 + "{% endfor %}"
    document = replace(example.document(), records=tuple(_many(record) for record in example.document().records))
    text = read_text(f"# S\n\n{rows}", "letter.md", "en", Rounding())
    with pytest.raises(TemplateError, match="a letter is shorter"):
        compose(text, set_scene(document, WORDS), {})


def _many(record: RecordFact) -> RecordFact:
    return replace(record, entries=record.entries * 10) if record.many else record


def test_a_ratio_is_printed_as_a_percentage_and_its_decimals_may_be_asked_for() -> None:
    assert ">50%</data>" in said("{{ n.women_share }}").html
    assert ">50.6%</data>" in said("{{ n.women_share | percent(1) }}").html


def test_a_list_that_is_counted_leaves_a_receipt() -> None:
    prose = said('{{ n.host_cities | plural(one="{n} city", other="{n} cities") }}')
    assert ">two cities</data>" in prose.html
    assert [(value.code, value.exact, value.rows) for value in prose.printed] == [("host_cities", "2", 2)]
    assert said('{{ n.host_cities | plural(one="city", other="cities") }}').printed == ()


def test_a_line_break_in_a_cell_is_a_space_on_the_page() -> None:
    assert ">a b c</data>" in said("{{ top_campaign.title }}", title="a\nb\tc").html


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
