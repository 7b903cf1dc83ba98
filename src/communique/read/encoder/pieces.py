"""From characters to what the encoder reads: word pieces with their offsets and shapes, in windows.

Training and run time both cut text with this file, so that a model never sees at run time what it did not see in
training. Offsets are characters of the unchanged text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 254
START, STOP, PAD = 101, 102, 0
BREAK = STOP  # stands between two paragraphs of one window
SURFACES = 8
SHAPES = 2 * SURFACES  # each once outside and once inside quotation marks
_QUOTATION = re.compile(r"(?:“|„|«|\"|'')(?:.*?(?:”|»|\"|'')|.*)", re.S)
_CLOSERS = frozenset({".", "?", "!", "”", '"', "’", "'"})


@dataclass(frozen=True, slots=True)
class Window:
    """At most `WINDOW` pieces of following paragraphs, or of a part of one: their numbers, characters and shapes,
    without the end marks. A piece `BREAK` stands for what parts two paragraphs."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    shapes: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def then(self, other: Window) -> Window:
        """Both with a break between."""
        gap = (self.offsets[-1][1], other.offsets[0][0])
        return Window(
            (*self.ids, BREAK, *other.ids),
            (*self.offsets, gap, *other.offsets),
            (*self.shapes, 0, *other.shapes),
        )


def shape(surface: str) -> int:
    """What lower-casing hides: digits, lower case, capitals, one capital, a capital first, a mark, a mixture."""
    if not surface:
        return 0
    if surface.isdigit():
        return 1
    if surface.islower():
        return 2
    if surface.isupper():
        return 3 if len(surface) > 1 else 4
    if surface[0].isupper():
        return 5
    return 7 if any(c.isalnum() for c in surface) else 6


def packed(
    text: str, paragraphs: Iterable[tuple[int, int]], tokenizer: Tokenizer, first: int = WINDOW
) -> Iterator[Window]:
    """Windows of as many following paragraphs as fit, for who spoke in one paragraph often goes on in the next.
    `first` is the room in the first window, which shifts what stands together."""
    held: Window | None = None
    room = first
    for start, end in paragraphs:
        for window in windows(text, start, end, tokenizer):
            if held is not None and len(held) + 1 + len(window) <= room:
                held = held.then(window)
                continue
            if held is not None:
                yield held
                room = WINDOW
            held = window
    if held is not None:
        yield held


def windows(text: str, start: int, end: int, tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of text[start:end], one paragraph, cut after the end of a sentence where it is too long."""
    encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
    ids = encoding.ids
    offsets = [(start + first, start + last) for first, last in encoding.offsets]
    quoted = {at for stretch in _quoted(text, start, end) for at in stretch}
    shapes = [shape(text[a:b]) + SURFACES * (a in quoted) for a, b in offsets]
    first = 0
    while first < len(ids):
        last = _cut(text, offsets, first)
        yield Window(tuple(ids[first:last]), tuple(offsets[first:last]), tuple(shapes[first:last]))
        first = last


def _quoted(text: str, start: int, end: int) -> list[range]:
    """The stretches in double quotation marks, the marks included; an open one goes on to the paragraph's end."""
    return [range(*found.span()) for found in _QUOTATION.finditer(text, start, end)]


def _cut(text: str, offsets: list[tuple[int, int]], first: int) -> int:
    """Where the window that begins at piece `first` ends: past the last full stop in its second half, if any."""
    last = first + WINDOW
    if last >= len(offsets):
        return len(offsets)
    for i in range(last, first + WINDOW // 2, -1):
        surface = text[offsets[i - 1][0] : offsets[i - 1][1]]
        following = text[offsets[i][0] : offsets[i][1]]
        if surface in _CLOSERS and following not in _CLOSERS and offsets[i][0] > offsets[i - 1][1]:
            return i
    return last
