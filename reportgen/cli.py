"""The command line: words in, one call, words and an exit status out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen import __version__
from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from reportgen.executors import Executor
    from reportgen.handover.store import Hold
    from reportgen.model.tables import Issue
    from reportgen.orders import Order, Outcome, Progress

PROJECT = click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The project's folder, or its reportgen.toml.",
)
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="The folder of what is made.  [default: PROJECT/output]"
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1),
    envvar="REPORTGEN_WORKERS",
    show_envvar=True,
    show_default="the cores",
    help="How many processes make documents; 1: this one alone, without limits.",
)
EDITION = click.option("--edition", type=int, metavar="YEAR", help="Which yearly edition.  [default: the newest]")


def _exits(command: Callable[..., int]) -> Callable[..., None]:
    """End with the command's status; a fault of the user's is one sentence, and its own status."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:  # noqa: ANN401  whatever click hands over
        try:
            status = command(*args, **options)
        except ReportgenError as error:
            click.echo(f"reportgen: {error}", err=True)
            status = error.status
        except KeyboardInterrupt:
            click.echo("\nreportgen: stopped; what was made is kept. Give the same command to go on.", err=True)
            status = 130
        sys.exit(status)

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportgen")
def main() -> None:
    """Spreadsheets of yearly activity become annual letters, in the language of each city."""


@main.command()
@PROJECT
@OUTPUT
@EDITION
@click.option(
    "--only",
    multiple=True,
    metavar="KIND",
    help="Only this kind of document, as the project file names it, or figures for the funder's pack.",
)
@click.option("--recipient", multiple=True, metavar="ID", help="Only this city, by its id. May be given again.")
@click.option(
    "--language",
    multiple=True,
    metavar="CODE",
    help="Only the letters in this language; with --recipient, that city's letter in it even where it is not its own.",
)
@click.option("--force", is_flag=True, help="Write every file anew, also where nothing has changed.")
@click.option("--prune", is_flag=True, help="Take away the files of earlier builds that nobody receives any more.")
@click.option("--explain", is_flag=True, help="Say for each document why it was made or not.")
@WORKERS
@click.option(
    "--task-seconds", type=click.FloatRange(min=1), default=120, show_default=True, help="The longest for one document."
)
@click.option("--dask", metavar="ADDRESS", help="Hand the documents to a Dask scheduler: tcp://host:8786, or local.")
@_exits
def build(**options: Any) -> int:  # noqa: ANN401  click's own options, named above
    """Make the documents from the workbooks."""
    from reportgen.handover.store import Hold
    from reportgen.untouched import find_untouched

    order = _order(options)
    with _stops_as_by_ctrl_c(), Hold() as hold:
        outcome = find_untouched(order, hold) or _build(order, hold, options)
    _say_issues(outcome.issues)
    if options["explain"]:
        for path, why in outcome.why:
            click.echo(f"{path}: {why}")
    _say_outcome(outcome)
    return outcome.status


@main.command()
@PROJECT
@_exits
def check(project: Path) -> int:
    """Hold the workbooks against the project file, and make nothing."""
    from reportgen import build as house

    checked = house.check(house.Order(project))
    _say_issues(checked.issues)
    errors, all_issues = len(checked.errors), len(checked.issues)
    rows = sum(len(table.row_numbers) for table in checked.tables)
    if not errors:
        click.echo(f"{rows} rows in {len(checked.tables)} sources: no errors, {_count(all_issues, 'warning')}.")
        return 0
    click.echo(
        f"{_count(errors, 'error')}, {_count(all_issues - errors, 'warning')}. Mend the cells named above.", err=True
    )
    return 3


@main.command()
@PROJECT
@OUTPUT
@EDITION
@click.option("--all", "every", is_flag=True, help="A line for each value: cities, categories, earlier years, names.")
@click.option("--json", "as_json", is_flag=True, help="For machines: everything, with each place that differs.")
@_exits
def reconcile(project: Path, output: Path | None, edition: int | None, *, every: bool, as_json: bool) -> int:
    """Read everything built back from its files, and say whether it agrees with the findings."""
    from reportgen import build as house
    from reportgen.audit import table

    account = house.reconcile(house.Order(project, output, edition))
    if as_json:
        click.echo(table.as_json(account))
        return account.status
    click.echo(table.set_table(account, every=every))
    for said in (*account.notes, *account.faults):
        click.echo(f"reportgen: {said}", err=True)
    click.echo(table.conclude(account), err=bool(account.faults))
    return account.status


