"""What figures are compared with in time, and which figure a change belongs to."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures, one


@pytest.mark.parametrize(
    ("text", "dates", "period", "baseline"),
    [
        (
            "Trade came to €300 million in 2023, 8 per cent more than the previous year.",
            [("2023", "2023"), ("the previous year", "2025")],
            "2023",
            "2022",
        ),
        ("Exports fell 4% year-on-year to $41 million in 2024.", [("2024", "2024")], "2024", "2023"),
        (
            "Exports reached $30 million in March 2025, up 7 per cent from the preceding month.",
            [("March 2025", "2025-03"), ("the preceding month", "2026-01")],
            "2025-03",
            "2025-02",
        ),
        (
            "In 2021, trade increased by 24 percent to $165 million from the previous year.",
            [("2021", "2021"), ("the previous year", "2025")],
            "2021",
            "2020",
        ),
        (
            "Imports stood at $55 million, up 37 times from the figure in 2002.",
            [("2002", "2002")],
            None,
            "2002",
        ),
        (
            "Sales reached $9 million between January and May 2025, up 2 per cent on the same period of 2023.",
            [("between January and May 2025", "2025-01/2025-05"), ("the same period of 2023", "2023")],
            "2025-01/2025-05",
            "2023-01/2023-05",
        ),
        (
            "The deficit grew to $2 million, more than in the previous year.",
            [("the previous year", "2025")],
            None,
            None,
        ),
    ],
)
def test_baseline(text: str, dates: list[tuple[str, str]], period: str | None, baseline: str | None) -> None:
    figure = one(text, *dates)
    assert (figure.period, figure.baseline) == (period, baseline)


def test_a_figure_is_compared_with_the_period_of_the_one_beside_it() -> None:
    before, after = figures("Arrivals rose from 1,150 in 2023 to 4,300 in 2025.", ("2023", "2023"), ("2025", "2025"))
    assert (before.baseline, after.baseline) == (None, "2023")


def test_a_change_is_of_the_figure_told_not_of_the_one_compared_with() -> None:
    now, then = figures(
        "Exports amounted to $412 million in 2024, compared to $368 million a year earlier, up 12 percent.",
        ("2024", "2024"),
    )
    assert (now.change, then.change) == (12, None)
    assert then.measure == "Exports"
