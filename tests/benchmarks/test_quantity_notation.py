"""NewsQuant's notation: what it counts beyond figures, and how it names it."""

from __future__ import annotations

import pytest

from benchmarks.quantity_notation import Notation, notations


def only(text: str) -> Notation:
    (found,) = notations(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The two sides met again.", 2, "side"),
        ("Gold sold at $80 per ounce.", 80, "dollar per ounce"),
        ("He spent ten years abroad.", 10, "year"),
        ("The shirt costs PS25,000.", 25_000, "pound sterling"),
        ("The shares gained 15 sen.", 15, "sen"),
        ("Speed rose from 20 mph at noon to 30 mph.", (20, 30), "mile per hour"),
    ],
)
def test_value_and_unit(text: str, value: float | tuple[float, float], unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "change"),
    [("Shares rose nearly 3%.", "up"), ("It has about 300 members.", "~"), ("It has over 300 members.", ">")],
)
def test_change(text: str, change: str) -> None:
    assert only(text).change == change


def test_concepts_of_a_count_are_whose_it_is() -> None:
    assert only("The company has 13,000 workers.").concepts == ("company",)


def test_concepts_are_what_is_measured() -> None:
    assert only("The trade deficit reached $43 billion.").concepts == ("trade", "deficit")


def test_a_fraction_is_named_by_what_it_is_a_fraction_of() -> None:
    (third,) = notations("A third of the islanders live abroad.")
    assert third.unit == "% islanders"


def test_a_pronoun_stands_for_the_subject_of_the_clause_above() -> None:
    (customers,) = notations("The company says that it has 1,000 customers.")
    assert "company" in customers.concepts
