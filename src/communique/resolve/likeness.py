"""Whether two names may be names of one person or body.

What a comparison finds weighs log-odds for or against, which add up: above nought the names are alike. The weights
are in `vocabulary/likeness.yaml`; `benchmarks/names_fit.py` fits them. `resolve.evidence` tells which words weighed.

Likeness is not sameness: the record takes two names for one person's only where country and office say so too.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from communique.resolve.alignment import Alignment, align
from communique.resolve.word_likeness import Bond
from communique.resolve.worded import Kind, Worded, worded
from communique.vocabulary import load_yaml

_MANY = 3  # more words left over than these say no more


class Trait(StrEnum):
    """What two names have in common, or what parts them."""

    SHARED = "words in common"
    ACRONYM = "the first letters of the other"
    FORM = "forms of one name in two languages, or short for it"
    INITIAL = "initials that fit"
    SPELLING = "words spelt nearly the same"
    EXTRA = "words that one name has more"
    LONE = "a single word against a longer name"
    CLASH = "other words on both sides"
    PLACE = "a country that one name has more"
    OTHER_PLACE = "two countries"
    OTHER_FORM = "two legal forms"
    NUMBER = "a number that one name has more"
    OTHER_NUMBER = "two numbers"
    OTHER_INITIALS = "initials that do not fit"
    INITIALS_ONLY = "nothing but initials"
    MARKS = "two spellings with diacritics"
    DESCENT = "father and child exchanged"
    CHARACTERS = "other characters in a script of syllables"
    EMPTY = "no words to compare"
    __hash__ = str.__hash__  # an enumeration's own is too slow for a key of millions of look-ups


Finding = tuple[Trait, float]  # a trait, and how much of it there is

# Looking a member up costs as much as comparing two words does.
_SHARED, _FORM, _INITIAL, _SPELLING = Trait.SHARED, Trait.FORM, Trait.INITIAL, Trait.SPELLING
_CLASH, _EXTRA, _LONE = Trait.CLASH, Trait.EXTRA, Trait.LONE
_BY_FORM, _BY_INITIAL = Bond.FORM, Bond.INITIAL


def are_alike(first: str, second: str, kind: Kind = Kind.PERSON) -> bool:
    """Whether two names, in any script, may be names of one."""
    return likeness(first, second, kind) > 0


def likeness(first: str, second: str, kind: Kind = Kind.PERSON) -> float:
    """How much speaks for two names being one, in log-odds; the order of the two does not matter."""
    weights = weights_of(kind)
    total = 0.0
    for trait, amount in compare(worded(first, kind), worded(second, kind)):
        total += weights[trait] * amount
    return total


def compare(one: Worded, other: Worded) -> list[Finding]:
    """What the comparison of two names finds."""
    return _at_a_glance(one, other) or _findings(*_aligned(one, other))


def _at_a_glance(one: Worded, other: Worded) -> list[Finding]:
    """What needs no alignment of words: acronyms, scripts of syllables, names without a word."""
    if not one.words or not other.words:
        return [(Trait.EMPTY, 1.0)]
    if one.syllables and other.syllables:
        return [(_SHARED if one.syllables == other.syllables else Trait.CHARACTERS, 1.0)]
    if (one.acronym or other.acronym) and (_abbreviates(one, other) or _abbreviates(other, one)):
        return [(Trait.ACRONYM, 1.0)]
    return []


def _abbreviates(short: Worded, full: Worded) -> bool:
    return bool(short.acronym) and len(full.words) > 1 and short.acronym in full.initials


def _aligned(one: Worded, other: Worded) -> tuple[Alignment, Worded, Worded]:
    """The words paired, with the names in an order of their own, so that neither is the first."""
    if other.words < one.words:
        one, other = other, one
    return align(one, other), one, other


def _findings(found: Alignment, one: Worded, other: Worded) -> list[Finding]:
    findings: list[Finding] = [(_SHARED, 1.0)] if found.same or found.pairs else []
    if found.pairs:
        findings += _of_pairs(found)
    if found.here or found.there:
        findings += _of_words_left(found, one, other)
    if one.plain and other.plain:
        return findings
    return findings + _against(found, one, other)


def _of_pairs(found: Alignment) -> list[Finding]:
    forms = initials = 0
    spelling = 0.0
    for pair in found.pairs:
        if pair.joint.bond is _BY_FORM:
            forms += 1
        elif pair.joint.bond is _BY_INITIAL:
            initials += 1
        else:
            spelling += pair.joint.letters**2
    findings: list[Finding] = [(_SPELLING, spelling)] if spelling else []
    if forms:
        findings.append((_FORM, float(forms)))
    if initials:
        only = not found.same and initials == len(found.pairs)
        findings.append((Trait.INITIALS_ONLY if only else _INITIAL, float(initials)))
    return findings


def _of_words_left(found: Alignment, one: Worded, other: Worded) -> list[Finding]:
    """The words without a fellow: of both names they clash, of one name they are only more."""
    here, there = len(found.here), len(found.there)
    findings: list[Finding] = []
    if here and there:
        findings.append((_CLASH, float(min(here, there, _MANY))))
    if here != there:
        findings.append((_EXTRA, float(min(abs(here - there), _MANY))))
        if len(one.words) == 1 or len(other.words) == 1:
            findings.append((_LONE, 1.0))
    if one.places or other.places:
        first, second = _places(one, found.here), _places(other, found.there)
        if first or second:
            findings.append((Trait.OTHER_PLACE if first and second else Trait.PLACE, 1.0))
    return findings


def _against(found: Alignment, one: Worded, other: Worded) -> list[Finding]:
    """What parts two names though their words agree."""
    findings: list[Finding] = []
    if one.numbers != other.numbers:
        findings.append((Trait.OTHER_NUMBER if one.numbers and other.numbers else Trait.NUMBER, 1.0))
    if one.form and other.form and one.form != other.form:
        findings.append((Trait.OTHER_FORM, 1.0))
    if one.single and other.single and (_initials(one, found.here) or _initials(other, found.there)):
        findings.append((Trait.OTHER_INITIALS, 1.0))
    if one.accented and other.accented and _marks_differ(found, one, other):
        findings.append((Trait.MARKS, 1.0))
    if one.descent[-1:] > (0,) and other.descent[-1:] > (0,) and _exchanged(found, one, other):
        findings.append((Trait.DESCENT, 1.0))
    return findings


def _initials(name: Worded, left: list[int]) -> list[str]:
    return [name.words[place] for place in left if len(name.words[place]) == 1]


def _places(name: Worded, left: list[int]) -> list[str]:
    return [name.words[place] for place in left if name.words[place] in name.places]


def _marks_differ(found: Alignment, one: Worded, other: Worded) -> bool:
    """Whether a word is spelt with care in both names, and not alike: "Thanh" is not "Thành", nor "Lâm" "Lan"."""
    if any(one.marks[place] != other.marks[fellow] for place, fellow in found.same):
        return True
    return any(
        one.marks[pair.first[0]] or other.marks[pair.second[0]]
        for pair in found.pairs
        if pair.joint.bond is not _BY_INITIAL
    )


def _exchanged(found: Alignment, one: Worded, other: Worded) -> bool:
    return any(one.descent[place] != other.descent[fellow] for place, fellow in found.same)


@cache
def weights_of(kind: Kind) -> dict[Trait, float]:
    """The log-odds of one unit of each trait."""
    vocabulary = load_yaml("likeness.yaml")
    told = {**vocabulary["decided"]["both"], **vocabulary["decided"][kind], **vocabulary["fitted"][kind]}
    return {trait: float(told[trait.name.lower()]) for trait in Trait}


def decided_traits(kind: Kind) -> frozenset[Trait]:
    """The traits whose weight was decided, not fitted: what must part two names in a record."""
    decided = load_yaml("likeness.yaml")["decided"]
    return frozenset(trait for trait in Trait if trait.name.lower() in {**decided["both"], **decided[kind]})
