"""What the engine is lent changes nothing: the same bytes as by the engine alone, whatever was set before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unittest.mock import patch

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import css
from weasyprint import html as engine
from weasyprint.layout import inline
from weasyprint.text import line_break

from reportgen.press.pdf import shared
from reportgen.press.pdf.press import Press, TypesettingError
from reportgen.press.pdf.shared import drawn, hyphens, lines, markup, memory
from tests import sample_page

STYLES = ("house.css", "report.css", "letter/letter.css")
WORDS = "Trust is built where people meet: at the school gate, in the sports hall, at the bus stop after dark."
SPANS = (
    WORDS,
    f"<strong>{WORDS}</strong> {WORDS}",
    f'<span lang="da">Tillid opstår, hvor mennesker mødes: {WORDS}</span>',
    f'See <a href="https://example.org/{"long/" * 12}">{WORDS}</a> of <em>the year</em>.',
    f'<span style="letter-spacing: 0.1em; word-spacing: 2pt">{WORDS}</span>',
    "Donau&shy;dampf&shy;schiff&shy;fahrt ænd fluffy figures − ≥ 12 345",
    '<span style="font-variant-caps: small-caps; text-decoration: line-through">Åbo, Ærø, Þórshöfn</span>',
    f'<span style="display: inline-block; width: 30mm">{WORDS}</span>',
)
BLOCKS = (
    "<p>{}</p>",
    '<p style="text-align: justify; hyphens: auto">{}</p>',
    '<p style="width: 25mm; overflow-wrap: anywhere">{}</p>',
    '<p style="width: 40mm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis">{}</p>',
    '<p style="width: 50vw">{}</p>',
    "<ul><li>{}</li><li>1</li></ul>",
    '<div style="display: list-item; list-style: square inside">{}</div>',
    "<table><thead><tr><th>City</th><th>2018</th></tr></thead><tbody><tr><td>{}</td><td>12</td></tr></tbody></table>",
    '<table style="border-collapse: collapse"><tr><td style="border: 1px solid">{}</td><td>{}</td></tr></table>',
    "<table><tr><td>{}</td><td>One</td></tr><tr><td>One</td><td><p>One</p></td></tr></table>",
    '<table><tr><td style="border-radius: 2mm; border: 1px solid; background: #eee">{}</td><td>One</td></tr></table>',
    '<table style="font-size: 8pt; hyphens: auto"><tr><td>One</td><td style="padding: 0 10%">One</td></tr></table>',
    '<p>Counted<span style="float: footnote">{}</span> once.</p>',
    '<div style="display: flex"><p style="flex: 1 1 0">{}</p><p>{}</p></div>',
    '<div style="white-space: nowrap"><p style="display: inline-block; width: 40%; white-space: normal">{}</p>{}</div>',
    '<p style="float: right; width: 30mm">{}</p><p style="position: relative; top: 1mm">{}</p>',
    '<p style="position: absolute; left: 0; width: 30mm">{}</p><p>{}</p>',
    '<p style="position: absolute; border: 2px double; width: 30mm">{}</p><p>{}</p>',
    '<div style="display: flex"><p style="float: left">{}</p><p>{}</p></div>',
)
LANGUAGES = ("en", "da", "fi")


def page(language: str, blocks: list[tuple[str, str]]) -> str:
    """A page with these blocks, each around its span."""
    body = "".join(block.replace("{}", span) for block, span in blocks)
    html = sample_page.page(f"<main><h1>1</h1>{body}</main>", style="")
    return html.replace('lang="en"', f'lang="{language}" style="--accent: #0B5563"')


pages = st.builds(
    page,
    st.sampled_from(LANGUAGES),
    st.lists(st.tuples(st.sampled_from(BLOCKS), st.sampled_from(SPANS)), min_size=1, max_size=4),
)


@cache
def lent() -> Press:
    """A press that remembers, through all that hypothesis thinks of."""
    return Press(sample_page.TEMPLATES, STYLES)


class AllRules:
    """The engine's own style sheet, whole for every page."""

    def fitting(self, _html: str) -> object:
        return engine.UA_STYLESHEET


def another() -> Press:
    """A press whose engine is taken for another version, and so works alone, with all its own rules."""
    with patch.object(memory, "ENGINE", "another version"), patch.object(shared, "OwnRules", lambda _: AllRules()):
        return Press(sample_page.TEMPLATES, STYLES)


alone = cache(another)


def content(press: Press, html: str) -> bytes:
    return press.typeset(html, created=sample_page.CREATED).content


@pytest.fixture(scope="module", autouse=True)
def _engine_as_it_was() -> Iterator[None]:
    before = (css.ComputedStyle, inline.split_first_line, inline.strut, line_break.Layout)
    yield
    assert before == (css.ComputedStyle, inline.split_first_line, inline.strut, line_break.Layout)


@settings(max_examples=40, deadline=None)
@given(pages)
def test_a_page_is_the_same_to_the_byte_as_by_the_engine_alone(html: str) -> None:
    assert content(lent(), html) == content(alone(), html)


