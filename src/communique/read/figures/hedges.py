"""Words that loosen or bound the number beside them: "about", "more than", "or so"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from communique.read.figures.quantity import Bound, Quantity
from communique.read.figures.words import Phrases, Word, vocabulary


@cache
def hedges_before() -> Phrases[Bound]:
    """Hedges that stand before a number."""
    return Phrases([(form, bound) for bound, forms in vocabulary("hedges")["before"].items() for form in forms])


@cache
def hedges_after() -> Phrases[Bound]:
    """Hedges that stand behind a quantity."""
    return Phrases([(form, bound) for bound, forms in vocabulary("hedges")["after"].items() for form in forms])


def alike_in_brackets(words: Sequence[Word], found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Quantities in order, those in brackets bound as the one before, which they give in other units: "over 7 miles
    (*11 km*)"."""
    alike: list[Quantity] = []
    for quantity in found:
        opens = quantity.first > 0 and words[quantity.first - 1].text == "("
        if alike and opens and alike[-1].last == quantity.first - 1 and quantity.hedge is None:
            quantity = replace(quantity, bound=alike[-1].bound)
        alike.append(quantity)
    return tuple(alike)
