"""A finished PDF read back: the text of its pages, and the receipts in its attachment."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator

from reportgen.audit.readings import BUILD_AGAIN, Entry, Fault, FileRead, Reading, UnreadableError
from reportgen.audit.streams import refuse_bomb, unpack
from reportgen.audit.texts import as_typed, fold, instead, lacking
from reportgen.model.records import PrintedValue

NUMBERS = "numbers.csv"
MOST_PAGES = 5_000
MOST_ATTACHED = 32_000_000  # bytes; a receipt takes about 400
COMPARED = ("code", "scope", "period", "exact", "shown", "unit", "rows", "source")
MOST_NAMED = 4  # values that share what is printed
MORE_OF_A_FILE = 5  # places; a file with more has not one number wrong, it is another file


def read_pdf(content: bytes, entry: Entry) -> FileRead:
    """The values of the attachment, and where pages, attachment and manifest differ; UnreadableError for no PDF."""
    is_foreign = hashlib.sha256(content).hexdigest() != entry.sha256
    rows = _read_numbers(_attachment(content, is_foreign=is_foreign))
    readings = tuple(
        Reading(f"{NUMBERS} › line {line}", row["code"], row["scope"], row["period"], row["exact"], row["shown"])
        for line, row in enumerate(rows, 2)
    )
    faults = (*_differing(rows, entry), *_not_printed(read_pages(content), entry))
    return FileRead(entry, readings, faults)


def read_pages(content: bytes) -> tuple[str, ...]:
    """The folded text of each page; UnreadableError where it is no PDF."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise UnreadableError(f"has {len(document)} pages, and at most {MOST_PAGES} are read")
            return tuple(fold(page.get_textpage().get_text_bounded()) for page in document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"is no PDF that can be read ({error})") from error


def _attachment(content: bytes, *, is_foreign: bool) -> bytes | None:
    """The bytes of numbers.csv, None where nothing of that name is attached; a foreign file is weighed first."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if is_foreign:
                refuse_bomb(pdf)
            if NUMBERS not in pdf.attachments:
                return None
            return unpack(pdf.attachments[NUMBERS].get_file().obj, MOST_ATTACHED, NUMBERS)
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(f"is no PDF that can be read ({error})") from error


def _read_numbers(content: bytes | None) -> tuple[dict[str, str], ...]:
    """The rows of numbers.csv by the names of a receipt; none where it is not attached."""
    if content is None:
        return ()
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(f"has a {NUMBERS} that can't be read ({error})") from error
    return tuple(_row(row) for row in rows)


def _row(row: dict[str, str]) -> dict[str, str]:
    """A row by the names of a receipt; a column that is not there is empty."""
    cells = {name: as_typed(str(cell or "")) for name, cell in row.items() if name}
    return {name: cells.get("indicator" if name == "code" else name, "") for name in COMPARED}


def _differing(rows: tuple[dict[str, str], ...], entry: Entry) -> Iterator[Fault]:
    """Where the attachment says something else than the manifest."""
    where = f"{entry.path} › {NUMBERS}"
    if not rows and entry.values:
        yield Fault(where, f"is not attached, and {len(entry.values)} values should be in it", BUILD_AGAIN)
        return
    if len(rows) != len(entry.values):
        yield Fault(where, f"has {len(rows)} values, and the manifest {len(entry.values)}", BUILD_AGAIN)
    found = [fault for pair in enumerate(zip(rows, entry.values, strict=False), 2) for fault in _of_line(*pair, where)]
    yield from found[:MORE_OF_A_FILE]
    if len(found) > MORE_OF_A_FILE:
        yield Fault(where, f"{len(found) - MORE_OF_A_FILE} more lines differ from the manifest", BUILD_AGAIN)


def _of_line(line: int, pair: tuple[dict[str, str], PrintedValue], where: str) -> Iterator[Fault]:
    row, value = pair
    for name in COMPARED:
        told = as_typed(str(getattr(value, name)))
        if row[name] != told:
            what = f"{name} of {value.code} ({value.scope}) is “{row[name]}”, and should be “{told}”"
            yield Fault(f"{where} › line {line}", what, BUILD_AGAIN)
            return


def _not_printed(pages: tuple[str, ...], entry: Entry) -> Iterator[Fault]:
    """Printed values that stand on no page, or on fewer than they should."""
    for shown, (found, wanted) in lacking((value.shown for value in entry.values), " ".join(pages)).items():
        said = [value for value in entry.values if fold(value.shown) == shown]
        stands = f"stands {found} of {wanted} times on its pages" if found else "stands on no page"
        what = f"“{said[0].shown}” ({_named(said)}) {stands}"
        seen = ((number, instead(shown, page)) for number, page in enumerate(pages, 1))
        number, other = next(((number, other) for number, other in seen if other and not found), (0, None))
        where = f"{entry.path} › page {number}" if other else f"{entry.path} › pages"
        yield Fault(where, f"{what}; there stands “{other}”" if other else what, BUILD_AGAIN)


def _named(values: list[PrintedValue]) -> str:
    """Which values they are: all, or the first few of many."""
    names = list(dict.fromkeys(f"{value.code}, {value.scope}" for value in values))
    more = f"; and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more
