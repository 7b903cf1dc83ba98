"""Whether two names may be names of one person or body, and the evidence for and against.

What a comparison finds weighs log-odds, which add up: above nought the names are alike. The weights are in
`vocabulary/likeness.yaml`; `benchmarks/names_fit.py` fits them. Likeness is not sameness: the record takes two names
for one person's only where country and office say so too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.resolve.alignment import align
from communique.resolve.findings import Trait, compare, initials_in, places_in
from communique.resolve.word_likeness import Bond
from communique.resolve.worded import Kind, Worded, worded
from communique.vocabulary import load_yaml

Words = tuple[str, ...]
_BONDS = {Trait.FORM: {Bond.FORM}, Trait.INITIAL: {Bond.INITIAL}, Trait.SPELLING: {Bond.NEAR, Bond.SOUND, Bond.JOINED}}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for two names being one (above nought) or against, with the words of either name."""

    trait: Trait
    weight: float  # log-odds
    first: Words
    second: Words

    def __str__(self) -> str:
        words = " / ".join(" ".join(side) for side in dict.fromkeys((self.first, self.second)) if side)
        return f"{self.weight:+.1f} {self.trait}{': ' if words else ''}{words}"


def are_alike(first: str, second: str, kind: Kind = Kind.PERSON) -> bool:
    """Whether two names, in any script, may be names of one."""
    return likeness(first, second, kind) > 0


def likeness(first: str, second: str, kind: Kind = Kind.PERSON) -> float:
    """How much speaks for two names being one, in log-odds; the order of the two does not matter."""
    weights = weights_of(kind)
    total = 0.0
    for trait, amount in compare(worded(first, kind), worded(second, kind)):
        total += weights[trait] * amount
    return total


def evidence(first: str, second: str, kind: Kind = Kind.PERSON) -> tuple[Evidence, ...]:
    """All that `likeness` adds up, what weighs most first; words of which it tells are folded, in Latin letters."""
    one, other = worded(first, kind), worded(second, kind)
    weights = weights_of(kind)
    found = [
        Evidence(trait, weights[trait] * amount, *_words_of(trait, one, other)) for trait, amount in compare(one, other)
    ]
    return tuple(sorted(found, key=lambda piece: -abs(piece.weight)))


def _words_of(trait: Trait, one: Worded, other: Worded) -> tuple[Words, Words]:
    """The words of either name that a finding is about."""
    _, pairs, here, there = align(one, other)
    if trait is Trait.SHARED:
        return _but(one.words, here), _but(other.words, there)
    if trait in _BONDS:
        bound = [(first, second) for first, second, joined in pairs if joined.bond in _BONDS[trait]]
        firsts = tuple(one.words[place] for first, _ in bound for place in first)
        return firsts, tuple(other.words[place] for _, second in bound for place in second)
    if trait in (Trait.CLASH, Trait.EXTRA):
        return tuple(one.words[place] for place in here), tuple(other.words[place] for place in there)
    if trait in (Trait.PLACE, Trait.OTHER_PLACE):
        return tuple(places_in(one, here)), tuple(places_in(other, there))
    if trait in (Trait.NUMBER, Trait.OTHER_NUMBER):
        return tuple(sorted(one.numbers)), tuple(sorted(other.numbers))
    if trait is Trait.OTHER_INITIALS:
        return tuple(initials_in(one, here)), tuple(initials_in(other, there))
    if trait is Trait.OTHER_FORM:
        return (one.form or "",), (other.form or "",)
    return (one.printed,), (other.printed,)


def _but(words: Words, left: list[int]) -> Words:
    return tuple(word for place, word in enumerate(words) if place not in left)


@cache
def weights_of(kind: Kind) -> dict[Trait, float]:
    """The log-odds of one unit of each trait."""
    vocabulary = load_yaml("likeness.yaml")
    told = {**vocabulary["decided"]["both"], **vocabulary["decided"][kind], **vocabulary["fitted"][kind]}
    return {trait: float(told[trait.name.lower()]) for trait in Trait}


def decided_traits(kind: Kind) -> frozenset[Trait]:
    """The traits whose weight was decided, not fitted: what must part two names in a record."""
    decided = load_yaml("likeness.yaml")["decided"]
    return frozenset(trait for trait in Trait if trait.name.lower() in {**decided["both"], **decided[kind]})
