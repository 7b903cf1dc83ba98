from __future__ import annotations

from typing import Any

import pytest

from communique.model import Disagreement, Figure
from communique.resolve.disagreements import resolve_disagreements
from communique.resolve.encounters import resolve_encounters
from communique.resolve.resolution import Told
from tests.resolve.building import encounter, figure, told

PAIR = ("KH", "VN")


def disagreements(held: list[Told]) -> tuple[Disagreement, ...]:
    return resolve_disagreements(held, resolve_encounters(held, (), {}))


def between(first: Figure, second: Figure, *days: str) -> tuple[Disagreement, ...]:
    one, other = days or ("2026-01-01", "2026-01-02")
    return disagreements([told("a", one, first), told("b", other, second)])


def trade(value: float, period: str | None = "2025", **fields: Any) -> Figure:
    return figure(value, "USD", "two-way trade", PAIR, period, **fields)


def test_two_values_of_one_period_are_shown_side_by_side() -> None:
    (found,) = between(trade(11.33e9), trade(12e9), "2026-01-01", "2026-09-01")
    assert (found.about, found.field) == ("trade KH–VN 2025", "value")
    assert [(value, evidence.report) for value, evidence in found.values] == [
        ("11,330,000,000 USD", "a"),
        ("12,000,000,000 USD", "b"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (trade(11.33e9), trade(11.33e9)),
        (trade(11.33e9), trade(11.3e9)),
        (trade(11.33e9), trade(11e9, approximation="over")),
        (trade(11.33e9), trade(12e9, "2024")),
        (trade(11.33e9), trade(20e9, status="target")),
        (trade(11.33e9), figure(12e9, "VND", "two-way trade", PAIR, "2025")),
        (trade(11.33e9), figure(12e9, "USD", "two-way trade", ("LA", "VN"), "2025")),
        (figure(200.0, "gift", "gifts", PAIR), figure(300.0, "gift", "presents", PAIR)),
    ],
)
def test_these_do_not_disagree(first: Figure, second: Figure) -> None:
    assert between(first, second) == ()


def test_one_report_does_not_disagree_with_itself() -> None:
    assert disagreements([told("a", "2026-01-01", trade(11.33e9), trade(12e9))]) == ()


def test_a_report_that_knows_both_values_corrects() -> None:
    held = [told("a", "2026-01-01", trade(12e9)), told("b", "2026-01-02", trade(12e9), trade(11.33e9))]
    assert disagreements(held) == ()


def test_without_a_period_reports_of_the_same_days_are_compared() -> None:
    aid = ("Coast Guard Financing", ("PH", "US"))
    first, second = figure(500e6, "USD", *aid), figure(550e6, "USD", f"U.S. {aid[0]}", aid[1])
    (differing,) = between(first, second, "2024-08-20", "2024-08-21")
    assert differing.about == "Coast Guard Financing PH–US"
    assert between(first, second, "2024-08-20", "2024-09-20") == ()


def test_two_days_of_one_encounter_disagree() -> None:
    place = {"place": "Hà Nội", "participants": ("Đặng Thị Hà", "Sok Dara")}
    held = [
        told(report, "2025-03-05", encounter("meeting", PAIR, day, **place))
        for report, day in (("a", "2025-03-03"), ("b", "2025-03-04"))
    ]
    (found,) = disagreements(held)
    assert (found.about, found.field) == ("meeting KH–VN Hà Nội", "start")
    assert [value for value, _ in found.values] == ["2025-03-03", "2025-03-04"]


def test_a_month_and_a_day_in_it_do_not_disagree() -> None:
    held = [told(day, "2025-03-05", encounter("meeting", PAIR, day)) for day in ("2025-03", "2025-03-04")]
    assert disagreements(held) == ()
