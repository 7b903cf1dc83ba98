"""Search: the reports that hold the words, and what was said or undertaken about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Reading, Statement, Undertaking
from communique.query.dossier import DossierLine
from communique.query.lines import statement_line, undertaking_line
from communique.query.listing import citing_of, names_of
from communique.query.names import Names

if TYPE_CHECKING:
    from communique.store import Hit, Record


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words, with the statements and undertakings that are about them."""

    hit: Hit
    lines: tuple[DossierLine, ...]


def search(record: Record, query: str, limit: int = 20) -> list[Found]:
    """The reports that hold every word of the query, best first; accents, case and number are no matter."""
    names = names_of(record)
    return [Found(hit, _lines(record, hit.report, query, names)) for hit in record.search(query, limit)]


def _lines(record: Record, report: str, query: str, names: Names) -> tuple[DossierLine, ...]:
    head, reading = record.head(report), record.reading(report)
    if head is None or reading is None:
        return ()
    citing = citing_of([head])
    lines = []
    for item in _holding(reading, query):
        if isinstance(item, Statement):
            lines.append(statement_line(item, citing, names))
        else:
            lines.append(undertaking_line((item,), citing, today=""))
    return tuple(lines)


def _holding(reading: Reading, query: str) -> list[Statement | Undertaking]:
    """The statements whose content, and the undertakings whose name, holds every word of the query, one or many."""
    said = [item for item in reading.statements if _holds(item.content, query)]
    done = [item for item in reading.undertakings if _holds(item.name, query)]
    return [*said, *done]


def _holds(text: str, query: str) -> bool:
    """Whether a text holds each word of a query, in the singular or the plural; words of scripts without spaces
    anywhere within a run."""
    from communique.resolve.folding import fold, words
    from communique.resolve.plurals import number_forms

    held, folded = set(words(text)), fold(text)
    return all(
        (not word.isascii() and word in folded) or not held.isdisjoint(number_forms(word)) for word in words(query)
    )
