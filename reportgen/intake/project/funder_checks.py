"""What must hold of `[funder]`: what it names is declared, and fits its use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.model.spec import ChapterSpec, FigureSpec, FunderSpec, Pick, Project, RecordSpec, Whose

KIND = "figures"  # what the pack is called in --only
PROMISE_FIELDS = ("text", "status")
COMMENT_FIELDS = ("indicator", "text")


def check_funder(project: Project) -> Iterator[Mistake]:
    """The mistakes of `[funder]`."""
    funder = project.funder
    if funder is None:
        return
    yield from _check_folder(project, funder)
    for number, language in enumerate(funder.languages):
        if language not in project.languages:
            what = f'"{language}" is none of the project\'s languages; {suggest(language, project.languages)}'
            yield Mistake(("funder", "languages", number), what, language)
    for number, figure in enumerate(funder.key_figures):
        keys = ("funder", "key_figures", number, "indicator")
        yield from _check_indicators(project, keys, (figure.indicator,))
    yield from _check_chapters(project, funder)
    yield from _check_record(project, "promises", funder.promises, PROMISE_FIELDS)
    yield from _check_record(project, "comments", funder.comments, COMMENT_FIELDS)


def _check_folder(project: Project, funder: FunderSpec) -> Iterator[Mistake]:
    own = str(PurePosixPath(funder.folder)).casefold()
    for document in project.documents:
        if document.kind == KIND:
            what = f'"{KIND}" is what the pack for the funder is called; give this kind of document another name'
            yield Mistake(("documents", document.kind), what)
        if str(PurePosixPath(document.folder)).casefold() == own:
            what = f'"{funder.folder}" is the folder of {document.kind} too; give the annex a folder of its own'
            yield Mistake(("funder", "folder"), what, funder.folder)


def _check_chapters(project: Project, funder: FunderSpec) -> Iterator[Mistake]:
    for group, chapters in (("objectives", funder.objectives), ("perspectives", funder.perspectives)):
        for chapter in chapters:
            yield from _check_chapter(project, ("funder", group, chapter.code), chapter)
    for across in (funder.entities, funder.trends):
        if across is not None:
            yield from _check_chapter(project, ("funder", across.code), across)
    if funder.entities is not None:
        yield from _check_entities(project, funder.entities)


def _check_chapter(project: Project, keys: Keys, chapter: ChapterSpec) -> Iterator[Mistake]:
    yield from _check_indicators(project, (*keys, "indicators"), chapter.indicators)
    yield from _check_figures(project, (*keys, "figures"), chapter.figures)
    if chapter.since is not None and chapter.until is not None and chapter.until < chapter.since:
        yield Mistake((*keys, "until"), f"is before {chapter.since}, its first year; exchange since and until")
    known = [path for i in project.indicators if i.code in chapter.indicators for path in i.by]
    if chapter.by is not None and chapter.by not in known:
        what = f'"{chapter.by}" splits none of its indicators; {suggest(chapter.by, known)}'
        yield Mistake((*keys, "by"), what, chapter.by)


def _check_indicators(project: Project, keys: Keys, codes: tuple[str, ...]) -> Iterator[Mistake]:
    known = [indicator.code for indicator in project.indicators]
    for code in codes:
        if code not in known:
            yield Mistake(keys, f'"{code}" is not an indicator; {suggest(code, known)}', code)


def _check_figures(project: Project, keys: Keys, codes: tuple[str, ...]) -> Iterator[Mistake]:
    declared = {figure.code: figure for figure in project.figures}
    for code in codes:
        figure = declared.get(code)
        if figure is None:
            yield Mistake(keys, f'"{code}" is not a figure; {suggest(code, declared)}', code)
        elif _is_own(figure, declared):
            what = f'"{code}" shows a recipient\'s own values, and the funder has none; name one of the network'
            yield Mistake(keys, what, code)


def _is_own(figure: FigureSpec, declared: dict[str, FigureSpec]) -> bool:
    panels = (declared[code] for code in figure.figures if code in declared)
    return figure.whose is Whose.OWN or any(panel.whose is Whose.OWN for panel in panels)


def _check_entities(project: Project, entities: ChapterSpec) -> Iterator[Mistake]:
    """Each is split by the country of its city, or there is nothing to tell of a country."""
    for indicator in project.indicators:
        if indicator.code in entities.indicators:
            path = project.country_path(indicator)
            if path is None or path not in indicator.by:
                what = f'"{indicator.code}" is not split by country; ' + (
                    f'add "{path}" to its by' if path else "its rows belong to nobody, so name another"
                )
                yield Mistake(("funder", "entities", "indicators"), what, indicator.code)


def _check_record(project: Project, key: str, code: str | None, fields: tuple[str, ...]) -> Iterator[Mistake]:
    if code is None:
        return
    record = next((record for record in project.records if record.code == code), None)
    what = _misfit(project, record, code, fields)
    if what:
        yield Mistake(("funder", key), what, code)


def _misfit(project: Project, record: RecordSpec | None, code: str, fields: tuple[str, ...]) -> str | None:
    if record is None:
        return f'"{code}" is not a record; {suggest(code, [record.code for record in project.records])}'
    missing = [name for name in fields if name not in dict(record.fields)]
    if missing:
        return f'"{code}" has no field {" and no field ".join(missing)}; add it to its fields'
    return None if record.pick is Pick.ALL else f'"{code}" picks one row, and all are needed; write pick = "all" there'
