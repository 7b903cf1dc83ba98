"""Where reports come from: files, folders and standard input, dispatched by suffix and content.

A folder is walked through in sorted order; hidden files are passed over, and what is there to explain the folder
(README, LICENSE) with a `Note`. Whatever cannot be read becomes a `Failure`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from communique.errors import IngestError
from communique.ingest.decode import LARGEST_REPORT, decode, refuse_oversize
from communique.ingest.failure import Failure
from communique.ingest.html import from_html, looks_like_html
from communique.ingest.jsonl import read_jsonl, read_jsonl_gz, starts_json_lines
from communique.ingest.note import Note
from communique.ingest.options import IngestOptions
from communique.ingest.text import from_text
from communique.ingest.wording import report_parts
from communique.model import Report

Source = Report | Failure | Note
STANDARD_INPUT = "-"
_PAGES = (".html", ".htm", ".xhtml")
_JSON_LINES = (".jsonl", ".ndjson")
_GZIPPED = (".jsonl.gz", ".ndjson.gz")
_TEXTS = (".txt", ".text")
_READ = (*_TEXTS, *_PAGES, *_JSON_LINES, *_GZIPPED)
# Content is told apart by this much of it.
_PEEK = 64 * 1024


def load(paths: Iterable[Path], options: IngestOptions | None = None) -> Iterator[Source]:
    """Every report of files and folders ("-" is standard input), and a failure or note for each source that is none."""
    for path in paths:
        yield from read_source(Path(path), options or IngestOptions())


def read_source(path: Path, options: IngestOptions | None = None) -> Iterator[Source]:
    """The reports of one file, folder or standard input."""
    options = options or IngestOptions()
    try:
        if str(path) == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer, "standard input", "", options)
        elif path.is_dir():
            yield from _read_folder(path, options)
        else:
            yield from _read_file(path, options)
    except IngestError as error:
        yield Failure(error.name, error.reason)
    except OSError as error:
        yield Failure(str(path), f"cannot be read: {error.strerror or error}")


def _read_folder(folder: Path, options: IngestOptions) -> Iterator[Source]:
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    if not entries:
        yield Failure(str(folder), "is a folder without files")
    for entry in entries:
        if entry.is_dir() and entry.is_symlink():
            yield Failure(str(entry), "is a link to a folder, which is not followed; name the folder itself")
        elif not entry.is_dir() and entry.stem.lower() in report_parts().not_reports:
            yield Note(str(entry), "was passed over: it tells of the folder; name the file itself to add it")
        elif entry.is_dir() or not entry.suffix or entry.name.lower().endswith(_READ):
            yield from read_source(entry, options)
        else:
            kinds = ", ".join(_READ)
            yield Failure(str(entry), f"is of a kind that is not read from a folder ({entry.suffix}); read are {kinds}")


def _read_file(path: Path, options: IngestOptions) -> Iterator[Source]:
    if not path.exists():
        raise IngestError(str(path), "does not exist")
    if not path.is_file():
        raise IngestError(str(path), "is not a file that can be read (a device or pipe)")
    with path.open("rb", buffering=_PEEK) as stream:
        yield from _read_stream(stream, str(path), path.name.lower(), options)


def _read_stream(stream: BinaryIO, name: str, file_name: str, options: IngestOptions) -> Iterator[Source]:
    """JSON Lines as a stream, anything else as one report."""
    if file_name.endswith(_GZIPPED):
        yield from read_jsonl_gz(stream, name, options)
        return
    source = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    told_by_name = file_name.endswith((*_TEXTS, *_PAGES))
    if file_name.endswith(_JSON_LINES) or (not told_by_name and starts_json_lines(source.peek(_PEEK))):
        yield from read_jsonl(source, name, options)
    elif file_name.endswith(".json"):
        raise IngestError(name, "is JSON but not JSON Lines; write each report as an object on a line of its own")
    else:
        yield _read_whole(source, name, file_name, options)


def _read_whole(source: BinaryIO, name: str, file_name: str, options: IngestOptions) -> Report:
    data = source.read(LARGEST_REPORT + 1)
    refuse_oversize(len(data), name)
    is_page = file_name.endswith(_PAGES)
    text = decode(data, name, declares=is_page or looks_like_html(data[:_PEEK].decode("latin-1")))
    if is_page or looks_like_html(text):
        return from_html(text, name, options)
    return from_text(text, name, options)
