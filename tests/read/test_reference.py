"""Whom titles alone, pronouns, groups and bodies refer to."""

import pytest

from communique.model import Report, Span
from communique.read.encoder import analyse
from communique.read.people import Cast, Referent, read_cast

HOST, GUEST = "Sok Dara", "Batbold Gantulga"
COURTESY = (
    "PHNOM PENH -- Prime Minister Samdech Thipadei Sok Dara received Mongolian Ambassador Batbold Gantulga on Monday. "
)


def cast_of(text: str, issuer: str = "AKP") -> Cast:
    report = Report(id="r", text=text, published="2026-01-15", issuer=issuer, dateline="PHNOM PENH")
    return read_cast(analyse(report), report)


def subject(cast: Cast, verb: str) -> Referent:
    clause = next(c for c in cast.analysis.clauses if cast.analysis.tokens[c.predicate].text == verb)
    assert clause.subject is not None
    return cast.resolve(clause.subject)


@pytest.mark.parametrize(
    ("sentence", "verb", "people", "parties"),
    [
        ("The host praised the ties.", "praised", [HOST], ["KH"]),
        ("The guest praised the ties.", "praised", [GUEST], ["MN"]),
        ("The diplomat praised the ties.", "praised", [GUEST], ["MN"]),
        ("The envoy praised the ties.", "praised", [GUEST], ["MN"]),
        ("The Cambodian leader praised the ties.", "praised", [HOST], ["KH"]),
        ("Samdech Thipadei praised the ties.", "praised", [HOST], ["KH"]),
        ("The Prime Minister praised the ties.", "praised", [HOST], ["KH"]),
        ("The PM praised the ties.", "praised", [HOST], ["KH"]),
        ("Ulaanbaatar praised the ties.", "praised", [], ["MN"]),
        ("The Mongolian side praised the ties.", "praised", [], ["MN"]),
        ("The Mongolian foreign ministry praised the ties.", "praised", [], ["MN"]),
        ("Both sides praised the ties.", "praised", [GUEST, HOST], ["KH", "MN"]),
        ("They praised the ties.", "praised", [GUEST, HOST], ["KH", "MN"]),
        ("The two countries praised the ties.", "praised", [], ["KH", "MN"]),
        ("Dara and Gantulga praised the ties.", "praised", [GUEST, HOST], ["KH", "MN"]),
        ("The Thai minister praised the ties.", "praised", [], []),
        ("A tourist praised the ties.", "praised", [], []),
    ],
)
def test_subjects(sentence: str, verb: str, people: list[str], parties: list[str]) -> None:
    referent = subject(cast_of(COURTESY + sentence), verb)
    assert sorted(referent.people) == people
    if people or parties:
        assert set(parties) <= set(referent.parties)


def test_who_takes_up_the_name_before_it() -> None:
    cast = cast_of(COURTESY + "Gantulga, who left later, thanked everyone.")
    assert subject(cast, "left").people == (GUEST,)


def test_gender_keeps_pronouns_apart() -> None:
    cast = cast_of(
        "Minister Sok Dara met Ms. Oyuna Bold, Mongolia's ambassador, on Monday. He praised her. She thanked him."
    )
    assert subject(cast, "praised").people == ("Sok Dara",)
    assert subject(cast, "thanked").people == ("Oyuna Bold",)


def test_a_counterpart_holds_the_same_office() -> None:
    cast = cast_of("Foreign Minister Sok Dara met his Thai counterpart, Anong Chai, on Monday. The Thai minister left.")
    assert subject(cast, "left").people == ("Anong Chai",)


def test_a_delegation_is_its_party_and_its_leader() -> None:
    cast = cast_of("The EU delegation, led by Ms. Anna Berg, Deputy Director for Asia, asked for access.", "EEAS")
    assert subject(cast, "asked") == Referent(("Anna Berg",), ("EU",))


def test_a_subject_behind_a_name_is_no_apposition() -> None:
    cast = cast_of(COURTESY + "At his talks with Gantulga, the Cambodian leader urged more trade.")
    assert subject(cast, "urged").people == (HOST,)


def test_a_span_denotes_what_its_head_denotes() -> None:
    text = COURTESY + "Dara and Gantulga spoke."
    cast = cast_of(text)
    start = text.index("Dara and")
    assert set(cast.resolve_span(Span(start, start + len("Dara and Gantulga"))).people) == {HOST, GUEST}


def test_the_kingdom_is_the_monarchy_of_the_two() -> None:
    cast = cast_of(COURTESY + "The Kingdom welcomed this.")
    assert subject(cast, "welcomed").parties == ("KH",)


def test_a_report_without_people_resolves_to_nobody() -> None:
    cast = cast_of("Rain fell.")
    assert cast.people == () and not cast.resolve(0)
