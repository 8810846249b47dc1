"""The blocks that a text places by calling them: key figures, figures, tables, the city's own texts, how we counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup, escape

from reportgen.errors import TemplateError, nearest
from reportgen.model.documents import Document, Figure, TableFact
from reportgen.model.findings import Interval
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Whose
from reportgen.press import wording
from reportgen.press.figures import Composed
from reportgen.press.pages import Pages
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.markdown import set_markdown
from reportgen.press.prose.text import Block, Section
from reportgen.press.prose.values import Rows, Shown, Value, View

Items = tuple[dict[str, object], ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One document on the desk: its values, the fixed words of its language, its finished figures."""

    pages: Pages
    document: Document
    scene: Mapping[str, object]
    words: Mapping[str, str]
    figures: Mapping[str, Composed | None]
    sections: tuple[Section, ...] = ()

    @property
    def filters(self) -> Filters:
        """The filters of the document's language."""
        return Filters(self.document.language, self.document.rounding)

    def fill(self, name: str, printed: tuple[PrintedValue, ...] = (), **context: object) -> Shown:
        """A block's template filled."""
        html = self.pages.fill(f"blocks/{name}.html", {**context, "words": self.words})
        return Shown(html, printed, block=True)


def page_blocks(desk: Desk) -> dict[str, Block]:
    """The blocks that a text may call, bound to one document."""
    acts: Mapping[str, Callable[..., Shown]] = {
        "key_figures": _key_figures,
        "how_we_counted": _how_we_counted,
        "figure": _figure,
        "table": _table,
        "city_text": _city_text,
        "signatures": _signatures,
        "contents": _contents,
        "contact": _contact,
    }
    return {name: Block(partial(act, desk)) for name, act in acts.items()}


def _key_figures(desk: Desk) -> Shown:
    return _items_block(desk, "report_key_figures" if _is_report(desk) else "key_figures", _key_items(desk))


def _how_we_counted(desk: Desk) -> Shown:
    return _items_block(desk, "report_how_we_counted" if _is_report(desk) else "how_we_counted", _key_items(desk))


def _contents(desk: Desk) -> Shown:
    entries = [(section.title, section.anchor) for section in desk.sections]
    return desk.fill("contents", entries=entries) if entries else Shown(Markup(""), block=True)


def _contact(desk: Desk) -> Shown:
    deadline = desk.document.edition.deadline
    said = wording.date(deadline, desk.document.language) if deadline else ""
    return desk.fill("contact", publisher=desk.document.publisher, deadline=said)


def _is_report(desk: Desk) -> bool:
    return desk.document.template != "letter"


def _key_items(desk: Desk) -> Items:
    """The key figures that are recorded: shown, label, unit, year, change, and the anchor of the definition."""
    scope = desk.scene["own" if desk.document.key_figures_of is Whose.OWN else "n"]
    items = []
    for figure in desk.document.key_figures:
        value = scope.values.get(figure.indicator) if isinstance(scope, View) else None
        if isinstance(value, Value) and value.content is not None and _tells(desk, value):
            items.append(_item(desk, value, figure.show))
    return tuple(items)


def _tells(desk: Desk, value: Value) -> bool:
    """Whether a figure has something to tell: in a city's report, not what was nought this year and the year before."""
    before = _before(desk, value)
    return bool(value) or bool(before) or not _is_report(desk)


def _item(desk: Desk, value: Value, show: str) -> dict[str, object]:
    receipt = value.receipt
    return {
        "shown": desk.filters.by_name()["percent" if receipt.halves else show](value),
        "label": receipt.title,
        "unit": "" if receipt.halves or value.content == 1 else receipt.unit,  # a unit's word is a plural
        "year": receipt.period,
        "period": receipt.period,
        "change": _change(desk, value) if _is_report(desk) else "",
        "definition": receipt.definition,
        "filter": receipt.filter,
        "rows": receipt.rows,
        "source": receipt.source,
        "anchor": f"counted-{receipt.code}",
    }


def _change(desk: Desk, value: Value) -> Shown | str:
    """How many more or fewer than the year before, in words; nothing where either year is not recorded."""
    earlier, joined = _before(desk, value), desk.document.recipient.member_from
    if earlier is None or earlier.content is None or value.receipt.halves:
        return ""
    if joined is not None and joined.year == desk.document.edition.year:
        return ""  # what a city did before it was a member is nobody's measure
    return desk.filters.show_difference(value, earlier, desk.document.edition.year - 1)


def _before(desk: Desk, value: Value) -> Value | None:
    """The same value a year before, where there is one."""
    previous = desk.scene["previous"]
    whose = "own" if desk.document.key_figures_of is Whose.OWN else "n"
    before = previous.values[whose] if isinstance(previous, View) else None
    earlier = before.values.get(value.receipt.code) if isinstance(before, View) else None
    return earlier if isinstance(earlier, Value) else None


