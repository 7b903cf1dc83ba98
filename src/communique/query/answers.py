"""How the record goes on after a request or a promise: which later words and deeds are about the same object.

An answer is a later item of the pair whose words share the object of the request; a reply in the same report, which the
side asked says at once, in a verb of answering or about "the request"; or a later report's own narrative that what was
asked for has been done, put off or refused (`deeds`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from communique.model import Act, Evidence, Figure, KnownEncounter, Statement, Undertaking
from communique.query.citing import Citing
from communique.query.deeds import Telling, is_about, outcome, tellings
from communique.query.wishes import wish_of
from communique.resolve.matters import REPLY_WITHIN
from communique.resolve.subjects import Object, common_words, object_of, same_object, stem, without
from communique.resolve.threads import words_of

OPEN = "open"
ASKS: frozenset[Act] = frozenset({"request", "propose", "invite"})
PROMISES: frozenset[Act] = frozenset({"commit", "agree"})
_STATES = {
    "agreed": "agreed", "under way": "under way", "delayed": "delayed", "completed": "done", "in force": "done",
    "cancelled": "cancelled",
}  # fmt: skip
# How far a state has come; one of no place here ("declined", "delayed") undoes what was before it.
_FURTHER = {OPEN: 0, "promised": 1, "agreed": 1, "under way": 2, "done": 3}
_TOLD_IN: frozenset[str] = frozenset({"assess", "inform", "appreciate", "support"})  # acts that tell what has been done


@dataclass(frozen=True, slots=True)
class Answer:
    """The state that a later word or deed puts a request or promise in, and where it is told."""

    state: str
    evidence: Evidence


@dataclass(frozen=True)
class Answers:
    """All that can answer what was asked or promised: the pair's items and its reports."""

    statements: tuple[Statement, ...]
    undertakings: tuple[Undertaking, ...]
    citing: Citing
    figures: tuple[Figure, ...] = ()
    encounters: tuple[KnownEncounter, ...] = ()

    @property
    def _items(self) -> tuple[Statement | Undertaking, ...]:
        return (*self.statements, *self.undertakings)

    def to(self, item: Statement) -> Answer | None:
        """The answer that holds ("promised", "agreed", "declined", "under way", "delayed", "done", or "open, promised
        to review"), or None where nothing later is about its object."""
        found = [*self._said(item), *self._told(item), *self._taken_up(item)]
        found.sort(key=lambda answer: self.citing.when(answer.evidence))
        held: Answer | None = None
        for answer in found:
            if held is None or _holds(answer.state, held.state):
                held = answer
        return held

    def is_heard_of(self, item: Statement, since: str) -> bool:
        """Whether a report published after a day, month or year speaks of the object of an item."""
        sought = self._about(item)
        words = wish_of(item.content).words
        told = self._told_with(words)
        if any(telling.published[: len(since)] > since and is_about(words, telling) for telling in told):
            return True
        later = (other for other in self._later(item, sought) if same_object(sought, self._about(other)))
        return any(self.citing.published(other.evidence)[: len(since)] > since for other in later)

    def _said(self, item: Statement) -> Iterator[Answer]:
        sought = self._about(item)
        for other in self._later(item, sought):
            if same_object(sought, self._about(other)) or _replies(other, item):
                state = _state(other, item)
                if state is not None:
                    yield Answer(state, other.evidence)

    def _later(self, item: Statement, sought: Object) -> Iterator[Statement | Undertaking]:
        """What is told behind an item and can be about its object."""
        start = self.citing.when(item.evidence)
        for other in self._sharing(sought, item):
            evidence = other.evidence
            known = evidence.report in self.citing.reports and self._is_dated_like(evidence, item.evidence)
            if known and self.citing.when(evidence) > start and not _within(evidence, item.evidence):
                yield other

    def _about(self, item: Statement | Undertaking) -> Object:
        return without(object_of(words_of(item)), self._common)

    @cached_property
    def _common(self) -> Object:
        return common_words([object_of(words_of(item)) for item in self._items])

    def _sharing(self, sought: Object, item: Statement) -> Iterable[Statement | Undertaking]:
        """What shares a word with the object and, of what is asked, all that stands in the same report."""
        found = {id(other): other for word in sorted(sought) for other in self._by_word.get(word, ())}
        if item.act in PROMISES:
            return [other for other in found.values() if other.evidence.report != item.evidence.report]
        found |= {id(other): other for other in self._by_report.get(item.evidence.report, ())}
        return found.values()

    def _told(self, item: Statement) -> Iterator[Answer]:
        """What later reports tell of it in their own words."""
        published = self.citing.published(item.evidence)
        barred = set(item.speaker_parties) if item.act != "commit" else set(item.addressee_parties)
        wish = wish_of(item.content, frozenset(barred))
        if not published or not wish.words:
            return
        told = self._told_with(wish.words)
        known = {t.evidence.report for t in told if is_about(wish.words, t)}
        for telling in told:
            if self._comes_after(telling, item) and not self._is_spoken(telling.evidence):
                state = outcome(wish, telling, telling.evidence.report in known)
                if state is not None:
                    given = tuple(self._values(telling.evidence))
                    yield Answer(state if "," in state else _in_part(state, given, item), telling.evidence)

    def _comes_after(self, telling: Telling, item: Statement) -> bool:
        """Whether a sentence is of a later report, or what the other side says right behind a request."""
        own = item.evidence
        if telling.evidence.report != own.report:
            return telling.published > self.citing.published(own)
        near = 0 <= telling.evidence.start - own.end <= REPLY_WITHIN and item.act not in PROMISES
        return near and any(
            isinstance(other, Statement)
            and other.evidence.span.overlaps(telling.evidence.span)
            and other.speaker_parties
            and not set(other.speaker_parties) & set(item.speaker_parties)
            for other in self._by_report.get(own.report, ())
        )

    def _values(self, evidence: Evidence) -> Iterator[float]:
        """The values of the figures in a stretch of a report."""
        for figure in self.figures:
            here = figure.evidence.report == evidence.report and evidence.span.covers(figure.evidence.span)
            if here and figure.value is not None:
                yield figure.value

    def _taken_up(self, item: Statement) -> Iterator[Answer]:
        """An invitation is taken up by the first later encounter in the inviting country with one whom it names."""
        published = self.citing.published(item.evidence)
        for known in self.encounters if item.act == "invite" and published else ():
            met = known.encounter
            there = (met.location.country if met.location else None) or met.place_country
            if met.status != "held" or there not in item.speaker_parties or (met.start or "") <= published:
                continue
            if set(item.addressees) & set(met.participants) or any(
                name.split()[-1] in item.content for name in met.participants
            ):
                yield Answer("done", met.evidence)
                return

    def _is_dated_like(self, evidence: Evidence, own: Evidence) -> bool:
        """Whether it is known which of two came first: both reports have a day, or they are one."""
        days = {self.citing.published(evidence), self.citing.published(own)}
        return evidence.report == own.report or "" not in days

    def _is_spoken(self, evidence: Evidence) -> bool:
        """Whether a sentence holds what was asked, promised or talked about: that tells of no deed."""
        here = self._by_report.get(evidence.report, ())
        spoken = (o for o in here if isinstance(o, Statement) and o.act not in _TOLD_IN and o.content_span)
        return any(o.evidence.span.overlaps(evidence.span) for o in spoken)

    @cached_property
    def _by_word(self) -> Mapping[str, list[Statement | Undertaking]]:
        found: dict[str, list[Statement | Undertaking]] = {}
        for item in self._items:
            for word in object_of(words_of(item)):
                found.setdefault(word, []).append(item)
        return found

    @cached_property
    def _by_report(self) -> Mapping[str, list[Statement | Undertaking]]:
        found: dict[str, list[Statement | Undertaking]] = {}
        for item in self._items:
            found.setdefault(item.evidence.report, []).append(item)
        return found

    def _told_with(self, words: Iterable[str]) -> Collection[Telling]:
        """The sentences that hold one of the words of an object, each once."""
        return {id(telling): telling for word in words for telling in self._tellings.get(word, ())}.values()

    @cached_property
    def _tellings(self) -> Mapping[str, list[Telling]]:
        found: dict[str, list[Telling]] = {}
        for report in self.citing.reports.values():
            for telling in tellings(report):
                for word in telling.object:
                    found.setdefault(word, []).append(telling)
        return found


