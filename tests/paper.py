"""Documents of blank paper and a press without engines: what a build does around its documents, and when they fail.

A document's language says what happens to it, so that a test can plan a worker's death.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from datetime import date
from pathlib import Path

from reportgen.errors import TemplateError
from reportgen.executors import Craft, Executor, Processes, Serial
from reportgen.handover.standing import read_standing
from reportgen.handover.store import open_store
from reportgen.model.documents import Recipient, Scope
from reportgen.model.findings import Place
from reportgen.model.packs import AnnexFacts, AnnexFile
from reportgen.model.records import Failed, Job, Manifest, Printed, PrintedValue, Result, Same
from reportgen.model.spec import Edition, Publisher, Rounding, Texts
from reportgen.orders import Order, Outcome, Progress
from reportgen.press.trim import Trimmer
from reportgen.press.workshop import Workshop
from reportgen.production import Production

NOTHING = Texts()
EDITION = Edition(2018, date(2018, 12, 14), date(2018, 12, 7))
NOBODY = Scope("network", (), ())
ANNEX = AnnexFacts(NOTHING, NOTHING, "", (), (), None, None, None, (), ())


def sheet(name: str, fate: str = "") -> AnnexFile:
    """A document of blank paper; `fate` is what happens to whoever makes it."""
    return AnnexFile(
        kind="figures",
        template="figures",
        path=f"figures/{name}.txt",
        language=fate,
        recipient=Recipient(Place("funder", NOTHING, NOTHING, None), ("en",)),
        publisher=Publisher("Publisher", 2016, NOTHING),
        edition=EDITION,
        rounding=Rounding(),
        own=NOBODY,
        network=NOBODY,
        previous_own=NOBODY,
        previous_network=NOBODY,
        records=(),
        facts=(),
        figures=(),
        key_figures=(),
        address_window="left",
        annex=ANNEX,
    )


def craft(folder: Path) -> Craft:
    """The work of the paper press; a fate that comes once leaves its mark in `folder`."""
    return Craft(folder, _open, _warm, _make, _engines)


def _engines() -> tuple[tuple[str, str], ...]:
    return (("paper", os.environ.get("PAPER_VERSION", "1")),)


def _open(folder: Path) -> Path:
    if (folder / "mistake").exists():
        raise TemplateError("templates/house.css: has a mistake; mend it")
    return folder


def _warm(folder: Path) -> None:
    assert folder.is_dir()


def _make(job: Job, folder: Path) -> Result:
    document, mark = job.document, folder / job.document.path.replace("/", "-")
    fate, once, _ = document.language.partition(" once")
    if once:
        fate = "" if mark.exists() else fate
        mark.touch()
    match fate:
        case "hangs":
            time.sleep(600)
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "eats":
            bytearray(4_000_000_000)
        case "slow":
            time.sleep(0.2)
    return _print(job)


def _print(job: Job) -> Printed | Same:
    words = hashlib.sha256(job.document.path.encode()).hexdigest()
    if words == job.known:
        return Same(job.document.path)
    time.sleep(0.004)
    content = words.encode() * 2000
    name, value = job.document.path, PrintedValue("code", "network", "Title", "", "1", "1", "", "", "rows", "", 1)
    sha256 = hashlib.sha256(content).hexdigest()
    return Printed(name, name, job.document.language, "funder", content, sha256, 0, (value,), words)


def paths(results: list[Result], kind: type[Printed | Failed]) -> list[str]:
    """The names of the documents that came to this."""
    return sorted(Path(result.path).stem for result in results if isinstance(result, kind))


def build(folder: Path, names: list[str], executor: Executor | None = None, order: Order | None = None) -> Outcome:
    """A build of sheets with these names, with the real store, journal and manifest."""
    documents = tuple(sheet(name) for name in names)
    said: list[Progress] = []
    with (executor or Serial()).open(craft(folder.parent)) as run, open_store(folder) as store:
        production = Production(order or Order(folder), read_standing(store), {})
        production.print(documents, Trimmer(Workshop(folder, (), None)), run, said.append)  # type: ignore[arg-type]  # a file of the pack needs no templates
        manifest = Manifest("Paper", EDITION, _engines(), (), (), (), (), (), (), ())
        return production.close(manifest, tuple(document.path for document in documents), frozenset({"funder"}))


if __name__ == "__main__":
    workers = int(sys.argv[2])
    chosen: Executor = Processes(workers) if workers > 1 else Serial()
    made = build(Path(sys.argv[1]), [f"{number:02}" for number in range(40)], chosen).made
    sys.stdout.write(f"{len(made)}\n")
