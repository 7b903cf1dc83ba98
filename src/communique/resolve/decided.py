"""What reviewers decided about people, as constraints on resolving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from communique.model import Evidence, Judgement, Person
from communique.resolve.grouping import Groups

Key = tuple[str, str]  # a report, and a person's name in it


class Mentioned(Protocol):
    """A person of one report, as `people.Mention`."""

    @property
    def report(self) -> str: ...
    @property
    def person(self) -> Person: ...
    @property
    def key(self) -> Key: ...


@dataclass(frozen=True)
class Decided:
    """Pairs of mentions that are one person, and pairs that are not; the newest judgement on a pair holds."""

    same: frozenset[frozenset[Key]] = frozenset()
    different: frozenset[frozenset[Key]] = frozenset()
    touched: frozenset[Key] = field(default=frozenset())

    def apart(self, first: Set[Key], second: Set[Key]) -> bool:
        """Whether a reviewer said that these are two people."""
        return any(
            len(pair & first) == 1 and len(pair & second) == 1 and pair <= first | second for pair in self.different
        )

    def decides(self, first: Set[Key], second: Set[Key]) -> bool:
        """Whether a reviewer decided on these two people, whichever way."""
        return any(pair & first and pair & second and pair <= first | second for pair in self.same | self.different)

    def united(self, groups: Sequence[Set[Key]]) -> Groups:
        """Groups of `groups`, by place, once those that a reviewer called the same are put together."""
        leader = list(range(len(groups)))
        home = {key: place for place, group in enumerate(groups) for key in group if key in self.touched}
        for pair in sorted(self.same, key=sorted):
            places = sorted({_root(leader, home[key]) for key in pair if key in home})
            if len(places) == 2:
                leader[places[1]] = places[0]
        gathered: dict[int, list[int]] = {}
        for place in range(len(groups)):
            gathered.setdefault(_root(leader, place), []).append(place)
        return [tuple(places) for _, places in sorted(gathered.items())]


def decisions_on_people(mentions: Iterable[Mentioned], judgements: Sequence[Judgement]) -> Decided:
    """The judgements "same" and "different" whose evidence points at two of the mentions."""
    if not judgements:
        return Decided()
    by_report: dict[str, list[Mentioned]] = {}
    for mention in mentions:
        by_report.setdefault(mention.report, []).append(mention)
    newest: dict[frozenset[Key], str] = {}
    for judgement in judgements:
        if judgement.object is None or judgement.decision not in ("same", "different", "open"):
            continue
        keys = {_mention_at(by_report, evidence) for evidence in (judgement.subject, judgement.object)} - {None}
        if len(keys) == 2:
            newest[frozenset(key for key in keys if key is not None)] = judgement.decision
    same = [pair for pair, decision in newest.items() if decision == "same"]
    different = [pair for pair, decision in newest.items() if decision == "different"]
    return Decided(
        same=frozenset(same),
        different=frozenset(_widened(same, different)),
        touched=frozenset(key for pair in (*same, *different) for key in pair),
    )


def _widened(same: Sequence[frozenset[Key]], different: Sequence[frozenset[Key]]) -> Iterator[frozenset[Key]]:
    """The pairs that are not one person, with those that follow: who is the same as one of them is not the other."""
    kin: dict[Key, set[Key]] = {}
    for pair in same:
        joined = set(pair).union(*(kin.get(key, set()) for key in pair))
        kin |= dict.fromkeys(joined, joined)
    for pair in different:
        first, second = sorted(pair)
        for one in kin.get(first, {first}):
            for other in kin.get(second, {second}) - kin.get(first, {first}):
                yield frozenset({one, other})


def _mention_at(mentions: Mapping[str, Sequence[Mentioned]], evidence: Evidence) -> Key | None:
    """The mention that the evidence is about: of that report, with the same quote among its places."""
    for mention in mentions.get(evidence.report, ()):
        places = (mention.person.evidence, *mention.person.mentions)
        if any(one.quote == evidence.quote and one.start == evidence.start for one in places):
            return mention.key
    return None


def _root(leader: list[int], place: int) -> int:
    while leader[place] != place:
        place = leader[place]
    return place
