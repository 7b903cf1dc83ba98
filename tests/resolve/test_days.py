from __future__ import annotations

from datetime import date

import pytest

from communique.resolve.days import range_of, span_of, within


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02-06", date(2026, 2, 6), date(2026, 2, 6)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-12/2026-01-05", date(2025, 12, 1), date(2026, 1, 5)),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value: str, first: date, last: date) -> None:
    assert range_of(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "P3Y", "PAST_REF", "2026-02-30", "2026-13", "2026-Q7", "2026/2025", "soon"]
)
def test_what_names_no_days_has_none(value: str | None) -> None:
    assert range_of(value) is None


def test_a_span_without_end_is_its_start() -> None:
    assert span_of("2026-02-06", None) == (date(2026, 2, 6), date(2026, 2, 6))
    assert span_of(None, None) is None


def test_an_end_before_the_start_is_left_out() -> None:
    assert span_of("2026-02-06", "2026-02-01") == (date(2026, 2, 6), date(2026, 2, 6))


def test_a_day_lies_within_its_month() -> None:
    day, month = range_of("2026-02-06"), range_of("2026-02")
    assert day is not None and month is not None
    assert within(day, month) and within(month, day)
