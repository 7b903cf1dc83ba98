"""`communique add` and `remove`: what goes into the record, and out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import PublishedOption, RecordOption

if TYPE_CHECKING:
    from communique.ingest import IngestOptions, Note
    from communique.pipeline import AddReport
    from communique.store import Failed, Record

_MOST_SHOWN = 20  # failures and notes printed one by one; the rest is counted


def add(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATHS", help="Files and folders of reports; - is standard input.", show_default=False),
    ],
    record: RecordOption = None,
    published: PublishedOption = None,
    issuer: Annotated[str | None, typer.Option(help="Who issued the reports, where the files do not say.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read at the same time.")] = 1,
) -> None:
    """Read reports into the record. What is held already is not read again; a changed file replaces what it held; a
    stopped run goes on."""
    from communique.ingest import IngestOptions
    from communique.store import Record

    with Record.open(record) as store:
        options = IngestOptions(published=published, issuer=issuer)
        show(*add_with_progress(paths, store, options, workers))


def add_with_progress(
    paths: list[Path], record: Record, options: IngestOptions, workers: int = 1
) -> tuple[AddReport, list[Failed]]:
    """What came of adding, and what failed of it; a bar on standard error shows how far it is."""
    from communique.pipeline import add as add_all

    done: set[str] = set()
    with progress(_count_files(paths)) as step:

        def note(name: str) -> None:
            done.add(name)
            step(name)

        outcome = add_all(paths, record, options, note, workers=workers)
    return outcome, [failure for failure in record.failures() if failure.name in done]


def show(outcome: AddReport, failed: list[Failed]) -> None:
    """What came of adding, on standard error; ends with 1 where anything failed."""
    from communique.cli.printing import tell
    from communique.query.wording import count

    parts = (
        count(outcome.added, "report") + " added",
        f"{outcome.replaced} replaced by a changed text" if outcome.replaced else "",
        f"{outcome.reread} read anew" if outcome.reread else "",
        f"{outcome.unchanged} held already",
        f"{outcome.failed} failed",
    )
    tell(f"{', '.join(filter(None, parts))}.")
    _list(failed)
    if outcome.notes:
        tell("To know:")
        _list(outcome.notes)
    if outcome.failed:
        raise typer.Exit(1)


def _list(told: Sequence[Failed | Note]) -> None:
    """The first of what failed or is to be known, a line each, and how many more there are."""
    from communique.cli.printing import tell

    for one in told[:_MOST_SHOWN]:
        tell(f"  {one.name}: {one.reason}")
    if len(told) > _MOST_SHOWN:
        tell(f"  … and {len(told) - _MOST_SHOWN} more")


def remove(
    report: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The report's id or its beginning, as `reports` shows it.", show_default=False
        ),
    ],
    record: RecordOption = None,
) -> None:
    """Take a report out of the record, with everything that was read in it."""
    from communique.cli.printing import tell
    from communique.pipeline import resolve
    from communique.query.listing import report_id
    from communique.store import Record

    with Record.open(record, create=False) as store:
        found = report_id(store, report)
        store.remove(found)
        resolve(store)
    tell(f"Removed {found}.")


def _count_files(paths: list[Path]) -> int:
    return sum(1 if path.is_file() else sum(1 for p in path.rglob("*") if p.is_file()) for path in paths)


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error; a file may hold many reports, so the total is a first estimate."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=total)

        def step(name: str) -> None:
            seen = bar.tasks[task].completed + 1
            bar.update(task, advance=1, description=Path(name).name[:60], total=max(total, seen))

        yield step


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique add reports/ --record embassy.sqlite")(add)
    app.command(epilog="Example: communique remove 3f2a9c")(remove)
