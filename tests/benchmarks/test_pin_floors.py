"""Floors rise by themselves and fall only for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pin_floors import Floors, Lowered, OtherDataError, falling, pinned, read_floors, write_floors

DAY = "2026-02-06"
HELD = Floors("abc", {"dates: value": 80.0, "people: name": 90.0})


def test_first_measurement_is_the_floor() -> None:
    assert pinned(None, "abc", {"dates: value": 80.0}, None, DAY) == Floors("abc", {"dates: value": 80.0})


def test_floors_rise() -> None:
    assert pinned(HELD, "abc", {"dates: value": 81.5, "people: name": 90.0}, None, DAY).floors == {
        "dates: value": 81.5,
        "people: name": 90.0,
    }


def test_floor_stays_where_a_figure_falls_and_others_rise() -> None:
    after = pinned(HELD, "abc", {"dates: value": 79.0, "people: name": 95.0}, None, DAY)
    assert after.floors == {"dates: value": 80.0, "people: name": 95.0}


def test_measure_that_is_no_longer_given_counts_as_fallen() -> None:
    assert falling(HELD, {"dates: value": 80.0}) == {"people: name": 90.0}


def test_reason_is_kept_with_what_it_lowered() -> None:
    after = pinned(HELD, "abc", {"dates: value": 79.0, "people: name": 95.0}, "years in names count now", DAY)
    assert after.floors["dates: value"] == 79.0
    assert after.lowered == (Lowered("dates: value", 80.0, 79.0, "years in names count now", DAY),)


def test_other_data_need_a_reason() -> None:
    with pytest.raises(OtherDataError, match="data"):
        pinned(HELD, "def", {"dates: value": 99.0, "people: name": 99.0}, None, DAY)


def test_file_of_floors_gives_back_what_was_written(tmp_path: Path) -> None:
    floors = {"gold/dev": Floors("abc", {"dates: value": 80.0}, (Lowered("x", 2.0, 1.0, "why", DAY),))}
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
