"""Encounters: who took part and how, what larger occasion one belongs to, who invited."""

from __future__ import annotations

import pytest

from communique.model import Encounter, Reading
from tests.read.texts import reading, told


def of_type(found: Reading, kind: str) -> Encounter:
    return next(e for e in found.encounters if e.type == kind and not e.main)


def parts(encounter: Encounter) -> set[tuple[str, str]]:
    return {(part.name, part.role) for part in encounter.parts}


def test_who_receives_is_host() -> None:
    met = of_type(told("On Tuesday, Otieno was received by President Karl Weber."), "meeting")
    assert parts(met) == {("Karl Weber", "host"), ("Joseph Otieno", "guest")}


def test_who_is_called_on_is_host() -> None:
    met = of_type(told("On Tuesday, Otieno called on President Karl Weber."), "meeting")
    assert parts(met) == {("Karl Weber", "host"), ("Joseph Otieno", "guest")}


def test_the_object_lost_behind_visiting_is_found() -> None:
    met = reading(
        "President Karl Weber received visiting Deputy Speaker of the Kenyan Parliament Joseph Otieno in Berlin on "
        "Wednesday, voicing his delight."
    ).encounters[0]
    assert (met.type, met.participants, met.start) == ("meeting", ("Karl Weber", "Joseph Otieno"), "2026-03-11")


def test_those_who_came_along_take_part() -> None:
    met = of_type(
        told("On Tuesday, Otieno, accompanied by Ambassador Grace Wanjiku, called on President Karl Weber."), "meeting"
    )
    assert ("Grace Wanjiku", "accompanying") in parts(met)


def test_those_present_take_part_in_what_the_report_is_about() -> None:
    found = told("Kenyan Ambassador Grace Wanjiku was also present at the meeting.")
    main = next(e for e in found.encounters if e.main)
    assert main.participants == ("Lena Brandt", "Joseph Otieno", "Grace Wanjiku")
    assert ("Grace Wanjiku", "present") in parts(main)


def test_chairs_take_part() -> None:
    held = reading(
        "The fifth meeting of the Germany-Kenya Joint Committee took place in Nairobi on March 9-10 under the chair of "
        "State Secretary Lena Brandt and Principal Secretary Joseph Otieno."
    ).encounters[0]
    assert (held.type, held.participants) == ("consultation", ("Lena Brandt", "Joseph Otieno"))


def test_who_speaks_after_talks_took_part() -> None:
    held = reading(
        "Germany will buy more tea, Foreign Minister Lena Brandt told reporters after talks with Kenyan Foreign "
        "Minister Joseph Otieno on Wednesday."
    ).encounters[0]
    assert set(held.participants) == {"Lena Brandt", "Joseph Otieno"}


def test_the_larger_occasion_is_told() -> None:
    met = of_type(told("Brandt and Otieno met on the sidelines of the G20 summit in Rio in November."), "meeting")
    assert met.within == "the G20 summit in Rio"


def test_who_invited_is_told() -> None:
    visit = of_type(told("Brandt visited Nairobi on January 5 at the invitation of Otieno."), "visit")
    assert visit.invited_by == ("Joseph Otieno",)


def test_a_visiting_minister_is_on_a_visit() -> None:
    visit = of_type(told("The visiting Kenyan Minister Joseph Otieno thanked his host."), "visit")
    assert (visit.participants, set(visit.parties), visit.start) == (("Joseph Otieno",), {"KE", "DE"}, None)


def test_a_side_trip_called_off_is_the_guests() -> None:
    visit = of_type(told("A side trip to Rostock was cancelled because of rain."), "visit")
    assert (visit.status, visit.participants) == ("cancelled", ("Joseph Otieno",))


def test_a_committee_that_is_to_be_set_up_is_not_in_session() -> None:
    found = told("They agreed to establish a joint working group on fisheries.").encounters
    assert [e.type for e in found if not e.main] == []


def test_chairs_told_in_the_next_sentence_take_part() -> None:
    held = reading(
        "Germany and Kenya held the fourth session of their Joint Commission in Berlin on Tuesday. The meeting was "
        "co-chaired by State Secretary Lena Brandt and Kenyan Principal Secretary Joseph Otieno."
    ).encounters[0]
    assert (held.type, held.participants) == ("consultation", ("Lena Brandt", "Joseph Otieno"))


