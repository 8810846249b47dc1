"""The fingerprint of a document: a digest of all that can change its bytes, part by part."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from reportgen.model.documents import Document
from reportgen.model.records import Filed, Fingerprint

KEPT = 16  # hex digits of a part's digest
OWN = {"own", "previous_own", "recipient", "tables", "texts", "path"}  # no two documents share these


@dataclass(slots=True)
class Values:
    """The digests of documents' values; what many documents share is gone through once."""

    known: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def digest(self, document: Document) -> str:
        """The digest of everything that a planned document holds."""
        found = hashlib.sha256(type(document).__name__.encode())
        for f in fields(document):
            value = getattr(document, f.name)
            if f.name in OWN:
                found.update(hashlib.sha256(_bytes(value)).digest())
            elif isinstance(value, tuple):
                found.update(hashlib.sha256(b"".join(map(self._seen, value))).digest())
            else:
                found.update(self._seen(value))
        return found.hexdigest()

    def _seen(self, value: object) -> bytes:
        if id(value) not in self.known:
            self.known[id(value)] = (value, hashlib.sha256(_bytes(value)).digest())  # kept, so its id stays its own
        return self.known[id(value)][1]


def _bytes(value: object) -> bytes:
    """A value's own bytes: pickled without references, or two equal values would differ by what they share inside."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=4)
    pickler.fast = True
    pickler.dump(value)
    return out.getvalue()


def part_digests(
    parts: Mapping[str, Iterable[str]], files: Mapping[str, str], versions: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """A digest for each part that a document is made with: the names and bytes of its files, and the engines."""
    told = {part: [(name, files[name]) for name in names] for part, names in parts.items()}
    return tuple((part, _short(repr(said))) for part, said in (*told.items(), ("engines", sorted(versions))))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:KEPT]


def differing(filed: Filed, now: Fingerprint) -> tuple[str, ...]:
    """The parts in which a document differs from what its file was made from; `values` among them."""
    before, after = dict(filed.fingerprint.parts), dict(now.parts)
    parts = tuple(name for name in sorted({*before, *after}) if before.get(name) != after.get(name))
    return (*(("values",) if filed.fingerprint.values != now.values else ()), *parts)
