"""Names of sheets and columns that Excel takes, no two alike."""

from __future__ import annotations

from reportgen.press.dataset.sheet_names import name_columns, name_sheets


def test_a_good_name_stays_as_it_is() -> None:
    assert name_sheets(("Resultater", "01-participants_by_role", "Århus & Ålesund")) == (
        "Resultater",
        "01-participants_by_role",
        "Århus & Ålesund",
    )


def test_forbidden_signs_become_blanks_and_apostrophes_stay_inside() -> None:
    assert name_sheets(("a[b]:c*d?e/f\\g", "'s-Hertogenbosch's'", "tab\tline\nend", "")) == (
        "a b c d e f g",
        "s-Hertogenbosch's",
        "tab line end",
        "–",
    )


def test_no_two_are_alike_whatever_their_case_or_form() -> None:
    assert name_sheets(("Data", "data", "DATA", "Å", "A\u030a", "History")) == (
        "Data",
        "data (2)",
        "DATA (3)",
        "Å",
        "Å (2)",
        "History (2)",
    )


def test_long_names_are_cut_where_excel_counts() -> None:
    names = name_sheets(("x" * 40, "x" * 50, "🙂" * 20, "🙂" * 30))
    assert names == ("x" * 31, "x" * 27 + " (2)", "🙂" * 15, "🙂" * 13 + " (2)")
    assert all(len(name.encode("utf-16-le")) <= 62 for name in names)


def test_columns_of_one_table_differ_and_none_is_empty() -> None:
    assert name_columns(("2018", "2018", "", "Antal\nunge")) == ("2018", "2018 (2)", "–", "Antal unge")
