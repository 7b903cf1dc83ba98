"""What reviewers decided about people, as constraints on resolving."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
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
    held = list(mentions)
    newest: dict[frozenset[Key], str] = {}
    for judgement in judgements:
        if judgement.object is None or judgement.decision not in ("same", "different"):
            continue
        keys = {_mention_at(held, judgement.subject), _mention_at(held, judgement.object)} - {None}
        if len(keys) == 2:
            newest[frozenset(key for key in keys if key is not None)] = judgement.decision
    return Decided(
        same=frozenset(pair for pair, decision in newest.items() if decision == "same"),
        different=frozenset(pair for pair, decision in newest.items() if decision == "different"),
        touched=frozenset(key for pair in newest for key in pair),
    )


def _mention_at(mentions: Iterable[Mentioned], evidence: Evidence) -> Key | None:
    """The mention that the evidence is about: of that report, with the same quote among its places."""
    for mention in mentions:
        if mention.report == evidence.report and any(
            one.quote == evidence.quote and one.start == evidence.start
            for one in (mention.person.evidence, *mention.person.mentions)
        ):
            return mention.key
    return None


def _root(leader: list[int], place: int) -> int:
    while leader[place] != place:
        place = leader[place]
    return place
