"""What the author asked for: the project file as values."""

from reportgen.model.spec.measures import (
    Aggregation,
    Condition,
    Direction,
    Indicator,
    ListingSpec,
    Measure,
    Period,
    Pick,
    RecordSpec,
    Scalar,
    Span,
    TableColumn,
    TableSpec,
)
from reportgen.model.spec.outputs import (
    DocumentSpec,
    Edition,
    Fact,
    FigureKind,
    FigureSpec,
    KeyFigure,
    Publisher,
    Rounding,
    Whose,
)
from reportgen.model.spec.project import Project
from reportgen.model.spec.sources import Column, Kind, RecipientsSpec, Source, TextSpec
from reportgen.model.spec.texts import Texts

__all__ = [
    "Aggregation",
    "Column",
    "Condition",
    "Direction",
    "DocumentSpec",
    "Edition",
    "Fact",
    "FigureKind",
    "FigureSpec",
    "Indicator",
    "KeyFigure",
    "Kind",
    "ListingSpec",
    "Measure",
    "Period",
    "Pick",
    "Project",
    "Publisher",
    "RecipientsSpec",
    "RecordSpec",
    "Rounding",
    "Scalar",
    "Source",
    "Span",
    "TableColumn",
    "TableSpec",
    "TextSpec",
    "Texts",
    "Whose",
]
