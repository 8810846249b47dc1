"""The blocks that a text places by calling them: key figures, figures, tables, the city's own texts, how we counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from reportgen.errors import TemplateError
from reportgen.model.findings import CityText
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Whose
from reportgen.press import wording
from reportgen.press.annex_pages import annex_blocks
from reportgen.press.desk import Desk
from reportgen.press.listings import set_table
from reportgen.press.pictures import set_figure
from reportgen.press.prose.markdown import set_markdown
from reportgen.press.prose.text import Block
from reportgen.press.prose.values import Rows, Shown, Value, View

Items = tuple[dict[str, object], ...]


def page_blocks(desk: Desk) -> dict[str, Block]:
    """The blocks that a text may call, bound to one document."""
    acts: Mapping[str, Callable[..., Shown]] = {
        "key_figures": _key_figures,
        "how_we_counted": _how_we_counted,
        "figure": set_figure,
        "table": set_table,
        "city_text": _city_text,
        "signatures": _signatures,
        "contents": _contents,
        "contact": _contact,
    }
    blocks = {name: Block(partial(act, desk)) for name, act in acts.items()}
    return blocks | (annex_blocks(desk, desk.annex) if desk.annex else {})


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
        "shown": _figure(desk, value, show),
        "label": receipt.title,
        "unit": _unit(desk, value, show),
        "year": receipt.period,
        "period": receipt.period,
        "change": _change(desk, value) if _is_report(desk) else "",
        "definition": receipt.definition,
        "filter": receipt.filter,
        "rows": receipt.rows,
        "source": receipt.source,
        "anchor": f"counted-{receipt.code}",
    }


def _figure(desk: Desk, value: Value, show: str) -> object:
    """The number itself; a share has the decimal of the tables where numbers are exact, in the annex."""
    filters = desk.filters.by_name()
    if value.receipt.halves:
        return filters["percent"](value, 1 if desk.annex else 0)
    return filters[show](value)


def _unit(desk: Desk, value: Value, show: str) -> str:
    """The word beside the number as it is printed, bent by the language's plural rule; none beside a percentage."""
    if value.receipt.halves or not isinstance(value.content, int | float):
        return ""
    low = wording.rounded(value.content, desk.document.rounding) if show == "plus" else value.content
    forms = {"one": value.receipt.unit_one, "other": value.receipt.unit}
    return wording.plural(low or value.content, desk.document.language, forms)


def _change(desk: Desk, value: Value) -> Shown | str:
    """How many more or fewer than the year before, in words; nothing where either year is not recorded."""
    earlier, year = _before(desk, value), desk.document.edition.year
    if earlier is None or earlier.content is None or value.receipt.halves:
        return ""
    if desk.document.recipient.joined_in(year):
        return ""  # what a city did before it was a member is nobody's measure
    return desk.filters.show_difference(value, earlier, year - 1)


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


def _city_text(desk: Desk, part: str, title: str) -> Shown:
    """The city's own text; where it has none, those of the cities that became part of it, each under its name."""
    found = [text for text in desk.document.texts if text.part == part and text.text.entries]
    own = [text for text in found if text.about is None][:1]
    return Shown(Markup("").join(_one_city_text(desk, text, title).html for text in own or found), block=True)


def _one_city_text(desk: Desk, found: CityText, title: str) -> Shown:
    """A text in the document's language, else in another, and then the page says in which."""
    language = desk.document.language
    if found.about is not None:
        title = f"{title} · {wording.place(found.about, language)}"
    spoken, text = wording.nearest_text(found.text, language)
    note = ""
    if spoken != language:
        note = desk.words["in_another_language"].format(language=wording.language(spoken, language))
    html = set_markdown(text, spoken if spoken != language else None)
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
