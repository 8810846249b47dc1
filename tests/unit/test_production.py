"""What stands is kept, what is cut short goes on, and what nobody receives any more is taken away only when asked."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportgen.errors import MachineError
from reportgen.executors import Craft, Run
from reportgen.handover.lock import LOCK
from reportgen.handover.store import JOURNAL, LEFTOVER
from reportgen.manifest.head import read_head
from reportgen.model.records import Job, Result
from reportgen.model.selection import Selection
from reportgen.orders import Order
from tests import copies, disks, paper

NAMES = ["a", "b", "c"]
KILLS = 38  # and twelve more of the whole command, in tests/cli


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a build by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def start(folder: Path, workers: int = 1) -> subprocess.Popen[bytes]:
    """Forty sheets begun in a process of their own, which leads its own group as a terminal's command does."""
    command = [sys.executable, "-m", "tests.paper", str(folder), str(workers)]
    return subprocess.Popen(
        command, cwd=copies.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(folder: Path) -> int:
    """The same build to its end; how many documents it made."""
    process = start(folder)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    return int(out)


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    first = paper.build(folder, NAMES)
    before = contents(folder)
    second = paper.build(folder, NAMES)
    assert (len(first.made), len(second.made), len(second.unchanged)) == (3, 0, 3)
    assert contents(folder) == before
    assert dict(second.why)["figures/a.txt"] == "not made: nothing that it is made from has changed"


class Nobody:
    """Workers who may be opened, and never asked."""

    @contextmanager
    def open(self, _craft: Craft) -> Iterator[Run]:
        def run(_jobs: Iterable[Job]) -> Iterator[Result]:
            raise AssertionError

        yield run


def test_workers_are_not_waited_for_when_there_is_nothing_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    paper.build(folder, NAMES)
    assert len(paper.build(folder, NAMES, Nobody()).unchanged) == 3
    with pytest.raises(AssertionError):
        paper.build(folder, [*NAMES, "d"], Nobody())


def test_a_file_that_is_gone_or_altered_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    paper.build(folder, NAMES)
    before = contents(folder)
    (folder / "figures/a.txt").unlink()
    (folder / "figures/b.txt").write_bytes(b"by hand")
    again = paper.build(folder, NAMES)
    assert contents(folder) == before
    assert dict(again.why)["figures/a.txt"] == "made: its file is gone"
    assert dict(again.why)["figures/b.txt"] == "made: its file is not as it was built"


def test_what_nobody_receives_is_told_and_taken_away_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    paper.build(folder, NAMES)
    stranger = folder / "figures/notes.txt"
    stranger.write_bytes(b"the manifest does not name it")
    told = paper.build(folder, ["b"])
    assert (told.left_over, told.pruned) == (("figures/a.txt", "figures/c.txt"), ())
    assert paper.build(folder, ["b"]).left_over == told.left_over  # until somebody takes them away
    (folder / "figures/c.txt").write_bytes(b"changed by hand, and so somebody's own")
    pruned = paper.build(folder, ["b"], order=Order(folder, prune=True))
    assert pruned.pruned == ("figures/a.txt",)
    assert sorted(path.name for path in (folder / "figures").iterdir()) == ["b.txt", "c.txt", "notes.txt"]
    stranger.unlink()
    (folder / "figures/c.txt").unlink()
    paper.build(tmp_path / "fresh", ["b"])
    assert contents(folder) == contents(tmp_path / "fresh")


def test_a_pack_asked_for_alone_keeps_no_file_that_is_no_longer_planned(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    paper.build(folder, NAMES)
    only = Selection(only=("figures",))
    told = paper.build(folder, ["b"], order=Order(folder, selection=only))
    assert told.left_over == ("figures/a.txt", "figures/c.txt")
    assert [filed["path"] for filed in copies.manifest(folder)["printed"]] == ["figures/b.txt"]
    paper.build(folder, ["b"], order=Order(folder, selection=only, prune=True))
    assert [path.name for path in (folder / "figures").iterdir()] == ["b.txt"]


def test_a_build_that_was_killed_goes_on_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    """Killed at moments of all its length, over and over; when it is done at last it begins anew."""
    whole, folder = tmp_path / "whole", tmp_path / "2018"
    began = time.monotonic()
    assert finish(whole) == 40
    length, chance = time.monotonic() - began, random.Random(5)
    cut = 0
    for _ in range(KILLS):
        process = start(folder)
        time.sleep(chance.uniform(0.3, 1.0) * length)
        cut += process.poll() is None
        process.kill()
        process.communicate()
        if (folder / "manifest.json").exists():
            assert read_head((folder / "manifest.json").read_bytes()) is not None
        for name, content in contents(folder).items() if folder.exists() else ():
            if LEFTOVER not in name and name not in {JOURNAL, LOCK}:
                assert content == (whole / name).read_bytes(), name
        if chance.random() < 0.4:
            finish(folder)
            assert contents(folder) == contents(whole)
            shutil.rmtree(folder)
    finish(folder)
    assert contents(folder) == contents(whole)
    assert cut > KILLS / 3


def test_documents_of_a_build_that_was_cut_short_are_not_made_twice(tmp_path: Path) -> None:
    folder = tmp_path / "2018"
    process = start(folder)
    while process.poll() is None and len(list(folder.rglob("*.txt"))) < 15:
        time.sleep(0.002)
    process.kill()
    process.communicate()
    noted = (folder / JOURNAL).read_bytes().count(b'"document"')
    with (folder / JOURNAL).open("ab") as journal:
        journal.write(b'{"document": "torn')
    assert 14 <= noted < 40
    assert finish(folder) <= 40 - noted + 1
    assert not (folder / JOURNAL).exists()


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_stops_within_a_second_and_keeps_what_is_done(tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "2018"
    process = start(folder, workers)
    while process.poll() is None and len(list(folder.rglob("*.txt"))) < 5:
        time.sleep(0.01)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert time.monotonic() - asked < 1.5  # a second, and what a busy machine adds
    assert b"KeyboardInterrupt" in err
    assert not (folder / "manifest.json").exists()
    assert finish(folder) <= 36


def test_wherever_the_disk_is_full_nothing_is_torn_and_the_next_build_goes_on(tmp_path: Path) -> None:
    """Before each document, within each, at each page of the journal and of the manifest."""
    paper.build(tmp_path / "whole/2018", NAMES)
    whole = contents(tmp_path / "whole/2018")
    sheet, all_of_it = disks.pages(128_000), sum(disks.pages(len(content)) for content in whole.values())
    ends = {sheet * number + more for number in range(len(NAMES)) for more in (-1, 0, 1, 2)} - {-1}
    for room in sorted({*ends, *range(sheet * len(NAMES), all_of_it)} - {0}):
        with disks.disk(tmp_path / "disk", room) as enlarge:
            folder = tmp_path / "disk/2018"
            with pytest.raises(MachineError, match="the disk is full; free some space and build again"):
                paper.build(folder, NAMES)
            left = contents(folder)
            left.pop(JOURNAL, None)
            assert left.items() <= whole.items()
            assert "manifest.json" not in left
            enlarge(all_of_it * 2)
            assert len(paper.build(folder, NAMES).made) <= len(NAMES) - len(left) + 1  # one of which no line was noted
            assert contents(folder) == whole
