"""Links, as a screen reader meets them."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from tests.sample_page import sample, small
from tests.tagged import read
from tests.validators import all_faults


def test_link_over_two_lines_is_one_link_with_its_words() -> None:
    words = "how all of the numbers in this letter have been counted, and by whom"
    content = small(f'<h1 id="a">a</h1><p>Read <a href="#a">how all of the <em>numbers</em>{words[22:]}</a> now</p>')
    (link,) = read(content).all("Link")
    assert link.words == words
    assert link.said["Contents"] == f"{words} | {words}"
    assert link.kids == ()
    assert all_faults(content) == ()


def test_words_of_links_are_their_contents() -> None:
    tree = read(sample().content)
    contents = [link.said["Contents"].split(" | ")[0] for link in tree.all("Link")]
    assert contents == [link.words for link in tree.all("Link")]
    assert contents[:2] == ["our pages on the network", "write to us"]


def test_two_links_side_by_side_stay_two() -> None:
    content = small('<h1>a</h1><p><a href="https://a.example/">one</a><a href="https://a.example/">two</a></p>')
    assert [link.words for link in read(content).all("Link")] == ["one", "two"]


def test_words_a_style_adds_to_a_link_are_the_links() -> None:
    content = small('<h1 id="a">a</h1><p><a href="#a">Contact</a></p>', "a::after { content: ' here' }")
    (link,) = read(content).all("Link")
    assert (link.words, link.said["Contents"], link.kids) == ("Contact here", "Contact", ())
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages[0].obj.Annots) == 1
    assert all_faults(content) == ()
