"""Who is one person with whom: the pairs that the record is unsure of, and what a reviewer decides about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from communique.errors import CommuniqueError
from communique.model import Evidence, Judgement, KnownPerson
from communique.model.record import Suggestion
from communique.pipeline import resolve
from communique.resolve.folding import fold
from communique.resolve.profiles import Mention, Profile, profile
from communique.resolve.unsure import weigh
from communique.store import Record

Answer = Literal["same", "different", "open"]
_MOST_READ = 50  # reports read again for what they say of one person
_MOST_NAMED = 5  # people listed where a name fits several


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people before a reviewer, with the suggestion to look at them where there is one."""

    first: KnownPerson
    second: KnownPerson
    suggestion: Suggestion | None = None

    @property
    def evidence(self) -> tuple[Evidence, Evidence]:
        """A place that names the first, and one that names the second."""
        if self.suggestion is not None:
            return self.suggestion.evidence
        return self.first.evidence[0], self.second.evidence[0]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for a pair's being one person, and what against it, in words."""

    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


def grounds(record: Record, pair: Pair) -> Grounds:
    """The grounds of a pair's suggestion; where nothing was suggested, those found in what the reports say of both."""
    if pair.suggestion is not None:
        return Grounds(pair.suggestion.reasons, pair.suggestion.doubts)
    found = weigh(_profile(record, pair.first), _profile(record, pair.second))
    return Grounds(tuple(reason for reason, _ in found.reasons), tuple(doubt for doubt, _ in found.doubts))


def _profile(record: Record, person: KnownPerson) -> Profile:
    """What the reports that name a person say of them; of very many reports, the first."""
    places = set(person.evidence)
    mentions = []
    for name in list(dict.fromkeys(evidence.report for evidence in person.evidence))[:_MOST_READ]:
        head, reading = record.head(name), record.reading(name)
        if head is not None and reading is not None:
            named = (one for one in reading.people if one.evidence in places)
            mentions += [Mention(name, one, head.issuer, head.published) for one in named]
    return profile(mentions)


def open_pairs(record: Record) -> list[Pair]:
    """The pairs that nobody has decided on, the likeliest first."""
    found = [_pair(record, suggestion) for suggestion in record.suggestions()]
    return [pair for pair in found if pair is not None]


def pair_of(record: Record, named: Sequence[str]) -> Pair:
    """The pair of a suggestion's id, or of two people, each by id or by name.

    Raises `CommuniqueError` where there is none, or a name fits several people.
    """
    if len(named) == 1:
        return _suggested(record, named[0])
    if len(named) != 2:
        raise CommuniqueError("name a pair by its id, or two people")
    first, second = (_person(record, one) for one in named)
    if first.id == second.id:
        raise CommuniqueError(f"{named[0]!r} and {named[1]!r} are one person in the record already")
    return Pair(first, second)


def decide(record: Record, pair: Pair, answer: Answer, reviewer: str, note: str | None = None) -> None:
    """Keep a decision on a pair, and work out anew who is who; later decisions on the same pair win."""
    first, second = pair.evidence
    at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    record.judge(Judgement(answer, first, second, reviewer, at, note))
    resolve(record)


def take_back(record: Record, judgement: Judgement, reviewer: str) -> None:
    """Open again what a judgement decided."""
    at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    record.judge(Judgement("open", judgement.subject, judgement.object, reviewer, at))
    resolve(record)


def decisions(record: Record) -> list[Judgement]:
    """The decisions on people that hold, oldest first: of those on one pair, the last, unless it was taken back."""
    newest: dict[frozenset[tuple[str, int]], Judgement] = {}
    for judgement in record.judgements():
        if judgement.object is None or judgement.decision not in ("same", "different", "open"):
            continue
        pair = frozenset({(one.report, one.start) for one in (judgement.subject, judgement.object)})
        newest.pop(pair, None)
        newest[pair] = judgement
    return [judgement for judgement in newest.values() if judgement.decision != "open"]


def decided_on(record: Record, pair: Pair) -> list[Judgement]:
    """The decisions that hold on two people, by the places that name them; oldest first."""
    places = ({(one.report, one.start) for one in person.evidence} for person in (pair.first, pair.second))
    first, second = places
    return [
        one
        for one in decisions(record)
        if one.object is not None and _between((one.subject, one.object), first, second)
    ]


def _between(ends: tuple[Evidence, Evidence], first: set[tuple[str, int]], second: set[tuple[str, int]]) -> bool:
    one, other = ((end.report, end.start) for end in ends)
    return (one in first and other in second) or (one in second and other in first)


def _suggested(record: Record, named: str) -> Pair:
    found = [suggestion for suggestion in record.suggestions() if suggestion.id.startswith(named)]
    if len(found) != 1:
        fault = "no pair" if not found else "more than one pair"
        raise CommuniqueError(f"{fault} of id {named!r}: `communique review` lists them; or name two people")
    pair = _pair(record, found[0])
    if pair is None:
        raise CommuniqueError(f"the people of {named!r} are not in the record any more")
    return pair


def _pair(record: Record, suggestion: Suggestion) -> Pair | None:
    first, second = (record.person(one) for one in suggestion.people)
    return None if first is None or second is None else Pair(first, second, suggestion)


def _person(record: Record, named: str) -> KnownPerson:
    """The person of an id or of a name."""
    found = record.person(named)
    if found is not None:
        return found
    fitting = list(_named(record, named))
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise CommuniqueError(f"the record knows nobody called {named!r}: `communique people` lists everyone")
    listed = ", ".join(f"{one.id} ({one.name}, {one.country or 'no country'})" for one in fitting[:_MOST_NAMED])
    raise CommuniqueError(f"{named!r} fits {len(fitting)} people: give one by id: {listed}")


def _named(record: Record, named: str) -> Iterator[KnownPerson]:
    """Those whose name as shown is that, or else those whom any report calls so; accents aside."""
    wanted, everyone = fold(named), record.people()
    shown = [one for one in everyone if fold(one.name) == wanted]
    yield from shown or (one for one in everyone if wanted in map(fold, one.names))
