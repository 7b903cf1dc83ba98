"""The scorer of the annotated reports agrees with itself: the annotations against themselves score 100."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.yardsticks import ABSENT, SHARED

SCORER = SHARED / "gold" / "score.py"


def test_scorer_passes_its_own_test() -> None:
    if not SCORER.exists():
        pytest.skip(ABSENT)
    done = subprocess.run([sys.executable, "-B", str(SCORER), "--selftest"], capture_output=True, encoding="utf8")
    assert done.returncode == 0, done.stderr
