"""Full-text search, and everything else that only SQLite can do: the one file to write anew for another engine.

The search column holds folded text (`resolve.folding.searchable`), so that "Tô Lâm", "To Lam" and "tô lâm" find
the same reports.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event, text

from communique.model import Span
from communique.resolve.folding import fold_with_offsets, search_tokens, searchable, words
from communique.resolve.plurals import number_forms

WAIT_FOR_WRITER = 60.0  # seconds that a second writer waits for the first to end
WRITER = "communique_writer"  # execution option of a connection that is going to write
_TITLE_WEIGHT, _TEXT_WEIGHT = 5.0, 1.0
_CONTEXT = 90  # characters shown on either side of the first word found


@dataclass(frozen=True, slots=True)
class Hit:
    """A report found by search: where the first word searched for stands, and the text around it."""

    report: str
    published: str | None
    title: str | None
    url: str | None
    issuer: str | None
    snippet: str
    span: Span
    score: float
    name: str | None = None


def configure(engine: Engine) -> None:
    """Set SQLite up for one writer beside many readers, with transactions begun by us and not by the driver."""

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writer = connection.get_execution_options().get(WRITER, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


def create_index(connection: Connection) -> None:
    """The search index, which holds no text of its own: its words come from `reports` by way of `searchable`.

    The tokenizer only parts what `searchable` parted; to it, every character beyond ASCII is a letter.
    """
    connection.execute(text("CREATE VIRTUAL TABLE report_words USING fts5(title, body, content='', tokenize='ascii')"))


def index(connection: Connection, key: int, title: str | None, body: str) -> None:
    """Make a report findable."""
    connection.execute(
        text("INSERT INTO report_words (rowid, title, body) VALUES (:key, :title, :body)"),
        {"key": key, "title": searchable(title or ""), "body": searchable(body)},
    )


def unindex(connection: Connection, key: int, title: str | None, body: str) -> None:
    """Take a report out of the index; `title` and `body` are what it was indexed with."""
    connection.execute(
        text("INSERT INTO report_words (report_words, rowid, title, body) VALUES ('delete', :key, :title, :body)"),
        {"key": key, "title": searchable(title or ""), "body": searchable(body)},
    )


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The reports that hold every word of the query (words in double quotes: in that order), best first."""
    terms = query_terms(query)
    if not terms:
        return []
    rows = connection.execute(
        text(
            "SELECT r.id, r.published, r.title, r.url, r.issuer, r.name, r.text, r.marks, "
            "bm25(report_words, :title_weight, :text_weight) AS score "
            "FROM report_words JOIN reports AS r ON r.key = report_words.rowid "
            "WHERE report_words MATCH :match AND r.key NOT IN (SELECT report FROM copies) "
            "ORDER BY score, r.published DESC, r.id LIMIT :limit"
        ),
        {
            "match": " AND ".join(terms),
            "title_weight": _TITLE_WEIGHT,
            "text_weight": _TEXT_WEIGHT,
            "limit": limit,
        },
    )
    return [_hit(row, query) for row in rows]


def query_terms(query: str) -> list[str]:
    """The query as FTS5 phrases, each in the singular or the plural: `border "joint committee"` gives
    `("border" OR "borders")` and `("joint committee" OR "joint committees")`."""
    return [_either(forms) for forms in sought(query)]


def sought(query: str) -> list[list[list[str]]]:
    """What a query looks for: for each word, or words in quotes, its forms, as words."""
    found: list[list[list[str]]] = []
    for place, part in enumerate(query.split('"')):
        quoted = place % 2 == 1
        group = words(part)
        groups = [group] if quoted and group else [[word] for word in group]
        found += [[[*group[:-1], form] for form in number_forms(group[-1])] for group in groups]
    return found


def _either(forms: list[list[str]]) -> str:
    phrases = [_phrase(form) for form in forms]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


def _phrase(group: list[str]) -> str:
    tokens = [token for word in group for token in search_tokens(word)]
    # One character of an unspaced script stands first in some pair, or last in its run.
    lone = len(tokens) == 1 and len(tokens[0]) == 1 and not tokens[0].isascii()
    return f'"{" ".join(tokens)}"' + ("*" if lone else "")


def _hit(row: Any, query: str) -> Hit:
    start = _prose_start(json.loads(row.marks))
    span = first_found(row.text, [[" ".join(form) for form in forms] for forms in sought(query)], start)
    return Hit(
        report=row.id,
        published=row.published,
        title=row.title,
        url=row.url,
        issuer=row.issuer,
        snippet=_snippet(row.text, span, start),
        span=span,
        score=-row.score,
        name=row.name,
    )


def _prose_start(marks: list[dict[str, Any]]) -> int:
    """Where the header lines and the headline at the top of a report end."""
    return max((int(mark["end"]) for mark in marks if mark["kind"] in ("header", "headline")), default=0)


def first_found(body: str, wanted: list[list[str]], start: int = 0) -> Span:
    """Where what is longest of the things wanted first stands in the text from `start` on, in any of its forms, as a
    whole word; an empty span at `start` where none does."""
    folded, offsets = fold_with_offsets(body)
    begin = bisect_left(offsets, start)
    for forms in sorted(wanted, key=lambda forms: len(forms[0]), reverse=True):
        found = min((place for form in forms if (place := _find_word(folded, form, begin))[0] >= 0), default=None)
        if found is not None:
            return Span(offsets[found[0]], offsets[found[1] - 1] + 1)
    return Span(start, start)


def _find_word(folded: str, word: str, begin: int) -> tuple[int, int]:
    """Start and end of the word's first whole occurrence, else of its first occurrence at all, else -1."""
    start = at = folded.find(word, begin)
    while at >= 0 and not _stands_alone(folded, at, at + len(word)):
        at = folded.find(word, at + 1)
    start = at if at >= 0 else start
    return start, start + len(word)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _snippet(body: str, span: Span, first: int) -> str:
    """The text around a span on one line, from `first` on, cut between words, with an ellipsis where it goes on."""
    start, end = max(first, span.start - _CONTEXT), min(len(body), max(span.end, span.start) + _CONTEXT)
    if start > first:
        start = body.find(" ", start, span.start) + 1 or start
    if end < len(body):
        cut = body.rfind(" ", span.end, end)
        end = cut if cut > 0 else end
    shown = " ".join(body[start:end].split())
    return f"{'… ' if start > first else ''}{shown}{' …' if end < len(body) else ''}"
