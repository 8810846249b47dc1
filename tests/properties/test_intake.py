"""What must hold of intake whatever is typed: order, spelling and format of the file change nothing."""

from __future__ import annotations

import csv
import io
import tempfile
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.intake.checks import cells
from reportgen.intake.sheets import Fault
from reportgen.intake.values import names, numerals
from reportgen.model.spec import Column, Kind, Source
from tests.projects import check, values, workbook

TYPED = st.one_of(
    st.text(max_size=20), st.floats(allow_nan=False), st.integers(), st.dates(), st.datetimes(), st.none()
)
WORDS = st.text(st.sampled_from("abæøåÅÄö '-2"), min_size=1, max_size=8).filter(lambda word: word.strip() != "")


@given(cell=TYPED, kind=st.sampled_from(Kind), required=st.booleans(), separator=st.sampled_from([None, ";"]))
def test_every_cell_gives_a_value_or_a_fault(cell: object, kind: Kind, required: bool, separator: str | None) -> None:  # noqa: FBT001 - hypothesis gives arguments by name
    column = Column("c", "C", kind=kind, required=required, separator=separator)
    found = cells.parse(cell, cells.rules(column, in_key=False))
    if isinstance(found, Fault):
        assert found.what
        assert found.mend
    elif found is None:
        assert not required
    else:
        assert isinstance(found, tuple) == (separator is not None)
        wanted = {Kind.TEXT: str, Kind.WHOLE: int, Kind.DECIMAL: float, Kind.YES_NO: bool}.get(kind)
        assert wanted is None or all(type(part) is wanted for part in (found if isinstance(found, tuple) else [found]))


@given(number=st.integers(-(10**12), 10**12), locale=st.sampled_from(["da", "nb", "sv", "fi", "is", "en"]))
def test_a_whole_number_written_in_a_locale_is_read_back(number: int, locale: str) -> None:
    sign = {"da": ".", "is": ".", "en": ","}.get(locale, "\u00a0")
    assert numerals.readings(f"{number:,}".replace(",", sign), locale) == (Decimal(number),)
    assert numerals.readings(str(number), locale) == (Decimal(number),)


@given(text=st.text(st.sampled_from("0123456789.,- +e%\u00a0"), max_size=12))
def test_without_a_locale_nothing_is_read_that_a_locale_would_read_otherwise(text: str) -> None:
    found = set(numerals.readings(text, None))
    assert found == set(numerals.readings(text, "da")) | set(numerals.readings(text, "en"))


@given(word=st.text(max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert names.fold(names.fold(word)) == names.fold(word)
    assert names.tidy(names.tidy(word)) == names.tidy(word)
    assert names.fold(names.tidy(word)) == names.fold(word)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(WORDS, st.integers(0, 10**6)), min_size=1, max_size=20))
def test_all_formats_give_the_same_values(rows: list[tuple[str, int]]) -> None:
    columns = (Column("word", "Word"), Column("count", "Count", kind=Kind.WHOLE))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows([["Word", "Count"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        workbook(root / "rows.xlsx", ["Word", "Count"], *[list(row) for row in rows])
        (root / "rows.csv").write_bytes(written.getvalue().encode())
        table = pa.table({"Word": [word for word, _ in rows], "Count": [count for _, count in rows]})
        pq.write_table(table, root / "rows.parquet")
        for name in ("rows.xlsx", "rows.csv", "rows.parquet"):
            checked = check(root, Source("rows", name, None, columns))
            assert values(checked, "word") == [names.tidy(word) for word, _ in rows]
            assert values(checked, "count") == [count for _, count in rows]


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12"), st.sampled_from("xy")), max_size=12),
    data=st.data(),
)
def test_what_counts_by_its_key_does_not_depend_on_the_order_of_rows(
    rows: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Held against a plain loop: a row repeated counts once, a key with two meanings is an error."""
    columns = (Column("a", "A"), Column("b", "B"), Column("note", "Note"))
    mixed = data.draw(st.permutations(rows))
    conflicts = len({(a, b) for a, b, _ in rows}) < len(set(rows))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lines = "\n".join(";".join(row) for row in [("A", "B", "Note"), *mixed])
        (root / "rows.csv").write_text(lines, encoding="utf-8")
        checked = check(root, Source("rows", "rows.csv", None, columns, key=("a", "b")))
        assert any(issue.code == "key_conflict" for issue in checked.issues) == conflicts
        assert len(checked.issues) == len(rows) - len({(a, b) for a, b, _ in rows})
        if not conflicts:
            counted = zip(*(values(checked, name) for name in ("a", "b", "note")), strict=True)
            assert sorted(counted) == sorted(set(rows))
