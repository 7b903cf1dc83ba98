"""Measures under one name: "two-way trade" and "bilateral trade turnover" are both trade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.resolve.folding import fold
from communique.vocabulary import load_yaml

_LEADING = re.compile(r"^(?:the|a|an|its|their|total|overall|some|more than)\s+")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured. `known` is true for a measure of the vocabulary, `bilateral` where it lies between two."""

    name: str
    known: bool = False
    bilateral: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    measure: Measure
    terms: re.Pattern[str]
    others: re.Pattern[str] | None


def measure_of(words: str | None) -> Measure | None:
    """The measure that a report's words name; words that the vocabulary lacks stand for themselves."""
    if not words or not words.strip():
        return None
    folded = " ".join(fold(words).split())
    for entry in _entries():
        if entry.terms.search(folded) and not (entry.others and entry.others.search(folded)):
            return entry.measure
    return Measure(_LEADING.sub("", folded))


@cache
def _entries() -> tuple[_Entry, ...]:
    entries = load_yaml("measures.yaml")["measures"]
    return tuple(
        _Entry(
            Measure(name, known=True, bilateral=entry.get("bilateral", False)),
            _any_of(entry["terms"]),
            _any_of(entry["not"]) if "not" in entry else None,
        )
        for name, entry in entries.items()
    )


def _any_of(terms: list[str]) -> re.Pattern[str]:
    """A pattern of whole words, a `*` standing for any run of letters."""
    alternatives = (re.escape(fold(term)).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for term in terms)
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b")
