"""Golden files: what is expected lies in the repository; where it differs, the actual is put beside it to be looked at.

pytest tests/golden --golden-update     # take the actual as expected, after looking at it
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parent
EXPECTED, ACTUAL = FOLDER / "expected", FOLDER / "actual"
# Rasterisers differ by a shade at the edges of letters; a moved word or a changed digit is far above this.
MOST_DIFFERENCE = 0.35

Golden = Callable[[str, bytes], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Hold some content against the golden file of this name."""

    def compare(name: str, content: bytes) -> None:
        if request.config.getoption("--golden-update"):
            (EXPECTED / name).write_bytes(content)
        expected = (EXPECTED / name).read_bytes() if (EXPECTED / name).exists() else b""
        if not _same(name, expected, content):
            ACTUAL.mkdir(exist_ok=True)
            (ACTUAL / name).write_bytes(content)
            pytest.fail(f"tests/golden/actual/{name} is not tests/golden/expected/{name}; look at both")

    return compare


def _same(name: str, expected: bytes, actual: bytes) -> bool:
    if not name.endswith(".png") or not expected:
        return expected == actual
    first, second = (Image.open(io.BytesIO(content)).convert("L") for content in (expected, actual))
    if first.size != second.size:
        return False
    return ImageStat.Stat(ImageChops.difference(first, second)).mean[0] < MOST_DIFFERENCE
