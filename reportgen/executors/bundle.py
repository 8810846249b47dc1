"""The templates as one value that travels: so workers on other machines need not share a file system."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

ASIDE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a folder, each by its path below it, and the digest of them all."""

    files: tuple[tuple[str, bytes], ...]
    digest: str


def pack(folder: Path) -> Bundle:
    """Everything below a folder, in the order of the paths."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and ASIDE not in path.parts)
    files = tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found)
    return Bundle(files, hashlib.sha256(repr(files).encode()).hexdigest())


def unpack(bundle: Bundle, folder: Path) -> Path:
    """The bundle's files as they were, below `folder`, which is given back."""
    for name, content in bundle.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
