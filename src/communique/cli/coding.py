"""`communique code`: the code of one sentence, or of each statement and encounter of a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import JsonOption, PublishedOption

if TYPE_CHECKING:
    from communique.model import EventCode, Reading


def code(
    text: Annotated[str | None, typer.Argument(help="One sentence in quotation marks.", show_default=False)] = None,
    source: Annotated[str | None, typer.Option("--source", help="Who acts, as printed in the sentence.")] = None,
    target: Annotated[str | None, typer.Option("--target", help="Whom it is done to, as printed in it.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="Code each statement and encounter of this report instead.")
    ] = None,
    json: JsonOption = False,
    published: PublishedOption = None,
) -> None:
    """Code events in the field's standards: PLOVER type, mode and contexts, quad class, CAMEO code.

    What tells of no event gets none.
    """
    from communique.cli.printing import print_json

    if (text is None) == (file is None):
        raise typer.BadParameter("give either a sentence or --file")
    found = _sentence(str(text), source, target) if file is None else _report(file, published)
    if json:
        print_json(found[0] if file is None else found)
    else:
        for row in found:
            _show(row)


def _sentence(text: str, source: str | None, target: str | None) -> list[dict[str, Any]]:
    from communique.cli.printing import tell
    from communique.read.events import code as code_sentence

    for side, name in (("source", source), ("target", target)):
        if name and name not in text:
            tell(f"communique: --{side} {name} is not printed in the sentence, so it tells the classifier nothing")
    return [_row(text, code_sentence(text, source, target))]


def _report(file: Path, published: str | None) -> list[dict[str, Any]]:
    """Each statement and encounter of a file's reports, in the order of the text."""
    from communique.cli.printing import tell
    from communique.errors import IngestError
    from communique.ingest import Failure, IngestOptions, Note, load, notes_on_options
    from communique.read.read import read

    found: list[dict[str, Any]] = []
    options, unneeded = IngestOptions(published=published), Counter[str]()
    for report in load([file], options):
        if isinstance(report, Failure):
            raise IngestError(report.name, report.reason)
        if not isinstance(report, Note):
            found += _rows(read(report))
            unneeded.update(options.unneeded(report))
    for note in notes_on_options(unneeded):
        tell(f"communique: {note.name}: {note.reason}")
    return found


def _rows(reading: Reading) -> list[dict[str, Any]]:
    from communique.read.events import code_encounter, code_statement

    coded = [(item.evidence, code_encounter(item)) for item in reading.encounters]
    coded += [(item.evidence, code_statement(item)) for item in reading.statements]
    return [_row(evidence.quote, event) for evidence, event in sorted(coded, key=lambda pair: pair[0].start)]


def _row(quote: str, event: EventCode | None) -> dict[str, Any]:
    return {"quote": quote, "code": asdict(event) if event else None}


def _show(row: dict[str, Any]) -> None:
    from communique.cli.printing import write

    code = row["code"]
    if code is None:
        label = "no event"
    else:
        parts = [code["event"], code["mode"], f"quad {code['quad']}", ", ".join(code["contexts"])]
        parts += [f"CAMEO {code['cameo']}" if code["cameo"] else "", f"by {code['basis']}"]
        label = " · ".join(filter(None, parts))
    write(f"{label}\n    {' '.join(row['quote'].split())}\n")


def register(app: typer.Typer) -> None:
    app.command(epilog='Example: communique code "Kenya urged Peru to talk." --source Kenya --target Peru')(code)
