"""JSON Lines to reports: one object a line with `text`, and `id`, `published`, `title`, `url`, `issuer` where known.

A bad line is a `Failure` of its own. The file is read line by line, so that it may be larger than memory.
"""

from __future__ import annotations

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.errors import IngestError
from communique.ingest.days import iso_day
from communique.ingest.decode import LARGEST_REPORT, refuse_oversize
from communique.ingest.failure import Failure
from communique.ingest.options import IngestOptions
from communique.ingest.text import Known, make_report
from communique.model import Report

# JSON may write a character as six ("\\u1eb7"), so a line may be longer than its report.
_LARGEST_LINE = 3 * LARGEST_REPORT
_OBJECT = re.compile(rb'\{[ \t]*"')
_FIELDS = ("title", "url", "issuer")


def read_jsonl(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Report | Failure]:
    """The reports of a stream of JSON Lines, and a failure for each line that is none."""
    found = False
    number = 0
    try:
        for number, line in enumerate(_lines(stream), start=1):
            if line is None or line.strip():
                found = True
                yield _report_or_failure(line, f"{name} line {number}", options)
    except (OSError, EOFError, zlib.error) as error:
        reason = f"cannot be read on ({error}): cut off or damaged; the lines before it were read"
        yield Failure(f"{name} line {number + 1}", reason)
        return
    if not found:
        yield Failure(name, "is empty")


def read_jsonl_gz(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Report | Failure]:
    """The same for a gzipped stream."""
    with gzip.GzipFile(fileobj=stream, mode="rb") as unpacked:
        yield from read_jsonl(unpacked, name, options)  # type: ignore[arg-type]


def starts_json_lines(start: bytes) -> bool:
    """Whether the start of a stream is that of JSON Lines: an object on the first line, as far as it is seen."""
    line, newline, _ = start.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")
    if not _OBJECT.match(line):
        return False
    try:
        return not newline or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream; None for one of more than `_LARGEST_LINE` bytes, the rest of which is passed over."""
    first = True
    while line := stream.readline(_LARGEST_LINE):
        cut = len(line) == _LARGEST_LINE and not line.endswith(b"\n")
        while cut and (rest := stream.readline(_LARGEST_LINE)):
            cut = not rest.endswith(b"\n")
            line = b""
        yield (line.removeprefix(codecs.BOM_UTF8) if first else line) or None
        first = False


def _report_or_failure(line: bytes | None, name: str, options: IngestOptions) -> Report | Failure:
    try:
        if line is None:
            refuse_oversize(_LARGEST_LINE, name)
        return _report(_record(line or b"", name), name, options)
    except IngestError as error:
        return Failure(error.name, error.reason)


def _record(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IngestError(name, f"is not UTF-8 (at byte {error.start} of the line); save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise IngestError(name, f"is not JSON: {error.msg} at character {error.pos}") from None
    except (ValueError, RecursionError) as error:
        raise IngestError(name, f"is not JSON that can be read: {error}") from None
    if not isinstance(record, dict):
        raise IngestError(name, f'must be a JSON object with a field "text", not {_kind(record)}')
    return record


def _report(record: dict[str, Any], name: str, options: IngestOptions) -> Report:
    if "text" not in record:
        raise IngestError(name, 'has no field "text"')
    text = record["text"]
    if not isinstance(text, str):
        raise IngestError(name, f'field "text" must be a string, not {_kind(text)}')
    fields = {field: _string(record, field, name) for field in _FIELDS}
    known = Known(id=_identifier(record, name), published=_published(record, name), **fields)
    return make_report(text, name, options, known)


def _string(record: dict[str, Any], field: str, name: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise IngestError(name, f'field "{field}" must be a string, not {_kind(value)}')
    return (value or "").strip() or None


def _identifier(record: dict[str, Any], name: str) -> str | None:
    """The field `id`; a whole number is as good as a string."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", name)


def _published(record: dict[str, Any], name: str) -> str | None:
    value = _string(record, "published", name)
    if value is None:
        return None
    day = iso_day(value)
    if day is None:
        raise IngestError(
            name, f'field "published" is not a day: {value[:40]!r}; write it as 2026-02-06, or leave it out'
        )
    return day


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