@main.command()
@PROJECT
@_exits
def doctor(project: Path) -> int:
    """See whether this machine has all that a build needs."""
    from reportgen import doctor as house

    parts = house.examine(project)
    for part in parts:
        mark = "ok     " if part.ok else "MISSING" if not part.found else "OLD    "
        click.echo(
            f"{mark} {part.name} {part.found or ''}".rstrip()
            + ("" if part.ok else f"  (wanted {part.wanted}): {part.mend}")
        )
    return 0 if all(part.ok for part in parts) else 5


def _order(options: dict[str, Any]) -> Order:
    from reportgen.model.selection import Selection
    from reportgen.orders import Order

    selection = Selection(options["only"], options["recipient"], options["language"])
    return Order(
        options["project"], options["output"], options["edition"], selection, options["force"], options["prune"]
    )


def _build(order: Order, hold: Hold, options: dict[str, Any]) -> Outcome:
    from reportgen.collector import looking_seldom

    with looking_seldom(), _progress() as tell:
        executor = _executor(order, options)
        from reportgen import build as house

        return house.build(order, hold, tell, executor)


def _executor(order: Order, options: dict[str, Any]) -> Executor:
    """Who makes the documents: a Dask cluster, this process alone where that is asked for, or workers of its own.

    The server of workers is begun before anything else is read, this package's own modules too.
    """
    has_workers = options["workers"] != 1 and not options["dask"]
    if has_workers:
        from reportgen.server import begin

        begin(order.project_file.resolve())
    from reportgen.executors import Limits, Processes, Serial

    workers, limits = options["workers"] or os.cpu_count() or 1, Limits(options["task_seconds"])
    if options["dask"]:
        from reportgen.executors.cluster import Cluster

        return Cluster(options["dask"], workers, limits)
    return Processes(workers, limits) if has_workers else Serial()


@contextmanager
def _stops_as_by_ctrl_c() -> Iterator[None]:
    """Let what closes the terminal, or shuts the machine down, stop a build as Ctrl-C does: nothing of it lives on."""
    gentle = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) == signal.SIG_DFL]
    for number in gentle:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in gentle:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A bar with the document's name on a terminal; a plain line for each document elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step: click.echo(f"{step.done}/{step.of} {step.path}", err=True)
        return
    bars: list[Any] = []

    def tell(step: Progress) -> None:
        if not bars:
            bar = click.progressbar(length=step.of, item_show_func=lambda path: path, file=sys.stderr, show_pos=True)
            bars.append(bar.__enter__())
        bars[0].update(1, step.path)

    try:
        yield tell
    finally:
        for bar in bars:
            bar.__exit__(None, None, None)


def _say_issues(issues: tuple[Issue, ...]) -> None:
    for issue in issues:
        click.echo(f"{issue.severity.value}: {issue}", err=True)


def _say_outcome(outcome: Outcome) -> None:
    for reason in dict.fromkeys(failed.reason for failed in outcome.failed):
        names = ", ".join(failed.document for failed in outcome.failed if failed.reason == reason)
        click.echo(f"failed: {names}: {reason}", err=True)
    warnings = sum(issue.severity.value == "warning" for issue in outcome.issues)
    errors = len(outcome.issues) - warnings
    if errors:
        click.echo(
            f"{_count(errors, 'error')}, {_count(warnings, 'warning')}: nothing was made. Mend the cells named above.",
            err=True,
        )
        return
    for path in outcome.left_over:
        click.echo(f"left over: {path}: nobody receives it any more; take it away with --prune", err=True)
    for path in outcome.pruned:
        click.echo(f"taken away: {path}", err=True)
    click.echo(
        f"{len(outcome.made)} made, {len(outcome.unchanged)} unchanged, {len(outcome.failed)} failed, "
        f"{_count(warnings, 'warning')}: {outcome.folder}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
