"""How the record goes on after a request or a promise: which later words and deeds are about the same object.

A matter holds all that two parties said on one topic, so its state says too little about one request in it. An answer
is a later item of the matter whose words share the object of the request, or a reply in the same report: what the side
asked says at once, in a verb of answering or about "the request".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from communique.model import Evidence, Matter, Statement, Undertaking
from communique.query.citing import Citing
from communique.resolve.matters import REPLY_WITHIN

_SHARED = 0.5  # of the content words of the shorter text
_FEWEST = 2  # words in common; one alone is mostly the topic
_STEM = 6  # letters that "demarcate" and "demarcation" have in common
_STATES = {"agreed": "agreed", "under way": "under way", "delayed": "delayed", "completed": "done", "in force": "done"}


def latest_answer(item: Statement, matter: Matter | None, citing: Citing) -> str | None:
    """The state that the last answer to a statement puts it in ("promised", "agreed", "declined", "under way",
    "delayed", "done"), or None where nothing later is about its object."""
    if matter is None:
        return None
    sought = _object(item.content)
    start = citing.when(item.evidence)
    later = [
        (citing.when(other.evidence), state)
        for other, state in _steps(item, matter)
        if other.evidence.report in citing.reports
        and citing.when(other.evidence) > start
        and not _within(other.evidence, item.evidence)
        and (_same(sought, _object(_words_of(other))) or _replies(other, item))
    ]
    return max(later)[1] if later else None


def _within(other: Evidence, own: Evidence) -> bool:
    """Whether an item stands in the statement's own words: what is asked for is no answer to the asking."""
    return other.report == own.report and other.span.overlaps(own.span)


def _steps(item: Statement, matter: Matter) -> Iterator[tuple[Statement | Undertaking, str]]:
    """What can answer a statement: an agreement, a promise of the other side, an undertaking with its status."""
    for other in matter.statements:
        if other.act == "agree" and not other.negated:
            yield other, "agreed"
        elif other.act == "commit" and not set(other.speaker_parties) & set(item.speaker_parties):
            yield other, "promised"
        elif other.act == "reject" and not set(other.speaker_parties) & set(item.speaker_parties):
            yield other, "declined"
    for undertaking in matter.undertakings:
        if undertaking.status in _STATES:
            yield undertaking, _STATES[undertaking.status]


def _replies(other: Statement | Undertaking, item: Statement) -> bool:
    """Whether a statement is the reply to another: told right after it, by the other side, as an answer."""
    if not isinstance(other, Statement) or other.evidence.report != item.evidence.report:
        return False
    near = 0 <= other.evidence.start - item.evidence.end <= REPLY_WITHIN
    words = frozenset(re.findall(r"\w+", other.evidence.quote.lower()))
    answering = {word[:_STEM] for word in re.findall(r"\w+", other.cue.lower())} & _stems("replies")
    return (
        near
        and not set(other.speaker_parties) & set(item.speaker_parties)
        and bool(answering or words & _vocabulary("taken_up"))
    )


def _words_of(item: Statement | Undertaking) -> str:
    return item.content if isinstance(item, Statement) else item.name


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _FEWEST and shared >= _SHARED * min(len(a), len(b))


@lru_cache(maxsize=1 << 16)  # each item of a matter is compared with every other
def _object(text: str) -> frozenset[str]:
    """The stems of the words that tell the object: no party, no function word, no word of courtesy."""
    from communique.read.parties import find_parties
    from communique.resolve.folding import words

    bare = list(text)
    for mention in find_parties(text):
        bare[mention.span.start : mention.span.end] = " " * len(mention.span)
    found = {word for word in words("".join(bare)) if len(word) > 3}
    return frozenset(word[:_STEM] for word in found - _general())


@cache
def _general() -> frozenset[str]:
    return _vocabulary("general")


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _vocabulary(name))


@cache
def _vocabulary(name: str) -> frozenset[str]:
    from communique.vocabulary import load_yaml

    return frozenset(load_yaml("answers.yaml")[name])
