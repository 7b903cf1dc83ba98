"""The runner of the Recognizers-Text specs: what passes, what is left out, and that no more passes fail over time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.recognizers import Expected, expected, left_out, report, run_file, table
from benchmarks.yardsticks import SHARED

SPECS = SHARED / "bench" / "time" / "recognizers"
REFERENCE = {"ReferenceDateTime": "2026-01-14T00:00:00"}


def case(text: str, quote: str, kind: str, **values: str) -> dict[str, Any]:
    """A spec case of one's own, in the shape of the model files."""
    start = text.index(quote)
    result = {"Text": quote, "Start": start, "End": start + len(quote) - 1, "TypeName": f"datetimeV2.{kind}"}
    resolution = {"values": [{"type": kind, **values}]}
    return {"Input": text, "Context": REFERENCE, "Results": [{**result, "Resolution": resolution}]}


def run(folder: Path, *cases: dict[str, Any]) -> tuple[int, int, int]:
    """Passed, failed and left out."""
    path = folder / "Own.json"
    path.write_text(json.dumps(cases), encoding="utf-8-sig")
    tally = run_file(path)
    return tally.passed, len(tally.failures), tally.left_out.total()


@pytest.mark.parametrize(
    ("text", "quote", "kind", "values"),
    [
        ("she left yesterday", "yesterday", "date", {"timex": "2026-01-13", "value": "2026-01-13"}),
        (
            "he stays from May 3 to May 5",
            "from May 3 to May 5",
            "daterange",
            {"timex": "?", "start": "2026-05-03", "end": "2026-05-05"},
        ),
        ("in March 2026", "March 2026", "daterange", {"timex": "?", "start": "2026-03-01", "end": "2026-04-01"}),
        ("after 2 and a half hours", "2 and a half hours", "duration", {"timex": "PT2.5H"}),
    ],
)
def test_a_case_passes_by_its_value_or_its_days(
    tmp_path: Path, text: str, quote: str, kind: str, values: dict[str, str]
) -> None:
    assert run(tmp_path, case(text, quote, kind, **values)) == (1, 0, 0)


def test_a_wrong_value_or_one_expression_too_many_fails(tmp_path: Path) -> None:
    wrong = case("she left yesterday", "yesterday", "date", timex="2026-01-12", value="2026-01-12")
    more = case("she left yesterday and comes tomorrow", "tomorrow", "date", timex="2026-01-15", value="2026-01-15")
    assert run(tmp_path, wrong, more) == (0, 2, 0)


def test_kinds_of_case_are_left_out_with_a_reason(tmp_path: Path) -> None:
    clock = case("she left at 5 pm", "5 pm", "time", timex="T17")
    assert run(tmp_path, clock) == (0, 0, 1)
    assert left_out(Expected("15", 0, 2, "date")) == "bare numbers"
    assert left_out(Expected("next week", 0, 9, "daterange")) is None


def test_past_and_future_resolutions_are_both_read() -> None:
    found = expected(
        {
            "Text": "may 3",
            "Type": "date",
            "Start": 0,
            "Length": 5,
            "Value": {
                "Timex": "XXXX-05-03",
                "FutureResolution": {"date": "2026-05-03"},
                "PastResolution": {"date": "2025-05-03"},
            },
        }
    )
    assert sorted(str(first) for first, _ in found.bounds) == ["2025-05-03", "2026-05-03"]


def test_the_specs_as_a_whole() -> None:
    if not SPECS.exists():
        pytest.skip("the specs of Recognizers-Text are not here")
    names = {path.name for path in SPECS.glob("*.json")}
    assert set(table()["FILES"]) < names
    tallies = {name: run_file(SPECS / name) for name in ("DatePeriodExtractor.json", "SetParser.json")}
    assert all(tally.passed / tally.run > 0.7 for tally in tallies.values())
    assert any(line.startswith("all") for line in report(tallies))
