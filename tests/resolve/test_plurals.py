"""One and many, as a search takes them for one another."""

from __future__ import annotations

import pytest

from communique.resolve.plurals import number_forms


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("tariff", "tariffs"),
        ("country", "countries"),
        ("visa", "visas"),
        ("bus", "buses"),
        ("exercise", "exercises"),
        ("search", "searches"),
        ("person", "people"),
        ("day", "days"),
    ],
)
def test_one_and_many_are_forms_of_one_another(one: str, many: str) -> None:
    assert many in number_forms(one)
    assert one in number_forms(many)


@pytest.mark.parametrize("word", ["eu", "2026", "越南", "class", "crisis"])
def test_a_word_is_its_own_first_form(word: str) -> None:
    assert number_forms(word)[0] == word


@pytest.mark.parametrize("word", ["eu", "2026", "越南"])
def test_what_is_no_english_noun_has_no_other_form(word: str) -> None:
    assert number_forms(word) == (word,)
