"""The funder's pack as a user gets it: every file opens, holds the same numbers, and is the same every time."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import docx
import pikepdf
import pytest
import python_calamine
from PIL import Image

from tests import copies, validators

CITED = "157"  # young people trained


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pack, in English and Danish."""
    output = tmp_path_factory.mktemp("pack")
    done = copies.reportgen("build", "--project", copies.ROOT, "--output", output, "--only", "figures")
    assert done.exit_code == 0, done.output
    return output / "2018" / "figures"


def files(folder: Path) -> dict[str, str]:
    """The fingerprint of each file."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_pack_is_whole_and_in_the_manifest(pack: Path) -> None:
    made = files(pack)
    assert {"figures.pdf", "figures.docx", "figures.xlsx", "results.docx", "datapackage.json"} <= set(made)
    assert {name.replace(".da.", ".") for name in made if ".da." in name} <= set(made)
    told = {entry["path"]: entry for entry in copies.manifest(pack.parent)["printed"]}
    assert {name: told[f"figures/{name}"]["sha256"] for name in made} == made
    assert {entry["recipient"] for entry in told.values()} == {"funder"}
    assert len({entry["document"] for entry in told.values()}) == len(told)


@pytest.mark.parametrize("name", ["figures.pdf", "figures.da.pdf"])
def test_the_annex_passes_the_validators(pack: Path, name: str) -> None:
    assert validators.all_faults((pack / name).read_bytes()) == ()


@pytest.mark.slow
def test_the_annex_passes_verapdf(pack: Path) -> None:
    if not validators.has_verapdf():
        pytest.skip("veraPDF needs a Java that starts from source, and Debian's libjaxb-java")
    assert validators.verapdf((pack / "figures.pdf").read_bytes(), (pack / "figures.da.pdf").read_bytes()) == ()


def test_the_annex_says_what_became_of_each_target(pack: Path) -> None:
    text = copies.text_of(pack / "figures.pdf")
    assert "Seven of nine targets for 2018 were met." in text
    assert "Syv af ni måltal for 2018 er nået." in copies.text_of(pack / "figures.da.pdf")
    for said in ("no baseline", "no target set", "not met", "Lower is better.", "5.1% (25 of 489)", "Not recorded 29"):
        assert said in text, said


def test_a_key_figure_is_as_exact_as_the_tables(pack: Path) -> None:
    shares = [row["shown"] for row in copies.attached(pack / "figures.pdf") if row["indicator"] == "women_share"]
    assert shares
    assert all(shown.startswith(("50.6%", "51.7%", "49.2%", "50.0%")) for shown in shares)


def test_every_figure_stands_alone(pack: Path) -> None:
    text = copies.text_of(pack / "figures.pdf")
    pictures = sorted(path.name for path in (pack / "figures").glob("*.csv"))
    assert len(pictures) >= 6
    for number in range(1, len(pictures) + 1):
        assert text.count(f"Figure {number} ") >= 2  # in the contents, and where it stands
    assert text.count("Data as of 7 December 2018.") >= len(pictures)


def test_each_file_opens_and_holds_the_same_number(pack: Path) -> None:
    word = docx.Document(str(pack / "figures.docx"))
    assert any(cell.text == CITED for table in word.tables for row in table.rows for cell in row.cells)
    form = docx.Document(str(pack / "results.docx"))
    assert any(cell.text == CITED for table in form.tables for row in table.rows for cell in row.cells)
    book = python_calamine.load_workbook(str(pack / "figures.xlsx"))
    assert any(float(CITED) in row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    rows = list(csv.DictReader(io.StringIO((pack / "figures" / "01-results.csv").read_text(encoding="utf-8"))))
    assert CITED in {row["value"] for row in rows if row["indicator"] == "young_people_trained"}
    receipts = {(row["indicator"], row["scope"], row["exact"]) for row in copies.attached(pack / "figures.pdf")}
    assert ("young_people_trained", "network", CITED) in receipts
    with Image.open(pack / "figures" / "01-results.png") as picture:
        assert round(picture.info["dpi"][0]) == 300
    with pikepdf.open(pack / "figures.pdf") as pdf:
        assert str(pdf.Root.Lang) == "en"


def test_the_package_names_every_table_with_its_fingerprint(pack: Path) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    named = {resource["path"]: resource["hash"].removeprefix("sha256:") for resource in package["resources"]}
    made = files(pack)
    assert named == {name: made[name] for name in made if name.endswith(".csv")}
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_everything_read_back_agrees(pack: Path) -> None:
    done = copies.reportgen("reconcile", "--project", copies.ROOT, "--output", pack.parent.parent)
    assert done.exit_code == 0, done.output


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    done = copies.reportgen("build", "--project", copies.ROOT, "--output", tmp_path, "--only", "figures")
    assert done.exit_code == 0, done.output
    assert files(tmp_path / "2018" / "figures") == files(pack)


def test_another_language_by_option(tmp_path: Path) -> None:
    words = ("--only", "figures", "--language", "is")
    done = copies.reportgen("build", "--project", copies.ROOT, "--output", tmp_path, *words)
    assert done.exit_code == 0, done.output
    folder = tmp_path / "2018" / "figures"
    assert copies.pdfs(folder) == ["figures.is.pdf"]
    assert "viðmiða fyrir árið 2018: 9. Fjöldi viðmiða sem náðust: 7." in copies.text_of(folder / "figures.is.pdf")


def test_a_file_that_fails_does_not_keep_the_others_from_being_made(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    (project / "templates" / "figures" / "results.docx").write_bytes(b"no Word file")
    done = copies.reportgen("build", "--project", project, "--only", "figures", "--language", "en")
    assert done.exit_code == 4
    assert "failed: figures/results.docx: templates/figures/results.docx" in done.output
    assert (project / "output" / "2018" / "figures" / "figures.docx").is_file()
