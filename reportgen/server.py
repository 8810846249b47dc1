"""The server that workers are forked from, begun before all else, so that it reads the engines beside everything.

It opens the project's workshop too (`press.hearth`), which each worker is then born with.
"""

from __future__ import annotations

import atexit
import os
import platform
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import forkserver, resource_tracker
from pathlib import Path

from reportgen.collector import look_seldom
from reportgen.errors import MachineError

PRELOADED = (  # read in this order, which begins with this module
    "reportgen.server",
    "reportgen.press.render",
    "babel.dates",
    "babel.numbers",
    "email.policy",
    "markdown_it",
    "pikepdf",
    "pebble",
    "reportgen.press.charts.brush",
    "reportgen.executors.processes",
    "reportgen.press.hearth",
)
HEARTH = "REPORTGEN_HEARTH"  # names the project file to the server, in its environment
TERMINAL = {signal.SIGINT, signal.SIGHUP}  # what a terminal sends to every process of a command


def begin(project_file: Path) -> None:
    """Start the server, where forking from it is tried: on Linux; elsewhere it starts when workers are asked for.

    MachineError where it can't be reached: the name of a socket has 107 bytes at most, the temporary folder's included.
    """
    if platform.system() == "Linux":
        forkserver.set_forkserver_preload(list(PRELOADED))
        with _environment({HEARTH: str(project_file), "TMPDIR": _scratch()}), deaf_to_the_terminal():
            _ensure_running()


def _ensure_running() -> None:
    try:
        forkserver.ensure_running()
    except OSError as error:
        raise MachineError(
            f"no workers can be started with temporary files in {tempfile.gettempdir()} ({error}); "
            "let TMPDIR name a folder with a short name, or build with --workers 1"
        ) from error


def end() -> None:
    """End the server, whatever it is doing: no worker is wanted any more."""
    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # noqa: SLF001  there is no other way
    if server is not None:
        with suppress(ProcessLookupError):
            os.kill(server, signal.SIGKILL)


@contextmanager
def deaf_to_the_terminal() -> Iterator[None]:
    """Let what is started meanwhile not hear the terminal's signals; this process hears them and ends it.

    The tracker of semaphores comes first, because starting it lets those signals in again.
    """
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, TERMINAL)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@cache
def _scratch() -> str:
    """The server's folder for temporary files; this process takes it away, or the server where this one is killed."""
    folder = tempfile.mkdtemp(prefix="reportgen-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(end)  # before the folder goes
    return folder


@contextmanager
def _environment(told: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(told)
    try:
        yield
    finally:
        for name in told.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


if HEARTH in os.environ:  # this is the server
    look_seldom()
    atexit.register(shutil.rmtree, os.environ["TMPDIR"], ignore_errors=True)
