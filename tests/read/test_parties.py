"""States, demonyms and capitals in a text."""

import pytest

from communique.errors import UnknownPartyError
from communique.read.parties import find_parties, party_code, party_name


def codes(text: str) -> list[str]:
    return [mention.code for mention in find_parties(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Việt Nam and the Lao PDR", ["VN", "LA"]),
        ("Viet Nam, Vietnam and the Vietnamese", ["VN", "VN", "VN"]),
        ("the DPRK, the ROK and the PRC", ["KP", "KR", "CN"]),
        ("U.S. officials asked us, and the US agreed", ["US", "US"]),
        ("Türkiye and Burma", ["TR", "MM"]),
        ("Papua New Guinea and Guinea-Bissau", ["PG", "GW"]),
        ("Filipino fishermen and Emirati investors", ["PH", "AE"]),
        ("turkey for lunch and a mali of flowers", []),
        ("ASEAN, the EU and the World Health Organization", ["ASEAN", "EU", "WHO"]),
        ("in the South China Sea and Latin America", []),
        ("the Việt Nam-Chile council", ["VN", "CL"]),
    ],
)
def test_names_and_demonyms(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_government_by_its_capital_and_a_place() -> None:
    spoke, place = find_parties("Hanoi thanked its partner at a dinner in Ulaanbaatar")
    assert (spoke.code, spoke.form, spoke.place) == ("VN", "capital", False)
    assert (place.code, place.form, place.place) == ("MN", "capital", True)


def test_a_person_called_jordan_is_no_state() -> None:
    assert codes("They met Jordan Smith in Oslo") == ["NO"]
    assert codes("Jordan thanked Oslo") == ["JO", "NO"]


@pytest.mark.parametrize("text", ["Thăm Việt Nam", "Tha\u0306m Vie\u0323\u0302t Nam"])
def test_offsets_are_exact_with_marks_composed_and_not(text: str) -> None:
    (mention,) = find_parties(text)
    assert mention.span.of(text) == text[text.index("V") :]


@pytest.mark.parametrize("name", ["Viet Nam", "VN", "VNM", "vietnam", "Việt Nam", "vn"])
def test_code_by_any_name(name: str) -> None:
    assert party_code(name) == "VN"


def test_organisations_have_their_short_name_as_code() -> None:
    assert party_code("asean") == "ASEAN"
    assert party_code("European Union") == "EU"


def test_an_unknown_name_gets_suggestions() -> None:
    with pytest.raises(UnknownPartyError, match="Cambodia"):
        party_code("Kambodia")


def test_display_name() -> None:
    assert party_name("kh") == "Cambodia"


def test_money_is_no_state() -> None:
    assert find_parties("a trade target of US$20 billion") == ()


def test_indian_country_is_no_state() -> None:
    assert [mention.code for mention in find_parties("leaders of Indian Country and of India")] == ["IN"]
