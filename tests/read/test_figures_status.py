"""Whether figures are observed, targets, promised or forecast, where the verbs around them would mislead."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures, one


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tents valued at $60,000 would be sent by June, he promised.", "pledged"),
        ("Under the accord, Moroccan crews may catch 20,000 tonnes of tuna.", "observed"),
        ("He asked Peru to send back the papers of 30 lorries held at the border.", "observed"),
        ("The bank helped raise $12 billion for the railway.", "observed"),
        ("They talked about saving lives, including the gift of 4 million doses thus far.", "observed"),
        ("She pledged help by donating 90,000 doses.", "pledged"),
        ("The minister promised that 14 inspectors would travel to the port.", "target"),
        ("They will invest across all 50 provinces.", "observed"),
        ("They will press on with the ministry’s 72 reforms.", "observed"),
        ("The accord addresses six goals.", "observed"),
        ("The law enabled police to seize 600 rifles.", "observed"),
        ("Peru extended its list to include 72 chemicals.", "observed"),
        ("The firm agreed to widen the port, creating 300 jobs.", "forecast"),
        ("The plant burnt down, costing 300 jobs.", "observed"),
        ("The sale will support 4,000 jobs.", "forecast"),
        ("The projects will cut costs, clean the river, and benefit 9,000 farmers.", "forecast"),
        ("Japan will make purchases of grain totaling $7 billion.", "pledged"),
        ("Goods are to receive a 5 per cent tariff rate.", "target"),
        ("They praised the decision to approve 50 million euros for schools.", "pledged"),
        ("The bank announced a $400 million investment in ports.", "pledged"),
        ("Fees are on track to reach $3 billion.", "forecast"),
        ("In the north, 300 families are seeking shelter.", "observed"),
        ("They noted the ministry’s $45 million budget request.", "target"),
        ("The deal between Gulf Airways and its rival, which will support 4,000 jobs, is signed.", "forecast"),
        ("They spoke of the plan to protect the more than 900 people sheltering there.", "observed"),
        ("They invited Peru to be one of just 16 partners.", "observed"),
        ("He was proud to announce the delivery of 4,000 tents.", "pledged"),
        ("Oslo intends to provide more help, to include $12 million in aid.", "pledged"),
        ("They welcomed pledges from 47 firms.", "observed"),
        ("The fund will help 25,000 farmers.", "forecast"),
        ("Oslo would share 8 million doses.", "pledged"),
        ("The cabinet is authorizing $8 million in weapons.", "pledged"),
        ("They spoke of partners representing 40 per cent of output.", "observed"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert one(text).status == status


def test_something_found_behind_the_more_than_is_there() -> None:
    assert one("They will help to resolve the more than 900 cases of missing persons.").status == "observed"


def test_what_is_told_beside_a_comparison_is_of_the_later_period() -> None:
    *_, exports = figures(
        "Trade came to $9 million in 2024, down from $11 million a year earlier, with exports reaching $5 million.",
        ("2024", "2024"),
    )
    assert exports.period == "2024"


def test_an_age_behind_a_moved_sum_is_no_figure() -> None:
    found = figures("The plan raises the credit from $2,000 to $3,000 a child for children under six.")
    assert [figure.value for figure in found] == [2000, 3000]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("Today, the minister met 16 bankers.", "Today", "2026-02-06"),
        ("The minister announced on May 3 grants of $5 million.", "May 3", "2025-05-03"),
        ("They praised the four committees that they launched in June.", "June", "2025-06"),
    ],
)
def test_when_people_met_or_began_is_no_period(text: str, date: str, value: str) -> None:
    assert one(text, (date, value)).period is None


def test_sums_told_along_with_another_are_as_sure() -> None:
    found = figures(
        "Oslo will provide $9 million in aid over two years and $3 million in loans, with $1 million for wells."
    )
    assert [figure.status for figure in found] == ["pledged"] * 3


def test_when_what_money_is_for_happens() -> None:
    figure = one("They plan to provide $9 million to support elections in Kenya in 2027.", ("2027", "2027"))
    assert figure.period == "2027"
