"""Which reports carry the same text: exactly, or as a cut or lightly edited copy.

Wire copy is often cut by the outlet that prints it, so nearness is *containment*: the share of the shorter text's
five-word sequences that the longer one holds. Candidates come from an inverted index of rare sequences, so that
the work grows with the number of copies and not with the number of pairs.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from communique.resolve.folding import words

CONTAINMENT = 0.8  # share of the shorter text's sequences found in the longer one
SEQUENCE = 5  # words
RAREST = 24  # sequences of a report that look for candidates
COMMON = 50  # a sequence in more reports than this is boilerplate and finds no candidates
SHORTEST = 20  # a text with fewer sequences says too little to be called a copy


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text with what decides which of several copies is the original: the earliest, then the longest."""

    report: str
    published: str | None
    text: str


def fingerprint(text: str) -> str:
    """Equal for texts that differ only in white space, case, accents and punctuation."""
    content = " ".join(words(text)) or text
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def copies(texts: Iterable[Text]) -> dict[str, str]:
    """For each report that is a copy, the id of its original. The order of `texts` does not matter."""
    heads: dict[str, tuple[str, int, str]] = {}
    sequences: dict[str, frozenset[int]] = {}
    for text in texts:
        sequences[text.report] = _sequences(text.text)
        heads[text.report] = (text.published or "9999", -len(sequences[text.report]), text.report)
    found: dict[str, str] = {}
    for copy, original in sorted(_contained(sequences, heads), key=lambda pair: heads[pair[0]]):
        root = found.get(original, original)
        if copy not in found and root != copy:
            found[copy] = root
    return found


def _contained(
    sequences: Mapping[str, frozenset[int]], heads: Mapping[str, tuple[str, int, str]]
) -> Iterator[tuple[str, str]]:
    """The pairs (later report, earlier report) of which one holds the other."""
    for first, second in sorted(_candidates(sequences)):
        if containment(sequences[first], sequences[second]) >= CONTAINMENT:
            original, copy = sorted((first, second), key=lambda report: heads[report])
            yield copy, original


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


def _sequences(text: str) -> frozenset[int]:
    found = words(text)
    return frozenset(
        crc32(" ".join(found[start : start + SEQUENCE]).encode("utf-8", "surrogatepass"))
        for start in range(len(found) - SEQUENCE + 1)
    )
