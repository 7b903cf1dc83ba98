"""Titles and the offices that they name."""

import pytest

from communique.read.nationality import title_party
from communique.read.offices import canonical_office, gender_of_title, is_head, is_title_word, vocabulary


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Permanent Deputy Prime Minister", "deputy_prime_minister"),
        ("Vietnamese Ambassador to Cambodia", "ambassador"),
        ("Party General Secretary", "party_leader"),
        ("Minister of Foreign Affairs and International Cooperation", "foreign_minister"),
        ("Deputy PM", "deputy_prime_minister"),
        ("National Assembly Chairman", "speaker"),
        ("Vice-President", "vice_president"),
        ("cook", None),
    ],
)
def test_canonical_office(title: str, office: str | None) -> None:
    assert canonical_office(title) == office


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Vietnamese Ambassador to Cambodia", "VN"),
        ("Ambassador of Japan to the Lao PDR", "JP"),
        ("Prime Minister of Japan", "JP"),
        ("EU Council President", "EU"),
        ("Chairman of the State Great Khural of Mongolia", "MN"),
        ("Ambassador to Mexico", None),
        ("Chief Advisor to the President of Turkey", "TR"),
    ],
)
def test_whose_office_a_title_names(title: str, party: str | None) -> None:
    assert title_party(title) == party


def test_words_of_titles() -> None:
    assert is_head("minister") and is_head("governor-general") and not is_head("trade")
    assert is_title_word("affairs") and not is_title_word("phạm")


def test_gender_by_form_of_address() -> None:
    assert gender_of_title("H.E. Ms.") == "f"
    assert gender_of_title("Mr") == "m"
    assert gender_of_title("Sri Lankan Minister") is None


@pytest.mark.parametrize("name", ["naming", "honorifics", "issuers", "constitutions", "offices"])
def test_vocabulary_holds_words_only(name: str) -> None:
    def leaves(node: object) -> list[object]:
        if isinstance(node, dict):
            return [leaf for key, value in node.items() for leaf in (key, *leaves(value))]
        return [leaf for item in node for leaf in leaves(item)] if isinstance(node, list) else [node]

    assert all(isinstance(leaf, str) for leaf in leaves(vocabulary(f"{name}.yaml")))
