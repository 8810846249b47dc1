"""Files are whole or not there, and one build at a time holds the folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import MachineError, OutputLockedError
from reportgen.handover.store import open_store

FILL = """
import resource, signal, sys
from pathlib import Path
from reportgen.errors import MachineError
from reportgen.handover.store import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store(Path(sys.argv[1])) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        store.write("letters/a.pdf", b"x" * 5000)
    except MachineError as error:
        print(error)
"""


def test_a_file_is_written_whole_and_read_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "2018") as store:
        assert store.read("letters/a.pdf") is None
        store.write("letters/a.pdf", b"one")
        store.write("letters/a.pdf", b"two")
        assert store.read("letters/a.pdf") == b"two"
    assert {path.name for path in (tmp_path / "2018").rglob("*")} == {"letters", "a.pdf"}


def test_a_second_build_of_the_same_folder_is_refused_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path), pytest.raises(OutputLockedError, match="another build"), open_store(tmp_path):
        pass


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / ".part-x").write_bytes(b"half")
    with open_store(tmp_path):
        assert not list(tmp_path.rglob(".part-*"))


def test_a_full_disk_is_a_sentence_and_leaves_the_earlier_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the write fails half-way, as there."""
    with open_store(tmp_path) as store:
        store.write("letters/a.pdf", b"earlier")
    done = subprocess.run([sys.executable, "-c", FILL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "the disk is full; free some space" in done.stdout
    assert (tmp_path / "letters" / "a.pdf").read_bytes() == b"earlier"
    assert not list(tmp_path.rglob(".part-*"))


def test_a_folder_that_cant_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letters").write_bytes(b"a file where the folder should be")
    with open_store(tmp_path) as store, pytest.raises(MachineError, match="see that the folder can be written"):
        store.write("letters/a.pdf", b"x")
