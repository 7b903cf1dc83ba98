"""A light tokenizer and the word lists for the grammar of quantities; neither needs a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from communique.vocabulary import load_yaml

WordKind = Literal["number", "word", "mark"]
Found = TypeVar("Found")

# Digits with the separators inside them; letters with their combining marks; any other mark by itself.
_WORD = re.compile(r"(\d+(?:[.,\u00a0\u202f\u2009’']\d+)*)|((?:[^\W\d_][\u0300-\u036f]*)+)|([^\s])")
HYPHENS = frozenset("-‐‑–—")
DASHES = frozenset("-‐‑–—−")


class Word(NamedTuple):
    """A numeral, a run of letters, or one other mark. `glued` is true where no space stands before it."""

    start: int
    end: int
    text: str
    lower: str
    kind: WordKind
    glued: bool


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text, in order; everything but white space belongs to one."""
    found: list[Word] = []
    position = -1
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        kind: WordKind = "number" if match[1] else "word" if match[2] else "mark"
        glued = match.start() == position
        found.append(Word(match.start(), match.end(), match[0], match[0].lower(), kind, glued))
        position = match.end()
    return tuple(found)


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """A word list of the package, as read from its YAML."""
    content: dict[str, Any] = load_yaml(f"{name}.yaml")
    return content


@cache
def cue_words(*path: str) -> frozenset[str]:
    """A list of `vocabulary/figure_cues.yaml` as a set, by its keys: `cue_words("up", "verbs")`."""
    content: Any = vocabulary("figure_cues")
    for key in path:
        content = content[key]
    return frozenset(content)


class Phrases(Generic[Found]):
    """Phrases with what they stand for, looked up by the words at a place; the longest one counts."""

    def __init__(self, entries: Iterable[tuple[str, Found]], cased: bool = False) -> None:
        self._cased = cased
        self._by_first: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
        for phrase, found in entries:
            parts = tuple(self._spelling(word) for word in words_of(phrase))
            self._by_first.setdefault(parts[0], []).append((parts, found))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda entry: -len(entry[0]))

    def starts(self, word: Word) -> bool:
        """Whether any phrase starts with this word."""
        return self._spelling(word) in self._by_first

    def at(self, words: Sequence[Word], i: int) -> tuple[int, Found] | None:
        """The index after the longest phrase that starts with word `i`, and what it stands for."""
        if i >= len(words):
            return None
        for parts, found in self._by_first.get(self._spelling(words[i]), ()):
            stop = i + len(parts)
            if stop <= len(words) and all(
                self._spelling(words[i + k]) == part for k, part in enumerate(parts[1:], start=1)
            ):
                return stop, found
        return None

    def before(self, words: Sequence[Word], i: int, longest: int = 6) -> tuple[int, Found] | None:
        """The index of the first word of the longest phrase that ends just before word `i`."""
        for start in range(max(0, i - longest), i):
            found = self.at(words[start:i], 0)
            if found is not None and start + found[0] == i:
                return start, found[1]
        return None

    def _spelling(self, word: Word) -> str:
        return word.text if self._cased else word.lower
