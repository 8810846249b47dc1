"""Every table and key of the schema is explained in docs/project-file.md, with an example that is valid TOML."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportgen.intake.project.faults import known_keys
from reportgen.intake.project.funder_schema import (
    AcrossTable,
    FunderTable,
    KeyFigureTable,
    ObjectiveTable,
    PerspectiveTable,
)
from reportgen.intake.project.schema import (
    ColumnTable,
    DocumentTable,
    EditionTable,
    FactTable,
    FigureTable,
    IndicatorTable,
    ListTable,
    ProjectTable,
    PublisherTable,
    RecipientsTable,
    RecordTable,
    SourceTable,
    TableColumnTable,
    TableTable,
    TermTable,
    TextsTable,
)
from reportgen.intake.project.values import LANGUAGES, Reading, Show, Window
from reportgen.model.spec import Aggregation, Direction, FigureKind, Kind, Order, Pick, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

DOCUMENT = (Path(__file__).parents[4] / "docs" / "project-file.md").read_text(encoding="utf-8")
SECTIONS = {
    "## `[publisher]`": PublisherTable,
    "## `[editions.2018]`": EditionTable,
    "## `[sources.activities]`": SourceTable,
    "### `[sources.activities.columns]`": ColumnTable,
    "## `[recipients]`": RecipientsTable,
    "## `[terms.activities.status]`": TermTable,
    "## `[indicators.young_people_trained]`": IndicatorTable,
    "## `[lists.host_cities]`": ListTable,
    "## `[records.next_session]`": RecordTable,
    "## `[tables.own_activities]`": TableTable,
    "### `[tables.own_activities.columns.people]`": TableColumnTable,
    "## `[texts]`": TextsTable,
    "## `[facts.agenda]`": FactTable,
    "## `[figures.participants_by_role]`": FigureTable,
    "## `[documents.letters]`": DocumentTable,
    "## `[funder]`": FunderTable,
    "### `[funder.entities]`": AcrossTable,
    "### `[funder.objectives.youth]`": ObjectiveTable,
    "### `[funder.perspectives.gender_equality]`": PerspectiveTable,
}


def section(heading: str) -> str:
    start = DOCUMENT.index(heading)
    end = re.compile(r"^##", re.MULTILINE).search(DOCUMENT, start + 3)
    return DOCUMENT[start : end.start() if end else None]


def rows(heading: str) -> dict[str, tuple[bool, str]]:
    """The keys of a section's table: whether each is bold, and its example."""
    found = re.findall(r"^\| (\*\*)?`(\w+)`(?:\*\*)? \|.*\| `(.+)` \|$", section(heading), re.MULTILINE)
    return {key: (bool(bold), example) for bold, key, example in found}


def fields(table: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    for name, field in table.model_fields.items():
        yield field.alias or name, field.is_required()


@pytest.mark.parametrize(("heading", "table"), SECTIONS.items())
def test_every_key_is_documented_and_no_other(heading: str, table: type[BaseModel]) -> None:
    assert {key: bold for key, (bold, _) in rows(heading).items()} == dict(fields(table))


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_example_is_toml_and_shows_its_own_key(heading: str) -> None:
    for key, (_, example) in rows(heading).items():
        if not example.startswith("["):
            assert list(tomllib.loads(example)) == [key]


def test_every_table_has_a_section() -> None:
    for key in known_keys(()):
        assert re.search(rf"^## `\[{key}[.\]]|^\| \*\*`{key}`", DOCUMENT, re.MULTILINE), key
    assert set(SECTIONS.values()) | {ProjectTable, KeyFigureTable} == set(_tables(ProjectTable))


def _tables(table: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield table
    for field in table.model_fields.values():
        for inner in re.findall(r"\w+Table", str(field.annotation)):
            yield from _tables(globals()[inner])


@pytest.mark.parametrize(
    "words",
    [
        tuple(Kind),
        tuple(Span),
        tuple(Aggregation),
        tuple(Direction),
        tuple(FigureKind),
        tuple(Order),
        tuple(Pick),
        tuple(Show),
        tuple(Window),
        tuple(Reading),
    ],
)
def test_every_choice_is_documented(words: tuple[str, ...]) -> None:
    missing = [word for word in words if not re.search(rf"[`\"{{ ]{word}[`\" ]", DOCUMENT)]
    assert missing == []


def test_every_language_is_documented() -> None:
    assert f"`{' '.join(LANGUAGES)}`" in DOCUMENT
