"""What a document may draw on."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.press.pdf.supplies import Supplies


def answer(supplies: Supplies, url: str) -> tuple[bytes, str]:
    response = supplies(url)
    return response.read(), response.content_type


def test_figures_and_attachments_come_by_name(tmp_path: Path) -> None:
    supplies = Supplies(tmp_path, {"a b.svg": b"<svg/>", "c.png": b"png"}, {"d.csv": (b"1,2", "text/csv")})
    assert answer(supplies, "figure:a%20b.svg") == (b"<svg/>", "image/svg+xml")
    assert answer(supplies, "figure:c.png") == (b"png", "image/png")
    assert answer(supplies, "attachment:d.csv") == (b"1,2", "text/csv")
    assert supplies.drawings == [b"<svg/>"]


def test_data_address_holds_its_own_bytes(tmp_path: Path) -> None:
    assert answer(Supplies(tmp_path), "data:text/plain;base64,SGVq") == (b"Hej", "text/plain")


def test_files_below_templates_are_read_whatever_their_name(tmp_path: Path) -> None:
    (tmp_path / "Ærø 100%.css").write_text("p {}")
    url = (tmp_path / "Ærø 100%.css").as_uri()
    assert answer(Supplies(tmp_path), f"{url}?version=2#a") == (b"p {}", "text/css")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/a.png", "nothing is fetched"),
        ("https://example.org/a.png", "nothing is fetched"),
        ("ftp://example.org/a.png", "nothing is fetched"),
        ("FILE:///etc/passwd", "outside the templates folder"),
        ("file:///etc/passwd", "outside the templates folder"),
        ("file://example.org/etc/passwd", "outside the templates folder"),
        ("figure:none.svg", "no figure is called “none.svg”; there are: bars.svg"),
    ],
)
def test_nothing_else_is_given(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Supplies(tmp_path, {"bars.svg": b"<svg/>"})(url)


def test_dots_and_links_do_not_lead_out(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (templates / "way").symlink_to(tmp_path)
    for path in ("../secret.txt", "%2e%2e/secret.txt", "way/secret.txt"):
        with pytest.raises(ValueError, match="outside"):
            Supplies(templates)(f"{templates.as_uri()}/{path}")
