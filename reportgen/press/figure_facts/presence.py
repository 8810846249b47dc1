"""Whether a figure has anything to show, known from its values alone: a file that has nothing is not planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.spec import FigureKind

if TYPE_CHECKING:
    from reportgen.model.documents import FigureFact


def has_something(fact: FigureFact) -> bool:  # noqa: PLR0911  one line for each kind of figure
    """Whether the figure can be drawn; a test holds this against what is in fact composed."""
    match fact.spec.kind:
        case FigureKind.MULTIPLES:
            return any(has_something(panel) for panel in fact.panels)
        case FigureKind.TIMELINE:
            return bool(fact.table and fact.table.rows)
        case FigureKind.BARS:
            return any(part.rows or part.compare for part in fact.parts)
        case FigureKind.GROUPED:
            return any(part.rows for split in fact.splits for part in split.parts)
        case FigureKind.STACKED | FigureKind.SHARE:
            return any(part.value for split in fact.splits for part in split.parts if part.category is not None)
        case FigureKind.SLOPE:
            return _has_changed(fact)
        case FigureKind.LINES | FigureKind.AREA:
            return _has_grown(fact)
        case FigureKind.STRIP | FigureKind.MAP:
            on_map = fact.spec.kind is FigureKind.MAP
            return any(one.value for one in fact.spread if one.place.latitude is not None or not on_map)
        case FigureKind.BULLET:
            promised = any(one.target is not None or one.baseline is not None for one in fact.promises)
            return promised and any(one.value is not None for one in fact.promises)


def _has_changed(fact: FigureFact) -> bool:
    """Whether the year before has something to begin from."""
    if fact.spec.by:
        return bool(fact.compare_year) and any(part.compare for part in fact.parts)
    return any(len(trend.points) > 1 and trend.points[0].value for trend in fact.trends)


def _has_grown(fact: FigureFact) -> bool:
    """Whether something is recorded, and there is more than one year."""
    points = [point for trend in fact.trends for point in trend.points]
    return any(point.value for point in points) and len({point.year for point in points}) > 1
