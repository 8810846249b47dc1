"""A figure's values put into words: labels, printed numbers, alt text, receipts. What is left is to draw it."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.documents import Document, FigureFact
from reportgen.model.spec import FigureKind, Whose
from reportgen.press.figures.bars import compose_bars
from reportgen.press.figures.composed import Composed
from reportgen.press.figures.spreads import compose_map, compose_strip
from reportgen.press.figures.timelines import compose_timeline
from reportgen.press.figures.trends import compose_lines

__all__ = ["Composed", "compose_figure"]


def compose_figure(fact: FigureFact, document: Document, words: Mapping[str, str]) -> Composed | None:
    """The finished figure of a document, in its language; None where there is nothing to draw."""
    language, own = document.language, document.recipient.id
    scope = own if fact.spec.whose is Whose.OWN else "network"
    match fact.spec.kind:
        case FigureKind.BARS:
            return compose_bars(fact, scope, language, words) if any(p.rows or p.compare for p in fact.parts) else None
        case FigureKind.LINES:
            recorded = any(point.value for trend in fact.trends for point in trend.points)
            grown = all(len(trend.points) > 1 for trend in fact.trends)  # one year is no trend
            return compose_lines(fact, scope, language, words) if recorded and grown else None
        case FigureKind.STRIP:
            return compose_strip(fact, own, language, words) if any(one.value for one in fact.spread) else None
        case FigureKind.MAP:
            return compose_map(fact, own, language, words) if any(one.value for one in fact.spread) else None
        case FigureKind.TIMELINE:
            rows = fact.table.rows if fact.table else ()
            return compose_timeline(fact, document.edition.year, language, words) if rows else None
