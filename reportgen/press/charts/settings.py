"""matplotlib's settings while a chart is drawn: the house's, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

POINTS_PER_INCH = 72.0
NO_DATE = {"Date": None, "Creator": None}


@contextmanager
def house_settings(file: Path) -> Iterator[None]:
    """What `file` says, over matplotlib's own defaults; afterwards all is as it was before."""
    import matplotlib as mpl

    house = read_settings(file, file.stat().st_mtime_ns)
    # Each value that is set is checked again, which takes longer than comparing it.
    with mpl.rc_context({key: value for key, value in house.items() if mpl.rcParams[key] != value}):
        yield


@lru_cache(maxsize=8)
def read_settings(file: Path, _changed: int) -> Mapping[Any, Any]:
    """Every setting but the backend, which no drawing asks for; read again when the file has changed."""
    import matplotlib as mpl

    # Letters are as wide in dots as they were measured: hinting would set each on a whole dot.
    with mpl.rc_context({"text.hinting": "none"}, fname=file):
        settings = dict(mpl.rcParams.copy())
    del settings["backend"]
    return settings
