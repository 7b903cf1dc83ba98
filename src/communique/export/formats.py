"""One door to every format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from communique.errors import CommuniqueError
from communique.export.csv import write_csv, write_table
from communique.export.flat import Filter
from communique.export.jsonl import write_jsonl

if TYPE_CHECKING:
    from communique.store import Record

Format = Literal["jsonl", "csv"]


def export(record: Record, format: Format, target: Path | TextIO, wanted: Filter | None = None) -> int:
    """Write the wanted items to a file, a folder (for CSV) or an open stream; how many were written.

    A stream takes one table, so that CSV to a stream needs a filter of one kind.
    """
    if format == "jsonl":
        if isinstance(target, Path):
            with target.open("w", encoding="utf-8") as file:
                return write_jsonl(record, file, wanted)
        return write_jsonl(record, target, wanted)
    if isinstance(target, Path):
        return write_csv(record, target, wanted)
    if wanted is None or len(wanted.kinds) != 1:
        raise CommuniqueError("CSV is one table a kind of item: name a folder, or ask for one kind")
    return write_table(record, wanted.kinds[0], target, wanted)
