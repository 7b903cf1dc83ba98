"""A name taken apart: the words that tell who is meant."""

from __future__ import annotations

import pytest

from communique.resolve.worded import Kind, worded


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Prime Minister Sok Dara", ("sok", "dara")),
        ("Dr. Sok Dara", ("sok", "dara")),
        ("President Sok", ("sok",)),
        ("King Marlow", ("king", "marlow")),  # may be a given name
        ("Lê Văn Sơn", ("le", "van", "son")),  # with its mark it is no particle
        ("Ana de la Cruz", ("ana", "cruz")),
        ("Sok Dara Jr.", ("sok", "dara")),
    ],
)
def test_titles_and_particles_of_people_are_set_aside(printed: str, words: tuple[str, ...]) -> None:
    assert worded(printed, Kind.PERSON).words == words


def test_a_patronymic_is_told_from_the_name() -> None:
    assert worded("Omar bin Sok", Kind.PERSON).descent == (0, 1)


@pytest.mark.parametrize(
    ("printed", "words", "form", "numbers"),
    [
        ("The Lotus Group, Inc.", ("lotus", "group"), "incorporated", set()),
        ("Lotus S.A.", ("lotus",), "stock", set()),
        ("Limited", ("limited",), None, set()),
        ("Lotus Fund III", ("lotus", "fund"), None, {"3"}),
        ("First Lotus Bank", ("lotus", "bank"), None, {"1"}),
    ],
)
def test_organisations_have_a_form_and_numbers(
    printed: str, words: tuple[str, ...], form: str | None, numbers: set[str]
) -> None:
    found = worded(printed, Kind.ORGANISATION)
    assert (found.words, found.form, found.numbers) == (words, form, numbers)
