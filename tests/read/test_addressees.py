"""Addressees: those whom an act names, else the other side, where it is turned to that side at all."""

import pytest

from communique.model import Statement
from tests.read.texts import reading, told

_COMMUNITY = """Kenyan Foreign Minister Joseph Otieno met members of the Kenyan community in Germany on Monday.

{}
"""


def only(sentence: str) -> Statement:
    (statement,) = told(sentence).statements
    return statement


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Otieno backed Germany's candidate for the court.", ("DE",)),
        ("Otieno backed the candidate of Germany for the court.", ("DE",)),
        ("Otieno supported the ambassador's plan.", ("DE",)),
        ("Brandt expressed support for Uganda's bid to host the games.", ("UG",)),
        ("Brandt expressed support for a fund for small islands.", ()),
        ("Otieno welcomed the German-Kenyan committee's first meeting.", ()),
        ("Brandt welcomed our partnership in research.", ()),
    ],
)
def test_backing_is_turned_to_those_whose_thing_is_backed(sentence: str, parties: tuple[str, ...]) -> None:
    statement = only(sentence)
    assert (statement.act, statement.addressee_parties) == ("support", parties)


def test_a_matter_of_others_is_not_turned_to_the_other_side() -> None:
    assert only("Brandt voiced concern over Uganda's new tariffs.").addressee_parties == ()
    assert only("Brandt voiced concern over the new tariffs.").addressee_parties == ("KE",)


def test_what_both_sides_will_do_is_promised_to_neither() -> None:
    statement = only("Brandt said Germany and Kenya would open the air route in May.")
    assert (statement.act, statement.addressee_parties) == ("commit", ())


def test_nobody_thanks_his_own_side_by_a_pronoun() -> None:
    statements = told("Brandt noted Germany's reforms and thanked her government for the visas.").statements
    assert ("DE",) not in [s.addressee_parties for s in statements]


def test_those_who_listen_are_asked_by_a_pronoun() -> None:
    statement = only("Otieno urged them to open the route.")
    assert (statement.act, statement.addressee_parties) == ("request", ("DE",))


def test_a_minister_among_his_own_people_abroad_speaks_to_them() -> None:
    asked, praised = reading(
        _COMMUNITY.format("Otieno asked them to respect local law. He praised the community's unity.")
    ).statements
    assert (asked.act, asked.addressee_parties) == ("request", ("KE",))
    assert (praised.act, praised.addressee_parties) == ("appreciate", ())


def test_he_who_also_speaks_is_who_spoke() -> None:
    thanked, welcomed = told("Brandt thanked Kenya for its help. She also welcomed Kenya's reforms.").statements
    assert (welcomed.speakers, welcomed.addressee_parties) == (thanked.speakers, ("KE",))


def test_a_party_inside_what_is_said_is_not_addressed() -> None:
    statement = only("They voiced concern over the delivery of arms to Uganda.")
    assert (statement.act, statement.addressee_parties) == ("concern", ())


@pytest.mark.parametrize("said", ["Kenya would not join any alliance", "there would be no talk of a new base"])
def test_what_is_refused_on_principle_answers_nobody(said: str) -> None:
    statement = told(f"Otieno said {said}.").statements[0]
    assert (statement.act, statement.addressee_parties) == ("reject", ())


def test_what_is_ruled_out_was_asked_by_the_other_side() -> None:
    assert told("Otieno ruled out a change of the fee.").statements[0].addressee_parties == ("DE",)


def test_an_offer_that_is_dismissed_was_somebodys() -> None:
    statement = told("Brandt dismissed the Russian offer.").statements[0]
    assert (statement.act, statement.addressee_parties) == ("reject", ("RU",))


def test_two_states_are_backed_together() -> None:
    statement = told("Brandt welcomed Chad and Togo moving closer to the union.").statements[0]
    assert (statement.act, set(statement.addressee_parties)) == ("support", {"TD", "TG"})


def test_nobody_tasks_himself() -> None:
    assert told("The ministers tasked their deputies with a report on the dam.").statements[0].addressees == ()
