"""Rates: what a quantity is counted by ("15 euros per tonne", "two sessions a year")."""

from __future__ import annotations

from communique.read.analysis import Analysis
from communique.read.figures.comparisons import EARLIER
from communique.read.figures.placed import Placed
from communique.read.figures.units import unit_at
from communique.read.figures.words import HYPHENS, words_of

# How many characters a unit's name may take.
LONGEST_UNIT = 24
# Brackets with the same amount in other units take so many tokens.
LONGEST_BRACKETS = 7


def rate_of(analysis: Analysis, placed: Placed) -> str | None:
    """The unit or thing behind "per", "/", or behind "a" where it is a unit, right after the quantity and its noun."""
    i = placed.last if placed.counted is None else max(placed.last, placed.counted.index + 1)
    i = _behind_brackets(analysis, i, placed.sentence.last)
    tokens = analysis.tokens[i : min(i + 5, placed.sentence.last)]
    # "A 52,000 barrel-a-day refinery" has its rate between hyphens.
    near = (
        [token for token in tokens if token.text not in HYPHENS][:3]
        if tokens[:1] and tokens[0].text in HYPHENS
        else tokens[:3]
    )
    if len(near) < 2 or near[0].lower not in {"per", "/", "a", "an"} or near[-1].lower in EARLIER:
        return None
    after = placed.sentence.span.end
    unit = unit_at(words_of(analysis.text, near[1].start, min(after, near[1].start + LONGEST_UNIT)), 0)
    if unit is not None and unit[1].kind in {"physical", "time"}:
        return unit[1].name
    return near[1].lemma.lower() if near[0].lower == "per" else None


def _behind_brackets(analysis: Analysis, index: int, end: int) -> int:
    """The index behind the same amount in other units: "9 billion shekels ($2.4 billion) *a year*"."""
    near = analysis.tokens[index : min(index + LONGEST_BRACKETS, end)]
    if not near or near[0].text != "(":
        return index
    return next((t.index + 1 for t in near if t.text == ")"), index)
