"""From sources to reports: text, HTML pages and JSON Lines, from files, folders and standard input."""

from communique.ingest.failure import Failure
from communique.ingest.options import IngestOptions
from communique.ingest.source import load, read_source
from communique.ingest.text import from_text

__all__ = ["Failure", "IngestOptions", "from_text", "load", "read_source"]
