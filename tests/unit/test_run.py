"""The script that sets a fresh machine up: what it says before it does anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*words: str, path: str = os.environ["PATH"], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    shell = shutil.which("sh") or "/bin/sh"
    command = [shell, str(folder / "run"), *words]
    return subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False)


def test_without_a_word_it_tells_its_two_commands() -> None:
    told = run()
    assert told.returncode == 0
    assert "./run build" in told.stdout
    assert "./run test" in told.stdout


def test_a_word_it_does_not_know_is_a_fault_of_usage() -> None:
    assert run("biuld").returncode == 2


def test_a_machine_without_python_is_told_what_it_lacks(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("cat", "dirname", "id", "uname"):
        (tools / name).symlink_to(shutil.which(name) or name)
    shutil.copy(ROOT / "run", tmp_path)
    told = run("build", path=str(tools), folder=tmp_path)
    assert told.returncode == 5
    assert "this machine lacks python3" in told.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_a_script_is_posix_and_may_be_run(script: str) -> None:
    file = ROOT / script
    assert file.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert os.access(file, os.X_OK)
    assert subprocess.run(["sh", "-n", str(file)], check=False).returncode == 0
