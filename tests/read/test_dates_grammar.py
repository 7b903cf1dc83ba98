"""The grammar of dates: patterns, their words, longest match, and reading that stays linear and never fails."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.read.dates import dates_in_text, find_dates
from communique.read.dates.grammar import Grammar, Rule, expand
from communique.read.dates.lexer import islands
from communique.read.dates.rules import grammar
from communique.read.dates.vocabulary import lexicon

PARTS = [
    *sorted(lexicon()),
    *("May", "March", "Monday", "Tết", "12", "31", "0", "2025", "1999", "9999999", "2025-26", "10/12/2025", "14th"),
    *("31.12.2024", "2025-02-30", "0/0/2000", "10:35", "24:61", "a.m.", "5 p.m.", "Q3", "FY25", "1990s", "'90s"),
    *("-", "–", ",", ".", "(", ")", "'s", "’", "$5", "5%", "Vietnam", "National Day", "\n\n"),
]


def test_a_pattern_is_multiplied_out() -> None:
    rows = expand("the? x=(A|B c)")
    assert [[what for _, what in row] for row in rows] == [["the", "A"], ["the", "B", "c"], ["A"], ["B", "c"]]


def test_an_unbalanced_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        expand("the? MONTH)")


def test_every_word_of_the_rules_is_in_the_lexicon() -> None:
    unknown = {label for label in grammar().words() if re.fullmatch(r"[^\WA-Z_]+", label)} - lexicon().keys()
    assert not unknown


def test_the_longest_match_wins_and_the_earlier_rule_among_equals() -> None:
    rules = [
        Rule("date", "MONTH", lambda: "month"),
        Rule("date", "m=MONTH d=DAY", lambda m, d: (m, d)),
        Rule("date", "MONTH NUMBER", lambda: "number"),
    ]
    (island,) = islands("on May 5")
    assert [match.meaning for match in Grammar(rules).find(island.tokens, "date")] == [(5, 5)]


def test_a_builder_that_refuses_leaves_the_next_rule_a_chance() -> None:
    rules = [Rule("date", "DAY MONTH", lambda: None), Rule("date", "MONTH", lambda: "month")]
    (island,) = islands("31 June")
    assert [match.meaning for match in Grammar(rules).find(island.tokens, "date")] == ["month"]


def test_a_paragraph_ends_an_island() -> None:
    assert len(list(islands("in May\n\n2024 was good"))) == 2


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), max_size=25),
    st.sampled_from([None, "2024-02-29", "2026-01-14", "0001-01-01", "9999-12-31"]),
)
def test_any_words_are_read_and_quoted_exactly(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    for found in dates_in_text(text, published):
        assert found.value
        assert text[found.evidence.start : found.evidence.end] == found.text
    assert all(found.start < found.end for found in find_dates(text, published, ranges=False))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    spans = [(found.start, found.end) for found in find_dates(text, "2026-01-14")]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "unit", ["1", "1,", ",", "May ", "2020-", "twenty ", "the last days of ", "(", "10/", "Monday ", "the month of "]
)
def test_reading_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, never the square of it."""
    dates_in_text(unit * 100, "2026-01-14")
    short, long = (min(_seconds(unit * (size // len(unit))) for _ in range(3)) for size in (5_000, 40_000))
    assert long < 30 * max(short, 0.02)


def _seconds(text: str) -> float:
    start = process_time()
    dates_in_text(text, "2026-01-14")
    return process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", "1,", ",", "May "])
def test_a_megabyte_of_digits_commas_and_months_is_read(unit: str) -> None:
    assert isinstance(dates_in_text(unit * (1_000_000 // len(unit)), "2026-01-14"), tuple)


def test_a_raised_digit_is_no_number() -> None:
    assert dates_in_text("Paragraph A0² was read.", "2026-03-12") == ()
