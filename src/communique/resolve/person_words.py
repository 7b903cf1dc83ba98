"""The words around a person's name: titles and offices in front, particles within, ordinals behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.resolve.folding import words
from communique.vocabulary import load_yaml


@dataclass(frozen=True)
class PersonWords:
    """Folded words, each list by what it says about a name."""

    titles: frozenset[str]  # forms of address and words of offices
    unsure: frozenset[str]  # titles that may open a name
    passing: frozenset[str]  # printed or left out at will
    particles: frozenset[str]  # the same, though not in front, where a family name may be spelt so ("Le", "Do")
    descent: frozenset[str]  # "son of", "daughter of"
    ordinals: dict[str, str]
    short: dict[str, frozenset[str]]  # a short form of a given name and the names that it stands for
    groups: dict[str, frozenset[int]]  # by form, the names that it is a form of

    def passes(self, token: tuple[str, str], place: int) -> bool:
        """Whether a word, with its marks, at this place says nothing about who is meant: "Lê" is no particle."""
        word, marks = token
        return word in self.passing or (word in self.particles and place > 0 and not marks)

    def titles_before(self, tokens: Sequence[str]) -> int:
        """How many words in front are titles: "Party General Secretary To Lam" has three. One word is left at least.

        A word that may open a name counts as a title only beside another one.
        """
        count = 0
        while count < len(tokens) - 1 and tokens[count] in self.titles:
            count += 1
        if count == 1 and tokens[0] in self.unsure:
            return 0
        return count


@cache
def person_words() -> PersonWords:
    """The vocabulary of personal names, put together from its files."""
    honorifics = load_yaml("honorifics.yaml")
    resolving = load_yaml("resolving.yaml")
    forms = load_yaml("name_forms.yaml")
    address = _folded(honorifics["male"] + honorifics["female"] + honorifics["neutral"])
    descent = _folded(resolving["particles"])
    return PersonWords(
        titles=(address | _office_words()) - _folded(forms["never_titles"]),
        unsure=_folded(honorifics["unsure"]) | _folded(forms["unsure_titles"]) | _families(),
        passing=frozenset(forms["passing"]),
        particles=_folded(honorifics["particles"] + honorifics["suffixes"]) - descent - set(forms["ordinals"]),
        descent=descent,
        ordinals=forms["ordinals"],
        short=_short(resolving["short_names"], forms["short_also"]),
        groups=_groups(forms["romanised"]),
    )


def _office_words() -> frozenset[str]:
    offices = load_yaml("offices.yaml")
    return _folded(
        [title for titles in offices["offices"].values() for title in titles]
        + offices["modifiers"]
        + offices["portfolio"]
    )


def _folded(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words(phrase))


def _families() -> frozenset[str]:
    customs = load_yaml("naming.yaml")["customs"].values()
    return frozenset(str(family) for custom in customs for family in custom["families"])


def _short(single: Mapping[str, str], several: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Each short form with the names that it stands for, and itself."""
    shorts = single.keys() | several.keys()
    return {short: frozenset({short, single.get(short, short), *several.get(short, ())}) for short in shorts}


def _groups(lists: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    held: dict[str, set[int]] = {}
    for number, forms in enumerate(lists):
        for form in forms:
            held.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in held.items()}
