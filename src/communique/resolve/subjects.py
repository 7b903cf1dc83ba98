"""What an item is about: the words of its object, by which two items are known to be about one thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

SHARED = 0.5  # of the object words of the shorter text
FEWEST = 2  # words in common; one alone is mostly the topic
_OF_LONGER = 3  # unless all of the shorter is in it, a third of the longer object is to be shared too
_ENOUGH = 4  # words in common, of whatever length
_COMMON = 0.08  # of a pair's items; a word that more of them hold is no object of one
_COMMON_AT_LEAST = 8  # items: in a small record no word is common
STEM = 6  # letters that "demarcate" and "demarcation" have in common
_SHORTEST = 3  # letters of a word that can name an object ("ban", "fee")
_NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th)?")

Object = frozenset[str]


def same_object(a: Object, b: Object) -> bool:
    """Whether two objects share enough words to be one thing."""
    shared, shorter, longer = len(a & b), *sorted((len(a), len(b)))
    needed = FEWEST if shared == shorter else max(FEWEST, min(_ENOUGH, math.ceil(longer / _OF_LONGER)))
    return shared >= needed and shared >= SHARED * shorter


def common_words(objects: Sequence[Object]) -> Object:
    """Words that so many of the objects hold that they tell none of them ("security", "economic")."""
    counted = Counter(word for about in objects for word in about)
    limit = max(_COMMON_AT_LEAST, _COMMON * len(objects))
    return frozenset(word for word, times in counted.items() if times > limit)


def without(about: Object, common: Object) -> Object:
    """An object without common words, as long as enough are left."""
    return about - common if len(about - common) >= FEWEST else about


def object_of(text: str) -> Object:
    """The stems of the words that tell the object: no party, number, function word or word of courtesy."""
    return frozenset(object_words(text))


@lru_cache(maxsize=1 << 16)  # each item is compared with every other of its pair
def object_words(text: str) -> tuple[str, ...]:
    """The same stems in the order of the text."""
    from communique.read.parties import find_parties
    from communique.resolve.folding import words

    bare = list(text)
    for mention in find_parties(text):
        bare[mention.span.start : mention.span.end] = " " * len(mention.span)
    found = (word for word in words("".join(bare)) if len(word) >= _SHORTEST and not _NUMBER.fullmatch(word))
    return tuple(dict.fromkeys(stem(word) for word in found if word not in _general()))


def stem(word: str) -> str:
    """The beginning that forms of a word have in common: "visas" and "visa", "demarcate" and "demarcation"."""
    singular = word.removesuffix("s") if len(word) > _SHORTEST and not word.endswith("ss") else word
    return singular[:STEM]


@cache
def _general() -> frozenset[str]:
    from communique.vocabulary import load_yaml

    data = load_yaml("answers.yaml")
    return frozenset([*data["general"], *data["function"]])
