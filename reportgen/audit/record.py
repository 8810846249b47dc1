"""What the manifest says: the files of the build, and the value that each of its findings gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from reportgen.audit.numerals import in_order
from reportgen.audit.readings import Entry, UnreadableError
from reportgen.manifest.read import read_manifest
from reportgen.model.records import PrintedValue

NETWORK = "network"
NOT_RECORDED = "not recorded"
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """A value of the findings: every way a file may say it, the first being how a reader is told of it.

    `period` is None where a value stands for all: a list, or a field of a record.
    """

    said: tuple[str, ...]
    period: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The manifest, as far as it can be held against the files."""

    year: int
    entries: tuple[Entry, ...]
    indicators: tuple[str, ...]
    known: Mapping[tuple[str, str], Known] = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of documents, in the order of the manifest."""
        return tuple(dict.fromkeys(entry.kind for entry in self.entries))

    def find(self, code: str, scope: str, period: str) -> Known | None:
        """What the findings say of this value in this period; None where they say nothing of it."""
        known = self.known.get((code, scope))
        if known is None:
            return None
        return known if known.period is None or known.period == period else None


def read_record(content: bytes) -> Record:
    """The manifest's record; UnreadableError with what is wrong, where it is not one that reportgen wrote."""
    try:
        told = read_manifest(content)
        findings, year = told["findings"], int(told["edition"]["year"])
        return Record(
            year=year,
            entries=tuple(_entry(entry) for entry in told["printed"]),
            indicators=tuple(str(finding["indicator"]) for finding in findings),
            known=_all_known(told),
            sources=tuple(sorted({(str(file["path"]), str(file["sha256"])) for file in told["sources"]})),
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"is no JSON that can be read ({error})") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(f"is not a manifest of reportgen: {error} is missing, or is of another kind") from error


def _entry(told: Json) -> Entry:
    names = [field.name for field in fields(PrintedValue)]
    values = tuple(PrintedValue(**{name: value[name] for name in names}) for value in told["values"])
    kind = str(told["document"]).partition("/")[0]
    return Entry(str(told["path"]), kind, str(told["language"]), str(told["sha256"]), values)


def _all_known(told: Json) -> dict[tuple[str, str], Known]:
    lists = (((one["code"], one["recipient"] or NETWORK), _list(one)) for one in told["listings"])
    return {**dict(_indicators(told["findings"])), **dict(lists), **dict(_records(told["records"]))}


def _indicators(findings: Iterable[Json]) -> Iterator[tuple[tuple[str, str], Known]]:
    for finding in findings:
        period = _period(finding["period"])
        for seen in finding["observations"]:
            code = value_code(finding["indicator"], seen["dimension"] or "", seen["category"])
            exact = "" if seen["value"] is None else str(seen["value"])
            yield (code, seen["recipient"] or NETWORK), Known((exact,), period)


def value_code(indicator: str, dimension: str, category: object) -> str:
    """The code under which a receipt tells a value: `participants[role=youth]`."""
    told = NOT_RECORDED if category in {None, ""} else category
    return f"{indicator}[{dimension}={told}]" if dimension else indicator


def _period(told: str) -> str:
    """Whole years as receipts say them (2018, 2016–2018); any other period is said in words, and stays a mark."""
    first, _, last = told.partition("/")
    if not (first.endswith("-01-01") and last.endswith("-12-31")):
        return told
    return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"


def _list(told: Json) -> Known:
    """A list in its order, or, where it has none, in any order; or how many items it has."""
    items = [plain(item) for item in told["items"]]
    return Known((in_order(";".join(items)), str(len(items))), None)


def _records(records: Iterable[Json]) -> Iterator[tuple[tuple[str, str], Known]]:
    for record in records:
        names = {name for entry in record["entries"] for name in entry["fields"]}
        for name in sorted(names):
            said = (plain(entry["fields"].get(name)) for entry in record["entries"])
            yield (f"{record['code']}.{name}", NETWORK), Known(tuple(map(in_order, said)), None)


def plain(value: object) -> str:
    """A value of the manifest as receipts write it."""
    match value:
        case None:
            return ""
        case dict():
            return str(value.get("en") or next(iter(value.values()), ""))
        case list():
            return ";".join(plain(item) for item in value)
        case _:
            return str(value)
