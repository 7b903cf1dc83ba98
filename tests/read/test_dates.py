"""Date expressions in sentences, with their values against a day of publication (a Wednesday, 14 January 2026)."""

from __future__ import annotations

import pytest

from communique.read.dates import dates_in_text

PUBLISHED = "2026-01-14"


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in dates_in_text(text, published)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("The minister arrived on January 14.", "January 14", "2026-01-14"),
        ("The minister arrived on 14 January.", "14 January", "2026-01-14"),
        ("Talks were held on 14 Jan. 2025.", "14 Jan. 2025", "2025-01-14"),
        ("They met on March 11, 2024.", "March 11, 2024", "2024-03-11"),
        ("They met on 3 JUNE 2024.", "3 JUNE 2024", "2024-06-03"),
        ("They met on Tuesday, November 28.", "Tuesday, November 28", "2023-11-28"),
        ("They met on 2025-09-03.", "2025-09-03", "2025-09-03"),
        ("They met on 03.09.2025.", "03.09.2025", "2025-09-03"),
        ("It opens on June 1st.", "June 1st", "2026-06-01"),
    ],
)
def test_days(text: str, expression: str, value: str) -> None:
    assert read(text) == [(expression, value)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("He said so on Tuesday.", "Tuesday", "2026-01-13"),
        ("He will speak on Friday.", "Friday", "2026-01-16"),
        ("She arrived yesterday.", "yesterday", "2026-01-13"),
        ("She arrived on Monday morning.", "Monday morning", "2026-01-12"),
        ("She will leave tonight.", "tonight", "2026-01-14"),
        ("He came last Wednesday.", "last Wednesday", "2026-01-07"),
        ("They met last week.", "last week", "2026-01-05/2026-01-11"),
        ("They met last month.", "last month", "2025-12"),
        ("Trade fell last year.", "last year", "2025"),
        ("They met last November.", "last November", "2025-11"),
        ("He was there earlier this week.", "earlier this week", "2026-01-12/2026-01-14"),
        ("The accord was signed two years ago.", "two years ago", "2024"),
    ],
)
def test_relative_to_publication(text: str, expression: str, value: str) -> None:
    assert read(text) == [(expression, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The visit runs from 10 to 12 December 2026.", "2026-12-10/2026-12-12"),
        ("The visit of January 5-7 went well.", "2026-01-05/2026-01-07"),
        ("Nov 30–Dec 2, 2025", "2025-11-30/2025-12-02"),
        ("the 2026-2030 period", "2026/2030"),
        ("the 2026–30 plan", "2026/2030"),
        ("from 2027 to 2029", "2027/2029"),
        ("the first 11 months of 2025", "2025-01/2025-11"),
        ("in the first quarter of 2025", "2025-Q1"),
        ("in the second half of 2025", "2025-07/2025-12"),
        ("the third week of September 2026", "2026-09-14/2026-09-20"),
        ("from March through September 2027", "2027-03/2027-09"),
        ("the first half of April 2026", "2026-04-01/2026-04-15"),
        ("the second half of February 2026", "2026-02-16/2026-02-28"),
        ("the January-June period of 2025", "2025-01/2025-06"),
        ("the six months to June 2025", "2025-01/2025-06"),
        ("the year ended 31 March 2025", "2024-04/2025-03"),
        ("the third and fourth quarters of 2025", "2025-Q3/2025-Q4"),
        ("on 28, 29 and 30 March 2025", "2025-03-28/2025-03-30"),
        ("on March 28, 29 and 30, 2025", "2025-03-28/2025-03-30"),
        ("They will meet on Saturday and Sunday.", "2026-01-17/2026-01-18"),
        ("from Tuesday to Thursday next week", "2026-01-20/2026-01-22"),
        ("the weekend of 21-22 March 2026", "2026-03-21/2026-03-22"),
        ("in winter 2024-25", "2024-WI"),
        ("a visit beginning March 7, 2026", "2026-03-07"),
        ("from 2026 to the end of 2028", "2026/2028-12"),
        ("from April to June in 2025", "2025-04/2025-06"),
        ("on 28 June in 2025", "2025-06-28"),
        ("the third month of 2027", "2027-03"),
        ("They met at its March session.", "2026-03"),
        ("Exports rose in the first 11 months.", "2025-01/2025-11"),
        ("Exports will double in the first six months.", "2026-01/2026-06"),
        ("the last days of March", "2026-03"),
        ("the closing months of 2025", "2025"),
        ("late in 2025", "2025"),
        ("the 15th day of next month", "2026-02-15"),
        ("from today until tomorrow", "2026-01-14/2026-01-15"),
        ("three weeks from tomorrow", "2026-02-05"),
        ("The ministers met on Tue.", "2026-01-13"),
    ],
)
def test_periods(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("over the next five years", "P5Y"),
        ("a three-day visit", "P3D"),
        ("within 72 hours", "PT72H"),
        ("They meet every two years.", "P2Y"),
        ("Trade grew in recent years.", "PAST_REF"),
        ("cooperation in the coming time", "FUTURE_REF"),
        ("at a time convenient to both sides", "FUTURE_REF"),
        ("not for the time being", "PRESENT_REF"),
        ("The two sides are currently working.", "PRESENT_REF"),
        ("in early March 2025", "2025-03"),
        ("by the end of 2025", "2025-12"),
        ("in the past year", "P1Y"),
        ("within 15 working days", "P15D"),
        ("within fifteen (15) days", "P15D"),
        ("two-and-a-half years", "P2.5Y"),
        ("a quarter of a century", "P25Y"),
        ("one year and a half", "P1.5Y"),
        ("They report every quarter.", "P3M"),
        ("They report semi-annually.", "P6M"),
        ("in the coming dry season", "FUTURE_REF"),
        ("the last rainy season", "PAST_REF"),
    ],
)
def test_durations_and_vague_times(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on, a second time.",
        "the 14th Congress",
        "aid of $2020 and 2,000 troops",
        "Resolution 2334 of the Council",
        "the G7 and the Su-30 fighters",
        "Room 2015, flight 1982",
        "The vote was 120 to 4.",
        "2000 troops were there",
        "at 1700 hours",
        "the first quarter of the match",
        "the Sunday Times",
        "the March on the capital",
        "seen on Sun News",
        "aid of $ 12",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_years_inside_names_count() -> None:
    assert read("They welcomed Vision 2030.") == [("2030", "2030")]


def test_modality_is_the_preposition() -> None:
    found = dates_in_text("Trade will reach US$20 billion by 2030, up since 2008.", PUBLISHED)
    assert [(d.value, d.modality) for d in found] == [("2030", "by"), ("2008", "since")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("no later than 30 June", "by"),
        ("prior to 1 July", "before"),
        ("ahead of the Lunar New Year", "before"),
        ("within 15 days from signing", "within"),
        ("within a maximum of 30 days", "within"),
        ("within 15 to 20 days", "within"),
        ("for 30 days", None),
    ],
)
def test_modality_looks_past_what_rounds_a_number(text: str, modality: str | None) -> None:
    assert [date.modality for date in dates_in_text(text, PUBLISHED)] == [modality]


