"""Which way the clause around a date expression leans: back or ahead of the day of publication.

With an analysis, the governing predicates tell; without one, the nearest telling word of the sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import inf

from communique.read.analysis import Analysis, Clause, Token
from communique.read.dates.vocabulary import words

Leaning = Callable[[int, int], float]

_WORD = re.compile(r"[^\W\d_]+|['’]ll")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WINDOW = 240  # characters on either side in which a sentence's own words are looked for
_SURE_MODALS = frozenset({"will", "shall", "would"})
_AHEAD_MODALS = frozenset({"should", "must", "can", "may", "could", "need to", "have to"})
_LEAN = 2.0  # how many times farther away the other side counts; of 1.5, 2, 3 and 4 the best on the learning sets
_OWN = 6.0  # the time of a past verb right behind it: a weekday is then never one ahead
_AHEAD = 12.0  # what "will" or is "to" be done is not done in a month just past
_NEXT_TO = 4  # tokens from a verb within which a date behind it is that verb's own
_JUST_BEFORE = 1  # tokens before a verb within which a date is that verb's own ("on Monday *called*")


def leaning_by_words(text: str) -> Leaning:
    """How far expressions lean by the words of their sentence alone: below 0 back, above 0 ahead."""
    return lambda start, end: _by_words(text, start, end)


def leaning_by_clauses(analysis: Analysis) -> Leaning:
    """How far expressions lean by the clauses of an analysis, and by words where no clause tells."""

    def leaning(start: int, end: int) -> float:
        return (
            _by_preposition(analysis, start)
            or _by_clauses(analysis, start, end)
            or _by_words(analysis.text, start, end)
        )

    return leaning


def _by_preposition(analysis: Analysis, start: int) -> float:
    """A preposition tells by itself: "since May" looks back, "by May" and "until May" ahead."""
    before = analysis.text[max(0, start - 12) : start].split()
    word = before[-1].lower() if before else ""
    return -inf if word == "since" else _LEAN if word in ("until", "till", "by", "to") else 0.0


def _by_clauses(analysis: Analysis, start: int, end: int) -> float:
    """The first predicate above the expression that points somewhere; the nearer one decides."""
    inner = analysis.between(start, end)
    if not inner:
        return 0.0
    first = True
    for token in _upward(analysis, inner):
        clause = analysis.clause_of.get(token.index)
        if clause is not None:
            behind = 0 < inner[0].index - token.index <= _NEXT_TO
            before = 0 < token.index - inner[-1].index <= _JUST_BEFORE
            leaning = _of_passive(analysis, token) or _of_clause(token, clause, first and (behind or before))
            if leaning:
                return leaning
            first = False
    return 0.0


def _upward(analysis: Analysis, inner: tuple[Token, ...]) -> Iterator[Token]:
    """The expression's head and every token above it."""
    known = {token.index for token in inner}
    token = next((t for t in inner if t.head not in known or t.head == t.index), inner[-1])
    seen: set[int] = set()
    while token.index not in seen:
        seen.add(token.index)
        yield token
        token = analysis.tokens[token.head]


def _of_clause(token: Token, clause: Clause, own: bool) -> float:
    """Where one predicate leans. One that looks ahead ("agreed", "invited") does so for what it governs, but not
    for its `own` time, right behind it."""
    if clause.tense == "future" or clause.modality in _SURE_MODALS:
        return _AHEAD
    if clause.modality in _AHEAD_MODALS:
        return _LEAN
    if token.lower in words("SCHEDULING"):
        return _LEAN
    if token.lower in words("FORWARD") and not own:
        return _LEAN
    if clause.tense == "past":
        return -_OWN if own else -_LEAN
    return -_LEAN if token.form == "part" and clause.tense is None else 0.0


def _of_passive(analysis: Analysis, token: Token) -> float:
    """ "a summit *to be held* in November" lies ahead."""
    return _AHEAD if any(t.form == "inf" for t in analysis.dependents(token.index, "aux:pass")) else 0.0


def _by_words(text: str, start: int, end: int) -> float:
    """The nearest telling word before the expression, else after it, within its sentence."""
    left = text[max(0, start - _WINDOW) : start]
    breaks = [m.end() for m in _SENTENCE_END.finditer(left)]
    before = _WORD.findall(left[breaks[-1] if breaks else 0 :])
    for distance, word in enumerate(reversed(before)):
        helper = before[-distance - 2] if distance + 2 <= len(before) else ""
        leaning = _of_word(word, helper, distance)
        if leaning:
            return leaning
    right = text[end : end + _WINDOW]
    stop = _SENTENCE_END.search(right)
    after = _WORD.findall(right[: stop.start() if stop else None])
    words_after = zip(["", *after], after, strict=False)
    return next((leaning for helper, word in words_after if (leaning := _of_word(word, helper, 2))), 0.0)


def _of_word(word: str, helper: str, distance: int) -> float:
    """Where a word leans that stands so many words before an expression, `helper` being the word before it.

    As with clauses, a verb that looks ahead does not do so right before the expression ("agreed in April"), and
    "be held" lies ahead.
    """
    if word in words("FUTURE") or word in words("SCHEDULING"):
        return _LEAN
    if word in words("FORWARD"):
        return _LEAN if distance > 1 else -_LEAN
    if word in words("PAST") or (word.endswith("ed") and word.islower() and word not in words("NOT_PAST")):
        if helper in ("be", "is", "are"):
            return _LEAN if helper == "be" else 0.0
        return -_OWN if distance < _NEXT_TO else -_LEAN
    return 0.0
