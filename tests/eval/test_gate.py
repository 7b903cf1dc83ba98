"""The evaluation gate: no figure may fall below its pinned floor, on the very data that the floor was pinned on.

`python -m benchmarks.pin_floors` raises the floors to today's figures, and lowers them only for a reason given.
"""

from __future__ import annotations

import pytest

from benchmarks.measure import measure
from benchmarks.pin_floors import read_floors
from benchmarks.yardsticks import ABSENT, Yardstick, yardsticks

# One parse in a few hundred can flip from one processor to another: half a point is less than one statement.
NOISE = 0.5

FLOORS = read_floors()
SETS = {yardstick.name: yardstick for yardstick in yardsticks()}


def _present(name: str) -> Yardstick:
    if name not in SETS:
        pytest.skip(f"{name} is not measured: {ABSENT}")
    return SETS[name]


@pytest.mark.parametrize("name", FLOORS)
def test_data_are_those_of_the_floors(name: str) -> None:
    assert _present(name).digest() == FLOORS[name].data, (
        f"the data of {name} have changed since its floors were pinned; look at what changed, then run "
        "`python -m benchmarks.pin_floors --allow-lower REASON` and commit tests/eval/floors.json"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    figures = measure(_present(name)).figures
    below = [
        f"{measured}: {figures.get(measured, 0.0)}, floor {floor}"
        for measured, floor in FLOORS[name].floors.items()
        if figures.get(measured, 0.0) < floor - NOISE
    ]
    assert not below, f"{name} reads worse than it did:\n" + "\n".join(below)


def test_every_set_that_is_here_has_floors() -> None:
    missing = set(SETS) - set(FLOORS)
    assert not missing, f"no floors for {sorted(missing)}; run `python -m benchmarks.pin_floors`"
