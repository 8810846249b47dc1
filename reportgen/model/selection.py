"""Which documents a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents a build is asked for; empty means all."""

    only: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
