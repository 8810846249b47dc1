"""A figure is finished before it is drawn: labels, order, numbers, alt text, receipts."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.documents import FigureFact, Part
from reportgen.press.figures.bars import draw_up, figure_receipts
from reportgen.press.words import read_words
from tests import example

WORDS = read_words(example.ROOT / "templates", "da")


def fact(*parts: Part) -> FigureFact:
    return replace(example.document().figures[0], parts=parts)


def test_bars_stand_by_value_and_the_not_recorded_last_and_never_as_nought() -> None:
    parts = (
        Part("expert", 5, 5, 1200),
        Part("youth", None, 3, 7),
        Part(None, 2, 2, 0),
        Part("politician", 1200, 9, None),
    )
    figure = draw_up(fact(*parts), "da", WORDS)
    assert [(bar.category, bar.value, bar.shown, bar.compare_shown) for bar in figure.bars] == [
        ("politician", 1200, "1.200", None),
        ("expert", 5, "5", "1.200"),
        (None, 2, "2", "0"),
        ("youth", None, "ikke oplyst", "7"),
    ]
    assert figure.bars[2].label == "Ikke oplyst"


def test_the_alt_text_says_each_value_and_the_extremes() -> None:
    figure = draw_up(
        fact(Part("expert", 5, 5, 4), Part("youth", 9, 9, None)), "en", read_words(example.ROOT / "templates", "en")
    )
    assert (
        figure.alt == "Who took part, 2018. Young people: 9; Experts: 5 (2017: 4). Most: Young people. Fewest: Experts."
    )


def test_every_printed_number_of_a_figure_has_a_receipt() -> None:
    one = fact(Part("expert", 5, 50, 4, 40), Part("youth", 9, 90, None))
    receipts = figure_receipts(one, draw_up(one, "da", WORDS), "network")
    assert [(r.code, r.exact, r.period, r.rows) for r in receipts] == [
        ("participants[role=youth]", "9", "2018", 90),
        ("participants[role=expert]", "5", "2018", 50),
        ("participants[role=expert]", "4", "2017", 40),
    ]
