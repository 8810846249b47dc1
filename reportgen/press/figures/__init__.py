"""A figure's values put into words: labels, printed numbers, alt text, receipts. What is left is to draw it."""

from reportgen.press.figures.album import Album
from reportgen.press.figures.composed import Composed
from reportgen.press.figures.titles import Titles, read_titles

__all__ = ["Album", "Composed", "Titles", "read_titles"]
