"""Words for columns, codes and units: found along references, and every mistake in them told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.intake.project import read
from reportgen.intake.project.terms import check_terms
from reportgen.model.spec import Column, Kind, Project, Source, Term, Texts, Unit
from tests import projects

EXAMPLE = Path(__file__).parents[4]
ENGLISH = ('languages = ["en", "da", "nb", "sv", "fi", "is"]', 'languages = ["en"]')


@pytest.fixture(scope="module")
def example() -> Project:
    return read(EXAMPLE)


def told(folder: Path, *changes: tuple[str, str], file: str = "reportgen.toml") -> list[str]:
    """The mistakes of the example with changes in one of its files; in English alone they need no translation."""
    shutil.copy(EXAMPLE / "reportgen.toml", folder)
    if ENGLISH not in changes:
        shutil.copytree(EXAMPLE / "templates" / "texts", folder / "templates" / "texts")
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError) as error:
        read(folder)
    return str(error.value).splitlines()


@pytest.mark.parametrize(
    ("source", "path", "title"),
    [
        ("activities", "status", "Status"),
        ("participations", "activity.status", "Status"),
        ("reach", "output.city.country", "Land"),
        ("participations", "role", "Rolle"),
    ],
)
def test_the_words_for_a_column_are_found_where_a_dotted_name_leads(
    example: Project, source: str, path: str, title: str
) -> None:
    term = example.term(source, path)
    assert term is not None
    assert term.title.read("da") == title


@pytest.mark.parametrize(("source", "path"), [("participations", "person"), ("activities", "city.name.en")])
def test_a_column_without_a_term_has_none(example: Project, source: str, path: str) -> None:
    assert example.term(source, path) is None


def test_every_code_of_the_example_has_words_in_every_language(example: Project) -> None:
    for term in example.terms:
        for words in (term.title, *(words for _, words in term.values)):
            assert words.languages == example.languages


def test_every_column_that_chooses_or_splits_rows_in_the_example_has_a_term(example: Project) -> None:
    asked = {(i.source, path) for i in example.indicators for path in (*(c.column for c in i.where), *i.by)}
    asked |= {(listing.source, c.column) for listing in example.listings for c in listing.where}
    asked |= {(record.source, c.column) for record in example.records for c in record.where}
    assert [place for place in sorted(asked) if example.term(*place) is None] == []


STATUS = "[terms.activities.status]\n"
MISTAKES = [
    (STATUS, "[terms.activites.status]\n", 'terms.activites: "activites" is not a source; did you mean "activities"?'),
    (STATUS, "[terms.activities.statsu]\n", 'statsu: "statsu" is not a column of activities; did you mean "status"?'),
    (
        "values = { held = {",
        'values = { heldd = { en = "held" }, held = {',
        '"heldd" is not among the allowed values of status; did you mean "held"?',
    ),
    ('planned = { en = "planned" }, cancelled', "cancelled", "status.values: has no words for planned"),
    ('title  = { en = "Level" }', 'titel  = { en = "Level" }', "level.titel: is not a key here; did you"),
    ('title  = { en = "Level" }', "", "terms.activities.level.title: "),
]


@pytest.mark.parametrize(("old", "new", "sentence"), MISTAKES)
def test_a_mistake_in_a_term_is_told_with_the_nearest(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert any(sentence in line for line in told(tmp_path, ENGLISH, (old, new)))


def test_words_that_are_missing_in_one_language_are_told(tmp_path: Path) -> None:
    sentences = told(tmp_path, ('held = "pidetty", ', ""), file="templates/texts/fi.toml")
    assert any("terms.activities.status.values.held: has no text in fi" in line for line in sentences)


def test_yes_and_no_are_the_codes_of_a_yes_or_no() -> None:
    text = Texts((("en", "x"),))
    source = Source("rows", "rows.csv", None, (Column("open", "Open", Kind.YES_NO),))
    project = projects.project(Path(), source)
    good = Term("rows", "open", text, (("yes", text), ("no", text)))
    wrong = Term("rows", "open", text, (("true", text), ("no", text)))
    for term, mistakes in ((good, 0), (wrong, 2)):
        made = type(project)(**{name: getattr(project, name) for name in project.__slots__} | {"terms": (term,)})
        assert len(tuple(check_terms(made))) == mistakes


def test_a_unit_has_a_form_beside_one_and_a_form_beside_several(example: Project) -> None:
    unit = example.unit("people")
    assert (unit.one.read("fi"), unit.several.read("fi")) == ("henkilö", "henkilöä")
    assert example.unit("share") == Unit("share", Texts((("en", "share"),)))


@pytest.mark.parametrize("text", ["person | people | folk", "| people", "person |", " | "])
def test_a_unit_of_more_than_two_forms_or_an_empty_one_is_told(text: str, tmp_path: Path) -> None:
    sentences = told(tmp_path, ENGLISH, ('"person | people"', f'"{text}"'))
    assert any("units.people.en: has no two forms" in line for line in sentences)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ('["de"]', 'is required in "de", which is not among its headers'),
        ('"en"', "is neither true, false nor a list of languages"),
        ("[]", "is neither true, false nor a list of languages"),
    ],
)
def test_a_column_is_required_in_languages_that_it_has(new: str, sentence: str, tmp_path: Path) -> None:
    assert any(sentence in line for line in told(tmp_path, ('required = ["en"]', f"required = {new}")))


def test_a_title_may_be_blank_but_in_english(example: Project) -> None:
    columns = [column for column in example.source("activities").columns if column.name.startswith("title.")]
    assert [(column.language, column.required) for column in columns] == [
        (language, language == "en") for language in example.languages
    ]
