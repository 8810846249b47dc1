"""What a user gets: the command is run, and what it made is opened."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import copies, faults, validators

if TYPE_CHECKING:
    import openpyxl


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole example, built once."""
    output = tmp_path_factory.mktemp("output")
    done = copies.reportgen("build", "--project", copies.ROOT, "--output", output)
    assert done.exit_code == 0, done.output
    assert "89 made, 0 unchanged, 0 failed, 0 warnings" in done.output
    return output / "2018"


def test_every_member_has_a_two_page_letter_in_each_of_its_languages(built: Path) -> None:
    printed = {entry["path"]: entry for entry in copies.manifest(built)["printed"]}
    assert copies.pdfs(built) == sorted(path for path in printed if path.endswith(".pdf"))
    assert all((built / path).is_file() for path in printed)
    letters = {path: entry for path, entry in printed.items() if path.startswith("letters/")}
    assert len(letters) == 22
    assert {entry["pages"] for entry in letters.values()} == {2}
    assert {entry["language"] for entry in printed.values()} == {"en", "da", "nb", "sv", "fi", "is"}


def test_the_manifest_matches_the_files_and_tells_what_they_were_made_from(built: Path) -> None:
    manifest = copies.manifest(built)
    for entry in manifest["printed"]:
        assert hashlib.sha256((built / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
        assert entry["values"] or entry["path"].endswith((".svg", ".png", ".json"))  # a picture has no cells to read
    for source in manifest["sources"]:
        assert hashlib.sha256((copies.ROOT / source["path"]).read_bytes()).hexdigest() == source["sha256"]
        assert source["rows"] > 0
    assert {"weasyprint", "pandas", "matplotlib"} <= set(manifest["versions"])
    assert {finding["indicator"] for finding in manifest["findings"]} >= {"cities_engaged", "women_share"}


def test_every_letter_passes_every_validator(built: Path) -> None:
    contents = [(built / path).read_bytes() for path in copies.pdfs(built)]
    for content in contents:
        assert validators.page_validation(content) == ()
        assert validators.qpdf(content) == ()
        assert validators.structure(content) == ()


def test_verapdf_finds_no_fault(built: Path) -> None:
    if not validators.has_verapdf():
        pytest.skip("veraPDF needs Java and Debian's libjaxb-java, which this machine lacks")
    assert validators.verapdf(*((built / path).read_bytes() for path in copies.pdfs(built))) == ()


def test_the_attached_numbers_are_those_of_the_manifest_and_the_page(built: Path) -> None:
    for entry in (entry for entry in copies.manifest(built)["printed"] if entry["path"].endswith(".pdf")):
        rows = copies.attached(built / entry["path"])
        assert [row["shown"] for row in rows] == [value["shown"] for value in entry["values"]]
        text = copies.text_of(built / entry["path"])
        for row in rows:
            assert " ".join(row["shown"].split()).casefold() in text.casefold(), (entry["path"], row["indicator"])
            assert row["source"]


def test_the_same_command_again_changes_nothing(tmp_path: Path) -> None:
    words = ("build", "--only", "letters", "--project", copies.ROOT, "--output", tmp_path, "--recipient", "larvik")
    assert "1 made, 0 unchanged" in copies.reportgen(*words).output
    assert "0 made, 1 unchanged" in copies.reportgen(*words).output
    assert "1 made, 0 unchanged" in copies.reportgen(*words, "--force").output


def test_a_build_of_some_keeps_what_the_manifest_says_of_the_others(tmp_path: Path) -> None:
    words = ("build", "--only", "letters", "--project", copies.ROOT, "--output", tmp_path, "--recipient")
    for recipient in ("larvik", "skien", "oslo"):
        assert copies.reportgen(*words, recipient).exit_code == 0
    (tmp_path / "2018" / "letters" / "larvik.nb.pdf").write_bytes(b"not what was made")
    copies.reportgen(*words, "oslo")
    printed = {entry["path"] for entry in copies.manifest(tmp_path / "2018")["printed"]}
    assert printed == {"letters/skien.nb.pdf", "letters/oslo.nb.pdf"}


def test_two_builds_in_two_processes_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """Hash seed, time zone, locale and folder differ; the bytes do not."""
    for name, seed, zone, locale in (("one", "1", "Pacific/Auckland", "C.UTF-8"), ("two", "77", "America/Nuuk", "C")):
        subprocess.run(
            [
                sys.executable,
                "-m",
                "reportgen",
                "build",
                "--output",
                str(tmp_path / name),
                "--recipient",
                "larvik",
                "--recipient",
                "helsinki",
                "--recipient",
                "reykjavik",
            ],
            cwd=copies.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            check=True,
            capture_output=True,
        )
    one, two = (tmp_path / name / "2018" for name in ("one", "two"))
    assert len(copies.pdfs(one)) == 10
    for path in (*copies.pdfs(one), "manifest.json"):
        assert (one / path).read_bytes() == (two / path).read_bytes(), path


def test_one_changed_cell_changes_just_the_sentences_that_depend_on_it(tmp_path: Path) -> None:
    """The next session moves from Oslo to Bergen: one sentence, and nothing else on the page."""
    project = copies.copy_example(tmp_path)
    words = ("build", "--only", "letters", "--project", project, "--recipient", "larvik", "--language", "en")
    letter = project / "output" / "2018" / "letters" / "larvik.en.pdf"
    copies.reportgen(*words)
    before = copies.text_of(letter)

    def move(book: openpyxl.Workbook) -> None:
        header = [cell.value for cell in book["Plans"][1]]
        book["Plans"].cell(2, header.index("City") + 1).value = "Bergen"

    copies.change(project / "data" / "2018" / "activity.xlsx", move)
    assert copies.reportgen(*words).exit_code == 0
    assert before.count("in Oslo") == 1
    assert copies.text_of(letter) == before.replace("in Oslo", "in Bergen")


def test_twenty_planted_faults_are_twenty_issues_and_no_document(tmp_path: Path) -> None:
    planted = faults.plant(tmp_path)
    done = copies.reportgen("build", "--project", tmp_path)
    told = [line for line in done.output.splitlines() if line.startswith(("error: ", "warning: "))]
    assert done.exit_code == 3
    assert [line.split(": ")[1] for line in told] == [address for _, address in planted]
    assert len(told) == 20
    assert "nothing was made" in done.output
    assert not list(tmp_path.rglob("*.pdf"))
    assert not (tmp_path / "output").exists()


def test_check_tells_the_faults_too_and_makes_nothing(tmp_path: Path) -> None:
    faults.plant(tmp_path)
    done = copies.reportgen("check", "--project", tmp_path)
    assert (done.exit_code, "19 errors, 1 warning" in done.output) == (3, True)
    assert copies.reportgen("check", "--project", copies.ROOT).exit_code == 0


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("--recipient", "larvk"), 2, "did you mean larvik"),
        (("--edition", "2031"), 2, "there are: 2018"),
        (("--only", "posters"), 2, "there is no 'posters'"),
        (("--nonsense",), 2, "No such option"),
    ],
)
def test_what_was_asked_amiss_is_a_sentence(words: tuple[str, ...], status: int, sentence: str) -> None:
    done = copies.reportgen("build", "--project", copies.ROOT, *words)
    assert done.exit_code == status
    assert sentence in done.output
    assert "Traceback" not in done.output


