"""The workshop that workers are born with is the project's as it is, and a fault in it ends no server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportgen.press import hearth, workshop
from tests import copies
from tests.sample_page import TEMPLATES

KINDS = ("letter",)
BORN = """
import multiprocessing as mp, sys
from pathlib import Path
from reportgen.server import begin

def tell(found):
    from reportgen import build as house
    from reportgen.intake import project as project_file
    from reportgen.press import workshop
    project = project_file.read(Path(sys.argv[1]))
    craft = house._craft(project)
    found.put((len(workshop._ready), len(craft.open(craft.templates).opened)))

if __name__ == "__main__":
    begin(Path(sys.argv[1]))
    context = mp.get_context("forkserver")
    found = context.Queue()
    worker = context.Process(target=tell, args=(found,))
    worker.start()
    print(*found.get(timeout=60))
    worker.join()
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project's file with templates beside it, and nothing ready yet."""
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    monkeypatch.setattr(workshop, "_ready", [])
    file = tmp_path / "network.toml"
    file.write_text('[documents.letter]\ntemplate = "letter"\n')
    fonts = os.environ.get("FONTCONFIG_FILE")
    yield file
    if fonts is not None:
        monkeypatch.setenv("FONTCONFIG_FILE", fonts)


def opened(project: Path) -> workshop.Workshop:
    return workshop.open_workshop(project.parent / "templates", KINDS)


def test_a_workshop_is_ready_by_any_name_of_the_project_file(project: Path) -> None:
    hearth.light(project)
    assert opened(project).opened
    assert opened(project) is opened(project)


@pytest.mark.parametrize("name", ["letter/letter.css", "letter/letter.html", "letter/letter.en.md", "house.mplstyle"])
def test_a_template_that_has_changed_since_is_read_again(project: Path, name: str) -> None:
    hearth.light(project)
    template = project.parent / "templates" / name
    template.write_bytes(template.read_bytes())
    assert not opened(project).opened


def test_a_template_that_changes_while_it_is_read_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(*_: Any, **__: Any) -> workshop.Workshop:
        found = opened(project)
        (project.parent / "templates" / "house.css").touch()
        return found

    with monkeypatch.context() as patched:
        patched.setattr(hearth, "open_workshop", change)
        hearth.light(project)
    assert not opened(project).opened


@pytest.mark.parametrize("kind", [ValueError, RecursionError, KeyError])
def test_no_fault_of_a_template_ends_the_server(
    project: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def fail(*_: object) -> bytes:
        raise kind

    monkeypatch.setattr(hearth, "draw", fail)
    hearth.light(project)
    assert not opened(project).opened


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers open the workshop themselves")
@pytest.mark.parametrize(("spoiled", "born"), [(False, "1 1"), (True, "0 0")])
def test_a_worker_is_born_with_the_workshop_of_the_project(tmp_path: Path, *, spoiled: bool, born: str) -> None:
    example = tmp_path / "project"
    example.mkdir()
    copies.copy_example(example)
    if spoiled:  # the hearth finds no such style sheet; the build would say so
        (example / "templates" / "house.css").rename(tmp_path / "house.css")
    script = tmp_path / "born.py"
    script.write_text(BORN, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, script, example / "reportgen.toml"], capture_output=True, text=True, check=False
    )
    assert (said.stdout.strip(), said.stderr) == (born, "")


def test_the_server_reads_the_engine_where_no_hearth_is_lit_too() -> None:
    script = "import sys, importlib as i; from reportgen.server import PRELOADED; [*map(i.import_module, PRELOADED)]"
    command = [sys.executable, "-c", f"{script}; print('weasyprint' in sys.modules)"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True\n"