def _holds(state: str, before: str) -> bool:
    """Whether a later state takes the place of the one before: what is done is not undone by being promised again."""
    new, old = (_FURTHER.get(known.partition(",")[0]) for known in (state, before))
    return new is None or old is None or new >= old


def _within(other: Evidence, own: Evidence) -> bool:
    """Whether an item stands in the statement's own words: what is asked for is no answer to the asking."""
    return other.report == own.report and other.span.overlaps(own.span)


def _state(other: Statement | Undertaking, item: Statement) -> str | None:
    """How an item answers a statement: an agreement, a promise or refusal of the other side, an undertaking; a promise
    is answered by what is done, not by what is promised again or has been in force all along."""
    if isinstance(other, Undertaking):
        stands = other.status in {"in force", "agreed"} and item.act in PROMISES
        state = None if stands else _STATES.get(other.status)
        return state and _in_part(state, other.figures, item)
    if item.act in PROMISES:
        return None
    mine = bool(set(other.speaker_parties) & set(item.speaker_parties))
    if other.act == "agree" and not other.negated:
        return _open_or("agreed", other, item)
    if other.act == "commit" and not mine:
        return _open_or("promised", other, item)
    return "declined" if other.act == "reject" and not mine else None


def _open_or(state: str, other: Statement, item: Statement) -> str:
    """A promise to look at what was asked leaves it open; a smaller number grants a part."""
    if (verb := considered(other.content)) and not considered(item.content):
        return f"{OPEN}, {state} to {verb}"
    return _in_part(state, other.figures, item)


