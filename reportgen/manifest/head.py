"""The head of a manifest: it tells by itself whether anything has changed since, and costs next to nothing to read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.model.tables import Address, Issue, Severity

FILE = "manifest.json"
START = b'{\n"build": '
FAULTS = (ValueError, RecursionError, KeyError, TypeError, AttributeError)  # whatever a file that is no manifest causes


@dataclass(frozen=True, slots=True)
class Head:
    """What a build came to, and all that it was made from."""

    asked: tuple[tuple[str, ...], ...]
    patterns: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    left_over: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]
    has_failed: bool


def read_head(content: bytes | None) -> Head | None:
    """The head of a manifest, the rest unread; None where there is none, or it can't be read."""
    if content is None or not content.startswith(START):
        return None
    try:
        told, _ = json.JSONDecoder().raw_decode(content.decode("utf-8"), len(START))
        return Head(
            asked=tuple(map(tuple, told["asked"])),
            patterns=tuple(told["patterns"]),
            versions=tuple(told["versions"].items()),
            inputs=tuple(told["inputs"].items()),
            files=tuple(told["files"].items()),
            left_over=tuple(told["left_over"].items()),
            issues=tuple(map(_issue, told["issues"])),
            has_failed=bool(told["failed"]),
        )
    except FAULTS:
        return None


def _issue(told: Mapping[str, str]) -> Issue:
    where = Address(told["where"])
    return Issue(told["code"], Severity(told["severity"]), where, told["what"], told["mend"])