def test_who_came_along_by_a_sentence_of_its_own_is_on_the_visit() -> None:
    visit = of_type(
        told("Otieno will visit Hamburg on March 20. He will be accompanied by Ambassador Grace Wanjiku."), "visit"
    )
    assert visit.participants == ("Joseph Otieno", "Grace Wanjiku")


def test_the_partner_behind_a_date_is_found() -> None:
    met = reading("President Karl Weber spoke by phone today with Kenyan President Ann Njeri to discuss tea.")
    assert met.encounters[0].participants == ("Karl Weber", "Ann Njeri")


@pytest.mark.parametrize(
    "text",
    [
        "State Secretary Lena Brandt and her Kenyan counterpart Joseph Otieno on Tuesday co-chaired the sixth Joint "
        "Commission in Berlin.",
        "Delegations of Germany and Kenya met in Berlin on March 10 for political consultations headed by State "
        "Secretary Lena Brandt and Kenyan Director Joseph Otieno.",
        "The third Germany-Kenya consultations took place in Berlin on 10 March. The German delegation was headed by "
        "State Secretary Lena Brandt, and the Kenyan delegation by Director Joseph Otieno.",
    ],
)
def test_chairs_and_heads_of_delegation(text: str) -> None:
    held = reading(text).encounters[0]
    assert (held.type, held.start, held.participants) == (
        "consultation",
        "2026-03-10",
        ("Lena Brandt", "Joseph Otieno"),
    )


def main_of(found: Reading) -> Encounter:
    return next(e for e in found.encounters if e.main)


def test_who_spoke_there_took_part() -> None:
    met = main_of(told("German State Secretary Anna Schmidt suggested a second round in May."))
    assert met.participants == ("Lena Brandt", "Joseph Otieno", "Anna Schmidt")


def test_who_spoke_to_the_press_or_for_a_ministry_did_not_take_part() -> None:
    met = main_of(
        told(
            "German State Secretary Anna Schmidt told reporters that tea was dear. Foreign Ministry spokesman Max "
            "Vogel denied it."
        )
    )
    assert met.participants == ("Lena Brandt", "Joseph Otieno")


def test_who_spoke_on_another_day_did_not_take_part() -> None:
    met = main_of(told("On Monday, German State Secretary Anna Schmidt criticised the fees."))
    assert met.participants == ("Lena Brandt", "Joseph Otieno")


def test_a_second_signer_whom_the_parse_hides_behind_the_state() -> None:
    signed = reading(
        "Transport Secretary Peter Braun and Kenya's Works Minister Grace Wanjiku signed the agreement in Berlin on "
        "March 10."
    ).encounters[0]
    assert (signed.type, signed.participants) == ("ceremony", ("Peter Braun", "Grace Wanjiku"))


def test_the_counterpart_of_a_president_is_the_other_president() -> None:
    found = told(
        "Kenyan President Ann Njeri watched. German President Karl Weber later held a meeting with his Kenyan "
        "counterpart."
    )
    assert {"Karl Weber", "Ann Njeri"} in [set(e.participants) for e in found.encounters]


def test_those_who_led_a_side_or_also_took_part() -> None:
    held = reading(
        "The ninth meeting of the Joint Commission between Germany and Kenya took place in Berlin on 10 March. The "
        "meeting was chaired by German State Secretary Lena Brandt. Kenyan Minister Joseph Otieno led the Kenyan "
        "delegation. Kenyan Ambassador Grace Wanjiku also participated."
    ).encounters[0]
    assert held.participants == ("Lena Brandt", "Joseph Otieno", "Grace Wanjiku")


def test_consultations_to_come_between_people_by_name() -> None:
    held = reading(
        "German State Secretary Lena Brandt will hold consultations with Kenyan Principal Secretary Joseph Otieno in "
        "Nairobi on March 20."
    ).encounters[0]
    assert (held.status, set(held.participants)) == ("planned", {"Lena Brandt", "Joseph Otieno"})


def test_a_signing_that_others_witness_is_one_occasion() -> None:
    signed = told(
        "Brandt and Otieno witnessed the signing of the memorandum on water between Ambassador Grace Wanjiku and State "
        "Secretary Anna Schmidt."
    ).encounters[1:]
    assert [(e.type, set(e.participants)) for e in signed] == [
        ("ceremony", {"Lena Brandt", "Joseph Otieno", "Grace Wanjiku", "Anna Schmidt"})
    ]
