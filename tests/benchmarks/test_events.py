"""The answer of the events' yardstick at its three levels."""

from __future__ import annotations

from benchmarks.events import answer


def test_a_class_is_the_sum_of_its_types() -> None:
    found = {"REQUEST": 0.4, "ASSAULT": 0.3, "COERCE": 0.3}
    assert answer(found) == {"root": "REQUEST", "quad": 4, "binary": 1}
