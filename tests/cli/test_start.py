"""`reportgen --help` is there at once."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median


def seconds(*arguments: str) -> float:
    """The seconds of all cores that Python takes with these arguments: the middle one of nine starts."""
    taken = []
    for _ in range(9):
        started = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        assert started.returncode == 0
        taken.append(usage.ru_utime + usage.ru_stime)
    return median(taken)


def test_help_takes_at_most_three_times_the_start_of_python() -> None:
    assert seconds("-m", "reportgen", "--help") <= 3 * seconds("-c", "pass")