CELLS = ("One", "12 345", "", "internationalisation", "&shy;soft&shy;ly", "x<br>y", "<p>par</p>", "<b>b</b> x", WORDS)
CELL_STYLES = (
    *("", "padding: 0 10%", "padding-left: calc(1mm + 1%)", "border: 1px solid", "width: 30%", "max-width: 5mm"),
    *("hyphens: auto", "white-space: nowrap", "letter-spacing: 1pt", "text-indent: 3mm", "word-break: break-all"),
    *("border-radius: 10%; border: 1px solid", "direction: rtl", "box-sizing: border-box; width: 10mm", "margin: 5mm"),
)
TABLE_STYLES = (
    "",
    "border-collapse: collapse",
    "border-spacing: 2mm",
    "table-layout: fixed; width: 80mm",
    "width: 100%",
)
cells = st.builds('<td style="{}">{}</td>'.format, st.sampled_from(CELL_STYLES), st.sampled_from(CELLS))
rows = st.lists(st.lists(cells, min_size=3, max_size=3).map("".join).map("<tr>{}</tr>".format), min_size=1, max_size=4)
tables = st.builds('<table style="{}">{}</table>'.format, st.sampled_from(TABLE_STYLES), rows.map("".join))


@settings(max_examples=40, deadline=None)
@given(st.lists(tables, min_size=1, max_size=3).map("".join))
def test_tables_are_the_same_to_the_byte_as_by_the_engine_alone(html: str) -> None:
    html = page("en", [(html, "")])
    assert content(lent(), html) == content(alone(), html)


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("block", BLOCKS)
def test_the_second_page_is_the_first_again(block: str, span: str) -> None:
    html = page("en", [(block, span)])
    assert content(lent(), html) == content(lent(), html) == content(alone(), html)


