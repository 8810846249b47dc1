"""What the files say against what the findings say, and against one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.audit.numerals import CHANGED, overstates, read_exact, read_numerals, same
from reportgen.audit.readings import Fault, FileRead, Line, Reading, Stand
from reportgen.audit.record import Known, Record

Key = tuple[str, str, str]  # code, scope, period


@dataclass(frozen=True, slots=True)
class Said:
    """One value as one file says it: `exact` as the file has it, or as its shown numeral tells."""

    kind: str
    path: str
    place: str
    exact: str
    shown: str | None
    language: str

    @property
    def where(self) -> str:
        """The place, as a person finds it."""
        return f"{self.path} › {self.place}"


def compare(record: Record, files: Iterable[FileRead]) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """A line for each value of each scope and period, and every place that does not agree."""
    said = _gather(files, record)
    lines: list[Line] = []
    faults: list[Fault] = []
    for key in sorted(set(said) | set(_undivided(record)), key=_order(record)):
        known, sayings = record.find(*key), said.get(key, [])
        expected = _expected(known, sayings)
        wrong = tuple(_wrong(key, known, expected, sayings))
        faults += wrong
        stands = _stands(record.kinds, sayings)
        code, scope, period = key
        lines.append(Line(code, scope, period, expected, stands, not wrong, known is not None))
    return tuple(lines), tuple(faults)


def _undivided(record: Record) -> Iterator[Key]:
    """Every indicator of the network, printed or not."""
    for code in record.indicators:
        known = record.known.get((code, "network"))
        if known is not None:
            yield code, "network", known.period or ""


def _order(record: Record) -> Callable[[Key], tuple[bool, int, str, bool, str, str]]:
    places = {code: number for number, code in enumerate(record.indicators)}

    def place(key: Key) -> tuple[bool, int, str, bool, str, str]:
        code, scope, period = key
        indicator = code.partition("[")[0]
        return indicator not in places, places.get(indicator, 0), code, scope != "network", scope, period

    return place


def _gather(files: Iterable[FileRead], record: Record) -> Mapping[Key, list[Said]]:
    said: dict[Key, list[Said]] = defaultdict(list)
    for file in files:
        for reading in file.readings:
            for key, one in _sayings(file, reading):
                if _is_shared(one, record.find(*key)):
                    said[key].append(one)
    return said


def _is_shared(one: Said, known: Known | None) -> bool:
    """Whether other files say it too: words that no finding holds are a document's own, its title or recipient."""
    return known is not None or not one.exact or read_exact(one.exact) is not None


def _sayings(file: FileRead, reading: Reading) -> Iterator[tuple[Key, Said]]:
    """What one reading says: of its own period, and, where it tells a change, of the year before too."""
    entry, exact = file.entry, reading.exact
    if exact is None:
        exact = _from_shown(reading.shown or "", entry.language)
    *earlier, now = exact.split(CHANGED)
    own = Said(entry.kind, entry.path, reading.place, now, None if earlier else reading.shown, entry.language)
    yield (reading.code, reading.scope, reading.period), own
    if len(earlier) == 1 and reading.period.isdigit():
        before = Said(entry.kind, entry.path, reading.place, earlier[0], None, entry.language)
        yield (reading.code, reading.scope, str(int(reading.period) - 1)), before


def _from_shown(shown: str, language: str) -> str:
    """The number of words that fit no receipt, as far as they have one."""
    numerals = read_numerals(shown, language)
    return str(numerals[0].value) if numerals else shown


def _expected(known: Known | None, sayings: list[Said]) -> str | None:
    """What every file should say: as the findings do; where they say nothing, as most of the files do."""
    if known is not None:
        return known.said[0]
    most = Counter(one.exact for one in sayings).most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return most[0][0]


def _wrong(key: Key, known: Known | None, expected: str | None, sayings: list[Said]) -> Iterator[Fault]:
    code, scope, _ = key
    allowed = known.said if known else () if expected is None else (expected,)
    for one in sayings:
        if not any(same(one.exact, value) for value in allowed):
            yield _fault(key, known, expected, one)
        elif one.shown and overstates(one.shown, one.exact, one.language):
            what = f"“{one.shown}” claims another number than the exact {one.exact} ({code}, {scope})"
            yield Fault(one.where, what, "mend the text or the rounding, and build again")


def _fault(key: Key, known: Known | None, expected: str | None, one: Said) -> Fault:
    code, scope, period = key
    what = f"{code} ({', '.join(part for part in (scope, period) if part)}) is {_told(one.exact)}"
    if known is not None:
        return Fault(one.where, f"{what}, and the findings say {_told(known.said[0])}", "build again")
    if expected is None:
        return Fault(one.where, f"{what}, and other files say otherwise", "build again, all documents together")
    return Fault(one.where, f"{what}, and the other files say {_told(expected)}", "build again, all documents together")


def _told(exact: str) -> str:
    return exact or "not recorded"


def _stands(kinds: Iterable[str], sayings: list[Said]) -> tuple[tuple[str, Stand], ...]:
    return tuple((kind, _stand([one for one in sayings if one.kind == kind])) for kind in kinds)


def _stand(sayings: list[Said]) -> Stand:
    exact = tuple(dict.fromkeys(one.exact for one in sayings))
    rounded = (numeral for one in sayings if (numeral := _rounded(one)) is not None)
    return Stand(exact, tuple(dict.fromkeys(rounded)), len({one.path for one in sayings}))


def _rounded(one: Said) -> str | None:
    """The numeral that stands in place of the exact number, where they differ."""
    exact = read_exact(one.exact)
    numerals = read_numerals(one.shown or "", one.language)
    if exact is None or not numerals or any(numeral.value == exact or numeral.is_share for numeral in numerals):
        return None
    return f"{numerals[0].value:f}"
