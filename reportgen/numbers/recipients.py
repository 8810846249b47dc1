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
    from collections.abc import Mapping
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
    return tuple(recipient for recipient in _recipients(frames) if _is_member(spec, recipient, edition.date))


def left(frames: Frames, edition: Edition) -> tuple[Recipient, ...]:
    """The recipients whose membership ended in the edition's year and before its date, by id."""
    spec = frames.project.recipients
    return tuple(recipient for recipient in _recipients(frames) if _has_left(spec, recipient, edition))


def _recipients(frames: Frames) -> list[Recipient]:
    """Every city of the recipients' source, by id."""
    cities = places(frames)
    found = (_recipient(frames, row, cities) for row in _city_rows(frames, frames.project.recipients.source))
    return sorted(found, key=lambda recipient: recipient.id)


def _has_left(spec: RecipientsSpec, recipient: Recipient, edition: Edition) -> bool:
    last = recipient.member_to
    ended = last is not None and last.year == edition.year and last < edition.date
    return ended and _is_member(spec, recipient, last or edition.date)


def _is_member(spec: RecipientsSpec, recipient: Recipient, day: date) -> bool:
    """Without a column for the first day, everybody has begun; with one, a blank is no membership."""
    begun = spec.member_from is None or (recipient.member_from is not None and recipient.member_from <= day)
    return begun and (recipient.member_to is None or recipient.member_to >= day)


def check_members(
    frames: Frames, edition: Edition, recipients: tuple[Recipient, ...], gone: tuple[Recipient, ...] = ()
) -> tuple[Issue, ...]:
    """An error where nobody is a member, and a warning at the row of each member without a language.

    `gone` have left and receive only what is made for them too; without a language, they are told of as well.
    """
    table = frames.tables[frames.project.recipients.source]
    if not recipients:
        where = Address(table.files[0].path, table.files[0].sheet) if table.files else Address(table.source)
        return (_nobody(frames.project.recipients, where, edition.date),)
    keys = dict(enumerate(table.columns[frames.project.source(table.source).key[0]]))
    unfit = tuple(
        _unfit(frames, table.source, label, str(id_)) for label, id_ in keys.items() if not FIT.fullmatch(str(id_))
    )
    if unfit:
        return unfit
    silent = {recipient.id: recipient for recipient in (*recipients, *gone) if not recipient.languages}
    return tuple(
        _silent(frames, frames.address(table.source, label), silent[id_], "report" if silent[id_] in gone else "letter")
        for label, id_ in keys.items()
        if id_ in silent
    )


def _silent(frames: Frames, where: Address, recipient: Recipient, kind: str) -> Issue:
    what = f"{recipient.place.name.read('en') or recipient.id} has no language, and no {kind} is made for it"
    return Issue("no_language", Severity.WARNING, where, what, f"write one of {', '.join(frames.project.languages)}")


def _unfit(frames: Frames, source: str, label: int, id_: str) -> Issue:
    """An id names the city's files, on every machine: so it has small plain letters, and cannot lead elsewhere."""
    where = frames.address(source, label)
    mend = "write small letters a to z, digits, - and _, at most 64"
    return Issue("unfit_id", Severity.ERROR, where, f"{id_!r} can't name a file", mend)


def _nobody(spec: RecipientsSpec, where: Address, day: date) -> Issue:
    dates = " and ".join(word for word in (spec.member_from, spec.member_to) if word)
    mend = f"mend the dates in {dates}, or build another edition" if dates else "add a row for each who receives"
    return Issue("no_members", Severity.ERROR, where, f"nobody is a member on {day}, and no letter is made", mend)


def _city_rows(frames: Frames, source: str) -> list[dict[str, object]]:
    columns, key = frames.tables[source].columns, frames.project.source(source).key[0]
    every = zip(*columns.values(), strict=True)
    rows: list[dict[str, object]] = [dict(zip(columns, map(plain, cells), strict=True)) for cells in every]
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


def _recipient(frames: Frames, row: dict[str, object], cities: Mapping[str, Place]) -> Recipient:
    spec = frames.project.recipients
    languages = row.get(spec.languages) or ()
    successor = row.get(spec.successor) if spec.successor and row.get(spec.member_to or "") else None
    return Recipient(
        place=_place(frames, row),
        languages=tuple(dict.fromkeys(languages)) if isinstance(languages, tuple) else (str(languages),),
        address=tuple(str(row[c]) for c in spec.address if row.get(c)),
        email=_optional(row, spec.email),
        member_from=_day(row, spec.member_from),
        member_to=_day(row, spec.member_to),
        merged_into=cities.get(str(successor)) if successor else None,
        predecessors=tuple(cities[city] for city, line in frames.lines.items() if row["id"] in line[1:]),
    )


def _degrees(row: dict[str, object], column: str | None) -> float | None:
    value = row.get(column) if column else None
    return float(value) if isinstance(value, int | float) else None


def _optional(row: dict[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return str(value) if value else None


def _day(row: dict[str, object], column: str | None) -> date | None:
    return row.get(column) if column else None  # type: ignore[return-value]  # a date column, by the project's check
