"""The matters of diplomacy that a text touches, from the vocabulary of topics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.vocabulary import load_yaml


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that states talk about: `key`, its plain name, the Comparative Agendas Project's code of its major
    topic, and the PLOVER contexts that it falls under, closest first."""

    key: str
    name: str
    cap: int
    plover: tuple[str, ...]


@cache
def topics() -> dict[str, Topic]:
    """Every topic of `vocabulary/topics.yaml`, by key."""
    return {
        key: Topic(key, entry["name"], entry["cap"], tuple(entry["plover"]))
        for key, entry in load_yaml("topics.yaml")["topics"].items()
    }


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = load_yaml("topics.yaml")["topics"]
    return tuple(
        (key, re.compile(r"\b(?:" + "|".join(map(_term, entry["terms"])) + r")\b", re.IGNORECASE))
        for key, entry in entries.items()
    )


def _term(term: str) -> str:
    """A term as a pattern: a final `*` stands for any ending."""
    escaped = re.escape(term).replace(r"\ ", r"[\s-]+")
    return escaped.removesuffix(r"\*") + r"\w*" if term.endswith("*") else escaped


def topics_of(text: str) -> tuple[str, ...]:
    """Keys of the topics that a text touches, in the order of their first mention."""
    found = [(match.start(), key) for key, pattern in _patterns() if (match := pattern.search(text))]
    return tuple(key for _, key in sorted(found))
