"""Where the engine is met: names of its modules that stand for something else for a while."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

Seam = tuple[ModuleType | type, str, Any]  # a module or class, a name in it, and what stands in for it


@contextmanager
def standing_in(seams: Iterable[Seam]) -> Iterator[None]:
    """Let each name mean what stands in for it; whatever happens, they mean themselves again afterwards."""
    seams = tuple(seams)
    before = [getattr(module, name) for module, name, _ in seams]
    try:
        for module, name, stand_in in seams:
            setattr(module, name, stand_in)
        yield
    finally:
        for (module, name, _), own in zip(seams, before, strict=True):
            setattr(module, name, own)
