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
from weasyprint.css import AnonymousStyle, ComputedStyle, tokens

from reportgen.press.pdf.seams import Seam

MOST = 4_000  # styles: the letters of one kind and language have about 80
CHANGED = {"note-call"}  # pseudo-elements whose style the engine gives the name of one place
Declared = tuple[tuple[str, Any, bool], ...]

_preprocess = css.preprocess_declarations
_solve = tokens.Pending.solve


class Remembered:
    """What is worked out once for a style.

    Only on styles that nothing changes once boxes are laid out: where the engine needs one a little different it
    makes a copy, and a copy is the engine's own.
    """

    said: str | None = None  # what it says of a line, as part of the line's key
    strut: tuple[float, float] | None = None
    in_flow: bool | None = None
    is_sharp: bool | None = None  # whether it rounds no corner

    @cached_property
    def lengths(self) -> dict[object, dict[str, object]]:
        """The used lengths of boxes, by what they refer to."""
        return {}

    @cached_property
    def cells(self) -> dict[object, tuple[Any, Any, tuple[float, float]]]:
        """The widths of cells, by their text, with the styles of the line and of the text in it."""
        return {}


def is_shared(style: Any) -> bool:  # noqa: ANN401  the engine's
    """Whether what is worked out for a style may be kept with it."""
    return isinstance(style, Remembered)


def _is_outermost(parent: Any) -> bool:  # noqa: ANN401  the engine's
    """Whether this is the parent of <html> or <body>, whose `overflow` the engine takes from them for its pages."""
    return parent is None or parent.parent_style is None


class SharedAnonymous(Remembered, AnonymousStyle):  # type: ignore[misc]  # the engine has no types
    """The style of boxes that no element made, shared like that of the element around them."""


class OwnStyle(ComputedStyle):  # type: ignore[misc]  # the engine has no types
    """A style of one document, which the engine may change."""

    def copy(self) -> OwnStyle:
        """Another of them: by the engine's own name a copy of a copy would be the style that documents share."""
        told = (self.parent_style, self.cascaded, self.pseudo_type, self.root_style)
        copied = OwnStyle(*told, self.base_url, self.font_config, self.__dict__["initial_page_sizes"])
        copied.update(self)
        copied.specified = self.specified.copy()
        return copied


class SharedStyle(Remembered, OwnStyle):
    """A style that documents share; `fits_page` where a length in it follows from the first page of one of them."""

    fits_page = False

    @property
    def initial_page_sizes(self) -> dict[str, Any]:
        """The sizes of the document's first page, asked for by lengths that follow from them."""
        self.fits_page = True
        return self.__dict__["initial_page_sizes"]  # type: ignore[no-any-return]  # the engine has no types

    @initial_page_sizes.setter
    def initial_page_sizes(self, sizes: dict[str, Any]) -> None:
        self.__dict__["initial_page_sizes"] = sizes

    @cached_property
    def anonymous_style(self) -> SharedAnonymous:
        """The style of the boxes within that no element makes."""
        return SharedAnonymous(self)


def solve(pending: Any, *given: Any) -> Any:  # noqa: ANN401  the engine's
    """The value of a declaration with `var()`, complained of each time; the engine does so once for a style sheet."""
    pending._reported_error = False  # noqa: SLF001  the engine gives no other way
    return _solve(pending, *given)


class Styles:
    """The styles of a press, by all that they are computed from."""

    def __init__(self) -> None:
        self._styles: dict[object, SharedStyle] = {}
        self._declared: dict[object, Declared] = {}

    def seams(self) -> Iterator[Seam]:
        """Where the engine computes a style, reads what an element itself declares, and puts in what it refers to."""
        yield css, "ComputedStyle", self.style
        yield tokens.Pending, "solve", solve
        yield css, "preprocess_declarations", self.declared

    def forget(self) -> None:
        """Begin anew: the keys are the places of things in memory, and hold as long as the styles do."""
        self._styles.clear()
        self._declared.clear()

    def end_document(self) -> None:
        """Keep nothing that follows from the pages of the document that was set."""
        if any(style.fits_page for style in self._styles.values()):
            self.forget()

    def style(self, parent: Any, cascaded: dict[str, Any], pseudo: str | None, *rest: Any) -> OwnStyle:  # noqa: ANN401  the engine's
        """The style of these declarations below this parent."""
        if pseudo in CHANGED or ("overflow" in cascaded and _is_outermost(parent)):
            return OwnStyle(parent, cascaded, pseudo, *rest)
        declared = tuple(
            (name, id(value), origin, layer, *selector) for name, (value, (origin, layer, selector)) in cascaded.items()
        )
        key = (id(parent) if parent is not None else None, pseudo, declared)
        found = self._styles.get(key)
        if found is None:
            if len(self._styles) >= MOST:
                self.forget()
            found = self._styles[key] = SharedStyle(parent, cascaded, pseudo, *rest)
        found.initial_page_sizes = rest[-1]  # of this document, which may ask for what none before asked
        return found

    def declared(self, base_url: str, declarations: Iterable[Any], *prelude: Any) -> Iterable[Any]:  # noqa: ANN401  the engine's
        """What an element's own attributes declare, the same values for the same words."""
        if prelude:
            return _preprocess(base_url, declarations, *prelude)  # type: ignore[no-any-return]  # the engine has no types
        return self._own(base_url, declarations)

    def _own(self, base_url: str, declarations: Iterable[Any]) -> Iterator[Any]:
        for declaration in declarations:
            if declaration.type != "declaration":
                yield from _preprocess(base_url, [declaration])  # a mistake, which the engine is to tell
                continue
            key = (base_url, tinycss2.serialize([declaration]))
            values = self._declared.get(key)
            if values is None:
                values = tuple(_preprocess(base_url, [declaration]))
                if values:  # the engine has complained of one without a value, and is to complain each time
                    self._declared[key] = values
            yield from values
