"""The engine, read: with it come its libraries, which it looks for under seven names each.

For a name that Linux does not know, `ctypes` asks ldconfig, the compiler and the linker, each a program of its own: a
quarter of a second for names of other systems. One of the names is always the library's own, which needs no search.
"""

from __future__ import annotations

import ctypes.util
import platform

from reportgen.press.pdf.seams import standing_in


def read_engine() -> None:
    """Read it, so that whoever imports it next finds it read."""
    with standing_in([(ctypes.util, "find_library", _find_nothing)] if platform.system() == "Linux" else []):
        import weasyprint  # noqa: F401


def _find_nothing(_name: str) -> None:
    """Nothing: the next name will do."""
