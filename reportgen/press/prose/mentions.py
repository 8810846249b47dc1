"""What a text names: so a document need hold no more than that, and nothing else can change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from jinja2 import nodes

WHOLE = ""  # in the place of a name: all that the set holds


@dataclass(frozen=True, slots=True)
class Mentions:
    """The dotted names of a text, cut up at their dots, and the blocks that it calls with their first word.

    A set that is named without a name of its own (`own` alone) is mentioned whole, and so is every block of a kind
    whose first word is not written out.
    """

    names: frozenset[tuple[str, ...]] = frozenset()
    calls: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: Mentions) -> Mentions:
        return Mentions(self.names | other.names, self.calls | other.calls)

    def called(self, block: str) -> frozenset[str]:
        """The first words of all calls of a block; WHOLE where one can't be told, none where it is not called."""
        return frozenset(word for name, word in self.calls if name == block)

    def calls_any(self, block: str) -> bool:
        """Whether the block is called at all."""
        return bool(self.called(block))

    def below(self, *path: str) -> frozenset[str]:
        """The names that are asked of the set at this path; WHOLE where the set itself is mentioned."""
        depth = len(path)
        longer = (name[depth] for name in self.names if name[:depth] == path and len(name) > depth)
        shorter = (WHOLE for end in range(1, depth + 1) if path[:end] in self.names)
        return frozenset(chain(longer, shorter))


NOTHING = Mentions()


def read_mentions(words: Sequence[nodes.Node]) -> Mentions:
    """Every name and every call of a text, from all of its nodes."""
    ends = [word for word in words if isinstance(word, nodes.Getattr | nodes.Name)]
    called = [word for word in words if isinstance(word, nodes.Call)]
    within = {id(word.node) for word in (*ends, *called) if not isinstance(word, nodes.Name)}
    own = {word.name for word in ends if isinstance(word, nodes.Name) and word.ctx == "store"}  # of a loop or a `set`
    names = (_dotted(word) for word in ends if id(word) not in within)
    calls = chain.from_iterable(map(_called, called))
    return Mentions(frozenset(name for name in names if name and name[0] not in own), frozenset(calls))


def _dotted(node: nodes.Node) -> tuple[str, ...]:
    """A chain of attributes from its name on; nothing where it hangs on something else, or names a place to store."""
    if isinstance(node, nodes.Getattr):
        before = _dotted(node.node)
        return (*before, node.attr) if before else ()
    return (node.name,) if isinstance(node, nodes.Name) and node.ctx == "load" else ()


def _called(call: nodes.Call) -> Iterator[tuple[str, str]]:
    if isinstance(call.node, nodes.Name):
        word = call.args[0] if call.args else None
        yield call.node.name, str(word.value) if isinstance(word, nodes.Const) else WHOLE
