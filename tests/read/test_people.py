"""Who is who within one report."""

import pytest

from communique.model import Report
from communique.read.encoder import analyse
from communique.read.people import Cast, Referent, read_cast


def cast_of(text: str, issuer: str = "VNA") -> Cast:
    report = Report(id="r", text=text, published="2026-01-15", issuer=issuer)
    return read_cast(analyse(report), report)


def named(cast: Cast) -> dict[str, str | None]:
    return {person.name: person.country for person in cast.people}


def subject(cast: Cast, verb: str) -> Referent:
    """Whom the subject of the clause with a verb denotes."""
    clause = next(c for c in cast.analysis.clauses if cast.analysis.tokens[c.predicate].text == verb)
    assert clause.subject is not None
    return cast.resolve(clause.subject)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Party General Secretary Trần Văn Lộc received a delegation.", {"Trần Văn Lộc": "VN"}),
        ("He met Cambodian Ambassador Sok Dara in Hanoi.", {"Sok Dara": "KH"}),
        ("He thanked Samdech Techo Sok Vanna, President of the Senate of Cambodia.", {"Sok Vanna": "KH"}),
        ("He met Ms. Chea Sophea, the outgoing Cambodian ambassador, on Monday.", {"Chea Sophea": "KH"}),
        (
            "Prime Minister Lê Hữu Thọ and his Mongolian counterpart Batbayar Oyun-Erdem met in Hanoi.",
            {"Lê Hữu Thọ": "VN", "Batbayar Oyun-Erdem": "MN"},
        ),
        (
            "Japanese Minister of Land, Infrastructure and Transport SATO Kenta spoke first.",
            {"SATO Kenta": "JP"},
        ),
        ("President Marie Duval of France arrived on Sunday.", {"Marie Duval": "FR"}),
        ("The road leads to the Sok Vanna Bridge and Nghệ An Province.", {}),
        ("He called on EU Council President Anna Lindqvist.", {"Anna Lindqvist": None}),
    ],
)
def test_names_and_countries(sentence: str, people: dict[str, str | None]) -> None:
    assert named(cast_of(sentence)) == people


def test_an_inferred_country_says_so() -> None:
    (person,) = cast_of("Prime Minister Lê Hữu Thọ visited a farm.").people
    assert person.country == "VN" and person.country_inferred


def test_stacked_offices_are_parted() -> None:
    (person,) = cast_of(
        "Deputy Prime Minister, Minister of Foreign Affairs and International Cooperation Sok Dara spoke.", "AKP"
    ).people
    assert [office.title for office in person.offices] == [
        "Deputy Prime Minister",
        "Minister of Foreign Affairs and International Cooperation",
    ]


def test_short_names_join_the_full_name() -> None:
    cast = cast_of("Ambassador Đặng Hữu Thịnh met officials. Thịnh thanked them. Mr Thịnh left.")
    (person,) = cast.people
    assert [mention.quote for mention in person.mentions] == ["Ambassador Đặng Hữu Thịnh", "Thịnh", "Mr Thịnh"]


def test_two_people_of_one_family_name_are_kept_apart() -> None:
    cast = cast_of("Minister Nguyễn Hữu Thịnh met Ambassador Nguyễn Thu Hà. Hà thanked Thịnh.")
    assert subject(cast, "thanked").people == ("Nguyễn Thu Hà",)


MEETING = (
    "HANOI — National Assembly Chairman Lê Hữu Thọ on Monday received Mongolian Deputy Prime Minister Batbayar Oyun, "
    "who is on a visit to Vietnam.\n\nThe host praised the visit. The Mongolian guest promised help. "
    "The Deputy PM added that trade grew. The Vietnamese leader proposed a forum. "
    "For her part, Oyun welcomed the idea. She invited him to Ulaanbaatar. The two sides agreed to meet again. "
    "Both countries signed an accord. Mongolia offered coal. The Vietnamese side supported this."
)
HOST, GUEST = "Lê Hữu Thọ", "Batbayar Oyun"


@pytest.mark.parametrize(
    ("verb", "people", "parties"),
    [
        ("received", (HOST,), ("VN",)),
        ("praised", (HOST,), ("VN",)),
        ("promised", (GUEST,), ("MN",)),
        ("added", (GUEST,), ("MN",)),
        ("proposed", (HOST,), ("VN",)),
        ("welcomed", (GUEST,), ("MN",)),
        ("invited", (GUEST,), ("MN",)),
        ("agreed", (HOST, GUEST), ("VN", "MN")),
        ("signed", (), ("VN", "MN")),
        ("offered", (), ("MN",)),
        ("supported", (), ("VN",)),
    ],
)
def test_whom_a_subject_denotes(verb: str, people: tuple[str, ...], parties: tuple[str, ...]) -> None:
    referent = subject(cast_of(MEETING), verb)
    assert set(referent.people) == set(people)
    assert set(referent.parties) == set(parties)


def test_descriptions_are_mentions() -> None:
    cast = cast_of(MEETING)
    quotes = [mention.quote for mention in cast.people[1].mentions]
    assert "The Mongolian guest" in quotes and "The Deputy PM" in quotes


