from __future__ import annotations

import pytest

from communique.model import Indicator
from communique.model.reading import Item
from communique.resolve.indicators import resolve_indicators
from communique.resolve.measures import measure_of
from tests.resolve.building import encounter, figure, told

PAIR = ("KH", "VN")


def indicators(*items: Item) -> tuple[Indicator, ...]:
    return resolve_indicators([told(f"r{place}", f"2026-0{place + 1}-01", item) for place, item in enumerate(items)])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("bilateral trade turnover", "trade"),
        ("two-way trade", "trade"),
        ("Trade between the two countries", "trade"),
        ("the trade deficit with the United States", "trade balance"),
        ("Cambodian exports to Việt Nam", "export"),
        ("import-export turnover", "trade"),
        ("total registered capital", "investment"),
        ("international visitors", "tourists"),
        ("land border markers", "border markers"),
        ("the total cost of the school", "total cost of the school"),
    ],
)
def test_measures_go_by_one_name(words: str, name: str) -> None:
    found = measure_of(words, "USD")
    assert found is not None
    assert found.name == name


def test_what_is_not_counted_in_money_is_no_trade() -> None:
    found = measure_of("export licences", "licence")
    assert found is not None
    assert (found.name, found.known) == ("export licences", False)


@pytest.mark.parametrize("words", [None, "", " "])
def test_no_words_are_no_measure(words: str | None) -> None:
    assert measure_of(words, "USD") is None


def test_the_gap_is_the_target_less_the_latest_observation() -> None:
    (found,) = indicators(
        figure(20e9, "USD", "two-way trade", PAIR, status="target"),
        figure(11.33e9, "USD", "bilateral trade turnover", PAIR, "2025"),
        figure(10.14e9, "USD", "trade between the two countries", ("VN", "KH"), "2024"),
    )
    assert [one.period for one in found.observations] == ["2024", "2025"]
    assert (found.measure, found.unit, found.gap) == ("trade", "USD", 8.67e9)


def test_a_month_does_not_compare_with_a_target() -> None:
    (found,) = indicators(
        figure(20e9, "USD", "trade", PAIR, status="target"), figure(1e9, "USD", "trade", PAIR, "2026-01")
    )
    assert found.gap is None


def test_units_are_not_mixed() -> None:
    found = indicators(figure(20e9, "USD", "trade", PAIR), figure(19e9, "EUR", "trade", PAIR))
    assert sorted(one.unit for one in found) == ["EUR", "USD"]


def test_trade_lies_between_the_two_whose_meeting_the_report_is_about() -> None:
    talks = encounter("meeting", ("VN", "KH"), main=True)
    (found,) = resolve_indicators([told("r", "2026-01-01", talks, figure(11e9, "USD", "two-way trade", (), "2025"))])
    assert found.parties == PAIR


def test_what_is_given_once_is_no_series_unless_it_is_a_known_measure() -> None:
    assert indicators(figure(6000.0, "classroom", "classrooms of the school", PAIR)) == ()
    assert len(indicators(figure(11e9, "USD", "two-way trade", PAIR, "2025"))) == 1


@pytest.mark.parametrize("status", ["pledged", "forecast"])
def test_pledges_and_forecasts_are_no_observations(status: str) -> None:
    assert indicators(figure(11e9, "USD", "two-way trade", PAIR, "2025", status=status)) == ()


def test_what_reports_of_two_days_tell_differently_is_a_series() -> None:
    (found,) = indicators(
        figure(212.0, "team", "demining teams in Laos", PAIR), figure(300.0, "team", "demining teams in Laos", PAIR)
    )
    assert [one.value for one in found.observations] == [212.0, 300.0]


def test_what_two_reports_tell_alike_is_no_series() -> None:
    again = figure(212.0, "team", "demining teams in Laos", PAIR)
    assert indicators(again, again) == ()
