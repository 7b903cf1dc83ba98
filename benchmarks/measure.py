"""One yardstick measured: predict, run its scorer, take the figures of its last line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.jsonl import write_lines
from benchmarks.predict import TASKS
from benchmarks.yardsticks import Yardstick

Figures = dict[str, float]
ISSUER_LINE = re.compile(r"(?P<issuer>.+?): (?P<figures>people: name \d.*)")


class ScorerError(Exception):
    """A scorer that did not take the predictions."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a scorer said: figures by measure, and the same by issuer where the scorer tells them apart."""

    yardstick: Yardstick
    figures: Figures
    by_issuer: dict[str, Figures]


def measure(yardstick: Yardstick) -> Score:
    """Predict a whole set and score it; raises `ScorerError` where the scorer fails."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        write_lines(predictions, TASKS[yardstick.task](yardstick.data))
        printed = run_scorer(yardstick, predictions)
    return Score(yardstick, main_figures(printed), figures_by_issuer(printed))


def run_scorer(yardstick: Yardstick, predictions: Path) -> str:
    """What the scorer prints. It writes no compiled files, since its folder may be read-only."""
    command = [sys.executable, "-B", *map(str, yardstick.scorer), str(predictions), *yardstick.options]
    done = subprocess.run(command, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise ScorerError(f"{yardstick.name}: the scorer failed\n{done.stderr.strip()}")
    return done.stdout


def main_figures(printed: str) -> Figures:
    """The figures of a scorer's last line; counts and names are left out, they are whole numbers and strings, and so
    are measures of what was not predicted at all, which are nought."""
    last = json.loads(printed.strip().splitlines()[-1])
    return {name: round(value, 1) for name, value in last.items() if isinstance(value, float) and value}


def figures_by_issuer(printed: str) -> dict[str, Figures]:
    """The figures of the lines that stand for one issuer each ("White House: people: name 93.1, …")."""
    found = {}
    for line in printed.splitlines():
        if match := ISSUER_LINE.fullmatch(line):
            pairs = (pair.rsplit(" ", 1) for pair in match["figures"].split(", "))
            found[match["issuer"]] = {name: float(value) for name, value in pairs}
    return found
