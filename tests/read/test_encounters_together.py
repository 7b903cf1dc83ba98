"""Occasions of which all sides are the subject, and those that are only in prospect."""

from dataclasses import replace

from communique.model import Encounter
from tests.read.texts import reading, told


def later(sentence: str) -> list[Encounter]:
    """The encounters that a sentence adds to the meeting of the lead."""
    return list(told(sentence).encounters[1:])


def test_two_who_spoke_made_a_call() -> None:
    (call,) = reading("German Chancellor Karl Weber and Kenyan President Ann Njeri spoke on Monday.").encounters
    assert (call.type, call.participants) == ("call", ("Karl Weber", "Ann Njeri"))


def test_two_who_spoke_to_others_made_none() -> None:
    text = "German Chancellor Karl Weber and Kenyan President Ann Njeri spoke to reporters on Monday."
    assert [e.type for e in reading(text).encounters] != ["call"]


def test_those_who_gathered_met() -> None:
    (meeting,) = reading(
        "Foreign Minister Lena Brandt of Germany, Foreign Minister Joseph Otieno of Kenya and Foreign Minister Akira "
        "Sato of Japan gathered in Nairobi on Monday."
    ).encounters
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"DE", "KE", "JP"})


def test_a_test_that_is_met_with_an_answer_is_no_meeting() -> None:
    assert later("Brandt said that an attack would be met with a strong response from Germany.") == []


def test_who_looks_forward_to_hosting_somebody_has_not_hosted_him() -> None:
    (coming,) = later("Brandt said that Chancellor Karl Weber looks forward to hosting President Ann Njeri.")
    assert (coming.status, coming.start) == ("planned", None)


def test_a_visit_in_the_coming_months_is_planned() -> None:
    (visit,) = later("They also discussed Chancellor Karl Weber's visit to Kenya in the coming months.")
    assert (visit.type, visit.status) == ("visit", "planned")


def test_who_speaks_face_to_face_meets() -> None:
    (met,) = reading("German Chancellor Karl Weber spoke with Kenyan President Ann Njeri in Vienna.").encounters
    assert (met.type, met.place) == ("meeting", "Vienna")


def test_a_summit_is_no_place() -> None:
    summit = next(e for e in later("Brandt will take part in the NATO Summit on Friday.") if e.type == "summit")
    assert summit.place is None


def test_a_session_of_a_parliament_is_no_encounter() -> None:
    assert later("Otieno will address a joint session of Congress.") == []


def test_a_body_that_holds_its_meeting_is_in_session_once() -> None:
    sessions = later("The Joint Trade Committee will hold its next meeting in May.")
    assert [(e.type, e.start) for e in sessions] == [("consultation", "2026-05")]


def test_a_meeting_at_home_is_not_with_a_state_only_spoken_of() -> None:
    text = "German Foreign Minister Lena Brandt met with community leaders on Monday to discuss attacks in Japan."
    assert reading(text).encounters == ()


def test_officials_met_in_a_country_are_of_it() -> None:
    (met,) = later("In Manila, Brandt will meet with government leaders of the region.")
    assert (met.parties, met.place_country) == (("DE", "PH"), "PH")


def test_a_call_by_somebody_is_paid() -> None:
    (_, paid) = told("Brandt also received a call by Finance Minister Mary Wanjiku of Kenya.").encounters
    assert (paid.type, set(paid.participants)) == ("meeting", {"Lena Brandt", "Mary Wanjiku"})
    assert [part.name for part in paid.parts if part.role == "host"] == ["Lena Brandt"]


def test_a_guest_hosted_to_lunch_is_told_once() -> None:
    (lunch,) = later("Otieno was hosted to lunch by Chancellor Karl Weber on Tuesday.")
    assert (lunch.type, set(lunch.participants)) == ("meeting", {"Joseph Otieno", "Karl Weber"})


def test_an_organisations_ministers_meet_at_a_summit() -> None:
    (summit,) = later("ASEAN foreign ministers gathered in Kampala on Tuesday.")
    assert (summit.type, summit.parties, summit.place_country) == ("summit", ("ASEAN",), "UG")


def test_a_journey_to_a_summit_is_that_summit() -> None:
    (summit,) = later("Otieno will travel to Astana on May 29 for the SCO summit.")
    assert (summit.type, summit.participants, summit.place_country) == ("summit", ("Joseph Otieno",), "KZ")
    assert set(summit.parties) == {"SCO", "KE"}


def test_whose_credentials_are_received_takes_part() -> None:
    text = "President Mary Wanjiru received the credentials of the new German ambassador, Karl Weber, on Tuesday."
    (ceremony,) = reading(text, issuer="Kenya News Agency").encounters
    assert set(ceremony.participants) == {"Mary Wanjiru", "Karl Weber"}


def test_both_co_chair_in_a_participle_that_opens_the_sentence() -> None:
    text = (
        "Co-chairing the third session of the Kenya-Germany Joint Committee, Foreign Minister Joseph Otieno and his "
        "German counterpart Lena Brandt agreed on Wednesday to ease visas."
    )
    (session,) = reading(text, issuer="Kenya News Agency").encounters
    assert (session.type, set(session.participants)) == ("consultation", {"Joseph Otieno", "Lena Brandt"})


def test_a_work_that_both_sides_open_is_a_ceremony() -> None:
    opened = later("Otieno and Brandt opened a technical school in Kisumu on Tuesday.")
    assert [(e.type, set(e.parties)) for e in opened] == [("ceremony", {"KE", "DE"})]


def test_what_the_same_words_tell_of_the_same_people_is_one_occasion() -> None:
    text = (
        "President Mary Wanjiru and Chancellor Karl Weber of Germany had an official meeting and state luncheon at the "
        "Presidential Palace in Nairobi, Kenya. They spoke of trade."
    )
    found = reading(text, issuer="Kenya News Agency").encounters
    assert len({replace(encounter, main=False) for encounter in found}) == len(found) > 0


def test_a_dated_meeting_of_nobody_is_not_what_people_did_undated() -> None:
    found = told(
        "Otieno called on President Karl Weber. Otieno praised the bilateral meeting held in Nairobi last month."
    ).encounters
    assert [e.start for e in found if "Karl Weber" in e.participants] == ["2026-03-11"]


def test_a_summit_is_to_come_where_people_will_meet_at_it() -> None:
    found = reading(
        "President Biden spoke today with President Ann Njeri of Kenya. He looks forward to meeting her at the G7 "
        "Summit in Hiroshima this month.",
        published="2023-05-02",
        issuer="White House",
    ).encounters
    assert {(e.type, e.status) for e in found} == {("call", "held"), ("meeting", "planned"), ("summit", "planned")}
