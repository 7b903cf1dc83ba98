"""Words of a stretch of text, as the search for people sees them: exact offsets, whatever the model's tokens are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Span
from communique.read.analysis import Analysis
from communique.read.parties import fold

_LETTER = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_LETTER}(?:[-‐‑'’]{_LETTER})*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ABBREVIATION_GAP = re.compile(r"\.[ \u00a0]?")
_BLANKS = re.compile(r"\s+")
_LONG_LINE = 45  # characters; a shorter line is an item of a list or a heading, and its end parts names
_SPACE_GAP = re.compile(r"[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with what parts it from the one before (`gap`). A possessive's "'s" is left out of `end`."""

    start: int
    end: int
    text: str
    folded: str
    gap: str
    possessive: bool = False

    @property
    def capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper() and not self.text.endswith(".")


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a stretch, in order."""
    found: list[Word] = []
    before = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        printed = match.group()
        owner = _POSSESSIVE.search(printed)
        bare = printed[: owner.start()] if owner else printed
        gap = _plain_gap(text, before, match.start())
        found.append(Word(match.start(), match.start() + len(bare), bare, fold(bare), gap, bool(owner)))
        before = match.end()
    return tuple(found)


def _plain_gap(text: str, start: int, end: int) -> str:
    """What parts two words, white space as one space, and so too the break of a long line that goes on."""
    gap = text[start:end]
    wrapped = gap.count("\n") == 1 and start - text.rfind("\n", 0, start) > _LONG_LINE
    return _BLANKS.sub(" ", gap) if wrapped or "\n" not in gap else gap


def side_by_side(before: Word, word: Word, abbreviations: frozenset[str]) -> bool:
    """Whether nothing but a space (or the point of an abbreviation or an initial) parts two words."""
    if _SPACE_GAP.fullmatch(word.gap):
        return not before.possessive
    abbreviated = len(before.text) == 1 or before.folded in abbreviations or "." in before.text
    return abbreviated and bool(_ABBREVIATION_GAP.fullmatch(word.gap))


def stretches(analysis: Analysis) -> Iterator[Span]:
    """The running text paragraph by paragraph, and each caption, as spans without headers and sign-offs."""
    start = end = -1
    previous: tuple[int, str | None] | None = None
    for sentence in analysis.sentences:
        if sentence.marked not in {None, "caption"}:
            continue
        key = (sentence.paragraph, sentence.marked)
        if key != previous and start >= 0:
            yield Span(start, end)
            start = -1
        start = sentence.start if start < 0 else start
        end, previous = sentence.end, key
    if start >= 0:
        yield Span(start, end)
