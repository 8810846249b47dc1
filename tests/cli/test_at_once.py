"""Two builds of one output folder: the second is refused at once, and the first ends as if alone."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from reportgen.handover.store import Hold
from reportgen.intake import project as project_file
from reportgen.orders import Order, folder_of
from reportgen.untouched import find_untouched
from tests import copies, faults
from tests.letters import build, contents, run, start

WHILE_READING = {".lock"}  # a build that makes documents has a journal
AT_ONCE = 1.5  # seconds, of which a fifth is Python's


def wait_for(file: Path, under_way: subprocess.Popen[str]) -> None:
    """Wait until a build that is under way has made a file."""
    while not file.exists():
        assert under_way.poll() is None
        time.sleep(0.002)


@pytest.mark.parametrize("stands", [False, True])
def test_a_second_build_is_refused_before_the_first_has_read_its_rows(tmp_path: Path, stands: bool) -> None:  # noqa: FBT001 - pytest gives arguments by name
    project = copies.copy_example(tmp_path)
    folder = project / "output/2018"
    if stands:
        build(project, "--workers", "1")
    before = set(contents(folder))
    copies.lengthen(project)
    began = time.monotonic()
    first = start(project, "--workers", "2")
    wait_for(folder / ".lock", first)
    holds = time.monotonic()
    second = run(project, "--workers", "2")
    took = time.monotonic() - holds
    assert set(contents(folder)) - before == WHILE_READING
    assert (second.returncode, second.stdout) == (75, "")
    assert second.stderr.startswith(f"reportgen: {folder}: another build is writing to this folder; ")
    assert took < AT_ONCE
    if not stands:  # else nothing is made, and no journal kept
        wait_for(folder / ".journal", first)
        assert time.monotonic() - holds > holds - began  # reading, which takes by far the longest, came after the lock
    first.communicate(timeout=120)
    assert first.returncode == 0
    build(project, "--output", tmp_path / "alone", "--workers", "1")
    assert contents(folder) == contents(tmp_path / "alone/2018")


@pytest.mark.parametrize("name", [".", "reportgen.toml", "../link/reportgen.toml"])
def test_the_folder_is_known_by_one_name_so_that_its_lock_is_never_let_go(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copies.copy_example(tmp_path)
    (tmp_path / "link").symlink_to(project)
    monkeypatch.chdir(project / "data" if name.startswith("..") else project)
    order = Order(Path(name))
    with Hold() as hold:
        assert find_untouched(order, hold) is None
        store = hold.store
        assert store is not None
        assert hold.of(folder_of(order, project_file.read(order.project).root, 2018)) is store


@pytest.mark.parametrize("words", [("--force",), ("--prune",), ("--edition", "2018"), ("--workers", "1")])
def test_every_build_is_refused_and_who_only_reads_is_not(words: tuple[str, ...], tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    copies.lengthen(project)
    first = start(project, "--workers", "1")
    wait_for(project / "output/2018/.lock", first)
    assert run(project, *words).returncode == 75
    assert copies.reportgen("reconcile", "--project", project).exit_code == 2  # there is nothing built yet, and no lock
    assert copies.reportgen("build", "--project", project, "--edition", "2031").exit_code == 2
    assert first.poll() is None
    first.kill()
    first.communicate()


@pytest.mark.parametrize("there", ["nothing", "output", "output/2018"])
def test_a_build_that_makes_nothing_leaves_the_folder_as_it_was(tmp_path: Path, there: str) -> None:
    """Neither for faults of the data, nor for a mistake in the project file, a text or the command."""
    faults.plant(tmp_path)
    if there != "nothing":
        (tmp_path / there).mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    assert copies.reportgen("build", "--project", tmp_path).exit_code == 3
    assert copies.reportgen("build", "--project", tmp_path, "--edition", "2031").exit_code == 2
    project_file = tmp_path / "reportgen.toml"
    project_file.write_text(project_file.read_text(encoding="utf-8").replace("[publisher]", "[publishr]"))
    assert copies.reportgen("build", "--project", tmp_path).exit_code == 4
    project_file.write_text("[editions")
    assert copies.reportgen("build", "--project", tmp_path).exit_code == 4
    assert sorted(tmp_path.rglob("*")) == before


def test_a_build_whose_data_has_faults_keeps_what_stands(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    build(project, "--workers", "1")
    before = contents(project / "output")
    (project / "data/2019").mkdir()
    (project / "data/2019/activity.xlsx").write_bytes(b"no workbook")
    assert run(project).returncode == 3
    assert contents(project / "output") == before
