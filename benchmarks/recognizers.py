"""Runs the date reader on the English specs of Recognizers-Text: `python -m benchmarks.recognizers FOLDER`.

A case passes when the reader finds just the expressions that the spec expects: each touches the expected one, has its
value where the spec gives values, and nothing else is found. Where a spec gives a past and a future value, either will
do. The last day, month or year of a range counts as right whether the spec takes it in or not: it does both. Lengths
are compared as lengths: "P1.5H" there is PT1H30M here.

`recognizers.yaml` says which files and kinds of case are not run, and why.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from communique.read.dates import Found, find_dates
from communique.read.dates.calendar import Stretch
from communique.read.dates.relative import TimeOfDay

TABLE = Path(__file__).with_suffix(".yaml")
_DAY = len("2026-01-31")
_TODAY = "2016-11-07"  # the day that most specs are set on, for those that name none and give no values
_PART = r"(?:(\d+(?:\.\d+)?){})?"
_LENGTH = re.compile("P(?=.)" + "".join(map(_PART.format, "YMWD")) + "(?:T" + "".join(map(_PART.format, "HMS")) + ")?")
Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression that a spec expects: TIMEX values, and first and last day of each way to resolve it."""

    text: str
    start: int
    end: int
    type: str
    timexes: frozenset[str] = frozenset()
    bounds: frozenset[Bounds] = frozenset()
    mods: frozenset[str] = frozenset()


@dataclass(slots=True)
class Tally:
    """What became of a file's cases; `failures` are their inputs."""

    passed: int = 0
    failures: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def run(self) -> int:
        return self.passed + len(self.failures)


