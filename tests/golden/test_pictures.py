"""The README's pictures are those of today's letters."""

from __future__ import annotations

import io
import runpy

from PIL import Image, ImageChops, ImageStat

from tests import example

MADE = runpy.run_path(str(example.ROOT / "docs" / "make_pictures.py"))


def test_the_pictures_show_what_the_build_makes() -> None:
    for name, letter in MADE["PICTURES"].items():
        recipient, language, _ = letter.split(".")
        kept = Image.open(example.ROOT / "docs" / "pictures" / name).convert("L")
        now = Image.open(io.BytesIO(MADE["picture"](example.printed(recipient, language).content))).convert("L")
        assert kept.size == now.size
        assert ImageStat.Stat(ImageChops.difference(kept, now)).mean[0] < 0.5, f"run ./run pictures: {name} is old"
