"""A printed name taken apart for comparison: the words that tell who or what is meant, and what parts them beside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from communique.resolve.names import marks_of
from communique.resolve.organisation_words import legal_form, organisation_words
from communique.resolve.person_words import person_words
from communique.resolve.romanised import is_abjad, is_foreign, latin, syllables

_BREAKS = re.compile(r"[\s\-‐-―−.,;:/|()\[\]{}\"“”„«»&+_*]+")
_PLAIN = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}\w?(?!\w)|\b\w/\w\b")  # "S.A.", "A/S"
_JOINTS = re.compile(r"[./]")
_DIGITS = re.compile(r"(?<=[^\W\d]{2})(?=\d)")  # "Trust2007"
_LATIN_END = 0x250  # Latin letters with their marks stand below, and in one block above
_LATIN_EXTENDED = range(0x1E00, 0x1F00)
_LONGEST_ACRONYM = 7

Token = tuple[str, str]  # a folded word in Latin letters, and the marks that it was printed with


class Kind(StrEnum):
    """What bears the name. Whatever is no person (a company, a ministry, a ship) is named alike."""

    PERSON = "person"
    ORGANISATION = "organisation"
    __hash__ = str.__hash__  # an enumeration's own is not quick enough for a key of millions of look-ups


@dataclass(frozen=True, slots=True)
class Worded:
    """A name for comparison: its words, folded and in Latin letters, without titles, particles and legal forms."""

    printed: str
    words: tuple[str, ...]
    marks: tuple[str, ...]  # for each word, the marks that it was printed with
    descent: tuple[int, ...]  # for each word, how many "son of" stand before it
    numbers: frozenset[str]
    form: str | None  # the legal form of a company
    syllables: str  # in a script of syllables, the letters as printed
    vague: bool  # from a script that does not tell the vowels as Latin letters do
    accented: bool
    single: bool  # whether a word is one letter
    acronym: str  # the word in capitals that may stand for another name's first letters
    initials: tuple[str, ...]  # the first letters of an organisation's words, as acronyms take them
    places: frozenset[str]  # the words of an organisation's name that are states or their capitals
    has_descent: bool
    ordinary: bool  # whether it is words that are compared
    plain: bool  # whether nothing but its words tells it from another name


@lru_cache(maxsize=65536)
def worded(printed: str, kind: Kind) -> Worded:
    """The name taken apart, as a name of this kind is."""
    printed = unicodedata.normalize("NFC", printed)
    return _person(printed) if kind is Kind.PERSON else _organisation(printed)


def _person(printed: str) -> Worded:
    tokens = _tokens(printed)
    known = person_words()
    start = known.titles_before([token for token, _ in tokens])
    kept: list[tuple[Token, int]] = []
    generation = 0
    for place, token in enumerate(tokens[start:]):
        if token[0] in known.descent and kept:
            generation += 1
        elif not known.passes(token, place):
            kept.append((token, generation))
    kept = kept or [(token, 0) for token in tokens[start:]]
    names = [
        (token, generation)
        for place, (token, generation) in enumerate(kept)
        if not place or token[0] not in known.ordinals
    ]
    return _worded(
        printed,
        [token for token, _ in names],
        descent=tuple(generation for _, generation in names),
        numbers=frozenset(known.ordinals[token] for (token, _), _ in kept[1:] if token in known.ordinals),
    )


def _organisation(printed: str) -> Worded:
    known = organisation_words()
    joined = _DIGITS.sub(" ", _DOTTED.sub(lambda match: _JOINTS.sub("", match[0]), printed))
    tokens = [(known.in_full.get(token, token), marks) for token, marks in _tokens(joined)]
    form, start, end = legal_form([token for token, _ in tokens])
    bare = tokens[:start] + tokens[end:]
    bare = bare[1:] if len(bare) > 1 and bare[0][0] in known.ship_prefixes else bare
    kept = [token for token in bare if token[0] not in known.passing] or bare
    numerals = [known.numeral(token, place) for place, (token, _) in enumerate(kept)]
    names = [token for token, numeral in zip(kept, numerals, strict=True) if numeral is None]
    return _worded(
        printed,
        names,
        numbers=frozenset(numeral for numeral in numerals if numeral),
        form=form,
        acronym=names[0][0] if names and names[0][0] == _acronym(joined) else "",
        initials=_initials([token for token, _ in bare], known.passing, known.before_place),
        places=frozenset(token for token, _ in names) & known.places,
    )


def _worded(
    printed: str,
    names: Sequence[Token],
    descent: tuple[int, ...] = (),
    numbers: frozenset[str] = frozenset(),
    form: str | None = None,
    acronym: str = "",
    initials: tuple[str, ...] = (),
    places: frozenset[str] = frozenset(),
) -> Worded:
    accented, single = any(marks for _, marks in names), any(len(token) == 1 for token, _ in names)
    return Worded(
        printed=printed,
        words=tuple(token for token, _ in names),
        marks=tuple(marks for _, marks in names),
        descent=descent,
        numbers=numbers,
        form=form,
        syllables=syllables(printed),
        vague=is_abjad(printed) or is_foreign(printed),
        accented=accented,
        single=single,
        acronym=acronym,
        initials=initials,
        places=places,
        has_descent=any(descent),
        ordinary=bool(names) and not acronym and not syllables(printed),
        plain=not (accented or single or numbers or form or any(descent)),
    )


def _tokens(printed: str) -> list[Token]:
    if printed.isascii():
        return [(word, "") for part in _BREAKS.split(printed.lower()) if (word := _PLAIN.sub("", part))]
    tokens: list[Token] = []
    foreign = is_foreign(printed)
    for part in _BREAKS.split(printed):
        marks = marks_of(part) if _is_latin(part) else ""
        bare = (_PLAIN.sub("", word) for word in latin(part, foreign).split())
        tokens.extend((word, marks) for word in bare if word)
    return tokens


def _is_latin(part: str) -> bool:
    return not part.isascii() and all(ord(one) < _LATIN_END or ord(one) in _LATIN_EXTENDED for one in part)


def _acronym(printed: str) -> str:
    """The name's first word where it is an acronym: all in capitals, in a name that is not so throughout."""
    first = _BREAKS.split(printed.strip())[0]
    alone = len(printed.split()) == 1 or not printed.isupper()
    return (
        first.lower() if alone and first.isupper() and 2 <= len(first) <= _LONGEST_ACRONYM and first.isalpha() else ""
    )


def _initials(tokens: Sequence[str], passing: frozenset[str], before_place: frozenset[str]) -> tuple[str, ...]:
    """First letters with and without the passing words, and up to a place or purpose ("… in Cambodia")."""
    end = next((place for place, token in enumerate(tokens) if token in before_place and place > 1), len(tokens))
    whole = "".join(token[0] for token in tokens)
    lean, head = ("".join(token[0] for token in some if token not in passing) for some in (tokens, tokens[:end]))
    return tuple(dict.fromkeys((whole, lean, head)))
