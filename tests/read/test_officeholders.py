"""Whom the table of office holders knows tells the state of one whose report does not."""

from __future__ import annotations

import pytest

from communique.read.officeholders import held_by_another, state_governed

PRESIDENT, PREMIER = frozenset({"head_of_state"}), frozenset({"prime_minister"})


@pytest.mark.parametrize(
    ("words", "offices", "day", "state"),
    [
        (("macron",), PRESIDENT, "2022-06-01", "FR"),
        (("emmanuel", "macron"), PRESIDENT, None, "FR"),
        (("sisi",), PRESIDENT, "2023-01-01", "EG"),
        (("joseph", "biden"), PRESIDENT, "2022-01-01", "US"),
        (("macron",), PREMIER, "2022-06-01", None),
        (("macron",), PRESIDENT, "2011-06-01", None),
        (("nobody",), PRESIDENT, "2022-06-01", None),
    ],
)
def test_an_office_holder_governs_one_state(
    words: tuple[str, ...], offices: frozenset[str], day: str | None, state: str | None
) -> None:
    assert state_governed(words, offices, day, ("FR", "EG", "US")) == state


def test_a_single_word_counts_only_where_the_report_mentions_the_state() -> None:
    assert state_governed(("macron",), PRESIDENT, "2022-06-01", ("UA",)) is None


def test_an_ended_term_counts_for_a_former_president_only() -> None:
    words, day = ("armen", "sarkissian"), "2023-06-01"
    assert state_governed(words, PRESIDENT, day, ()) is None
    assert state_governed(words, frozenset({"former_president"}), day, ()) == "AM"


def test_a_state_has_one_head_at_a_time() -> None:
    assert held_by_another("US", ("jane", "doe"), PRESIDENT, "2022-01-01")
    assert not held_by_another("US", ("biden",), PRESIDENT, "2022-01-01")


def test_the_table_says_nothing_of_days_that_it_does_not_cover() -> None:
    assert not held_by_another("US", ("jane", "doe"), PRESIDENT, "2040-01-01")
    assert not held_by_another("US", ("jane", "doe"), PRESIDENT, None)
