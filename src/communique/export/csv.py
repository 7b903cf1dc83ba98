"""CSV: one file a kind of item, one row an item, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.export.rows import KINDS, ExportRow, rows
from communique.model import Evidence, Office
from communique.store.rows import KINDS as TYPES

if TYPE_CHECKING:
    from communique.store import Record

_REPORT = ("report", "published", "issuer", "title", "url", "known", "start", "end", "quote")
_NESTED = frozenset({"evidence", "mentions", "content_span"})  # stand in columns of their own, or not at all
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(record: Record, folder: Path) -> int:
    """Write people.csv, encounters.csv and so on into a folder; the number of rows written."""
    folder.mkdir(parents=True, exist_ok=True)
    return sum(_write_kind(record, kind, folder / f"{kind}.csv") for kind in KINDS)


def _write_kind(record: Record, kind: str, path: Path) -> int:
    own = [field.name for field in fields(TYPES[kind]) if field.name not in _NESTED]
    # utf-8-sig: without the mark, Excel reads accented letters wrongly.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([*_REPORT, *(name if name not in _REPORT else f"item_{name}" for name in own)])
        written = 0
        for row in rows(record, kind):
            table.writerow([*map(_cell, _source(row)), *(_cell(getattr(row.item, name)) for name in own)])
            written += 1
    return written


def _source(row: ExportRow) -> tuple[Any, ...]:
    head, evidence = row.report, row.item.evidence
    return (
        head.id, head.published, head.issuer, head.title, head.url, row.known,
        evidence.start, evidence.end, evidence.quote,
    )  # fmt: skip


def _cell(value: Any) -> Any:
    """A value as one cell: lists joined by ";", nothing for None; text that a spreadsheet would take for a formula
    gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(str(_cell(part)) for part in value)
    if isinstance(value, Office):
        return value.title
    if isinstance(value, Evidence):
        return value.quote
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
