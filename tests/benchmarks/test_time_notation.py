"""Date expressions in the notation of the TempEval corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import time_expressions
from benchmarks.jsonl import write_lines
from benchmarks.time_notation import Timex, timexes

PUBLISHED = "2026-05-13"


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        ("They met on Tuesday.", "DATE", "2026-05-12"),
        ("They met last week.", "DATE", "2026-W19"),
        ("They met earlier this week.", "DATE", "2026-W20"),
        ("It grew in the 1990s.", "DATE", "199X"),
        ("They waited for two hours.", "DURATION", "PT2H"),
        ("It rose in recent years.", "DURATION", "PXY"),
        ("They meet every month.", "SET", "P1M"),
        ("It began at 10:35 a.m. there.", "TIME", "2026-05-13T10:35"),
    ],
)
def test_notation(text: str, type: str, value: str) -> None:
    assert [(timex.type, timex.value) for timex in timexes(text, PUBLISHED)] == [(type, value)]


def test_ends_of_a_range_are_expressions_of_their_own() -> None:
    text = "between 1994 and 1997"
    assert timexes(text, PUBLISHED) == [Timex(8, 12, "DATE", "1994"), Timex(17, 21, "DATE", "1997")]


def test_the_article_of_a_length_is_left_out() -> None:
    (timex,) = timexes("over the past 20 years", PUBLISHED)
    assert timex.start == len("over the ")


def test_predictions_have_the_shape_of_the_gold(tmp_path: Path) -> None:
    item = {"id": "a", "text": "He left on Tuesday.", "dct": "2026-05-13T10:00", "gold": []}
    write_lines(tmp_path / "dev.jsonl", [item])
    (line,) = time_expressions.predict(tmp_path / "dev.jsonl")
    assert line == {"id": "a", "pred": [{"start": 11, "end": 18, "type": "DATE", "value": "2026-05-12"}]}
