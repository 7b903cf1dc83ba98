"""Which reports carry the same text: exactly, or as a cut or lightly edited copy.

Wire copy is often cut by the outlet that prints it, so nearness is *containment*: the share of the shorter text's
five-word sequences that the longer one holds. Candidates come from an inverted index of rare sequences, so that
the work grows with the number of copies and not with the number of pairs.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from communique.model import Report
from communique.resolve.days import range_of
from communique.resolve.folding import words

# Share of the shorter text's sequences found in the longer one. Of 1,440 reports, copies and templates among them,
# 0.75 pairs all rightly; 0.8 loses two thirds of the copies with every twentieth word changed, 0.7 joins templates.
CONTAINMENT = 0.75
APART = 45  # days between publications: a copy comes out at once, next year's letter from the same template does not
SEQUENCE = 5  # words
RAREST = 24  # sequences of a report that look for candidates
COMMON = 50  # a sequence in more reports than this is boilerplate and finds no candidates
SHORTEST = 20  # a text with fewer sequences says too little to be called a copy


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a report: its day of publication and its prose."""

    report: str
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Prose:
    """A text taken apart: its sequences of words, and its numbers by the words on either side."""

    report: str
    published: str | None
    sequences: frozenset[int]
    numbers: Mapping[tuple[str, ...], frozenset[str]]

    @property
    def rank(self) -> tuple[str, int, str]:
        """Of several copies, the original is the earliest, then the longest."""
        return self.published or "9999", -len(self.sequences), self.report


def prose(report: Report) -> str:
    """The report's text without what is not its own words: headers, headline, dateline, captions, sign-off."""
    kept: list[str] = []
    at = 0
    for mark in sorted(report.marks, key=lambda mark: mark.start):
        kept.append(report.text[at : max(at, mark.start)])
        at = max(at, mark.end)
    return " ".join((*kept, report.text[at:]))


def fingerprint(report: Report) -> str:
    """Equal for reports whose prose differs only in white space, case, accents and punctuation."""
    content = " ".join(words(prose(report))) or report.text
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def copies(texts: Iterable[Text]) -> dict[str, str]:
    """For each report that is a copy, the id of its original. The order of `texts` does not matter."""
    taken = {text.report: _prose(text) for text in texts}
    found: dict[str, str] = {}
    for copy, original in sorted(_copied(taken), key=lambda pair: (taken[pair[0]].rank, taken[pair[1]].rank)):
        root = found.get(original, original)
        if copy not in found and root != copy:
            found[copy] = root
    return found


def _copied(taken: Mapping[str, _Prose]) -> Iterator[tuple[str, str]]:
    """The pairs (copy, original) of which one holds the other."""
    for pair in _candidates({report: held.sequences for report, held in taken.items()}):
        original, copy = sorted((taken[report] for report in pair), key=lambda held: held.rank)
        if _is_copy(copy, original):
            yield copy.report, original.report


def _is_copy(copy: _Prose, original: _Prose) -> bool:
    """Nearly the same words, out within weeks, and no figure changed, which would make it another telling."""
    if _days_apart(copy.published, original.published) > APART:
        return False
    if any(not numbers & original.numbers.get(beside, numbers) for beside, numbers in copy.numbers.items()):
        return False
    return containment(copy.sequences, original.sequences) >= CONTAINMENT


def _days_apart(first: str | None, second: str | None) -> int:
    """Days between two publications; 0 where one is not known."""
    one, other = range_of(first), range_of(second)
    return abs((one[0] - other[0]).days) if one and other else 0


def containment(first: frozenset[int], second: frozenset[int]) -> float:
    """The share of the shorter one's sequences that both hold."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def _candidates(sequences: Mapping[str, frozenset[int]]) -> set[tuple[str, str]]:
    """Pairs of reports that share a sequence which is rare and, in one of them, among its rarest."""
    spread = Counter(sequence for held in sequences.values() for sequence in held)
    holders: dict[int, list[str]] = defaultdict(list)
    probes: dict[str, list[int]] = {}
    for report, held in sequences.items():
        if len(held) < SHORTEST:
            continue
        rare = [sequence for sequence in held if 1 < spread[sequence] <= COMMON]
        probes[report] = sorted(rare, key=lambda sequence: (spread[sequence], sequence))[:RAREST]
        for sequence in rare:
            holders[sequence].append(report)
    return {
        (min(report, other), max(report, other))
        for report, looked_for in probes.items()
        for sequence in looked_for
        for other in holders[sequence]
        if other != report
    }


def _prose(text: Text) -> _Prose:
    found = words(text.text)
    sequences = frozenset(
        crc32(" ".join(found[start : start + SEQUENCE]).encode("utf-8", "surrogatepass"))
        for start in range(len(found) - SEQUENCE + 1)
    )
    return _Prose(text.report, text.published, sequences, _numbers(found))


def _numbers(found: Sequence[str]) -> dict[tuple[str, ...], frozenset[str]]:
    """The numbers of a text by two words before and one after: "it cost 500 million" has 500 in such a place."""
    numbers: dict[tuple[str, ...], frozenset[str]] = {}
    for *before, word, after in zip(found, found[1:], found[2:], found[3:], strict=False):
        if word.isdecimal():
            beside = (*before, after)
            numbers[beside] = numbers.get(beside, frozenset()) | {word}
    return numbers
