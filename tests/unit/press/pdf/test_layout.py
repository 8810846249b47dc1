"""What the laid-out pages know."""

from __future__ import annotations

import weasyprint

from reportgen.press.pdf.layout import Layout, declare_row_headers, page_faults, read_layout, unwrap_values
from tests.sample_page import page, press

SMALL = "@page { size: A6; margin: 15mm } html { font: 10pt/15pt Inter }"


def lay_out(body: str, style: str = SMALL) -> Layout:
    press()  # so that the fonts are the project's
    return read_layout(weasyprint.HTML(string=page(body, style)).render().pages)


def test_links_are_numbered_by_element_and_carry_its_words() -> None:
    words = "a link that is far too long to stand on only one line of a small page"
    layout = lay_out(f'<h1 id="a">a</h1><p><a href="#a">{words}</a> and <a href="https://example.org/">another</a></p>')
    (sheet,) = layout.sheets
    assert [(link.element, link.text) for link in sheet.links] == [(0, words), (0, words), (1, "another")]


def test_what_runs_on_over_a_page_is_told_from_outside_in() -> None:
    text = "Every person is counted once. " * 60
    layout = lay_out(f"<main><h1>a</h1><section><p>{text}</p></section></main>")
    assert [sheet.continued for sheet in layout.sheets] == [(), ("Part", "Sect", "P"), ("Part", "Sect", "P")]


def test_only_what_is_open_at_the_break_runs_on() -> None:
    layout = lay_out('<main><h1>a</h1><p>b</p><p style="break-before: page">c</p></main>')
    assert [sheet.continued for sheet in layout.sheets] == [(), ("Part",)]


def test_texts_and_families_are_those_that_are_shown() -> None:
    style = SMALL + "@page { @top-left { content: 'Top' } } h1 { text-transform: uppercase } em { font-family: Other }"
    layout = lay_out('<h1>a</h1><p>b <em>c</em></p><p style="display: none">d</p>', style)
    assert {text.strip() for text in layout.texts} == {"A", "b", "c", "Top"}
    assert set(layout.families) == {("Inter",), ("Other",)}


def test_row_headers_are_declared_and_none_overruled() -> None:
    rows = '<tr><th>a</th><th>b</th></tr><tr><th>c</th><td>1</td></tr><tr><th scope="col">d</th><td>2</td></tr>'
    root = weasyprint.HTML(string=page(f"<table>{rows}</table>")).etree_element
    declare_row_headers(root)
    assert [header.get("scope") for header in root.iter("th")] == [None, None, "row", "col"]


def test_faults_are_told_together() -> None:
    press()
    html = weasyprint.HTML(string='<h2>Deep</h2><p><a href="http://example.org/">plain</a></p>')
    faults = page_faults(html.etree_element, html.render().pages)
    assert [fault.split(";")[0] for fault in faults] == [
        "the page has no <title>",
        "the page has no language",
        "the heading “Deep” is an h2 where an h1 is due",
        "the link to “http://example.org/” is neither https: nor mailto:",
    ]


def test_values_become_words_of_their_paragraph_and_intervals_stay_whole() -> None:
    said = (
        '<p>All <data value="12">12</data> of <data value="3">3</data> cities <em>and <data value="4">4</data></em>, '
        'on <data value="2019-03-20/2019-03-21">20–21 March</data>.</p><p><data value="1"></data></p>'
    )
    root = weasyprint.HTML(string=page(said)).etree_element
    before = "".join(root.itertext())
    unwrap_values(root)
    assert [element.get("value") for element in root.iter("data")] == ["2019-03-20/2019-03-21"]
    assert "".join(root.itertext()) == before


def test_no_word_stands_alone_before_a_value_that_no_longer_fits() -> None:
    """WeasyPrint sets "the" on a line of its own where the text before a value fits, and its last space does not."""
    style = "@page { size: A4; margin: 20mm } p { width: 136mm; font: 10pt/5mm Inter }"
    text = "the network did together, what your city took part in, and what comes next. In all, "
    root = weasyprint.HTML(string=page(f'<h1>a</h1><p>{text}<data value="1578">1,578</data> people came.</p>', style))
    assert "the" in _lines(root)  # the day this is mended in the engine, take `unwrap_values` away
    unwrap_values(root.etree_element)
    assert "the" not in _lines(root)


def _lines(root: weasyprint.HTML) -> set[str]:
    press()  # so that the fonts are the project's
    return {line.strip() for line in read_layout(root.render().pages).texts}
