"""Names of which one may be a misspelling of the other, where an office says so too."""

from __future__ import annotations

from communique.resolve.names import Name

RESPELT = 0.8  # likeness of words that two spellings of one office holder's name may have: one letter in five
_INITIAL = 0.9  # likeness of a word and an initial that fits it


def alike(first: str, second: str) -> bool:
    """Whether two names of people, in any script, may be spellings of one name."""
    from communique.resolve.likeness import are_alike

    return are_alike(first, second)


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
