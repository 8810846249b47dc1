"""Conditions and cells take the author's words, and keep what has none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.model.documents import Criterion
from reportgen.model.findings import FieldValue, TableRow
from reportgen.model.spec import Condition, TableColumn, TableSpec, Term, Texts
from reportgen.press.criteria import cells, criteria
from tests import example, rows

STATUS = Texts((("en", "Status"),))
HELD = Texts((("en", "held"), ("da", "afholdt")))
PROJECT = replace(rows.project(), terms=(Term("activities", "status", STATUS, (("held", HELD), ("yes", STATUS))),))


def test_a_condition_takes_the_words_of_the_column_it_leads_to() -> None:
    found = criteria(PROJECT, "participations", (Condition("activity.status", ("held", "odd")),))
    assert found == (Criterion(STATUS, (HELD, "odd")),)


def test_a_column_without_a_term_keeps_its_header_and_its_values() -> None:
    header = PROJECT.source("participations").column("hours")
    assert header is not None
    (found,) = criteria(PROJECT, "participations", (Condition("hours", lowest=1, highest=2),))
    assert found == Criterion(Texts((("en", header.header),)), lowest=1, highest=2)


@pytest.mark.parametrize(("value", "words"), [(True, STATUS), (False, "no"), (3, 3)])
def test_yes_and_no_are_named_as_their_categories_are(value: bool | int, words: Texts | str | int) -> None:  # noqa: FBT001  a value of a condition
    (found,) = criteria(PROJECT, "activities", (Condition("status", (value,)),))
    assert found.values == (words,)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("held", Texts((("en", "Held"), ("da", "Afholdt")))), ("odd", "odd"), (None, None), (12, 12)],
)
def test_a_cell_with_a_code_becomes_a_label(cell: FieldValue, shown: FieldValue) -> None:
    column = TableColumn("status", STATUS, path="activity.status")
    spec = TableSpec("t", STATUS, "participations", "activity", (column, TableColumn("n", STATUS, distinct="person")))
    (row,) = cells(PROJECT, spec, (TableRow((cell, "held"), 1),))
    assert row == TableRow((shown, "held"), 1)


@pytest.mark.parametrize("language", example.LANGUAGES)
def test_no_code_is_left_in_what_the_example_says_of_its_rows(language: str) -> None:
    from reportgen.press import wording

    project = example.checked().project
    codes = {"held", "youth", "f", "participations", "activity.status", "launched", "planned"}
    for indicator in project.indicators:
        said = wording.selection(criteria(project, indicator.source, indicator.where), language)
        words = {word for part in said.split("; ") for word in part.split(": ")}
        assert not words & (codes - ({"held", "launched", "planned"} if language == "en" else set())), said
