"""Offices: the words that titles are made of, and the canonical office of a title.

The words are data (`vocabulary/offices.yaml`); this file only interprets them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from communique.read.parties import find_parties, fold
from communique.vocabulary import load_yaml

_HONOUR_DOTS = re.compile(r"\.")
_INITIALS = re.compile(r"\b[A-Z]{3,}\b")
_FEMALE_HEADS = frozenset({"queen", "princess", "first lady", "wife"})
_MALE_HEADS = frozenset({"king", "prince", "husband", "sultan", "pope"})


@dataclass(frozen=True)
class OfficeWords:
    """The vocabulary of titles, folded. `titles` maps a title, as its words, to its canonical office."""

    titles: dict[tuple[str, ...], str]
    heads: frozenset[str]
    words: frozenset[str]
    modifiers: frozenset[str]
    things: frozenset[str]
    descriptors: dict[str, tuple[str, ...]]
    hosts: frozenset[str]
    guests: frozenset[str]
    group_people: frozenset[str]
    group_parties: frozenset[str]
    party_heads: frozenset[str]
    bodies: frozenset[str]


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """A YAML file of the vocabulary, parsed once."""
    data: dict[str, Any] = load_yaml(name)
    return data


@lru_cache(maxsize=8192)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title, folded, hyphens parted: "Vice-President" → ("vice", "president")."""
    return tuple(re.findall(r"[^\W_]+", fold(title)))


def _folded(words: list[str]) -> frozenset[str]:
    parted = frozenset(part for word in words if "-" not in word for part in title_words(word))
    return parted | frozenset(fold(word) for word in words)


@cache
def office_words() -> OfficeWords:
    """The vocabulary of offices."""
    data = vocabulary("offices.yaml")
    titles = {title_words(t): office for office, forms in data["offices"].items() for t in forms}
    portfolio = _folded(data["portfolio"])
    heads = frozenset(title[-1] for title in titles if title[-1] not in portfolio) | _plain_heads(titles)
    return OfficeWords(
        titles=titles,
        heads=heads | {"counterpart"},
        words=portfolio | _folded(data["modifiers"]) | heads,
        modifiers=_folded(data["modifiers"]),
        things=_folded(data["things"]),
        descriptors={word: tuple(offices) for word, offices in data["descriptors"].items()},
        hosts=frozenset(data["host_words"]),
        guests=frozenset(data["guest_words"]),
        group_people=frozenset(title_words(word)[-1] for word in data["group_people"]),
        group_parties=frozenset(data["group_parties"]),
        party_heads=frozenset(data["party_heads"]),
        bodies=frozenset(data["bodies"]),
    )


def _plain_heads(titles: dict[tuple[str, ...], str]) -> frozenset[str]:
    """One-word titles are heads themselves, whatever else the word is."""
    return frozenset(title[0] for title in titles if len(title) == 1)


@lru_cache(maxsize=8192)
def is_title_word(folded: str) -> bool:
    """Whether a folded word belongs to titles ("minister", "foreign"), each part of it where it is hyphenated."""
    parts = title_words(folded)
    words = office_words().words
    return folded in words or (bool(parts) and all(part in words for part in parts))


@lru_cache(maxsize=8192)
def is_head(folded: str) -> bool:
    """Whether a folded word can head a title ("minister", "vice-president", "ministers")."""
    parts = title_words(folded)
    if not parts:
        return False
    heads = office_words().heads
    singular = parts[-1].removesuffix("s"), parts[-1].removesuffix("ies") + "y"
    return any(part in heads for part in (*parts, *singular))


@lru_cache(maxsize=4096)
def canonical_office(title: str) -> str | None:
    """The canonical office of a title as printed: the longest title of the vocabulary that it contains.

    >>> canonical_office("Permanent Deputy Prime Minister")
    'deputy_prime_minister'
    """
    words, titles = title_words(title), office_words().titles
    head = _head_index(words)
    for length in range(len(words), 0, -1):
        for start in range(max(0, head - length + 1), min(head, len(words) - length) + 1):
            office = titles.get(words[start : start + length])
            if office:
                return "chairperson" if length == 1 and _of_a_body(office, words, title) else office
    return None


def _head_index(words: tuple[str, ...]) -> int:
    """The index of a title's own head: the last one before "of", "in", "for" or "to"."""
    end = next((i for i, word in enumerate(words) if word in {"of", "in", "for", "to", "at"} and i), len(words))
    heads = [i for i in range(end) if is_head(words[i])]
    return heads[-1] if heads else max(end - 1, 0)


def _of_a_body(office: str, words: tuple[str, ...], title: str) -> bool:
    """Whether a president is an association's or a council's, or a party's by its initials, not a state's."""
    initials = [word for word in _INITIALS.findall(title) if not find_parties(word)]
    return office == "head_of_state" and bool(initials or office_words().bodies & set(words))


@dataclass(frozen=True)
class Honorifics:
    """Forms of address, folded and without points, with the gender that they tell."""

    male: frozenset[str]
    female: frozenset[str]
    every: frozenset[str]
    unsure: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    pairs: frozenset[str]
    alone: frozenset[str]


@cache
def honorifics() -> Honorifics:
    """The vocabulary of forms of address."""
    data = {key: frozenset(bare(fold(word)) for word in words) for key, words in vocabulary("honorifics.yaml").items()}
    every = data["male"] | data["female"] | data["neutral"]
    return Honorifics(
        data["male"],
        data["female"],
        every,
        data["unsure"],
        data["suffixes"],
        data["particles"],
        data["pairs"],
        data["alone"],
    )


def bare(folded: str) -> str:
    """A folded word without its points: "h.e." → "he"."""
    return _HONOUR_DOTS.sub("", folded)


def gender_of_title(title: str) -> str | None:
    """The gender that a title or form of address tells: "f", "m" or None."""
    words = title_words(title)
    if words[:1] in {("her",), ("his",)} and set(words) & {"excellency", "majesty", "highness"}:
        return "f" if words[0] == "her" else "m"
    for word in words:
        if word in honorifics().female or word in _FEMALE_HEADS or word.endswith("woman"):
            return "f"
        if word in honorifics().male or word in _MALE_HEADS or (word in {"businessman", "congressman", "gentleman"}):
            return "m"
    return None