def _items_block(desk: Desk, name: str, items: Items) -> Shown:
    printed: list[PrintedValue] = []
    plain = []
    for item in items:
        shown = {key: piece.html if isinstance(piece, Shown) else piece for key, piece in item.items()}
        printed += [v for piece in item.values() if isinstance(piece, Shown) for v in piece.printed]
        plain.append(shown)
    return desk.fill(name, tuple(printed), items=plain)


def _figure(desk: Desk, code: str) -> Shown:
    if code not in desk.figures:
        raise TemplateError(f"there is no figure {code!r}; {nearest(code, desk.figures)}")
    composed = desk.figures[code]
    if composed is None:
        return Shown(Markup("<p>{}</p>").format(desk.words[_why_not(desk, code)]), block=True)
    chart = composed.chart
    figure = {
        "title": composed.title,
        "caption": composed.caption,
        "alt": chart.alt,
        "src": f"figure:{code}.svg",
        "width_mm": chart.width_mm,
        "value_label": composed.headers[1] if len(composed.headers) > 1 else None,
        "compare_label": composed.headers[2] if len(composed.headers) > 2 else None,  # noqa: PLR2004  label, value, compare
    }
    if isinstance(chart, Figure) and not _is_report(desk):
        rows = tuple((*row, None)[:3] for row in composed.rows)
        return desk.fill("figure", composed.receipts, figure=figure, rows=rows)
    table = {"columns": composed.headers, "rows": composed.rows}
    return desk.fill("report_figure", composed.receipts, figure=figure, table=table)


def _why_not(desk: Desk, code: str) -> str:
    """The words for a figure that is not drawn: nothing was recorded, or there is one year so far and no trend."""
    fact = next(fact for fact in desk.document.figures if fact.spec.code == code)
    begun = any(point.value for trend in fact.trends for point in trend.points)
    return "first_year" if begun else "nothing_recorded"


def _table(desk: Desk, code: str) -> Shown:
    tables = {table.code: table for table in desk.document.tables}
    if code not in tables:
        raise TemplateError(f"there is no table {code!r}; {nearest(code, tables)}")
    table, language = tables[code], desk.document.language
    columns = tuple((header.read(language), _kind(table, number)) for number, (_, header) in enumerate(table.headers))
    rows = tuple(tuple(_cell(desk, cell) for cell in row.cells) for row in table.rows)
    return desk.fill(
        "table",
        _table_receipts(desk, table),
        caption=table.evidence.title.read(language),
        columns=columns,
        rows=rows,
        note="",
    )


def _kind(table: TableFact, number: int) -> str:
    cells = [row.cells[number] for row in table.rows if row.cells[number] is not None]
    if cells and all(isinstance(cell, date | Interval) for cell in cells):
        return "date"
    return "number" if cells and all(isinstance(cell, int | float) for cell in cells) else "text"


def _cell(desk: Desk, cell: object) -> Markup:
    if cell is None:
        return escape(desk.words["not_recorded"])
    if isinstance(cell, date):
        return escape(wording.short_date(cell, desk.document.language))
    if isinstance(cell, str) and f"kind_{cell.replace(' ', '_')}" in desk.words:
        return escape(desk.words[f"kind_{cell.replace(' ', '_')}"])
    return escape(desk.filters.plain(cell))


def _table_receipts(desk: Desk, table: TableFact) -> tuple[PrintedValue, ...]:
    """A receipt for each number of the table."""
    language, evidence = desk.document.language, table.evidence
    period = evidence.period
    return tuple(
        PrintedValue(
            code=f"{table.code}[{number}].{name}",
            scope=desk.document.recipient.id,
            title=f"{evidence.title.read(language)}: {header.read(language)}",
            definition="",
            exact=str(cell),
            shown=desk.filters.plain(cell),
            unit="",
            period=wording.period(period.first, period.last, language) if period else "",
            source=evidence.source,
            filter=evidence.filter,
            rows=row.rows,
        )
        for number, row in enumerate(table.rows, 1)
        for (name, header), cell in zip(table.headers, row.cells, strict=True)
        if isinstance(cell, int | float)
    )


def _city_text(desk: Desk, part: str, title: str) -> Shown:
    """The city's own text in its language, else in another, and then the page says in which."""
    language = desk.document.language
    found = next((text.text for text in desk.document.texts if text.part == part and text.text.entries), None)
    if found is None:
        return Shown(Markup(""), block=True)
    spoken = next(code for code in (*wording.readable(language), *found.languages) if found.get(code))
    note = ""
    if spoken != language:
        note = desk.words["in_another_language"].format(language=wording.language(spoken, language))
    html = set_markdown(found.read(spoken), spoken if spoken != language else None)
    return desk.fill("city_text", title=title, html=html, note=note)


def _signatures(desk: Desk) -> Shown:
    rows = desk.scene.get("signatories")
    entries = rows.entries if isinstance(rows, Rows) else ()
    items: Items = tuple({name: desk.filters.show(value) for name, value in entry.values.items()} for entry in entries)
    if not items:
        raise TemplateError(
            "signatures: nobody signs on the edition's date; mend the Signatories sheet or [records.signatories]"
        )
    return _items_block(desk, "signatures", items)
