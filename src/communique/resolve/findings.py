"""What a comparison of two names finds: what they have in common, and what parts them."""

from __future__ import annotations

from enum import StrEnum

from communique.resolve.alignment import Alignment, Pair, Same, align
from communique.resolve.word_likeness import Bond
from communique.resolve.worded import Worded

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


def compare(one: Worded, other: Worded) -> list[Finding]:
    """What the comparison of two names finds, whichever comes first."""
    if not (one.ordinary and other.ordinary) and (glance := _at_a_glance(one, other)):
        return glance
    if other.words < one.words:
        one, other = other, one
    found = align(one, other)
    same, pairs, here, there = found
    findings: list[Finding] = [(_SHARED, 1.0)] if same or pairs else []
    if pairs:
        findings += _of_pairs(same, pairs)
    if here or there:
        findings += _of_words_left(here, there, one, other)
    if not (one.plain and other.plain):
        findings += _against(found, one, other)
    return findings


def _at_a_glance(one: Worded, other: Worded) -> list[Finding]:
    """What needs no alignment of words: acronyms, scripts of syllables, names without a word."""
    if not one.words or not other.words:
        return [(Trait.EMPTY, 1.0)]
    if one.syllables and other.syllables:
        return [(_SHARED if one.syllables == other.syllables else Trait.CHARACTERS, 1.0)]
    if abbreviates(one, other) or abbreviates(other, one):
        return [(Trait.ACRONYM, 1.0)]
    return []


def abbreviates(short: Worded, full: Worded) -> bool:
    """Whether a name opens with an acronym that stands for the other."""
    return bool(short.acronym) and len(full.words) > 1 and short.acronym in full.initials


def _of_pairs(same: list[Same], pairs: list[Pair]) -> list[Finding]:
    forms = initials = 0
    spelling = 0.0
    for _, _, (bond, _, letters) in pairs:
        if bond is _BY_FORM:
            forms += 1
        elif bond is _BY_INITIAL:
            initials += 1
        else:
            spelling += letters * letters  # the second letter that differs tells more than the first
    findings: list[Finding] = [(_SPELLING, spelling)] if spelling else []
    if forms:
        findings.append((_FORM, forms))
    if initials:
        only = not same and initials == len(pairs)
        findings.append((Trait.INITIALS_ONLY if only else _INITIAL, initials))
    return findings


def _of_words_left(left: list[int], others_left: list[int], one: Worded, other: Worded) -> list[Finding]:
    """The words without a fellow: of both names they clash, of one name they are only more."""
    here, there = len(left), len(others_left)
    findings: list[Finding] = [(_CLASH, min(here, there, _MANY))] if here and there else []
    if here != there:
        findings.append((_EXTRA, min(abs(here - there), _MANY)))
        if len(one.words) == 1 or len(other.words) == 1:
            findings.append((_LONE, 1.0))
    if one.places or other.places:
        first, second = places_in(one, left), places_in(other, others_left)
        if first or second:
            findings.append((Trait.OTHER_PLACE if first and second else Trait.PLACE, 1.0))
    return findings


def _against(found: Alignment, one: Worded, other: Worded) -> list[Finding]:
    """What parts two names though their words agree."""
    same, pairs, here, there = found
    findings: list[Finding] = []
    if one.numbers != other.numbers:
        findings.append((Trait.OTHER_NUMBER if one.numbers and other.numbers else Trait.NUMBER, 1.0))
    if one.form != other.form and one.form and other.form:
        findings.append((Trait.OTHER_FORM, 1.0))
    if one.single and other.single and (initials_in(one, here) or initials_in(other, there)):
        findings.append((Trait.OTHER_INITIALS, 1.0))
    if one.accented and other.accented and _marks_differ(same, pairs, one, other):
        findings.append((Trait.MARKS, 1.0))
    if one.has_descent and other.has_descent and any(one.descent[at] != other.descent[to] for at, to in same):
        findings.append((Trait.DESCENT, 1.0))
    return findings


def initials_in(name: Worded, places: list[int]) -> list[str]:
    """Which of these words of a name are one letter."""
    return [name.words[place] for place in places if len(name.words[place]) == 1]


def places_in(name: Worded, places: list[int]) -> list[str]:
    """Which of these words of a name are states or capitals."""
    return [name.words[place] for place in places if name.words[place] in name.places]


def _marks_differ(same: list[Same], pairs: list[Pair], one: Worded, other: Worded) -> bool:
    """Whether a word is spelt with care in both names, and not alike: "Thanh" is not "Thành", nor "Lâm" "Lan"."""
    if any(one.marks[place] != other.marks[fellow] for place, fellow in same):
        return True
    return any(
        one.marks[first[0]] or other.marks[second[0]]
        for first, second, joined in pairs
        if joined.bond is not _BY_INITIAL
    )
