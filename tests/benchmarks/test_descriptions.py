"""Descriptions count as right only where they are said of the right person."""

import pytest

from benchmarks.descriptions import Share, of_report, share_of
from benchmarks.errors import load_scorer
from benchmarks.yardsticks import ABSENT, SHARED
from communique.model import Evidence, Person

SCORER = SHARED / "gold" / "score.py"


def person(name: str, *mentions: str) -> Person:
    evidence = tuple(Evidence("r", place, place + 1, quote) for place, quote in enumerate((name, *mentions)))
    return Person(name, None, (), evidence, evidence[0])


@pytest.mark.parametrize(
    ("read", "share"),
    [
        ([person("Ann Hale", "the host"), person("Omar Said")], Share(right=1)),
        ([person("Ann Hale"), person("Omar Said", "the host")], Share(wrong=1)),
        ([person("Ann Hale"), person("Omar Said")], Share(missed=1)),
        ([person("Ann Hale", "the kind host of the day")], Share(right=1)),
    ],
)
def test_a_description_is_right_wrong_or_missed(read: list[Person], share: Share) -> None:
    if not SCORER.exists():
        pytest.skip(ABSENT)
    annotated = [{"name": "Ann Hale", "mentions": ["Minister Ann Hale", "host"]}, {"name": "Omar Said", "mentions": []}]
    assert of_report(annotated, read, load_scorer(SCORER)) == share


def test_a_share_is_of_all_that_are_annotated() -> None:
    assert Share(right=3, wrong=1).plus(Share(missed=4)).per_cent == 37.5


@pytest.mark.slow
def test_four_of_five_descriptions_are_resolved() -> None:
    annotations = SHARED / "gold" / "agency_dev"
    if not annotations.exists():
        pytest.skip(ABSENT)
    assert share_of(annotations).per_cent >= 80
