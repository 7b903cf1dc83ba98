"""One and many: the forms of an English word that a search takes for one another."""

from __future__ import annotations

from functools import cache

from communique.vocabulary import load_yaml

_SHORTEST = 3  # letters; shorter words have no plural worth looking for
_HISSING = ("s", "x", "z", "ch", "sh")
_NO_PLURAL = ("ss", "us", "is")  # "class", "census", "crisis" end in s and are one


def number_forms(word: str) -> tuple[str, ...]:
    """A folded word, then its plural or singular; more than one where spelling does not tell which is right.

    >>> number_forms("tariff"), number_forms("countries"), number_forms("people"), number_forms("2026")
    (('tariff', 'tariffs'), ('countries', 'country', 'countrie'), ('people', 'person', 'peoples'), ('2026',))
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return (word,)
    regular = _singulars(word) if word.endswith("s") and not word.endswith(_NO_PLURAL) else [regular_plural(word)]
    return tuple(dict.fromkeys((word, *_irregular().get(word, ()), *regular)))


def regular_plural(word: str) -> str:
    """The plural by the rules of spelling: "ministries", "taxes", "ports"."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _singulars(word: str) -> list[str]:
    found = [f"{word[:-3]}y"] if word.endswith("ies") else []
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        found.append(word[:-2])
    return [*found, word[:-1]]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Both ways between the words of which the plural is another word."""
    pairs: dict[str, str] = load_yaml("resolving.yaml")["irregular_plurals"]
    return {word: (other,) for one, many in pairs.items() for word, other in ((one, many), (many, one))}
