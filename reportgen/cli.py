"""The command line: words in, one call, words and an exit status out."""

from __future__ import annotations

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
    from reportgen.build import Order, Outcome, Progress
    from reportgen.model.tables import Issue

PROJECT = click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The project's folder, or its reportgen.toml.",
)


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
@click.option("--output", type=click.Path(path_type=Path), help="Where to put what is made.  [default: PROJECT/output]")
@click.option("--edition", type=int, metavar="YEAR", help="Which yearly edition.  [default: the newest]")
@click.option(
    "--only",
    multiple=True,
    metavar="KIND",
    help="Only this kind of document, as the project file names it: letters, reports.",
)
@click.option("--recipient", multiple=True, metavar="ID", help="Only this city, by its id. May be given again.")
@click.option(
    "--language",
    multiple=True,
    metavar="CODE",
    help="Only the letters in this language; with --recipient, that city's letter in it even where it is not its own.",
)
@click.option("--force", is_flag=True, help="Write every file anew, also where nothing has changed.")
@_exits
def build(**options: Any) -> int:  # noqa: ANN401  click's own options, named above
    """Make the documents from the workbooks."""
    from reportgen import build as house

    with _progress() as tell:
        outcome = house.build(_order(options), tell)
    _say_issues(outcome.issues)
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
    from reportgen.build import Order
    from reportgen.press.plan import Selection

    selection = Selection(options["only"], options["recipient"], options["language"])
    return Order(options["project"], options["output"], options["edition"], selection, options["force"])


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
    click.echo(
        f"{len(outcome.made)} made, {len(outcome.unchanged)} unchanged, {len(outcome.failed)} failed, "
        f"{_count(warnings, 'warning')}: {outcome.folder}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
