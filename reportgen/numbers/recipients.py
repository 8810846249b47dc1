"""Who receives documents: the cities as they were on the edition's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.documents import Recipient
from reportgen.model.findings import Place
from reportgen.model.spec import Texts

if TYPE_CHECKING:
    from datetime import date

    from reportgen.model.spec import Edition
    from reportgen.numbers.frames import Frames


def places(frames: Frames) -> dict[str, Place]:
    """Every city of the recipients' source by its id, members or not."""
    spec = frames.project.recipients
    return {str(row["id"]): _place(frames, row) for row in _city_rows(frames, spec.source)}


def members(frames: Frames, edition: Edition) -> tuple[Recipient, ...]:
    """The recipients whose membership holds on the edition's date, by id."""
    spec = frames.project.recipients
    found = (_recipient(frames, row) for row in _city_rows(frames, spec.source))
    return tuple(sorted((r for r in found if _is_member(r, edition.date)), key=lambda r: r.id))


def _is_member(recipient: Recipient, day: date) -> bool:
    begun = recipient.member_from is not None and recipient.member_from <= day
    return begun and (recipient.member_to is None or recipient.member_to >= day)


def _city_rows(frames: Frames, source: str) -> list[dict[str, object]]:
    frame = frames.frames[source]
    key = frames.project.source(source).key[0]
    rows = [{str(k): _cell(v) for k, v in row.items()} for row in frame.to_dict("records")]
    return [row | {"id": row[key]} for row in rows]


def _cell(value: object) -> object:
    import pandas as pd

    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, tuple) or not pd.isna(value) else None  # type: ignore[call-overload]  # a scalar


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
    return Place(str(row["id"]), _texts(row, spec.name), _texts(row, spec.where), str(country) if country else None)


def _recipient(frames: Frames, row: dict[str, object]) -> Recipient:
    spec = frames.project.recipients
    languages = row.get(spec.languages) or ()
    return Recipient(
        place=_place(frames, row),
        languages=languages if isinstance(languages, tuple) else (str(languages),),
        address=tuple(str(row[c]) for c in spec.address if row.get(c)),
        email=_optional(row, spec.email),
        member_from=_day(row, spec.member_from),
        member_to=_day(row, spec.member_to),
    )


def _optional(row: dict[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return str(value) if value else None


def _day(row: dict[str, object], column: str | None) -> date | None:
    return row.get(column) if column else None  # type: ignore[return-value]  # a date column, by the project's check
