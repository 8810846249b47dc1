"""A figure on the page: its title, caption and note, the picture with its alt text, and its data beneath."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from reportgen.errors import TemplateError, nearest
from reportgen.model.figures import Bars
from reportgen.model.records import PrintedValue
from reportgen.press.desk import Desk
from reportgen.press.figures import Composed
from reportgen.press.prose.scene import NETWORK
from reportgen.press.prose.values import Shown


def set_figure(desk: Desk, code: str) -> Shown:
    """The figure of this code as a block; where there is nothing to draw, words that say so.

    TemplateError when there is no such figure, or its title has a mistake.
    """
    if code not in desk.figures.codes:
        raise TemplateError(f"there is no figure {code!r}; {nearest(code, desk.figures.codes)}")
    composed = desk.figures.compose(code)
    if composed is None:
        return Shown(Markup("<p>{}</p>").format(desk.words[desk.figures.why_not(code)]), block=True)
    figure = {
        "title": composed.title,
        "caption": composed.caption,
        "note": composed.note,
        "alt": composed.chart.alt,
        "src": f"figure:{code}.svg",
        "width_mm": composed.chart.width_mm,
    }
    if _lies_across(desk, composed):
        rows = tuple((*row, None)[:3] for row in composed.rows)
        years = dict(zip(("category", "value_label", "compare_label"), (*composed.headers, None), strict=False))
        return desk.fill("figure", composed.receipts, figure={**figure, **years}, rows=rows)
    table = None if composed.attached else {"columns": composed.headers, "rows": composed.rows}
    return desk.fill("report_figure", _receipts(desk, composed), figure=figure, table=table)


def _receipts(desk: Desk, composed: Composed) -> tuple[PrintedValue, ...]:
    """The figure's receipts; without a table beneath it, other cities' values are dots and shown in no words."""
    if not composed.attached:
        return composed.receipts
    said = {desk.document.recipient.id, NETWORK}
    return tuple(one if one.scope in said else replace(one, shown="") for one in composed.receipts)


def _lies_across(desk: Desk, composed: Composed) -> bool:
    """Whether the table has a column for each bar: the letter has no room for a row each."""
    chart = composed.chart
    return isinstance(chart, Bars) and len(chart.series) == 1 and desk.document.template == "letter"
