"""Parts and the not recorded come to the whole, or no sum is printed."""

from __future__ import annotations

from reportgen.model.annexes import Grid
from reportgen.press.annex.splits import adds_up, split_grid
from tests import annex_facts as facts


def rows(grid: Grid) -> list[tuple[str, ...]]:
    return [tuple(cell.shown for cell in row) for row in grid.rows]


def test_parts_that_come_to_the_whole_have_a_total() -> None:
    grid = split_grid(facts.chapter(splits=(facts.split(9, ("f", 5), ("m", 3), (None, 1)),)), facts.voice())
    assert rows(grid) == [("Women", "5"), ("Men", "3"), ("Not recorded", "1"), ("Total", "9")]
    assert grid.has_total
    assert grid.note == ""


def test_parts_that_overlap_have_none_and_that_is_said() -> None:
    grid = split_grid(facts.chapter(splits=(facts.split(7, ("f", 5), ("m", 3)),)), facts.voice())
    assert rows(grid) == [("Women", "5"), ("Men", "3")]
    assert not grid.has_total
    assert grid.note == "Days: What belongs to several groups is counted in each of them."


def test_beside_a_column_that_adds_up_one_that_does_not_has_a_dash() -> None:
    splits = facts.split(8, ("f", 5), ("m", 3)), facts.split(7, ("f", 5), ("m", 3))
    grid = split_grid(facts.chapter(splits=splits), facts.voice())
    assert rows(grid)[-1] == ("Total", "8", "–")


def test_what_is_no_count_is_never_added() -> None:
    assert not adds_up(facts.split(8, ("f", 5), ("m", 3), can_add=False))


def test_a_part_that_is_not_recorded_is_no_nought() -> None:
    grid = split_grid(facts.chapter(splits=(facts.split(5, ("f", 5), ("m", None)),)), facts.voice())
    assert rows(grid) == [("Women", "5"), ("Men", "not recorded")]


def test_the_entities_always_have_their_row_and_others_when_they_have_something() -> None:
    splits = (facts.split(4, ("DK", 3), ("US", 1), ("CA", 0)),)
    chapter = facts.chapter(splits=splits, always=("DK", "FI"))
    assert rows(split_grid(chapter, facts.voice())) == [
        ("Denmark", "3"),
        ("Finland", "0"),
        ("United States", "1"),
        ("Total", "4"),
    ]


def test_an_entity_without_rows_of_a_largest_value_is_not_recorded() -> None:
    chapter = facts.chapter(splits=(facts.split(3, ("DK", 3), can_add=False),), always=("DK", "FI"))
    assert rows(split_grid(chapter, facts.voice())) == [("Denmark", "3"), ("Finland", "not recorded")]
