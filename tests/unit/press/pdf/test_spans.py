"""Words within a paragraph: their language, and nothing around them that says nothing."""

from __future__ import annotations

import re

import pytest

from tests.sample_page import page, sample, small
from tests.tagged import Tag, painted, read
from tests.validators import all_faults, has_verapdf, verapdf

FINNISH = "Turvallisuusyhteistyöverkoston nuorisotyöntekijäkoulutukset jatkuvat kaupunkiorganisaatiossa."
SWEDISH = "Ungdomsarbetarutbildningarna fortsätter inom trygghetssamarbetet mellan medborgarorganisationerna."
ENGLISH = "A sentence in the language of the page."


def languages(tree: Tag) -> list[tuple[str, str, str]]:
    return [(tag.role, tag.said["Lang"], tag.words) for tag in tree.walk() if "Lang" in tag.said]


def whole(body: str) -> tuple[Tag, tuple[str, ...]]:
    """The tree of a page, and the faults every judge finds in it."""
    content = small(f"<h1>Report</h1>{body}")
    return read(content), all_faults(content, page(f"<h1>Report</h1>{body}"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p lang="fi">Kaupunki tekee työtä.</p>', [("P", "fi", "Kaupunki tekee työtä.")]),
        ('<h2 lang="fi">Vuosi</h2><p>Words.</p>', [("H2", "fi", "Vuosi")]),
        ('<ul lang="fi"><li>Yksi</li><li>Kaksi</li></ul>', [("L", "fi", "• Yksi • Kaksi")]),
        ('<ol><li lang="fi">Yksi</li><li>Two</li></ol>', [("LI", "fi", "1. Yksi")]),
        ('<p>We say <em lang="fi">turvallinen kaupunki</em> there.</p>', [("NonStruct", "fi", "turvallinen kaupunki")]),
        ('<p>See <a lang="fi" href="https://example.org/">sivumme</a>.</p>', [("Link", "fi", "sivumme")]),
        ('<div lang="fi"><p>Yksi.</p><p>Kaksi.</p></div>', [("Div", "fi", "Yksi. Kaksi.")]),
    ],
)
def test_words_in_another_language_say_so_once(body: str, said: list[tuple[str, str, str]]) -> None:
    tree, faults = whole(f"<p>{ENGLISH}</p>{body}<p>{ENGLISH}</p>")
    assert languages(tree) == said
    assert faults == ()


def test_cell_in_another_language_says_so() -> None:
    row = '<tr><th lang="fi">Turvallinen kahdella kielellä</th><td lang="sv">Åbo</td><td>6</td></tr>'
    head = "<thead><tr><th>Activity</th><th>Place</th><th>People</th></tr></thead>"
    tree, faults = whole(f"<table><caption>Activities</caption>{head}<tbody>{row}</tbody></table>")
    assert languages(tree) == [("TH", "fi", "Turvallinen kahdella kielellä"), ("TD", "sv", "Åbo")]
    assert faults == ()


def test_language_of_the_page_is_said_of_the_page_only() -> None:
    tree, faults = whole(f'<p lang="en">{ENGLISH}</p><p lang="">{ENGLISH}</p>')
    assert languages(tree) == []
    assert faults == ()


def test_language_that_comes_back_within_another_is_not_lost() -> None:
    tree, faults = whole(f'<div lang="fi"><p>Yksi.</p><p lang="en">{ENGLISH}</p></div>')
    assert languages(tree) == [("P", "fi", "Yksi.")]
    assert faults == ()


def test_text_in_another_language_over_two_pages_says_so_on_both() -> None:
    content = small(f'<h1>Report</h1><p lang="fi">{FINNISH * 20}</p><p>{ENGLISH}</p>')
    tree = read(content)
    assert [tag.said.get("Lang") for tag in tree.all("P")] == ["fi", None]
    assert {spot[0] for tag in tree.all("P")[0].walk() for spot in tag.spots} == {0, 1}
    assert all_faults(content) == ()


def broken_lines(body: str, language: str = "en") -> list[str]:
    content = small(f"<h1>Report</h1>{body}", "p { hyphens: auto; width: 38mm }", language)
    paragraph = {spot for tag in read(content).all("P") for spot in tag.spots}
    return [thing.text.strip() for thing in painted(content) if (thing.page, thing.number) in paragraph]


def test_words_are_broken_by_the_rules_of_their_own_language() -> None:
    in_swedish = broken_lines(f'<p lang="sv">{SWEDISH}</p>')
    assert in_swedish == broken_lines(f"<p>{SWEDISH}</p>", "sv")
    assert in_swedish != broken_lines(f"<p>{SWEDISH}</p>")
    assert any(line.endswith("\N{HYPHEN}") for line in in_swedish)


def test_paragraph_of_many_lines_and_values_holds_them_itself() -> None:
    words = "<strong>Larvik</strong> and <data value='3'>three</data> others<br>took part. " * 5
    (paragraph,) = read(small(f"<h1>a</h1><p>{words}</p>")).all("P")
    assert paragraph.kids == ()
    assert paragraph.words == " ".join(re.sub(r"<[^>]+>", " ", words).split())


def test_paragraph_with_a_block_before_its_words_is_one_paragraph() -> None:
    content = small("<h1>a</h1><p>20 March, Oslo</p>", "p::before { content: 'Save the date'; display: block }")
    assert [tag.words for tag in read(content).all("P")] == ["Save the date 20 March, Oslo"]
    assert all_faults(content) == ()


def test_what_holds_nothing_is_no_element() -> None:
    tree = read(small("<h1>a</h1><div><p></p></div><p><br></p><p>Words<span></span></p>"))
    assert [tag.role for tag in tree.walk()] == ["Document", "H1", "P"]


def test_empty_cell_stays_a_cell() -> None:
    rows = "<tr><th>Larvik</th><td></td></tr>"
    tree = read(small(f"<h1>a</h1><table><thead><tr><th>City</th><th>2018</th></tr></thead>{rows}</table>"))
    assert [cell.words for cell in tree.all("TD")] == [""]


@pytest.mark.parametrize("sign", ["disc", "none"])
def test_number_and_label_of_an_item_stay_parted(sign: str) -> None:
    style = f"span {{ display: block }} ul {{ list-style-type: {sign} }}"
    (body,) = read(small("<h1>a</h1><ul><li><span>33</span><span>cities</span></li></ul>", style)).all("LBody")
    assert [(kid.role, kid.words) for kid in body.kids] == [("Span", "33"), ("Span", "cities")]


def test_sample_holds_no_span_that_says_nothing() -> None:
    assert read(sample().content).all("Span", "NonStruct") == ()


@pytest.mark.slow
@pytest.mark.skipif(not has_verapdf(), reason="veraPDF needs Java and Debian's libjaxb-java")
def test_languages_pass_verapdf() -> None:
    body = f'<h1>Report</h1><p lang="fi">{FINNISH * 20}</p><p>We say <em lang="fi">kaupunki</em>.</p>'
    assert verapdf(small(body)) == ()
