"""The files of the funder's pack: each made from the same finished annex, whatever it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.errors import TemplateError
from reportgen.model.annexes import Annex, Standing
from reportgen.model.packs import AnnexFile
from reportgen.model.records import PrintedValue
from reportgen.press.annex import compose_annex
from reportgen.press.figures import Album
from reportgen.press.prose.scene import set_scene
from reportgen.press.workshop import Workshop, read_bytes


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, and every value that it prints."""

    content: bytes
    values: tuple[PrintedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Bench:
    """One file on the bench: its annex in its language, and where its parts are drawn."""

    file: AnnexFile
    annex: Annex
    workshop: Workshop

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed words of its language."""
        return self.workshop.words_in(self.file.language)

    @property
    def figure(self) -> Standing:
        """The figure that the file shows alone; TemplateError where it turned out to have nothing to show."""
        found = next((figure for figure in self.annex.figures if figure.code == self.file.figure), None)
        if found is None:
            raise TemplateError(f"figures.{self.file.figure}: has nothing to show; take it out of [funder]")
        return found


def annex_of(file: AnnexFile, workshop: Workshop) -> Annex:
    """The annex in the file's language, composed once for all files of the pack; TemplateError as `Album.compose`."""
    key = (file.annex, file.language)
    if key not in workshop.annexes:
        words = workshop.words_in(file.language)
        album = Album(file, words, set_scene(file, words), workshop.titles_of(file))
        composed = {code: album.compose(code) for code, _ in file.annex.numbers}
        figures = {code: figure for code, figure in composed.items() if figure is not None}
        workshop.annexes[key] = compose_annex(file, words, figures)
    return workshop.annexes[key]


def make_content(file: AnnexFile, workshop: Workshop) -> Content:
    """What the file holds, by its ending; TemplateError where a template or a title has a mistake."""
    make = _form if file.form else MAKERS[PurePosixPath(file.path).suffix]
    return make(Bench(file, annex_of(file, workshop), workshop))


def _word(bench: Bench) -> Content:
    from reportgen.press.word.order import word_values
    from reportgen.press.word.write import write_word

    pictures = {figure.number: _drawn(bench, figure) for figure in bench.annex.figures}
    content = write_word(bench.annex, pictures, bench.words, bench.file.publisher.accent)
    return Content(content, word_values(bench.annex))


def _form(bench: Bench) -> Content:
    from reportgen.press.word.form import fill_form

    name = bench.file.form or ""
    filled = fill_form(read_bytes(bench.workshop.templates, name), bench.annex, f"templates/{name}")
    return Content(filled.content, filled.values)


def _sheets(bench: Bench) -> Content:
    from reportgen.press.dataset import write_sheets

    shown = (bench.annex.results, *(figure.grid for figure in bench.annex.figures))
    return Content(write_sheets(bench.annex, bench.words), tuple(value for grid in shown for value in grid.printed))


def _csv(bench: Bench) -> Content:
    from reportgen.press.dataset import write_csv

    return Content(write_csv(bench.figure), bench.figure.grid.printed)


def _package(bench: Bench) -> Content:
    from reportgen.press.dataset import csv_path, write_csv, write_package

    files = {csv_path(figure): write_csv(figure) for figure in bench.annex.figures}
    return Content(write_package(bench.annex, files))


def _svg(bench: Bench) -> Content:
    from reportgen.press.charts import draw_svg

    figure, publisher = bench.figure, bench.file.publisher
    return Content(
        draw_svg(figure.chart, bench.workshop.templates, publisher.accent, figure.title), figure.grid.printed
    )


def _png(bench: Bench) -> Content:
    return Content(_drawn(bench, bench.figure), bench.figure.grid.printed)


def _drawn(bench: Bench, figure: Standing) -> bytes:
    """The figure at 300 dots an inch, drawn once for Word and for its own file."""
    from reportgen.press.charts import draw_png

    drawn, key = bench.workshop.drawings, (figure.chart, figure.title)
    if key not in drawn:
        drawn[key] = draw_png(figure.chart, bench.workshop.templates, bench.file.publisher.accent, figure.title)
    return drawn[key]


MAKERS: Mapping[str, Callable[[Bench], Content]] = {
    ".docx": _word,
    ".xlsx": _sheets,
    ".csv": _csv,
    ".json": _package,
    ".svg": _svg,
    ".png": _png,
}
