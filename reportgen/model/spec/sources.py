"""Where the rows are, and what their columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a column's cells hold."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    A column declared with `headers` (one a language) is read as several of these, named
    `name.en`, `name.da`, ...; `language` is then set. A column with a `separator` holds a tuple.
    """

    name: str
    header: str
    kind: Kind = Kind.TEXT
    required: bool = True
    refers_to: str | None = None
    allowed: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    not_recorded: tuple[str, ...] = ()
    locale: str | None = None
    formats: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    separator: str | None = None
    fill_merged: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of row, in one sheet of one or more files.

    `names` are the columns by which other sheets may call a row, beside its key. `date` or `year`
    places a row in time, `valid` is its first and last day, `recipient` says whose row it is;
    each may be a dotted name that follows a reference (`activity.starts`).
    """

    name: str
    files: str
    sheet: str | None
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    date: str | None = None
    year: str | None = None
    valid: tuple[str, str] | None = None
    recipient: str | None = None
    encoding: str | None = None
    stop: str | None = None
    read_hidden: bool = False

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True)
class RecipientsSpec:
    """Which source holds those who receive documents, and which columns say what of them."""

    source: str
    name: str
    where: str | None
    languages: str
    country: str | None = None
    member_from: str | None = None
    member_to: str | None = None
    successor: str | None = None
    email: str | None = None
    address: tuple[str, ...] = ()
    latitude: str | None = None
    longitude: str | None = None


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Texts that the secretariat keeps in a workbook: per recipient and `part`, in the languages it has."""

    source: str
    part: str
    text: str
