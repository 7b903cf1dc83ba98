"""The country of a place counts where the encounter is the one annotated."""

import pytest

from benchmarks.encounter_places import Counts, of_report
from benchmarks.errors import Item, load_scorer
from benchmarks.yardsticks import ABSENT, SHARED

SCORER = SHARED / "gold" / "score.py"


def encounter(country: str | None, kind: str = "meeting") -> Item:
    return {"type": kind, "parties": ["KE", "DE"], "start": "2026-03-11", "place_country": country}


@pytest.mark.parametrize(
    ("read", "counts"),
    [
        ([encounter("DE")], Counts(1, 1, 1)),
        ([encounter("KE")], Counts(1, 1, 0)),
        ([encounter(None)], Counts(1, 0, 0)),
        ([encounter("DE", "call")], Counts(1, 1, 0)),
        ([], Counts(1, 0, 0)),
    ],
)
def test_a_country_is_right_wrong_or_missed(read: list[Item], counts: Counts) -> None:
    if not SCORER.exists():
        pytest.skip(ABSENT)
    assert of_report([encounter("DE")], read, load_scorer(SCORER)) == counts


def test_f1_is_of_all_that_are_read_and_annotated() -> None:
    assert Counts(2, 1, 1).plus(Counts(1, 0, 0)).f1 == 50.0
