"""From a marked sentence to what the event encoder reads: word pieces, each with the side that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.events.features import Marked

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NEITHER, SOURCE, TARGET = 0, 1, 2
LONGEST = 126  # pieces; the longest sentence learned from has 83


def pieces(sentence: Marked, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """The numbers of the sentence's pieces between the marks of start and end and, for each, whose it is.

    A longer sentence is cut around its first mark, so that what is done between the two sides is seen.
    """
    encoding = tokenizer.encode(sentence.text, add_special_tokens=False)
    sides = [NEITHER] * len(encoding.ids)
    for spans, side in ((sentence.source, SOURCE), (sentence.target, TARGET)):
        for span in spans:
            for i, (start, end) in enumerate(encoding.offsets):
                if start < span.end and end > span.start:
                    sides[i] = side
    first = _first(sides)
    cut = slice(first, first + LONGEST)
    ids = [_mark("[CLS]", tokenizer), *encoding.ids[cut], _mark("[SEP]", tokenizer)]
    return ids, [NEITHER, *sides[cut], NEITHER]


def _mark(name: str, tokenizer: Tokenizer) -> int:
    number = tokenizer.token_to_id(name)
    if number is None:
        raise ValueError(f"the tokenizer of the event encoder has no {name}: install the full package again")
    return number


def _first(sides: list[int]) -> int:
    """Where to begin: at the start, unless the sentence is too long and its first mark stands late."""
    if len(sides) <= LONGEST:
        return 0
    mark = next((i for i, side in enumerate(sides) if side != NEITHER), 0)
    return max(0, min(mark - LONGEST // 4, len(sides) - LONGEST))
