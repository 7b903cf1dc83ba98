"""JSON Lines: one item a line, with its report."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from communique.export.rows import KINDS, ExportRow, rows

if TYPE_CHECKING:
    from communique.store import Record


def write_jsonl(record: Record, file: TextIO) -> int:
    """Write every item; the number of lines written."""
    written = 0
    for kind in KINDS:
        for row in rows(record, kind):
            file.write(json.dumps(_line(row), ensure_ascii=False) + "\n")
            written += 1
    return written


def _line(row: ExportRow) -> dict[str, object]:
    head = row.report
    report = {"id": head.id, "published": head.published, "title": head.title, "url": head.url, "issuer": head.issuer}
    return {"kind": row.kind, "report": report, "known": row.known, "item": asdict(row.item)}
