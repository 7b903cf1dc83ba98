"""Pairs of people for a reviewer: suggested with reasons and doubts, until somebody decides."""

from __future__ import annotations

from dataclasses import replace

from communique.model import Judgement, Person
from communique.model.record import Suggestion
from communique.resolve.people import solve_people
from communique.resolve.resolution import Told
from tests.resolve.building import person, told

HALES = (person("George Hale", "US", "head_of_state"), person("Robert Hale", "US", "head_of_state"))


def held(*people: Person) -> list[Told]:
    return [replace(told(f"r{place}", f"2025-01-{place + 1:02}", one), outlet="A") for place, one in enumerate(people)]


def suggested(told_: list[Told], *judgements: Judgement) -> list[Suggestion]:
    return [pair for block in solve_people(told_, judgements, {}) for pair in block.suggestions]


def test_a_word_that_two_people_could_be_called_by_is_suggested_for_both() -> None:
    found = suggested(held(*HALES, person("Hale", "US", "head_of_state")))
    assert {frozenset(pair.names) for pair in found} == {
        frozenset({"Hale", "George Hale"}),
        frozenset({"Hale", "Robert Hale"}),
    }
    assert {pair.reasons for pair in found} == {("a word of the other's name", "both of US", "both head of state")}
    assert {pair.doubts for pair in found} == {("may be George Hale as well",), ("may be Robert Hale as well",)}


def test_another_spelling_is_suggested() -> None:
    (pair,) = suggested(held(person("Omar Saidi", "EG", "minister"), person("Omar Saaidi", None, "minister")))
    assert pair.reasons == ("another spelling of the name", "called by the same title")


def test_people_without_a_name_in_common_are_not_suggested() -> None:
    assert suggested(held(*HALES)) == []


def test_a_pair_decided_on_is_not_suggested_again() -> None:
    all_ = held(*HALES, person("Hale", "US", "head_of_state"))
    first, last = all_[0].reading.people[0].evidence, all_[2].reading.people[0].evidence
    judgement = Judgement("different", first, last, "A reviewer", "2025-06-01")
    assert [set(pair.names) for pair in suggested(all_, judgement)] in ([], [{"Hale", "Robert Hale"}])


def test_a_judgement_on_a_suggestion_is_about_its_two_people() -> None:
    all_ = held(*HALES, person("Hale", "US", "head_of_state"))
    pair = next(pair for pair in suggested(all_) if "George Hale" in pair.names)
    blocks = solve_people(all_, [Judgement("same", *pair.evidence, "A reviewer", "2025-06-01")], {})
    assert {person_.names for block in blocks for person_ in block.people} == {
        ("George Hale", "Hale"),
        ("Robert Hale",),
    }
