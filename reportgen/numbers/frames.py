"""The tables as DataFrames, in which a dotted name follows references from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reportgen.model.spec import Kind
from reportgen.model.tables import Address

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from reportgen.model.spec import Column, Project, Source
    from reportgen.model.tables import Table

_DTYPES: dict[Kind, Literal["Int64", "Float64", "boolean"]] = {
    Kind.WHOLE: "Int64",
    Kind.DECIMAL: "Float64",
    Kind.YES_NO: "boolean",
}


@dataclass(frozen=True, slots=True)
class Frames:
    """Every source as a frame (its rows × its columns), and each followed column once it was asked for."""

    project: Project
    tables: dict[str, Table]
    frames: dict[str, pd.DataFrame]
    followed: dict[tuple[str, str], pd.Series] = field(default_factory=dict)

    def follow(self, source: str, path: str) -> pd.Series:
        """The values of `path` for each row of `source`: n rows; missing where a reference on the way is."""
        if (source, path) not in self.followed:
            self.followed[source, path] = self._walk(source, path)
        return self.followed[source, path]

    def _walk(self, source: str, path: str) -> pd.Series:
        frame = self.frames[source]
        if path in frame.columns:
            return frame[path]
        name, _, rest = path.partition(".")
        target = self.target(source, name)
        lookup = self.follow(target.name, rest).set_axis(self.frames[target.name][target.key[0]])
        # unlike map, reindex keeps the kind of the values where the target has no rows
        return lookup.reindex(frame[name].to_numpy()).set_axis(frame.index)

    def target(self, source: str, name: str) -> Source:
        """The source that the reference `name` of `source` leads to."""
        column = self.project.source(source).column(name)
        if column is None or column.refers_to is None:
            message = f"{source}.{name} is no reference"
            raise LookupError(message)
        return self.project.source(column.refers_to)

    def address(self, source: str, label: object) -> Address:
        """Where the row of this label stands: file, sheet, row."""
        table = self.tables[source]
        position = int(self.frames[source].index.get_loc(label))  # type: ignore[arg-type]  # a unique integer index
        file = table.files[int(list(table.file_numbers)[position])]  # type: ignore[call-overload]  # by Table's own word
        return Address(file.path, file.sheet, f"row {list(table.row_numbers)[position]}")

    def columns(self, source: str, path: str) -> tuple[Column, ...]:
        """The columns a path ends in: one, or one a language for a text declared with `headers`."""
        end = self.project.source(source)
        while (head := path.partition("."))[1] and end.column(path) is None:
            column = end.column(head[0])
            if column is None or column.refers_to is None:
                break
            end, path = self.project.source(column.refers_to), head[2]
        return tuple(c for c in end.columns if c.name == path or (c.language and c.name == f"{path}.{c.language}"))


def open_frames(project: Project, tables: Iterable[Table]) -> Frames:
    """Frames over the checked tables; each kind has its type even where no row tells it.

    Days are datetime64, numbers and yes or no pandas' own types with NA; texts, ids and cells of several values stay.
    """
    import pandas as pd

    by_name = {table.source: table for table in tables}
    frames = {}
    for name, table in by_name.items():
        frame = pd.DataFrame({column: pd.Series(values) for column, values in table.columns.items()})
        for column in project.source(name).columns:
            if column.separator is None and column.kind is Kind.DATE:
                frame[column.name] = pd.to_datetime(frame[column.name])
            elif column.separator is None and column.kind in _DTYPES:
                frame[column.name] = frame[column.name].astype(_DTYPES[column.kind])
        frames[name] = frame
    return Frames(project, by_name, frames)
