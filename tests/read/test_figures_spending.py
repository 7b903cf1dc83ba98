"""What sums are made of and given for: kinds of aid, works of others, amounts set aside, rates."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures, one


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "They gave $3 million in military, economic, and humanitarian aid.",
            "military, economic, and humanitarian aid",
        ),
        (
            "They noted Oslo’s announcement of $3 million in urgent and longer term food aid.",
            "urgent and longer term food aid",
        ),
        (
            "Aid includes $140 million in training, farming, and medical assistance.",
            "training, farming, and medical assistance",
        ),
        ("They reviewed help, including $4 million allocated to relief activities.", "relief activities"),
        (
            "Norway is contributing $60,000 to the Red Crescent Society’s (RCS) relief efforts for families.",
            "relief efforts for families",
        ),
        (
            "They recalled a commitment to request $500 million from Congress to support the Forest Fund.",
            "support the Forest Fund",
        ),
        ("The firm signed contracts to buy about 3.3 million tons/year of Omani gas.", "Omani gas"),
        ("Kenya will buy up to 5 million tonnes per annum (MTPA) of Omani gas.", "Omani gas"),
        ("The average yearly benefit was $4,700 per family.", "average yearly benefit"),
        ("He praised Peru for spending 4 per cent of GDP on defence.", "spending on defence"),
        ("The cabinet has requested $3 billion for Peru.", "requested for Peru"),
        ("They agreed on doubling trade to $5 billion.", "trade"),
        ("Each of the 12 firms have announced commitments.", "firms have announced commitments"),
        ("Bilateral trade, amounting to $117 billion, is a pillar.", "Bilateral trade"),
        ("They agree on limiting warming to 1.5 degrees.", "warming"),
        ("They agree on limiting the temperature rise to 1.5 degrees.", "temperature rise"),
        ("The banks will provide up to $500 million each to anchor the fund.", "anchor the fund"),
        ("It is a plant of 300 megawatts (MW) of wind power.", "wind power"),
        ("They recalled the announcement of $5 million in Norwegian Rural Financing.", "Norwegian Rural Financing"),
        ("She praised the $4 billion that firms have invested.", "invested"),
        ("They have two-way trade in goods and services totaling $8 billion.", "two-way trade in goods and services"),
        ("They agreed on investments in Kenya of $70 billion.", "investments in Kenya"),
        ("Japan will make purchases of grain, including rice, totaling $7 billion.", "purchases of grain"),
        (
            "They welcomed the signing and exchange of four letters of intent.",
            "signing and exchange of letters of intent",
        ),
        ("They welcomed progress made on four joint committees.", "joint committees"),
        ("He thanked Chad for hosting 40,000 Sudanese farmers.", "Sudanese farmers"),
    ],
)
def test_measure(text: str, measure: str) -> None:
    assert one(text).measure == measure


def test_how_much_more_of_what_is_named_behind() -> None:
    figure = one("It will increase by 50 per cent the number of nurses.")
    assert (figure.measure, figure.change) == ("number of nurses", 50)


def test_money_beside_people_is_not_of_them() -> None:
    money, officers = figures("Oslo will contribute $50 million and 200 police officers.")
    assert (money.measure, officers.measure) == (None, "police officers")
