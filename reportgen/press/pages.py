"""Page templates + CSS -> one HTML document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.errors import TemplateError, nearest
from reportgen.model.documents import Document, Figure
from reportgen.press import wording
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, sentence
from reportgen.press.prose.text import Block, Prose
from reportgen.press.prose.values import Rows, Shown, Value, View

BLOCKS = ("key_figures", "how_we_counted", "figure", "signatures")


@dataclass(frozen=True, slots=True)
class Pages:
    """The page templates of a project, and the fixed words in each language asked for so far."""

    environment: ImmutableSandboxedEnvironment

    def fill(self, name: str, context: Mapping[str, object]) -> Markup:
        """One template filled; TemplateError with file and line where it can't be."""
        try:
            return Markup(self.environment.get_template(name).render(context))  # noqa: S704  autoescape is on
        except (*TEMPLATE_FAULTS, OSError) as error:
            raise sentence(error, f"templates/{name}", context) from error

    def read_all(self, folder: str) -> None:
        """Read the page of a kind of document and every block; TemplateError for the first that can't be."""
        names = (f"{folder}/{folder}.html", *(f"blocks/{block}.html" for block in BLOCKS))
        for name in names:
            try:
                self.environment.get_template(name)
            except TemplateNotFound as error:
                raise TemplateError(f"templates/{name}: there is no such template; take it from the example") from error
            except (*TEMPLATE_FAULTS, OSError) as error:
                raise sentence(error, f"templates/{name}", {}) from error


def open_pages(templates: Path) -> Pages:
    """The page templates below `templates`; nothing outside that folder can be included."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates), undefined=StrictUndefined, autoescape=True, trim_blocks=True
    )
    for name in ("safe", "tojson", "urlize", "xmlattr"):
        environment.filters.pop(name)
    environment.globals.clear()  # a page lays out what it is given; range() and its like only make loops without end
    return Pages(environment)


def page_blocks(
    pages: Pages,
    document: Document,
    scene: Mapping[str, object],
    words: Mapping[str, str],
    figures: Mapping[str, Figure],
) -> dict[str, Block]:
    """The blocks that a text may call, bound to one document."""
    filters = Filters(document.language, document.rounding)
    counted = _key_items(document, scene, filters)

    def key_figures() -> Shown:
        return _block(pages, "key_figures", {"items": counted, "words": words}, counted)

    def how_we_counted() -> Shown:
        return _block(pages, "how_we_counted", {"items": counted, "words": words}, counted)

    def figure(code: str) -> Shown:
        if code not in figures:
            raise TemplateError(f"there is no figure {code!r}; {nearest(code, figures)}")
        return _figure_block(pages, figures[code], words)

    def signatures() -> Shown:
        return _signatures(pages, scene, filters, words)

    blocks: tuple[Callable[..., Shown], ...] = (key_figures, how_we_counted, figure, signatures)
    return {block.__name__: Block(block) for block in blocks}


def lay_out(pages: Pages, document: Document, prose: Prose, words: Mapping[str, str]) -> str:
    """The whole HTML document; its style sheets are the press's own."""
    language, publisher = document.language, document.publisher
    date = wording.date(document.edition.date, language)
    date_line = words["date_line"].format(place=publisher.place.read(language), date=date)
    data_date = wording.date(document.edition.data_date, language)
    context: dict[str, object] = {
        "language": language,
        "title": prose.title,
        "description": f"{prose.title}: {wording.place(document.recipient.place, language)}",
        "publisher": publisher,
        "edition": document.edition,
        "date_line": date_line,
        "data_line": words["data_as_of"].format(date=data_date),
        "recipient": {
            "name": wording.place(document.recipient.place, language),
            "address": document.recipient.address,
            "email": document.recipient.email,
        },
        "address_window": document.address_window,
        "body": prose.html,
        "notice": publisher.notice.read(language),
        "words": words,
    }
    return str(pages.fill(f"{document.template}/{document.template}.html", context))


def _key_items(document: Document, scene: Mapping[str, object], filters: Filters) -> tuple[dict[str, object], ...]:
    """The key figures that are recorded: shown, label, definition, period and the anchor of the definition."""
    network = scene["n"]
    items = []
    for figure in document.key_figures:
        value = network.pick(figure.indicator) if isinstance(network, View) else None
        if isinstance(value, Value) and value.content is not None:
            items.append(
                {
                    "shown": filters.by_name()[figure.show](value),
                    "label": value.receipt.title,
                    "definition": value.receipt.definition,
                    "period": value.receipt.period,
                    "anchor": f"counted-{figure.indicator}",
                }
            )
    return tuple(items)


def _block(pages: Pages, name: str, context: Mapping[str, object], items: tuple[Mapping[str, object], ...]) -> Shown:
    shown = [item["shown"] for item in items]
    printed = tuple(value for piece in shown if isinstance(piece, Shown) for value in piece.printed)
    plain = [
        {**item, "shown": piece.html} for item, piece in zip(items, shown, strict=True) if isinstance(piece, Shown)
    ]
    return Shown(pages.fill(f"blocks/{name}.html", {**context, "items": plain}), printed, block=True)


def _figure_block(pages: Pages, figure: Figure, words: Mapping[str, str]) -> Shown:
    rows = tuple((bar.label, bar.shown, bar.compare_shown) for bar in figure.bars)
    context = {
        "figure": {
            "title": figure.title,
            "caption": figure.caption,
            "alt": figure.alt,
            "src": f"figure:{figure.code}.svg",
            "width_mm": figure.width_mm,
            "compare_label": figure.compare_label,
            "value_label": figure.value_label,
        },
        "rows": rows,
        "words": words,
    }
    return Shown(pages.fill("blocks/figure.html", context), block=True)


def _signatures(pages: Pages, scene: Mapping[str, object], filters: Filters, words: Mapping[str, str]) -> Shown:
    rows = scene.get("signatories")
    entries = rows.entries if isinstance(rows, Rows) else ()
    items = [{name: filters.show(value) for name, value in entry.values.items()} for entry in entries]
    if not items:
        raise TemplateError(
            "signatures: nobody signs on the edition's date; mend the Signatories sheet or [records.signatories]"
        )
    printed = tuple(value for item in items for shown in item.values() for value in shown.printed)
    plain = [{name: shown.html for name, shown in item.items()} for item in items]
    return Shown(pages.fill("blocks/signatures.html", {"items": plain, "words": words}), printed, block=True)
