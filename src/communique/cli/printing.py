"""How commands print: rows in colour on a terminal, plain text elsewhere, JSON on demand."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from communique.query.render.text import Row, RowKind, plain

if TYPE_CHECKING:
    from communique.store import Record

_MOST_PARTIES = 12  # parties named to who asked for others

_STYLES: Mapping[RowKind, str] = {
    "title": "bold",
    "heading": "bold cyan",
    "group": "underline",
    "line": "",
    "quote": "dim",
    "note": "italic",
    "blank": "",
}
_MARKS = (
    (r"\[term passed[^\]]*\]", "bold red"),
    (r"\[(open|planned|proposed|delayed)\]", "yellow"),
    (r"\[(promised|agreed|done|completed|in force|under way)\]", "green"),
)


def print_rows(rows: Iterable[Row]) -> None:
    """Rows on standard output; colours only where a terminal shows them."""
    if not sys.stdout.isatty():
        write(plain(rows))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for row in rows:
        text = Text(row.text, style=_STYLES[row.kind])
        if row.kind == "line":
            for pattern, style in _MARKS:
                text.highlight_regex(pattern, style)
        console.print(text, soft_wrap=True)


def print_json(data: Any) -> None:
    """JSON on standard output."""
    write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write(text: str) -> None:
    """Text on standard output, whatever the terminal's encoding can show."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.buffer.write(text.encode("utf-8"))


def tell(message: str) -> None:
    """A message for the person at the terminal, on standard error."""
    print(message, file=sys.stderr)


def tell_parties(record: Record) -> None:
    """Which parties the record knows, those of the most reports first."""
    from communique.query.wording import listed
    from communique.read.parties import party_name

    held = record.parties()
    named = [f"{party_name(code)} ({code})" for code in list(held)[:_MOST_PARTIES]]
    more = [f"{len(held) - len(named)} more"] if len(held) > len(named) else []
    tell(f"communique: this record tells of {listed([*named, *more])}" if held else "communique: the record is empty")
