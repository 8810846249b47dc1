"""The example's annex: one finding feeds every table, figure and row of data, in each language."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from reportgen.model.annexes import Annex, CellKind, Grid
from reportgen.model.documents import RecordFact
from reportgen.model.findings import Entry, Interval
from reportgen.model.packs import PromisesFact
from reportgen.model.spec import Texts
from reportgen.press.annex.others import promises_grid
from reportgen.press.annex_files import annex_of
from reportgen.press.figure_facts.presence import has_something
from reportgen.press.figures import Album
from reportgen.press.prose.scene import set_scene
from tests import annex_facts as facts
from tests import example

LANGUAGES = ("en", "da", "nb", "sv", "fi", "is")


@cache
def annex(language: str = "en") -> Annex:
    return annex_of(example.pack(language)[0], example.workshop())


def grids(told: Annex) -> list[Grid]:
    chapters = [grid for chapter in told.chapters for grid in (*chapter.grids, *(f.grid for f in chapter.figures))]
    return [told.results, *chapters]


def test_a_plan_without_a_day_says_its_year() -> None:
    title = Texts((("en", "Plans"),))
    entries = tuple(
        Entry((("text", Texts((("en", text),))), ("dates", dates), ("year", year), ("status", "kept")), "row 2")
        for text, dates, year in (
            ("Board", None, 2018),
            ("Session", Interval(date(2018, 3, 14), date(2018, 3, 15)), 2018),
            ("Guide", None, None),
        )
    )
    fields = ("text", "dates", "year", "status")
    record = RecordFact("plans", fields, entries, replace(facts.evidence(), title=title), many=True)
    grid = promises_grid(PromisesFact(record, (("kept", Texts((("en", "kept"),))),)), facts.voice())
    assert [row[1].shown for row in grid.rows] == ["2018", "14–15\xa0March 2018", "–"]


def test_a_ratio_has_its_two_halves_wherever_it_is_printed() -> None:
    shares = [
        cell.shown
        for grid in grids(annex())
        for row in grid.rows
        for cell in row
        if cell.receipt is not None and grid.printed[cell.receipt].code == "women_share"
    ]
    assert shares == [
        "50.6% (233\xa0of\xa0460)",
        "51.7% (44\xa0of\xa085)",
        "49.2% (99\xa0of\xa0201)",
        "50.6% (233\xa0of\xa0460)",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_whole(language: str) -> None:
    for grid in grids(annex(language)):
        assert all(len(row) == len(grid.headings) for row in grid.rows), grid.code
        assert len({heading.name for heading in grid.headings}) == len(grid.headings)
        told = Counter(cell.receipt for row in grid.rows for cell in row if cell.receipt is not None)
        assert set(told.values()) <= {1}
        assert all(
            cell.shown == grid.printed[cell.receipt].shown
            for row in grid.rows
            for cell in row
            if cell.receipt is not None
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_total_is_the_sum_of_what_stands_above_it(language: str) -> None:
    found = [grid for grid in grids(annex(language)) if grid.has_total]
    assert len(found) >= 4
    for grid in found:
        for place in range(1, len(grid.headings)):
            *parts, total = (row[place] for row in grid.rows)
            if total.value is not None:
                assert sum(part.value for part in parts) == total.value, (grid.code, place)  # type: ignore[misc]  # numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_differ_in_words_and_in_no_number(language: str) -> None:
    """Cities stand in the order of each alphabet, so the values are compared without their order."""
    for told, english in zip(grids(annex(language)), grids(annex()), strict=True):
        both = (Counter(cell.value for row in grid.rows for cell in row) for grid in (told, english))
        assert len({frozenset(counted.items()) for counted in both}) == 1, told.code


def test_the_data_of_a_figure_are_the_numbers_of_its_table() -> None:
    for figure in annex().figures:
        numbers = Counter(cell.value for row in figure.grid.rows for cell in row if cell.receipt is not None)
        totals = figure.grid.rows[-1] if figure.grid.has_total else ()
        assert Counter(datum.value for datum in figure.data) == numbers, figure.code
        assert all(cell.kind is not CellKind.TEXT for cell in figure.grid.headings[1:]), totals


def test_a_figure_is_planned_when_it_has_something_and_only_then() -> None:
    file = example.pack("en")[0]
    words = example.workshop().words_in("en")
    album = Album(file, words, set_scene(file, words), example.workshop().titles_of(file))
    network = [fact for fact in file.figures if fact.spec.whose == "network"]
    assert len(network) > 5
    assert [has_something(fact) for fact in network] == [album.compose(fact.spec.code) is not None for fact in network]


def test_a_perspective_without_an_indicator_says_that_nothing_is_measured() -> None:
    chapter = next(chapter for chapter in annex().chapters if chapter.code == "environment_and_climate")
    assert chapter.note == "No indicator is declared for this perspective yet, so nothing is measured."
    assert not chapter.grids


def test_what_was_planned_is_kept_dropped_or_open() -> None:
    grid = next(chapter.grids[0] for chapter in annex().chapters if chapter.code == "promises")
    assert [row[2].shown for row in grid.rows] == ["Kept", "Dropped", "Kept", "Still open"]


def test_the_evidence_names_the_files_with_their_fingerprints() -> None:
    definitions = {definition.code: definition for definition in annex().evidence}
    files = dict(definitions["participants"].files)
    assert set(files) == {
        "data/2016/activity.xlsx",
        "data/2017/activity.xlsx",
        "data/2018/activity.xlsx",
        "data/network.xlsx",
    }
    assert all(len(sha256) == 64 for sha256 in files.values())
    assert definitions["women_participants"].rows == 595  # a ratio's half, proved as well
    assert definitions["participants"].rounding == "489 here; letters may round it down to 450."
