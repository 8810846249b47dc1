"""The faults a user can cause: each a class with a code, an exit status and one sentence."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReportgenError(Exception):
    """A fault of the user's, told in one sentence: where, what, what to do."""

    code = "reportgen"
    status = 1


class UsageError(ReportgenError):
    """The command asked for something that is not there."""

    code = "usage"
    status = 2


class ProjectError(ReportgenError):
    """The project file has a mistake."""

    code = "project"
    status = 4


class TemplateError(ReportgenError):
    """A template has a mistake."""

    code = "template"
    status = 4


class MachineError(ReportgenError):
    """The machine lacks something, or its disk is full."""

    code = "machine"
    status = 5


class OutputLockedError(ReportgenError):
    """Another build holds the output folder."""

    code = "locked"
    status = 75


def nearest(name: str, known: Iterable[str]) -> str:
    """What to do about a name that is not known: the nearest ones, else all there are."""
    names = sorted(known)
    close = get_close_matches(name, names, n=3, cutoff=0.6)
    if close:
        return f"did you mean {' or '.join(close)}?"
    return f"there are: {', '.join(names)}" if names else "there are none"
