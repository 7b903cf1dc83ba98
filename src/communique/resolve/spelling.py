"""Names that may be one name spelt in two ways: another transliteration, a slip, an initial, a word left out.

This is likeness, not sameness: the record takes it for one person only where country and office say so too.
"""

from __future__ import annotations

from functools import lru_cache

from communique.resolve.names import Name, name_of, part_of, same_name

LIKE = 0.65  # likeness of the least alike pair of words; of 0.6 to 0.85 the best on 430 pairs of names (F1 78.3)
RUN_TOGETHER = 0.85  # likeness of the names without their spaces, for "Abu Bakr" and "Abubakr"
LEFT_OUT = 2  # words that one name may have more than the other
RESPELT = 0.8  # likeness of words that two spellings of one office holder's name may have: one letter in five
_INITIAL = 0.9  # likeness of a word and an initial that fits it


def alike(first: str, second: str) -> bool:
    """Whether two names, in any script, may be spellings of one name."""
    one, other = _latin(first), _latin(second)
    if not one.tokens or not other.tokens:
        return False
    if one.initials and other.initials and one.initials != other.initials and _in_full(one) == _in_full(other):
        return False
    if sorted(one.tokens) == sorted(other.tokens):
        return same_name(one, other)
    if one.is_accented and other.is_accented:  # spelt with care: "Tô Lâm" is not "Tô Lan"
        return part_of(one, other) or part_of(other, one)
    if _likeness("".join(one.tokens), "".join(other.tokens)) >= RUN_TOGETHER:
        return True
    short, long = sorted((one.tokens, other.tokens), key=len)
    missing = len(long) - len(short)
    if missing > LEFT_OUT or (missing and len(short) == 1):
        return False
    return all(likeness >= LIKE for likeness in _matched(short, long))


def _in_full(name: Name) -> list[str]:
    return sorted(token for token in name.tokens if len(token) > 1)


def respelt(first: Name, second: Name) -> bool:
    """Whether two names of as many words differ by a letter here and there, with one word quite the same."""
    if len(first.tokens) != len(second.tokens) or (first.is_accented and second.is_accented):
        return False
    matched = _matched(first.tokens, second.tokens)
    return max(matched, default=0.0) == 1.0 and min(matched, default=0.0) >= RESPELT


def _matched(short: tuple[str, ...], long: tuple[str, ...]) -> list[float]:
    """The likeness of each word to its fellow, the most alike paired first."""
    pairs = sorted(
        ((_likeness(word, other), here, there) for here, word in enumerate(short) for there, other in enumerate(long)),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    taken: dict[int, tuple[int, float]] = {}
    for likeness, here, there in pairs:
        if here not in taken and there not in {place for place, _ in taken.values()}:
            taken[here] = there, likeness
    return [likeness for _, likeness in taken.values()]


def _likeness(first: str, second: str) -> float:
    from rapidfuzz.distance import DamerauLevenshtein

    if 1 in (len(first), len(second)):
        return (1.0 if first == second else _INITIAL) if first[0] == second[0] else 0.0
    return float(DamerauLevenshtein.normalized_similarity(first, second))


@lru_cache(maxsize=65536)
def _latin(printed: str) -> Name:
    """The name in Latin letters: names in other scripts are transliterated."""
    found = name_of(printed)
    if all(token.isascii() for token in found.tokens):
        return found
    from anyascii import anyascii

    return name_of(anyascii(printed))
