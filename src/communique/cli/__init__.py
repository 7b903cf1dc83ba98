"""The command line: thin commands over the pipeline, the record and the queries."""

from communique.cli.main import main

__all__ = ["main"]
