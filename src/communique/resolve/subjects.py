"""What an item is about: the words of its object, by which two items are known to be about one thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

SHARED = 0.5  # of the object words of the shorter text
FEWEST = 2  # words in common; one alone is mostly the topic
STEM = 6  # letters that "demarcate" and "demarcation" have in common
_SHORTEST = 3  # letters of a word that can name an object ("ban", "fee")
_NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th)?")

Object = frozenset[str]


def same_object(a: Object, b: Object) -> bool:
    """Whether two objects share enough words to be one thing."""
    shared = len(a & b)
    return shared >= FEWEST and shared >= SHARED * min(len(a), len(b))


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
