"""References: from the text by which a cell calls a row of another source to that row's id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.intake.checks import cells
from reportgen.intake.sheets import Fault, shown
from reportgen.intake.values import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportgen.intake.checks.columns import Typed
    from reportgen.intake.values.kinds import Plain
    from reportgen.model.spec import Source

_MOST_SUGGESTIONS = 200  # comparing a name with all others is slow; a table of unknown names needs no more hints


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The ids of one source's rows: by the key itself, and by every name in its folded form."""

    source: str
    keys: Mapping[str, Plain]
    folded: Mapping[str, tuple[Plain, ...]]
    spellings: tuple[str, ...]
    complete: bool
    hints: Iterator[int] = field(default_factory=lambda: iter(range(_MOST_SUGGESTIONS)))

    def resolve(self, text: str) -> Plain | Fault | None:
        """The id of the row that the text means: its exact key, else a name that only one row has.

        None for an unknown name where rows of the source could not be read: that is told already, once.
        """
        if text in self.keys:
            return self.keys[text]
        ids = self.folded.get(names.fold(text), ())
        if len(ids) == 1:
            return ids[0]
        if ids:
            return self._ambiguous(text, ids)
        return self._unknown(text) if self.complete else None

    def _ambiguous(self, text: str, ids: tuple[Plain, ...]) -> Fault:
        what = f"{shown(text)} can mean {' or '.join(str(found) for found in ids)} of {self.source}"
        return Fault("ambiguous_reference", what, "write the id of the one that is meant")

    def _unknown(self, text: str) -> Fault:
        parts = names.parts(text)
        if len(parts) > 1 and all(names.fold(part) in self.folded for part in parts):
            return cells.several_in_one(text, parts)
        what = f"{shown(text)} is not in {self.source}"
        hint = names.suggestion(text, self.spellings) if next(self.hints, None) is not None else None
        return Fault("unknown_reference", what, hint or f"add it to {self.source}, or correct the name")


def index(source: Source, typed: Mapping[str, Typed], *, complete: bool) -> Index:
    """The index of a source with a single key; `typed` holds its key column and the columns of its names."""
    key = typed[source.key[0]]
    others = [column for name, column in typed.items() if name != source.key[0]]
    keys: dict[str, Plain] = {}
    folded: dict[str, dict[Plain, None]] = {}
    spellings: dict[str, None] = {}
    for row in range(len(key.codes)):
        row_id = key.at(row)
        if not isinstance(row_id, str | int | float):
            continue
        keys.setdefault(str(row_id), row_id)
        for name in [*_names(others, row), str(row_id)]:
            folded.setdefault(names.fold(name), {})[row_id] = None
            spellings[name] = None
    by_name = {name: tuple(ids) for name, ids in folded.items()}
    return Index(source.name, keys, by_name, tuple(spellings), complete)


def _names(columns: Sequence[Typed], row: int) -> Iterator[str]:
    for column in columns:
        value = column.at(row)
        if isinstance(value, tuple):
            yield from (str(part) for part in value)
        elif value is not None:
            yield str(value)


def named_columns(source: Source) -> list[str]:
    """The columns by which other sources may call a row: its key, and its names in every language they have."""
    wanted = {*source.key, *source.names}
    return [column.name for column in source.columns if column.name in wanted or _base(column.name) in source.names]


def _base(name: str) -> str:
    return name.rpartition(".")[0]
