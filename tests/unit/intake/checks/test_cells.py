"""One cell by the rules of its column: the value, or the code of its fault."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from reportgen.intake.checks import cells
from reportgen.intake.sheets import Absent, Covered, ErrorCell, Fault, UnstoredFormula
from reportgen.model.spec import Column, Kind


def parsed(cell: object, column: Column) -> object:
    return cells.parse(cell, cells.rules(column, in_key=False))


def fault(cell: object, column: Column) -> Fault:
    found = parsed(cell, column)
    assert isinstance(found, Fault), found
    return found


def of(kind: Kind, **rules: object) -> Column:
    return Column("c", "C", kind=kind, **rules)  # type: ignore[arg-type]  # the rules are named by the test


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0301", "0301"),
        (157.0, "157"),
        (2.5, "2.5"),
        (-3, "-3"),
        ("  Larvik\u00a0", "Larvik"),
        ("A\u030arhus", "Århus"),
        ("two\r\nlines", "two\nlines"),
        ("NA", "NA"),
        ("-", "-"),
        ("<b>{{ x }}</b> =cmd()", "<b>{{ x }}</b> =cmd()"),
        ("TRUE", "TRUE"),
    ],
)
def test_text_is_kept_as_typed_but_for_its_ends(cell: object, value: str) -> None:
    assert parsed(cell, of(Kind.TEXT)) == value


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        (157.0, Kind.WHOLE, 157),
        ("157", Kind.WHOLE, 157),
        (0.0, Kind.WHOLE, 0),
        ("12,5", Kind.DECIMAL, 12.5),
        (12, Kind.DECIMAL, 12.0),
        (Decimal("12.50"), Kind.DECIMAL, 12.5),
        (date(2018, 3, 4), Kind.DATE, date(2018, 3, 4)),
        (datetime(2018, 3, 4, 10, 30, tzinfo=UTC), Kind.DATE, date(2018, 3, 4)),
        ("2018-03-04", Kind.DATE, date(2018, 3, 4)),
        ("2018-03-04T00:00:00", Kind.DATE, date(2018, 3, 4)),
        ("Kyllä", Kind.YES_NO, True),
        ("nei", Kind.YES_NO, False),
        ("TRUE", Kind.YES_NO, True),
        ("já", Kind.YES_NO, True),
        ("x", Kind.YES_NO, True),
    ],
)
def test_each_kind_gives_its_own_type(cell: object, kind: Kind, value: object) -> None:
    found = parsed(cell, of(kind))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("cell", "kind", "code"),
    [
        ("", Kind.TEXT, "required"),
        ("\u00a0 ", Kind.TEXT, "required"),
        (None, Kind.WHOLE, "required"),
        ("ca. 40", Kind.WHOLE, "not_a_number"),
        ("+600", Kind.WHOLE, "not_a_number"),
        ("1e5", Kind.WHOLE, "not_a_number"),
        ("inf", Kind.DECIMAL, "not_a_number"),
        ("50%", Kind.DECIMAL, "not_a_number"),
        ("TRUE", Kind.WHOLE, "not_a_number"),
        (float("inf"), Kind.DECIMAL, "not_a_number"),
        (1e300, Kind.WHOLE, "not_a_number"),
        (date(2018, 1, 2), Kind.WHOLE, "not_a_number"),
        (2.5, Kind.WHOLE, "not_whole"),
        ("3.000", Kind.WHOLE, "ambiguous_number"),
        ("NA", Kind.WHOLE, "undeclared_mark"),
        (" - ", Kind.DATE, "undeclared_mark"),
        ("..", Kind.DECIMAL, "undeclared_mark"),
        ("29.2.2019", Kind.DATE, "not_a_date"),
        ("2019-02-29", Kind.DATE, "not_a_date"),
        ("31.12.2018", Kind.DATE, "not_a_date"),
        ("uke 12", Kind.DATE, "not_a_date"),
        ("20180304", Kind.DATE, "not_a_date"),
        (43101.0, Kind.DATE, "not_a_date"),
        (time(3, 4), Kind.DATE, "not_a_date"),
        (date(1900, 1, 1), Kind.DATE, "date_out_of_range"),
        ("2101-01-01", Kind.DATE, "date_out_of_range"),
        ("maybe", Kind.YES_NO, "not_yes_no"),
        (1.0, Kind.YES_NO, "not_yes_no"),
        (date(2018, 3, 4), Kind.TEXT, "date_in_text"),
        ("a\x07b", Kind.TEXT, "control_character"),
        ("a\x00b", Kind.WHOLE, "control_character"),
        ("#DIV/0!", Kind.TEXT, "error_cell"),
        ("Err:502", Kind.TEXT, "error_cell"),
        (ErrorCell("#REF!"), Kind.WHOLE, "error_cell"),
        (UnstoredFormula(), Kind.TEXT, "formula_without_value"),
    ],
)
def test_each_fault_has_its_code(cell: object, kind: Kind, code: str) -> None:
    assert fault(cell, of(kind)).code == code


def test_a_number_with_two_readings_names_both() -> None:
    assert fault("3.000", of(Kind.WHOLE)).what == '"3.000" can be read as 3 or 3000'


def test_a_text_around_a_number_suggests_it() -> None:
    assert str(fault("ca. 40", of(Kind.WHOLE)).mend) == "write 40"
    optional = fault("12 ca.", of(Kind.WHOLE, required=False))
    assert (optional.what, optional.mend) == (
        '"12 ca." is not a whole number',
        "write 12, or leave the cell empty",
    )


def test_a_day_that_does_not_exist_is_told_from_one_in_another_form() -> None:
    assert "no such day" in fault("29.2.2019", of(Kind.DATE, formats=("%d.%m.%Y",))).what
    assert "no such day" not in fault("31.12.2018", of(Kind.DATE)).what


def test_declared_formats_are_read() -> None:
    column = of(Kind.DATE, formats=("%d.%m.%Y", "%d/%m %Y"))
    assert parsed("31.12.2018", column) == date(2018, 12, 31)
    assert parsed("5/6 2018", column) == date(2018, 6, 5)


def test_a_control_character_is_named_by_its_code_point() -> None:
    assert "U+0007" in fault("a\x07b", of(Kind.TEXT)).what
    assert "\x07" not in fault("a\x07b", of(Kind.TEXT)).what


def test_declared_tokens_are_not_recorded_and_no_others() -> None:
    column = of(Kind.WHOLE, not_recorded=("", "-", "NA"), required=False)
    assert [parsed(cell, column) for cell in ("", " - ", "NA")] == [None, None, None]
    assert fault("..", column).code == "undeclared_mark"
    assert parsed(0.0, column) == 0
    coded = of(Kind.WHOLE, not_recorded=("", "999"), required=False)
    assert [parsed(cell, coded) for cell in (999.0, "999", 99.0)] == [None, None, 99]


def test_a_key_must_be_there_even_where_its_column_is_optional() -> None:
    found = cells.parse("", cells.rules(of(Kind.TEXT, required=False), in_key=True))
    assert isinstance(found, Fault)
    assert found.code == "required"


def test_bounds_are_included() -> None:
    column = of(Kind.WHOLE, minimum=Decimal(1), maximum=Decimal(10))
    assert [parsed(number, column) for number in (1, 10)] == [1, 10]
    assert [fault(number, column).code for number in (0, 11)] == ["below_minimum", "above_maximum"]
    assert fault("10.1", of(Kind.DECIMAL, maximum=Decimal("10.05"))).code == "above_maximum"


def test_allowed_values_are_matched_with_their_case_and_the_nearest_is_named() -> None:
    column = of(Kind.TEXT, allowed=("practitioner", "youth", "NA"))
    assert parsed(" youth ", column) == "youth"
    assert parsed("NA", column) == "NA"
    assert fault("Youth", column).mend == "did you mean youth?"
    assert fault("-", column).code == "undeclared_mark"
    assert fault("youth, practitioner", column).code == "several_in_one_cell"
    assert "practitioner, youth" in fault("qqq", column).mend


def test_aliases_come_before_all_else() -> None:
    column = of(Kind.TEXT, allowed=("larvik",), aliases=(("Larvik kommune", "larvik"), ("intet", "")), required=False)
    assert parsed("larvik  KOMMUNE", column) == "larvik"
    assert parsed("intet", column) is None
    assert parsed(301.0, of(Kind.TEXT, aliases=(("301", "oslo"),))) == "oslo"


def test_a_separator_gives_a_tuple_without_empty_or_repeated_parts() -> None:
    column = of(Kind.TEXT, separator=";", required=False, allowed=("da", "sv", "fi"))
    assert parsed("fi; sv;;fi ", column) == ("fi", "sv")
    assert parsed("fi", column) == ("fi",)
    assert parsed("", column) is None
    assert parsed(" ; ", column) is None
    assert fault("fi; xx", column).code == "not_allowed"
    assert fault(" ; ", of(Kind.TEXT, separator=";")).code == "required"
    assert parsed(12.0, of(Kind.WHOLE, separator=";")) == (12,)


def test_what_is_told_elsewhere_is_not_told_again() -> None:
    assert parsed(Covered("x"), of(Kind.TEXT)) is None
    assert parsed(Absent(), of(Kind.TEXT)) is None


def test_a_long_text_is_quoted_short() -> None:
    assert len(fault("x" * 10_000, of(Kind.DATE)).what) < 100