def test_a_weekday_in_brackets_belongs_to_its_day() -> None:
    assert read("on 13 January (Tuesday)") == [("13 January (Tuesday)", "2026-01-13")]
    assert read("on Tuesday (13 January)") == [("Tuesday (13 January)", "2026-01-13")]


def test_the_challenges_of_tomorrow_are_no_day() -> None:
    assert [value for _, value in read("the challenges of today and tomorrow")] == ["PRESENT_REF", "FUTURE_REF"]


def test_an_inferred_year_says_so() -> None:
    (with_year,) = dates_in_text("on 3 May 2024", PUBLISHED)
    (without,) = dates_in_text("on 3 May", PUBLISHED)
    assert not with_year.inferred and without.inferred


def test_without_a_publication_date_nothing_is_guessed() -> None:
    text = "On January 14 and on Tuesday, last year, in May 2024"
    assert [value for _, value in read(text, None)] == ["XXXX-01-14", "XXXX-WXX-2", "PAST_REF", "2024-05"]


def test_the_same_period_is_the_one_named_last() -> None:
    values = [v for _, v in read("Trade rose in the first nine months of 2025 against the same period of 2024.")]
    assert values == ["2025-01/2025-09", "2024-01/2024-09"]


def test_order_of_day_and_month_is_the_documents() -> None:
    assert [v for _, v in read("on 10/12/2025 and 25/11/2025")] == ["2025-12-10", "2025-11-25"]
    assert [v for _, v in read("on 10/12/2025 and 11/25/2025")] == ["2025-10-12", "2025-11-25"]
    assert [v for _, v in read("on 10/12/2025")] == ["2025-XX-XX"]


def test_evidence_is_the_quote() -> None:
    text = "Chủ tịch Tô Lâm arrived on 14 January."
    (found,) = dates_in_text(text, PUBLISHED, "r1")
    assert found.evidence.report == "r1"
    assert text[found.evidence.start : found.evidence.end] == found.evidence.quote == "14 January"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Japan will start a dialogue within this fiscal year.", "2025-04/2026-03"),
        ("Bangladesh bought more rice in FY2024-25.", "2024-07/2025-06"),
        ("Bangladesh bought more rice in the 2024-25 financial year.", "2024/2025"),
        ("Vietnam planned it for fiscal year 2024-25.", "2024/2025"),
        ("Vietnam planned it for this fiscal year.", "2026"),
        ("in the fiscal year 2026", "2026"),
    ],
)
def test_the_present_fiscal_year_is_that_of_the_country_named_first(text: str, value: str) -> None:
    assert [found for _, found in read(text)] == [value]


def test_the_end_and_the_quarters_of_a_fiscal_year_are_counted_from_its_own_first_month() -> None:
    assert read("Japan will decide by the end of this fiscal year.") == [("the end of this fiscal year", "2026-03")]
    assert read("Japan sold more in the first quarter of the current fiscal year.") == [
        ("the first quarter of the current fiscal year", "2025-04/2025-06")
    ]


def test_a_season_of_the_south_is_given_by_its_months() -> None:
    assert read("The mission sails in the austral summer.") == [("the austral summer", "2025-12/2026-02")]
