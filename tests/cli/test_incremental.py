"""A second build makes what has changed, and says why; one cut short goes on; all ways of working give one result."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportgen.handover.lock import LOCK
from reportgen.handover.store import JOURNAL, LEFTOVER
from tests import clusters, copies
from tests.letters import PATHS, build, command, contents, start

if TYPE_CHECKING:
    import openpyxl

KILLS = 12  # and more of a build without engines, in tests/unit/test_production.py
ENGINES = ("pandas", "pydantic", "weasyprint", "matplotlib", "babel", "jinja2", "pyarrow")


def why(said: str) -> dict[str, str]:
    """What `--explain` says of each document."""
    lines = (line.partition(": ") for line in said.splitlines() if line.startswith("letters/"))
    return {path: told for path, _, told in lines}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, its letters to three cities built by one process."""
    project = copies.copy_example(tmp_path_factory.mktemp("project"))
    build(project, "--workers", "1")
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of that copy, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def test_workers_make_the_same_bytes_as_one_process(built: Path, tmp_path: Path) -> None:
    build(built, "--output", tmp_path, "--workers", "2")
    assert contents(tmp_path / "2018") == contents(built / "output/2018")


def imported(project: Path, *words: str | Path) -> tuple[str, set[str]]:
    """What the command says at last, and which engines its process has read by then."""
    code = "import sys; from reportgen.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
    code += f"print(*({set(ENGINES)} & set(sys.modules)))"
    command_line = [sys.executable, "-c", code, *command(project, *words)[3:]]
    done = subprocess.run(command_line, cwd=copies.ROOT, capture_output=True, text=True, check=True)
    said, engines = done.stdout.splitlines()[-2:]
    return said, set(engines.split())


def test_nothing_is_imported_when_nothing_has_changed(built: Path) -> None:
    said, engines = imported(built)
    assert said.startswith("0 made, 4 unchanged, 0 failed")
    assert engines == set()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_what_draws_and_sets_pages_is_not_imported_when_no_document_is_concerned(project: Path, workers: str) -> None:
    """The workbook has other bytes and the same rows: they are read, and nothing is made."""

    def title(book: openpyxl.Workbook) -> None:
        book.properties.title = "Activities"

    copies.change(project / "data/2018/activity.xlsx", title)
    said, engines = imported(project, "--workers", workers)
    assert said.startswith("0 made, 4 unchanged, 0 failed")
    assert "pandas" in engines
    assert not engines & {"weasyprint", "matplotlib"}


def test_another_project_file_of_the_same_folder_makes_its_own(project: Path) -> None:
    text = (project / "reportgen.toml").read_text(encoding="utf-8")
    other = project / "other.toml"
    other.write_text(text.replace("Nordic Safe Cities", "Northern Towns"), encoding="utf-8")
    assert build(other).startswith("4 made, 0 unchanged")
    assert "Northern Towns" in copies.text_of(project / "output/2018/letters/larvik.nb.pdf")
    assert build(project).startswith("4 made, 0 unchanged")


def test_a_changed_cell_remakes_the_documents_that_print_it(project: Path) -> None:
    def address(book: openpyxl.Workbook) -> None:
        sheet = book["Cities"]
        header = [cell.value for cell in sheet[1]]
        row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value == "skien")
        sheet.cell(row, header.index("Addressee") + 1).value = "Skien byråd"

    before = contents(project / "output/2018")
    copies.change(project / "data/network.xlsx", address)
    said = build(project, "--explain", "--workers", "1")
    assert "1 made, 3 unchanged" in said
    told = why(said)
    assert told.pop("letters/skien.nb.pdf") == "made: what it is planned from has changed"
    assert set(told.values()) == {"not made: nothing that it is made from has changed"}
    after = contents(project / "output/2018")
    assert [path for path in PATHS if after[path] != before[path]] == ["letters/skien.nb.pdf"]
    build(project, "--output", project / "fresh", "--workers", "1")
    assert contents(project / "fresh/2018") == after


def test_the_value_that_changed_is_named_with_its_cell(project: Path) -> None:
    def move(book: openpyxl.Workbook) -> None:
        header = [cell.value for cell in book["Plans"][1]]
        book["Plans"].cell(2, header.index("City") + 1).value = "Bergen"

    copies.change(project / "data/2018/activity.xlsx", move)
    told = why(build(project, "--explain", "--workers", "2"))
    sentence = "made: n.next_session.city oslo → bergen [data/2018/activity.xlsx › Plans › row 2]"
    assert told == dict.fromkeys(PATHS, sentence)


def test_a_text_remakes_its_language_and_a_comment_in_it_nothing(project: Path) -> None:
    text = project / "templates/letter/letter.is.md"
    source = text.read_text(encoding="utf-8")
    text.write_text(source + "\n\n", encoding="utf-8")
    told = why(build(project, "--explain", "--workers", "1"))
    assert told["letters/reykjavik.is.pdf"] == "not made: its text has changed, and it says the same"
    assert told["letters/skien.nb.pdf"] == "not made: nothing that it is made from has changed"
    lines = source.splitlines()
    lines[2] += " Takk."
    text.write_text("\n".join(lines), encoding="utf-8")
    told = why(build(project, "--explain", "--workers", "1"))
    assert [path for path, reason in told.items() if reason.startswith("made: ")] == ["letters/reykjavik.is.pdf"]
    assert told["letters/reykjavik.is.pdf"] == "made: its text has changed"


