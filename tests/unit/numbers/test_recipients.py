"""Who receives documents, and what keeps one from receiving any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportgen.model.tables import Severity
from reportgen.numbers.compute import Computed, compute
from tests import rows

LARVIK, HELSINKI, SKIEN, TURKU = rows.CITY_ROWS
COLUMNS = {column.name: place for place, column in enumerate(rows.CITIES.columns)}


def computed(*cities: Sequence[object], member_from: str | None = "member_from") -> Computed:
    made = rows.project()
    made = replace(
        made, recipients=replace(made.recipients, member_from=member_from), languages=("en", "nb", "fi", "sv")
    )
    kept = tuple(table for table in rows.tables(()) if table.source != "cities")
    return compute(made, rows.EDITION, (rows.table(rows.CITIES, [tuple(city) for city in cities]), *kept))


def changed(city: Sequence[object], column: str, value: object) -> tuple[object, ...]:
    return tuple(value if place == COLUMNS[column] else cell for place, cell in enumerate(city))


def test_without_a_first_day_of_membership_everybody_is_a_member_until_the_last() -> None:
    found = computed(*rows.CITY_ROWS, member_from=None)
    assert [recipient.id for recipient in found.recipients] == ["helsinki", "larvik", "turku"]
    assert found.issues == ()


def test_a_member_without_a_language_is_told_at_its_row() -> None:
    found = computed(LARVIK, changed(HELSINKI, "languages", None), changed(SKIEN, "languages", None))
    (issue,) = found.issues
    assert str(issue) == (
        "cities.csv › row 3: Helsinki has no language, and no letter is made for it; write one of en, nb, fi, sv"
    )
    assert (issue.code, issue.severity) == ("no_language", Severity.WARNING)
    assert [recipient.id for recipient in found.recipients] == ["helsinki", "larvik"]


def test_a_language_that_stands_twice_in_a_cell_is_one() -> None:
    found = computed(changed(LARVIK, "languages", ("nb", "en", "nb")))
    assert found.recipients[0].languages == ("nb", "en")


def test_that_nobody_is_a_member_is_an_error() -> None:
    (issue,) = computed(SKIEN, TURKU, changed(LARVIK, "member_from", date(2019, 1, 1))).issues
    assert (issue.code, issue.severity, str(issue.where)) == ("no_members", Severity.ERROR, "cities.csv")
    assert "nobody is a member on 2018-12-14" in issue.what
    assert "member_from and member_to" in issue.mend


def test_that_there_is_no_row_at_all_is_an_error() -> None:
    (issue,) = computed().issues
    assert issue.code == "no_members"
