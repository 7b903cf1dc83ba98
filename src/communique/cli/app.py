"""The command line application, put together from its groups of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from communique._version import __version__
from communique.cli import adding, asking, coding, demonstrating, exporting, listing, reading, reviewing

app = typer.Typer(
    name="communique",
    help="Reads press reports about diplomacy and keeps the record: who met whom, who asked, promised and agreed "
    "what. Every line opens on the sentence that it came from.",
    epilog="Example: communique demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options of the program itself; every command has its own."""


for group in (demonstrating, reading, adding, asking, listing, reviewing, exporting, coding):
    group.register(app)
