"""What people and parties are called in a dossier."""

from __future__ import annotations

from communique.model import Evidence, KnownPerson, Person, Reading
from communique.query.names import Names, named_in

PAIR = {"VN": "Vietnam", "KH": "Cambodia"}


def person(report: str, place: int, name: str, country: str | None, *, inferred: bool = False) -> Person:
    found = Evidence(report, place, place + len(name), name)
    return Person(name, country, (), (found,), found, inferred)


def known(key: str, name: str, country: str | None, *mentions: Person) -> KnownPerson:
    names = tuple(sorted({one.name for one in mentions}))
    return KnownPerson(key, name, country, names, (), len(mentions), tuple(one.evidence for one in mentions))


PLAIN, ACCENTED = person("r1", 0, "Le Van Binh", "VN", inferred=True), person("r2", 0, "Lê Văn Bình", "VN")
GUEST, WORKED_OUT = person("r1", 50, "Sok Dara", "KH"), person("r1", 90, "Keo Sothy", "KH", inferred=True)
READINGS = [Reading("r1", "d1", "x", people=(PLAIN, GUEST, WORKED_OUT)), Reading("r2", "d2", "x", people=(ACCENTED,))]
NAMES = Names(
    PAIR,
    named_in(READINGS, [known("p1", "Lê Văn Bình", "VN", PLAIN, ACCENTED), known("p2", "Keo Sothy", "KH", WORKED_OUT)]),
)


def test_a_person_goes_by_the_name_of_the_record_in_every_report() -> None:
    assert NAMES.person("r1", "Le Van Binh") == NAMES.person("r2", "Lê Văn Bình") == "Lê Văn Bình"


def test_each_person_stands_beside_the_country() -> None:
    assert NAMES.persons("r1", ["Sok Dara", "Le Van Binh"], ["KH", "VN"]) == "Sok Dara (KH) and Lê Văn Bình (VN)"


def test_a_country_that_no_report_prints_stands_in_square_brackets() -> None:
    assert NAMES.persons("r1", ["Keo Sothy"], ["KH"]) == "Keo Sothy [KH]"
    assert NAMES.persons("r1", ["Le Van Binh"], ["VN"]) == "Lê Văn Bình (VN)"


def test_a_party_without_people_is_told_apart() -> None:
    assert NAMES.without_people("r1", ["Le Van Binh"], ["KH", "VN"]) == ["KH"]
    assert NAMES.without_people("r1", ["Le Van Binh", "Sok Dara"], ["KH", "VN"]) == []
    assert NAMES.without_people("r1", ["Someone"], ["KH", "VN"]) == []


def test_people_of_one_party_have_it_behind_them() -> None:
    assert NAMES.persons("r1", ["Le Van Binh"], ["VN"]) == "Lê Văn Bình (VN)"
    assert Names({}).persons("r1", ["A", "B"], ["VN"]) == "A and B (VN)"
    assert Names({}).persons("r1", ["A"], []) == "A"


def test_parties_stand_behind_people_of_whom_it_is_not_known_whose_they_are() -> None:
    assert NAMES.persons("r1", ["Someone", "Sok Dara"], ["KH", "VN"]) == "Someone and Sok Dara (VN, KH)"


def test_the_parties_of_the_dossier_come_in_its_order() -> None:
    assert NAMES.in_order(["LA", "KH", "VN"]) == ["VN", "KH", "LA"]
    assert NAMES.of(["KH", "VN"]) == "Vietnam and Cambodia"
    assert Names(dict(reversed(PAIR.items()))).of(["VN", "KH"]) == "Cambodia and Vietnam"
