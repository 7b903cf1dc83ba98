"""Which state somebody called "President Hale" governs, where the table of office holders knows one such person.

The table (`vocabulary/officeholders.csv`) is evidence, never the truth: it is asked only where the report does not say
whom a person stands for, and what comes of it is marked as inferred. It is some years old, so an end that it does not
give is no end.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from communique.read.parties import fold
from communique.vocabulary import load_yaml, read_text

_FORMER = {"former_president": "head_of_state"}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office of a state: the folded words of the names, and the first and last day as far as known."""

    office: str
    party: str
    names: tuple[tuple[str, ...], ...]
    start: str
    end: str
    seen: str = ""  # when the source last saw a holder without an end in office

    def held_on(self, day: str | None, former: bool) -> bool:
        """Whether nothing says that the office was not held that day, or before where it is a former holder's."""
        if day is None:
            return True
        begun = not self.start or self.start <= day
        return begun and (former or not self.end or day[: len(self.end)] <= self.end)

    def known_on(self, day: str) -> bool:
        """Whether the table says that the office was held that day."""
        last = self.end or self.seen
        return bool(self.start and last) and self.start <= day and day[: len(last)] <= last


def state_governed(
    words: tuple[str, ...], offices: frozenset[str], day: str | None, mentioned: Iterable[str]
) -> str | None:
    """The state of the one holder of one of the offices whose name holds all the (folded) words, on that day or in
    the past; a single word counts only for a state that the report mentions."""
    known, words = set(mentioned), _in_full(words)
    found = {
        holder.party
        for holder in _by_word().get(words[-1], ())
        for office in offices
        if holder.office == _FORMER.get(office, office) and holder.held_on(day, office in _FORMER)
        if _names(holder, words) and (len(words) > 1 or holder.party in known)
    }
    return next(iter(found)) if len(found) == 1 else None


def held_by_another(party: str, words: tuple[str, ...], offices: frozenset[str], day: str | None) -> bool:
    """Whether somebody of another name is known to have been the state's head, or its head of government, that day."""
    if day is None:
        return False
    known = [holder for holder in _by_party().get(party, ()) if holder.office in offices and holder.known_on(day)]
    return bool(known) and not any(set(_in_full(words)) & set(name) for holder in known for name in holder.names)


def _names(holder: Holder, words: tuple[str, ...]) -> bool:
    """Whether the words are a part of a name of the holder's; a single one its first or its last."""
    return any(set(words) <= set(name) and (len(words) > 1 or words[0] in {name[0], name[-1]}) for name in holder.names)


@cache
def _by_word() -> dict[str, tuple[Holder, ...]]:
    by_word: dict[str, list[Holder]] = defaultdict(list)
    for holder in _holders():
        for word in {word for name in holder.names for word in name}:
            by_word[word].append(holder)
    return {word: tuple(holders) for word, holders in by_word.items()}


def _holders() -> Iterable[Holder]:
    lines = (line for line in read_text("officeholders.csv").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        names = tuple(_words(name) for name in (row["name"], row["also"]) if name)
        yield Holder(row["office"], row["party"], names, row["start"], row["end"], row["until"])


@cache
def _by_party() -> dict[str, tuple[Holder, ...]]:
    """The holders by party."""
    by_party: dict[str, list[Holder]] = defaultdict(list)
    for holder in _holders():
        by_party[holder.party].append(holder)
    return {party: tuple(holders) for party, holders in by_party.items()}


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, also without the articles that are joined to them by a hyphen."""
    words = fold(name).split()
    return _in_full(dict.fromkeys([*words, *(part for word in words for part in word.split("-") if "-" in word)]))


def _in_full(words: Iterable[str]) -> tuple[str, ...]:
    """The words with short forms of given names written out: "Joe" → "joseph"."""
    return tuple(_short_names().get(word, word) for word in words)


@cache
def _short_names() -> dict[str, str]:
    names: dict[str, str] = load_yaml("resolving.yaml")["short_names"]
    return names
