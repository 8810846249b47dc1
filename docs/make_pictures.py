"""The pictures of the README, made from the letters that `./run build` has made.

python docs/make_pictures.py            # writes docs/pictures/*.png again
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
LETTERS = HERE.parent / "output" / "2018" / "letters"
PICTURES = {"letter-da.png": "koebenhavn.da.pdf", "letter-fi.png": "vantaa.fi.pdf"}
SCALE = 1.25  # 90 dots an inch
GAP = 18
GROUND = (222, 227, 228)


def picture(letter: Path | bytes) -> bytes:
    """The pages of a letter side by side, as PNG."""
    document = pypdfium2.PdfDocument(letter)
    pages = [page.render(scale=SCALE).to_pil().convert("RGB") for page in document]
    width = sum(page.width + GAP for page in pages) + GAP
    sheet = Image.new("RGB", (width, pages[0].height + 2 * GAP), GROUND)
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    document.close()
    out = io.BytesIO()
    sheet.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Write every picture."""
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    for name, letter in PICTURES.items():
        (folder / name).write_bytes(picture(LETTERS / letter))
        sys.stdout.write(f"docs/pictures/{name}\n")


if __name__ == "__main__":
    main()
