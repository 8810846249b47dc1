"""Whole sources held against one another: references, keys, repeated rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.intake.checks import Checked
from reportgen.model.spec import Column, Source
from reportgen.model.tables import Severity
from tests.projects import check, told, values, workbook

CITIES = Source(
    "cities",
    "cities.xlsx",
    None,
    (
        Column("id", "Id"),
        Column("name.en", "Name (English)", language="en"),
        Column("name.da", "Navn (dansk)", language="da"),
        Column("other", "Other names", separator=";", required=False),
    ),
    key=("id",),
    names=("name", "other"),
)
VISITS = Source("visits", "visits*.xlsx", None, (Column("city", "City", refers_to="cities"), Column("note", "Note")))
KEYED = Source(
    "visits", "visits*.xlsx", None, (Column("a", "A"), Column("b", "B"), Column("note", "Note")), key=("a", "b")
)


def visits(folder: Path, *cities: str | float) -> Checked:
    workbook(
        folder / "cities.xlsx",
        ["Id", "Name (English)", "Navn (dansk)", "Other names"],
        ["koebenhavn", "Copenhagen", "København", "CPH; Kbh"],
        ["larvik", "Larvik", "Larvik", "Larvik kommune"],
        ["aarhus", "Aarhus", "A\u030arhus", None],
        ["skien", "Skien", "Skien", None],
        ["heroey", "Herøy", "Herøy", None],
        ["heroey-n", "Herøy", "Herøy", None],
        ["301", "Numbered og Named", "Nummer", None],
    )
    workbook(folder / "visits.xlsx", ["City", "Note"], *[[city, "n"] for city in cities])
    return check(folder, CITIES, VISITS)


@pytest.mark.parametrize(
    ("written", "city"),
    [
        ("koebenhavn", "koebenhavn"),
        ("Copenhagen", "koebenhavn"),
        (" københavn\u00a0", "koebenhavn"),
        ("cph", "koebenhavn"),
        ("Kbh", "koebenhavn"),
        ("Larvik  Kommune", "larvik"),
        ("Århus", "aarhus"),
        ("heroey", "heroey"),
        (301, "301"),
        ("Numbered og Named", "301"),
    ],
)
def test_a_row_is_called_by_id_name_or_other_name(tmp_path: Path, written: str | float, city: str) -> None:
    assert values(visits(tmp_path, written), "city", 1) == [city]


def test_an_unknown_name_gets_the_nearest(tmp_path: Path) -> None:
    checked = visits(tmp_path, "Larvk")
    assert told(checked) == [("unknown_reference", "visits.xlsx › Rows › A2")]
    assert checked.issues[0].mend == "did you mean Larvik?"


def test_a_name_of_two_rows_is_ambiguous_and_both_are_named(tmp_path: Path) -> None:
    issue = visits(tmp_path, "Herøy").issues[0]
    assert issue.code == "ambiguous_reference"
    assert "heroey or heroey-n" in issue.what


@pytest.mark.parametrize(
    "written", ["Larvik og Skien", "Larvik, Skien", "Larvik & CPH", "Larvik/Skien", "Larvik;Skien"]
)
def test_two_cities_in_one_cell_are_told_as_such(tmp_path: Path, written: str) -> None:
    assert visits(tmp_path, written).issues[0].code == "several_in_one_cell"


def test_a_declared_separator_gives_both_cities(tmp_path: Path) -> None:
    visits(tmp_path, "Larvik; cph")
    several = replace(VISITS, columns=(Column("city", "City", refers_to="cities", separator=";"), VISITS.columns[1]))
    assert values(check(tmp_path, CITIES, several), "city", 1) == [("larvik", "koebenhavn")]


def test_an_alias_stands_for_a_name(tmp_path: Path) -> None:
    visits(tmp_path, "LRV")
    aliased = Column("city", "City", refers_to="cities", aliases=(("lrv", "Larvik"),))
    assert values(check(tmp_path, CITIES, replace(VISITS, columns=(aliased,))), "city", 1) == ["larvik"]


def test_references_see_the_rows_of_every_file_of_the_target(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["City", "Note"], ["x", "n"], ["y", "n"])
    for name in ("a", "b"):
        key = {"a": "x", "b": "y"}[name]
        workbook(tmp_path / f"cities-{name}.xlsx", ["Id"], [key])
    target = Source("cities", "cities-*.xlsx", None, (Column("id", "Id"),), key=("id",))
    assert values(check(tmp_path, target, VISITS), "city", 1) == ["x", "y"]


def test_a_reference_follows_a_key_that_is_itself_a_reference(tmp_path: Path) -> None:
    visits(tmp_path, "Larvik")
    halls = Source("halls", "halls.xlsx", None, (Column("city", "City", refers_to="cities"),), key=("city",))
    events = Source("events", "events.xlsx", None, (Column("hall", "Hall", refers_to="halls"),))
    workbook(tmp_path / "halls.xlsx", ["City"], ["Copenhagen"])
    workbook(tmp_path / "events.xlsx", ["Hall"], ["koebenhavn"])
    assert values(check(tmp_path, events, halls, CITIES), "hall", 0) == ["koebenhavn"]


def test_a_source_may_refer_to_itself_but_not_by_its_key(tmp_path: Path) -> None:
    workbook(tmp_path / "tree.xlsx", ["Id", "Parent"], ["a", None], ["b", "a"])
    columns = (Column("id", "Id"), Column("parent", "Parent", refers_to="tree", required=False))
    assert values(check(tmp_path, Source("tree", "tree.xlsx", None, columns, key=("id",))), "parent") == [None, "a"]
    with pytest.raises(ProjectError, match="refer to the source itself"):
        check(tmp_path, Source("tree", "tree.xlsx", None, columns, key=("id",), names=("parent",)))


def test_a_reference_to_a_source_without_files_is_not_told_for_each_cell(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["City", "Note"], ["x", "n"])
    assert told(check(tmp_path, CITIES, VISITS)) == [("no_file", "cities.xlsx")]


def test_where_a_file_of_the_target_is_lost_its_rows_are_not_told_as_unknown(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["City", "Note"], ["x", "n"], ["y", "n"])
    workbook(tmp_path / "cities-a.xlsx", ["Id"], ["x"])
    (tmp_path / "cities-b.xlsx").write_bytes(b"damaged")
    target = Source("cities", "cities-*.xlsx", None, (Column("id", "Id"),), key=("id",))
    assert told(check(tmp_path, target, VISITS)) == [("unreadable", "cities-b.xlsx")]


def test_the_same_row_twice_counts_once_with_a_warning(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["A", "B", "Note"], ["1", "x", "n"], ["1", "y", "n"], [1, " x ", "n"])
    checked = check(tmp_path, KEYED)
    assert told(checked) == [("duplicate_row", "visits.xlsx › Rows › A4")]
    assert checked.issues[0].severity is Severity.WARNING
    assert "A2" in checked.issues[0].what
    assert values(checked, "b") == ["x", "y"]
    assert list(checked.tables[0].row_numbers) == [2, 3]


def test_one_key_with_two_meanings_is_an_error_that_names_both_cells(tmp_path: Path) -> None:
    workbook(tmp_path / "visits-1.xlsx", ["A", "B", "Note"], ["1", "x", "n"])
    workbook(tmp_path / "visits-2.xlsx", ["A", "B", "Note"], ["2", "x", "n"], ["1", "x", "m"])
    checked = check(tmp_path, KEYED)
    assert told(checked) == [("key_conflict", "visits-2.xlsx › Rows › A3")]
    assert 'visits-1.xlsx › Rows › A2, but Note is "m" here and "n" there' in checked.issues[0].what


def test_an_empty_key_is_told_and_is_no_key(tmp_path: Path) -> None:
    optional = replace(KEYED, columns=(Column("a", "A"), Column("b", "B", required=False), Column("note", "Note")))
    workbook(tmp_path / "visits.xlsx", ["A", "B", "Note"], ["1", None, "n"], ["1", None, "m"])
    assert [code for code, _ in told(check(tmp_path, optional))] == ["required", "required"]


def test_without_a_key_equal_rows_all_count(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["A", "B", "Note"], ["1", "x", "n"], ["1", "x", "n"])
    checked = check(tmp_path, replace(KEYED, key=()))
    assert checked.issues == ()
    assert values(checked, "a") == ["1", "1"]


def test_a_sheet_with_a_header_and_no_rows_is_an_empty_table(tmp_path: Path) -> None:
    workbook(tmp_path / "visits.xlsx", ["A", "B", "Note"])
    checked = check(tmp_path, KEYED)
    assert checked.issues == ()
    assert values(checked, "a") == []
