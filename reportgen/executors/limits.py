"""What one document may take of the machine, and how a worker is held to it."""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
WATCHED_EVERY = 0.25  # seconds
DIE_WITH_PARENT = 1  # Linux: PR_SET_PDEATHSIG


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one document may take: seconds of a clock, and bytes beyond what its worker began with."""

    seconds: float = 120.0
    memory: int = 2_000 * MEGABYTE

    @property
    def too_long(self) -> str:
        """Why a document failed that took too long."""
        return (
            f"was not made within {self.seconds:g} seconds, twice; look for an endless table in it, "
            "or give it longer with --task-seconds"
        )

    @property
    def too_large(self) -> str:
        """Why a document failed that took too much memory."""
        return f"needs more than {self.memory // MEGABYTE} MB of memory, twice; look for an endless table in it"


def hold_to(limits: Limits) -> None:
    """Let this process take no more memory than its limit, and outlive its parent by a moment at most.

    Linux refuses the memory, and ends a worker whose parent dies; elsewhere a thread looks after both, and a worker
    that never gives it a turn is left to the time limit.
    """
    if platform.system() == "Linux":
        # The parent is the server that forks the workers, which ends with the build, however that ends.
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        room = _data_now() + limits.memory
        resource.setrlimit(resource.RLIMIT_DATA, (room, room))
        return
    ceiling = _peak() + limits.memory
    threading.Thread(target=_watch, args=(os.getppid(), ceiling), daemon=True).start()


def _data_now() -> int:
    """Bytes of private, writable memory that this process has mapped."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmData"))
    return int(kilobytes) * 1024


def _peak() -> int:
    """Bytes of memory that this process has had at most; macOS counts bytes, others kilobytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if platform.system() == "Darwin" else peak * 1024


def _watch(parent: int, ceiling: int) -> None:
    while os.getppid() == parent and _peak() < ceiling:
        time.sleep(WATCHED_EVERY)
    os.kill(os.getpid(), signal.SIGKILL)
