"""The engine, read without what it looks for in vain and what it never uses here, which is half of the time.

It looks for each of its libraries under seven names, and for one that Linux does not know, `ctypes` asks ldconfig, the
compiler and the linker, each a program of its own. One of the names is always the library's own, and needs no search.

It never uses its ways of cutting fonts down without HarfBuzz, nor of cutting variable ones: a hundred modules.
"""

from __future__ import annotations

import ctypes.util
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

from reportgen.press.pdf.seams import standing_in

PUT_OFF = ("fontTools.subset", "fontTools.varLib.instancer")


def read_engine() -> None:
    """Read it, so that whoever imports it next finds it read."""
    searches = [(ctypes.util, "find_library", _find_nothing)] if platform.system() == "Linux" else []
    with standing_in(searches), _put_off(PUT_OFF):
        import weasyprint  # noqa: F401  it is to be read


def _find_nothing(_name: str) -> None:
    """Nothing: the next name will do."""


class _Unread(ModuleType):
    """A module in which everything can be called: the first call reads it."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):  # what the import system asks
            raise AttributeError(name)

        def call(*args: Any, **options: Any) -> Any:  # noqa: ANN401  whatever it takes and gives
            return getattr(import_module(self.__name__), name)(*args, **options)

        return call


@contextmanager
def _put_off(names: tuple[str, ...]) -> Iterator[None]:
    """Let who imports these modules meanwhile get them unread; what has been read is as it is."""
    unread = {name: _Unread(name) for name in names if name not in sys.modules}
    sys.modules.update(unread)
    try:
        yield
    finally:
        for name, module in unread.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
