"""Which way a clause leans decides the year or the week of a date that names none."""

from __future__ import annotations

from functools import cache

import pytest

from communique.model import Mark, Report
from communique.read.analysis import Analysis
from communique.read.dates import dates_in_text, read_dates

PUBLISHED = "2026-05-13"  # a Wednesday


@cache
def analysed(text: str, header: int = 0) -> Analysis:
    from communique.read.encoder import analyse

    marks = (Mark("header", 0, header),) if header else ()
    return analyse(Report(id="r", text=text, published=PUBLISHED, marks=marks))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers met in Vientiane on Friday.", "2026-05-08"),
        ("The ministers will meet in Vientiane on Friday.", "2026-05-15"),
        ("The bridge was opened in November.", "2025-11"),
        ("The bridge will be opened in November.", "2026-11"),
        ("She invited him to the trade fair in December.", "2026-12"),
        ("The two sides agreed to hold the next session in Hanoi in December.", "2026-12"),
        ("The visit runs from May 12 to 14.", "2026-05-12/2026-05-14"),
        ("The talks, launched in October, go on.", "2025-10"),
    ],
)
def test_tense_finds_the_year(text: str, value: str) -> None:
    assert [found.value for found in read_dates(analysed(text), PUBLISHED, "r")] == [value]
    assert [found.value for found in dates_in_text(text, PUBLISHED)] == [value]


def test_a_near_day_outweighs_the_tense() -> None:
    """Talks of next week are no talks of last year, though they "were" agreed on."""
    (found,) = dates_in_text("The talks were set for May 20.", PUBLISHED)
    assert found.value == "2026-05-20" and found.inferred


def test_a_move_names_two_times() -> None:
    values = [found.value for found in dates_in_text("They postponed the session from June to August.", PUBLISHED)]
    assert values == ["2026-06", "2026-08"]


def test_headers_are_not_read() -> None:
    text = "date: 2026-05-13\n\nThe minister left on 12 May 2026 for Hanoi."
    found = read_dates(analysed(text, text.index("\n")), PUBLISHED, "r")
    assert [(date.value, date.evidence.report) for date in found] == [("2026-05-12", "r")]


def test_days_listed_are_days_of_their_own() -> None:
    values = [found.value for found in dates_in_text("on April 24 and 26, and on 3 and 5 May 2025", PUBLISHED)]
    assert values == ["2026-04-24", "2026-04-26", "2025-05-03", "2025-05-05"]


def test_the_same_day_is_the_one_named_last() -> None:
    text = "He arrived on 4 May. The same day he met the mayor. Two days later he left."
    assert [found.value for found in dates_in_text(text, PUBLISHED)] == ["2026-05-04", "2026-05-04", "2026-05-06"]


def test_a_clock_time_is_no_date_but_its_day_is() -> None:
    assert dates_in_text("The vote began at 10:35 a.m. there.", PUBLISHED) == ()
    (found,) = dates_in_text("It began at 10:35 a.m. on Tuesday.", PUBLISHED)
    assert found.value == "2026-05-12"


def test_a_day_right_before_a_past_verb_lies_back() -> None:
    text = "The minister on Monday called for talks on the border."
    assert [found.value for found in read_dates(analysed(text), PUBLISHED, "r")] == ["2026-05-11"]


def test_what_is_to_be_held_lies_ahead() -> None:
    text = "She called for a summit to be held in Nairobi in February."
    assert [found.value for found in read_dates(analysed(text), PUBLISHED, "r")] == ["2027-02"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They underlined their wish to reach a good outcome at the climate summit in November.", "2026-11"),
        ("They discussed the upcoming elections in November.", "2026-11"),
        ("They met ahead of the summit in November.", "2026-11"),
        ("The trade unit convened the donors back in November, and proposed a fund.", "2025-11"),
        ("Following their November 9 phone call, the two leaders will discuss the border.", "2025-11-09"),
        ("In December, the minister announced the creation of a fund.", "2025-12"),
        ("She spoke of the crimes committed by the armed group on October 7 and of its hostages.", "2025-10-07"),
        ("They spoke of the aid given since the terrible attacks of November 7.", "2025-11-07"),
        ("Pursuant to the President's December 17 order, the task force is at work.", "2025-12-17"),
    ],
)
def test_things_to_come_lie_ahead_and_deeds_done_lie_back(text: str, value: str) -> None:
    assert [found.value for found in read_dates(analysed(text), PUBLISHED, "r")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister attended a meeting of African foreign ministers in Luanda on Thursday.", "2026-05-07"),
        ("Norway donated 20,000 tons of wheat to the farmers in June.", "2025-06"),
        ("The minister had met her colleague in Addis Ababa in September.", "2025-09"),
        ("She sent her wishes ahead of the anniversary of independence on Thursday.", "2026-05-14"),
        ("He invited Mr Saparov to the forum of young farmers in December.", "2026-12"),
    ],
)
def test_the_time_of_a_deed_lies_back_however_far_it_stands_behind(text: str, value: str) -> None:
    assert [found.value for found in read_dates(analysed(text), PUBLISHED, "r")] == [value]
