"""How alike two words of names are, and what makes them so."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from communique.resolve.person_words import person_words
from communique.resolve.romanised import consonants, sound

NEAR = 0.55  # words less alike are other words; from 0.5 to 0.6 the figures on 413 pairs of names hardly move
_SHORT = 3  # in shorter words a changed letter makes another word, unless it sounds the same


class Bond(StrEnum):
    """What joins a word of one name to a word of the other."""

    SAME = "the same word"
    FORM = "forms of one name"
    SOUND = "the same sound"
    NEAR = "nearly the same spelling"
    INITIAL = "an initial"
    JOINED = "words written together"
    NONE = "nothing"


INITIAL, JOINED = Bond.INITIAL, Bond.JOINED  # looking a member up costs as much as comparing two words


class Joint(NamedTuple):
    """What joins two words, how alike they are from 0 to 1, and the letters that differ.

    A letter that does not change the sound counts half.
    """

    bond: Bond
    likeness: float = 1.0
    letters: float = 0.0


APART = Joint(Bond.NONE, 0.0)


@lru_cache(maxsize=65536)
def joint(first: str, second: str) -> Joint:
    """How two words of names in Latin letters go together."""
    from rapidfuzz.distance import DamerauLevenshtein

    if first == second:
        return Joint(Bond.SAME)
    if 1 in (len(first), len(second)):
        return Joint(Bond.INITIAL) if first[0] == second[0] else APART
    if _are_forms(first, second):
        return Joint(Bond.FORM)
    letters = DamerauLevenshtein.distance(first, second)
    sounds = DamerauLevenshtein.distance(sound(first), sound(second))
    return _joint(sounds, (letters + sounds) / 2, first, second)


@lru_cache(maxsize=65536)
def joint_of_consonants(first: str, second: str) -> Joint:
    """The same for words of which one comes from a script that does not tell the vowels, or tells other ones."""
    from rapidfuzz.distance import DamerauLevenshtein

    if first == second:
        return Joint(Bond.SAME)
    heard, other = consonants(first), consonants(second)
    sounds = DamerauLevenshtein.distance(heard, other)
    return _joint(sounds, float(sounds), heard, other)


def _joint(sounds: int, letters: float, first: str, second: str) -> Joint:
    likeness = 1 - letters / max(len(first), len(second))
    if not sounds:
        return Joint(Bond.SOUND, likeness, letters)
    if likeness < NEAR or min(len(first), len(second)) < _SHORT:
        return APART
    return Joint(Bond.NEAR, likeness, letters)


def _are_forms(first: str, second: str) -> bool:
    """Whether both are forms of one given name: in two languages, or one short for the other or both for a third."""
    known = person_words()
    if known.groups.get(first, frozenset()) & known.groups.get(second, frozenset()):
        return True
    full, others = known.short.get(first, frozenset({first})), known.short.get(second, frozenset({second}))
    return bool(full & others)
