"""What belongs to a pair's dossier: parties, place, community, addressee or object name the other side."""

from __future__ import annotations

import pytest

from communique.model import Encounter, Evidence, Figure, Statement, Undertaking
from communique.query.pair import Pair, belongs, is_state, occasion_of

VN_KH = Pair("VN", "KH")


def encounter(quote: str, *parties: str, place_country: str | None = None, main: bool = False) -> Encounter:
    evidence = Evidence("r", 0, len(quote), quote)
    return Encounter("meeting", "held", parties, (), evidence, main=main, place_country=place_country)


def statement(quote: str, speakers: tuple[str, ...], addressees: tuple[str, ...] = ()) -> Statement:
    evidence = Evidence("r", 0, len(quote), quote)
    return Statement("request", (), speakers, (), addressees, "asked", quote, (0, len(quote)), evidence)


def undertaking(name: str, *parties: str) -> Undertaking:
    return Undertaking("project", name, parties, "under way", Evidence("r", 0, len(name), name))


def test_a_meeting_of_both_belongs() -> None:
    assert belongs(encounter("The two presidents met", "VN", "KH"), VN_KH)


def test_the_order_of_the_pair_is_no_matter() -> None:
    assert belongs(encounter("The two presidents met", "VN", "KH"), Pair("KH", "VN"))


def test_a_leader_who_meets_his_community_in_the_others_capital_belongs() -> None:
    assert belongs(encounter("The president met overseas compatriots", "VN", place_country="KH"), VN_KH)


def test_a_meeting_with_the_community_abroad_belongs_by_the_communitys_name() -> None:
    assert belongs(encounter("She met the Vietnamese community in Cambodia", "VN"), VN_KH)


def test_two_others_who_meet_in_a_capital_of_the_pair_do_not_belong() -> None:
    assert not belongs(encounter("The ministers met", "VN", "JP", place_country="KH"), VN_KH)


def test_two_states_that_talk_about_a_third_do_not_meet_it() -> None:
    assert not belongs(encounter("Viet Nam and Japan held talks on aid to Cambodia", "VN", "JP"), VN_KH)


def test_a_summit_of_many_belongs_to_each_pair_of_them() -> None:
    assert belongs(encounter("Leaders of four states met", "VN", "KH", "LA", "TH"), VN_KH)


def test_a_request_to_the_other_side_belongs() -> None:
    assert belongs(statement("He asked for earlier opening hours", ("VN",), ("KH",)), VN_KH)


def test_a_statement_whose_object_names_the_other_side_belongs() -> None:
    assert belongs(statement("She praised the reforms of Cambodia", ("VN",)), VN_KH)


def test_a_gift_to_a_friendship_association_belongs() -> None:
    assert belongs(statement("She pledged books for the Khmer-Vietnamese Association", ("VN",)), VN_KH)


def test_a_request_to_a_third_state_does_not_belong() -> None:
    assert not belongs(statement("She asked Thailand to open its market", ("VN",), ("TH",)), VN_KH)


def test_a_third_states_words_about_both_do_not_belong_unless_one_of_them_is_addressed() -> None:
    assert not belongs(statement("Japan praised Viet Nam and Cambodia", ("JP",)), VN_KH)
    assert belongs(statement("Japan asked Viet Nam to supply Cambodia", ("JP",), ("VN",)), VN_KH)


def test_a_school_that_is_named_after_both_belongs() -> None:
    assert belongs(undertaking("Cambodia-Việt Nam Friendship School"), VN_KH)


def test_a_figure_of_one_side_alone_does_not_belong() -> None:
    figure = Figure(5.0, "percent", "growth of Viet Nam", Evidence("r", 0, 9, "5 percent"), ("VN",))
    assert not belongs(figure, VN_KH)


def test_what_is_said_at_the_pairs_own_occasion_belongs_though_it_names_nobody() -> None:
    said = statement("The two countries should keep up their trust", ("VN",))
    assert not belongs(said, VN_KH)
    assert belongs(said, VN_KH, occasion=frozenset({"VN", "KH"}))


def test_what_is_said_of_a_third_state_at_the_pairs_occasion_belongs() -> None:
    assert belongs(statement("He condemned the attack on Ukraine", ("VN",)), VN_KH, occasion=frozenset({"VN", "KH"}))


def test_what_is_said_to_a_third_state_does_not_belong_even_at_the_pairs_occasion() -> None:
    said = statement("He asked Thailand to join", ("VN",), ("TH",))
    assert not belongs(said, VN_KH, occasion=frozenset({"VN", "KH"}))


def test_an_organisation_is_no_third_state() -> None:
    said = statement("He stressed the role of ASEAN", ("VN",))
    assert belongs(said, VN_KH, occasion=frozenset({"VN", "KH"}))


def test_the_occasion_is_that_of_the_main_encounters() -> None:
    side_note = encounter("They met last year", "VN", "KH")
    main = encounter("The president received the envoy", "VN", "TH", main=True)
    assert occasion_of([side_note, main], VN_KH) == frozenset()
    assert occasion_of([side_note], VN_KH) == {"VN", "KH"}


def test_a_journey_to_two_states_is_an_occasion_of_either_pair() -> None:
    words = "his state visit to Laos and Cambodia"
    visits = [encounter(words, "VN", "LA", main=True), encounter(words, "VN", "KH")]
    assert occasion_of(visits, VN_KH) == {"VN", "KH"}


@pytest.mark.parametrize(("code", "state"), [("VN", True), ("EU", False), ("ASEAN", False), ("ZZ", False)])
def test_states_are_told_from_organisations(code: str, state: bool) -> None:
    assert is_state(code) is state
