"""Who receives documents: the cities as they were on the edition's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.model.documents import Recipient
from reportgen.model.findings import Place
from reportgen.model.spec import RecipientsSpec, Texts
from reportgen.model.tables import Address, Issue, Severity
from reportgen.numbers.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from reportgen.model.spec import Edition
    from reportgen.numbers.frames import Frames


FIT = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


def places(frames: Frames) -> dict[str, Place]:
    """Every city of the recipients' source by its id, members or not."""
    spec = frames.project.recipients
    return {str(row["id"]): _place(frames, row) for row in _city_rows(frames, spec.source)}


def members(frames: Frames, edition: Edition) -> tuple[Recipient, ...]:
    """The recipients whose membership holds on the edition's date, by id."""
    spec = frames.project.recipients
    found = (_recipient(frames, row) for row in _city_rows(frames, spec.source))
    return tuple(sorted((r for r in found if _is_member(spec, r, edition.date)), key=lambda r: r.id))


def _is_member(spec: RecipientsSpec, recipient: Recipient, day: date) -> bool:
    """Without a column for the first day, everybody has begun; with one, a blank is no membership."""
    begun = spec.member_from is None or (recipient.member_from is not None and recipient.member_from <= day)
    return begun and (recipient.member_to is None or recipient.member_to >= day)


def check_members(frames: Frames, edition: Edition, recipients: tuple[Recipient, ...]) -> tuple[Issue, ...]:
    """An error where nobody is a member, and a warning at the row of each member without a language."""
    table = frames.tables[frames.project.recipients.source]
    if not recipients:
        where = Address(table.files[0].path, table.files[0].sheet) if table.files else Address(table.source)
        return (_nobody(frames.project.recipients, where, edition.date),)
    keys = frames.frames[table.source][frames.project.source(table.source).key[0]]
    unfit = tuple(
        _unfit(frames, table.source, label, str(id_)) for label, id_ in keys.items() if not FIT.fullmatch(str(id_))
    )
    if unfit:
        return unfit
    silent = {recipient.id: recipient for recipient in recipients if not recipient.languages}
    languages = ", ".join(frames.project.languages)
    return tuple(
        Issue(
            "no_language",
            Severity.WARNING,
            frames.address(table.source, label),
            f"{silent[id_].place.name.read('en') or id_} has no language, and no letter is made for it",
            f"write one of {languages}",
        )
        for label, id_ in keys.items()
        if id_ in silent
    )


def _unfit(frames: Frames, source: str, label: object, id_: str) -> Issue:
    """An id names the city's files, on every machine: so it has small plain letters, and cannot lead elsewhere."""
    where = frames.address(source, label)
    mend = "write small letters a to z, digits, - and _, at most 64"
    return Issue("unfit_id", Severity.ERROR, where, f"{id_!r} can't name a file", mend)


def _nobody(spec: RecipientsSpec, where: Address, day: date) -> Issue:
    dates = " and ".join(word for word in (spec.member_from, spec.member_to) if word)
    mend = f"mend the dates in {dates}, or build another edition" if dates else "add a row for each who receives"
    return Issue("no_members", Severity.ERROR, where, f"nobody is a member on {day}, and no letter is made", mend)


def _city_rows(frames: Frames, source: str) -> list[dict[str, object]]:
    frame = frames.frames[source]
    key = frames.project.source(source).key[0]
    rows: list[dict[str, object]] = [{str(k): plain(v) for k, v in row.items()} for row in frame.to_dict("records")]
    return [row | {"id": row[key]} for row in rows]


def _texts(row: dict[str, object], base: str | None) -> Texts:
    """The text of a column, or of the columns `base.<language>`; a column without language is English."""
    if base is None:
        return Texts()
    if row.get(base):
        return Texts((("en", str(row[base])),))
    return Texts(tuple((k.removeprefix(f"{base}."), str(v)) for k, v in row.items() if k.startswith(f"{base}.") and v))


def _place(frames: Frames, row: dict[str, object]) -> Place:
    spec = frames.project.recipients
    country = row.get(spec.country) if spec.country else None
    return Place(
        str(row["id"]),
        _texts(row, spec.name),
        _texts(row, spec.where),
        str(country) if country else None,
        _degrees(row, spec.latitude),
        _degrees(row, spec.longitude),
    )


def _recipient(frames: Frames, row: dict[str, object]) -> Recipient:
    spec = frames.project.recipients
    languages = row.get(spec.languages) or ()
    return Recipient(
        place=_place(frames, row),
        languages=tuple(dict.fromkeys(languages)) if isinstance(languages, tuple) else (str(languages),),
        address=tuple(str(row[c]) for c in spec.address if row.get(c)),
        email=_optional(row, spec.email),
        member_from=_day(row, spec.member_from),
        member_to=_day(row, spec.member_to),
    )


def _degrees(row: dict[str, object], column: str | None) -> float | None:
    value = row.get(column) if column else None
    return float(value) if isinstance(value, int | float) else None


def _optional(row: dict[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return str(value) if value else None


def _day(row: dict[str, object], column: str | None) -> date | None:
    return row.get(column) if column else None  # type: ignore[return-value]  # a date column, by the project's check
