"""Pairs of names: may both be spellings of one name?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.resolve.spelling import alike


def predict(data: Path) -> Iterator[Line]:
    """Whether the record could put the two names together; it would ask for country and office too."""
    for item in read_lines(data):
        yield {"id": item["id"], "pred": {"match": match(item["name1"], item["name2"])}}


def match(first: str, second: str) -> bool:
    """Whether the names are alike."""
    return alike(first, second)
