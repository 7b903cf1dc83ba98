"""The grammar of dates as English press reports say them, out of the rule tables and the phrases of the vocabulary."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.read.dates.calendar_rules import POINTS, STRETCHES
from communique.read.dates.festivals import Festival
from communique.read.dates.grammar import Grammar, Rule
from communique.read.dates.relative import Vague
from communique.read.dates.relative_rules import CLOCKS, LENGTHS, RELATIVE
from communique.read.dates.vocabulary import phrases

_DATES = (
    "day", "month", "fiscal", "yearish", "season", "quarter", "half", "week", "run", "years", "decade", "range", "unit",
    "turned", "edge", "same", "away", "length", "span", "every", "timed", "clock", "feast", "vague", "opened-range",
)  # fmt: skip

SPLIT = frozenset({"range", "years", "opened-range"})


def _fixed_phrases() -> list[Rule]:
    """The vague phrases and the festivals of the vocabulary as rules."""
    rules = []
    for words, (kind, value) in phrases().items():
        meaning: Any = Vague(value) if kind == "VAGUE" else Festival(value)
        rules.append(Rule("vague" if kind == "VAGUE" else "festival", " ".join(words), lambda meaning=meaning: meaning))
    return rules


@cache
def grammar(ranges: bool = True) -> Grammar:
    """The compiled grammar; without `ranges` each end of "from May to June" is an expression of its own."""
    kinds = [kind for kind in _DATES if ranges or kind not in SPLIT]
    tops = [Rule("date", f"x=<{kind}>", lambda x: x) for kind in kinds]
    return Grammar([*POINTS, *STRETCHES, *RELATIVE, *LENGTHS, *CLOCKS, *_fixed_phrases(), *tops])
