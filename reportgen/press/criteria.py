"""The conditions on rows in the author's words: each column by its term, each code by the term's word for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.model.documents import Criterion
from reportgen.model.spec import Scalar, Term, Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.model.findings import FieldValue, TableRow
    from reportgen.model.spec import Condition, Project, TableSpec


def criteria(project: Project, source: str, where: tuple[Condition, ...]) -> tuple[Criterion, ...]:
    """Each condition with its words; a column without a term keeps its header, and its codes stay as typed."""
    return tuple(_criterion(project, source, condition) for condition in where)


def _criterion(project: Project, source: str, condition: Condition) -> Criterion:
    term = project.term(source, condition.column)
    return Criterion(
        title=title(project, source, condition.column),
        values=tuple(_word(term, value) for value in condition.values),
        lowest=condition.lowest,
        highest=condition.highest,
        recorded=condition.recorded,
    )


def title(project: Project, source: str, path: str) -> Texts:
    """What the column that a dotted name leads to is called: its term's title, else its header."""
    term = project.term(source, path)
    if term is not None:
        return term.title
    end, name = project.end(source, path)
    column = end.column(name)
    return Texts((("en", column.header if column else path),))


def cells(project: Project, spec: TableSpec, rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """The rows of a table with words in place of codes, each with a capital as a label has."""
    labels = tuple(_labels(project.term(spec.source, column.path or "")) for column in spec.columns)
    if not any(labels):
        return rows
    return tuple(
        replace(row, cells=tuple(_cell(cell, words) for cell, words in zip(row.cells, labels, strict=True)))
        for row in rows
    )


def _labels(term: Term | None) -> Mapping[str, Texts]:
    return {code: label(words) for code, words in term.values} if term else {}


def _cell(cell: FieldValue, labels: Mapping[str, Texts]) -> FieldValue:
    name = ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
    return labels.get(name, cell)


def label(words: Texts) -> Texts:
    """Words that begin with a capital, as they stand in charts and tables."""
    return Texts(tuple((language, text[:1].upper() + text[1:]) for language, text in words.entries))


def _word(term: Term | None, value: Scalar) -> Texts | Scalar:
    """The words for a value, named as a category is: yes and no, else as it is written."""
    name = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return (term.read(name) if term else None) or (name if isinstance(value, bool) else value)
