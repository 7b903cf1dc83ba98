"""Figures out of whole sentences: unit, measure, status, change; what is no figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import DateExpression, Evidence, Figure, Mark, Report
from communique.read.analysis import Analysis
from communique.read.encoder import analyse
from communique.read.figures import read_figures
from communique.read.figures.placed import LONGEST_SENTENCE


def figures(text: str, *dates: tuple[str, str], country: str | None = "VN") -> tuple[Figure, ...]:
    found = []
    for words, value in dates:
        start = text.index(words)
        found.append(DateExpression(words, value, Evidence("r", start, start + len(words), words)))
    analysis = analyse(Report(id="r", text=text))
    return read_figures(analysis, "2026-02-06", "r", country, tuple(found), lambda span: ())


def one(text: str, *dates: tuple[str, str]) -> Figure:
    (figure,) = figures(text, *dates)
    return figure


def test_trade_with_period_and_change() -> None:
    text = (
        "The leaders welcomed bilateral trade turnover reaching a record high of US$11.33 billion in 2025, "
        "an increase of 11.7 per cent compared to 2024."
    )
    figure = one(text, ("2025", "2025"), ("2024", "2024"))
    assert (figure.value, figure.unit, figure.measure) == (11.33e9, "USD", "bilateral trade turnover")
    assert (figure.period, figure.baseline, figure.status) == ("2025", "2024", "observed")
    assert (figure.change, figure.change_unit, figure.direction) == (11.7, "percent", "up")


def test_gifts_and_their_worth_are_two_figures() -> None:
    gifts, worth = figures("The minister presented 200 gifts worth $6,000 to poor families.")
    assert (gifts.value, gifts.unit, gifts.measure) == (200, "gift", "gifts")
    assert (worth.value, worth.unit, worth.measure) == (6000, "USD", "gifts")


def test_change_alone_has_no_value() -> None:
    figure = one("Exports of rice to the islands rose by 12 per cent.")
    assert (figure.value, figure.change, figure.direction) == (None, 12, "up")


def test_fall_to_a_value() -> None:
    figure = one("Cross-border trade slipped 3.8 percent to 380 million dollars last year.")
    assert (figure.value, figure.change, figure.direction) == (380e6, 3.8, "down")
    assert figure.measure == "Cross-border trade"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two-way trade reached US$3 billion.", "observed"),
        ("The two countries aim to raise two-way trade to US$20 billion.", "target"),
        ("Trade is expected to reach US$20 billion.", "forecast"),
        ("Japan would provide a grant of 2 billion yen for rural clinics.", "pledged"),
        ("The envoy pledged $4 million for flood relief.", "pledged"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert one(text).status == status


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The blast hurt three wounded soldiers again.", 3, "soldier"),
        ("They signed four agreements.", 4, "agreement"),
        ("Some 2,340 people were freed.", 2340, "person"),
        ("The ship carried 25,000 tonnes of rice.", 25_000, "tonne"),
    ],
)
def test_counted_noun(text: str, value: float, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to meet again.",
        "Both sides praised the two countries' friendship.",
        "The two ministers signed the minutes.",
        "He is the one who asked.",
        "The deal was signed in 2019 in Hanoi.",
        "They discussed the G20 and Resolution 2231.",
        "It supports a two-state solution.",
        "The pact is valid for five years.",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_numbers_of_dates_are_no_figures() -> None:
    assert figures("He arrived on the 3 of the month.", ("3 of the month", "2026-02-03")) == ()


def test_range_keeps_both_ends() -> None:
    figure = one("The fund holds 5 to 7 billion dollars.")
    assert (figure.value, figure.range, figure.unit) == (None, (5e9, 7e9), "USD")


def test_hedge_is_kept_as_printed() -> None:
    assert one("The firm invested nearly 3.7 billion USD.").approximation == "nearly"


def test_evidence_is_the_reports_own_text() -> None:
    text = "Tô Lâm said trade between Việt Nam and Lào reached US$2.2 billion."
    figure = one(text)
    assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.quote
    assert "US$2.2 billion" in figure.evidence.quote


def test_move_from_one_number_to_another() -> None:
    before, after = figures("She asked Moscow to increase the quota for Lao students from 130 to 200.")
    assert (before.value, before.status, before.unit) == (130, "observed", "student")
    assert (after.value, after.status, after.direction) == (200, "target", "up")


def test_stretch_of_time_that_changes_is_a_figure() -> None:
    figure = one("He urged the office to cut visa processing from 25 to 10 days.", ("10 days", "P10D"))
    assert (figure.value, figure.unit, figure.direction) == (10, "day", "down")


def test_what_a_figure_is_compared_with_has_a_figure_of_its_own() -> None:
    now, then = figures("Palm oil exports were valued at RM1.36 billion, up from RM1.19 billion.")
    assert (now.direction, then.direction) == ("up", None)
    assert now.measure == then.measure == "Palm oil exports"


def test_what_is_brought_to_an_amount_is_the_measure() -> None:
    figure = one("He suggested bringing two-way trade to US$20 billion.")
    assert (figure.measure, figure.status) == ("two-way trade", "target")


def test_money_for_an_aim() -> None:
    figure = one("He pledged $3 million to rebuild rural schools.")
    assert (figure.measure, figure.status) == ("rebuild rural schools", "pledged")


def test_doubling_is_a_change_by_two() -> None:
    figure = one("The leaders agreed to double trade to $3 billion by 2030.", ("2030", "2030"))
    assert (figure.value, figure.change, figure.change_unit) == (3e9, 2, "times")
    assert (figure.status, figure.period) == ("target", "2030")


def test_yearly_rate() -> None:
    assert one("Jordan gives 25 scholarships a year to doctors.").period == "P1Y"


def test_headlines_and_captions_give_no_figures() -> None:
    text = "Japan hands over 14 bridges\n\nThe ceremony was held in Pakse."
    analysis = analyse(Report(id="r", text=text, marks=(Mark("headline", 0, 27),)))
    assert read_figures(analysis, None, "r", None, (), lambda span: ()) == ()


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Storms had damaged seven schools.", "damaged schools"),
        ("Some 2,340 people were freed.", "people freed"),
        ("The minister presented 20,000 dollars to the association.", "presented to the association"),
        ("They expressed alarm over the detention of two Lao geologists.", "detention of Lao geologists"),
        ("The firm cut the duty on rice by 5 per cent.", "duty on rice"),
        ("Two-way trade was $1.2 billion.", "Two-way trade"),
        ("The EU has earmarked 25 million euros for demining in the province.", "demining in the province"),
        ("He praised the fund, which received $5 million.", "fund"),
        ("They sold the terminal for $80 million.", "terminal"),
    ],
)
def test_measure(text: str, measure: str) -> None:
    assert one(text).measure == measure


def test_whose_numbers_are_theirs() -> None:
    before, after = figures("He praised the Lao nurses, whose numbers in Japan rose from 1,150 to 4,300.")
    assert (before.measure, after.measure) == ("Lao nurses", "Lao nurses")
    assert before.unit == after.unit == "nurse"


def test_it_takes_up_the_measure_before() -> None:
    before, after = figures("Two-way trade stood at $3 billion. They agreed to raise it to $5 billion.")
    assert (before.measure, after.measure) == ("Two-way trade", "Two-way trade")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("He proposed that both sides strive for $3 billion in trade.", "target"),
        ("Under the accord, 40 per cent of the fleet is to be replaced.", "target"),
        ("The bank has agreed to lend $90 million for the port.", "pledged"),
        ("The minister demanded the release of 12 sailors.", "observed"),
        ("The new law could affect 20,000 migrants.", "forecast"),
    ],
)
def test_status_of_what_is_not_yet_so(text: str, status: str) -> None:
    assert one(text).status == status


def test_a_date_that_leads_the_sentence_dates_all_of_it() -> None:
    text = "In 2023, Kenya sold 400 tonnes of tea and 30 tonnes of coffee."
    assert [figure.period for figure in figures(text, ("2023", "2023"))] == ["2023", "2023"]


def test_a_date_within_the_subject_dates_its_amount() -> None:
    text = "Exports for the first eight months of 2025 stood at $80 million."
    assert one(text, ("the first eight months of 2025", "2025-01/2025-08")).period == "2025-01/2025-08"


def test_a_day_by_which_something_is_done_is_no_period() -> None:
    assert one("Ankara would ship 1,200 tons of flour by July 4.", ("July 4", "2026-07-04")).period is None


def test_over_of_a_verb_is_no_hedge() -> None:
    assert one("She handed over 20 laptops.").approximation is None


def test_length_of_what_is_so_long() -> None:
    figure = one("The bridge is 1.2 km long.")
    assert (figure.value, figure.unit, figure.measure) == (1.2, "km", "bridge")


@pytest.mark.parametrize(
    ("text", "change", "unit", "direction"),
    [
        ("The shares rose 18 cents.", 0.18, "USD", "up"),
        ("Exports were trending up 2 per cent.", 2, "percent", "up"),
        ("Exports (+2%) and trade recovered.", 2, "percent", "up"),
    ],
)
def test_change_by_its_verb_or_sign(text: str, change: float, unit: str, direction: str) -> None:
    figure = one(text)
    assert (figure.value, figure.change, figure.change_unit, figure.direction) == (None, change, unit, direction)


def test_a_stretch_longer_than_any_sentence_has_no_figures() -> None:
    analysis = analyse(Report(id="r", text="They signed four agreements."))
    (sentence,) = analysis.sentences
    heap = replace(sentence, last=sentence.first + LONGEST_SENTENCE + 1)
    endless = Analysis(analysis.text, analysis.tokens, (heap,), analysis.names)
    assert read_figures(endless, None, "r", None, (), lambda span: ()) == ()


def test_the_rest_of_what_was_counted() -> None:
    before, rest = figures("Police freed 40 sailors. The remaining 12 are in Oman.")
    assert (before.unit, rest.value, rest.unit) == ("sailor", 12, "sailor")
    assert rest.measure == before.measure


def test_a_change_named_after_what_changes() -> None:
    figure = one("He sought a 15 per cent tariff cut on rice.")
    assert (figure.value, figure.change, figure.direction, figure.status) == (15, 15, "down", "target")


def test_a_price_says_by_what_it_is_counted() -> None:
    assert one("Nepal sells it at 6.4 US cents per unit.").measure == "per unit"


def test_what_a_country_owns_is_measured_and_not_the_country() -> None:
    figure = one("He said that 90 per cent of Mongolia's trade passes through China.")
    assert figure.measure is not None
    assert figure.measure.startswith("Mongolia's trade")


def test_who_puts_a_thing_at_an_amount_is_not_measured() -> None:
    assert one("The contract, which the local press put at €61 million, was signed.").measure == "contract"


def test_a_number_that_its_verb_gives() -> None:
    figure = one("The number of Lao visitors reached 3.7 million.")
    assert (figure.value, figure.unit, figure.measure) == (3.7e6, "visitor", "number of Lao visitors")


def test_kinds_of_things_by_how_often_they_are() -> None:
    before, after = figures("They agreed to increase the number of weekly flights from 14 to 28.", ("weekly", "P1W"))
    assert before.measure == after.measure == "number of weekly flights"


def test_how_large_a_known_thing_is_is_no_aim() -> None:
    figure = one("Both sides will complete the city's largest school with 600 pupils.")
    assert (figure.status, figure.measure) == ("observed", "city's largest school with pupils")


def test_works_undertaken_are_no_promise() -> None:
    assert one("Turkish builders have undertaken 1,250 projects.").status == "observed"
