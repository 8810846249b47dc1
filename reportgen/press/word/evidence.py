"""What stands behind the values, as tables: how each indicator is counted, and the files with their fingerprints."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.annexes import Annex, Cell, CellKind, Definition, Grid, Heading
from reportgen.press import wording


def evidence_grids(annex: Annex, words: Mapping[str, str]) -> tuple[Grid, ...]:
    """The two tables of the last chapter, in the words of `templates/words.toml`."""
    return (_definitions(annex, words), _files(annex, words))


def _definitions(annex: Annex, words: Mapping[str, str]) -> Grid:
    headings = (
        Heading("indicator", words["figure_indicator"]),
        Heading("definition", words["counted_definition"]),
        Heading("unit", words["counted_unit"]),
        Heading("filter", words["counted_filter"]),
        Heading("source", words["counted_source"]),
        Heading("rows", words["counted_rows"], CellKind.NUMBER),
        Heading("rounding", words["counted_rounding"]),
    )
    rows = tuple(_definition(one, annex.language, words) for one in annex.evidence)
    return Grid("definitions", words["evidence_definitions"], headings, rows)


def _definition(one: Definition, language: str, words: Mapping[str, str]) -> tuple[Cell, ...]:
    definition = one.definition if one.additive else f"{one.definition} {words['not_additive']}"
    source = ", ".join((one.source, *(path for path, _ in one.files)))
    texts = (one.title, definition, one.unit, one.filter, source)
    return (*map(Cell, texts), Cell(wording.exact(one.rows, language), one.rows), Cell(one.rounding))


def _files(annex: Annex, words: Mapping[str, str]) -> Grid:
    headings = (Heading("file", words["evidence_file"]), Heading("sha256", "SHA-256"))
    found = {path: sha256 for one in annex.evidence for path, sha256 in one.files}
    rows = tuple((Cell(path), Cell(found[path])) for path in sorted(found))
    return Grid("files", words["evidence_files"], headings, rows)
