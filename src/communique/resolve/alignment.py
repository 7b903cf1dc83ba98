"""Which word of one name stands for which of another.

Names are compared by the million, so the words that are the same, which are most, are paired without any object made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from communique.resolve.word_likeness import APART, INITIAL, JOINED, Joint, joint, joint_of_consonants
from communique.resolve.worded import Worded

_AS_ONE = 0.8  # how alike words written together must be to the one word of the other name
_MOST_JOINED = 3  # "Xi Jin Ping" and "Xijinping"
_SLACK = 2  # letters by which words written together may differ in length from the one word

Joining = Callable[[str, str], Joint]


class Pair(NamedTuple):
    """Words of the first name, by their places, that stand for other words of the second."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    joint: Joint


class Alignment(NamedTuple):
    """The places of the same words in both names, the pairs of others, and the places left over on either side."""

    same: list[tuple[int, int]]
    pairs: list[Pair]
    here: list[int]
    there: list[int]


def align(first: Worded, second: Worded) -> Alignment:
    """Pair the words of two names.

    The same words are paired first, then words written apart in one name and together in the other, then the rest
    with the most alike first.
    """
    found = _same(first.words, second.words)
    if found.here and found.there:
        joining: Joining = joint if first.vague == second.vague else joint_of_consonants
        if len(found.here) + len(found.there) > 2:
            _settle(found, list(_written_together(first.words, second.words, found, joining)))
        _settle(found, _closest(first.words, second.words, found, joining))
    return found


def _same(first: tuple[str, ...], second: tuple[str, ...]) -> Alignment:
    same: list[tuple[int, int]] = []
    here: list[int] = []
    there = list(range(len(second)))
    for place, word in enumerate(first):
        if word in second:
            other = next((other for other in there if second[other] == word), -1)
            if other >= 0:
                same.append((place, other))
                there.remove(other)
                continue
        here.append(place)
    return Alignment(same, [], here, there)


def _written_together(
    first: tuple[str, ...], second: tuple[str, ...], found: Alignment, joining: Joining
) -> Iterator[Pair]:
    """Neighbouring words of one name that are as good as one word of the other; the longest runs come first."""
    for run, place, joined in _runs(first, second, found.here, found.there, joining):
        yield Pair(run, (place,), joined)
    for run, place, joined in _runs(second, first, found.there, found.here, joining):
        yield Pair((place,), run, joined)


def _runs(
    words: tuple[str, ...], whole: tuple[str, ...], apart: Sequence[int], together: Sequence[int], joining: Joining
) -> Iterator[tuple[tuple[int, ...], int, Joint]]:
    for length in range(min(_MOST_JOINED, len(apart)), 1, -1):
        for at in range(len(apart) - length + 1):
            run = tuple(apart[at : at + length])
            written = "".join(words[run[0] : run[-1] + 1])
            if run[-1] - run[0] != length - 1:
                continue
            for place in together:
                if -_SLACK <= len(written) - len(whole[place]) <= _SLACK:
                    joined = joining(written, whole[place])
                    if joined.likeness >= _AS_ONE:
                        yield run, place, Joint(JOINED, joined.likeness, joined.letters)


def _closest(first: tuple[str, ...], second: tuple[str, ...], found: Alignment, joining: Joining) -> list[Pair]:
    """The words left over that go together, initials last."""
    near: list[Pair] = []
    for place in found.here:
        for other in found.there:
            joined = joining(first[place], second[other])
            if joined is not APART:
                near.append(Pair((place,), (other,), joined))
    if len(near) > 1:
        near.sort(key=_nearness)
    return near


def _nearness(pair: Pair) -> tuple[bool, float, tuple[int, ...], tuple[int, ...]]:
    return pair.joint.bond is INITIAL, -pair.joint.likeness, pair.first, pair.second


def _settle(found: Alignment, candidates: Iterable[Pair]) -> None:
    """Take over the pairs whose words are still free."""
    here, there = found.here, found.there
    for pair in candidates:
        if all(place in here for place in pair.first) and all(place in there for place in pair.second):
            found.pairs.append(pair)
            for place in pair.first:
                here.remove(place)
            for place in pair.second:
                there.remove(place)
