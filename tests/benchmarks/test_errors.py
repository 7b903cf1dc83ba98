"""The tables of what the reader loses."""

import pytest

from benchmarks.errors import ANNOTATED, Errors, acts_table, causes_table, errors_of
from benchmarks.yardsticks import ABSENT


def test_causes_are_listed_by_kind_the_commonest_first() -> None:
    found = Errors()
    found.there["dates"] = 3
    found.add("dates", "missed")
    found.add("dates", "value", 2)
    assert causes_table(found).splitlines()[2:] == ["| dates | 3 | value | 2 |", "| dates | 3 | missed | 1 |"]


def test_acts_have_a_row_for_what_is_annotated_and_a_column_for_what_was_read() -> None:
    found = Errors()
    found.acts["request", "propose"] = 2
    assert acts_table(found).splitlines()[2:] == ["| propose |  |  |", "| request | 2 |  |"]


@pytest.mark.slow
def test_errors_and_right_items_make_up_what_is_annotated() -> None:
    if not ANNOTATED.exists():
        pytest.skip(ABSENT)
    found = errors_of(ANNOTATED)
    lost = found.causes["statements"]["missed"] + found.causes["statements"]["content cut otherwise"]
    assert sum(found.acts.values()) + lost == found.there["statements"]
