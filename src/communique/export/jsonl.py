"""JSON Lines: one line an item, with its kind, all its fields, its quote, offsets and URL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from communique.export.flat import Filter, flat_items

if TYPE_CHECKING:
    from communique.store import Record


def write_jsonl(record: Record, target: TextIO, wanted: Filter | None = None) -> int:
    """Write the items that are wanted, kind by kind; how many were written."""
    chosen = wanted or Filter()
    written = 0
    for kind in chosen.kinds:
        for item in flat_items(record, chosen, kind):
            target.write(json.dumps({"kind": kind} | _unambiguous(kind, item), ensure_ascii=False) + "\n")
            written += 1
    return written


def _unambiguous(kind: str, item: dict[str, object]) -> dict[str, object]:
    """An undertaking has a field `kind` of its own: it goes by `undertaking_kind`."""
    if kind == "undertakings":
        return {"undertaking_kind" if field == "kind" else field: value for field, value in item.items()}
    return item
