"""Search: the reports that hold the words, and what was said or undertaken about them."""

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
    """A report that holds the words, with the statements and undertakings that are about them."""

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
    """The statements whose content, and the undertakings whose name, holds every word of the query."""
    from communique.resolve.folding import fold, words

    wanted = words(query)
    said = [item for item in reading.statements if all(word in fold(item.content) for word in wanted)]
    done = [item for item in reading.undertakings if all(word in fold(item.name) for word in wanted)]
    return [*said, *done]
