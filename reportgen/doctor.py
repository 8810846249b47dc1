"""Whether this machine has all that a build needs; standard library only, so that it runs where the rest cannot."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from reportgen.engines import LIBRARIES, Library, library_version
from reportgen.errors import MachineError

DISTRIBUTION = "reportgen"
PYTHON = "3.11"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a build needs: what was found ("" where it is missing), what is wanted, and what mends it."""

    name: str
    found: str
    wanted: str
    ok: bool
    mend: str


def examine(project: Path) -> tuple[Part, ...]:
    """Every part that a build of the project in this folder (or of this file) needs, present or not."""
    folder = project.parent if project.is_file() else project
    return (_python(), *map(_library, LIBRARIES), *_engines(), _fonts(folder), _output(folder))


def refuse_without_libraries() -> None:
    """Raise MachineError, with the command that mends it, where a shared library that sets pages is missing or old."""
    unfit = [part for part in map(_library, LIBRARIES) if not part.ok]
    if unfit:
        names = ", ".join(part.name for part in unfit)
        raise MachineError(f"this machine lacks {names}; run: {' && '.join(dict.fromkeys(p.mend for p in unfit))}")


def lacking() -> tuple[str, ...]:
    """The Debian packages of the shared libraries that cannot be loaded."""
    return tuple(library.package for library in LIBRARIES if not library_version(library))


def _python() -> Part:
    found = platform.python_version()
    mend = "install a newer Python, then remove .venv and run ./run build"
    return Part("Python", found, f"{PYTHON} or newer", ok=is_enough(found, PYTHON), mend=mend)


def _library(library: Library) -> Part:
    found = library_version(library)
    return Part(
        library.name,
        found,
        f"{library.wanted} or newer",
        ok=is_enough(found, library.wanted),
        mend="brew install pango" if sys.platform == "darwin" else f"sudo apt-get install {library.package}",
    )


def _engines() -> Iterator[Part]:
    """Each Python library that this package declares, against the lowest version it declares."""
    try:
        declared = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Part(DISTRIBUTION, "", "installed", ok=False, mend="pip install .")
        return
    for requirement in declared:
        parsed = re.fullmatch(r"([\w.-]+)>=([\d.]+)", requirement)
        if parsed is not None:  # what an extra adds is not needed
            yield _engine(parsed[1], parsed[2])


def _engine(name: str, wanted: str) -> Part:
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        found = ""
    return Part(name, found, f"{wanted} or newer", ok=is_enough(found, wanted), mend=f'pip install "{name}>={wanted}"')


def is_enough(found: str, wanted: str) -> bool:
    """Whether a version is not below another, by the numbers it begins with; "" is below every version."""
    return bool(found) and _numbers(found) >= _numbers(wanted)


def _numbers(version: str) -> tuple[int, ...]:
    """The release numbers without closing noughts, so that 70.0 and 70 are the same."""
    leading = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(number) for number in leading[0].split(".")] if leading else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _fonts(folder: Path) -> Part:
    fonts = folder / "templates" / "fonts"
    number = sum(file.suffix.lower() in {".otf", ".ttf"} for file in fonts.glob("*"))
    return Part(
        "fonts",
        f"{number} files" if number else "",
        "one .otf or .ttf file",
        ok=number > 0,
        mend=f"put the font files of the letters into {fonts}",
    )


def _output(folder: Path) -> Part:
    """Whether the output folder, or where there is none the folder it will be made in, can be written."""
    output = folder / "output"
    place = output if output.exists() else folder
    can = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    mend = f'name another folder with --output, or: chmod u+wx "{place}"'
    return Part("output folder", str(place) if can else "", "a folder that can be written", ok=can, mend=mend)
