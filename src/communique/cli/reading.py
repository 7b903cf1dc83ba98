"""`communique read`: one file, read and shown, kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import JsonOption, PublishedOption

if TYPE_CHECKING:
    from communique.ingest import Failure, Note
    from communique.model import Reading, Report


def read(
    file: Annotated[
        Path,
        typer.Argument(help="A report: text, an HTML page or JSON Lines; - is standard input.", show_default=False),
    ],
    json: JsonOption = False,
    published: PublishedOption = None,
) -> None:
    """Read one file and show what is in it, each line with its quote. Nothing is kept."""
    from communique.cli.printing import print_json, tell

    read_now, failed, notes = _readings(file, published)
    if json:
        found = [reading.to_dict() for _, reading in read_now]
        print_json(found[0] if len(found) == 1 and not failed else found)
    else:
        for report, reading in read_now:
            _show(report, reading)
    told: tuple[Note | Failure, ...] = (*notes, *failed)
    for one in told:
        tell(f"communique: {one.name}: {one.reason}")
    if failed:
        raise typer.Exit(1)


def _readings(file: Path, published: str | None) -> tuple[list[tuple[Report, Reading]], list[Failure], list[Note]]:
    """Every report of the file with its reading, what in it is no report, and what is to be known of it."""
    from collections import Counter

    from communique.ingest import Failure, IngestOptions, Note, load, notes_on, notes_on_options
    from communique.read.read import read as read_report

    found, failed, notes = [], [], []
    options, unneeded = IngestOptions(published=published), Counter[str]()
    for source in load([file], options):
        if isinstance(source, Failure):
            failed.append(source)
        elif isinstance(source, Note):
            notes.append(source)
        else:
            notes += notes_on(source)
            unneeded.update(options.unneeded(source))
            found.append((source, read_report(source)))
    return found, failed, [*notes_on_options(unneeded), *notes]


def _show(report: Report, reading: Reading) -> None:
    from communique.cli.printing import print_rows
    from communique.query.reading import reading_sections
    from communique.query.render.phrases import legend
    from communique.query.render.text import Row, section_rows

    title = report.title or report.name or report.id
    print_rows([Row("title", title), Row("note", f"Published: {_published(report)}")])
    filled = [section for section in reading_sections(report, reading) if section.groups]
    for section in filled:
        print_rows([Row("blank", ""), *section_rows(section)])
    for note in legend(line for section in filled for line in section.lines):
        print_rows([Row("blank", ""), Row("note", note)])
    if not filled:
        print_rows([Row("note", "Nothing was found in it.")])


def _published(report: Report) -> str:
    """The day of publication and what says so."""
    said = {"header": "its header", "metadata": "its metadata", "text": "its text", "given": "--published"}
    source = said.get(report.published_source or "")
    return f"{report.published or 'not known'}{f' (from {source})' if source else ''}"


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique read report.txt --published 2026-02-06")(read)