def test_a_mistake_in_the_project_file_is_told_with_its_line(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    file = project / "reportgen.toml"
    text = file.read_text(encoding="utf-8")
    line = text[: text.index('from    = "reach"')].count("\n") + 1
    file.write_text(text.replace('from    = "reach"', 'from    = "reech"'), encoding="utf-8")
    done = copies.reportgen("build", "--project", project)
    assert done.exit_code == 4
    assert f"reportgen.toml › line {line} › indicators.campaign_reach.from: " in done.output
    assert 'did you mean "reach"' in done.output


def test_a_mistake_in_a_text_stops_the_build_before_the_first_letter(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    letter = project / "templates" / "letter" / "letter.nb.md"
    lines = letter.read_text(encoding="utf-8").splitlines()
    letter.write_text("\n".join([*lines[:2], "{{ own.activites }} av 33.", *lines[2:]]), encoding="utf-8")
    done = copies.reportgen("build", "--project", project)
    assert done.exit_code == 4
    assert "templates/letter/letter.nb.md, line 3: '33' is a number typed by hand" in done.output
    assert not list(project.rglob("*.pdf"))


def test_a_letter_that_cannot_be_made_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    """A city's name with a letter no font has: that city's letter fails, with the character's name."""
    project = copies.copy_example(tmp_path)

    def rename(book: openpyxl.Workbook) -> None:
        header = [cell.value for cell in book["Cities"][1]]
        column = header.index("Addressee") + 1
        row = next(r for r in range(2, book["Cities"].max_row + 1) if book["Cities"].cell(r, 1).value == "larvik")
        book["Cities"].cell(row, column).value = "Larvik 中 kommune"

    copies.change(project / "data" / "network.xlsx", rename)
    done = copies.reportgen(
        "build", "--only", "letters", "--project", project, "--recipient", "larvik", "--recipient", "skien"
    )
    assert done.exit_code == 1
    assert "failed: letters/larvik.nb: " in done.output
    assert "U+4E2D" in done.output
    assert copies.pdfs(project / "output") == ["2018/letters/skien.nb.pdf"]
    failed = copies.manifest(project / "output" / "2018")["failed"]
    assert [entry["document"] for entry in failed] == ["letters/larvik.nb"]


def test_a_folder_that_another_build_holds_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "2018").mkdir()
    with (tmp_path / "2018" / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = copies.reportgen("build", "--project", copies.ROOT, "--output", tmp_path)
    assert done.exit_code == 75
    assert "another build" in done.output


def test_doctor_finds_this_machine_fit() -> None:
    done = copies.reportgen("doctor", "--project", copies.ROOT)
    assert done.exit_code == 0, done.output
    assert "Pango" in done.output


def test_help_starts_without_the_engines() -> None:
    code = "import sys; from reportgen.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "print({'pandas', 'weasyprint', 'matplotlib', 'babel', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")
