"""Templates that are missing or broken are a sentence and status 4, before the first letter is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import copies

Change = Callable[[Path], object]


def write(name: str, text: str) -> Change:
    return lambda templates: (templates / name).write_text(text, encoding="utf-8")


def replace_in(name: str, old: str, new: str) -> Change:
    def change(templates: Path) -> None:
        text = (templates / name).read_text(encoding="utf-8")
        assert old in text
        (templates / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def delete(name: str) -> Change:
    return lambda templates: (templates / name).unlink()


def make_folder(name: str) -> Change:
    def change(templates: Path) -> None:
        (templates / name).unlink()
        (templates / name).mkdir()

    return change


def link_outside(name: str) -> Change:
    def change(templates: Path) -> None:
        secret = templates.parent.parent / "secret.txt"
        secret.write_text("# Secret\n", encoding="utf-8")
        (templates / name).unlink()
        (templates / name).symlink_to(secret)

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (delete("letter/letter.nb.md"), "templates/letter/letter.nb.md: there is no such text"),
        (make_folder("letter/letter.nb.md"), "templates/letter/letter.nb.md: Is a directory"),
        (link_outside("letter/letter.nb.md"), "templates/letter/letter.nb.md: leads out of the project's templates"),
        (write("letter/letter.nb.md", "no subject"), "templates/letter/letter.nb.md: a letter has one subject"),
        (delete("letter/letter.html"), "templates/letter/letter.html: there is no such template"),
        (write("letter/letter.html", "{{ 1 + 'a' }}"), "templates/letter/letter.html, line 1: "),
        (write("letter/letter.html", "{% include 'letter/letter.html' %}"), "nested too deep"),
        (write("letter/letter.html", "{% for a in range(99999) %}{% endfor %}"), "'range' is not known"),
        (write("blocks/figure.html", "{% if %}"), "templates/blocks/figure.html, line 1: "),
        (delete("letter/letter.css"), "letter.css"),
        (delete("words.toml"), "templates/words.toml: "),
        (replace_in("words.toml", "date_line ", "dateline "), "templates/words.toml: date_line is missing"),
        (
            replace_in("words.toml", "{place}, {date}", "{plaace}, {date}"),
            "{plaace} is not filled in here; did you mean place?",
        ),
        (replace_in("words.toml", "{place}, {date}", "{place, {date}"), "templates/words.toml: date_line: "),
        (replace_in("words.toml", 'nb = "Side "', "nb = 5"), "templates/words.toml: page has no text in nb"),
    ],
)
def test_a_template_amiss_is_a_sentence(tmp_path: Path, change: Change, sentence: str) -> None:
    project = copies.copy_example(tmp_path)
    change(project / "templates")
    done = copies.reportgen(
        "build", "--only", "letters", "--project", project, "--recipient", "larvik", "--recipient", "skien"
    )
    assert sentence in done.output
    assert done.exit_code == 4
    assert "Traceback" not in done.output
    assert done.output.count(sentence) == 1
    assert not list(project.rglob("*.pdf"))


def test_a_text_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    letter = project / "templates" / "letter" / "letter.nb.md"
    letter.write_bytes(b"\xef\xbb\xbf" + letter.read_bytes())
    assert copies.reportgen("build", "--only", "letters", "--project", project, "--recipient", "larvik").exit_code == 0
