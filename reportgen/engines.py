"""Everything whose version can change a byte of what is made; standard library only, and nothing is imported for it."""

from __future__ import annotations

import ctypes
import hashlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from reportgen import __version__

ENGINES = (
    "babel",
    "cssselect2",
    "docxtpl",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "matplotlib",
    "num2words",
    "numpy",
    "pandas",
    "pikepdf",
    "pillow",
    "pyarrow",
    "pydyf",
    "pyphen",
    "python-calamine",
    "python-docx",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
    "xlsxwriter",
)


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library: the names WeasyPrint 70 loads it by, the function that tells its version, its package."""

    name: str
    files: tuple[str, ...]
    version: str
    wanted: str
    package: str


LIBRARIES = (
    Library(
        "Pango",
        ("libpango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
        "pango_version_string",
        "1.44",
        "libpango-1.0-0",
    ),
    Library(
        "Pango for FreeType",
        ("libpangoft2-1.0-0", "pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
        "pango_version_string",
        "1.44",
        "libpangoft2-1.0-0",
    ),
    # without it WeasyPrint cuts fonts down with fontTools: three and a half times slower, and other bytes each time
    Library(
        "HarfBuzz subset",
        ("libharfbuzz-subset-0", "harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        "hb_version_string",
        "2.9",
        "libharfbuzz-subset0",
    ),
)


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Each engine by its name, with its version; of this package also the digest of its own modules."""
    libraries = (("pango", library_version(LIBRARIES[0])), ("harfbuzz", library_version(LIBRARIES[2])))
    own = (("reportgen", __version__), ("modules", _modules()), ("python", platform.python_version()))
    return (*own, *libraries, *_installed())


def library_version(library: Library) -> str:
    """The version of a shared library; "" when none of its names can be loaded."""
    for name in library.files:
        try:
            tell = getattr(ctypes.CDLL(name), library.version)
        except (OSError, AttributeError):
            continue
        tell.restype = ctypes.c_char_p
        return str(tell().decode("ascii"))
    return ""


def _installed() -> Iterator[tuple[str, str]]:
    for name in ENGINES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            yield name, ""


def _modules() -> str:
    """The digest of this package's modules: whoever changes one gets every document anew, at any version."""
    home, found = Path(__file__).parent, hashlib.sha256()
    for path in sorted(home.rglob("*.py")):
        found.update(path.relative_to(home).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
