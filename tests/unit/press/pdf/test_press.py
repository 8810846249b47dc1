"""One HTML page becomes one PDF, or a sentence that says why not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportgen.errors import TemplateError
from reportgen.press.pdf.press import Attached, Press, TypesettingError
from tests.sample_page import BARS, BODY, CREATED, IMAGES, NUMBERS, STYLE, TEMPLATES, page, press, sample
from tests.tagged import read
from tests.validators import all_faults, has_verapdf, verapdf

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A templates folder of its own, with one font."""
    folder = tmp_path / "templates"
    (folder / "fonts").mkdir(parents=True)
    shutil.copy(TEMPLATES / "fonts" / "Inter-Regular.otf", folder / "fonts")
    return folder


def refusal(body: str, **images: bytes) -> str:
    with pytest.raises(TypesettingError) as refused:
        press().typeset(page(f"<h1>Letter</h1>{body}"), created=CREATED, images=images)
    return str(refused.value)


def test_sample_passes_every_validator() -> None:
    assert sample().pages == 2
    assert all_faults(sample().content, page(BODY)) == ()


@pytest.mark.slow
@pytest.mark.skipif(not has_verapdf(), reason="veraPDF needs a Java with its compiler, and Debian's libjaxb-java")
def test_sample_passes_verapdf() -> None:
    assert verapdf(sample().content) == ()


def test_metadata_come_from_the_page_and_dates_from_the_caller() -> None:
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        assert {str(key): str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Annual letter 2018",
            "/Author": "Nordic Safe Cities",
            "/Subject": "What the year held",
            "/Keywords": "letter, 2018",
            "/Producer": "WeasyPrint 70.0",
            "/CreationDate": "D:20181214000000Z",
            "/ModDate": "D:20181214000000Z",
        }
        assert str(pdf.Root.Lang) == "en"


def test_dates_in_the_page_are_overruled() -> None:
    html = page("<h1>Letter</h1>", head='<meta name="dcterms.created" content="1999-01-01">')
    with pikepdf.open(BytesIO(press().typeset(html, created=date(2019, 2, 28)).content)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20190228000000Z"


def test_attachments_keep_content_words_type_and_date() -> None:
    other = Attached("definitions.txt", "What was counted", b"once", "text/x-definitions")
    content = press().typeset(page("<h1>Letter</h1>"), attachments=(NUMBERS, other), created=CREATED).content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert list(pdf.attachments) == ["definitions.txt", "numbers.csv"]
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Data", "/Data"]
        file = pdf.attachments["numbers.csv"]
        assert file.get_file().read_bytes() == NUMBERS.content
        assert (file.description, file.get_file().mime_type) == (NUMBERS.description, "text/csv")
        assert file.get_file().obj.Params.ModDate == "D:20181214000000Z"
        assert pdf.attachments["definitions.txt"].get_file().mime_type == "text/x-definitions"


SCRIPT = """
import hashlib
from tests.sample_page import sample
print(hashlib.sha256(sample().content).hexdigest())
"""


@pytest.mark.slow
def test_bytes_do_not_depend_on_process_hash_seed_or_time_zone() -> None:
    root = TEMPLATES.parent
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    )
    commands = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=root, env=os.environ | own, capture_output=True, text=True, check=True
        )
        for own in surroundings
    ]
    assert len({command.stdout for command in commands}) == 1
    assert len(commands[0].stdout.strip()) == 64


def test_only_fonts_of_the_project_are_embedded() -> None:
    content = press().typeset(page("<h1>Letter</h1><p><code>a</code>", "html { font-family: serif }"), created=CREATED)
    with pikepdf.open(BytesIO(content.content)) as pdf:
        names = {str(thing.FontName) for thing in pdf.objects if "/FontName" in _dictionary(thing)}
    assert names
    assert all("+Inter" in name for name in names)


def _dictionary(thing: pikepdf.Object) -> pikepdf.Object:
    return thing if isinstance(thing, pikepdf.Dictionary) else pikepdf.Dictionary()


@pytest.mark.parametrize("family", ["DejaVu Sans", "Times New Roman"])
def test_font_of_the_machine_is_refused(family: str) -> None:
    assert f"the font “{family}” is not in fonts" in refusal(f"<p style=\"font-family: '{family}', serif\">text</p>")


def test_font_of_a_drawing_is_refused() -> None:
    drawing = BARS.replace(b"'Inter'", b"'DejaVu Sans'")
    assert "the font “DejaVu Sans”" in refusal('<img src="figure:bars.svg" alt="Bars">', **{"bars.svg": drawing})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>Malmö \N{WHITE SMILING FACE} city</p>", "U+263A WHITE SMILING FACE is in no font"),
        ("<p>a\N{RIGHT-TO-LEFT OVERRIDE}b</p>", "U+202E RIGHT-TO-LEFT OVERRIDE turns the reading direction"),
        ('<img src="https://example.org/a.png" alt="a">', "nothing is fetched"),
        ('<img src="//example.org/a.png" alt="a">', "outside the templates folder"),
        ('<img src="file:///etc/passwd" alt="a">', "outside the templates folder"),
        ('<img src="../pyproject.toml" alt="a">', "outside the templates folder"),
        ('<img src="none.png" alt="a">', "there is no file none.png"),
        ('<img src="figure:none.svg" alt="a">', "no figure is called “none.svg”; there are: none"),
        ('<link rel="stylesheet" href="http://example.org/a.css"><p>a</p>', "nothing is fetched"),
        ('<p style="background: url(http://example.org/a.png)">a</p>', "nothing is fetched"),
        ('<p><a href="http://example.org/">plain</a></p>', "neither https: nor mailto:"),
        ('<p><a href="javascript:alert(1)">run</a></p>', "neither https: nor mailto:"),
        ('<p><a href="file:///etc/passwd">file</a></p>', "neither https: nor mailto:"),
        ('<p><a href="letter.html">file</a></p>', "neither https: nor mailto:"),
        ('<p><a href="#nowhere">gone</a></p>', "nowhere"),
        ('<p><a href="https://example.org/"></a>', "has no words"),
        ('<p><a rel="attachment" href="numbers.csv">file</a></p>', "would attach a file"),
        ("<h3>Deep</h3>", "the heading “Deep” is an h3 where an h2 is due"),
        ("<h1>Again</h1>", "more than one h1"),
        ('<p style="position: fixed; top: 0">Annual letter</p>', "“Annual letter” is fixed"),
        ('<p style="colour: red">a</p>', "unknown property"),
        (f'<img src="{PIXEL}">', "no required alt"),
        ('<img src="data:image/png;base64,AAAA" alt="a">', "Failed to load image"),
    ],
)
def test_fault_of_a_page_is_told(body: str, said: str) -> None:
    assert said in refusal(body)


