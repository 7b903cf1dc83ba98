"""Blocks: groups of mentions of which no two in different blocks could be one person, directly or through others.

So a block can be solved by itself, and only those that an added report touches need be solved again. A block is as
wide as the rules of `people` and `short_names` could ever reach, so what they find does not depend on the blocks.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from communique.resolve.decided import Decided
from communique.resolve.profiles import Mention, held_by, without_articles, words_of_title
from communique.resolve.variants import words_alike

RULES = (
    "people 4"  # solutions of one state of the rules are comparable; a change of rules that changes them changes this
)


@dataclass(slots=True)
class _Class:
    """All mentions of a name in whatever order of its words, and what they say of country, office and outlet."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    titles: set[frozenset[str]] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.offices |= {office.canonical for office in held_by(mention.person)}
        self.titles |= {words_of_title(office.title) for office in mention.person.offices}


def blocks_of(mentions: Iterable[Mention], decided: Decided) -> list[tuple[Mention, ...]]:
    """The blocks, each in the order of its mentions' keys, whatever order the mentions come in."""
    classes = _classes(mentions)
    leader = list(range(len(classes)))
    for first, second in (*_linked(classes), *_decided_together(classes, decided)):
        leader[_root(leader, first)] = _root(leader, second)
    gathered: dict[int, list[Mention]] = defaultdict(list)
    for place, one in enumerate(classes):
        gathered[_root(leader, place)] += one.mentions
    blocks = [tuple(sorted(block, key=lambda mention: mention.key)) for block in gathered.values()]
    return sorted(blocks, key=lambda block: block[0].key)


def signature(block: Sequence[Mention], decided: Decided) -> str:
    """A digest of all that the solution of a block rests on."""
    digest = hashlib.sha256(RULES.encode())
    for mention in block:
        digest.update(repr(mention).encode("utf-8", "surrogatepass"))
    keys = {mention.key for mention in block}
    for pairs in (decided.same, decided.different):
        digest.update(repr(sorted(sorted(pair) for pair in pairs if pair & keys)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _classes(mentions: Iterable[Mention]) -> list[_Class]:
    found: dict[tuple[str, ...], _Class] = {}
    for mention in mentions:
        words = tuple(sorted(without_articles(mention.person.name).tokens))
        found.setdefault(words, _Class(words)).add(mention)
    return [found[words] for words in sorted(found)]


def _linked(classes: Sequence[_Class]) -> Iterator[tuple[int, int]]:
    """Pairs of classes that could hold one person: a part of a name, its initials, or another spelling of an office
    holder's."""
    holders: dict[str, set[int]] = defaultdict(set)
    for place, one in enumerate(classes):
        for word in one.words:
            holders[word].add(place)
    for place, one in enumerate(classes):
        if not one.words:
            continue
        for other in set.intersection(*(holders[word] for word in set(one.words))) - {place}:
            if len(one.words) > 1 or _share_an_office(one, classes[other]):
                yield place, other
    yield from _cut_to_initials(classes, holders)
    yield from _spelt_alike(classes)
    yield from _alone_alike(classes, holders)


def _cut_to_initials(classes: Sequence[_Class], holders: dict[str, set[int]]) -> Iterator[tuple[int, int]]:
    """Names with initials, and those that hold a whole word of them and a word that each initial may stand for."""
    for place, one in enumerate(classes):
        initials = {word for word in one.words if len(word) == 1}
        if not initials:
            continue
        for word in set(one.words) - initials:
            for other in holders[word] - {place}:
                if initials & {another[0] for another in classes[other].words if another != word}:
                    yield place, other


def _share_an_office(first: _Class, second: _Class) -> bool:
    """Whether some mentions of both have an office or a title in common, one perhaps cut short."""
    return bool(first.offices & second.offices) or any(
        one <= other or other <= one for one in first.titles for other in second.titles
    )


def _spelt_alike(classes: Sequence[_Class]) -> Iterator[tuple[int, int]]:
    """Classes that share a word, an office and the letter of another word."""
    keyed: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(classes):
        letters = {(word, other[0]) for word in one.words for other in one.words if other is not word and len(word) > 1}
        for office in one.offices:
            for pair in letters:
                keyed[office, *pair].append(place)
    for places in keyed.values():
        yield from pairwise(places)


def _alone_alike(classes: Sequence[_Class], holders: dict[str, set[int]]) -> Iterator[tuple[int, int]]:
    """Single words and the names that end in another spelling of one."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for word in sorted(holders):
        by_letters[word[:1]].append(word)
    for place, one in enumerate(classes):
        if len(one.words) != 1:
            continue
        for word in words_alike(one.words[0], by_letters[one.words[0][:1]]):
            for other in holders[word]:
                if one.offices & classes[other].offices:
                    yield place, other


def _decided_together(classes: Sequence[_Class], decided: Decided) -> Iterator[tuple[int, int]]:
    """Classes between which a reviewer decided."""
    home = {mention.key: place for place, one in enumerate(classes) for mention in one.mentions}
    for pair in (*decided.same, *decided.different):
        places = [home[key] for key in pair if key in home]
        yield from pairwise(places)


def _root(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place
