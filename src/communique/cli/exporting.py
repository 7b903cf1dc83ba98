"""`communique export`: the record as files for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from communique.cli.options import PartyOption, RecordOption, SinceOption, UntilOption, party_codes

ExportFormat = Literal["jsonl", "csv"]
Kind = Literal["people", "encounters", "statements", "figures", "undertakings", "dates"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def export(
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="JSON Lines, or a CSV table a kind.")],
    to: Annotated[
        Path | None,
        typer.Option("--to", "-o", metavar="PATH", help="File for jsonl, folder for csv; otherwise standard output."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", "-k", help="Only this kind of item.")] = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    record: RecordOption = None,
) -> None:
    """Write the items of the record, each with its quote, source and offsets."""
    from communique.cli.printing import tell
    from communique.cli.writing import check_target
    from communique.errors import CommuniqueError
    from communique.export import Filter
    from communique.export import export as export_items
    from communique.query.wording import count
    from communique.store import Record

    check_target(to, suffixes=frozenset({".jsonl", ".ndjson", ".json"}))
    kinds = KINDS if kind is None else (kind,)
    wanted = Filter(kinds=kinds, parties=party_codes(party), since=since, until=until)
    with Record.open(record, create=False) as store:
        try:
            written = export_items(store, format, sys.stdout if to is None else to, wanted)
        except BrokenPipeError:  # whoever reads has read enough
            raise
        except OSError as error:
            raise CommuniqueError(f"{to}: cannot be written: {error.strerror}") from error
        undated = sum(head.published is None for head in store.heads(wanted.parties)) if since or until else 0
    if undated:
        tell(f"communique: {count(undated, 'report')} of no known day left out by --since or --until")
    if to is not None:
        tell(f"{count(written, 'item')} written to {to}")


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique export --format csv --to tables")(export)
