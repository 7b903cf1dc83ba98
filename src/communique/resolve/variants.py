"""Names that are one where the office says so too: spelt otherwise, with words, initials or accents left out."""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.names import Name

RESPELT = 0.8  # likeness of words that two spellings of one office holder's name may have: one letter in five
ALIKE = 0.85  # the same where one word is all that is known of a name: "Zelensky", "Zelenskyy"
_SPELT = 6  # letters of the shortest word alone that such likeness says anything about


def is_variant(first: Name, second: Name) -> bool:
    """Whether one name has all the words of the other, two at least, in some spelling; one of them in the same."""
    short, long = sorted((_without_initials(first), _without_initials(second)), key=lambda name: len(name.tokens))
    if len(short.tokens) < 2 or not _initials_agree(first, second):
        return False
    places = [_fellow(short, place, long) for place in range(len(short.tokens))]
    if None in places or len(set(places)) < len(places):
        return False
    whole = {place for place in places if place is not None}
    same = any(
        token == long.tokens[place] for token, place in zip(short.tokens, places, strict=True) if place is not None
    )
    return same and bool({0, len(long.tokens) - 1} & whole)


def _fellow(short: Name, place: int, long: Name) -> int | None:
    """The place in the longer name of the word most like a word of the shorter, if it is like enough."""
    word = short.tokens[place]
    able = [
        (_likeness(word, other), -there)
        for there, other in enumerate(long.tokens)
        if _marks_allow(short.marks[place], long.marks[there])
    ]
    best = max(able, default=(0.0, 0))
    return -best[1] if best[0] >= RESPELT else None


def _marks_allow(first: str, second: str) -> bool:
    """Accents may be left out of a word, not changed."""
    return not first or not second or first == second


def _initials_agree(first: Name, second: Name) -> bool:
    return not first.initials or not second.initials or first.initials == second.initials


def _without_initials(name: Name) -> Name:
    kept = [place for place, token in enumerate(name.tokens) if len(token) > 1]
    return Name(tuple(name.tokens[place] for place in kept), tuple(name.marks[place] for place in kept))


def _likeness(first: str, second: str) -> float:
    if first == second:
        return 1.0
    from rapidfuzz.distance import DamerauLevenshtein

    return float(DamerauLevenshtein.normalized_similarity(first, second)) if first[0] == second[0] else 0.0


def words_alike(word: str, others: Iterable[str]) -> list[str]:
    """The words that may be other spellings of a single word: long ones with few letters different."""
    able = [other for other in others if min(len(word), len(other)) >= _SPELT and word != other]
    return [other for other in able if _likeness(word, other) >= ALIKE]
