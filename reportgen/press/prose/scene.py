"""The values of one document under the names that its text may use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportgen.model.documents import Document, Evidence, ListFact, NumberFact, RecordFact, Scope
from reportgen.model.findings import Entry, FieldValue
from reportgen.press import wording
from reportgen.press.prose.filters import Country, Year
from reportgen.press.prose.values import Receipt, Rows, Value, View


def set_scene(document: Document) -> dict[str, object]:
    """The sets `n`, `own`, `previous`, `recipient`, `edition`, `publisher`, `facts`, and each record by its code."""
    language = document.language
    previous = {"n": _scope(document.previous_network, language, "previous.n")}
    previous["own"] = _scope(document.previous_own, language, "previous.own")
    return {
        "n": _scope(document.network, language, "n"),
        "own": _scope(document.own, language, "own"),
        "previous": View("previous", previous),
        "recipient": _recipient(document),
        "edition": _edition(document),
        "publisher": _publisher(document),
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
        period=wording.period(evidence.period.first, evidence.period.last, language),
        source=evidence.source,
        filter=evidence.filter,
        rows=0,
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


def _own_words(code: str, title: str, source: str, period: str) -> Receipt:
    """The receipt of what the project file itself says."""
    return Receipt(code, "project", title, "", "", period, source, "", 0)


def _edition(document: Document) -> View:
    edition = document.edition
    source = f"reportgen.toml › editions.{edition.year}"
    year = str(edition.year)
    values = {
        "year": Value(Year(edition.year), _own_words("edition.year", "", source, year)),
        "next_year": Value(Year(edition.year + 1), _own_words("edition.next_year", "", source, year)),
        "date": Value(edition.date, _own_words("edition.date", "", source, year)),
        "data_date": Value(edition.data_date, _own_words("edition.data_date", "", source, year)),
    }
    return View("edition", values)


def _publisher(document: Document) -> View:
    publisher, year = document.publisher, str(document.edition.year)
    established = _own_words("publisher.established", "", "reportgen.toml › publisher", year)
    name = _own_words("publisher.name", "", "reportgen.toml › publisher", year)
    return View(
        "publisher",
        {"name": Value(publisher.name, name), "established": Value(Year(publisher.established), established)},
    )


def _recipient(document: Document) -> View:
    recipient, year = document.recipient, document.edition.year
    receipt = _own_words("recipient.name", "", f"recipients › {recipient.id}", str(year))
    joined, leaves = recipient.member_from, recipient.member_to
    values = {
        "name": Value(recipient.place, receipt),
        "member_from": Value(joined, receipt),
        "member_to": Value(leaves, receipt),
        "joined_this_year": Value(bool(joined and joined.year == year), receipt),
        "is_leaving": Value(bool(leaves and leaves <= date(year, 12, 31)), receipt),
    }
    return View("recipient", values)


def _facts(document: Document) -> View:
    values = {
        fact.code: Value(fact.text, _own_words(fact.code, fact.reason, "reportgen.toml › facts", ""))
        for fact in document.facts
    }
    return View("facts", values)
