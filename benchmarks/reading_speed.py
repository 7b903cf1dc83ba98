"""How fast the closed languages, dates and figures, are read, on ordinary text and on inputs made to be slow.

`python -m benchmarks.reading_speed`: rates are MB of text a second of one core's own time. "Tokenised" leaves out what
it takes to split the text; "growth" is the time for four times the text, over four times the time: about 1 where the
reader is linear.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.jsonl import read_lines
from benchmarks.speed import CORPUS
from communique.read.dates.finder import find_dates
from communique.read.dates.lexer import islands
from communique.read.figures import quantities_in_text
from communique.read.figures.words import words_of

MB = 1_000_000
# What the reports of the corpus hold on average, in characters, is about 2,000; so many give a megabyte and more.
REPORTS = 700
# Texts of one repeated piece, each slow for some grammar of numbers once.
PIECES = {
    "digits": "1",
    "commas": ",",
    "months": "May ",
    "numbers": "1 2 ",
    "number words": "one ",
    "grouped": "10 000 ",
    "hyphens": "1-",
    "signs": "$",
    "ranges": "from 1 to ",
    "shares": "one in ",
    "scales": "1 million ",
    "days": "1 May ",
    "years": "2025-2025-",
    "runs of days": "1-2 May ",
    "weekdays": "Monday ",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of plain text, and what splits the text for it. Both give how much they found."""

    read: Callable[[str], int]
    split: Callable[[str], int]


READERS = {
    "dates": Reader(lambda text: _count(find_dates(text, "2026-02-06")), lambda text: _count(islands(text))),
    "figures": Reader(lambda text: len(quantities_in_text(text)), lambda text: len(words_of(text))),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """MB a second from raw text and from text already split, and the growth of the time with the text."""

    raw: float
    tokenised: float
    growth: float


def main() -> None:
    """Print a table of rates."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_speed", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, help="a .jsonl file of reports")
    parser.add_argument("--megabytes", type=float, default=0.25, help="size of each text (default: 0.25)")
    arguments = parser.parse_args()
    size = int(arguments.megabytes * MB)
    for name, reader in READERS.items():
        reader.read("On May 5, 2025 trade came to $3 billion.")
        print(f"{name:<10}{'text':<14}{'raw':>8}{'tokenised':>11}{'growth':>8}   (MB/s, {size:,} characters)")
        for kind, text in texts(arguments.corpus, size):
            rate = measured(reader, text)
            print(f"{'':<10}{kind:<14}{rate.raw:8.2f}{rate.tokenised:11.2f}{rate.growth:8.2f}")


def texts(corpus: Path, size: int) -> Iterator[tuple[str, str]]:
    """Ordinary text, where the corpus is at hand, then the slow ones; each of `size` characters."""
    if corpus.exists():
        yield "ordinary", "\n".join(line["text"] for line in islice(read_lines(corpus), REPORTS))[:size]
    for kind, piece in PIECES.items():
        yield kind, repeated(piece, size)


def repeated(piece: str, size: int) -> str:
    """A text of `size` characters, of one piece over and over."""
    return (piece * (size // len(piece) + 1))[:size]


def measured(reader: Reader, text: str) -> Rate:
    """The rates of a reader on one text, and how they hold for a quarter of it."""
    whole = seconds(reader.read, text)
    split = seconds(reader.split, text)
    quarter = seconds(reader.read, text[: len(text) // 4])
    size = len(text) / MB
    return Rate(size / whole, size / max(whole - split, whole / 100), whole / (4 * quarter))


def seconds(work: Callable[[str], int], text: str) -> float:
    """What a piece of work takes of one core's own time."""
    start = time.process_time()
    work(text)
    return max(time.process_time() - start, 1e-6)


def _count(found: Iterator[object]) -> int:
    return sum(1 for _ in found)


if __name__ == "__main__":
    main()
