"""One build at a time holds a folder, also where others end at that moment; nothing of it stays behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import MachineError, OutputLockedError
from reportgen.handover.lock import held
from reportgen.handover.store import Hold
from tests import copies

# Each holds the folder as often as it gets it, and fails when another is inside at the same time.
CONTEND = """
import os, sys, time
from pathlib import Path
from reportgen.errors import OutputLockedError
from reportgen.handover.lock import held
folder, times, end = Path(sys.argv[1]), 0, time.monotonic() + 2
while time.monotonic() < end:
    try:
        with held(folder):
            os.close(os.open(folder / "inside", os.O_CREAT | os.O_EXCL))
            (folder / "inside").unlink()
            times += 1
    except OutputLockedError:
        pass
print(times)
"""


def test_many_that_come_and_go_are_never_two_at_once(tmp_path: Path) -> None:
    words = (sys.executable, "-c", CONTEND, str(tmp_path / "output/2018"))
    crowd = [subprocess.Popen(words, cwd=copies.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(6)]
    ended = [(*one.communicate(timeout=60), one.returncode) for one in crowd]
    assert [err.decode() for _, err, status in ended if status] == []
    assert sum(int(out) for out, _, _ in ended) > 100


def test_what_was_made_to_be_held_goes_again(tmp_path: Path) -> None:
    with held(tmp_path / "output/2018"):
        assert (tmp_path / "output/2018/.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_or_was_written_stays(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "full/2018"):
        with held(tmp_path / name):
            (tmp_path / "full/2018").mkdir(parents=True, exist_ok=True)
            (tmp_path / "full/2018/letter.pdf").touch()
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {
        "empty",
        "full",
        "full/2018",
        "full/2018/letter.pdf",
    }


def test_who_is_refused_leaves_the_lock_to_its_holder(tmp_path: Path) -> None:
    with held(tmp_path):
        for _ in range(2):
            with pytest.raises(OutputLockedError, match="another build"), held(tmp_path):
                pass
    with held(tmp_path):
        pass


def test_a_hold_is_kept_until_the_end_and_taken_once(tmp_path: Path) -> None:
    with Hold() as hold:
        store = hold.of(tmp_path)
        assert hold.of(tmp_path) is store
        with pytest.raises(OutputLockedError), Hold() as other:
            other.of(tmp_path)
        hold.of(tmp_path / "2018")  # an edition that only the closer look knew
        with held(tmp_path):
            pass
    with held(tmp_path / "2018"):
        pass


def test_a_folder_that_cant_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    for folder in (tmp_path / "output", tmp_path / "output/2018"):
        with pytest.raises(MachineError, match="see that the folder can be written"), held(folder):
            pass
