"""Time reportgen against other ways to make the same 33 letters: bench.py [ROUNDS] writes results.md beside it.

Each contender is a whole process, cold, with the same workbook, text, fonts, table and chart; the rounds are
interleaved, so that what else the machine does meets all of them alike. A contender that is not installed is left out.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import material

HERE = Path(__file__).parent
PEERS = HERE / "peers"
RESULTS = HERE / "results.md"
NAIVE = "naive loop"
ALONE = "reportgen, one process"

Times = dict[str, list[float]]  # seconds by contender, a round each


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to make the letters: its name, its command, what it needs, and how the folder is made ready."""

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()
    ready: Callable[[], None] | None = None

    @property
    def can_run(self) -> bool:
        """Whether the machine has what it needs."""
        return all(shutil.which(need) or find_spec(need) for need in self.needs)


def contenders(project: Path, folder: Path) -> Iterator[Contender]:
    """Ours in three states, then the others."""
    reportgen = (sys.executable, "-m", "reportgen", "build", "--project", str(project))
    book = project / "activity.xlsx"
    output = project / "output"
    one = folder / "changed.xlsx"
    shutil.copy(book, folder / "whole.xlsx")
    material.change_one(folder / "whole.xlsx", one)

    def cold() -> None:
        shutil.copy(folder / "whole.xlsx", book)
        shutil.rmtree(output, ignore_errors=True)

    def changed() -> None:
        subprocess.run(reportgen, check=True, capture_output=True)
        shutil.copy(one, book)

    def back() -> None:
        shutil.copy(folder / "whole.xlsx", book)
        subprocess.run(reportgen, check=True, capture_output=True)

    yield Contender("reportgen, cold", reportgen, ready=cold)
    yield Contender(ALONE, (*reportgen, "--workers", "1"), ready=cold)
    yield Contender("reportgen, unchanged", reportgen, ready=back)
    yield Contender("reportgen, one letter changed", reportgen, ready=lambda: (back(), changed())[0])
    yield _peer(NAIVE, "naive.py", project, folder, ("openpyxl",))
    yield _peer("Typst, chart by matplotlib", "typst_letters.py", project, folder, ("typst",), "--matplotlib")
    yield _peer("Typst, its own chart", "typst_letters.py", project, folder, ("typst",))
    yield _peer("Chromium, chart by matplotlib", "chromium.py", project, folder, ("chromium", "playwright"))
    yield _peer("LibreOffice over docxtpl", "libreoffice.py", project, folder, ("soffice", "docxtpl"))


def _peer(name: str, script: str, project: Path, folder: Path, needs: tuple[str, ...], *options: str) -> Contender:
    output = folder / f"{Path(script).stem}{''.join(options)}"
    command = (sys.executable, str(PEERS / script), str(project), str(output), *options)
    return Contender(name, command, needs, ready=lambda: shutil.rmtree(output, ignore_errors=True))


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of the whole process; and of one letter after the first, where it tells of each as it comes."""

    whole: float
    letter: float | None


def timed(contender: Contender, project: Path) -> Taken:
    """What a contender takes; what makes it ready is not counted."""
    if contender.ready:
        contender.ready()
    begun, told, said = time.perf_counter(), list[float](), list[str]()
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "cwd": project}
    with subprocess.Popen(contender.command, **pipe) as process:
        for line in process.stdout or ():
            said.append(line)
            if re.match(r"\d+/\d+ ", line):
                told.append(time.perf_counter())
    whole = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{contender.name}: {''.join(said)[-2000:]}")
    return Taken(whole, (told[-1] - told[0]) / (len(told) - 1) if len(told) > 1 else None)


def main() -> None:
    """Every contender once a round, then the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project = folder / "project"
        material.write_project(project)
        racing = [one for one in contenders(project, folder) if one.can_run]
        taken: Times = {one.name: [] for one in racing}
        letters: Times = {ALONE: [], NAIVE: []}
        for number in range(rounds):
            for one in racing:
                took = timed(one, project)
                taken[one.name].append(took.whole)
                if one.name in letters and took.letter is not None:
                    letters[one.name].append(took.letter)
                print(f"{number + 1}/{rounds} {one.name}: {took.whole:.2f} s", flush=True)
    RESULTS.write_text(report(racing, taken, letters, rounds), encoding="utf-8")
    print(f"\n{RESULTS.name} is written")


def report(racing: list[Contender], taken: Times, letters: Times, rounds: int) -> str:
    """The table: median seconds, and the median and range of the ratios to the naive loop of the same round."""
    lines = [HEAD.format(rounds=rounds, cores=os.cpu_count(), python=platform.python_version())]
    for one in racing:
        seconds = statistics.median(taken[one.name])
        lines.append(f"| {one.name} | {seconds:.2f} | {_ratio(taken, one.name, NAIVE)} |")
    lines.append("\n| ratio | asked, at most | measured |\n| --- | --- | --- |")
    for name, against, most in ASKED:
        if name in taken and against in taken:
            lines.append(f"| {name} : {against} | {most:.2f} | {_ratio(taken, name, against)} |")
    lines.append(f"| a letter after the first, one process : naive loop | 0.30 | {_ratio(letters, ALONE, NAIVE)} |")
    each = [f"{name} {1000 * statistics.median(letters[name]):.0f} ms" for name in (ALONE, NAIVE)]
    lines.append(f"\nA letter after the first: {', '.join(each)}.")
    return "\n".join(lines) + "\n\n" + _notes()


def _ratio(taken: Times, name: str, against: str) -> str:
    ratios = sorted(mine / theirs for mine, theirs in zip(taken[name], taken[against], strict=True))
    return f"{statistics.median(ratios):.3f} ({ratios[0]:.3f}–{ratios[-1]:.3f})"


def _notes() -> str:
    """What was written below the table by hand stays there."""
    if not RESULTS.exists():
        return ""
    _, mark, notes = RESULTS.read_text(encoding="utf-8").partition("## ")
    return mark + notes


HEAD = """# Results

The same 33 letters of two tagged pages, with a chart and a table each, from a workbook of 5,000 rows: whole process,
cold, {rounds} interleaved rounds, {cores} cores, Python {python}. Made by `./run bench`; ratios are of the same round.

| contender | median seconds | of the naive loop (range) |
| --- | --- | --- |"""

ASKED = (
    ("reportgen, cold", NAIVE, 0.20),
    ("reportgen, cold", "Typst, chart by matplotlib", 0.40),
    ("reportgen, cold", "Typst, its own chart", 1.00),
    ("reportgen, unchanged", NAIVE, 0.03),
    ("reportgen, one letter changed", NAIVE, 0.10),
    ("reportgen, cold", "Chromium, chart by matplotlib", 0.35),
    ("reportgen, cold", "LibreOffice over docxtpl", 0.35),
)

if __name__ == "__main__":
    main()
