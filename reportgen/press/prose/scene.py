"""The values of one document under the names that its text may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportgen.model.documents import Document, Evidence, ListFact, NumberFact, RecordFact, Scope
from reportgen.model.findings import Entry, FieldValue
from reportgen.press import wording
from reportgen.press.prose.contents import Country, Year
from reportgen.press.prose.values import Receipt, Rows, Value, View

NETWORK = "network"  # the scope of everybody together


@dataclass(frozen=True, slots=True)
class Setting:
    """A document and the fixed words of its language."""

    document: Document
    words: Mapping[str, str]

    @property
    def year(self) -> str:
        """The edition's year, as receipts say it."""
        return str(self.document.edition.year)


def set_scene(document: Document, words: Mapping[str, str]) -> dict[str, object]:
    """The sets `n`, `own`, `previous`, `recipient`, `edition`, `publisher`, `facts`, and each record by its code."""
    language, setting = document.language, Setting(document, words)
    previous = {"n": _scope(document.previous_network, language, "previous.n")}
    previous["own"] = _scope(document.previous_own, language, "previous.own")
    return {
        "n": _scope(document.network, language, "n"),
        "own": _scope(document.own, language, "own"),
        "previous": View("previous", previous),
        "recipient": _recipient(setting),
        "edition": _edition(setting),
        "publisher": _publisher(setting),
        "facts": _facts(document),
        **{record.code: _record(record, language) for record in document.records},
    }


def _scope(scope: Scope, language: str, name: str) -> View:
    values: dict[str, object] = {}
    for number in scope.numbers:
        receipt = _receipt(number.code, scope.name, number.evidence, language)
        values[number.code] = Value(number.value, replace(receipt, rows=number.rows, halves=_halves(number)))
    for listed in scope.lists:
        receipt = replace(_receipt(listed.code, scope.name, listed.evidence, language), rows=listed.rows)
        values[listed.code] = Value(_items(listed), receipt, sort_items=not listed.ordered)
    return View(name, values)


def _halves(number: NumberFact) -> str:
    """A ratio's numerator and denominator, which travel with it."""
    return "" if number.denominator is None else f"{number.numerator} / {number.denominator}"


def _items(listed: ListFact) -> tuple[FieldValue, ...]:
    return tuple(Country(item) for item in listed.items) if listed.of_countries else listed.items


def _receipt(code: str, scope: str, evidence: Evidence, language: str) -> Receipt:
    return Receipt(
        code=code,
        scope=scope,
        title=evidence.title.read(language),
        definition=evidence.definition.read(language),
        unit=evidence.unit.read(language),
        period=wording.period(evidence.period.first, evidence.period.last, language) if evidence.period else "",
        source=evidence.source,
        filter=wording.selection(evidence.filter, language),
        rows=0,
        unit_one=evidence.unit_one.read(language),
    )


def _record(record: RecordFact, language: str) -> View | Rows:
    if record.many:
        return Rows(record.code, tuple(_entry(record, entry, language) for entry in record.entries))
    if record.entries:
        return _entry(record, record.entries[0], language)
    return View(record.code, {name: _empty(record, name, language) for name in record.fields}, there=False)


def _empty(record: RecordFact, name: str, language: str) -> Value:
    return Value(None, _receipt(f"{record.code}.{name}", "network", record.evidence, language))


def _entry(record: RecordFact, entry: Entry, language: str) -> View:
    values = {}
    for name, content in entry.fields:
        receipt = _receipt(f"{record.code}.{name}", "network", record.evidence, language)
        values[name] = Value(content, replace(receipt, source=entry.address, rows=1))
    return View(record.code, values)


def _own(code: str, content: object, source: str, setting: Setting) -> Value:
    """A value of the project file's own, or of the recipient's row, with its receipt."""
    title = setting.words[f"title_{code.replace('.', '_')}"]
    return Value(content, Receipt(code, "project", title, "", "", setting.year, source, "", 0))


def _edition(setting: Setting) -> View:
    edition = setting.document.edition
    source = f"reportgen.toml › editions.{edition.year}"
    values = {
        "year": Year(edition.year),
        "next_year": Year(edition.year + 1),
        "date": edition.date,
        "data_date": edition.data_date,
    }
    return View("edition", {name: _own(f"edition.{name}", value, source, setting) for name, value in values.items()})


def _publisher(setting: Setting) -> View:
    publisher = setting.document.publisher
    values = {"name": publisher.name, "established": Year(publisher.established)}
    source = "reportgen.toml › publisher"
    return View(
        "publisher", {name: _own(f"publisher.{name}", value, source, setting) for name, value in values.items()}
    )


def _recipient(setting: Setting) -> View:
    recipient, edition = setting.document.recipient, setting.document.edition
    leaves = recipient.member_to
    values = {
        "name": recipient.place,
        "member_from": recipient.member_from,
        "member_to": leaves,
        "merged_into": recipient.merged_into,
        "merged_on": leaves + timedelta(days=1) if leaves and recipient.merged_into else None,
        "predecessors": recipient.predecessors,
    }
    source = f"recipients › {recipient.id}"
    printed = {name: _own(f"recipient.{name}", value, source, setting) for name, value in values.items()}
    printed["predecessors"] = replace(printed["predecessors"], sort_items=True)
    asked = {
        "joined_this_year": replace(printed["member_from"], content=recipient.joined_in(edition.year)),
        "is_network": replace(printed["name"], content=setting.document.own.name == NETWORK),
        "is_leaving": replace(printed["member_to"], content=_is_last_time(leaves, edition.date)),
        "has_left": replace(printed["member_to"], content=bool(leaves and leaves < edition.date)),
    }
    return View("recipient", printed | asked)


def _is_last_time(leaves: date | None, day: date) -> bool:
    """Whether a member of this day is none a year later, when the next edition comes."""
    return leaves is not None and day <= leaves and (leaves.year - 1, leaves.month, leaves.day) < _parts(day)


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _facts(document: Document) -> View:
    """Each declared fact; the reason why it may stand in the text is its title."""
    source = "reportgen.toml › facts"
    return View(
        "facts",
        {
            fact.code: Value(fact.text, Receipt(fact.code, "project", fact.reason, "", "", "", source, "", 0))
            for fact in document.facts
        },
    )
