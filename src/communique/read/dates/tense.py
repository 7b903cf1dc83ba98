"""Which way the clause around a date expression points: back or ahead of the day of publication.

With an analysis, the governing predicates tell; without one, the nearest telling word of the sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.read.analysis import Analysis, Clause, Token
from communique.read.dates.meaning import Direction
from communique.read.dates.vocabulary import words

Pointing = Callable[[int, int], Direction | None]

_WORD = re.compile(r"[^\W\d_]+|['’]ll")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WINDOW = 240  # characters on either side in which a sentence's own words are looked for
_AHEAD_MODALS = frozenset({"will", "shall", "should", "must", "can", "may", "would", "could", "need to", "have to"})


def pointing_by_words(text: str) -> Pointing:
    """Directions from the words of the sentence alone."""
    return lambda start, end: _by_words(text, start, end)


def pointing_by_clauses(analysis: Analysis) -> Pointing:
    """Directions from the clauses of an analysis, and from words where no clause tells."""

    def pointing(start: int, end: int) -> Direction | None:
        return (
            _by_preposition(analysis, start)
            or _by_clauses(analysis, start, end)
            or _by_words(analysis.text, start, end)
        )

    return pointing


def _by_preposition(analysis: Analysis, start: int) -> Direction | None:
    """ "Since May" looks back; "by May", "until May" ahead."""
    before = analysis.text[max(0, start - 12) : start].split()
    word = before[-1].lower() if before else ""
    return "past" if word == "since" else "future" if word in ("until", "till", "by") else None


def _by_clauses(analysis: Analysis, start: int, end: int) -> Direction | None:
    """The first predicate above the expression that points somewhere; the nearer one decides."""
    inner = analysis.between(start, end)
    if not inner:
        return None
    below: Clause | None = None
    direct = True
    for token in _upward(analysis, inner):
        clause = analysis.clause_of.get(token.index)
        if clause is None:
            direct = direct and token in inner
            continue
        pointing = _of_clause(token, clause, below is None and direct)
        if pointing:
            return pointing
        below = clause
    return None


def _upward(analysis: Analysis, inner: tuple[Token, ...]) -> Iterator[Token]:
    """The expression's head and every token above it."""
    known = {token.index for token in inner}
    token = next((t for t in inner if t.head not in known or t.head == t.index), inner[-1])
    seen: set[int] = set()
    while token.index not in seen:
        seen.add(token.index)
        yield token
        token = analysis.tokens[token.head]


def _of_clause(token: Token, clause: Clause, direct: bool) -> Direction | None:
    """Where one predicate points. One that looks ahead ("agreed", "invited") does so for what it governs, not for
    the time at which it happened (`direct`)."""
    if clause.tense == "future" or clause.modality in _AHEAD_MODALS:
        return "future"
    if token.lower in words("SCHEDULING"):
        return "future"
    if token.lower in words("FORWARD") and not direct:
        return "future"
    if clause.tense == "past" or (token.form == "part" and clause.tense is None):
        return "past"
    return None


def _by_words(text: str, start: int, end: int) -> Direction | None:
    """The nearest telling word before the expression, else after it, within its sentence."""
    left = text[max(0, start - _WINDOW) : start]
    breaks = [m.end() for m in _SENTENCE_END.finditer(left)]
    before = _WORD.findall(left[breaks[-1] if breaks else 0 :])
    for distance, word in enumerate(reversed(before)):
        pointing = _points(word, distance)
        if pointing:
            return pointing
    right = text[end : end + _WINDOW]
    stop = _SENTENCE_END.search(right)
    after = _WORD.findall(right[: stop.start() if stop else None])
    return next((pointing for word in after if (pointing := _points(word, 0))), None)


def _points(word: str, distance: int) -> Direction | None:
    """Where a word points that stands so many words before an expression.

    A verb such as "agreed" or "invited" looks ahead to what it governs, but its own time is past: right before
    the expression ("agreed in April") it looks back.
    """
    if word in words("FUTURE") or word in words("SCHEDULING"):
        return "future"
    if word in words("FORWARD"):
        return "future" if distance > 1 else "past"
    if word in words("PAST") or (word.endswith("ed") and word.islower() and word not in words("NOT_PAST")):
        return "past"
    return None
