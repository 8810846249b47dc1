"""Whatever stands in an annex reads back from its CSV and its workbook as the same values."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from reportgen.model.annexes import Annex, Cell, Datum, Grid, Heading
from reportgen.press.dataset import values, write_csv, write_package, write_sheets
from reportgen.press.dataset.sheet_names import FORBIDDEN, LONGEST, name_sheets
from reportgen.press.inert import NUMBER, as_typed, inert
from reportgen.press.words import read_words
from tests.annex import sample_annex

TEMPLATES = Path(__file__).parents[2] / "templates"
# No file can hold half a character, nor XML the two that are none.
LETTERS = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
SIGNS = st.sampled_from("=+-@＝＋\t\r\n;,'\"& _x0041_")
TEXTS = st.text(st.one_of(LETTERS, SIGNS), max_size=30)
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
)
DATA = st.builds(
    Datum,
    TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS,
    st.none() | NUMBERS, TEXTS, st.integers(0, 10**9), st.none() | NUMBERS, st.none() | NUMBERS,
)  # fmt: skip
FIELDS = tuple(field.name for field in values.FIELDS if field.name != "status")


@cache
def annex() -> Annex:
    whole = sample_annex()
    return replace(whole, chapters=(replace(whole.chapters[0], grids=(), figures=whole.figures[:1]),))


def with_data(data: list[Datum], rows: tuple[tuple[Cell, ...], ...] = ()) -> Annex:
    chapter = annex().chapters[0]
    grid = Grid("any", "Any", (Heading("text", "Text"),), rows) if rows else chapter.figures[0].grid
    figure = replace(chapter.figures[0], data=tuple(data), grid=grid)
    return replace(annex(), chapters=(replace(chapter, figures=(figure,)),))


@given(TEXTS)
def test_a_text_made_inert_is_no_formula_and_comes_back(text: str) -> None:
    made = inert(text)
    assert as_typed(made) == text
    assert NUMBER.fullmatch(text) or not made.startswith(tuple("=+-@＝＋－＠\t\r\n"))
    assert ";=" not in made
    assert ";＝" not in made


@given(st.lists(DATA, max_size=4))
def test_the_csv_reads_back_to_the_same_values(data: list[Datum]) -> None:
    figure = with_data(data).figures[0]
    text = write_csv(figure).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [[_value(row[name], name) for name in FIELDS] for row in rows] == [
        [getattr(datum, name) for name in FIELDS] for datum in data
    ]


def _value(cell: str, name: str) -> str | float | None:
    if name in {"value", "numerator", "denominator", "rows"}:
        return float(cell) if cell else None
    return as_typed(cell)


@settings(deadline=None, max_examples=40)
@given(st.lists(DATA, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
def test_the_workbook_reads_back_to_the_same_values(data: list[Datum], texts: list[str]) -> None:
    told = with_data(data, tuple((Cell(text),) for text in texts))
    book = CalamineWorkbook.from_filelike(BytesIO(write_sheets(told, read_words(TEMPLATES, "en"))))
    figure = book.get_sheet_by_name("01-participants_by_role").to_python(skip_empty_area=False)
    assert [row[0] for row in figure[5 : 5 + len(texts)]] == texts
    rows = book.get_sheet_by_name("Data").to_python(skip_empty_area=False)[5:]
    assert [row[1:12] for row in rows] == [[_or_empty(getattr(datum, name)) for name in FIELDS] for datum in data]


def _or_empty(value: str | float | None) -> str | float:
    return "" if value is None else value


@given(st.lists(TEXTS, max_size=12))
def test_sheet_names_are_valid_and_differ(wanted: list[str]) -> None:
    names = name_sheets(wanted)
    assert len({name.casefold() for name in names}) == len(names) == len(wanted)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) <= 2 * LONGEST
        assert not FORBIDDEN.search(name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


@given(st.lists(DATA, max_size=3))
def test_the_package_tells_the_same_whatever_the_data(data: list[Datum]) -> None:
    told = with_data(data)
    files = {f"figures/{figure.name}.csv": write_csv(figure) for figure in told.figures}
    assert write_package(told, files) == write_package(told, dict(reversed(files.items())))
