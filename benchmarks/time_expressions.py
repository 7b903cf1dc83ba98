"""Time expressions of news texts, as TIMEX3 (TempEval-3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.model import DateExpression, Report
from communique.read.read import read

DAY = len("2026-01-31")


def predict(data: Path) -> Iterator[Line]:
    """The date expressions of each text, read as published on the document's date."""
    for item in read_lines(data):
        report = Report(item["id"], item["text"], published=item["dct"][:DAY], published_source="given")
        yield {"id": item["id"], "pred": [_timex(date) for date in read(report).dates]}


def _timex(date: DateExpression) -> Line:
    start, end = date.evidence.start, date.evidence.end
    return {"start": start, "end": end, "type": timex_type(date.value), "value": date.value}


def timex_type(value: str) -> str:
    """The TIMEX3 type that a value shows: it is not kept on the expression itself."""
    if value.endswith("_REF"):
        return "DATE"
    if value.startswith("P"):
        return "DURATION"
    if value.startswith("XXXX-WXX"):
        return "SET"
    return "TIME" if "T" in value else "DATE"
