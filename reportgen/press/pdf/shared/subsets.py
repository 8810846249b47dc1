"""The glyphs that a font is cut down to: their C type has a name for each length, which cffi takes 2 ms to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.pdf import fonts

from reportgen.press.pdf.seams import Seam

OF_A_LENGTH = "hb_codepoint_t["
OF_ITS_CONTENT = "hb_codepoint_t[]"


class _Types:
    """What cffi knows; a list of glyphs is as long as what it is made of, whatever length its type names."""

    def __init__(self, own: Any) -> None:  # noqa: ANN401  the engine's
        self._own = own

    def new(self, kind: str, content: Any = None) -> Any:  # noqa: ANN401  the engine's
        is_list = kind.startswith(OF_A_LENGTH) and content is not None
        return self._own.new(OF_ITS_CONTENT if is_list else kind, content)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  the engine's
        return getattr(self._own, name)


_types = _Types(fonts.ffi)


def seams() -> Iterator[Seam]:
    """Where the engine cuts fonts down to their glyphs."""
    yield fonts, "ffi", _types
