"""What is too large to be opened: a file, an archive that unpacks to very much, a sheet with a cell far away."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_CELLS = 50_000_000
MOST_BYTES = 1 << 30
_MOST_TIMES = 100  # a sheet of a million like rows unpacks to some sixty times its size
_HARMLESS = 1 << 26  # below this, no ratio is refused
_MOST_MEMBERS = 10_000
_PIECE = 1 << 24
_REFERENCE = b' r="'
_FARTHEST = (1 << 20, 1 << 14)
_LONGEST = 16  # the bytes of a reference with its attribute, and some to spare


def refuse_file(size: int) -> Fault | None:
    """Why a file of so many bytes is not read."""
    if size <= MOST_BYTES:
        return None
    what = f"the file has {size >> 20} MB, and at most {MOST_BYTES >> 20} MB are read"
    return Fault("too_large", what, "part it into several files, which one pattern of `files` may name")


def refuse_archive(archive: zipfile.ZipFile, size: int) -> Fault | None:
    """Why an archive of so many bytes is not unpacked; BadZipFile where it holds another thing than it says."""
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    mend = "open it in a spreadsheet program, delete what is empty or repeated, and save it as a new file"
    if len(members) > _MOST_MEMBERS:
        return Fault("too_large", f"the file holds {len(members)} parts, and at most {_MOST_MEMBERS} are read", mend)
    if unpacked > MOST_BYTES:
        what = f"the file unpacks to {unpacked >> 20} MB, and at most {MOST_BYTES >> 20} MB are read"
        return Fault("too_large", what, mend)
    if unpacked > max(_HARMLESS, size * _MOST_TIMES):
        what = f"the file unpacks to {unpacked // size} times its size, and at most {_MOST_TIMES} times are read"
        return Fault("too_large", what, mend)
    if archive.testzip() is not None:  # reads each part to the end that it declares, and no further
        raise zipfile.BadZipFile
    return None


def refuse_cells(height: int, width: int) -> Fault | None:
    """Why a sheet of so many rows and columns is not read."""
    if height * width <= MOST_CELLS:
        return None
    most = f"at most {MOST_CELLS // 1_000_000} million cells are read"
    what = f"the sheet reaches to row {height} and column {width}, and {most}"
    mend = "delete the cells far away from the table, or part the table into several files"
    return Fault("too_large", what, mend)


def reach(archive: zipfile.ZipFile, member: str) -> tuple[int, int]:
    """The last row and the last column that a worksheet of xlsx names, empty cells too; (0, 0) where it names none."""
    row = column = 0
    rest = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_PIECE):
            piece = rest + chunk
            if b" r='" in piece:
                return _FARTHEST  # nobody writes so, and what may be anywhere is looked at closely
            rows, columns = _references(piece)
            row, column = max(row, rows), max(column, columns)
            rest = piece[-_LONGEST:]
    return row, column


def _references(piece: bytes) -> tuple[int, int]:
    """The same of one piece: each byte is looked at by numpy, since a regular expression takes ten times as long."""
    import numpy as np

    signs = np.frombuffer(piece + b"\0" * _LONGEST, dtype=np.uint8)
    found = np.flatnonzero(signs[: len(piece)] == _REFERENCE[-1])
    for back, sign in enumerate(reversed(_REFERENCE)):
        found = found[signs[found - back] == sign]
    at, columns = _numbers(signs, found + 1, (ord("A"), 26, 1))
    _, rows = _numbers(signs, at, (ord("0"), 10, 0))
    return int(np.max(rows, initial=0)), int(np.max(columns, initial=0))


def _numbers(
    signs: NDArray[np.uint8], at: NDArray[np.intp], system: tuple[int, int, int]
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """The numbers that begin at these places, and where each ends, in a system of first sign, base, lowest digit."""
    import numpy as np

    first, base, lowest = system
    numbers, ends = np.zeros(len(at), dtype=np.int64), at.copy()
    for _ in range(7):  # 1048576 has seven digits
        digits = signs[ends].astype(np.int64) - first
        goes_on = (digits >= 0) & (digits < base)
        numbers = np.where(goes_on, numbers * base + digits + lowest, numbers)
        ends = ends + goes_on
    return ends, numbers
