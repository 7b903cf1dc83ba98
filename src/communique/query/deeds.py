"""Deeds that reports tell in their own words: what was asked for has been done, put off or refused.

"The ban was lifted on July 2, the ministry confirmed": whether a sentence is about the same thing is told by the words
of the object, and what became of it by the form of the verb that was asked for, or of one that comes to the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from communique.model import Evidence, Report
from communique.query.verb_forms import either, listed, receiving, thanked_for, told_as_done
from communique.query.wishes import Wish
from communique.read.parties import find_parties
from communique.resolve.subjects import Object, object_of

_SENTENCE_EDGE = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]?[A-ZÀ-Þ0-9])|\n")
_SHARED = 0.75  # of the object's words; with the last of them less will do
_SHARED_WITH_LAST = 0.6
_LEAD = 28  # characters before a verb in which "will", "not", "to" change its meaning
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 600  # characters; what is longer is a list or a table
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\b(?:\s+\w+)?\s+$", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:is|are|be|being)\s+(?:(?!now)\w+ly\s+)?$", re.IGNORECASE)  # "is lifted", "being lifted"
_IN_PART = re.compile(
    r"\b(?:half|some|most|one|two|three|\d[\d,]*|part|a third|two thirds) of\b|\bpart(?:ly|ially)\b", re.I
)
_BEGUN = re.compile(
    r"\b(?:works?|construction|building)\b.{0,80}?"
    r"\b(?:began|begun|started|(?:is|are) (?:now )?under ?way|go(?:es|ing) on)\b",
    re.IGNORECASE,
)
# What stands between a party's name and the verb where the party is the one that acts.
_ACTING = re.compile(
    r"(?:['’]s?)?(?:\s+(?:has|have|had|also|already|then|now|in turn|for its part|\w+ly|authorities|government|"
    r"ministry|officials|parliament|customs|side|court|police|army|navy|cabinet|embassy|foreign|of|and|the))*\s+$"
)
_PLACED = re.compile(r"\b(?:of|to|from|with|in|for|by|against|on|between|at|near|via|into)\s+(?:the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a report, with the words of its object."""

    evidence: Evidence
    published: str
    object: Object


def tellings(report: Report) -> Iterator[Telling]:
    """The sentences of a report that has a day of publication."""
    for start, end in _sentences(report):
        quote = report.text[start:end]
        if report.published and 0 < len(quote) <= _LONGEST:
            evidence = Evidence(report.id, start, end, quote)
            yield Telling(evidence, report.published, object_of(quote))


def _sentences(report: Report) -> Iterator[tuple[int, int]]:
    """Where the sentences of the running text stand, without headers, datelines and captions."""
    edges = {0, len(report.text), *(match.end() for match in _SENTENCE_EDGE.finditer(report.text))}
    edges |= {edge for mark in report.marks for edge in (mark.start, mark.end)}
    for start, end in pairwise(sorted(edges)):
        quote = report.text[start:end]
        if not any(mark.start <= start < mark.end for mark in report.marks):
            yield start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())


def outcome(wish: Wish, telling: Telling, spoken_of: bool = False) -> str | None:
    """What a sentence says became of the wish ("done", "done, in part", "under way", "delayed", "declined"); None where
    it says nothing of it. `spoken_of` is true where the report speaks of the object elsewhere: then "25 of the trucks"
    are those that were asked for."""
    if not wish.verbs or not (is_about(wish.words, telling) or (spoken_of and _takes_up(wish.words, telling))):
        return None
    return _hindered(wish, telling) or _begun(wish, telling) or _done(wish, telling)


def is_about(words: Sequence[str], telling: Telling) -> bool:
    """Whether a sentence holds enough of the words of an object."""
    shared = [word for word in words if word in telling.object]
    if not shared:
        return False
    enough = _SHARED_WITH_LAST if words[-1] in telling.object else _SHARED
    return len(shared) >= enough * len(words)


def _takes_up(words: Sequence[str], telling: Telling) -> bool:
    """Whether a sentence names what is last in an object, which is enough where the rest is known already."""
    return words[-1] in telling.object


def _hindered(wish: Wish, telling: Telling) -> str | None:
    quote = telling.evidence.quote
    for state in ("delayed", "declined"):
        found = either(state).search(quote)
        if found and _is_told(quote, found.start()) and not told_as_done(wish.verbs).match(quote, found.start()):
            return state
    return None


def _begun(wish: Wish, telling: Telling) -> str | None:
    """ "*Work on* the bridge *began* on Monday"."""
    begun = "build" in wish.verbs and _BEGUN.search(telling.evidence.quote)
    return "under way" if begun and _is_told(telling.evidence.quote, begun.start()) else None


def _done(wish: Wish, telling: Telling) -> str | None:
    quote = telling.evidence.quote
    if thanked_for(wish.verbs).search(quote):
        return "done"
    at = (match.start() for match in told_as_done(wish.verbs).finditer(quote))
    if not any(_is_told(quote, place) and not _is_barred(wish, telling, place) for place in at):
        return None
    if _is_past(wish, telling):
        return None
    return "done, in part" if _IN_PART.search(quote) else "done"


def _is_told(quote: str, at: int) -> bool:
    """Whether a verb tells what has come about: not what will, should, might or did not."""
    before = quote[max(0, at - _LEAD) : at]
    return _unreal().search(before) is None and _STANDING.search(before) is None


def _is_barred(wish: Wish, telling: Telling, at: int) -> bool:
    """Whether the deed is the asking side's own: it acts, and does not tell what it has received."""
    quote = telling.evidence.quote
    if _PASSIVE.search(quote[max(0, at - _LEAD) : at]) or receiving().match(quote, at):
        return False
    before = [mention for mention in find_parties(quote) if mention.span.end <= at]
    if not before or before[-1].code not in wish.barred:
        return False
    last = before[-1].span
    return _ACTING.fullmatch(quote, last.end, at) is not None and not _PLACED.search(quote[: last.start])


def _is_past(wish: Wish, telling: Telling) -> bool:
    """Whether the sentence tells of an earlier year only."""
    years = set(_YEAR.findall(telling.evidence.quote)) - wish.years
    return bool(years) and int(telling.published[:4]) - int(max(years)) > 1


@cache
def _unreal() -> re.Pattern[str]:
    """Words by which what follows is not (yet) done, near enough before it."""
    words = "|".join(sorted(listed("unreal")))
    return re.compile(rf"\b(?:{words})\b(?:\W+\w+){{0,2}}\W*$", re.IGNORECASE)
