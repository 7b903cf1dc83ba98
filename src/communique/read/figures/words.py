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
# Kinds of word by the group of the pattern that took it.
_KINDS: tuple[WordKind, ...] = ("mark", "number", "word", "mark")
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
        kind = _KINDS[match.lastindex or 0]
        word, (first, last) = match[0], match.span()
        found.append(Word(first, last, word, word.lower() if kind == "word" else word, kind, first == position))
        position = last
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
        self._by_last: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
        for phrase, found in entries:
            parts = tuple(self._spelling(word) for word in words_of(phrase))
            self._by_first.setdefault(parts[0], []).append((parts, found))
            self._by_last.setdefault(parts[-1], []).append((parts, found))
        for candidates in (*self._by_first.values(), *self._by_last.values()):
            candidates.sort(key=lambda entry: -len(entry[0]))

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases start with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[Word], i: int) -> tuple[int, Found] | None:
        """The index after the longest phrase that starts with word `i`, and what it stands for."""
        if i >= len(words):
            return None
        for parts, found in self._by_first.get(self._spelling(words[i]), ()):
            if self._stands_at(words, i, parts):
                return i + len(parts), found
        return None

    def before(self, words: Sequence[Word], i: int) -> tuple[int, Found] | None:
        """The index of the first word of the longest phrase that ends just before word `i`."""
        if not i:
            return None
        for parts, found in self._by_last.get(self._spelling(words[i - 1]), ()):
            if len(parts) <= i and self._stands_at(words, i - len(parts), parts):
                return i - len(parts), found
        return None

    def _stands_at(self, words: Sequence[Word], i: int, parts: tuple[str, ...]) -> bool:
        if i + len(parts) > len(words):
            return False
        return all(self._spelling(words[i + k]) == part for k, part in enumerate(parts))

    def _spelling(self, word: Word) -> str:
        return word.text if self._cased else word.lower
