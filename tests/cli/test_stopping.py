"""A build that is stopped: within a second, nothing of it lives on, what is done is kept, and it goes on from there."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest

from tests import clusters, copies
from tests.letters import build, contents, start

SOON = 1.5  # seconds: one, and what a busy machine adds
TO_GO_ON = "\nreportgen: stopped; what was made is kept. Give the same command to go on.\n"
DASK = ("--dask", "local", "--workers", "2")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example that takes seconds to read, built once by one process."""
    folder = copies.copy_example(tmp_path_factory.mktemp("project"))
    copies.lengthen(folder)
    build(folder, "--workers", "1")
    return folder


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder for temporary files, with a short name: workers are reached by a socket in it."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def reads(folder: Path, _: Path) -> bool:
    """Whether the build of a folder has begun to read."""
    return (folder / ".lock").exists()


def warms(_: Path, temporary: Path) -> bool:
    """Whether the build has called for its workers."""
    return any(temporary.glob("reportgen-*"))


def starts_dask(_: Path, temporary: Path) -> bool:
    """Whether the workers of a local Dask have begun to start: each has a folder."""
    return any(temporary.rglob("dask-scratch-space/*"))


def makes(folder: Path, _: Path) -> bool:
    """Whether the build has made a document, and there are more."""
    return any(folder.rglob("*.pdf"))


def stop(process: subprocess.Popen[str], number: signal.Signals) -> str:
    """Stop a build as a terminal does, with all its group, or by itself; what it says.

    What it says ends when the last process that could say anything has ended.
    """
    asked = time.monotonic()
    if number is signal.SIGTERM:
        process.send_signal(number)
    else:
        os.killpg(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert time.monotonic() - asked < SOON
    return said


@dataclass(frozen=True)
class Moment:
    """A moment of a build: so long after something has begun."""

    has_begun: Callable[[Path, Path], bool]
    words: tuple[str, ...]
    later: float = 0.0


MOMENTS = {
    "reading": Moment(reads, ("--workers", "1"), 0.3),
    "calling workers": Moment(warms, ("--workers", "2")),
    "making alone": Moment(makes, ("--workers", "1")),
    "workers make": Moment(makes, ("--workers", "2")),
    "calling Dask": Moment(warms, DASK),
    "importing Dask": Moment(warms, DASK, 0.3),
    "Dask workers start": Moment(starts_dask, DASK),
    "reading beside Dask": Moment(starts_dask, DASK, 1.5),
    "Dask makes": Moment(makes, DASK),
}


def when(moment: Moment, process: subprocess.Popen[str], folder: Path, temporary: Path) -> None:
    """Wait for a moment of a build."""
    has_begun, _, later = astuple(moment)
    while process.poll() is None and not has_begun(folder, temporary):
        time.sleep(0.002)
    time.sleep(later)


def says_only_how_to_go_on(said: str) -> bool:
    """Whether a build has said nothing but what it made, and how to go on."""
    return re.sub(r"^\d+/\d+ .+\n", "", said, flags=re.MULTILINE) == TO_GO_ON


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_is_stopped(
    project: Path, tmp_path: Path, temporary: Path, number: signal.Signals, moment: str
) -> None:
    has_begun, chosen, _ = astuple(MOMENTS[moment])
    if chosen == DASK:
        pytest.importorskip("distributed")
    folder = tmp_path / "output/2018"
    words = ("--output", tmp_path / "output", *chosen)
    process = start(project, *words, TMPDIR=str(temporary))
    when(MOMENTS[moment], process, folder, temporary)
    said = stop(process, number)
    assert says_only_how_to_go_on(said), said
    assert process.returncode in {130, -signal.SIGINT}  # which a shell tells as 130 too
    assert list(temporary.iterdir()) == []
    made = [path for path in contents(folder) if path.endswith(".pdf")] if folder.exists() else []
    assert bool(made) == (has_begun is makes)
    assert folder.exists() == (has_begun is makes)
    if made:
        goes_on(project, words, len(made))


def goes_on(project: Path, words: tuple[str | Path, ...], made: int) -> None:
    """Give the same command: what was made stays, and it ends with the bytes of a build that nothing disturbed."""
    assert build(project, *words).startswith(f"{4 - made} made, {made} unchanged")
    assert contents(Path(words[1]) / "2018") == contents(project / "output/2018")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_on_other_machines_is_stopped(
    project: Path, tmp_path: Path, temporary: Path, number: signal.Signals
) -> None:
    pytest.importorskip("distributed")
    folder = tmp_path / "output/2018"
    with clusters.cluster(tmp_path) as (address, workers):
        words = ("--output", tmp_path / "output", "--dask", address)
        process = start(project, *words, TMPDIR=str(temporary))
        when(Moment(makes, ()), process, folder, temporary)
        said = stop(process, number)
        assert says_only_how_to_go_on(said), said
        assert process.returncode == 130
        assert list(temporary.iterdir()) == []
        assert clusters.tasks(address) == 0
        assert [worker.poll() for worker in workers] == [None, None]
        goes_on(project, words, sum(path.endswith(".pdf") for path in contents(folder)))


def test_a_scheduler_that_never_answers_is_not_waited_for(project: Path, tmp_path: Path, temporary: Path) -> None:
    pytest.importorskip("distributed")
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"tcp://127.0.0.1:{deaf.getsockname()[1]}"
        process = start(project, "--output", tmp_path / "output", "--dask", address, TMPDIR=str(temporary))
        connection, _ = deaf.accept()
        with connection:
            said = stop(process, signal.SIGINT)
    assert says_only_how_to_go_on(said), said


def test_a_scheduler_that_no_longer_answers_is_not_waited_for(project: Path, tmp_path: Path, temporary: Path) -> None:
    pytest.importorskip("distributed")
    with clusters.cluster(tmp_path) as (address, _):
        process = start(project, "--output", tmp_path / "output", "--dask", address, TMPDIR=str(temporary))
        when(Moment(makes, ()), process, tmp_path / "output/2018", temporary)
        clusters.freeze(address)
        said = stop(process, signal.SIGINT)
    assert says_only_how_to_go_on(said), said


def test_no_worker_of_dask_survives_a_build_that_is_killed(project: Path, tmp_path: Path, temporary: Path) -> None:
    pytest.importorskip("distributed")
    process = start(project, "--output", tmp_path / "output", *DASK, TMPDIR=str(temporary))
    when(Moment(starts_dask, DASK, 0.5), process, tmp_path, temporary)
    stop(process, signal.SIGKILL)


def test_a_temporary_folder_with_too_long_a_name_is_told_of(project: Path, tmp_path: Path) -> None:
    temporary = tmp_path / ("long" * 25)
    temporary.mkdir()
    process = start(project, "--output", tmp_path / "output", "--workers", "2", TMPDIR=str(temporary))
    _, said = process.communicate(timeout=30)
    assert process.returncode == 5
    assert said.startswith(f"reportgen: no workers can be started with temporary files in {temporary} (")
    assert "Traceback" not in said
