"""Names: what is proper in the phrases that the names head marks."""

from __future__ import annotations

import pytest

from communique.model import Report, Span
from communique.read.encoder import analyse
from communique.read.encoder.naming import named
from communique.read.encoder.tagger import TaggedSpan

SENTENCE = "The outgoing Kenyan envoy Ann Otieno of Mombasa thanked the University of Natural Resources on Monday."


def names_in(phrase: str, role: str) -> list[tuple[str, str]]:
    at = SENTENCE.index(phrase)
    marked = TaggedSpan(role, Span(at, at + len(phrase)), 1.0)
    return [(name.type, name.text) for name in named(analyse(Report("r", SENTENCE)), [marked])]


@pytest.mark.parametrize(
    ("phrase", "role", "names"),
    [
        ("Ann Otieno of Mombasa", "person", [("person", "Ann Otieno")]),
        ("the University of Natural Resources", "organization", [("organisation", "University of Natural Resources")]),
        ("The outgoing", "person", []),
        ("Mombasa", "description", []),
    ],
)
def test_a_name_is_the_run_of_proper_nouns(phrase: str, role: str, names: list[tuple[str, str]]) -> None:
    assert names_in(phrase, role) == names


def test_names_of_a_report_are_the_texts_own() -> None:
    found = analyse(Report("r", SENTENCE)).names
    assert ("person", "Ann Otieno") in [(name.type, name.text) for name in found]
    assert all(SENTENCE[name.start : name.end] == name.text for name in found)
