"""`[funder]`: what it names is declared and fits its use, and each mistake says what to write."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.intake.project import read
from reportgen.intake.project.funder_checks import check_funder
from reportgen.intake.project.mistakes import spell
from reportgen.model.spec import ChapterSpec, DocumentSpec, FunderSpec, KeyFigure, Project, Texts

EXAMPLE = Path(__file__).parents[4]


@cache
def project() -> Project:
    return read(EXAMPLE)


def told(**changes: object) -> list[str]:
    """The mistakes of the example with these parts of its `[funder]` changed."""
    funder = project().funder
    assert funder is not None
    changed: FunderSpec = replace(funder, **changes)  # type: ignore[arg-type]  # by its fields' names
    return [f"{spell(mistake.keys)}: {mistake.what}" for mistake in check_funder(replace(project(), funder=changed))]


def chapter(*indicators: str, **more: object) -> tuple[ChapterSpec, ...]:
    return (ChapterSpec("youth", Texts(), indicators, **more),)  # type: ignore[arg-type]  # by its fields' names


def test_the_example_has_none() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"languages": ("en", "fo")},
            'funder.languages[2]: "fo" is none of the project\'s languages; choose one of en',
        ),
        ({"folder": "reports"}, 'funder.folder: "reports" is the folder of reports too; give the annex a folder'),
        (
            {"key_figures": (KeyFigure("participant"),)},
            'funder.key_figures[1].indicator: "participant" is not an indica',
        ),
        ({"objectives": chapter("local_campaign")}, 'is not an indicator; did you mean "local_campaigns"?'),
        ({"objectives": chapter(figures=("result",))}, 'is not a figure; did you mean "results"?'),
        ({"objectives": chapter(figures=("own_trend",))}, "shows a recipient's own values, and the funder has none"),
        (
            {"objectives": chapter("participants", by="kind")},
            '"kind" splits none of its indicators; choose one of role',
        ),
        ({"perspectives": chapter(since=2019, until=2018)}, "is before 2019, its first year; exchange since and until"),
        (
            {"entities": ChapterSpec("entities", Texts(), ("sessions_held",))},
            'is not split by country; add "city.country"',
        ),
        ({"promises": "promise"}, 'funder.promises: "promise" is not a record; did you mean "promises"?'),
        ({"promises": "signatories"}, '"signatories" has no field text and no field status; add it to its fields'),
        ({"comments": "next_session"}, '"next_session" has no field indicator and no field text; add it to its fields'),
    ],
)
def test_each_mistake_says_what_to_write(changes: dict[str, object], sentence: str) -> None:
    [only] = told(**changes)
    assert sentence in only


def test_a_record_of_one_row_is_told() -> None:
    records = tuple(
        replace(record, pick=project().records[0].pick) if record.code == "promises" else record
        for record in project().records
    )
    [mistake] = check_funder(replace(project(), records=records))
    assert mistake.what == '"promises" picks one row, and all are needed; write pick = "all" there'


def test_no_kind_of_document_has_the_pack_s_name() -> None:
    documents = (*project().documents, DocumentSpec("figures", "letter", "other"))
    [mistake] = check_funder(replace(project(), documents=documents))
    assert "is what the pack for the funder is called" in mistake.what


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('licence     = "CC-BY-4.0"', 'licence     = "CC BY 4.0"', '"CC BY 4.0" is not the identifier of a licence'),
        ('"figures/results.docx"', '"figures/results.doc"', '"figures/results.doc" is no Word form; save it as .docx'),
        ('"figures/results.docx"', '"../results.docx"', "leads out of the project's folder"),
        ("[funder.trends]", "[funder.trend]", 'is not a key here; did you mean "trends"?'),
    ],
)
def test_a_key_of_the_wrong_shape_is_told_with_its_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    text = (EXAMPLE / "reportgen.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "reportgen.toml").write_text(text.replace(old, new), encoding="utf-8")
    shutil.copytree(EXAMPLE / "templates" / "texts", tmp_path / "templates" / "texts")
    with pytest.raises(ProjectError) as error:
        read(tmp_path)
    assert sentence in str(error.value)
    assert "reportgen.toml › line " in str(error.value)
