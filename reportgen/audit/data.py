"""A figure's CSV and the data package read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping

from reportgen.audit.readings import BUILD_AGAIN, Entry, Fault, FileRead, Reading, UnreadableError
from reportgen.audit.record import value_code
from reportgen.audit.texts import as_typed

COLUMNS = ("indicator", "scope", "dimension", "category", "period", "value")


def read_csv(content: bytes, entry: Entry) -> FileRead:
    """Every value of a figure's CSV; UnreadableError where it is not one that reportgen wrote."""
    try:
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        lacking = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if lacking:
            raise UnreadableError(f"has no column {', '.join(lacking)}")
        readings = tuple(_reading(row, line) for line, row in enumerate(rows, 2))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(f"is no CSV that can be read ({error})") from error
    return FileRead(entry, readings)


def _reading(row: Mapping[str, str | None], line: int) -> Reading:
    cells = {name: as_typed(row[name] or "") for name in COLUMNS}
    code = value_code(cells["indicator"], cells["dimension"], cells["category"])
    return Reading(f"line {line}", code, cells["scope"], cells["period"], cells["value"], None)


def read_package(content: bytes, entry: Entry, files: Mapping[str, bytes]) -> FileRead:
    """Where the data package's hashes are not those of its files (`files`: path in the output folder -> bytes)."""
    try:
        told = json.loads(content)
        resources = [(str(one["path"]), str(one["hash"])) for one in told["resources"]]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise UnreadableError(f"is no data package that can be read ({error})") from error
    folder = entry.path.rpartition("/")[0]
    there = {path: files.get(f"{folder}/{path}" if folder else path) for path, _ in resources}
    return FileRead(entry, (), tuple(_mismatched(resources, entry, there)))


def _mismatched(resources: list[tuple[str, str]], entry: Entry, there: Mapping[str, bytes | None]) -> Iterator[Fault]:
    for path, told in resources:
        content, where = there[path], f"{entry.path} › {path}"
        if content is None:
            yield Fault(where, "is named in the data package, and is not there", BUILD_AGAIN)
        elif f"sha256:{hashlib.sha256(content).hexdigest()}" != told:
            yield Fault(where, "is not the file whose hash the data package gives", BUILD_AGAIN)
