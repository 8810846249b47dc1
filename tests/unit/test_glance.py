"""What is seen of a project file at a glance is what a careful reading finds, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.glance import Glance, find_project, glance_at
from reportgen.intake import project as project_file
from tests import copies


def test_a_glance_sees_what_a_careful_reading_finds() -> None:
    project = project_file.read(copies.ROOT)
    kinds = {spec.template for spec in project.documents} | {project.funder.template if project.funder else ""}
    years = {edition.year for edition in project.editions}
    assert glance_at(project.file) == Glance(frozenset(years), tuple(sorted(kinds)))


@pytest.mark.parametrize(
    ("toml", "seen"),
    [
        ("[editions.2018]\n[funder]\n", Glance(frozenset({2018}), ("figures",))),
        ('[funder]\ntemplate = "pack"\n[documents.a]\ntemplate = "letter"', Glance(kinds=("letter", "pack"))),
        ("[editions.soon]\n[documents.a]\ntemplate = 1", Glance()),
        ("editions = 2018\ndocuments = 1\nfunder = 1", Glance()),
        ("[documents]\na = 1", Glance()),
        ('[documents.a]\ntemplate = ["letter"]\n[funder]\ntemplate = {a = 1}', Glance()),
        ("[editions.2018", Glance()),
        ("\ufeff[editions.2018]", Glance(frozenset({2018}))),
    ],
)
def test_of_what_is_wrong_nothing_is_seen(tmp_path: Path, toml: str, seen: Glance) -> None:
    file = tmp_path / "reportgen.toml"
    file.write_text(toml, encoding="utf-8")
    assert glance_at(file) == glance_at(find_project(tmp_path)) == seen


def test_a_file_that_is_not_there_or_not_text_shows_nothing(tmp_path: Path) -> None:
    assert glance_at(tmp_path / "reportgen.toml") == Glance()
    (tmp_path / "reportgen.toml").write_bytes(b"\xff\xfe")
    assert glance_at(tmp_path) == glance_at(tmp_path / "reportgen.toml") == Glance()
