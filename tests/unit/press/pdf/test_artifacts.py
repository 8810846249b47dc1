"""What stands on a page and is no part of its text."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.sample_page import sample, small
from tests.tagged import Tag, painted, read
from tests.validators import all_faults


@pytest.fixture(scope="module")
def tree() -> Tag:
    return read(sample().content)


def test_running_header_and_footer_are_pagination_artifacts(tree: Tag) -> None:
    assert "Page 1 of 2" not in tree.words
    assert "online" not in tree.words
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        streams = [leaf.obj.Contents.read_bytes() for leaf in pdf.pages]
    for stream in streams:
        assert stream.count(b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC") == 2
        assert b"/Artifact <</Type /Pagination /Subtype /Header>> BDC" in stream
    aside = {thing.text.strip() for thing in painted(sample().content) if "Artifact" in thing.marks}
    assert {"Page 1 of 2", "Page 2 of 2", "Nordic Safe Cities", "online"} <= aside


def test_link_of_a_running_header_is_no_annotation() -> None:
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        targets = [str(link.A.URI) for leaf in pdf.pages for link in leaf.obj.get("/Annots", ()) if "/A" in link]
    assert set(targets) == {"https://example.org/network", "mailto:post@example.org"}


def test_page_whose_only_link_runs_keeps_no_annotations() -> None:
    style = "@page { @top-left { content: element(run) } } .run { position: running(run) }"
    content = small('<p class="run"><a href="https://example.org/">home</a></p><h1>Letter</h1>', style)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
    assert all_faults(content) == ()
