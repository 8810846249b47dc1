"""What a project file tells at a glance, before anything is read with care; what is wrong with it is told later."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

PROJECT_FILE = "reportgen.toml"
ANNEX = "figures"  # the folder of the funder's annex, where the file names no other


@dataclass(frozen=True, slots=True)
class Glance:
    """The years of its editions, and the folders of templates that its documents are made with."""

    years: frozenset[int] = frozenset()
    kinds: tuple[str, ...] = ()


def find_project(path: Path) -> Path:
    """The project file, where it or its folder was named."""
    return path / PROJECT_FILE if path.is_dir() else path


def glance_at(file: Path) -> Glance:
    """What the file tells; of what can't be read in it, nothing."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return Glance()
    return Glance(_years(told), _kinds(told))


def _years(told: dict[str, object]) -> frozenset[int]:
    editions = told.get("editions")
    try:
        return frozenset(map(int, editions)) if isinstance(editions, dict) else frozenset()
    except ValueError:
        return frozenset()


def _kinds(told: dict[str, object]) -> tuple[str, ...]:
    documents, funder = told.get("documents"), told.get("funder")
    specs = tuple(documents.values()) if isinstance(documents, dict) else ()
    named = [spec.get("template") for spec in specs if isinstance(spec, dict)]
    if isinstance(funder, dict):
        named.append(funder.get("template", ANNEX))
    return tuple(sorted({kind for kind in named if isinstance(kind, str)}))
