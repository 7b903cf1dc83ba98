"""Which of the things asked wait for an answer, which are only a piece of another, and which promises are hearsay."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Span, Statement
from communique.query.answers import ASKS
from communique.query.dossier import Citation
from communique.query.pair import Pair

HEARSAY = "hearsay"


def awaits_answer(item: Statement, pair: Pair) -> bool:
    """Whether one side asks it of the other: what both call for together, or ask of a third, nobody of the pair can
    grant the other."""
    speaking = set(item.speaker_parties) & pair.codes
    asked = set(item.addressee_parties)
    return item.act in ASKS and len(speaking) < len(pair.codes) and not (asked and asked.isdisjoint(pair.codes))


def is_hearsay(citation: Citation) -> bool:
    """Whether the sentence only hands on what others are said to have said: "according to local media, …"."""
    from communique.read.undertaking_words import words

    sentence = f"{citation.before}{citation.quote}{citation.after}".lower()
    return any(phrase in sentence for phrase in words().hearsay)


def without_pieces(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without asks that are a piece of another one's sentence: "any new variants", where the report has
    "called on China to report data … and identify any new variants"."""
    held = tuple(statements)
    asked: dict[str, list[Statement]] = {}
    for item in held:
        if item.act in ASKS and item.content_span is not None:
            asked.setdefault(item.evidence.report, []).append(item)
    return tuple(item for item in held if not any(_is_piece(item, o) for o in asked.get(item.evidence.report, ())))


def _is_piece(item: Statement, other: Statement) -> bool:
    """Whether an ask begins with the same words as another and runs beyond its content, without asking for a deed of
    its own; or lies in the other's content."""
    if item is other or item.act not in ASKS or item.speaker_parties != other.speaker_parties:
        return False
    if item.content_span is None or other.content_span is None or item.content_span == other.content_span:
        return False
    mine, whole = Span(*item.content_span), Span(*other.content_span)
    if whole.covers(mine):
        return not item.content.startswith("to ")
    runs_on = item.evidence.start == other.evidence.start and item.evidence.span.covers(whole)
    return runs_on and mine.start >= whole.end and not item.content.startswith("to ")
