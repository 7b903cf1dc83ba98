"""Undertakings: what parties set up, with status and term."""

import pytest

from communique.model import Undertaking
from tests.read.texts import reading, told


def only(sentence: str) -> Undertaking:
    undertakings = told(sentence).undertakings
    assert len(undertakings) == 1, [(u.kind, u.name) for u in undertakings]
    return undertakings[0]


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "status"),
    [
        ("They signed a memorandum of understanding on solar power.", "document",
         "memorandum of understanding on solar power", "agreed"),
        ("Otieno proposed a joint committee on fisheries.", "body", "joint committee on fisheries", "proposed"),
        ("They agreed to set up a joint working group on visas.", "body", "joint working group on visas", "agreed"),
        ("The Mombasa Harbour Bridge, built with German aid, was completed in 2024.", "project",
         "Mombasa Harbour Bridge", "completed"),
        ("The Nairobi Technical School is being built by German firms.", "project",
         "Nairobi Technical School", "under way"),
    ],
)  # fmt: skip
def test_kind_name_and_status(sentence: str, kind: str, name: str, status: str) -> None:
    found = only(sentence)
    assert (found.kind, found.name, found.status) == (kind, name, status)


def test_both_sides_are_its_parties() -> None:
    assert set(only("They signed a memorandum of understanding on solar power.").parties) == {"DE", "KE"}


def test_its_term() -> None:
    assert only("The Nairobi Technical School is being built by German firms by the end of this year.").due == "2026-12"


def test_generic_nouns_are_none() -> None:
    assert told("Many projects and agreements bind the two countries.").undertakings == ()


def test_what_one_side_does_at_home_is_no_undertaking() -> None:
    report = reading("The German government launched a programme for rail workers in Saxony on Monday.")
    assert report.undertakings == ()


def test_a_threat_is_nothing_given() -> None:
    assert told("The attack presents a grave threat to peace in Kenya.").undertakings == ()
