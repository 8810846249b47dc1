"""The widths of a table's columns."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.annexes import Cell, Grid, Heading
from reportgen.press.word.columns import widths
from tests.annex import sample_annex

UPRIGHT, LYING = 9298, 14230


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


def test_an_empty_column_has_a_width() -> None:
    assert all(width > 0 for width in widths(grid(("", ""), ("A", "")), UPRIGHT))
