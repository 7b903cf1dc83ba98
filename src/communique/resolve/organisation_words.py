"""The words of an organisation's name that tell little about which one is meant: legal forms, "of", "the", numerals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.resolve.folding import words
from communique.vocabulary import load_yaml, read_text

_LONG_ENOUGH_TO_MISSPELL = 8
_MISSPELT = 2  # letters by which a long word of a legal form may be misspelt


@dataclass(frozen=True)
class OrganisationWords:
    """Folded words, each list by what it says about a name."""

    in_full: Mapping[str, str]
    passing: frozenset[str]
    places: frozenset[str]
    before_place: frozenset[str]
    ship_prefixes: frozenset[str]
    numerals: Mapping[str, str]
    forms: Mapping[tuple[str, ...], str]
    longest_form: int

    def numeral(self, token: str, place: int) -> str | None:
        """The number that a word writes; a letter that opens a name is no Roman numeral."""
        if token.isdigit():
            return token.lstrip("0") or "0"
        return self.numerals.get(token) if place or len(token) > 2 else None


def legal_form(tokens: Sequence[str]) -> tuple[str | None, int, int]:
    """The legal form that stands last in a name, with its first word and the one behind it; (None, 0, 0) without one.

    A name is never a legal form alone.
    """
    known = organisation_words()
    for end in range(len(tokens), 0, -1):
        for length in range(min(known.longest_form, end), 0, -1):
            form = known.forms.get(tuple(tokens[end - length : end])) if length < len(tokens) else None
            if form:
                return form, end - length, end
    last = _misspelt(tokens[-1]) if len(tokens) > 1 else None
    return (last, len(tokens) - 1, len(tokens)) if last else (None, 0, 0)


@cache
def organisation_words() -> OrganisationWords:
    """The vocabulary of organisations' names, put together from its files."""
    data = load_yaml("organisation_words.yaml")
    forms = {
        tuple(phrase.split()): form for form, phrases in load_yaml("legal_forms.yaml").items() for phrase in phrases
    }
    return OrganisationWords(
        in_full=data["in_full"],
        passing=frozenset(data["passing"]),
        places=_places(),
        before_place=frozenset(data["before_place"]),
        ship_prefixes=frozenset(data["ship_prefixes"]),
        numerals={str(word): str(number) for word, number in data["numerals"].items()},
        forms=forms,
        longest_form=max(map(len, forms)),
    )


def _misspelt(word: str) -> str | None:
    from rapidfuzz.distance import DamerauLevenshtein

    if len(word) < _LONG_ENOUGH_TO_MISSPELL:
        return None
    singles = ((form, name[0]) for name, form in organisation_words().forms.items() if len(name) == 1)
    return next(
        (
            form
            for form, full in singles
            if len(full) >= _LONG_ENOUGH_TO_MISSPELL
            and DamerauLevenshtein.distance(word, full, score_cutoff=_MISSPELT) <= _MISSPELT
        ),
        None,
    )


def _places() -> frozenset[str]:
    """The words of one-word names of states and their capitals."""
    import csv

    lines = (line for line in read_text("parties.csv").splitlines() if not line.startswith("#"))
    found: set[str] = set()
    for row in csv.DictReader(lines):
        if row["kind"] == "state":
            printed = ";".join((row["name"], row["aliases"], row["demonyms"], row["capitals"])).split(";")
            found.update("".join(words(name)) for name in printed if name)
            found.update(token for name in printed for token in words(name) if len(words(name)) == 1)
    return frozenset(found)
