"""Which characters and fonts a document may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from reportgen.errors import TemplateError
from reportgen.press.pdf.glyphs import drawing_families, drawing_texts, missing_families, missing_glyphs, read_fonts
from tests.sample_page import BARS, TEMPLATES

FONTS = read_fonts(TEMPLATES / "fonts")

MAC_ICELAND = (1, 0, 15)  # platform, encoding, language
BITMAPS = """STARTFONT 2.1
FONT -misc-a-medium-r-normal--8-80-75-75-c-80-iso10646-1
SIZE 8 75 75
FONTBOUNDINGBOX 8 8 0 0
CHARS 1
STARTCHAR A
ENCODING 65
SWIDTH 500 0
DWIDTH 8 0
BBX 1 1 0 0
BITMAP
80
ENDCHAR
ENDFONT
"""
ALPHABETS = {
    "da nb nn": "ÆØÅæøå",
    "sv fi": "ÅÄÖåäöŠŽšž",
    "is": "ÁÐÉÍÓÚÝÞÆÖáðéíóúýþæö",
    "fo": "ÁÐÍÓÚÝÆØáðíóúýæø",
    "kl": "ÆØÅæøåĸ",
    "se": "ÁČĐŊŠŦŽáčđŋšŧž",
    "signs": "−–—‘’“”„»«…·•×≥≤→✓%‰€°№ \u00a0\u202f\u2009\u2011",
}


@pytest.mark.parametrize("letters", ALPHABETS.values(), ids=ALPHABETS)
def test_fonts_hold_every_letter_of_every_language(letters: str) -> None:
    assert missing_glyphs([letters], FONTS) == ()


def test_a_font_tells_each_of_its_families_whoever_it_tells_them_to(tmp_path: Path) -> None:
    font = FontBuilder(unitsPerEm=1000)
    font.setupGlyphOrder([".notdef", "a"])
    font.setupCharacterMap({ord("a"): "a", 0x1F525: "a"})
    font.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "a")})
    font.setupHorizontalMetrics(dict.fromkeys((".notdef", "a"), (500, 0)))
    font.setupHorizontalHeader()
    font.setupPost()
    font.setupNameTable({"familyName": {"en": "Ærø Light", "da": "Ærø Let"}, "typographicFamily": "Ærø"})
    font.font["name"].setName("Þórs", 1, *MAC_ICELAND)
    font.save(tmp_path / "font.ttf")
    assert read_fonts(tmp_path).families == {"ærø light", "ærø let", "ærø", "þórs"}
    assert read_fonts(tmp_path).characters == {"a", "\N{FIRE}"}


def test_a_font_of_another_kind_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_text(BITMAPS)
    with pytest.raises(TemplateError, match=r"font\.ttf: this font cannot be read .*; put an intact file in its place"):
        read_fonts(tmp_path)


def test_missing_character_is_named_with_code_point_and_words_around() -> None:
    (sentence,) = missing_glyphs(["We met in Larvik \N{FIRE} and the meeting went very well indeed"], FONTS)
    assert sentence == (
        "the character U+1F525 FIRE is in no font of the project; "
        "it stands in “We met in Larvik \N{FIRE} and the meeting went ve”"
    )


def test_each_character_is_told_once() -> None:
    assert len(missing_glyphs(["\N{FIRE} and \N{FIRE}", "\N{FIRE}", "\N{SNOWMAN}"], FONTS)) == 2


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE turns the reading direction"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE turns the reading direction"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK turns the reading direction"),
        ("\u200d", "U+200D ZERO WIDTH JOINER is in no font"),
        ("\u2028", "U+2028 LINE SEPARATOR is in no font"),
        ("\x07", "U+0007 CONTROL CHARACTER is in no font"),
        ("\ue001", "U+E001 PRIVATE USE"),
        ("\ud800", "U+D800 SURROGATE"),
    ],
)
def test_characters_that_steer_are_refused(character: str, said: str) -> None:
    (sentence,) = missing_glyphs([f"a{character}b"], FONTS)
    assert said in sentence


def test_sentence_itself_holds_nothing_that_steers() -> None:
    (sentence,) = missing_glyphs(["a\u202eb"], FONTS)
    assert "\u202e" not in sentence


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u2060", "\n", "\t", "\u00a0", "\u202f"])
def test_breaking_and_spacing_characters_are_allowed(character: str) -> None:
    assert missing_glyphs([f"a{character}b"], FONTS) == ()


def test_decomposed_letters_count_as_composed() -> None:
    assert missing_glyphs(["Malmo\u0308, A\u030arhus"], FONTS) == ()


def test_first_named_family_must_be_there() -> None:
    stacks = [("Inter", "Helvetica"), ("serif",), ("inter semi bold",), ("sans-serif", "Georgia")]
    assert missing_families(stacks[:3], FONTS) == ()
    assert missing_families(stacks, FONTS)[0].startswith(
        "the font “Georgia” is not in fonts; add its files, or use inter"
    )


def test_texts_of_a_drawing_are_found_in_its_parts() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><g><text>a<tspan>b</tspan>c</text></g><desc>d</desc></svg>'
    assert drawing_texts(drawing) == ("a", "b", "c")


@pytest.mark.parametrize(
    ("style", "families"),
    [
        ('font-family="Inter, sans-serif"', ("Inter", "sans-serif")),
        ("font-family='Inter Medium'", ("Inter Medium",)),
        ("style=\"font-family: 'Inter Medium', serif; fill: red\"", ("Inter Medium", "serif")),
        ("style=\"font: 600 9.5px 'Inter'; text-anchor: middle\"", ("Inter",)),
        ("style=\"font: italic 9pt/12pt 'Inter', 'DejaVu Sans', sans-serif\"", ("Inter", "DejaVu Sans", "sans-serif")),
        ('style="font: 10px &quot;Inter&quot;, serif"', ("Inter", "serif")),
    ],
)
def test_families_of_a_drawing_are_found(style: str, families: tuple[str, ...]) -> None:
    assert drawing_families(f"<svg><text {style}>a</text></svg>".encode()) == (families,)


def test_families_of_the_sample_drawing() -> None:
    assert drawing_families(BARS) == (("Inter", "sans-serif"),)
