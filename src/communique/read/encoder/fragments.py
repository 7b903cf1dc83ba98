"""Contents that are only a splinter of another: "that", or the person addressed, cut off from what was said.

PolNeAR counts "Norland to open its ports" after "urged" as the content, this project "to open its ports". A reader
that learned both at times gives the difference as a content of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from communique.model import Span
from communique.vocabulary import load_yaml

_WORD = re.compile(r"\w+")
SHORT = 3


def fragments(text: str, contents: Sequence[tuple[Span | None, Span]]) -> set[int]:
    """Which of the contents, each with its cue, are splinters: without a word of meaning, or short beside another
    content of the same cue that is at least twice as long."""
    weights = [len(_words(text, content)) for _, content in contents]
    longest: dict[Span, int] = {}
    for (cue, _), weight in zip(contents, weights, strict=True):
        if cue is not None:
            longest[cue] = max(longest.get(cue, 0), weight)
    return {
        i
        for i, ((cue, _), weight) in enumerate(zip(contents, weights, strict=True))
        if weight == 0 or (cue is not None and weight <= SHORT and longest[cue] >= 2 * weight)
    }


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(load_yaml("empty_words.yaml"))


def _words(text: str, content: Span) -> list[str]:
    found = _WORD.findall(text[content.start : content.end])
    return [word for word in found if word.lower() not in _empty_words()]
