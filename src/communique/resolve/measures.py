"""Measures under one name: "two-way trade" and "bilateral trade turnover" are both trade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.resolve.folding import fold
from communique.vocabulary import load_yaml

_CURRENCY = re.compile(r"[A-Z]{3}")
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
    money: bool

    def fits(self, folded: str, unit: str | None) -> bool:
        if self.money and not (unit and _CURRENCY.fullmatch(unit)):
            return False
        return bool(self.terms.search(folded)) and not (self.others and self.others.search(folded))


def measure_of(words: str | None, unit: str | None) -> Measure | None:
    """The measure that a report's words name; words that the vocabulary lacks stand for themselves.

    A measure counted in money is not meant where the unit is none: "exports" by value, but not "export licences".
    """
    if not words or not words.strip():
        return None
    folded = " ".join(fold(words).split())
    for entry in _entries():
        if entry.fits(folded, unit):
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
            entry.get("money", False),
        )
        for name, entry in entries.items()
    )


def _any_of(terms: list[str]) -> re.Pattern[str]:
    """A pattern of whole words, a `*` standing for any run of letters."""
    alternatives = (re.escape(fold(term)).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for term in terms)
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b")
