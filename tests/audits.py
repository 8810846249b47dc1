"""A built folder with one file of every kind, small and real, and the hands that change what stands in it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
from PIL import Image

from reportgen.audit.readings import Account
from reportgen.audit.reconcile import reconcile
from reportgen.manifest.rows import file_entry
from reportgen.manifest.write import write_manifest
from reportgen.model.annexes import Annex, Grid, Standing
from reportgen.model.findings import Finding, Interval, Observation
from reportgen.model.records import Fingerprint, Manifest, Printed, PrintedValue
from reportgen.model.spec import Edition
from reportgen.press import dataset
from reportgen.press.word.order import word_values
from reportgen.press.word.write import write_word
from reportgen.press.words import read_words
from tests import copies
from tests.annex import ROLES, TREND, sample_annex

YEAR = Interval(date(2018, 1, 1), date(2018, 12, 31))
VALUES: Mapping[str, int | None] = {
    "cities": 33,
    "participants": 1022,
    "days": 42,
    "trained": 157,
    "campaigns": 22,
    "visits": None,
}


def pack(folder: Path) -> Path:
    """The funder's pack of `tests.annex`, with the manifest of its build."""
    annex = _annex()
    contents, values = _contents(annex)
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    printed = tuple(
        Printed(path, path, "en", "funder", content, hashlib.sha256(content).hexdigest(), 0, values.get(path, ()))
        for path, content in contents.items()
    )
    edition = Edition(2018, date(2018, 12, 14), date(2018, 12, 7))
    filed = [file_entry(one, Fingerprint()) for one in printed]
    told = {key: words for _, said in filed for key, words in said.items()}
    manifest = Manifest("Test", edition, (), (), _findings(), (), (), tuple(one for one, _ in filed), (), (), told)
    (folder / "manifest.json").write_bytes(write_manifest(manifest))
    return folder


def told(folder: Path) -> tuple[str, ...]:
    """Where the folder does not agree, apart from hashes: where and what."""
    faults = read(folder).faults
    return tuple(f"{one.where}: {one.what}" for one in faults if "SHA-256" not in one.what and "hash" not in one.what)


def read(folder: Path) -> Account:
    """The account of a folder."""
    return reconcile(folder, folder)


def rewrite(path: Path, part: str, edit: Callable[[str], str]) -> None:
    """One part of a docx or xlsx changed, the others left as they are; it must have been changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts[part].decode("utf-8")
    parts[part] = edit(before).encode("utf-8")
    assert parts[part].decode("utf-8") != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def reattach(path: Path, edit: Callable[[str], str]) -> None:
    """A PDF's numbers.csv changed, its pages left as they are; it must have been changed."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        before = pdf.attachments["numbers.csv"].get_file().read_bytes().decode("utf-8")
        after = edit(before)
        assert after != before
        pdf.attachments["numbers.csv"] = after.encode("utf-8")
        pdf.save(path)


def change_text(path: Path, old: str, new: str) -> None:
    """A text file with one thing changed; it must be there."""
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode()))


def _contents(annex: Annex) -> tuple[dict[str, bytes], dict[str, tuple[PrintedValue, ...]]]:
    words = read_words(copies.ROOT / "templates", "en")
    picture = io.BytesIO()
    Image.new("RGB", (40, 20)).save(picture, "PNG")
    files = {dataset.csv_path(figure): dataset.write_csv(figure) for figure in annex.figures}
    contents = {
        "figures/figures.docx": write_word(annex, dict.fromkeys((1, 2), picture.getvalue()), words, "#1B4D6B"),
        "figures/figures.xlsx": dataset.write_sheets(annex, words),
        "figures/datapackage.json": dataset.write_package(annex, files),
        **{f"figures/{path}": content for path, content in files.items()},
    }
    values = word_values(annex)
    return contents, {"figures/figures.docx": values, "figures/figures.xlsx": values}


def _annex() -> Annex:
    """The sample without its ratio by role, each value's receipt with its category and year, as a build gives them."""
    annex = sample_annex()
    engage, train = annex.chapters[:2]
    roles = [f"participants[role={'not recorded' if role == 'unknown' else role}]" for role, _ in ROLES]
    years = [str(year) for year, count in TREND if count is not None]
    by_role = _coded(engage.figures[0], [(code, "2018") for code in (*roles, "participants")])
    trend = _coded(engage.figures[1], [("participants", year) for year in years])
    return replace(annex, chapters=(replace(engage, figures=(by_role, trend)), train))


def _coded(figure: Standing, told: list[tuple[str, str]]) -> Standing:
    grid: Grid = figure.grid
    pairs = zip(grid.printed, told, strict=True)
    printed = tuple(replace(value, code=code, period=period) for value, (code, period) in pairs)
    return replace(figure, grid=replace(grid, printed=printed))


def _findings() -> tuple[Finding, ...]:
    findings = []
    for code, value in VALUES.items():
        seen = [Observation(code, None, value, 1140)]
        if code == "participants":
            named = ((None if role == "unknown" else role, count) for role, count in ROLES)
            seen += [Observation(code, None, count, count + 40, "role", role) for role, count in named]
        findings.append(Finding(code, YEAR, tuple(seen)))
    return tuple(findings)
