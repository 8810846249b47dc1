"""The structure tree of a PDF, as something to walk and to move about in (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object

ObjectNumber = tuple[int, int]
Spot = tuple[ObjectNumber, int]  # a page, and the number of a piece of marked content on it


def walk(element: Object) -> Iterator[Object]:
    """Every element below `element`, in reading order."""
    for kid in elements(element):
        yield kid
        yield from walk(kid)


def elements(element: Object) -> list[Object]:
    """The elements that `element` holds itself; not its marked content and annotations."""
    return [kid for kid in pieces(element) if not isinstance(kid, int) and "/S" in kid]


def link_annotations(element: Object) -> list[Object]:
    """The annotations that `element` holds itself."""
    references = (kid for kid in pieces(element) if not isinstance(kid, int) and kid.get("/Type") == "/OBJR")
    return [reference.Obj for reference in references]


def pieces(element: Object) -> list[Object | int]:
    """All that `element` holds itself: elements, references to annotations, and the numbers of marked content."""
    return list(element.get("/K", ()))


def spots(element: Object) -> Iterator[Spot]:
    """Where all marked content in `element` stands, in reading order."""
    for kid in pieces(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif "/S" in kid:
            yield from spots(kid)


def take_in(element: Object, others: Object) -> None:
    """Move all that `others` holds to the end of `element`."""
    from pikepdf import Array

    for kid in elements(others):
        kid.P = element
    element.K = Array([*pieces(element), *pieces(others)])


def drop(parent: Object, gone: Collection[ObjectNumber]) -> None:
    """Take the elements of these numbers out of `parent`."""
    from pikepdf import Array

    parent.K = Array([kid for kid in pieces(parent) if isinstance(kid, int) or kid.objgen not in gone])


def drop_annotations(element: Object) -> None:
    """Take the references to annotations out of `element`."""
    from pikepdf import Array

    element.K = Array([kid for kid in pieces(element) if isinstance(kid, int) or kid.get("/Type") != "/OBJR"])


class Parents:
    """The parent tree: for each page the elements of its marked content, and for each annotation its element."""

    def __init__(self, root: Object) -> None:
        self._tree = root.ParentTree
        nums = list(self._tree.Nums)
        self.entries = {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}

    def replace(self, old: Object, new: Object) -> None:
        """Let `new` stand wherever `old` stood."""
        from pikepdf import Array

        for key, entry in self.entries.items():
            if isinstance(entry, Array):
                self.entries[key] = Array([new if item.objgen == old.objgen else item for item in entry])
            elif entry.objgen == old.objgen:
                self.entries[key] = new

    def inherit(self, heirs: Mapping[ObjectNumber, Object]) -> None:
        """Let the heir of each element stand where it stood; an heir may have heirs."""
        from pikepdf import Array

        for key, entry in self.entries.items():
            if isinstance(entry, Array):
                self.entries[key] = Array([_last_heir(item, heirs) for item in entry])

    def write(self) -> None:
        """Put the entries back, in order."""
        from pikepdf import Array

        self._tree.Nums = Array([item for key in sorted(self.entries) for item in (key, self.entries[key])])


def _last_heir(element: Object, heirs: Mapping[ObjectNumber, Object]) -> Object:
    while (heir := heirs.get(element.objgen)) is not None:
        element = heir
    return element
