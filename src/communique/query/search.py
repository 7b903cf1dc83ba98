"""Search: the reports that hold the words, and what was said or undertaken in those very words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Reading, Statement, Undertaking
from communique.query.dossier import DossierLine
from communique.query.lines import statement_line, undertaking_line
from communique.query.listing import NO_NAMES, citing_of

if TYPE_CHECKING:
    from communique.store import Hit, Record


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words, with the lines of its reading whose quotes hold them too."""

    hit: Hit
    lines: tuple[DossierLine, ...]


def search(record: Record, query: str, limit: int = 20) -> list[Found]:
    """The reports that hold every word of the query, best first; accents and case are no matter."""
    return [Found(hit, _lines(record, hit.report, query)) for hit in record.search(query, limit)]


def _lines(record: Record, report: str, query: str) -> tuple[DossierLine, ...]:
    head, reading = record.head(report), record.reading(report)
    if head is None or reading is None:
        return ()
    citing = citing_of([head])
    lines = []
    for item in _holding(reading, query):
        if isinstance(item, Statement):
            lines.append(statement_line(item, citing, NO_NAMES))
        else:
            lines.append(undertaking_line((item,), citing, today=""))
    return tuple(lines)


def _holding(reading: Reading, query: str) -> list[Statement | Undertaking]:
    """The items whose quotes hold every word of the query."""
    from communique.resolve.folding import fold, words

    wanted = words(query)
    items: list[Statement | Undertaking] = [*reading.statements, *reading.undertakings]
    return [item for item in items if all(word in fold(item.evidence.quote) for word in wanted)]
