"""A figure's CSV: one row a value, read back to what was written."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.model.annexes import Datum, Standing
from reportgen.model.findings import Number
from reportgen.press.dataset import csv_path, write_csv
from reportgen.press.inert import as_typed
from tests.annex import sample_annex
from tests.unit.press.dataset.attacks import hostile_annex


def read(figure: Standing) -> list[dict[str, str]]:
    text = write_csv(figure).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_value_with_codes_words_and_exact_numbers() -> None:
    annex = sample_annex("da")
    role, trend = annex.figures
    assert read(role)[0] == {
        "indicator": "participants",
        "scope": "network",
        "dimension": "role",
        "category": "practitioner",
        "label": "Fagfolk",
        "period": "2018",
        "value": "511",
        "numerator": "",
        "denominator": "",
        "unit": "personer",
        "rows": "551",
        "status": "recorded",
    }
    assert [(row["period"], row["value"], row["status"]) for row in read(trend)] == [
        ("2015", "", "not recorded"),
        ("2016", "480", "recorded"),
        ("2017", "730", "recorded"),
        ("2018", "1022", "recorded"),
    ]
    assert csv_path(role) == "figures/01-participants_by_role.csv"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (1_234_567, "1234567"),
        (0.25, "0.25"),
        (1e-7, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (-3, "-3"),
    ],
)
def test_numbers_have_a_point_and_neither_exponent_nor_thousands_mark(value: Number, written: str) -> None:
    figure = sample_annex().figures[0]
    datum = replace(figure.data[0], value=value, numerator=value, denominator=value)
    (row,) = read(replace(figure, data=(datum,)))
    assert [row[name] for name in ("value", "numerator", "denominator")] == [written] * 3
    assert Decimal(row["value"]) == Decimal(repr(value))


def test_the_file_is_plain_utf_8_with_the_ends_of_rfc_4180() -> None:
    content = write_csv(sample_annex("da").figures[0])
    assert content.startswith(b"indicator,scope,")
    assert content.count(b"\r\n") == content.count(b"\n") == 5


def test_attacks_are_no_formula_and_come_back_as_typed() -> None:
    figure = hostile_annex().figures[0]
    rows = read(figure)
    assert [as_typed(row["label"]) for row in rows] == [datum.label for datum in figure.data]
    assert not [row["label"] for row in rows if row["label"].startswith(tuple("=+-@＝\t\r\n"))]


def test_a_figure_without_values_is_its_headings() -> None:
    none: tuple[Datum, ...] = ()
    assert read(replace(sample_annex().figures[0], data=none)) == []
