"""What a template holds in its hand: values that know where they come from, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError, nearest

if TYPE_CHECKING:
    from markupsafe import Markup

    from reportgen.model.records import PrintedValue

Compare = Callable[[float, float], bool]
Content = object  # a number, text, date, Interval, Place, Texts, tuple of these; None: not recorded


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a value comes from, in words of the document's language."""

    code: str
    scope: str
    title: str
    definition: str
    unit: str
    period: str
    source: str
    filter: str
    rows: int
    halves: str = ""
    unit_one: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its receipt; true when it is recorded and not nought, comparable with numbers."""

    content: Content
    receipt: Receipt
    sort_items: bool = False

    def __repr__(self) -> str:
        return self.receipt.code

    def __bool__(self) -> bool:
        return bool(self.content)

    def __len__(self) -> int:
        return len(self.content) if isinstance(self.content, tuple) else 1

    def __eq__(self, other: object) -> bool:
        return self.content == _content(other)

    def __hash__(self) -> int:
        return hash(self.content)

    def __lt__(self, other: object) -> bool:
        return _ordered(self.content, _content(other), lambda a, b: a < b)

    def __gt__(self, other: object) -> bool:
        return _ordered(self.content, _content(other), lambda a, b: a > b)

    def __le__(self, other: object) -> bool:
        return _ordered(self.content, _content(other), lambda a, b: a <= b)

    def __ge__(self, other: object) -> bool:
        return _ordered(self.content, _content(other), lambda a, b: a >= b)


def _content(other: object) -> object:
    return other.content if isinstance(other, Value) else other


def _ordered(left: object, right: object, holds: Compare) -> bool:
    """Whether an order holds; never for a value that is not recorded. A list counts as its length."""
    left, right = (len(side) if isinstance(side, tuple) else side for side in (left, right))
    if isinstance(left, int | float) and isinstance(right, int | float):
        return holds(left, right)
    return False


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of the page that is finished: its HTML, and the values it prints."""

    html: Markup
    printed: tuple[PrintedValue, ...] = ()
    block: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A named set of values (`n`, `own`, a record); an unknown name is an error that tells the nearest."""

    name: str
    values: Mapping[str, object]
    there: bool = True

    def pick(self, name: str) -> object:
        """The value of this name; TemplateError names the nearest ones."""
        if name not in self.values:
            message = f"{self.name}.{name} is not known; {nearest(name, self.values)}"
            raise TemplateError(message)
        return self.values[name]

    def __repr__(self) -> str:
        return self.name

    def __bool__(self) -> bool:
        return self.there


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The entries of a record that takes every row."""

    name: str
    entries: tuple[View, ...]

    def __iter__(self) -> Iterator[View]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)
