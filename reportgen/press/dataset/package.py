"""What stands in `datapackage.json`: every CSV with its types, units, definitions, licence and sources."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from reportgen.model.annexes import Annex, Definition, Standing
from reportgen.press.dataset import licences
from reportgen.press.dataset.values import FIELDS, NOT_RECORDED, RECORDED, Field, csv_path
from reportgen.press.inert import inert

# Data Package 2.0, https://datapackage.org/standard/data-package/
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
KEY = ("indicator", "scope", "dimension", "category", "period")
KEY_IN_WORDS = ("indicator", "scope", "dimension", "label", "period")
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
# A descriptor may have keys of its own (`indicators`, `hash` of a source, `languages`): readers pass over them.
Descriptor = dict[str, Any]


def write_package(annex: Annex, files: Mapping[str, bytes]) -> bytes:
    """`datapackage.json` of a pack whose `files` (path in the pack -> bytes) hold the CSV of every figure.

    A tabular Data Package 2.0: it names each CSV with its bytes and SHA-256, so that a changed one no longer validates.
    """
    resources = [_resource(figure, files[csv_path(figure)]) for figure in annex.figures]
    text = json.dumps(_package(annex) | {"resources": resources}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _package(annex: Annex) -> Descriptor:
    behind = (one for figure in annex.figures for one in figure.definitions)
    definitions = {one.code: one for one in (*behind, *annex.evidence)}.values()
    return {
        "$schema": PROFILE,
        "name": f"{_slug(annex.publisher)}-{annex.year}-{annex.language}",
        "title": annex.title,
        "description": annex.description,
        "version": str(annex.year),
        "created": f"{annex.issued.isoformat()}T00:00:00Z",
        "languages": [annex.language],
        **({"licenses": [licences.describe(annex.licence)]} if annex.licence else {}),
        "contributors": [{"title": annex.publisher, "roles": ["publisher"]}],
        "sources": _sources(definitions),
        "dataDate": annex.data_date.isoformat(),
        "indicators": [_indicator(one) for one in definitions],
    }


def _slug(name: str) -> str:
    """A name in small ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "figures"


def _sources(definitions: Iterable[Definition]) -> list[Descriptor]:
    """The workbooks behind the definitions; they are not in the pack, so they are named and have no path."""
    files = sorted({file for one in definitions for file in one.files})
    return [{"title": name, "hash": f"sha256:{digest}"} for name, digest in files]


def _indicator(one: Definition) -> Descriptor:
    return {
        "name": one.code,
        "title": one.title,
        "description": one.definition,
        "unit": one.unit,
        "period": one.period,
        "filter": one.filter,
        "source": one.source,
        "rows": one.rows,
        "rounding": one.rounding,
        "additive": one.additive,
    }


def _resource(figure: Standing, content: bytes) -> Descriptor:
    defined = (f"{one.title}: {one.definition}" for one in figure.definitions)
    said = (figure.caption, figure.note, *defined, figure.source)
    return {
        "name": figure.name,
        "type": "table",
        "path": csv_path(figure),
        "title": figure.title,
        "description": "\n\n".join(text for text in said if text),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "sources": _sources(figure.definitions),
        "schema": _schema(figure),
    }


def _schema(figure: Standing) -> Descriptor:
    key = _key(figure)
    fields = [_field(field, figure) for field in FIELDS]
    return {"fields": fields, "missingValues": [""]} | ({"primaryKey": key} if key else {})


def _key(figure: Standing) -> list[str]:
    """The columns that tell one row from any other, none of them ever empty; no columns where none suffice.

    A category that was not recorded has words and no code: then the words tell the rows apart.
    """
    for wanted in (KEY, KEY_IN_WORDS):
        names = [name for name in wanted if all(getattr(datum, name) for datum in figure.data)]
        rows = {tuple(getattr(datum, name) for name in names) for datum in figure.data}
        if names and len(rows) == len(figure.data):
            return names
    return []


def _field(field: Field, figure: Standing) -> Descriptor:
    units = {datum.unit for datum in figure.data}
    return {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
        **({"unit": units.pop()} if field.name == "value" and len(units) == 1 else {}),
        "constraints": _constraints(field, figure),
    }


def _constraints(field: Field, figure: Standing) -> Descriptor:
    constraints: Descriptor = {"required": field.required}
    if field.name == "status":
        constraints["enum"] = [RECORDED, NOT_RECORDED]
    elif field.name == "indicator" and figure.data:
        constraints["enum"] = sorted({inert(datum.indicator) for datum in figure.data})
    elif field.name == "rows":
        constraints["minimum"] = 0
    return constraints
