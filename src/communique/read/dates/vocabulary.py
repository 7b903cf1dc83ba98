"""The words that dates are built of, read from `vocabulary/dates.yaml` and `vocabulary/festivals.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.vocabulary import load_yaml

Value = int | str


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The names of a token's lexical classes: one object for all tokens that have the same."""

    names: tuple[str, ...]


@cache
def shape(*names: str) -> Shape:
    return Shape(names)


class Labels(dict[str, Value]):
    """The lexical classes of a token, each with its value; `shape` are the classes alone.

    Compared and hashed as the one object that it is, not by what it holds, so that a row of them is a light key.
    """

    __slots__ = ("shape",)
    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    def __init__(self, values: Mapping[str, Value]) -> None:
        super().__init__(values)
        self.shape = shape(*values)

    def without(self, name: str) -> Labels:
        """The same classes but one."""
        return Labels({label: value for label, value in self.items() if label != name})


Lexicon = Mapping[str, tuple[Labels, bool]]

_PHRASE_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_CLASSES = (
    "MONTH", "WEEKDAY", "WEEKDAYSHORT", "ORDINAL", "CARDINAL", "TENS", "UNIT", "UNITS", "SEASON", "PART", "DEICTIC",
    "SHIFT", "TONIGHT", "WEEKEND", "NOON", "LONE", "EVERY", "WEEKDAYS", "DECADEWORD", "FREQUENCY", "EARLY", "EDGE",
    "FEW", "NATURAL", "LIMIT",
)  # fmt: skip
_ANCHORS = frozenset(
    {
        "MONTH",
        "WEEKDAY",
        "UNIT",
        "UNITS",
        "SEASON",
        "PART",
        "DEICTIC",
        "FREQUENCY",
        "WEEKDAYS",
        "DECADEWORD",
        "TONIGHT",
        "WEEKEND",
        "NOON",
        "TERM",
    }
)
VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@cache
def _file(name: str) -> Mapping[str, Any]:
    """A vocabulary file as it stands."""
    data: Mapping[str, Any] = load_yaml(name)
    return data


def dates() -> Mapping[str, Any]:
    """`dates.yaml`."""
    return _file("dates.yaml")


def festivals() -> Mapping[str, Any]:
    """`festivals.yaml`: each festival with its names and how its day is found."""
    return _file("festivals.yaml")


@cache
def words(name: str) -> frozenset[str]:
    """A list of `dates.yaml` as a set."""
    return frozenset(map(str, dates()[name]))


@cache
def fiscal_years() -> Mapping[str, int]:
    """The month in which a country's fiscal year begins, for those where it is not January."""
    starts: Mapping[str, int] = dates()["FISCAL_YEARS"]
    return starts


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of the vocabulary as the lexer would cut it."""
    return tuple(_PHRASE_TOKEN.findall(phrase.lower().replace("’", "'")))


@cache
def phrases() -> Mapping[tuple[str, ...], tuple[str, str]]:
    """Fixed phrases, as words, with what they are: ("VAGUE", "PAST_REF") or ("FESTIVAL", key)."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind in VAGUE:
        found |= {phrase_words(phrase): ("VAGUE", kind) for phrase in dates()[kind]}
    for key, entry in festivals().items():
        found |= {phrase_words(name): ("FESTIVAL", key) for name in entry["names"]}
    return found


@cache
def lexicon() -> Lexicon:
    """Every word that may stand in a date, in lower case: its value by lexical class, and whether it alone can
    make its neighbourhood worth reading."""
    labels: dict[str, dict[str, Value]] = {}
    for name in _CLASSES:
        for word, value in dates()[name].items():
            labels.setdefault(str(word), {})[name] = value
    for word in words("GLUE"):
        labels.setdefault(word, {})
    for phrase in phrases():
        for word in filter(str.isalnum, phrase):
            labels.setdefault(word, {})
        anchor = max(phrase, key=len)
        labels[anchor]["TERM"] = anchor
    for word, own in labels.items():
        own[word] = word
        if "MONTH" in own or "WEEKDAYSHORT" in own:
            own |= _shape(word, own)
    return {word: (Labels(own), not _ANCHORS.isdisjoint(own)) for word, own in labels.items()}


def _shape(word: str, own: Mapping[str, Value]) -> dict[str, Value]:
    """Marks of spelling: a month whose name is a word besides is written with a capital; the short forms are too,
    and may carry a full stop."""
    short = "WEEKDAYSHORT" in own or (len(word) <= 4 and word not in ("may", "june", "july"))
    if short:
        return {"CAPITAL": 1, "ABBREVIATED": 1}
    return {"CAPITAL": 1} if word in words("ALSO_WORDS") else {}
