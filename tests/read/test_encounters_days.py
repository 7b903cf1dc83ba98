"""Encounters: the day or days of an occasion."""

from __future__ import annotations

import pytest

from communique.model import Encounter, Reading
from tests.read.texts import reading, told


def days_of(found: Reading, kind: str) -> list[tuple[str | None, str | None]]:
    """First and last days of the encounters of a kind, in the order of the text."""
    return [(e.start, e.end) for e in found.encounters if e.type == kind]


def main_of(found: Reading) -> Encounter:
    return next(e for e in found.encounters if e.main)


def test_an_occasion_without_a_day_is_of_the_day_of_the_news() -> None:
    found = reading(
        "Germany is ready to buy Kenyan tea, Foreign Minister Lena Brandt said on Tuesday. "
        "She said this after talks in Berlin with her Kenyan counterpart Joseph Otieno."
    )
    assert (main_of(found).type, main_of(found).start) == ("meeting", "2026-03-10")


def test_a_day_in_a_relative_clause_is_not_of_the_main_verb() -> None:
    found = reading(
        "Foreign Minister Lena Brandt said today that trade would grow. She spoke after a meeting with Kenyan Foreign "
        "Minister Joseph Otieno, who arrived on Monday for a three-day visit."
    )
    assert main_of(found).start == "2026-03-12"
    assert days_of(found, "visit") == [("2026-03-09", "2026-03-11")]


def test_the_last_day_follows_from_the_length_of_a_visit() -> None:
    assert days_of(told("Otieno arrived in Berlin on Tuesday for a four-day visit."), "visit") == [
        ("2026-03-10", "2026-03-13")
    ]


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Otieno's visit to Hamburg, initially set for March 13, has been moved to April.", "2026-04", "2026-04"),
        ("The visit of German President Karl Weber to Nairobi was postponed to April 7.", "2026-04-07", "2026-04-07"),
        ("Otieno will visit Tokyo on March 20.", "2026-03-20", "2026-03-20"),
        ("Otieno departed for Vienna on Thursday morning.", "2026-03-12", "2026-03-12"),
    ],
)
def test_days_of_journeys(sentence: str, start: str, end: str) -> None:
    assert days_of(told(sentence), "visit") == [(start, end)]


def test_a_week_told_from_the_report_gives_its_month_only() -> None:
    assert days_of(told("Otieno is to travel to Vienna next week."), "visit") == [("2026-03", "2026-03")]


def test_a_season_and_a_half_year_are_months() -> None:
    found = told("The third round of political consultations will be held in Nairobi in the second half of 2026.")
    assert days_of(found, "consultation") == [("2026-07", "2026-12")]


def test_a_term_is_no_first_day() -> None:
    found = told("Germany will send 2,000 doses of vaccine to Kenya by April.")
    assert days_of(found, "donation") == [(None, "2026-04")]


def test_the_period_of_a_signed_plan_is_not_the_day_of_signing() -> None:
    found = told("The two ministers signed an action plan for 2027-2029.")
    assert days_of(found, "ceremony") == [("2026-03-11", "2026-03-11")]


def test_a_call_later_that_day_with_a_third_side_is_of_the_day() -> None:
    call = told("Later, Brandt had a phone conversation with Tanzanian Foreign Minister January Mushi.").encounters[1]
    assert (call.type, call.start) == ("call", "2026-03-11")