@cache
def table() -> Mapping[str, Any]:
    """`recognizers.yaml`."""
    import yaml

    data: Mapping[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return data


def main() -> None:
    """Run every spec file of a folder that applies, and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognizers", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the spec files (Specs/DateTime/English)")
    parser.add_argument("--failures", action="store_true", help="print the input of each case that failed")
    arguments = parser.parse_args()
    files = sorted(arguments.folder.glob("*.json"))
    if not files:
        raise SystemExit(f"No spec files (*.json) in {arguments.folder}.")
    for line in report({path.name: run_file(path) for path in files if path.name not in table()["FILES"]}):
        print(line)
    for path in files:
        if arguments.failures and path.name not in table()["FILES"]:
            for failure in run_file(path).failures:
                print(f"{path.name}\t{failure}")


def report(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The results as lines: files run, then kinds and files left out."""
    yield f"{'file':40}{'run':>6}{'passed':>8}{'failed':>8}{'share':>8}{'left out':>10}"
    total, left_out = Tally(), Counter[str]()
    for name, tally in tallies.items():
        yield _line(name, tally)
        total.passed += tally.passed
        total.failures += tally.failures
        total.left_out += tally.left_out
        left_out += tally.left_out
    yield _line("all", total)
    yield "Kinds of case left out:"
    for kind in table()["KINDS"]:
        yield f"{left_out[kind['name']]:6}  {kind['name']}: {kind['why']}"
    yield "Files left out:"
    for name, why in table()["FILES"].items():
        yield f"        {name}: {why}"


def _line(name: str, tally: Tally) -> str:
    share = f"{100 * tally.passed / tally.run:.1f}" if tally.run else "-"
    left_out = tally.left_out.total()
    return f"{name:40}{tally.run:6}{tally.passed:8}{len(tally.failures):8}{share:>8}{left_out:10}"


def run_file(path: Path) -> Tally:
    """Run the cases of one spec file."""
    tally = Tally()
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        wanted = [expected(result) for result in case["Results"]]
        kind = next((kind for result in wanted if (kind := left_out(result))), None)
        if kind:
            tally.left_out[kind] += 1
        elif passes(case["Input"], case.get("Context", {}).get("ReferenceDateTime", _TODAY), wanted):
            tally.passed += 1
        else:
            tally.failures.append(case["Input"])
    return tally


def left_out(result: Expected) -> str | None:
    """The kind for which an expected result is not run, None for one that is."""
    for kind in table()["KINDS"]:
        pattern = kind.get("text")
        if (
            result.type in kind.get("types", ())
            or not result.mods.isdisjoint(kind.get("mods", ()))
            or (pattern and re.fullmatch(" ".join(pattern.split()), result.text, re.IGNORECASE))
            or ("timex" in kind and any(re.fullmatch(kind["timex"], timex) for timex in result.timexes))
        ):
            return str(kind["name"])
    return None


def passes(text: str, reference: str, wanted: list[Expected]) -> bool:
    """True where the reader finds what is wanted and nothing else. Numeric dates are read month first there."""
    found = [f for f in find_dates(text, reference[:_DAY], order="mdy") if _is_day(f)]
    if len(found) != len(wanted):
        return False
    pairs = zip(found, sorted(wanted, key=lambda result: result.start), strict=True)
    return all(f.start < w.end and w.start < f.end and agrees(f, w) for f, w in pairs)


def _is_day(found: Found) -> bool:
    return not isinstance(found.meaning, TimeOfDay)


def agrees(found: Found, wanted: Expected) -> bool:
    """True where a found expression has one of the wanted values, or the spec gives none."""
    value, stretch = found.outcome.value, found.outcome.stretch
    if not wanted.timexes or any(_same(value, timex) for timex in wanted.timexes):
        return True
    return stretch is not None and any(_bounded(stretch, value, bounds) for bounds in wanted.bounds)


def _same(value: str, timex: str) -> bool:
    """True for the same value, the same length, or a season of which the spec leaves the year open."""
    length = _length(value)
    return value == timex or (length is not None and length == _length(timex)) or value.endswith(f"-{timex}")


def _length(timex: str) -> tuple[float, float, float] | None:
    """Months, days and seconds of a duration, None for anything else."""
    if not (match := _LENGTH.fullmatch(timex)):
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return years * 12 + months, weeks * 7 + days, hours * 3600 + minutes * 60 + seconds


def _bounded(stretch: Stretch, value: str, bounds: Bounds) -> bool:
    """True where a stretch has the bounds. An open one ("before May", "since 2016") is the point that bounds it."""
    start, end = bounds
    ends = {stretch.last, stretch.last + timedelta(days=1), _first_day(value.rpartition("/")[2])}
    if start is None or end is None:
        return (start or end) in {stretch.first, *ends}
    return start == stretch.first and end in ends


def _first_day(value: str) -> date | None:
    """The first day of a year, month or day as written in a value."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return None
    return date.fromisoformat(value + "-01-01"[len(value) - len("2026") :] if len(value) < _DAY else value)


def expected(result: Mapping[str, Any]) -> Expected:
    """An expected result, from any of the three shapes that the spec files have."""
    kind = str(result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
    end = result["Start"] + result["Length"] if "Length" in result else result.get("End", result["Start"]) + 1
    given = result.get("Resolution") or result.get("Value") or {}
    values = given.get("values") or [given]
    times = [v.get("timex") or v.get("Timex") for v in values]
    return Expected(
        text=result["Text"],
        start=result["Start"],
        end=end,
        type=kind,
        timexes=frozenset(t for t in times if t),
        bounds=frozenset(b for value in values for b in _bounds(value)),
        mods=frozenset(v["Mod"] for v in values if "Mod" in v) | frozenset([given["Mod"]] if "Mod" in given else ()),
    )


def _bounds(value: Mapping[str, Any]) -> Iterator[Bounds]:
    """First and last day of a value, or of its past and its future resolution."""
    for one in (value, value.get("FutureResolution") or {}, value.get("PastResolution") or {}):
        day = _day(one.get("date") or (one.get("value") if one.get("type") == "date" else None))
        if day:
            yield day, day
        start, end = (_day(one.get(name) or one.get(f"{name}Date")) for name in ("start", "end"))
        if start or end:
            yield start, end


def _day(text: str | None) -> date | None:
    """A day as the specs write it, None for anything else ("not resolved")."""
    if not text or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    return date.fromisoformat(text) if text[:4] != "0000" else None


if __name__ == "__main__":
    main()
