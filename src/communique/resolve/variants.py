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


def initials_fit(first: Name, second: Name) -> bool:
    """Whether one name is the other with words cut to their initials, some perhaps left out: "D. O. Mbaya", "Daniel
    Otieno Mbaya", "Daniel Mbaya". First word answers to first and last to last, and one of the two is whole.

    What one name prints whole or as an initial, the other may leave out, but not where it prints more of the rest:
    "George H. W. Bush" is not "George W. Bush", nor "A. Kazimir Brown" "Amos Brown".
    """
    short, long = sorted((first, second), key=lambda name: len(name.tokens))
    if len(short.tokens) < 2 or not (short.initials or long.initials):
        return False
    places = _fitting(short, long)
    if places is None or not any(_is_whole(short, end, long, end) for end in (0, -1)):
        return False
    left = {len(token) for at, token in enumerate(long.tokens) if at not in places}
    cut_short = any(len(short.tokens[here]) < len(long.tokens[at]) for here, at in enumerate(places))
    cut_long = any(len(long.tokens[at]) < len(short.tokens[here]) for here, at in enumerate(places))
    return not (1 in left and short.initials) and not (left - {1} and cut_long) and (cut_short or cut_long)


def accounts_for_all(first: Name, second: Name) -> bool:
    """Whether two names whose initials fit have as many words: nothing was left out."""
    return len(first.tokens) == len(second.tokens)


def _is_whole(first: Name, here: int, second: Name, there: int) -> bool:
    return first.tokens[here] == second.tokens[there] and len(first.tokens[here]) > 1


def _fitting(short: Name, long: Name) -> list[int] | None:
    """For each word of the shorter name the place in the longer one of the word, or of what it is the initial of or
    has as its initial: in order, from the first word to the last. None where one has no such place."""
    places: list[int] = []
    last = len(short.tokens) - 1
    for here in range(last + 1):
        free = {0: range(1), last: range(len(long.tokens) - 1, len(long.tokens))}.get(
            here, range((places or [0])[-1] + 1, len(long.tokens) - (last - here))
        )
        fits = [at for at in free if _fits(short, here, long, at)]
        if not fits:
            return None
        places.append(next((at for at in fits if short.tokens[here] == long.tokens[at]), fits[0]))
    return places


def _fits(first: Name, here: int, second: Name, there: int) -> bool:
    """Whether two words are the same, or one is the initial of the other; accents may be left out, not changed."""
    word, other = first.tokens[here], second.tokens[there]
    marks, others = sorted((first.marks[here], second.marks[there]), key=len)
    if word == other:
        return _marks_allow(marks, others)
    return 1 in (len(word), len(other)) and word[0] == other[0] and set(marks) <= set(others)


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
