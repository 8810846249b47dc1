"""A disk that is full ends the build with a sentence; with some space the same command goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import copies, disks
from tests.letters import PATHS, build, contents, run

ENOUGH = 10_000  # pages


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, its letters built where there is room."""
    folder = copies.copy_example(tmp_path_factory.mktemp("project"))
    build(folder, "--workers", "1")
    return folder


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("full_at", ["letters", "manifest.json"])
def test_what_was_made_is_kept_and_the_next_build_goes_on(
    project: Path, tmp_path: Path, workers: str, full_at: str
) -> None:
    whole = contents(project / "output/2018")
    letters = sum(disks.pages(len(whole[path])) for path in PATHS)
    manifest = disks.pages(len(whole["manifest.json"]))
    room = letters // 2 if full_at == "letters" else letters + manifest - 1  # the journal is smaller
    words = ("--output", tmp_path / "disk", "--workers", workers)
    with disks.disk(tmp_path / "disk", room) as enlarge:
        full = run(project, *words)
        assert full.returncode == 5
        assert full.stderr.splitlines()[-1].startswith(f"reportgen: {tmp_path / 'disk/2018' / full_at}")
        assert full.stderr.endswith(": the disk is full; free some space and build again, what was made is kept\n")
        left = contents(tmp_path / "disk/2018")
        assert left.pop(".journal").count(b'"document"') == len(left)
        assert left == {path: whole[path] for path in PATHS if path in left}
        assert len(left) == (4 if full_at == "manifest.json" else 1)
        enlarge(ENOUGH)
        assert build(project, *words).startswith(f"{4 - len(left)} made, {len(left)} unchanged, 0 failed")
        assert contents(tmp_path / "disk/2018") == whole
