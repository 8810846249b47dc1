"""When Python looks for what is no longer needed: between documents, and not a thousand times within one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

BETWEEN = 50  # documents, after which it looks at what is older too: what they shared, and share no more
WITHIN = 200_000  # new objects before it looks all the same, within a document much larger than most

_tidied = count(1)


def look_seldom() -> None:
    """Let it look by itself no more, but where very many objects are made: reading engines is a tenth faster."""
    gc.set_threshold(WITHIN, *gc.get_threshold()[1:])


@contextmanager
def looking_seldom() -> Iterator[None]:
    """Look seldom within the context, and as before afterwards."""
    before = gc.get_threshold()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def settle() -> None:
    """Never again look at what all documents share: it stays to the end, and stays shared between forked workers."""
    gc.collect()
    gc.freeze()


def tidy() -> None:
    """Clear away what the last document left, and now and then all: nearly all that is young is dead by now."""
    gc.collect(0 if next(_tidied) % BETWEEN else 2)
