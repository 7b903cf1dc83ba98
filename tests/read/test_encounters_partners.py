"""Whom one meets: people and bodies, not goals; who is called on, and who is asked for something."""

import pytest

from communique.model import Encounter
from tests.read.texts import reading, told


def later(sentence: str) -> list[Encounter]:
    """The encounters that a sentence adds to the meeting of the lead."""
    return list(told(sentence).encounters[1:])


def test_goals_needs_and_standards_are_met_by_nobody() -> None:
    assert later("Both countries want to meet the goals of the Paris Agreement.") == []
    assert later("Kenya buys machines that meet German safety standards.") == []
    assert later("Kenya needs German machines to meet demand.") == []


def test_to_call_on_somebody_to_do_something_is_a_request() -> None:
    assert later("On the same occasion, Brandt called on the two sides to go on coordinating the border.") == []
    assert later("Brandt called on both sides for restraint.") == []


def test_to_call_on_an_office_is_a_courtesy_call() -> None:
    called = later("Otieno later called on President Karl Weber.")
    assert [(e.type, e.participants) for e in called] == [("meeting", ("Joseph Otieno", "Karl Weber"))]


def test_the_person_right_behind_the_verb_was_met_whatever_the_parse_says() -> None:
    met = reading("President Karl Weber met General Secretary Tô Lâm of Vietnam in New York on Wednesday.").encounters
    assert [(e.participants, e.start) for e in met] == [(("Karl Weber", "Tô Lâm"), "2026-03-11")]


def test_a_call_in_which_something_was_said() -> None:
    (call,) = reading(
        "German Chancellor Karl Weber condemned the attack on Tuesday in a call with Kenyan President Ann Njeri."
    ).encounters
    assert (call.type, set(call.participants)) == ("call", {"Karl Weber", "Ann Njeri"})


def test_two_presidents_are_not_the_two_ministers_of_the_report() -> None:
    (planned,) = later("The two presidents will meet in April.")
    assert (planned.participants, set(planned.parties)) == ((), {"DE", "KE"})


def test_two_ministers_are_the_two_of_the_report() -> None:
    (signed,) = later("The two ministers signed a memorandum of understanding on water.")
    assert set(signed.participants) == {"Lena Brandt", "Joseph Otieno"}


def test_a_leader_meets_the_community_abroad() -> None:
    met = reading(
        "Kenyan President Ann Njeri sat down on March 9 with members of the Kenyan community in Germany, a stop on "
        "her state visit to the country. With her were Ministers Joseph Otieno and Mary Wanjiku."
    ).encounters[0]
    assert (met.type, met.start, set(met.parties)) == ("meeting", "2026-03-09", {"KE", "DE"})
    assert met.participants == ("Ann Njeri", "Joseph Otieno", "Mary Wanjiku")


def test_what_could_be_given_is_no_gift() -> None:
    assert later("Germany could provide aid to Kenya.") == []


def test_a_summit_named_after_leaders_has_no_participants_by_that() -> None:
    summit = later("The talks came before the Leaders' Summit of Germany, Kenya and France on March 13.")[-1]
    assert (summit.type, summit.participants) == ("summit", ())


def test_who_sends_a_mission_stays_at_home() -> None:
    sent = [e for e in later("Brandt will send a trade mission to Kenya in May.") if e.type == "visit"]
    assert [e.participants for e in sent] == [()]


def test_an_office_called_on_whose_preposition_the_parse_took_for_a_particle() -> None:
    called = later("Otieno will call on President Karl Weber, and Chancellor Anna Schmidt on Friday.")
    assert [e.type for e in called][:1] == ["meeting"]


def test_the_day_of_a_report_is_not_that_of_the_call_it_is_about() -> None:
    (call,) = reading(
        "A report of August 21 on the call between German Chancellor Karl Weber and Kenyan President Ann Njeri gave a "
        "wrong sum."
    ).encounters
    assert (call.type, call.start) == ("call", None)


def test_a_stop_on_a_journey_tells_its_month() -> None:
    visit = reading(
        "Kenyan President Ann Njeri sat down on March 9 with members of the Kenyan community in Germany, a stop on "
        "her state visit to the country."
    ).encounters[1]
    assert (visit.type, visit.subtype, visit.start) == ("visit", "state", "2026-03")


def test_what_the_sides_will_hold_some_day_has_no_participants_yet() -> None:
    (planned,) = later("Both sides agreed to hold a shipping workshop in the second quarter of 2027.")
    assert (planned.type, planned.status, planned.participants) == ("meeting", "planned", ())


def test_a_meeting_taken_up_of_which_nothing_was_told_is_none() -> None:
    assert reading("Kenya and Germany trade a lot. This meeting started late.").encounters == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt praised South Africa's hosting of the G20 Summit last weekend.",
        "South Africa will host the G20 Summit on November 20.",
    ],
)
def test_a_summit_is_also_of_who_hosts_it(sentence: str) -> None:
    summit = next(e for e in told(sentence).encounters if e.type == "summit")
    assert set(summit.parties) == {"G20", "ZA"}
