"""The gallery shows every chart and every kind of city, as they are drawn today."""

from __future__ import annotations

import io
import re
import runpy
import tomllib

import pytest
from PIL import Image, ImageChops, ImageStat

from reportgen.intake.project.schema import FigureTable
from reportgen.model import figures
from reportgen.model.spec import FigureKind
from tests import example

DOCS = example.ROOT / "docs"
PICTURES = DOCS / "pictures" / "gallery"
MADE = runpy.run_path(str(DOCS / "make_gallery.py"))
GALLERY = (DOCS / "gallery.md").read_text(encoding="utf-8")
CHARTS = MADE["charts"]()
MOST_BYTES = 1_200_000
MOST_DIFFERENCE = 0.5


def test_the_gallery_names_every_picture_once() -> None:
    made = [f"chart-{name}.png" for name in CHARTS] + [f"report-{city}.png" for city in MADE["CITIES"]]
    shown = re.findall(r"!\[[^\]]+\]\(pictures/gallery/([^)]+)\)", GALLERY)
    assert sorted(shown) == sorted(made) == sorted(path.name for path in PICTURES.iterdir())


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST_BYTES


def test_the_gallery_declares_every_kind_of_figure_as_the_project_file_would() -> None:
    declared = {}
    for block in re.findall(r"```toml\n(.*?)```", GALLERY, re.DOTALL):
        for code, table in tomllib.loads(block)["figures"].items():
            declared[code] = FigureTable.model_validate(table).kind
    assert sorted(declared.values()) == sorted(FigureKind)
    for kind in FigureKind:
        assert f'`kind = "{kind}"`' in GALLERY


def test_the_gallery_shows_every_class_of_chart() -> None:
    classes = {kind.__name__ for kind in figures.Chart.__subclasses__()}
    assert {type(chart).__name__ for chart in CHARTS.values()} == classes
    assert {name for name in classes if f"`{name}`" not in GALLERY} == set()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_its_picture_shows(name: str) -> None:
    _assert_same(f"chart-{name}.png", MADE["chart_picture"](CHARTS[name]))


@pytest.mark.parametrize("city", MADE["CITIES"])
def test_a_report_is_made_as_its_picture_shows(city: str) -> None:
    recipient, language = city.split(".")
    printed = example.printed(recipient, language, "reports")
    _assert_same(f"report-{city}.png", MADE["report_picture"](printed.content))


def _assert_same(name: str, now: bytes) -> None:
    first, second = (Image.open(content).convert("L") for content in (PICTURES / name, io.BytesIO(now)))
    assert first.size == second.size, f"run ./run pictures: {name} is old"
    difference = ImageStat.Stat(ImageChops.difference(first, second)).mean[0]
    assert difference < MOST_DIFFERENCE, f"run ./run pictures: {name} is old"
