"""The entry point: runs a command, and turns what communique refuses into one line and exit code 1."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from communique.errors import CommuniqueError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends the process with 0, 1 (something failed) or 2 (wrong usage)."""
    from communique.cli.app import app

    try:
        app(args=arguments, prog_name="communique")
    except CommuniqueError as error:
        print(f"communique: {' '.join(str(error).split())}", file=sys.stderr)
        raise SystemExit(1) from error
