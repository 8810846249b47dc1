"""A figure on the page: its words, its note, its data beneath it or in the attachment, or a sentence in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import TemplateError
from reportgen.model.spec import FigureSpec, Texts
from reportgen.press.desk import Desk
from reportgen.press.figures import Album, read_titles
from reportgen.press.pictures import set_figure
from tests import example


def desk(recipient: str = "larvik", kind: str = "reports", **changes: Texts) -> Desk:
    """A document on the desk, its first figure's texts changed."""
    album = example.album(recipient, "en", kind)
    if changes:
        specs: list[FigureSpec] = [fact.spec for fact in album.document.figures]
        first = replace(specs[0], **changes)  # type: ignore[arg-type]  # texts alone
        titles = read_titles((first, *specs[1:]), "en", album.document.rounding)
        album = Album(album.document, album.words, album.scene, titles)
    return Desk(example.workshop().pages, album.document, album.scene, album.words, album)


def test_a_note_stands_under_the_chart_and_what_it_prints_has_a_receipt() -> None:
    note = Texts((("en", "Of {{ n.participants | exact }} & all"),))
    for kind in ("reports", "letters"):
        shown = set_figure(desk(kind=kind, note=note), "participants_by_role")
        assert '<p class="figure-note">Of 489 &amp; all</p>' in shown.html
        assert "participants" in {value.code for value in shown.printed}
        assert "figure-note" not in set_figure(desk(kind=kind), "participants_by_role").html


def test_every_head_of_the_data_is_words() -> None:
    for kind in ("reports", "letters"):
        assert "<th></th>" not in set_figure(desk(kind=kind), "participants_by_role").html
        assert "<th>Role</th>" in set_figure(desk(kind=kind), "participants_by_role").html


def test_a_long_table_goes_with_the_attachment_and_not_under_the_chart() -> None:
    shown = set_figure(desk(), "among_cities")
    assert "<table" not in shown.html
    assert {value.scope for value in shown.printed} >= {"larvik", "oslo", "tromsoe"}


def test_where_there_is_nothing_to_draw_a_sentence_stands() -> None:
    assert "one year only" in set_figure(desk("bodoe"), "own_trend").html
    assert "Nothing was recorded" in set_figure(desk("tromsoe"), "own_timeline").html
    assert desk("tromsoe").figures.shown == {}


def test_an_unknown_figure_is_told_with_the_nearest() -> None:
    with pytest.raises(TemplateError, match=r"there is no figure 'own_trent'; did you mean own_trend"):
        set_figure(desk(), "own_trent")
