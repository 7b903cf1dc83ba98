"""`communique export`: the record as files for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.options import RecordOption

if TYPE_CHECKING:
    from communique.store import Record

ExportFormat = Literal["jsonl", "csv"]


def export(
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="JSON Lines, or CSV files in a folder.")],
    to: Annotated[
        Path | None,
        typer.Option("--to", "-o", metavar="PATH", help="File for jsonl (or standard output), folder for csv."),
    ] = None,
    record: RecordOption = None,
) -> None:
    """Write every item of the record, each with its quote, source and offsets."""
    from communique.cli.printing import tell
    from communique.errors import CommuniqueError
    from communique.query.wording import count
    from communique.store import Record

    if format == "csv" and to is None:
        raise typer.BadParameter("csv is several files: name a folder", param_hint="--to")
    with Record.open(record, create=False) as store:
        try:
            written = _write(store, format, to)
        except OSError as error:
            raise CommuniqueError(f"{to}: cannot be written: {error.strerror}") from error
    if to is not None:
        tell(f"{count(written, 'item')} written to {to}")


def _write(record: Record, format: ExportFormat, to: Path | None) -> int:
    from communique.export.csv import write_csv
    from communique.export.jsonl import write_jsonl

    if format == "csv" and to is not None:
        return write_csv(record, to)
    if to is None:
        return write_jsonl(record, sys.stdout)
    with to.open("w", encoding="utf-8") as file:
        return write_jsonl(record, file)


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique export --format csv --to tables")(export)
