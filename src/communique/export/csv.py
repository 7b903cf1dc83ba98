"""CSV in UTF-8: a table a kind of item. No cell can be taken for a formula by a spreadsheet.

Several values in one cell are parted by "; ". A cell that a spreadsheet would run as a formula is led by an
apostrophe, which spreadsheets take for "this is text"; numbers stay numbers.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from communique.export.flat import CODE, CODED, LOCATION, Filter, flat_items
from communique.model import DateExpression, Encounter, Figure, Person, Statement, Undertaking

if TYPE_CHECKING:
    from communique.store import Record

_CLASSES = {
    "people": Person,
    "encounters": Encounter,
    "statements": Statement,
    "figures": Figure,
    "undertakings": Undertaking,
    "dates": DateExpression,
}
_OF_THE_REPORT = (
    "quote", "quote_start", "quote_end", "report", "report_published", "report_title", "report_issuer", "url",
    "sources",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(record: Record, folder: Path, wanted: Filter | None = None) -> int:
    """Write `people.csv`, `statements.csv`, … into the folder, made where missing; how many items were written."""
    chosen = wanted or Filter()
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for kind in chosen.kinds:
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            written += write_table(record, kind, file, chosen)
    return written


def write_table(record: Record, kind: str, target: TextIO, wanted: Filter | None = None) -> int:
    """Write the table of one kind; how many items were written."""
    columns = list(_columns(kind))
    writer = csv.DictWriter(target, [*columns, *_OF_THE_REPORT], lineterminator="\n")
    writer.writeheader()
    written = 0
    for item in flat_items(record, wanted or Filter(), kind):
        writer.writerow({name: cell(value) for name, value in item.items()})
        written += 1
    return written


def _columns(kind: str) -> Iterator[str]:
    """The fields of a kind of item; an encounter's location, and a code, are a column each part."""
    for field in fields(_CLASSES[kind]):
        if field.name == "location":
            yield from LOCATION
        elif field.name != "evidence":
            yield field.name
    if kind in CODED:
        yield from CODE


def cell(value: Any) -> str | int | float | None:
    """A value as a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        return _inert("; ".join(_part(part) for part in value))
    return _inert(str(value))


def _part(value: Any) -> str:
    """One of several values: an office by its title, a mention by its quote, else the thing itself."""
    if isinstance(value, dict):
        return str(value.get("title") or value.get("quote") or json.dumps(value, ensure_ascii=False))
    return str(value)


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
