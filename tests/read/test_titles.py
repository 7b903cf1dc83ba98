"""The grammar of titles around names, and whose side a bare title is on."""

import pytest

from communique.model import Report
from communique.read.encoder import analyse
from communique.read.people import read_cast


def people_of(text: str, issuer: str = "VNA", dateline: str | None = None) -> list[tuple[str, str | None, list[str]]]:
    report = Report(id="r", text=text, published="2026-01-15", issuer=issuer, dateline=dateline)
    return [(p.name, p.country, [o.title for o in p.offices]) for p in read_cast(analyse(report), report).people]


@pytest.mark.parametrize(
    ("sentence", "name", "country", "offices"),
    [
        (
            "Cambodian People's Party (CPP) President and Senate President Sok Vanna spoke.",
            "Sok Vanna",
            "KH",
            ["Cambodian People's Party (CPP) President", "Senate President"],
        ),
        ("Permanent Secretary for Foreign Affairs Adam Chua spoke.", "Adam Chua", "SG", None),
        ("The Philippines' Foreign Secretary Maria Cruz spoke.", "Maria Cruz", "PH", None),
        ("Mayor of Springfield, Ohio, Anna Berg spoke.", "Anna Berg", "SG", None),
        (
            "Deputy Minister of Foreign Affairs of the Republic of Malawi, Hon. Nora Tembo, spoke.",
            "Nora Tembo",
            "MW",
            None,
        ),
        ("Prime Minister Sheikh Hamad bin Rashid Al Nour of Qatar spoke.", "Hamad bin Rashid Al Nour", "QA", None),
        ("Deputy Prime Minister Tan Sri Megat Hakim of Malaysia spoke.", "Megat Hakim", "MY", None),
        ("Mr Adam Wu, Second Secretary at the Embassy of Canada, spoke.", "Adam Wu", "CA", None),
        ("Prime Minister Mustafa al-Nouri of Iraq spoke.", "Mustafa al-Nouri", "IQ", None),
        ("General Secretary To Lan Anh of Vietnam spoke.", "To Lan Anh", "VN", None),
        ("Minister Nguyễn Hòa An of Việt Nam spoke.", "Nguyễn Hòa An", "VN", None),
        ("President Theresa May of Ruritania spoke.", "Theresa May", "SG", None),
    ],
)
def test_one_person(sentence: str, name: str, country: str, offices: list[str] | None) -> None:
    ((found, state, titles),) = people_of(sentence, "MFA Singapore")
    assert (found, state) == (name, country)
    assert offices is None or titles == offices


@pytest.mark.parametrize(
    "sentence",
    [
        "The convoy crossed the Sok Vanna Bridge.",
        "They watched the Songkran festival.",
        "The frigate left Cái Mép Port in March.",
        "The President's Investing in America agenda continues.",
        "Cabinet Secretaries met.",
    ],
)
def test_things_are_no_people(sentence: str) -> None:
    assert people_of(sentence) == []


def test_a_list_under_a_plural_title() -> None:
    found = people_of("Members of Parliament Adam Pillai, Bella Quan and Carl Ling attended.", "MFA Singapore")
    assert [name for name, _, _ in found] == ["Adam Pillai", "Bella Quan", "Carl Ling"]


def test_an_office_that_the_issuers_state_does_not_have_is_the_other_sides() -> None:
    text = "Secretary of State Adam Stone spoke with Prime Minister Bob Gray. Australia thanked the United States."
    assert {n: c for n, c, _ in people_of(text, "White House")} == {"Adam Stone": "US", "Bob Gray": "AU"}


def test_greetings_are_from_the_speakers_side_and_to_the_other() -> None:
    text = (
        "HANOI — Minister Lê Hữu Thọ received Chilean Ambassador Pablo Soto. "
        "Soto conveyed greetings from President Juan Rojas to President Lê Văn Đức."
    )
    found = {n: c for n, c, _ in people_of(text, dateline="HANOI")}
    assert found["Juan Rojas"] == "CL" and found["Lê Văn Đức"] == "VN"
