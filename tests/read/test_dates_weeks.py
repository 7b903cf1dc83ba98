"""Days named by their week or month, lengths in several units, and days counted from a day that is named."""

from __future__ import annotations

import pytest

from communique.read.dates import dates_in_text

PUBLISHED = "2026-01-14"  # a Wednesday


def values(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [found.value for found in dates_in_text(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks open on Friday next week.", "2026-01-23"),
        ("The talks open next week on Friday.", "2026-01-23"),
        ("She spoke on Tuesday of last week.", "2026-01-06"),
        ("They meet on the first Monday of March.", "2026-03-02"),
        ("The council sits on the last Thursday of next month.", "2026-02-26"),
        ("The truce ends on the last day of February.", "2026-02-28"),
        ("The vote is set for Friday the 23rd.", "2026-01-23"),
        ("The pact was signed on the twenty-first of June 2025.", "2025-06-21"),
        ("The pact was signed on June the first, 2025.", "2025-06-01"),
        ("A review falls due in the year after next.", "2028"),
        ("The embassy closed the year before last.", "2024"),
        ("They will meet later in the year.", "2026"),
        ("Delegates come in the first two weeks of May 2026.", "2026-05-01/2026-05-14"),
        ("A review is due in next year's first quarter.", "2027-Q1"),
        ("The envoy stays from 4 to 22 February.", "2026-02-04/2026-02-22"),
        ("Output fell between January 2025 and today.", "2025-01/2026-01-14"),
        ("The programme runs from 2025 to May 2028.", "2025/2028-05"),
        ("Aid grew in the nineties.", "1990/1999"),
        ("It must be done no later than 2030.", "2030"),
    ],
)
def test_days_and_stretches(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks took one year and three months.", "P1Y3M"),
        ("He spoke for 1 hour and 30 minutes.", "PT1H30M"),
        ("The crew left two days before Christmas 2025.", "2025-12-23"),
        ("Ballots are counted three days after January 20.", "2026-01-23"),
        ("The accord lapsed one year and two months ago.", "2024-11"),
        ("The panel meets every Monday.", "XXXX-WXX-1"),
        ("The office is shut on Sundays.", "XXXX-WXX-7"),
        ("Trade talks go on for another week.", "P1W"),
    ],
)
def test_lengths_and_days_counted_from_others(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["Call 138-2010-2015.", "The list is up to date.", "They meet twice a year."])
def test_no_dates(text: str) -> None:
    assert values(text) == []


def test_without_a_day_of_publication_the_expression_is_kept() -> None:
    assert values("They meet on the first Monday of March.", None) == ["XXXX-03"]
    assert values("The talks open on Friday next week.", None) == ["FUTURE_REF"]


def test_full_names_of_months_need_no_capital() -> None:
    assert values("signed on 3 november 2025") == ["2025-11-03"]
    assert values("they may march 3 miles") == []
