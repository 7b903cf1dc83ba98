"""Which way the clause around a date expression leans: back or ahead of the day of publication.

With an analysis, the governing predicates tell; without one, the nearest telling word of the sentence does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property
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
_BEFORE = {"ahead of": _AHEAD, "in advance of": _AHEAD, "since": -inf, "following": -_OWN, "back in": -_OWN}
_BEING = {"be": "FUTURE", "is": "", "are": ""}  # what these make of a past participle behind them
_TO_COME = ("UPCOMING", "PLANNED", "PLANS", "AHEAD")
_NEXT_TO = 4  # tokens from a verb within which a date behind it is that verb's own
_JUST_BEFORE = 1  # tokens before a verb within which a date is that verb's own ("on Monday *called*")


def leaning_by_words(text: str) -> Leaning:
    """How far expressions lean by the words of their sentence alone: below 0 back, above 0 ahead."""
    return _Sentences(text).leaning


def leaning_by_clauses(analysis: Analysis) -> Leaning:
    """How far expressions lean by the clauses of an analysis, and by words where no clause tells."""
    by_words = leaning_by_words(analysis.text)

    def leaning(start: int, end: int) -> float:
        return _by_preposition(analysis, start) or _by_clauses(analysis, start, end) or by_words(start, end)

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
    below: Token | None = None
    first = True
    for token in _upward(analysis, inner):
        leaning = _of_noun(analysis, token)
        clause = analysis.clause_of.get(token.index)
        if not leaning and clause is not None:
            if first and any(t.lower in words("UPCOMING") for t in analysis.tokens[token.index : inner[0].index]):
                return _AHEAD  # "discussed the upcoming elections in November", whatever November hangs from
            if first and _is_time_of_deed(analysis, token, inner):
                return -inf
            own = first and _is_own(token, below, inner)
            leaning = _of_passive(analysis, token) or _of_clause(analysis, token, clause, own)
            first = False
        if leaning:
            return min(leaning, -_OWN) if leaning < 0 and _names(inner, analysis) else leaning
        below = token
    return -_LEAN if _names(inner, analysis) else 0.0


def _names(inner: tuple[Token, ...], analysis: Analysis) -> bool:
    """True for a day that tells one thing from others of its kind ("the *January 27* order", "*Friday*'s meeting"):
    such a thing is known, so it mostly lies back."""
    last = inner[-1]
    named = analysis.tokens[inner[-1].head if inner[-1].head not in {t.index for t in inner} else inner[0].head]
    sharp = not inner[0].text.islower()  # no "winter season"
    return sharp and named.upos in ("NOUN", "PROPN") and 0 < named.index - last.index <= _NEXT_TO


def _is_own(verb: Token, below: Token | None, inner: tuple[Token, ...]) -> bool:
    """True for the time of a verb itself: right before it, in front of its clause, or close behind it and not the
    time of a thing that stands between ("discussed the summit *in November*")."""
    direct = below is None or (inner[0].start <= below.start and below.end <= inner[-1].end)
    if verb.index > inner[-1].index:
        return direct or verb.index - inner[-1].index <= _JUST_BEFORE
    return direct and inner[0].index - verb.index <= _NEXT_TO


def _is_time_of_deed(analysis: Analysis, verb: Token, inner: tuple[Token, ...]) -> bool:
    """ "*attended* a meeting of foreign ministers in Luanda on *Saturday*": the time of what was done, not of
    something that was said, nor of something that stands between and is still to come."""
    looks_ahead = verb.lower in words("FORWARD") or verb.lemma in words("TELLING")
    if analysis.clause_of[verb.index].tense != "past" or looks_ahead or inner[-1].head != verb.index:
        return False
    between = analysis.tokens[verb.index + 1 : inner[0].index]
    return not any(token.lower in words(name) for token in between for name in _TO_COME)


def _of_noun(analysis: Analysis, token: Token) -> float:
    """What stands before a thing on the way up tells: an *upcoming* summit, *ahead of* it, *since* it."""
    for modifier in analysis.dependents(token.index, "amod", "compound"):
        if modifier.lower in words("UPCOMING") or modifier.lower in words("PLANNED"):
            return _AHEAD
    if token.upos not in ("NOUN", "PROPN"):
        return 0.0
    if token.lower in words("PLANS"):
        return _LEAN
    start = analysis.subtree(token.index)[0].start
    before = analysis.text[max(0, start - 24) : analysis.tokens[token.index].start].lower()
    return next((lean for phrase, lean in _BEFORE.items() if f" {phrase} " in f" {before} "), 0.0)


def _upward(analysis: Analysis, inner: tuple[Token, ...]) -> Iterator[Token]:
    """The expression's head and every token above it."""
    known = {token.index for token in inner}
    token = next((t for t in inner if t.head not in known or t.head == t.index), inner[-1])
    seen: set[int] = set()
    while token.index not in seen:
        seen.add(token.index)
        yield token
        token = analysis.tokens[token.head]


