"""From sources to reports: text, HTML pages and JSON Lines, from files, folders and standard input."""

from communique.ingest.failure import Failure
from communique.ingest.note import Note, notes_on, notes_on_options
from communique.ingest.options import IngestOptions
from communique.ingest.source import load, read_source
from communique.ingest.text import from_text

__all__ = ["Failure", "IngestOptions", "Note", "from_text", "load", "notes_on", "notes_on_options", "read_source"]
