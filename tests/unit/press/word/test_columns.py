"""The widths of a table's columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib import ft2font, get_data_path

from reportgen.model.annexes import Cell, Grid, Heading
from reportgen.press.annex_files import annex_of
from reportgen.press.word.columns import widths
from tests import example
from tests.annex import sample_annex

UPRIGHT, LYING = 9298, 14230
TEXT, TWENTIETHS, BESIDE = 8.5, 20, 200  # the text's size in points, and the style's space beside it


def grid(*columns: tuple[str, str]) -> Grid:
    """A table of one row."""
    headings = tuple(Heading(f"c{place}", head) for place, (head, _) in enumerate(columns))
    return Grid("one", "One", headings, (tuple(Cell(text) for _, text in columns),))


def test_a_small_table_keeps_its_number_near_its_name() -> None:
    found = widths(grid(("Role", "Practitioners"), ("2018", "511")), UPRIGHT)
    assert sum(found) < UPRIGHT / 2


def test_a_wide_table_takes_the_whole_page_and_no_more() -> None:
    assert LYING - 10 <= sum(widths(sample_annex("da").results, LYING)) <= LYING


def test_a_long_text_gets_more_than_a_short_one() -> None:
    short, long = widths(grid(("A", "yes"), ("B", "a word " * 40)), UPRIGHT)
    assert long > 4 * short


def test_a_word_without_end_leaves_the_others_their_room() -> None:
    annex = sample_annex()
    first, *rows = annex.results.rows
    endless = replace(annex.results, rows=((Cell("x" * 10_000), *first[1:]), *rows))
    pressed = widths(endless, LYING)
    assert sum(pressed) <= LYING
    assert min(pressed) > 750  # "Target", the shortest of the longest words, and the space beside it


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv", "fi", "is"])
def test_no_word_of_a_head_breaks_in_a_wider_face(language: str) -> None:
    face = ft2font.FT2Font(f"{get_data_path()}/fonts/ttf/DejaVuSans-Bold.ttf")
    face.set_size(100 * TEXT, 72)  # so large that rounding to pixels is nothing

    def measured(word: str) -> float:
        face.set_text(word)
        return float(face.get_width_height()[0]) / 64 / 100 * TWENTIETHS

    annex = annex_of(example.pack(language)[0], example.workshop())
    for told in (annex.results, *(one for chapter in annex.chapters for one in chapter.grids)):
        for heading, width in zip(told.headings, widths(told, LYING), strict=True):
            for word in heading.text.split():
                assert measured(word) + BESIDE <= width, (told.code, word)


def test_an_empty_column_has_a_width() -> None:
    assert all(width > 0 for width in widths(grid(("", ""), ("A", "")), UPRIGHT))
