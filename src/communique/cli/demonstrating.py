"""`communique demo`: the example reports, read and laid out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

_PAIR = ("VN", "KH")


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="FOLDER", file_okay=False, help="Where the demo's record goes.")
    ] = Path("demo"),
) -> None:
    """Read the example reports and print the dossier of Viet Nam and Cambodia."""
    from communique.cli.adding import add_with_progress, show
    from communique.cli.printing import print_rows, tell
    from communique.ingest import IngestOptions
    from communique.query.gather import dossier
    from communique.query.render import render
    from communique.query.render.text import dossier_rows
    from communique.store import Record

    found = _examples()
    where = _writable(folder)
    tell(f"Reading {len(found)} example reports into {where / 'record.sqlite'} …")
    with Record.open(where / "record.sqlite") as record:
        outcome, failed = add_with_progress(found, record, IngestOptions())
        result = dossier(record, *_PAIR)
    page = where / "vn-kh.html"
    page.write_text(render(result, "html"), encoding="utf-8")
    print_rows(dossier_rows(result))
    _next_steps(where, page)
    if failed:
        show(outcome, failed)


def _examples() -> list[Path]:
    """The example reports: in the installed package or, in a source checkout, beside it."""
    from communique.errors import CommuniqueError

    package = Path(str(files("communique")))
    for folder in (package / "examples", package.parent.parent / "examples"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found
    raise CommuniqueError("the example reports are missing from this installation: install communique again")


def _writable(folder: Path) -> Path:
    """The folder, made; one of the system's own where it cannot be."""
    import tempfile

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="communique-"))


def _next_steps(where: Path, page: Path) -> None:
    from communique.cli.printing import tell

    record = f"--record {where / 'record.sqlite'}"
    tell(
        f"\nThe same as a page to print: {page}\n\n"
        "Try next:\n"
        f"  communique dossier US VN {record}\n"
        f'  communique search "South China Sea" {record}\n'
        f"  communique statements --act request {record}\n"
        f"  communique figures --json {record}\n"
        "  communique add your-reports/ --record your.sqlite\n"
        "(in a source checkout: .venv/bin/communique)"
    )


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique demo")(demo)
