"""What must hold of the words a project file gives to columns, codes and units."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.paths import base_names, source_named
from reportgen.model.spec import Column, Kind, Project, Source, Term

_YES_NO = ("yes", "no")


def check_terms(project: Project) -> Iterator[Mistake]:
    """The mistakes of `[terms]`: sources, columns and codes that are not there, and codes left without words."""
    for term in project.terms:
        source = source_named(project, term.source)
        if source is None:
            names = [source.name for source in project.sources]
            yield Mistake(("terms", term.source), f'"{term.source}" is not a source; {suggest(term.source, names)}')
        else:
            yield from _check_term(source, term)


def _check_term(source: Source, term: Term) -> Iterator[Mistake]:
    keys = ("terms", source.name, term.column)
    own = base_names(source)
    if term.column not in own:
        yield Mistake(keys, f'"{term.column}" is not a column of {source.name}; {suggest(term.column, own)}')
        return
    column = source.column(term.column)
    if column is not None and term.values:
        yield from _check_codes(keys, column, term)


def _check_codes(keys: Keys, column: Column, term: Term) -> Iterator[Mistake]:
    """Where the codes are known each has its words, or a document would mix words and codes."""
    known = _YES_NO if column.kind is Kind.YES_NO else column.allowed
    worded = [code for code, _ in term.values]
    for code in worded if known else ():
        if code not in known:
            what = f'"{code}" is not among the allowed values of {column.name}; {suggest(code, known)}'
            yield Mistake((*keys, "values", code), what, code)
    missing = [code for code in known if code not in worded]
    if missing:
        what = f"has no words for {', '.join(missing)}; add them, so that no document prints a code"
        yield Mistake((*keys, "values"), what)


def check_units(project: Project) -> Iterator[Mistake]:
    """The units whose text is neither one form nor two: `people`, or `person | people`."""
    for unit in project.units:
        for language in unit.several.languages:
            forms = (unit.one.get(language), unit.several.get(language) or "")
            if "|" in forms[1] or not all(form.strip() for form in forms if form is not None):
                what = 'has no two forms; write what goes with 1, a bar, and what goes with more: "person | people"'
                yield Mistake(("units", unit.code, language), what)
