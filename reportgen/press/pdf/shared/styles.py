"""Styles that documents share: an element with the same parent's style and the same declarations has the same style.

The engine computes a property when it is first asked for, and keeps it with the style. A style that outlives its
document keeps all that was ever asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import tinycss2
from weasyprint import css
from weasyprint.css import AnonymousStyle, ComputedStyle

from reportgen.press.pdf.seams import Seam

MOST = 4_000  # styles: the letters of one kind and language have about 80
Declared = tuple[tuple[str, Any, bool], ...]

_preprocess = css.preprocess_declarations


class Remembered:
    """What is worked out once for a style: its words as the key of a line, its strut, its lengths by their block.

    Only on styles that nothing changes once boxes are laid out: where the engine needs one a little different it
    makes a copy, and a copy is the engine's own.
    """

    said: str | None = None
    strut: tuple[float, float] | None = None

    @cached_property
    def lengths(self) -> dict[object, dict[str, object]]:
        """The used lengths of boxes, by what they refer to."""
        return {}


def is_shared(style: Any) -> bool:  # noqa: ANN401
    """Whether what is worked out for a style may be kept with it."""
    return isinstance(style, Remembered)


class SharedAnonymous(Remembered, AnonymousStyle):  # type: ignore[misc]  # the engine has no types
    """The style of boxes that no element made, shared like that of the element around them."""


class SharedStyle(Remembered, ComputedStyle):  # type: ignore[misc]
    """A style that documents share."""

    def copy(self) -> Any:  # noqa: ANN401
        """A style of the engine's own, which may be changed."""
        told = (self.parent_style, self.cascaded, self.pseudo_type, self.root_style)
        copied = ComputedStyle(*told, self.base_url, self.font_config, self.initial_page_sizes)
        copied.update(self)
        copied.specified = self.specified.copy()
        return copied

    @cached_property
    def anonymous_style(self) -> SharedAnonymous:
        """The style of the boxes within that no element makes."""
        return SharedAnonymous(self)


class Styles:
    """The styles of a press, by all that they are computed from."""

    def __init__(self) -> None:
        self._styles: dict[object, SharedStyle] = {}
        self._declared: dict[object, Declared] = {}

    def seams(self) -> Iterator[Seam]:
        """Where the engine computes a style, and reads what an element itself declares."""
        yield css, "ComputedStyle", self.style
        yield css, "preprocess_declarations", self.declared

    def forget(self) -> None:
        """Begin anew: the keys are the places of things in memory, and hold as long as the styles do."""
        self._styles.clear()
        self._declared.clear()

    def style(self, parent: Any, cascaded: dict[str, Any], pseudo: str | None, *rest: Any) -> SharedStyle:  # noqa: ANN401
        """The style of these declarations below this parent."""
        declared = tuple(
            (name, id(value), origin, layer, *selector) for name, (value, (origin, layer, selector)) in cascaded.items()
        )
        key = (id(parent) if parent is not None else None, pseudo, declared)
        found = self._styles.get(key)
        if found is None:
            if len(self._styles) >= MOST:
                self.forget()
            found = self._styles[key] = SharedStyle(parent, cascaded, pseudo, *rest)
        return found

    def declared(self, base_url: str, declarations: Iterable[Any], *prelude: Any) -> Iterable[Any]:  # noqa: ANN401
        """What an element's own attributes declare, the same values for the same words."""
        if prelude:
            return _preprocess(base_url, declarations, *prelude)  # type: ignore[no-any-return]
        return self._own(base_url, declarations)

    def _own(self, base_url: str, declarations: Iterable[Any]) -> Iterator[Any]:
        for declaration in declarations:
            key = (base_url, tinycss2.serialize([declaration]))
            values = self._declared.get(key)
            if values is None:
                values = tuple(_preprocess(base_url, [declaration]))
                if values:  # the engine has complained of one without a value, and is to complain each time
                    self._declared[key] = values
            yield from values
