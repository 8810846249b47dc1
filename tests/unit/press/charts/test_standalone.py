"""A picture that leaves the page says what it is: title, alt text and language in the file, whatever they hold."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image

from reportgen.press.charts import draw, draw_png, draw_svg
from tests.unit.press.charts import samples
from tests.unit.press.charts.samples import ACCENT, TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
ALT = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility"
SAYS = ("Der er 5 < 6 & \"flere\" end 'før' ＝1", "Larvik: 157 af 412; <b>Århus</b>: -5 & ]]> \u202eabc 🙂.")


def standing(name: str, title: str = SAYS[0], alt: str = SAYS[1]) -> Element:
    return fromstring(draw_svg(replace(samples.every()[name], alt=alt), TEMPLATES, ACCENT, title))  # noqa: S314  our own


@pytest.mark.parametrize("name", samples.every())
def test_an_svg_says_what_it_shows_in_its_language(name: str) -> None:
    svg = standing(name)
    assert [child.tag for child in svg][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert tuple(child.text for child in svg[:2]) == SAYS
    language = samples.every()[name].language
    assert (svg.get("role"), svg.get("lang"), svg.get(XML_LANG)) == ("img", language, language)
    assert svg.get("aria-labelledby") == svg[0].get("id")
    assert svg.get("aria-describedby") == svg[1].get("id")


@pytest.mark.parametrize("name", samples.every())
def test_every_text_keeps_its_width_in_another_face(name: str) -> None:
    texts = list(standing(name).iter(f"{SVG}text"))
    assert texts
    for text in texts:
        assert "font-family: Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif" in str(text.get("style"))
        assert 0 < float(text.get("textLength", 0)) < 12 * len(text.text or "")


def test_the_page_keeps_its_own_svg() -> None:
    chart = samples.every()["strip"]
    page, own = (re.findall(r">([^<>]+)</text>", one.decode()) for one in (
        draw(chart, TEMPLATES, ACCENT), draw_svg(chart, TEMPLATES, ACCENT, "Titel")
    ))  # fmt: skip
    assert page == own
    assert b"textLength" not in draw(chart, TEMPLATES, ACCENT)


def test_a_control_character_leaves_the_file_readable() -> None:
    svg = standing("strip", "a\x01b\ud800c", "x\x00y\uffffz")
    assert (svg[0].text, svg[1].text) == ("abc", "xyz")


def test_a_png_says_it_in_text_and_in_xmp() -> None:
    chart = replace(samples.strip("nb"), alt=SAYS[1])
    info = Image.open(BytesIO(draw_png(chart, TEMPLATES, ACCENT, SAYS[0]))).info
    assert (info["Title"], info["Description"]) == SAYS
    packet = fromstring(info["XML:com.adobe.xmp"].encode())  # noqa: S314  our own
    for tag, said in ((f"{DC}title", SAYS[0]), (f"{DC}description", SAYS[1]), (ALT, SAYS[1])):
        told = [(item.get(XML_LANG), item.text) for item in packet.findall(f".//{tag}/{RDF}Alt/{RDF}li")]
        assert told == [("x-default", said), ("nb", said)]
    assert [item.text for item in packet.findall(f".//{DC}language//{RDF}li")] == ["nb"]
    assert not re.search(r"20\d\d-", info["XML:com.adobe.xmp"])


def test_a_figure_without_a_title_of_its_own_takes_the_pages() -> None:
    chart = replace(samples.strip("nb"), title="Panel")
    assert Image.open(BytesIO(draw_png(chart, TEMPLATES, ACCENT))).info["Title"] == "Panel"
    assert Image.open(BytesIO(draw_png(chart, TEMPLATES, ACCENT, "Figur"))).info["Title"] == "Figur"
