"""What the event classifier sees of a sentence: its words, and above all those between source and target.

Training and run time both use this file. Names teach nothing about the event, so source and target are replaced by
two marks; words are cut to a stem so that "condemned" and "condemning" are one. Each feature is known by its hash
alone: the weights hold no words of the sentences that they were learned from.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 16  # the sentences learned from have some 150,000 features, nearly all of them rare
SOURCE, TARGET = "<source>", "<target>"
_WORD = re.compile(r"<source>|<target>|[\w'’-]+")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
# How far the core of a sentence reaches: words before and after the two marks, and at most this many in all between.
_BEFORE, _AFTER, _BETWEEN, _TAIL = 1, 4, 14, 4
# Where only one side is marked: words before and after it; where none is, the first words.
_LEFT, _RIGHT, _OPENING = 7, 8, 12
_WORDS, _LETTERS = (1, 2, 3), (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the places that name the source and the target of its event; either may be empty."""

    text: str
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()

    def anonymous(self) -> str:
        """The text with both replaced by their marks; of two that overlap the first stays."""
        marks = sorted([(span, SOURCE) for span in self.source] + [(span, TARGET) for span in self.target])
        parts, done = [], 0
        for span, mark in marks:
            if span.start >= done:
                parts += [self.text[done : span.start], f" {mark} "]
                done = span.end
        return "".join(parts) + self.text[done:]


def stem(word: str) -> str:
    """A word without its commonest endings, in lower case."""
    low = word.lower()
    if low in {SOURCE, TARGET}:
        return low
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: len(low) - len(ending)] + instead
            break
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "sl" else low


def core(words: Sequence[str]) -> list[str]:
    """The words around source and target: those between the nearest two marks, and a few on either side."""
    sources = [i for i, word in enumerate(words) if word == SOURCE]
    targets = [i for i, word in enumerate(words) if word == TARGET]
    if sources and targets:
        pairs = ((i, j) for i in sources for j in targets)
        nearest = min(pairs, key=lambda pair: abs(pair[0] - pair[1]))
        first, last = min(nearest), max(nearest)
        between = list(words[first : last + 1])
        if len(between) > _BETWEEN:
            between = between[: _BETWEEN - _TAIL] + between[-_TAIL:]
        return [*words[max(0, first - _BEFORE) : first], *between, *words[last + 1 : last + 1 + _AFTER]]
    if sources:
        return list(words[max(0, sources[0] - _BEFORE) : sources[0] + _RIGHT])
    if targets:
        return list(words[max(0, targets[0] - _LEFT) : targets[0] + _AFTER])
    return list(words[:_OPENING])


def blocks(sentence: Marked) -> tuple[Counter[int], ...]:
    """Three counts of features, by their numbers: word sequences, those of the core, letter sequences of the core."""
    words = [stem(word) for word in _WORD.findall(sentence.anonymous())]
    near = core(words)
    kinds = (("w", _sequences(words)), ("c", _sequences(near)), ("l", _letters(near)))
    return tuple(Counter(_number(kind + feature) for feature in features) for kind, features in kinds)


def _number(feature: str) -> int:
    return zlib.crc32(feature.encode()) % BUCKETS


def _sequences(words: Sequence[str]) -> Iterator[str]:
    for length in _WORDS:
        for i in range(len(words) - length + 1):
            yield " ".join(words[i : i + length])


def _letters(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _LETTERS:
            for i in range(max(1, len(padded) - length + 1)):
                yield padded[i : i + length]


def vector(sentence: Marked, rarity: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The sentence as numbers of features and their values: damped counts by rarity, each block of length one."""
    import numpy as np

    numbers, values = [], []
    for block in blocks(sentence):
        found = np.fromiter(block, dtype=np.intp, count=len(block))
        counts = np.fromiter(block.values(), dtype=np.float32, count=len(block))
        weighed = (1 + np.log(counts)) * rarity[found]
        length = float(np.sqrt((weighed**2).sum()))
        numbers.append(found)
        values.append(weighed / length if length else weighed)
    return np.concatenate(numbers), np.concatenate(values)
