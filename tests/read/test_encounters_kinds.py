"""Encounters: what is an occasion and of which kind, what is none, and where it was."""

from __future__ import annotations

import pytest

from communique.model import Encounter
from tests.read.texts import reading, told


def side_occasions(sentence: str) -> list[Encounter]:
    """What a sentence tells beside the lead's meeting."""
    return [e for e in told(sentence).encounters if not e.main]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On Tuesday, Otieno paid a courtesy call on President Karl Weber.", "meeting"),
        ("Brandt received a phone call from Tanzanian Foreign Minister January Mushi on Monday.", "call"),
        ("The third round of political consultations will be held in Nairobi in October.", "consultation"),
        ("The Germany-Kenya Joint Trade Committee is to meet in Nairobi on April 14.", "consultation"),
        ("The two sides agreed to reconvene in Nairobi in September.", "consultation"),
        (
            "Kenyan Ambassador Grace Wanjiku presented her credentials to President Karl Weber on Monday.",
            "ceremony",
        ),
        ("A new clinic, built with German aid, was opened in Kisumu on Tuesday.", "ceremony"),
        ("Otieno invited Brandt to Mombasa in July. She gladly accepted.", "visit"),
        ("Brandt is due in Nairobi on April 2.", "visit"),
        ("A Kenyan trade delegation will come to Berlin in June.", "visit"),
        ("Germany handed over 20 tonnes of medicine to Kenya on Tuesday.", "donation"),
        ("Brandt will attend the ASEAN summit in Manila on May 8.", "summit"),
    ],
)
def test_kinds_of_occasions(sentence: str, kind: str) -> None:
    assert [e.type for e in side_occasions(sentence)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Otieno invited Brandt to visit Kenya at an early date.",
        "The ministers called for talks on a free trade agreement.",
        "Brandt urged the two sides to hold regular consultations.",
        "Otieno stressed the role of the United Nations General Assembly.",
        "Brandt suggested holding a joint workshop on fisheries.",
        "Talks between the two foreign ministries have been going on since 2020.",
        "Kenya and Germany hold annual consultations.",
        "He said the vehicles would be handed back to Kenya.",
    ],
)
def test_what_is_no_occasion(sentence: str) -> None:
    assert side_occasions(sentence) == []


def test_separate_meetings_are_several() -> None:
    found = side_occasions(
        "On Tuesday, Otieno held separate meetings with President Karl Weber and Economy Minister Anna Schmidt."
    )
    assert [set(e.participants) for e in found] == [
        {"Joseph Otieno", "Karl Weber"},
        {"Joseph Otieno", "Anna Schmidt"},
    ]


def test_a_dinner_is_another_occasion_than_the_talks() -> None:
    found = side_occasions("Brandt hosted a dinner for Otieno on March 11.")
    assert [(e.type, e.start) for e in found] == [("meeting", "2026-03-11")]


def test_the_state_of_a_town_is_a_party_of_a_journey() -> None:
    visit = side_occasions("Brandt will fly to Tangier on Friday.")[0]
    assert (visit.place, visit.place_country, set(visit.parties)) == ("Tangier", "MA", {"DE", "MA"})


def test_a_month_is_no_place() -> None:
    visit = side_occasions("German President Karl Weber's visit to Kenya in August was prepared.")[0]
    assert (visit.place, visit.place_country) == ("Kenya", "KE")


def test_a_journey_named_again_takes_the_later_status() -> None:
    found = side_occasions("Brandt will not travel to Mombasa in April as planned.")
    assert [(e.type, e.status, e.start) for e in found] == [("visit", "cancelled", "2026-04")]


def test_here_is_where_the_report_was_filed() -> None:
    from communique.ingest import IngestOptions, from_text
    from communique.read.read import read

    text = (
        "date: 2026-03-12\n\nNAIROBI -- Kenyan Minister Joseph Otieno received here today German Minister Lena Brandt."
    )
    met = read(from_text(text, "here.txt", IngestOptions())).encounters[0]
    assert (met.place, met.place_country) == ("Nairobi", "KE")


def test_a_session_without_people_is_read() -> None:
    held = reading("The fifth Germany-Kenya strategic dialogue was held in Berlin on March 10.").encounters[0]
    assert (held.type, held.parties, held.place) == ("consultation", ("DE", "KE"), "Berlin")


def test_what_is_told_by_phone_is_a_call() -> None:
    (call,) = reading(
        "German Foreign Minister Lena Brandt told her Kenyan counterpart Joseph Otieno by phone on Tuesday that tea "
        "would be welcome."
    ).encounters
    assert (call.type, call.start, call.participants) == (
        "call",
        "2026-03-10",
        ("Lena Brandt", "Joseph Otieno"),
    )


def test_what_was_discussed_in_a_call_is_no_meeting_of_its_own() -> None:
    (call,) = reading(
        "German Foreign Minister Lena Brandt discussed tea with Kenyan Foreign Minister Joseph Otieno over the phone "
        "on Monday. The two ministers exchanged views on floods."
    ).encounters
    assert (call.type, call.start) == ("call", "2026-03-09")


def test_a_dinner_that_will_be_given_is_planned_though_no_day_is_told() -> None:
    (dinner,) = side_occasions("Brandt will also host a dinner for Otieno.")
    assert (dinner.type, dinner.status, set(dinner.participants)) == (
        "meeting",
        "planned",
        {"Lena Brandt", "Joseph Otieno"},
    )


