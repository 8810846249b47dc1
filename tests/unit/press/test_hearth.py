"""Workers are born with the workshop open, where the project allows it; where not, whoever needs it opens it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.intake import project as project_file
from reportgen.press.hearth import kinds_at_a_glance, light
from tests import copies

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


def test_the_hearth_names_the_kinds_that_the_project_declares() -> None:
    project = project_file.read(copies.ROOT)
    folders = {spec.template for spec in project.documents} | {project.funder.template if project.funder else ""}
    assert kinds_at_a_glance(project.file) == tuple(sorted(folders))


@pytest.mark.parametrize("text", ["", "not toml", "documents = 1", "[documents.letters]\nfolder = 1", "funder = 1"])
def test_a_project_with_a_mistake_lights_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "reportgen.toml"
    file.write_text(text, encoding="utf-8")
    assert light(file) is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers open the workshop themselves")
@pytest.mark.parametrize(("spoiled", "born"), [(False, "1 1"), (True, "0 0")])
def test_a_worker_is_born_with_the_workshop_of_the_project(tmp_path: Path, *, spoiled: bool, born: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    copies.copy_example(project)
    if spoiled:  # the hearth finds no such style sheet; the build would say so
        (project / "templates" / "house.css").rename(tmp_path / "house.css")
    script = tmp_path / "born.py"
    script.write_text(BORN, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, script, project / "reportgen.toml"], capture_output=True, text=True, check=False
    )
    assert (said.stdout.strip(), said.stderr) == (born, "")
