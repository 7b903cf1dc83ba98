"""What a number counts: several kinds at once, nouns beyond hyphens, and what is no count at all."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures, one


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They heard from leaders of a dozen firms and charities.", "firm or charity"),
        ("The convoy brought 25 ambulances and training.", "ambulance"),
        ("She named hundreds of activists, young journalists, and village leaders who sit in jail.", "person"),
        ("They held two dozen union-led training sessions.", "session"),
        ("Firms signed twenty memorandums of understanding.", "memorandum of understanding"),
        ("The minister met 16 CEOs.", "CEO"),
        ("Some 12 Ministries took part.", "Ministry"),
        ("They will place 2 million energy saving smart lamps.", "lamp"),
        ("The minister met over 70 veteran, military family, and survivor groups.", "group"),
        ("One out of every five clients is a farmer.", "percent"),
    ],
)
def test_unit(text: str, unit: str) -> None:
    assert one(text).unit == unit


def test_a_list_counted_together_is_measured_whole() -> None:
    figure = one("She named hundreds of activists, young journalists, and village leaders.")
    assert figure.measure == "activists, young journalists, and village leaders"


def test_what_has_a_number_of_its_own_is_not_counted_along() -> None:
    buses, boats = figures("The fund paid for 20 buses and three boats.")
    assert (buses.unit, boats.unit) == ("bus", "boat")


@pytest.mark.parametrize(
    "text",
    [
        "Both strive for net zero emissions and a net-zero economy.",
        "They agreed on zero tolerance of piracy.",
        "The four ministers spoke at three o’clock.",
        "The hosts proposed a track 1.5 dialogue.",
        "They spoke of the North Link 2 pipeline.",
        "Part 744 of the rules applies.",
        "They rely on Title 8 authorities at the COP 28 summit.",
        "They shall publish non-confidential[9] reports.",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_sign_of_money_said_again_as_a_name() -> None:
    first, second = figures("They spent $16 billion dollars on roads and $2 billion USD on ports.")
    assert (first.measure, second.measure) == ("roads", "ports")


def test_a_code_before_the_dollar_sign_says_which_dollars() -> None:
    assert one("The fund will provide CAD $3 million for ports.").unit == "CAD"


def test_others_are_what_was_counted_before() -> None:
    killed, wounded = figures("The attack killed 13 soldiers and wounded 18 others.")
    assert killed.unit == wounded.unit == "soldier"
