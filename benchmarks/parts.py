"""What share of the time each part of reading takes: `python -m benchmarks.parts`.

The parts are the functions that `communique.read.read` calls, each timed as a whole; the encoder works beside the
grammar inside `analyse`, in a thread of its own, and is told apart. The models are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.jsonl import read_lines
from benchmarks.speed import CORPUS
from communique.model import Report
from communique.read.encoder.tagger import AttributionTagger

ENCODER = "(encoder)"


def main() -> None:
    """Read some reports and print the seconds and the share of each part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.parts", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, help="a .jsonl file of reports")
    parser.add_argument("--reports", type=int, default=100, help="read this many of them (default: 100)")
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"Nothing measured: {arguments.corpus} is not here.")
        return
    lines = islice(read_lines(arguments.corpus), arguments.reports)
    reports = [Report(line["id"], line["text"], line.get("published")) for line in lines]
    seconds, whole = timed(reports)
    print(f"{len(reports)} reports in {whole:.1f} s: {len(reports) / whole:.1f} reports a second")
    for part, spent in sorted(seconds.items(), key=lambda one: -one[1]):
        print(f"  {part:20s}{spent:8.2f} s{100 * spent / whole:6.1f} %")


def timed(reports: Sequence[Report]) -> tuple[dict[str, float], float]:
    """Seconds by part, and of the whole; the first report is read once before, to load the models."""
    reader = importlib.import_module("communique.read.read")
    reader.read(reports[0])
    seconds: dict[str, float] = defaultdict(float)
    parts = [name for name, value in vars(reader).items() if callable(value) and _is_part(name, value)]
    for name in parts:
        _watch(reader, name, name.removeprefix("read_"), seconds)
    _watch(AttributionTagger, "read", ENCODER, seconds)
    start = time.perf_counter()
    for report in reports:
        reader.read(report)
    whole = time.perf_counter() - start
    return seconds, whole


def _is_part(name: str, value: Any) -> bool:
    """The functions that `read` imports from the other files; its own and the classes are none."""
    return name != "read" and not isinstance(value, type) and value.__module__.startswith("communique.read")


def _watch(owner: ModuleType | type, name: str, part: str, seconds: dict[str, float]) -> None:
    """Put a function that counts its seconds in the place of another."""
    inner: Callable[..., Any] = getattr(owner, name)

    def outer(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return inner(*arguments, **named)
        finally:
            seconds[part] += time.perf_counter() - start

    setattr(owner, name, outer)


if __name__ == "__main__":
    main()
