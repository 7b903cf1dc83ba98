"""The table of what becomes of annotated spans."""

from __future__ import annotations

import pytest

from benchmarks.attribution_errors import DATA, _causes, attributions_table
from benchmarks.yardsticks import ABSENT


@pytest.mark.parametrize(
    ("read", "causes"),
    [
        ([(3, 7)], ["right"]),
        ([(3, 6)], ["other end"]),
        ([(4, 7)], ["other start"]),
        ([(4, 9)], ["both ends other"]),
        ([(8, 9)], ["missed", "read where none is annotated"]),
        ([(3, 5), (5, 7)], ["other end"]),
    ],
)
def test_each_annotated_span_has_one_cause(read: list[tuple[int, int]], causes: list[str]) -> None:
    assert list(_causes([(3, 7)], read)) == causes


@pytest.mark.slow
def test_every_role_has_a_row() -> None:
    if not DATA.exists():
        pytest.skip(ABSENT)
    rows = attributions_table(DATA).splitlines()[2:]
    assert [row.split(" | ")[0] for row in rows] == ["| source", "| cue", "| content"]
