"""Quantities of single sentences (NewsQuant): value, unit, change and the words of what is measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from benchmarks.quantity_notation import lines


def predict(data: Path) -> Iterator[Line]:
    """The quantities of each sentence, in this yardstick's notation."""
    for item in read_lines(data):
        yield {"id": item["id"], "pred": list(lines(item["text"]))}
