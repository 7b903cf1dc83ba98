"""From the network's scores to spans and links: the best sequence of labels, its runs, and who belongs to whom."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]
    Numbers = NDArray[np.intp]

_IMPOSSIBLE = -1e4
_QUOTES = {"“": "”", "‘": "’", '"': '"', "«": "»", "„": "“", "'": "'"}
_SLACK = " \t\r\n\u00a0\u2009\u202f\u200b,;:"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the tagging head and of the names head, "O" first in each, and what the links lead to."""

    tags: tuple[str, ...]
    links: tuple[str, ...]
    names: tuple[str, ...]


Follow = tuple[tuple[float, ...], ...]  # [label, label]: what it adds that the second comes after the first


def transitions(tags: Sequence[str], follow: Follow = ()) -> tuple[Scores, Scores]:
    """What may follow what, and by how much it is likelier than its scores say: between words, and inside a word,
    where a label only goes on."""
    import numpy as np

    size = len(tags)
    between = np.array(follow, dtype=np.float32) if follow else np.zeros((size, size), dtype=np.float32)
    inside = np.full((size, size), _IMPOSSIBLE, dtype=np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            goes_on = after[:1] == "I" and before[2:] == after[2:]
            if after[:1] == "I" and not goes_on:
                between[i, j] = _IMPOSSIBLE
            if goes_on or before == after == "O":
                inside[i, j] = 0.0
    return between, inside


@dataclass(frozen=True, slots=True)
class Run:
    """A tagged stretch of pieces [first, last) in one role, with the mean probability of its labels."""

    role: str
    first: int
    last: int
    score: float


def best_labels(
    scores: Scores, inner: Sequence[bool], transitions: tuple[Scores, Scores], tags: Sequence[str]
) -> Numbers:
    """Viterbi: the likeliest sequence of labels among those that make whole runs of whole words.

    `scores` are log probabilities [piece, label]; `inner[i]` says that piece i continues a word.
    """
    import numpy as np

    length = len(scores)
    total = scores[0] + np.array([_IMPOSSIBLE if tag[:1] == "I" else 0.0 for tag in tags], dtype=np.float32)
    back = np.zeros((length, len(tags)), dtype=np.intp)
    for i in range(1, length):
        paths = total[:, None] + transitions[1 if inner[i] else 0]
        back[i] = paths.argmax(0)
        total = paths.max(0) + scores[i]
    labels = np.zeros(length, dtype=np.intp)
    labels[-1] = int(total.argmax())
    for i in range(length - 1, 0, -1):
        labels[i - 1] = back[i, labels[i]]
    return labels


def runs_of(labels: Numbers, scores: Scores, tags: Sequence[str]) -> list[Run]:
    """The runs in a sequence of labels, in the order of the text."""
    import numpy as np

    found: list[Run] = []
    first = None
    for i in range(len(labels) + 1):
        tag = tags[labels[i]] if i < len(labels) else "O"
        if first is not None and tag[:1] != "I":
            chosen = scores[np.arange(first, i), labels[first:i]]
            found.append(Run(tags[labels[first]][2:], first, i, float(np.exp(chosen).mean())))
            first = None
        if tag[:1] == "B":
            first = i
    return found


def linked(run: Run, targets: Sequence[Run], scores: Scores) -> Run | None:
    """The run among `targets` that `run` belongs to by the scores [from, to], whose piece 0 stands for none."""
    row = scores[run.first + 1]
    best = max(targets, key=lambda target: float(row[target.first + 1]), default=None)
    return best if best is not None and row[best.first + 1] > row[0] else None


def continues_word(text: str, offsets: Sequence[tuple[int, int]]) -> list[bool]:
    """For each piece, whether it goes on with the word of the piece before it."""
    flags = [False] * len(offsets)
    for i in range(1, len(offsets)):
        (_, end), (start, _) = offsets[i - 1], offsets[i]
        flags[i] = start <= end and text[end - 1].isalnum() and text[start].isalnum()
        flags[i] = flags[i] or start < end
    return flags


def characters(text: str, run: Run, offsets: Sequence[tuple[int, int]]) -> Span:
    """The characters of a run, with the combining marks that belong to its last letter, without a break at its edge."""
    start, end = offsets[run.first][0], offsets[run.last - 1][1]
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end < len(text) and _clings(text[end]):
        end += 1
    return Span(start, max(start, end))


def _clings(character: str) -> bool:
    return character == "\u200d" or unicodedata.category(character) == "Mn"


def trimmed(text: str, span: Span) -> Span:
    """A span without white space, commas and colons at its edges, nor a quotation mark whose partner is not inside."""
    start, end = span.start, span.end
    while start < end:
        if text[start] in _SLACK:
            start += 1
        elif text[end - 1] in _SLACK:
            end -= 1
        elif _opens_alone(text, start, end):
            start += 1
        elif _closes_alone(text, start, end):
            end -= 1
        else:
            return Span(start, end)
    return Span(start, end)


def _opens_alone(text: str, start: int, end: int) -> bool:
    """Whether the first character opens a quotation that ends outside the span or only at its very end."""
    closer = _QUOTES.get(text[start])
    if closer is None:
        return False
    partner = text.find(closer, start + 1, end)
    return partner < 0 or partner == end - 1


def _closes_alone(text: str, start: int, end: int) -> bool:
    """Whether the last character closes a quotation that begins before the span."""
    last = text[end - 1]
    openers = [opener for opener, closer in _QUOTES.items() if closer == last]
    if not openers or last in "'’":
        return False
    if last in openers:
        return text.count(last, start, end) % 2 == 1
    return not any(opener in text[start:end] for opener in openers)
