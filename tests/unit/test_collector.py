"""What documents shared, and share no more, does not stay for ever."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from reportgen import collector


class Shared:
    """Something that refers to itself, as a style does by the boxes within it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _seldom() -> Iterator[None]:
    with collector.looking_seldom():
        yield


def test_what_has_grown_old_is_cleared_away_too() -> None:
    shared = Shared()
    gone = weakref.ref(shared)
    gc.collect()
    del shared
    for _ in range(collector.BETWEEN):
        collector.tidy()
    assert gone() is None