def _in_part(state: str, values: tuple[float, ...], item: Statement) -> str:
    """The state, with a note where a smaller number was given than asked for."""
    given, asked = set(values), set(item.figures)
    return f"{state}, in part" if len(given) == len(asked) == 1 and max(given) < min(asked) else state


def considered(content: str) -> str | None:
    """The verb of a content that is no more than to look at something: "review", "look into"."""
    found = _considering().search(content.lower())
    return found[1] if found else None


@cache
def _considering() -> re.Pattern[str]:
    """At the head of what is promised: "to review …", "Laos would consider …", "that it will look into …"."""
    verbs = "|".join(sorted(map(re.escape, _vocabulary("considering")), key=len, reverse=True))
    lead = r"^(?:(?:\S+\s+){0,6}?(?:will|would|shall|to|'ll)\s+)?(?:also\s+|carefully\s+|further\s+|seriously\s+)*"
    return re.compile(rf"{lead}({verbs})\b")


def _replies(other: Statement | Undertaking, item: Statement) -> bool:
    """Whether a statement is the reply to another: told right after it, by the other side, as an answer."""
    if not isinstance(other, Statement) or other.evidence.report != item.evidence.report:
        return False
    near = 0 <= other.evidence.start - item.evidence.end <= REPLY_WITHIN
    words = frozenset(re.findall(r"\w+", other.evidence.quote.lower()))
    answering = {stem(word) for word in re.findall(r"\w+", other.cue.lower())} & _stems("replies")
    return (
        near
        and not set(other.speaker_parties) & set(item.speaker_parties)
        and bool(answering or words & _vocabulary("taken_up"))
    )


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, _vocabulary(name)))


@cache
def _vocabulary(name: str) -> frozenset[str]:
    from communique.vocabulary import load_yaml

    return frozenset(load_yaml("answers.yaml")[name])
