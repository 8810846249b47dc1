"""The ways for many rows give what the ways for few rows give, whatever is typed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.intake.checks import cells, texts
from reportgen.model.spec import Column, Kind
from tests.unit.intake.tables import test_columnar

FIELDS = st.text(st.sampled_from('ab ;"\n\r\0\u00a0Å#1'), max_size=5)
TYPED = st.text(st.sampled_from("ab -#E:r1\u00a0Å\u0041\u030a\u200b\x07"), max_size=6)


@settings(max_examples=300, deadline=None)
@given(
    odd=st.lists(st.tuples(FIELDS, FIELDS, FIELDS), max_size=3),
    quoted=st.lists(st.booleans(), min_size=3, max_size=3),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_columns_are_what_lines_are(odd: list[tuple[str, str, str]], quoted: list[bool], end: str) -> None:
    """Three odd lines after sixty plain ones, written as a careless program would."""
    lines = [";".join(f'"{field}"' if mark else field for field, mark in zip(row, quoted, strict=True)) for row in odd]
    text = end.join([*test_columnar.HEADED.split("\n"), *lines])
    columns = test_columnar.by_columns(text)
    if columns is not None:
        table, issues = test_columnar.by_lines(text)
        assert test_columnar.cells(columns[0]) == test_columnar.cells(table)
        assert columns[1] == issues


@settings(max_examples=200, deadline=None)
@given(odd=st.lists(TYPED, max_size=4), required=st.booleans())
def test_many_texts_at_once_are_what_each_is_alone(odd: list[str], required: bool) -> None:  # noqa: FBT001 - hypothesis gives arguments by name
    rule = cells.rules(Column("c", "C", Kind.TEXT, required, not_recorded=("-",)), in_key=False)
    many = [*(f"p{number}" for number in range(1000)), *odd]
    found = texts.parse(many, rule)
    assert found is None or found == [cells.parse(cell, rule) for cell in many]
