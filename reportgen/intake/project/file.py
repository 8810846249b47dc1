"""Read `reportgen.toml` into a Project, or tell every mistake in it at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from reportgen.errors import ProjectError
from reportgen.glance import PROJECT_FILE, find_project
from reportgen.intake.project.checks import check
from reportgen.intake.project.mistakes import Mistake, tell
from reportgen.intake.project.toml import parse
from reportgen.intake.project.translations import add_translations
from reportgen.model.spec import Project


def read(path: Path) -> Project:
    """The project whose file, or whose folder, is `path`; raises ProjectError with one line for each mistake."""
    file = find_project(path)
    text = _text(file)
    toml = _toml(file, text)
    untranslated = add_translations(toml, file.parent)
    project, mistakes = _parse(file, toml)
    if project is not None:
        mistakes = (*mistakes, *check(project))
    if mistakes or untranslated or project is None:
        lines = sorted((tell(file.name, text, mistake) for mistake in dict.fromkeys(mistakes)), key=_line)
        raise ProjectError("\n".join((*lines, *untranslated)))
    return project


def _parse(file: Path, toml: dict[str, object]) -> tuple[Project | None, tuple[Mistake, ...]]:
    # pydantic costs more than 50 ms, and `reportgen --help` needs no project
    from reportgen.intake.project.build import build
    from reportgen.intake.project.faults import validate

    table, mistakes = validate(toml)
    return (build(table, file) if table else None), mistakes


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ProjectError(f"{file.name} › line {line}: is not UTF-8; save the file as UTF-8") from None
    except OSError:
        raise ProjectError(
            f"{file}: there is no project file here that can be read; "
            f"name the folder of a {PROJECT_FILE} with --project"
        ) from None


def _toml(file: Path, text: str) -> dict[str, object]:
    try:
        return parse(text)
    except tomllib.TOMLDecodeError as error:
        what, line = _place(str(error), text)
        raise ProjectError(f"{file.name} › line {line}: is not TOML: {what}; mend the line") from None
    except ValueError as error:
        raise ProjectError(f"{file.name}: can't be read: {error}; mend the file") from None


def _place(message: str, text: str) -> tuple[str, int]:
    """The parser's words and the line it stopped at, which it gives in brackets."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    if found is None:
        return message, 1
    return found[1], int(found[2] or len(text.splitlines()))


def _line(sentence: str) -> int:
    found = re.search(r" › line (\d+)", sentence)
    return int(found[1]) if found else 0
