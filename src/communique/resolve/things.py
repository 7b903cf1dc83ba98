"""Whether two undertakings are one thing, by what they are called."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from communique.model import Undertaking
from communique.resolve.folding import fold, words
from communique.resolve.subjects import FEWEST, object_of


def is_same_thing(first: Undertaking, second: Undertaking) -> bool:
    """Whether one goes by the other's name or by a fuller one: "the Bavet bridge", "Bavet bridge project". Two numbers
    tell two things apart: "five vessels", "two vessels"."""
    if first.kind != second.kind:
        return False
    if fold(first.name) == fold(second.name):
        return True
    if have_other_numbers(first, second):
        return False
    shorter, longer = sorted((object_of(first.name), object_of(second.name)), key=len)
    return len(shorter) >= FEWEST and shorter <= longer


def have_other_numbers(first: Undertaking, second: Undertaking) -> bool:
    """Whether the names tell two numbers: "30 artefacts", "12 artefacts"."""
    one, other = _numbers(first.name), _numbers(second.name)
    return bool(one and other) and one != other


@lru_cache(maxsize=1 << 12)
def _numbers(name: str) -> frozenset[str]:
    return frozenset(word for word in words(name) if re.fullmatch(r"\d+", word) or word in _number_words())


@cache
def _number_words() -> frozenset[str]:
    from communique.vocabulary import load_yaml

    return frozenset(load_yaml("numbers.yaml")["small"])
