"""Values in plain English."""

from __future__ import annotations

import pytest

from communique.model import Evidence, Figure, Undertaking
from communique.query.wording import amount, count, day, gift_told, listed, plural, quantity, term, told

EVIDENCE = Evidence("r", 0, 1, "x")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (20e9, "USD", "US$20 billion"),
        (11.33e9, "USD", "US$11.33 billion"),
        (8.67e9, "USD", "US$8.67 billion"),
        (20000, "USD", "US$20,000"),
        (5e12, "VND", "VND 5 trillion"),
        (11.7, "percent", "11.7 per cent"),
        (6000, "student", "6,000 students"),
        (1, "bridge", "1 bridge"),
        (60, "km", "60 km"),
        (1.5e6, None, "1.5 million"),
    ],
)
def test_amounts(value: float, unit: str | None, words: str) -> None:
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-01-14", "14 January 2026"),
        ("2026-02", "February 2026"),
        ("2026", "2026"),
        ("2026-Q1", "the first quarter of 2026"),
        ("2026-02-10/2026-02-12", "10–12 February 2026"),
        ("2026-02-27/2026-03-01", "27 February – 1 March 2026"),
        ("2025-01/2025-08", "January – August 2025"),
        ("2026/2030", "2026 – 2030"),
        ("2026-02-06/2026-02-06", "6 February 2026"),
        ("FUTURE_REF", "in the future"),
        ("PAST_REF", "in the past"),
        ("PRESENT_REF", "now"),
        ("2026-SU", "summer 2026"),
        ("2025-FA/2026-SP", "autumn 2025 – spring 2026"),
        ("P3Y", "three years"),
        ("P1Y3M", "one year and three months"),
        ("P1C", "one century"),
        ("PT1H30M", "one hour and 30 minutes"),
        ("PXM", "several months"),
        ("P2.5Y", "2.5 years"),
        ("XXXX-WXX-1", "every Monday"),
        ("XXXX-WXX", "every week"),
        ("XXXX-05-03", "3 May, year not known"),
        ("XXXX-SP", "spring, year not known"),
        ("2025-XX-XX", "a day in 2025"),
        ("20", "the 21st century"),
        ("2026-W99-9", "2026-W99-9"),
    ],
)
def test_days_and_periods(value: str, words: str) -> None:
    assert day(value) == words


def test_terms() -> None:
    assert [term(value) for value in ("2026-06", "P3Y", "FUTURE_REF")] == ["June 2026", "within three years", "later"]


@pytest.mark.parametrize(
    ("noun", "more"),
    [("country", "countries"), ("box", "boxes"), ("day", "days"), ("person", "people"), ("MW", "MW")],
)
def test_plurals(noun: str, more: str) -> None:
    assert plural(noun) == more


def test_counts() -> None:
    assert (count(1, "report"), count(1200, "report")) == ("1 report", "1,200 reports")


def test_lists() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


def test_a_figure_with_its_change() -> None:
    figure = Figure(
        11.33e9, "USD", "trade", EVIDENCE, period="2025", change=11.7, change_unit="percent", direction="up",
        baseline="2024",
    )  # fmt: skip
    assert quantity(figure) == "US$11.33 billion in 2025, up 11.7 per cent on 2024"


def test_a_change_alone() -> None:
    figure = Figure(None, None, "exports", EVIDENCE, change=3.0, change_unit="percent", direction="down")
    assert quantity(figure) == "down 3 per cent"


def test_an_act_with_its_addressee() -> None:
    assert told("request", "Cambodia") == "asked Cambodia"
    assert told("propose", "Cambodia") == "proposed to Cambodia"
    assert told("agree", "Laos", negated=True) == "did not agree with Laos"
    assert told("discuss", "") == "discussed"


def test_thanks_are_told_from_praise_by_their_cue() -> None:
    assert told("appreciate", "Laos", cue="thanked") == "thanked Laos"
    assert told("appreciate", "Laos", cue="commended") == "praised Laos"


def test_a_gift_is_told_with_who_gives_to_whom() -> None:
    given = Undertaking("delivery", "tents", ("JP", "LA"), "completed", EVIDENCE, giver="Japan", recipient="Laos")
    assert gift_told(given) == ": from Japan to Laos"


def test_a_gift_is_told_with_its_worth() -> None:
    given = Undertaking("delivery", "tents", ("JP", "LA"), "completed", EVIDENCE, worth=85000, currency="USD")
    assert gift_told(given) == ": worth US$85,000"


def test_what_is_no_gift_is_told_without() -> None:
    assert gift_told(Undertaking("project", "bridge", ("JP", "LA"), "completed", EVIDENCE)) == ""
