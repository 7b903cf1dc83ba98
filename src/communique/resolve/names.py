"""Comparing two personal names. Diacritics are evidence: a name without any says nothing about them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from communique.resolve.folding import words
from communique.vocabulary import load_yaml

_LETTERS_AS_MARKS = "đøłı"  # letters that stand for a folded letter with a mark of its own


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words folded, and for each the marks that it was printed with."""

    tokens: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def is_accented(self) -> bool:
        return any(self.marks)

    @property
    def initials(self) -> tuple[str, ...]:
        """The words of one letter: "George H. W. Bush" is not "George W. Bush"."""
        return tuple(token for token in self.tokens if len(token) == 1)


@lru_cache(maxsize=65536)
def name_of(printed: str) -> Name:
    """`name_of("Tô Lâm")` has the tokens ("to", "lam"), each with a circumflex."""
    parts = unicodedata.normalize("NFC", printed).replace("-", " ").replace(".", " ").split()
    found = [(token, marks_of(part)) for part in parts for token in words(part)[:1]]
    kept = [pair for pair in found if pair[0] not in _passing()] or found
    return Name(tuple(_short_names().get(token, token) for token, _ in kept), tuple(marks for _, marks in kept))


def same_name(first: Name, second: Name) -> bool:
    """The same words in any order, with nothing in the marks against it."""
    if sorted(first.tokens) != sorted(second.tokens) or not first.tokens:
        return False
    return _marks_agree(first, second, _matched(first, second))


def part_of(part: Name, whole: Name) -> bool:
    """Whether `part` is `whole` with words left out, though not both its first and its last."""
    if not 0 < len(part.tokens) < len(whole.tokens):
        return False
    if not {whole.tokens[0], whole.tokens[-1]} & set(part.tokens):
        return False
    if part.initials and part.initials != whole.initials:
        return False
    matched = _matched(part, whole)
    in_order = all(earlier < later for earlier, later in pairwise(matched))
    return in_order and -1 not in matched and _marks_agree(part, whole, matched)


def _matched(first: Name, second: Name) -> list[int]:
    """For each word of the first name, the place of its fellow in the second, or -1."""
    free = list(enumerate(second.tokens))
    places: list[int] = []
    for token in first.tokens:
        place = next((place for place, other in free if other == token), -1)
        free = [pair for pair in free if pair[0] != place]
        places.append(place)
    return places


def _marks_agree(first: Name, second: Name, matched: list[int]) -> bool:
    """Marks count only where both names are printed with any: "To Lam" agrees with "Tô Lâm", "Tô Lan" does not."""
    if not (first.is_accented and second.is_accented):
        return True
    return all(first.marks[at] == second.marks[place] for at, place in enumerate(matched) if place >= 0)


def marks_of(word: str) -> str:
    """The marks of a word in a fixed order, wherever in it they stand: "Hòa" and "Hoà" are spelt the same."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(sorted(part for part in parts if unicodedata.combining(part) or part in _LETTERS_AS_MARKS))


@cache
def _passing() -> frozenset[str]:
    """Words of a name that are printed or left out at will: "Jr", "bin"."""
    vocabulary = load_yaml("resolving.yaml")
    return frozenset(vocabulary["suffixes"]) | frozenset(vocabulary["particles"])


@cache
def _short_names() -> dict[str, str]:
    """Given names in full, by their short forms: "Joe Hale" is "Joseph Hale"."""
    names: dict[str, str] = load_yaml("resolving.yaml")["short_names"]
    return names
