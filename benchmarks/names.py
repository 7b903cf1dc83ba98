"""Pairs of names: may both be spellings of one name?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.resolve.likeness import are_alike
from communique.resolve.worded import Kind


def predict(data: Path) -> Iterator[Line]:
    """Whether the record could put the two names together; it would ask for country and office too."""
    for item in read_lines(data):
        yield {"id": item["id"], "pred": {"match": match(item["name1"], item["name2"], item["schema"])}}


def match(first: str, second: str, schema: str = "Person") -> bool:
    """Whether the names are alike."""
    return are_alike(first, second, kind_of(schema))


def kind_of(schema: str) -> Kind:
    """The kind of name that a class of the benchmark bears; all but people are named alike."""
    return Kind.PERSON if schema == "Person" else Kind.ORGANISATION
