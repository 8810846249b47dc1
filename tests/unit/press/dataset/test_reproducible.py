"""The same annex gives the same bytes, whatever the process, its hash seed, its zone and its locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
PROGRAM = """
import hashlib
from pathlib import Path
from reportgen.press.charts import draw_png, draw_svg
from reportgen.press.dataset import csv_path, write_csv, write_package, write_sheets
from reportgen.press.words import read_words
from tests.annex import sample_annex
from tests.unit.press.dataset.attacks import hostile_annex

templates = Path("templates")
for annex in (sample_annex("da"), hostile_annex()):
    files = {csv_path(figure): write_csv(figure) for figure in annex.figures}
    made = [*files.values(), write_package(annex, files), write_sheets(annex, read_words(templates, annex.language))]
    for figure in sample_annex("da").figures:
        made += [draw(figure.chart, templates, "#0B5563", figure.title) for draw in (draw_svg, draw_png)]
    print(*(hashlib.sha256(one).hexdigest() for one in made), sep="\\n")
"""
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "LANG": "da_DK.UTF-8"},
)


def test_two_processes_write_the_same_bytes() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONPATH": str(ROOT), **place},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for place in PLACES
    }
    (hashes,) = made
    assert len(hashes.split()) == 16