def test_a_changed_font_remakes_everything(project: Path) -> None:
    font = project / "templates/fonts/Inter-Light.otf"
    font.write_bytes(font.read_bytes() + b"\0")
    told = why(build(project, "--explain", "--workers", "2"))
    assert told == dict.fromkeys(PATHS, "made: the fonts have changed")


def test_a_new_file_that_a_pattern_finds_is_seen(project: Path) -> None:
    """The same rows twice are counted once: every letter stays as it was, and each row is told of."""
    (project / "data/2019").mkdir()
    shutil.copy(project / "data/2018/activity.xlsx", project / "data/2019/activity.xlsx")
    said = build(project, "--workers", "1")
    assert "0 made, 4 unchanged" in said
    assert "warnings" in said
    assert build(project) == said


def test_a_command_that_was_killed_ends_with_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Killed at moments of all its length, over and over, until it once gets through; then it begins anew."""
    whole, folder = contents(built / "output/2018"), tmp_path / "2018"
    chance, progress = random.Random(18), list[int]()
    began = time.monotonic()
    build(built, "--output", tmp_path, "--workers", "2")
    length = time.monotonic() - began
    for number in range(KILLS):
        if (folder / "manifest.json").exists():
            shutil.rmtree(folder)
        before = len(list(folder.rglob("*.pdf")))
        process = start(built, "--output", tmp_path, "--workers", "2")
        if number % 2:  # while it reads, mostly
            time.sleep(chance.uniform(0.0, 1.0) * length)
        else:  # while it makes documents
            while process.poll() is None and len(list(folder.rglob("*.pdf"))) == before:
                time.sleep(0.002)
            time.sleep(chance.uniform(0.0, 0.2))
        is_cut = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=10)  # its workers end with it, or this would wait for them
        left = contents(folder) if folder.exists() else {}
        progress += [len(list(folder.rglob("*.pdf"))) - before] if is_cut else []
        for path in {path for path in left if not Path(path).name.startswith((LOCK, JOURNAL, LEFTOVER))}:
            assert left[path] == whole[path]
        assert "manifest.json" not in left or whole.keys() <= left.keys()
    build(built, "--output", tmp_path, "--workers", "2")
    assert contents(folder) == whole
    assert any(progress)
    assert 0 in progress


def test_dask_makes_the_same_bytes_and_with_another_font_those_of_that_font(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    whole = contents(project / "output/2018")
    with clusters.cluster(tmp_path) as (address, _):
        build(project, "--output", tmp_path / "one", "--dask", address)
        assert contents(tmp_path / "one/2018") == whole
        fonts = project / "templates/fonts"
        shutil.copy(fonts / "Inter-SemiBold.otf", fonts / "Inter-Regular.otf")
        build(project, "--output", tmp_path / "two", "--dask", address)
    build(project, "--output", tmp_path / "three", "--workers", "1")
    assert contents(tmp_path / "two/2018") == contents(tmp_path / "three/2018") != whole


def test_a_scheduler_that_does_not_answer_is_a_sentence(built: Path, tmp_path: Path) -> None:
    words = command(built, "--output", tmp_path, "--dask", "tcp://127.0.0.1:9")
    done = subprocess.run(words, cwd=copies.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 5
    assert done.stderr.startswith("reportgen: --dask tcp://127.0.0.1:9: no scheduler answers there")
    assert "Traceback" not in done.stderr


def test_the_letter_of_a_city_that_has_left_is_told_and_taken_away_when_asked(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    for file in (project / "reportgen.toml", *(project / "templates/texts").glob("*.toml")):
        tables = re.split(r"(?m)^(?=\[)", file.read_text(encoding="utf-8"))
        only_letters = (table for table in tables if not table.startswith(("[documents.reports", "[funder")))
        file.write_text("".join(only_letters), encoding="utf-8")
    words = ("build", "--project", project)
    assert copies.reportgen(*words).output.splitlines()[-1].startswith("22 made, 0 unchanged, 0 failed")

    def leave(book: openpyxl.Workbook) -> None:
        header = [cell.value for cell in book["Cities"][1]]
        row = next(row for row in book["Cities"].iter_rows(min_row=2) if row[0].value == "skien")
        row[header.index("Member to")].value = date(2017, 12, 31)

    copies.change(project / "data/network.xlsx", leave)
    letter = project / "output/2018/letters/skien.nb.pdf"
    for _ in range(2):  # until it is taken away
        said = copies.reportgen(*words).output
        assert "left over: letters/skien.nb.pdf: nobody receives it any more; take it away with --prune" in said
        assert letter.exists()
    assert "taken away: letters/skien.nb.pdf" in copies.reportgen(*words, "--prune").output
    assert not letter.exists()
    assert "skien.nb.pdf" not in (project / "output/2018/manifest.json").read_text(encoding="utf-8")
    assert "left over" not in copies.reportgen(*words).output
