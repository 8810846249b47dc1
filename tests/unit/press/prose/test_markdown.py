"""Markdown as this house sets it."""

from __future__ import annotations

from reportgen.press.prose.markdown import set_markdown


def test_every_block_of_a_text_in_another_language_says_so() -> None:
    html = set_markdown("Words.\n\n- One\n\n3. Three\n", "fi")
    for block in ('<p lang="fi">', '<ul lang="fi">', '<ol lang="fi" start="3">'):
        assert block in html


def test_what_was_typed_like_a_tag_stays_text() -> None:
    assert set_markdown("A <p> and <ul>", "fi") == '<p lang="fi">A &lt;p&gt; and &lt;ul&gt;</p>\n'


def test_text_in_the_language_of_the_page_says_nothing() -> None:
    assert "lang" not in set_markdown("Words.\n\n1. One\n", None)
