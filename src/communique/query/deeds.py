"""Deeds that reports tell in their own words: what was asked for has been done, put off or refused.

"The ban was lifted on July 2, the ministry confirmed": whether a sentence is about the same thing is told by the words
of the object, and what became of it by the form of the verb that was asked for, or of one that comes to the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from communique.model import Evidence, Report
from communique.read.parties import find_parties
from communique.resolve.subjects import Object, object_of, object_words, stem
from communique.vocabulary import load_yaml

_SENTENCE_EDGE = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]?[A-ZÀ-Þ0-9])|\n")
_SHARED = 0.75  # of the object's words; with the last of them less will do
_SHARED_WITH_LAST = 0.6
_LEAD = 28  # characters before a verb in which "will", "not", "to" change its meaning
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 600  # characters; what is longer is a list or a table
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\b(?:\s+\w+)?\s+$", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:is|are|be|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)  # "is lifted", "being lifted"
_GAP = r"(?:\s+\S+){0,4}?\s+"  # between a verb and its particle: "handed the vehicles back"


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a report, with the words of its object and the parties that it names, by place."""

    evidence: Evidence
    published: str
    object: Object
    parties: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request or a promise is to bring about. `barred` are the parties of which it is not to come."""

    words: tuple[str, ...]
    verbs: tuple[str, ...]
    barred: frozenset[str]


def tellings(report: Report) -> Iterator[Telling]:
    """The sentences of a report that has a day of publication."""
    for start, end in _sentences(report):
        quote = report.text[start:end]
        if report.published and 0 < len(quote) <= _LONGEST:
            named = tuple((mention.span.start, mention.code) for mention in find_parties(quote))
            yield Telling(Evidence(report.id, start, end, quote), report.published, object_of(quote), named)


def _sentences(report: Report) -> Iterator[tuple[int, int]]:
    """Where the sentences of the running text stand, without headers, datelines and captions."""
    edges = {0, len(report.text), *(match.end() for match in _SENTENCE_EDGE.finditer(report.text))}
    edges |= {edge for mark in report.marks for edge in (mark.start, mark.end)}
    for start, end in pairwise(sorted(edges)):
        quote = report.text[start:end]
        if not any(mark.start <= start < mark.end for mark in report.marks):
            yield start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())


@lru_cache(maxsize=1 << 14)
def wish_of(content: str, barred: frozenset[str]) -> Wish:
    """What a content asks for: its verb with those that come to the same, and the words of its object."""
    verbs = _verbs(content)
    forms = {stem(word) for verb in verbs for word in verb.split()}
    return Wish(tuple(word for word in object_words(content) if word not in forms), verbs, barred)


def outcome(wish: Wish, telling: Telling) -> str | None:
    """What a sentence says became of the wish ("done", "delayed", "declined"); None where it says nothing of it."""
    if not wish.verbs or not is_about(wish.words, telling):
        return None
    quote = telling.evidence.quote
    for state, pattern in (("delayed", _delay()), ("declined", _refusal())):
        if (found := pattern.search(quote)) and _is_told(quote, found.start()):
            return state
    if any(_is_told(quote, at) and not _is_barred(wish, telling, at) for at in _done_at(wish.verbs, quote)):
        return None if _is_past(telling) else "done"
    return None


def is_about(words: Sequence[str], telling: Telling) -> bool:
    """Whether a sentence holds enough of the words of an object."""
    shared = [word for word in words if word in telling.object]
    if not shared:
        return False
    enough = _SHARED_WITH_LAST if words[-1] in telling.object else _SHARED
    return len(shared) >= enough * len(words)


def _is_told(quote: str, at: int) -> bool:
    """Whether a verb tells what has come about: not what will, should, might or did not."""
    before = quote[max(0, at - _LEAD) : at]
    return _unreal().search(before) is None and _STANDING.search(before) is None


def _is_barred(wish: Wish, telling: Telling, at: int) -> bool:
    """Whether the deed is the asking side's own: it is the party named last before a verb in the active, unless that
    tells what it has received."""
    quote = telling.evidence.quote
    if _PASSIVE.search(quote[max(0, at - _LEAD) : at]) or _receiving().match(quote, at):
        return False
    before = [code for place, code in telling.parties if place < at]
    return bool(before) and before[-1] in wish.barred


def _is_past(telling: Telling) -> bool:
    """Whether the sentence tells of an earlier year only."""
    years = _YEAR.findall(telling.evidence.quote)
    return bool(years) and max(years) < telling.published[:4] and int(telling.published[:4]) - int(max(years)) > 1


def _done_at(verbs: Sequence[str], quote: str) -> Iterator[int]:
    return (match.start() for match in _done(tuple(verbs)).finditer(quote))


@cache
def _families() -> tuple[tuple[str, ...], ...]:
    """Verbs that come to the same, in the base form."""
    return tuple(tuple(family) for family in load_yaml("answers.yaml")["deeds"])


def _verbs(content: str) -> tuple[str, ...]:
    """The verb that the content asks for, with those that come to the same; none where what is asked has no end ("to
    deepen ties")."""
    found = _asked().match(" ".join(content.lower().split()))
    if found is None:
        return ()
    verb = _base(found["verb"], found["particle"] or "")
    if verb is None or verb.split()[0] in _endless():
        return ()
    return next((family for family in _families() if verb in family), (verb,))


@cache
def _asked() -> re.Pattern[str]:
    """The head of a content: "to lift …", "Laos would open …", "companies be allowed to …", "the return of"."""
    aside = r"(?:\w+ly\s+|also\s+|further\s+|soon\s+)?"
    modal = rf"(?:to|(?:\S+\s+){{1,8}}?(?:will|would|shall|should|must|could|to))\s+{aside}(?:be\s+)?{aside}"
    passive = rf"(?:\S+\s+){{1,6}}?be\s+{aside}"
    noun = r"(?:the\s+)?(?:early\s+|full\s+|prompt\s+|speedy\s+)?(?=\w+\s+(?:of\b|the\b|its\b|all\b))"
    particles = "|".join(sorted({word for family in _families() for verb in family for word in verb.split()[1:]}))
    return re.compile(rf"(?:{modal}|{passive}|{noun})(?P<verb>[a-z]+)(?:\s+(?P<particle>{particles})\b)?")


def _base(word: str, particle: str) -> str | None:
    """The base form of a verb as it is asked for, with its particle where the two are one verb."""
    forms = _forms()
    return forms.get(f"{word} {particle}".strip()) or forms.get(word) or word


@cache
def _forms() -> Mapping[str, str]:
    """Base form, past and gerund of every verb of the families, and the nouns that stand for them, to the base form."""
    found: dict[str, str] = dict(load_yaml("answers.yaml")["nouns_of_deeds"])
    for verb in (verb for family in _families() for verb in family):
        head, *particle = verb.split()
        pasts = _irregular().get(head) or (_regular(head),)
        for form in (head, *pasts, _gerund(head)):
            found.setdefault(" ".join((form, *particle)), verb)
    return found


@cache
def _endless() -> frozenset[str]:
    return frozenset(load_yaml("answers.yaml")["endless"])


@lru_cache(maxsize=512)
def _done(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """The verbs in the past, and in the present with "now"."""
    told = "|".join(_pasts(verb) for verb in verbs)
    now = "|".join(rf"now\s+{_joined(verb)}s?" for verb in verbs)
    return re.compile(rf"\b(?:{told}|{now})\b", re.IGNORECASE)


def _joined(verb: str) -> str:
    """A verb with its particle, which may stand behind the object."""
    head, *particle = verb.split()
    return head + "".join(f"{_GAP}{re.escape(part)}" for part in particle)


def _pasts(verb: str) -> str:
    head, *particle = verb.split()
    forms = _irregular().get(head) or (_regular(head),)
    return "|".join(_joined(" ".join((form, *particle))) for form in forms)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in _doubling() else f"{verb}ed"


def _gerund(verb: str) -> str:
    base = verb[:-1] if verb.endswith("e") else verb + (verb[-1] if verb in _doubling() else "")
    return f"{base}ing"


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    return {verb: tuple(forms) for verb, forms in load_yaml("answers.yaml")["irregular"].items()}


@cache
def _doubling() -> frozenset[str]:
    return frozenset(load_yaml("answers.yaml")["doubling"])


@cache
def _delay() -> re.Pattern[str]:
    return _either("delayed")


@cache
def _refusal() -> re.Pattern[str]:
    return _either("refused")


@cache
def _unreal() -> re.Pattern[str]:
    """Words by which what follows is not (yet) done, near enough before it."""
    words = "|".join(load_yaml("answers.yaml")["unreal"])
    return re.compile(rf"\b(?:{words})\b(?:\W+\w+){{0,2}}\W*$", re.IGNORECASE)


@cache
def _receiving() -> re.Pattern[str]:
    verbs = load_yaml("answers.yaml")["receiving"]
    forms = "|".join(rf"{_pasts(verb)}|now\s+{verb}" for verb in verbs)
    return re.compile(rf"(?:{forms})", re.IGNORECASE)


def _either(name: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in load_yaml("answers.yaml")[name])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)
