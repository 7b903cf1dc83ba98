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
