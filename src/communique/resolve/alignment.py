"""Which word of one name stands for which of another.

Names are compared by the million, so what is found is told in plain tuples of places, not in objects.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.resolve.word_likeness import APART, INITIAL, JOINED, Joint, joint, joint_of_consonants
from communique.resolve.worded import Worded

_AS_ONE = 0.8  # how alike words written together must be to the one word of the other name
_SLACK = 2  # letters by which words written together may differ in length from the one word

Words = tuple[str, ...]
Places = tuple[int, ...]
Same = tuple[int, int]  # the places of one word in the first name and in the second
Pair = tuple[Places, Places, Joint]  # words of the first name that stand for other words of the second
Alignment = tuple[list[Same], list[Pair], list[int], list[int]]  # and the places left over in the first, in the second
Joining = Callable[[str, str], Joint]


def align(one: Worded, other: Worded) -> Alignment:
    """Pair the words of two names.

    The same words are paired first, then words written apart in one name and together in the other, then the rest
    with the most alike first.
    """
    first, second = one.words, other.words
    same, here, there = _same(first, second)
    pairs: list[Pair] = []
    if here and there:
        joining: Joining = joint if one.vague == other.vague else joint_of_consonants
        if len(here) == len(there) == 1:  # mostly: there is nothing to choose
            joined = joining(first[here[0]], second[there[0]])
            return (
                (same, pairs, here, there) if joined is APART else (same, [((here[0],), (there[0],), joined)], [], [])
            )
        if len(here) > 1:
            for run, place, joined in _written_together(first, second, here, there, joining):
                _settle(pairs, here, there, (run, (place,), joined))
        if len(there) > 1:
            for run, place, joined in _written_together(second, first, there, here, joining):
                _settle(pairs, here, there, ((place,), run, joined))
        _pair_closest(first, second, pairs, here, there, joining)
    return same, pairs, here, there


def _same(first: Words, second: Words) -> tuple[list[Same], list[int], list[int]]:
    """The places of the same words, then of those left over in the first name and in the second."""
    same: list[Same] = []
    here: list[int] = []
    there = list(range(len(second)))
    for place, word in enumerate(first):
        if word not in second:
            here.append(place)
            continue
        other = second.index(word)
        if other not in there:  # taken already: a word may stand there twice
            other = next((free for free in there if second[free] == word), -1)
        if other < 0:
            here.append(place)
        else:
            same.append((place, other))
            there.remove(other)
    return same, here, there


def _written_together(
    words: Words, whole: Words, apart: list[int], together: list[int], joining: Joining
) -> list[tuple[Places, int, Joint]]:
    """Two or three neighbouring words of one name that are as good as one word of the other; three come first."""
    runs: list[tuple[Places, int, Joint]] = []
    for count in (3, 2) if len(apart) > 2 else (2,):
        for at in range(len(apart) - count + 1):
            start = apart[at]
            if apart[at + count - 1] - start >= count:
                continue
            written = "".join(words[start : start + count])
            for place in together:
                if -_SLACK <= len(written) - len(whole[place]) <= _SLACK:
                    joined = joining(written, whole[place])
                    if joined.likeness >= _AS_ONE:
                        runs.append((tuple(range(start, start + count)), place, joined._replace(bond=JOINED)))
    return runs


def _pair_closest(
    first: Words, second: Words, pairs: list[Pair], here: list[int], there: list[int], joining: Joining
) -> None:
    """Pair the words left over that go together, the most alike first and initials last."""
    near: list[tuple[bool, float, int, int, Joint]] = []
    for place in here:
        word = first[place]
        for other in there:
            joined = joining(word, second[other])
            if joined is not APART:
                near.append((joined[0] is INITIAL, -joined[1], place, other, joined))
    if len(near) > 1:
        near.sort()
    for _, _, place, other, joined in near:
        if place in here and other in there:
            pairs.append(((place,), (other,), joined))
            here.remove(place)
            there.remove(other)


def _settle(pairs: list[Pair], here: list[int], there: list[int], pair: Pair) -> None:
    """Take the pair over if all its words are still free."""
    if set(pair[0]) <= set(here) and set(pair[1]) <= set(there):
        pairs.append(pair)
        for place in pair[0]:
            here.remove(place)
        for place in pair[1]:
            there.remove(place)
