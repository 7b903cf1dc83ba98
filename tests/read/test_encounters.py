"""Encounters: who met whom, how, when and where."""

from communique.model import Encounter
from tests.read.texts import reading, told


def only(text: str) -> Encounter:
    encounters = reading(text).encounters
    assert len(encounters) == 1, [(e.type, e.evidence.quote) for e in encounters]
    return encounters[0]


def test_a_meeting_with_its_day_and_place() -> None:
    met = only("Foreign Minister Lena Brandt met with Kenyan Foreign Minister Joseph Otieno in Berlin on March 11.")
    assert (met.type, met.status, met.main) == ("meeting", "held", True)
    assert (met.start, met.end, met.place, met.place_country) == ("2026-03-11", "2026-03-11", "Berlin", "DE")
    assert (met.participants, met.parties) == (("Lena Brandt", "Joseph Otieno"), ("DE", "KE"))


def test_a_call() -> None:
    call = only("President Karl Weber spoke by phone today with President Ann Njeri of Kenya.")
    assert (call.type, call.start) == ("call", "2026-03-12")


def test_a_visit_is_of_a_person_to_a_country() -> None:
    visit = only("Kenyan President Ann Njeri paid a state visit to Germany from March 2 to 4.")
    assert (visit.type, visit.subtype, visit.start, visit.end) == ("visit", "state", "2026-03-02", "2026-03-04")
    assert set(visit.parties) == {"KE", "DE"}


def test_an_occasion_told_twice_is_one() -> None:
    again = told("Brandt met with Otieno for two hours.")
    assert len([e for e in again.encounters if e.type == "meeting"]) == 1


def test_what_is_still_to_come_is_planned() -> None:
    planned = told("The two sides agreed to hold the third political consultations in Nairobi in October.")
    found = [e for e in planned.encounters if e.type == "consultation"]
    assert [(e.status, e.start, e.participants) for e in found] == [("planned", "2026-10", ())]


def test_what_was_called_off_is_cancelled() -> None:
    found = told("Otieno's visit to Hamburg, planned for Friday, was cancelled.").encounters
    assert "cancelled" in {e.status for e in found}


def test_signing_is_a_ceremony_of_the_same_day() -> None:
    found = told("The two ministers then signed a memorandum of understanding on energy.").encounters
    assert [(e.type, e.start) for e in found if e.type == "ceremony"] == [("ceremony", "2026-03-11")]


def test_a_gift_is_a_donation() -> None:
    found = told("Germany donated 5,000 tonnes of wheat to Kenya.").encounters
    assert [set(e.parties) for e in found if e.type == "donation"] == [{"DE", "KE"}]


def test_visits_in_general_are_no_occasion() -> None:
    assert [e for e in told("High-level visits have increased.").encounters if e.type == "visit"] == []