GRID = '<div style="display: grid; grid-template-columns: auto auto"><p style="background: #eee">{}</p><p>{}</p></div>'
RIGHT_TO_LEFT = '<p style="direction: rtl">Larvik <strong>Oslo</strong> </p>'
SMALL = "<style>@page { size: A5 }</style>"
NOTES = '<p>Once<span style="position: note(note)">One</span> twice<span style="position: note(note)">Two</span>.</p>'
LINKED = "data:text/css;base64,Lm4ge2Zsb2F0OmZvb3Rub3RlfQ=="  # .n {float:footnote}
PAIRS = {  # what the engine changes in a style, or keeps, after it has begun to lay out
    "a copy of a copy": (GRID.format(WORDS, "Oslo"), GRID.format("Oslo", WORDS)),
    "the page's overflow": (f'<body style="overflow: hidden"><p>{WORDS}</p>',) * 2,
    "the page's size": (f'<p style="width: 50vw">{WORDS}</p>', f'{SMALL}<p style="width: 50vw">{WORDS}</p>'),
    "a size by another name": (
        f'<p style="--wide: 50vw; width: calc(10% + var(--wide))">{WORDS}</p>',
        f'{SMALL}<p style="--wide: 50vw; width: calc(10% + var(--wide))">{WORDS}</p>',
    ),
    "the anchors of notes": (NOTES, NOTES),
    "a line of spaces": (RIGHT_TO_LEFT, RIGHT_TO_LEFT),
    "lengths that read alike": tuple(
        f'<p style="width: 2cm; hyphens: auto; hyphenate-limit-zone: calc({zone})">{WORDS} internationalisation</p>'
        for zone in ("0% + 1px", "90% + 20px")
    ),
    "heights that read alike": tuple(
        f'<p style="line-height: calc(1em + {percent}%)">{WORDS}</p>' for percent in (20, 90)
    ),
    "notes by capitals": ('<p>Once<span style="float: FootNote">One</span>.</p>',),
    "notes by another sheet": (f'<link rel="stylesheet" href="{LINKED}"><p>Once<span class="n">One</span>.</p>',),
}


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20mm" viewBox="0 0 100 50">{}</svg>'
DRAWINGS = (
    '<path d="M0 0L10 10 20 5e1z" style="fill: #0B5563; stroke: none"/>',
    "<style>path { fill: red }</style><path d='M 0 0 h 10 v 10 a 5 5 0 0 1 5 5 Z'/><path d='m1.5.5-3 4,5 6z'/>",
    '<rect width="50%" height="1em" rx="2mm"/><text font-size="8" x="10%" y="1ex" font-family="Inter">Oslo</text>',
    (
        '<defs><linearGradient id="g"><stop offset="5%" stop-color="red"/><stop offset="1" stop-color="blue"/>'
        '</linearGradient></defs><polygon points="0,0 10,0 10,10" fill="url(#g)" transform="rotate(45) scale(2,.5)"/>'
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_picture_is_the_same_to_the_byte_as_by_the_engine_alone(drawing: str) -> None:
    html = page("en", [('<p><img src="figure:1.svg" alt="1"> {}</p>', WORDS)])

    def pictured(press: Press, width: str) -> bytes:
        images = {"1.svg": SVG.format(width, drawing).encode()}
        return press.typeset(html, created=sample_page.CREATED, images=images).content

    widths = ("80mm", "50%", "80mm")
    assert [pictured(lent(), width) for width in widths] == [pictured(alone(), width) for width in widths]


def body(html: str) -> str:
    """A page around this body, with its own <body> where it brings one."""
    bare = page("en", [(html, "")])
    return bare.replace("<body><main>", "<main>") if "<body" in html else bare


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_of_one_page_is_left_in_the_next(name: str) -> None:
    bodies = [body(html) for html in PAIRS[name]]
    assert [content(lent(), html) for html in bodies * 2] == [content(another(), html) for html in bodies] * 2


FAULTS = {
    "Ignored `width: 12 parrots`": page("en", [('<p style="width: 12 parrots">{}</p>', WORDS)]),
    "EOF reached": page("en", [('<p style="width">{}</p>', WORDS)]),
    "Ignored `color: 12 parrots`": page("en", [("<p>{}</p>", SPANS[3])]).replace("#0B5563", "12 parrots"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_with_a_fault_is_refused_each_time(fault: str) -> None:
    for _ in range(2):
        with pytest.raises(TypesettingError, match=fault):
            content(lent(), FAULTS[fault])


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
def test_a_page_that_is_broken_off_spoils_no_other(monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]) -> None:
    html = page("en", [('<p style="--narrow: 30mm; width: var(--narrow)">{}</p>', WORDS)])
    press = Press(sample_page.TEMPLATES, STYLES)

    def break_off(*_: object) -> None:
        raise kind

    with monkeypatch.context() as patched:
        patched.setattr(css, "resolve_var", break_off)
        with pytest.raises(kind):
            content(press, html)
    assert content(press, html) == content(alone(), html)


def test_a_page_with_a_fault_is_refused_each_time_and_spoils_no_other() -> None:
    good = page("en", [("<p>{}</p>", WORDS)])
    bad = page("en", [('<p style="width: 12 parrots">{}</p>', WORDS)])
    before = content(lent(), good)
    for _ in range(2):
        with pytest.raises(TypesettingError, match=r"Ignored `width: 12 parrots`"):
            content(lent(), bad)
    assert content(lent(), good) == before


def test_fonts_of_ever_other_sizes_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST", 10)
    press = Press(sample_page.TEMPLATES, STYLES)
    for size in (*range(30, 50), *range(30, 50)):
        html = page("en", [(f'<p style="font-size: {size}px">{{}}</p>', SPANS[1])])
        assert content(press, html) == content(alone(), html)
    assert len(press._memory._pen.held) <= 20  # noqa: SLF001  nothing else tells


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the engine has had Pango set since."""
    styles: list[object] = []
    own = line_break.Layout.setup

    def setup(line: object, style: object) -> None:
        styles.append(style)
        own(line, style)

    monkeypatch.setattr(line_break.Layout, "setup", setup)
    return styles


def test_what_one_page_has_found_out_the_next_need_not(asked: list[object]) -> None:
    html = page("fi", [(block, SPANS[0]) for block in BLOCKS if "ellipsis" not in block])
    content(lent(), html.replace("Trust", "Trust, in this test only,"))
    first = len(asked)
    content(lent(), html.replace("Trust", "Trust, in this test only,"))
    assert len(asked) - first < first / 20


@pytest.mark.parametrize(("between", "known"), [(lines.KEPT_FOR - 2, True), (lines.KEPT_FOR, False)])
def test_a_line_is_kept_for_some_documents_to_come_again(asked: list[object], between: int, *, known: bool) -> None:
    press = Press(sample_page.TEMPLATES, STYLES)
    once = page("da", [("<p>{}</p>", WORDS)])
    content(press, once)
    for number in range(between):
        content(press, page("fi", [("<p>{}</p>", f"Helsinki {number}")]))
    asked.clear()
    content(press, once)
    assert (asked == []) is known


@pytest.mark.parametrize("language", ["nb", "nn", "da", "sv", "is", "en", "de", "hu", "lv", "uk"])
def test_patterns_of_hyphens_are_what_pyphen_reads(language: str) -> None:
    path = pyphen.LANGUAGES[language]
    own, ours = pyphen.HyphDict(path), hyphens.Dictionary(path)
    read = ((letters, ours.patterns.get(letters)) for letters in list(ours.patterns))
    assert {letters: pattern for letters, pattern in read if pattern is not None} == own.patterns
    assert ours.maxlen >= own.maxlen
    for word in ("barnehage", "Kommunesamarbejde", "öresundsförbindelsen", "sveitarstjórnarmál", "x", ""):
        assert ours.positions(word) == own.positions(word)


def test_each_dictionary_that_pyphen_brings_is_opened() -> None:
    assert all(hyphens.Dictionary(path).patterns for path in set(pyphen.LANGUAGES.values()))


def test_html_is_read_with_patterns_that_are_made_once() -> None:
    content(lent(), page("en", [(block, SPANS[3]) for block in BLOCKS]))
    made = dict(markup._patterns)  # noqa: SLF001  nothing else tells
    content(lent(), page("en", [(block, SPANS[4]) for block in BLOCKS]))
    assert made
    assert all(markup._patterns[name] is pattern for name, pattern in made.items())  # noqa: SLF001  likewise
