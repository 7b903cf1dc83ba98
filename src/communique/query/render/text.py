"""A dossier as plain text for a terminal of 100 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from communique.query.dossier import Citation, Dossier, DossierLine, Section
from communique.query.render import phrases

WIDTH = 100
RowKind = Literal["title", "heading", "group", "line", "quote", "note", "blank"]

_TIED = "\u00a0"  # keeps "[2026-01-15 VNA 12–80]" on one line while wrapping; printed as a space


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text as it is printed; its kind tells a colour terminal how to show it."""

    kind: RowKind
    text: str


def to_text(dossier: Dossier) -> str:
    """The dossier as plain text: each line with its quote and where it stands."""
    return plain(dossier_rows(dossier))


def plain(rows: Iterable[Row]) -> str:
    """Rows as one text."""
    return "".join(f"{row.text}\n" for row in rows)


def dossier_rows(dossier: Dossier) -> Iterator[Row]:
    """The dossier, row by row."""
    name = phrases.title(dossier)
    yield Row("title", name)
    yield Row("title", "=" * len(name))
    yield from _notes(phrases.coverage(dossier), phrases.since(dossier), phrases.outlook(dossier))
    for section in phrases.shown(dossier):
        yield Row("blank", "")
        yield from section_rows(section)
    foot = (phrases.unlisted(dossier), *phrases.foot(dossier))
    if any(foot):
        yield Row("blank", "")
        yield from _notes(*foot)


def section_rows(section: Section) -> Iterator[Row]:
    """One section: its heading, then its groups and lines."""
    yield Row("heading", section.title.upper())
    if not section.groups:
        yield Row("note", f"  {phrases.EMPTY}")
    for place, group in enumerate(section.groups):
        if group.title:
            if place:
                yield Row("blank", "")
            yield Row("group", f"  {group.title}")
        yield from line_rows(group.lines)


def line_rows(lines: Iterable[DossierLine]) -> Iterator[Row]:
    """Lines with their quotes."""
    for line in lines:
        marks = phrases.marks(line)
        text = f"{line.text}  {marks}" if marks else line.text
        yield from wrapped("line", text, "  • ", "    ")
        for citation in line.citations:
            yield from _citation(citation)


def _citation(citation: Citation) -> Iterator[Row]:
    place = f"[{phrases.place(citation)}]".replace(" ", _TIED)
    return wrapped("quote", f"“{phrases.quote(citation)}” {place}", "      ", "      ")


def _notes(*notes: str) -> Iterator[Row]:
    for note in notes:
        if note:
            yield from wrapped("note", note)


def wrapped(kind: RowKind, text: str, first: str = "", rest: str = "") -> Iterator[Row]:
    """Text broken into rows of at most `WIDTH` columns."""
    for piece in textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ):
        yield Row(kind, piece.replace(_TIED, " "))
