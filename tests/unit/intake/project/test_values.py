"""The short forms of the project file, each on its own."""

from __future__ import annotations

import pytest

from reportgen.intake.project.values import (
    accent,
    condition,
    contrast,
    date_format,
    encoding,
    folder,
    inside,
    measure,
    pattern,
    rounding,
)
from reportgen.model.spec import Aggregation, Measure


def test_contrast_on_white_runs_from_1_to_21() -> None:
    assert contrast("#FFFFFF") == pytest.approx(1.0)
    assert contrast("#000000") == pytest.approx(21.0)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)  # the lightest grey that WCAG lets through


def test_the_lightest_grey_that_can_be_read_is_let_in_and_the_next_is_not() -> None:
    assert accent("#767676") == "#767676"
    with pytest.raises(ValueError, match=r"contrast of 4\.48:1, below 4\.5:1"):
        accent("#777777")


@pytest.mark.parametrize("path", ["", "/x", "../x", "a/../../x", "~/x", "c:/x", "a\\b"])
def test_a_path_that_could_leave_the_folder_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="leads out of the project's folder"):
        inside(path)


def test_count_takes_no_column() -> None:
    assert measure("count") == Measure(Aggregation.COUNT)
    with pytest.raises(ValueError, match="takes no column"):
        measure({"count": "person"})


def test_distinct_may_take_several_columns() -> None:
    assert measure({"distinct": ["person", "activity"]}).columns == ("person", "activity")


def test_a_rounding_step_of_one_number_is_kept() -> None:
    assert rounding({"10": 1}).steps == ((10, 1),)


@pytest.mark.parametrize("form", ["%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"])
def test_a_date_form_that_holds_a_whole_date(form: str) -> None:
    assert date_format(form) == form


@pytest.mark.parametrize("form", ["%Y", "%d.%m.", "dd.mm.yyyy", "%"])
def test_a_date_form_that_loses_part_of_the_date_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="is not a date form"):
        date_format(form)


def test_an_encoding_is_named_as_python_names_it() -> None:
    assert encoding("UTF8") == "utf-8"
    with pytest.raises(ValueError, match="is not a known encoding"):
        encoding("windows")


@pytest.mark.parametrize("path", ["data/**/a.csv", "**/*.csv", "data/a*b.csv", f"{'a' * 255}/x.csv"])
def test_a_pattern_that_a_file_can_answer_to(path: str) -> None:
    assert pattern(path) == path


def test_a_folder_of_a_hundred_letters_is_let_in() -> None:
    assert folder("ø" * 100) == "ø" * 100


def test_a_range_of_one_value_is_kept_and_ends_of_two_kinds_are_left_to_the_column() -> None:
    assert (condition({"from": 3, "to": 3}).lowest, condition({"from": 3, "to": 3}).highest) == (3, 3)
    assert condition({"from": 3, "to": "a"}).highest == "a"
