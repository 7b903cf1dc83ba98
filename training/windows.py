"""What every head learns from: windows of a report, and how reports are cut into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from communique.read.encoder.pieces import WINDOW, Window, packed, windows
from training.model import base_folder

IGNORED = -100  # what teaches nothing
Cut = Callable[[str, Sequence[tuple[int, int]], Tokenizer], Iterator[Window]]  # from paragraphs to windows
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """A window to learn from. Piece 0 is the mark of the start. `labels` are of the attribution head, `names` of the
    names head, each `IGNORED` where the annotation says nothing; `links` holds (kind of link, from, to)."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    style: int
    labels: tuple[int, ...]
    names: tuple[int, ...]
    links: tuple[tuple[int, int, int], ...]

    @property
    def empty(self) -> bool:
        return not any(label > 0 for label in self.labels)


def load_tokenizer() -> Tokenizer:
    """The base model's tokenizer, without its limits of length."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Runs of text between blank lines."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def alone(text: str, told: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Iterator[Window]:
    """Each paragraph by itself."""
    for start, end in told:
        yield from windows(text, start, end, tokenizer)


def together(text: str, told: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Iterator[Window]:
    """As many following paragraphs as fit, as the reader does it."""
    return packed(text, told, tokenizer)


def shifted(text: str, told: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Iterator[Window]:
    """The same with half a window first, so that other paragraphs stand together."""
    return packed(text, told, tokenizer, WINDOW // 2)
