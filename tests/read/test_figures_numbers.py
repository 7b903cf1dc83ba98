"""Numbers in print, and the grammar of quantities over plain words."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.read.figures import Quantity, quantities_in_text
from communique.read.figures.numbers import numeral


def only(text: str, country: str | None = None) -> Quantity:
    (quantity,) = quantities_in_text(text, country)
    return quantity


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("11.33", 11.33),
        ("5,940", 5940),
        ("200.000", 200_000),
        ("1.845", 1.845),
        ("1.234.567,8", 1_234_567.8),
        ("1,234,567.89", 1_234_567.89),
        ("12,34,567", 1_234_567),
        ("1\u00a0250\u00a0000", 1_250_000),
    ],
)
def test_numeral(printed: str, value: float) -> None:
    read = numeral(printed)
    assert read is not None
    assert read[0] == value


@pytest.mark.parametrize("printed", ["1.2.3", "12.05.2026", "1,2,3", "1" * 30])
def test_what_is_no_numeral(printed: str) -> None:
    assert numeral(printed) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("US$11.33 billion", 11.33e9, "USD"),
        ("LAK50 million", 50e6, "LAK"),
        ("USD5,940", 5940, "USD"),
        ("RM19.84 billion", 19.84e9, "MYR"),
        ("A$4.5m", 4.5e6, "AUD"),
        ("$90+ million", 90e6, "USD"),
        ("€1bn", 1e9, "EUR"),
        ("300 mln dlrs", 300e6, "USD"),
        ("200.000 dollars", 200_000, "USD"),
        ("3.7 billion USD", 3.7e9, "USD"),
        ("JPY 1.845 billion", 1.845e9, "JPY"),
        ("Tk 612 crore", 6.12e9, "BDT"),
        ("R128 billion", 128e9, "ZAR"),
        ("6.4 US cents", 0.064, "USD"),
        ("half a billion dollars", 5e8, "USD"),
        ("two and a half million euros", 2.5e6, "EUR"),
        ("12.4 trillion won", 12.4e12, "KRW"),
        ("100MW", 100, "MW"),
        ("25,000 metric tons", 25_000, "metric ton"),
        ("11.7 per cent", 11.7, "percent"),
        ("3 percentage points", 3, "percentage point"),
        ("25 basis points", 25, "basis point"),
        ("two-thirds of members", 66.6666666667, "percent"),
        ("1.6-fold", 1.6, "fold"),
        ("fivefold", 5, "fold"),
        ("a dozen", 12, None),
        ("two hundred and fifty thousand", 250_000, None),
        ("three thousand two hundred", 3200, None),
        ("10 000 tonnes", 10_000, "tonne"),
    ],
)
def test_quantity(text: str, value: float, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("5 to 7 billion", (5e9, 7e9)),
        ("$3-5 billion", (3e9, 5e9)),
        ("$3 billion to $5 billion", (3e9, 5e9)),
        ("between 3 and 4 km", (3, 4)),
        ("10–15 per cent", (10, 15)),
        ("tens of thousands of people", (10_000, 100_000)),
        ("several hundred families", (200, 1000)),
    ],
)
def test_range_and_bounds_have_no_single_value(text: str, ends: tuple[float, float]) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.ends) == (None, ends)


@pytest.mark.parametrize(
    "text",
    [
        "the G20 in COVID-19 times",
        "the 13th meeting of the 5G group",
        "on May 12 and 14 August",
        "at 10:30 or 5:10 p.m.",
        "Article 5 of Resolution 2231",
        "the N4 corridor and the K2 tanks",
        "call +84 24 3822 0168",
        "(1) to meet; (2) to talk",
        "24/7 on 12.05.2026",
    ],
)
def test_labels_dates_and_telephone_numbers_are_no_quantities(text: str) -> None:
    assert quantities_in_text(text) == ()


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("$5 million", None, "USD"),
        ("$5 million", "US", "USD"),
        ("$5 million", "VN", "USD"),
        ("$5 million", "AU", "AUD"),
        ("$5 million", "SG", "SGD"),
        ("2.7 billion shillings", "KE", "KES"),
        ("Rs. 2.3 billion", "LK", "LKR"),
        ("5 million pounds", "EG", "EGP"),
    ],
)
def test_shared_names_of_money_follow_the_issuer(text: str, country: str | None, unit: str) -> None:
    assert only(text, country).unit == unit


def test_a_bare_dollar_follows_the_only_explicit_one() -> None:
    first, second = quantities_in_text("It gave A$4.5m, then $2m.")
    assert (first.unit, second.unit) == ("AUD", "AUD")


@pytest.mark.parametrize(
    ("text", "bound"),
    [("nearly 40 per cent", "about"), ("over 400", "more"), ("fewer than 100", "less"), ("up to 100MW", "at most")],
)
def test_hedge(text: str, bound: str) -> None:
    quantity = only(text)
    assert quantity.hedge is not None
    assert quantity.bound == bound


SLOW_PIECES = [
    "1",
    ",",
    "May ",
    "1,",
    "1 2 ",
    "5 to ",
    "million ",
    "12-",
    "tens of ",
    "one ",
    "$",
    "10 000 ",
    "one in ",
]


@pytest.mark.parametrize("piece", SLOW_PIECES)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    def seconds(size: int) -> float:
        gc.collect()
        gc.disable()  # what it takes grows with all that the process holds
        try:
            start = time.process_time()
            quantities_in_text(piece * (size // len(piece)))
            return time.process_time() - start
        finally:
            gc.enable()

    # Timed in pairs, the best of four: a square would take sixteen times as long.
    assert min(seconds(80_000) / max(seconds(20_000), 0.002) for _ in range(4)) < 12


_NUMBERS = ["5", "1,000", "2.5", "million", "a", "half", "two", "hundred", "tens", "thousands", "½", "2025", "May"]
_AROUND = [
    "US$",
    "€",
    "R",
    "percent",
    "%",
    "km",
    "to",
    "-",
    "–",
    "from",
    "between",
    "and",
    "of",
    "nearly",
    "minus",
    ".",
]
_PIECES = st.sampled_from([*_NUMBERS, *_AROUND, "(", ")", "in", "out"])


@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", "\n"])), max_size=14))
def test_any_sequence_of_words_is_read_with_exact_offsets(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    last = 0
    for quantity in quantities_in_text(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert (quantity.value is None) == (quantity.ends is not None)
        last = quantity.end


@given(st.text(max_size=60))
def test_any_text_is_read_without_failure(text: str) -> None:
    for quantity in quantities_in_text(text):
        assert quantity.span.of(text).strip()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("KD 23 million", 23e6, "KWD"),
        ("1 in 4 people", 25, "percent"),
        ("one out of three people", 33.3333333333, "percent"),
        (".5 per cent", 0.5, "percent"),
        ("minus-130 degrees", -130, "degree"),
        ("275 pound-feet", 275, "pound-foot"),
    ],
)
def test_less_common_forms(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (value, unit)


def test_a_change_and_its_goal_are_no_range() -> None:
    change, goal = quantities_in_text("The index rose by 15 points to 120 points.")
    assert (change.value, goal.value) == (15, 120)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("half a tonne", 0.5, "tonne"),
        ("three-quarters of a mile", 0.75, "mile"),
        ("$-50.8bn", -50.8e9, "USD"),
        ("worth PS2.7m", 2.7e6, "GBP"),
        ("a profit of Y=590 billion", 590e9, "JPY"),
    ],
)
def test_parts_and_signs(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (value, unit)


def test_brackets_bound_an_amount_as_the_one_before_them() -> None:
    miles, kilometres = quantities_in_text("The wreck lies over 7 miles (11 km) off the coast.")
    assert (miles.bound, kilometres.bound) == ("more", "more")


def test_an_average_is_no_approximation() -> None:
    (days,) = quantities_in_text("It takes an average of 70 kilometres.")
    assert days.bound == "exact"


def test_a_number_behind_a_label_and_a_hyphen_is_no_quantity() -> None:
    assert quantities_in_text("They bought COVID -19 tests.") == ()