def test_first_heading_must_be_h1() -> None:
    with pytest.raises(TypesettingError, match="is an h2 where an h1 is due"):
        press().typeset(page("<h2>Letter</h2>"), created=CREATED)


@pytest.mark.parametrize(("part", "said"), [("<title>Annual letter 2018</title>", "title"), (' lang="en"', "language")])
def test_page_without_title_or_language_is_refused(part: str, said: str) -> None:
    with pytest.raises(TypesettingError, match=said):
        press().typeset(page("<h1>Letter</h1>").replace(part, ""), created=CREATED)


def test_glyph_of_generated_content_is_checked() -> None:
    style = STYLE.replace('"Nordic Safe Cities"', '"\N{SNOWMAN}"')
    with pytest.raises(TypesettingError, match="SNOWMAN"):
        press().typeset(page("<h1>Letter</h1>", style), created=CREATED)


def test_glyph_of_a_drawing_is_checked() -> None:
    drawing = BARS.replace(b"157", "\N{SNOWMAN}".encode())
    assert "U+2603 SNOWMAN" in refusal('<img src="figure:bars.svg" alt="Bars">', **{"bars.svg": drawing})


def test_invisible_characters_that_are_allowed_print_well() -> None:
    body = (
        "<h1>a</h1><p>Sikker\u00adheds\u00adarbejde, Nord\u200bnorge, 20\u206021, 1\u00a0000, 50\u202f%, \u2212≥≤→✓</p>"
    )
    assert all_faults(press().typeset(page(body), created=CREATED).content, page(body)) == ()


def test_many_faults_are_told_once_each_and_counted() -> None:
    body = "".join(
        f'<img src="figure:{number}.svg" alt="a"><img src="figure:{number}.svg" alt="a">' for number in range(9)
    )
    assert refusal(body).endswith("; and 4 more")


def test_fault_of_one_document_does_not_touch_the_next() -> None:
    refusal('<img src="figure:none.svg" alt="a">')
    again = press().typeset(page(BODY), attachments=(NUMBERS,), created=CREATED, images=IMAGES)
    assert again.content == sample().content


def test_images_of_one_document_are_not_those_of_another() -> None:
    html = page('<h1>Letter</h1><img src="figure:bars.svg" alt="Bars">')
    texts = [
        read(press().typeset(html, created=CREATED, images={"bars.svg": BARS.replace(b"157", number)}).content).words
        for number in (b"211", b"322")
    ]
    assert "211" in texts[0]
    assert "322" in texts[1]


def test_files_below_templates_and_data_addresses_resolve(templates: Path) -> None:
    (templates / "logo.svg").write_bytes(BARS)
    (templates / "linked.svg").symlink_to(templates / "logo.svg")
    body = f'<h1>a</h1><img src="logo.svg" alt="a"><img src="linked.svg" alt="b"><img src="{PIXEL}" alt="c" class="p">'
    html = page(body, "html { font-family: Inter } .p { image-rendering: crisp-edges }")
    assert all_faults(Press(templates).typeset(html, created=CREATED).content, html) == ()


def test_symbolic_link_out_of_templates_is_refused(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_bytes(BARS)
    (templates / "logo.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(TypesettingError, match="outside the templates folder"):
        Press(templates).typeset(page('<h1>a</h1><img src="logo.svg" alt="a">'), created=CREATED)


def test_styles_of_the_press_hold_for_every_document(templates: Path) -> None:
    (templates / "house.css").write_text("@page { size: A5 } html { font-family: Inter }")
    content = Press(templates, ("house.css",)).typeset(page("<h1>a</h1>", ""), created=CREATED).content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 420, 595]


def test_a_stylesheet_that_is_no_utf_8_is_told(templates: Path) -> None:
    (templates / "old.css").write_bytes("/* Ærø */".encode("latin-1"))
    with pytest.raises(TemplateError, match=r"old\.css: .*save the stylesheet as UTF-8"):
        Press(templates, ("old.css",))


def test_mistake_in_a_stylesheet_is_told(templates: Path) -> None:
    (templates / "house.css").write_text("p { colour: red }")
    with pytest.raises(TemplateError, match="colour"):
        Press(templates, ("house.css",))
    with pytest.raises(TemplateError, match="there is no such stylesheet"):
        Press(templates, ("home.css",))


def test_no_fonts_is_a_sentence_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="there is no font here"):
        Press(tmp_path)


def test_broken_font_is_a_sentence(templates: Path) -> None:
    (templates / "fonts" / "Broken.otf").write_bytes(b"OTTO and nothing more")
    with pytest.raises(TemplateError, match=r"Broken\.otf: this font cannot be read"):
        Press(templates)
