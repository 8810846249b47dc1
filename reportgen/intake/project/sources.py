"""What must hold between the sources of a project file, their columns and those who receive documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.paths import (
    NUMBERS,
    ONE_DAY,
    ONE_VALUE,
    Need,
    base_names,
    column_at,
    expect,
    source_named,
)
from reportgen.intake.project.values import SHEETLESS
from reportgen.model.spec import Column, Kind, Project, Source

_RECIPIENT = {
    "name": Need(translated=True),
    "where": Need(translated=True),
    "languages": Need(several=True),
    "country": ONE_VALUE,
    "email": ONE_VALUE,
    "address": ONE_VALUE,
    "member_from": ONE_DAY,
    "member_to": ONE_DAY,
    "successor": ONE_VALUE,
}


def check_sources(project: Project) -> Iterator[Mistake]:
    """The mistakes of every source."""
    for source in project.sources:
        keys = ("sources", source.name)
        yield from _check_sheet(keys, source)
        yield from _check_headers(keys, source)
        yield from _check_own_columns(keys, source)
        yield from _check_time(project, keys, source)
        yield from _check_recipient(project, keys, source)
        for column in _declared(source):
            yield from _check_column(project, (*keys, "columns", *column.name.split(".")[:1]), column)


def _declared(source: Source) -> Iterator[Column]:
    """Each column as it was written in the file; of those with `headers`, the first language stands for all."""
    seen = set()
    for column in source.columns:
        base = column.name.partition(".")[0]
        if base not in seen:
            seen.add(base)
            yield column


def _check_sheet(keys: Keys, source: Source) -> Iterator[Mistake]:
    sheetless = PurePosixPath(source.files).suffix.lower() in SHEETLESS
    if sheetless and source.sheet:
        yield Mistake((*keys, "sheet"), f"{source.files} has no sheets; take the key out")
    if not sheetless and not source.sheet:
        yield Mistake((*keys, "sheet"), 'is missing; add sheet = "..." with the name of the sheet')


def _check_headers(keys: Keys, source: Source) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for column in source.columns:
        taken = first.setdefault(column.header, column.name)
        if taken != column.name:
            what = f'"{column.header}" is the header of {taken} too; give each column a header of its own'
            yield Mistake((*keys, "columns", *column.name.split(".")[:1]), what, column.header)


def _check_own_columns(keys: Keys, source: Source) -> Iterator[Mistake]:
    """Key and names are columns of the sheet itself; a key has no language."""
    plain = tuple(column.name for column in source.columns if column.language is None)
    for word, names, own in (("key", source.key, plain), ("names", source.names, base_names(source))):
        for name in names:
            if name not in own:
                what = f'"{name}" is not a column of {source.name} that can be one of its {word}; {suggest(name, own)}'
                yield Mistake((*keys, word), what, name)
    for column in source.columns:
        if column.name in source.key and column.separator is not None:
            what = f'"{column.name}" may hold several values a cell, and a key is one; take its separator out'
            yield Mistake((*keys, "key"), what, column.name)


def _check_time(project: Project, keys: Keys, source: Source) -> Iterator[Mistake]:
    if source.date:
        yield from expect(project, (*keys, "date"), source, source.date, ONE_DAY)
    if source.year:
        yield from expect(project, (*keys, "year"), source, source.year, Need((Kind.WHOLE,)))
    for path in source.valid or ():
        yield from expect(project, (*keys, "valid"), source, path, ONE_DAY)


def _check_recipient(project: Project, keys: Keys, source: Source) -> Iterator[Mistake]:
    if source.recipient is None:
        return
    mistakes = tuple(expect(project, (*keys, "recipient"), source, source.recipient))
    yield from mistakes
    column = column_at(project, source, source.recipient)
    receives = project.recipients.source
    if not mistakes and not isinstance(column, str) and column.refers_to != receives:
        what = f'"{source.recipient}" does not refer to {receives}, who receive; name a column that does'
        yield Mistake((*keys, "recipient"), what, source.recipient)


def _check_column(project: Project, keys: Keys, column: Column) -> Iterator[Mistake]:
    yield from _check_reference(project, (*keys, "refers_to"), column)
    yield from _check_kind(keys, column)
    for written, meant in column.aliases:
        if column.allowed and meant not in column.allowed:
            what = f'"{written}" stands for "{meant}", which is not allowed; {suggest(meant, column.allowed)}'
            yield Mistake((*keys, "aliases"), what, meant)
    if column.minimum is not None and column.maximum is not None and column.minimum > column.maximum:
        yield Mistake((*keys, "minimum"), f"is above the maximum, {column.maximum}; write the smaller one here")


def _check_reference(project: Project, keys: Keys, column: Column) -> Iterator[Mistake]:
    if column.refers_to is None:
        return
    target = source_named(project, column.refers_to)
    if target is None:
        names = [source.name for source in project.sources]
        yield Mistake(keys, f'"{column.refers_to}" is not a source; {suggest(column.refers_to, names)}')
    elif len(target.key) != 1:
        what = f"{target.name} has a key of {len(target.key)} columns; what is referred to needs a key of one column"
        yield Mistake(keys, what, column.refers_to)
    if column.language:
        yield Mistake(keys, "a reference is one column; write header in place of headers, or take refers_to out")
    if column.kind is not Kind.TEXT:
        yield Mistake(keys, f"a reference is written as text; take out kind or {keys[-1]}")


def _check_kind(keys: Keys, column: Column) -> Iterator[Mistake]:
    """Keys that would be read and never used, because the column is of another kind."""
    uses = (
        ("allowed", bool(column.allowed), (Kind.TEXT,)),
        ("formats", bool(column.formats), (Kind.DATE,)),
        ("locale", column.locale is not None, NUMBERS),
        ("minimum", column.minimum is not None, NUMBERS),
        ("maximum", column.maximum is not None, NUMBERS),
    )
    for word, declared, kinds in uses:
        if declared and column.kind not in kinds:
            wanted = " or ".join(f'"{kind}"' for kind in kinds)
            yield Mistake(
                (*keys, word), f'says nothing of the kind "{column.kind}"; add kind = {wanted}, or take it out'
            )


def check_recipients(project: Project) -> Iterator[Mistake]:
    """The mistakes of `[recipients]`: its source, and each column it names."""
    spec = project.recipients
    source = source_named(project, spec.source)
    if source is None:
        names = [source.name for source in project.sources]
        yield Mistake(("recipients", "source"), f'"{spec.source}" is not a source; {suggest(spec.source, names)}')
        return
    if len(source.key) != 1:
        yield Mistake(("sources", source.name, "key"), "of those who receive needs exactly one column; name the id")
    yield from _check_ids(source)
    own = base_names(source)
    columns = [(word, getattr(spec, word)) for word in _RECIPIENT if word != "address"]
    for word, name in (*columns, *(("address", column) for column in spec.address)):
        if name is not None and name not in own:
            what = f'"{name}" is not a column of {source.name}; {suggest(name, own)}'
            yield Mistake(("recipients", word), what, name)
        elif name is not None:
            yield from expect(project, ("recipients", word), source, name, _RECIPIENT[word])
    yield from _check_successor(project, source)
    yield from _check_languages(project, source)


def _check_ids(source: Source) -> Iterator[Mistake]:
    """An id names files and stands in addresses, so it is a text."""
    for column in source.columns:
        if column.name in source.key and column.kind is not Kind.TEXT:
            what = f'"{column.kind}" is not possible for the id of those who receive, which is a text; take kind out'
            yield Mistake(("sources", source.name, "columns", column.name, "kind"), what)


def _check_successor(project: Project, source: Source) -> Iterator[Mistake]:
    """A city becomes part of another one, on the day after its last as a member."""
    name, keys = project.recipients.successor, ("recipients", "successor")
    column = source.column(name) if name else None
    if column is not None and column.refers_to != source.name:
        what = f'"{name}" does not name another of {source.name}; add refers_to = "{source.name}" to its column'
        yield Mistake(keys, what, name)
    if name and not project.recipients.member_to:
        yield Mistake(keys, "needs the last day of membership, after which it holds; add member_to")


def _check_languages(project: Project, source: Source) -> Iterator[Mistake]:
    """Every language a recipient may choose is one that the project writes."""
    column = source.column(project.recipients.languages)
    for code in column.allowed if column else ():
        if code not in project.languages:
            keys = ("sources", source.name, "columns", project.recipients.languages, "allowed")
            what = f'"{code}" is not among the languages of the project; add it to languages, or take it out here'
            yield Mistake(keys, what, code)
