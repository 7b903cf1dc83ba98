"""Pairs of names: may both belong to one bearer, by the names alone?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.resolve.names import name_of, part_of, same_name


def predict(data: Path) -> Iterator[Line]:
    """Whether the record could put the two names together; it would ask for country and office too."""
    for item in read_lines(data):
        yield {"id": item["id"], "pred": {"match": match(item["name1"], item["name2"])}}


def match(first: str, second: str) -> bool:
    """Whether the names are the same or one is a part of the other."""
    one, other = name_of(first), name_of(second)
    return same_name(one, other) or part_of(one, other) or part_of(other, one)
