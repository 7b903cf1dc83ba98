"""Time expressions of news texts, as TIMEX3 (TempEval-3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from benchmarks.time_notation import timex3

DAY = len("2026-01-31")


def predict(data: Path) -> Iterator[Line]:
    """The time expressions of each text, read as published on the document's date, in the corpus's notation.

    They are found on the plain text: clock times and both ends of a range count there, which a reading leaves out
    or joins.
    """
    for item in read_lines(data):
        yield {"id": item["id"], "pred": timex3(item["text"], item["dct"][:DAY])}