def test_sides_of_the_report() -> None:
    cast = cast_of(MEETING)
    assert cast.issuer_party == "VN" and set(cast.main_parties) == {"VN", "MN"}


def test_parties_in_a_span_leave_places_out() -> None:
    cast = cast_of("Vietnam thanked Japan at a dinner in Paris.")
    whole = cast.analysis.sentences[0].span
    assert cast.parties_in(whole) == ("VN", "JP")


def test_whose_greetings_are_conveyed_is_no_part_of_whom_they_go_to() -> None:
    cast = cast_of("The envoy conveyed greetings from the leaders of Vietnam's Party and State to King Norodom Sovann.")
    assert [office.title for person in cast.people for office in person.offices] == ["King"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("The President met members of his Drought Response Team on Monday.", set()),
        ("He spoke in the Hale Executive Office Building on Monday.", set()),
        ("They cared for children in schools and in Head Start on Monday.", set()),
        ("Chile was named a Major Non-NATO Ally on Monday.", set()),
        ("Those present were Ohio Governor Ann Reyes Texas Governor Paul Moore.", {"Ann Reyes", "Paul Moore"}),
        ("Governor of New Mexico Anna Lopez Grady spoke on Monday.", {"Anna Lopez Grady"}),
        ("Ann Reyes, President, Harbour Trust spoke on Monday.", {"Ann Reyes"}),
        ("Minister Ann Reyes met Latino leaders on Monday. Reyes thanked them.", {"Ann Reyes"}),
    ],
)
def test_only_people_are_people(sentence: str, people: set[str]) -> None:
    assert set(named(cast_of(sentence, "White House"))) == people


AMONG_SEVERAL = "Leaders of Ukraine, Japan and Kenya spoke. Ukraine, Japan and Kenya agreed on a plan."


def test_nobody_is_given_to_a_state_for_what_the_report_is_about_among_several() -> None:
    text = f"Prime Minister Verdi was thanked on Monday. {AMONG_SEVERAL}"
    assert named(cast_of(text, "White House")) == {"Verdi": None}


def test_a_second_president_is_of_no_known_state_among_several() -> None:
    text = f"President Hale met President Verdi on Monday. {AMONG_SEVERAL}"
    assert named(cast_of(text, "White House")) == {"Hale": "US", "Verdi": None}


def test_who_chairs_a_side_is_of_that_side() -> None:
    text = "The delegation of the Israeli side was chaired by National Security Advisor Dan Verdi."
    assert named(cast_of(text, "White House")) == {"Dan Verdi": "IL"}


def test_a_foreign_secretary_met_in_consultations_is_of_the_other_side() -> None:
    text = (
        "Deputy National Security Advisor Pat Doe held consultations with Indian Ambassador Ravi Menon and Foreign "
        "Secretary Anil Sharma in New Delhi on March 11."
    )
    people = {person.name: person.country for person in cast_of(text, issuer="White House").people}
    assert people == {"Pat Doe": "US", "Ravi Menon": "IN", "Anil Sharma": "IN"}


def test_of_two_foreign_ministers_one_is_of_the_issuers_state() -> None:
    text = "Foreign Minister Daniel Mbaya spoke by telephone with German Foreign Minister Lena Brandt on Monday."
    people = {person.name: person.country for person in cast_of(text, issuer="Kenya News Agency").people}
    assert people == {"Daniel Mbaya": "KE", "Lena Brandt": "DE"}


def test_the_state_behind_the_last_of_those_met_is_that_of_all() -> None:
    text = (
        "WASHINGTON — Secretary of State Pat Doe met Secretary of Foreign Affairs Jose Cruz, Secretary of National "
        "Defense Luis Reyes and National Security Advisor Ana Santos of the Philippines on Friday."
    )
    people = {person.name: person.country for person in cast_of(text, issuer="White House").people}
    assert people == {"Pat Doe": "US", "Jose Cruz": "PH", "Luis Reyes": "PH", "Ana Santos": "PH"}


def test_the_state_before_the_first_of_a_row_of_those_met_is_that_of_all() -> None:
    text = (
        "National Security Advisor Pat Doe met with Kenyan Prime Minister Daniel Mbaya, President Ann Otieno, Interior "
        "Adviser Omar Said, and Minister for Strategic Affairs Paul Karanja. Ukraine and Japan were discussed."
    )
    found = named(cast_of(text, "White House"))
    assert [found[name] for name in ("Daniel Mbaya", "Omar Said", "Paul Karanja")] == ["KE"] * 3


def test_an_apposed_office_ends_with_its_sentence() -> None:
    text = "Pat Doe spoke with Ann Otieno, Security Advisor to the President of Kenya. Mr. Doe thanked her."
    assert named(cast_of(text, "White House")) == {"Pat Doe": "US", "Ann Otieno": "KE"}


def test_a_family_name_that_is_a_demonym_is_no_state() -> None:
    text = "Director Pat Doe hosted David Turk, Deputy Secretary of Energy, and Anne Hale, Senior Advisor, on Monday."
    assert set(named(cast_of(text, "White House")).values()) == {"US"}


def test_an_armed_group_is_nobody() -> None:
    assert named(cast_of("They spoke of efforts to bring to justice Hamas leaders.", "White House")) == {}