def test_the_dollars_of_a_gift_are_no_recipient() -> None:
    (gift,) = reading(
        "The Embassy of Germany on Wednesday handed over medical equipment worth 1.2 million US dollars to the Kenyan "
        "Ministry of Health."
    ).encounters
    assert (gift.type, gift.parties) == ("donation", ("DE", "KE"))


def test_a_visit_by_an_office_that_nobody_is_named_for() -> None:
    (visit,) = side_occasions("A visit by the Kenyan Speaker, planned for December, was cancelled.")
    assert (visit.status, visit.participants, visit.start) == ("cancelled", (), "2025-12")


def test_the_person_received_behind_a_demonym() -> None:
    met = reading(
        "Chancellor Karl Weber received Lao Foreign Minister Somsak Vongsa in Berlin on Tuesday on the occasion of the "
        "latter's official visit to Germany."
    ).encounters[0]
    assert (met.type, met.participants) == ("meeting", ("Karl Weber", "Somsak Vongsa"))


def test_what_arrives_is_a_gift_and_no_journey() -> None:
    (gift,) = side_occasions("German blankets and tents would arrive in Nairobi by April 4.")
    assert (gift.type, gift.status) == ("donation", "planned")


def test_who_is_hosted_at_a_dinner_is_told_once() -> None:
    found = side_occasions("President Ann Njeri of Kenya hosted Economy Minister Anna Schmidt at a dinner on Monday.")
    assert [(e.type, e.start) for e in found] == [("meeting", "2026-03-09")]


def test_a_meeting_of_the_members_of_an_organisation_is_a_summit() -> None:
    (summit,) = side_occasions("A NATO foreign ministers' meeting is set for April 15-16 in Brussels.")
    assert (summit.type, summit.parties, summit.start) == ("summit", ("NATO",), "2026-04-15")


def test_a_meeting_of_heads_of_government_is_a_summit() -> None:
    found = side_occasions(
        "They will meet on the margins of the CARICOM Heads of Government Meeting in Castries in July."
    )
    assert ("summit", ("CARICOM",)) in [(e.type, e.parties) for e in found]


def test_a_forum_named_after_a_town_is_of_its_state() -> None:
    (forum,) = side_occasions("Brandt invited Otieno to the Antalya Diplomacy Forum on April 16-18.")
    assert (forum.type, forum.parties, forum.start) == ("summit", ("TR",), "2026-04-16")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Kenya received 10,000 tons of fertiliser from Germany in February.", {"donation"}),
        ("Brandt presented 15,000 euros to a school in Kisumu on Monday.", {"donation"}),
        ("Brandt presented Otieno with a carved bowl on Monday.", {"donation"}),
        ("Kenyans in Germany sent home 48 million euros in 2025.", set()),
        ("The tax agreement signed in Nairobi in June 2023 is in force.", {"ceremony"}),
        ("The tax agreement signed in 2023 is in force.", set()),
        ("The planned opening of a consulate in Kisumu was postponed until June.", {"ceremony"}),
        ("Deputy ministers will meet for political consultations in Kisumu in May.", {"consultation"}),
        ("The two sides held a first round of talks on a trade agreement in Kisumu in February.", {"consultation"}),
        ("A week earlier, Brandt and Kenyan Trade Minister Peter Njoroge agreed to open a port.", {"meeting"}),
        ("Brandt recalled the 40 tents that Germany sent to Kenya in January.", {"donation"}),
        ("A first batch of 100,000 doses arrived in Kisumu from Germany in January.", {"donation"}),
        ("The ministers laid the foundation stone of a school in Kisumu on Monday.", {"ceremony"}),
        ("The inauguration of the Lamu plant was attended by Brandt and Otieno on Monday.", {"ceremony"}),
        ("President Ann Njeri received a German trade delegation in Kisumu on Monday.", {"meeting"}),
        ("The Joint Committee on trade will meet in May. The committee last met in 2019.", {"consultation"}),
        ("Officials hold consultations every six months.", set()),
        ("Otieno granted an audience to Minister Eva Moser of Austria on Monday.", {"meeting"}),
    ],
)
def test_further_tellings(sentence: str, kinds: set[str]) -> None:
    assert {e.type for e in told(sentence).encounters[1:]} == kinds


def test_two_gifts_of_one_day_are_two() -> None:
    found = told("Brandt donated 20 tractors to Kenya on Monday. She also presented 500 tents to Kenya on Monday.")
    assert [e.type for e in found.encounters[1:]] == ["donation", "donation"]


def test_a_gift_to_the_givers_own_community_is_of_one_party() -> None:
    found = reading(
        "Minister Lena Brandt met members of the German community in Nairobi on March 11. She donated 5,000 euros to "
        "their school."
    ).encounters
    assert {(e.type, e.parties) for e in found if e.type == "donation"} == {("donation", ("DE",))}


@pytest.mark.parametrize(
    ("means", "told_of"),
    [("has no plans to meet", []), ("had no intention of meeting", []), ("has plans to meet", ["planned"])],
)
def test_what_nobody_means_to_do_is_not_to_come(means: str, told_of: list[str]) -> None:
    found = side_occasions(f"Otieno {means} Tanzanian Foreign Minister January Mushi in Dodoma on April 14.")
    assert [e.status for e in found] == told_of