def _is_to_be(analysis: Analysis, token: Token) -> bool:
    """ "*is to* visit Peru in September"."""
    above = analysis.tokens[token.head]
    return token.form == "inf" and token.deprel == "xcomp" and above.lower in {"is", "are"}


def _of_clause(analysis: Analysis, token: Token, clause: Clause, own: bool) -> float:
    """Where one predicate leans. One that looks ahead ("agreed", "invited") does so for what it governs, but not
    for its `own` time."""
    if clause.tense == "future" or clause.modality in _SURE_MODALS:
        return _AHEAD
    if _is_to_be(analysis, token):
        return _AHEAD
    if clause.modality in _AHEAD_MODALS:
        return _LEAN
    if token.lower in words("SCHEDULING"):
        return _LEAN
    done = token.form == "part" and token.deprel.startswith("acl") and token.lower in words("DEEDS")
    if token.lower in words("FORWARD") and not own and not done:
        return _LEAN
    if token.form == "inf" and token.lemma not in words("TELLING") and clause.tense is None:
        return _LEAN
    if clause.tense == "past":
        return -_OWN if own else -_LEAN
    return -_LEAN if token.form == "part" and clause.tense is None else 0.0


def _of_passive(analysis: Analysis, token: Token) -> float:
    """ "a summit *to be held* in November" lies ahead."""
    return _AHEAD if any(t.form == "inf" for t in analysis.dependents(token.index, "aux:pass")) else 0.0


class _Sentences:
    """The telling words of a text, sentence by sentence; each sentence is looked through once, when it is asked of."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, _Telling] = {}

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self._text)]

    def leaning(self, start: int, end: int) -> float:
        """Where the nearest telling word before the expression leans, else the first after it, in its sentence."""
        return self._around(start).before(start) or self._around(end).after(end)

    def _around(self, offset: int) -> _Telling:
        """The sentence that holds a place."""
        index = bisect_right(self._ends, offset)
        known = self._known.get(index)
        if known is None:
            first = self._ends[index - 1] if index else 0
            last = self._ends[index] if index < len(self._ends) else len(self._text)
            known = self._known[index] = _Telling(self._text, first, last)
        return known


class _Telling:
    """The words of one sentence: where each begins, and those that tell, with their number and what they say."""

    def __init__(self, text: str, first: int, last: int) -> None:
        self._starts: list[int] = []
        self._telling: list[tuple[int, int, str]] = []  # offset, number among the words, what it says
        helper = ""
        for number, match in enumerate(_WORD.finditer(text, first, last)):
            word = match.group()
            self._starts.append(match.start())
            says = _says(word, helper)
            if says:
                self._telling.append((match.start(), number, says))
            helper = word

    def before(self, start: int) -> float:
        """Where the last telling word before a place leans."""
        index = bisect_left(self._telling, (start,)) - 1
        if index < 0 or self._telling[index][0] < start - _WINDOW:
            return 0.0
        _, number, says = self._telling[index]
        return _leaning_of(says, bisect_left(self._starts, start) - number - 1)

    def after(self, end: int) -> float:
        """Where the first telling word from a place on leans."""
        index = bisect_left(self._telling, (end,))
        if index == len(self._telling) or self._telling[index][0] > end + _WINDOW:
            return 0.0
        return _leaning_of(self._telling[index][2], _NEXT_TO // 2)


@cache
def _table() -> dict[str, str]:
    """Each telling word with what it says: of a time ahead, of what it governs ahead, of a time past."""
    names = ("PAST", "FORWARD", "SCHEDULING", "FUTURE")  # the later wins
    return {word: "FUTURE" if name == "SCHEDULING" else name for name in names for word in words(name)}


def _says(word: str, helper: str) -> str:
    """What a word says of time, the word before it being `helper`; "be held" lies ahead, "is held" tells nothing."""
    known = _table().get(word, "")
    if not known and word.endswith("ed") and word.islower() and word not in words("NOT_PAST"):
        known = "PAST"
    if known == "PAST" and helper in _BEING:
        return _BEING[helper]
    return known


def _leaning_of(says: str, distance: int) -> float:
    """Where a telling word leans that stands so many words before an expression.

    As with clauses, a verb that looks ahead does not do so right before the expression ("agreed in April").
    """
    if says == "FORWARD":
        return _LEAN if distance > 1 else -_LEAN
    if says == "PAST":
        return -_OWN if distance < _NEXT_TO else -_LEAN
    return _LEAN
