"""Runs of name words in a stretch of text: how far one goes, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.read.offices import bare, canonical_office, honorifics, is_head, office_words
from communique.read.titles import Title, WordKind
from communique.read.wording import Word, side_by_side

_CABINET = frozenset({"foreign_minister", "defence_minister", "minister", "deputy_minister", "secretary"})


@dataclass(frozen=True)
class Stretch:
    """A paragraph as words with their kinds."""

    text: str
    words: tuple[Word, ...]
    kinds: tuple[WordKind, ...]


def run_end(stretch: Stretch, first: int) -> int:
    """The end of the run of name words that starts at `first`; particles count between names."""
    words, kinds, i = stretch.words, stretch.kinds, first + 1
    while i < len(words):
        if not side_by_side(words[i - 1], words[i], frozenset()):
            suffix = bare(words[i].folded) in honorifics().suffixes and words[i].gap == ", "
            if not suffix:
                break
        elif kinds[i] == "particle" or (words[i].folded in {"de", "of"} and _name_follows(stretch, i)):
            if words[i].folded == "of" or not _name_follows(stretch, i):
                break
        elif kinds[i] != "name" and bare(words[i].folded) not in honorifics().suffixes:
            break
        i += 1
    return i


def _name_follows(stretch: Stretch, i: int) -> bool:
    following = i + 1
    while following < len(stretch.words) and stretch.kinds[following] == "particle":
        following += 1
    return following < len(stretch.words) and stretch.kinds[following] == "name" and stretch.words[following].gap == " "


def is_thing(stretch: Stretch, end: int) -> bool:
    """Whether a run names a thing by what follows it: "Hun Sen Bridge", "Nghệ An Province"."""
    if end >= len(stretch.words) or stretch.words[end - 1].possessive:
        return False
    while end + 1 < len(stretch.words) and _goes_on_as_title(stretch, end):
        end += 1
    word = stretch.words[end]
    return word.gap in {" ", "-"} and word.folded in office_words().things


def _goes_on_as_title(stretch: Stretch, i: int) -> bool:
    """Whether a title's word stands between a name and the thing: "the Hale *Executive Office* Building"."""
    word = stretch.words[i]
    return (
        stretch.kinds[i] == "title"
        and word.capitalised
        and word.gap == " "
        and word.folded not in office_words().things
    )


def names_no_person(words: tuple[Word, ...]) -> bool:
    """Whether a run is made of initials ("NSA", "NSAs") and words of things."""
    things = office_words().things
    return all(word.text.removesuffix("s").isupper() or word.folded in things for word in words)


def breaks_off(text: str, end: int) -> bool:
    """Whether a speaker breaks off in the middle of a word: "Mr. Vi- – Madam Vice President"."""
    return (
        text[end : end + 1] in {"-", "–", "—"} and text[end + 1 : end + 2] in {" ", "-", "–", "—"} and text[end] == "-"
    )


def is_of_a_body(stretch: Stretch, title: Title, first: int) -> bool:
    """Whether a title tells of members of what follows: "members of the Response Team", "leaders from our Allies"."""
    words = [word.folded for word in stretch.words[:first] if word.start >= title.span.start]
    heads = [i for i, word in enumerate(words) if is_head(word)]
    plural = bool(heads) and all(words[i].endswith("s") for i in heads)
    if words and words[-1] in office_words().bodies:
        return False  # "members *of Parliament* Adam Pillai, …"
    return plural and any(word in {"of", "from", "in"} for word in words[heads[-1] :])


def inside_longer(stretch: Stretch, first: int, end: int) -> bool:
    """Whether other name words stand right beside the run, so that it is a part of some other name."""
    words, kinds = stretch.words, stretch.kinds
    before = first > 0 and kinds[first - 1] == "name" and side_by_side(words[first - 1], words[first], frozenset())
    behind = end < len(words) and kinds[end] == "name" and side_by_side(words[end - 1], words[end], frozenset())
    return before or behind


def calls_by_one_word(stretch: Stretch, first: int, title: Title) -> bool:
    """Whether what stands right before a single word can call a person by it: an office's own head, a form of
    address, a country that closes a title, a minister's portfolio; not "Officers' Training Corps"."""
    kind, folded = stretch.kinds[first - 1], stretch.words[first - 1].folded
    if kind in {"honorific", "party"} or is_head(folded) or ")" in stretch.words[first].gap:
        return True
    return bool(title.offices) and canonical_office(title.offices[-1].of(stretch.text)) in _CABINET


def binds(stretch: Stretch, title: Title, first: int, end: int) -> bool:
    """Whether a title before a run is that run's: across a comma only for an article, an address or two words."""
    gap = stretch.words[first].gap
    if "," not in gap:
        return True
    if title.address and stretch.kinds[first - 1] == "honorific":
        return True
    return end - first >= 2 or title.possessor is not None
