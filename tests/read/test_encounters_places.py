"""Where encounters were: printed in their stretch, else told by the rest of the report."""

from __future__ import annotations

import pytest

from communique.ingest import IngestOptions, from_text
from communique.model import Encounter
from communique.read.read import read

LEAD = (
    "Kenyan Foreign Minister Joseph Otieno on Tuesday praised Germany. German Foreign Minister Lena Brandt praised "
    "Kenya.\n\n"
)


def met(sentences: str, dateline: str = "") -> list[Encounter]:
    """The encounters of a report of Kenya's news agency, published on Thursday 12 March 2026."""
    text = f"title: Kenya and Germany\ndate: 2026-03-12\nissuer: KNA\n\n{dateline}{LEAD}{sentences}"
    return list(read(from_text(text, "report.txt", IngestOptions())).encounters)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Otieno met Brandt outside Munich on March 2.", ("Munich", "DE")),
        ("Otieno and Brandt held talks in the capital Berlin on Tuesday.", ("Berlin", "DE")),
        ("The ministers signed a labour agreement in Hamburg on Tuesday.", ("Hamburg", "DE")),
        ("Otieno met Brandt on Tuesday at the Federal Chancellery in Berlin.", ("Federal Chancellery in Berlin", "DE")),
        ("Brandt received Otieno at Tegel Castle on Tuesday.", ("Tegel Castle", "DE")),
        ("Otieno met President Karl Weber (CDU) in Berlin on Tuesday.", ("Berlin", "DE")),
        ("The next round of political consultations is to take place in Berlin in May.", ("Berlin", "DE")),
    ],
)
def test_a_place_in_the_stretch_of_a_telling(sentence: str, place: tuple[str, str]) -> None:
    assert place in [(e.place, e.place_country) for e in met(sentence)]


def test_where_something_talked_of_happens_is_no_place_of_the_talks() -> None:
    found = met("Otieno and Brandt on Tuesday discussed the fighting in Goma and the war in Sudan.")
    assert {e.place_country for e in found} == {None}


def test_a_month_is_no_place() -> None:
    (gift,) = (e for e in met("Kenya received 500 tons of maize from Germany in August.") if e.type == "donation")
    assert (gift.place, gift.start) == (None, "2025-08")


def test_what_the_report_is_about_was_where_it_was_filed() -> None:
    (meeting,) = met("Otieno met Brandt on Tuesday.", "NAIROBI, March 12 (KNA) -- ")
    assert (meeting.place, meeting.place_country) == ("Nairobi", "KE")


def test_who_was_abroad_met_nobody_where_the_report_was_filed() -> None:
    found = met("Otieno met Brandt on Tuesday during his visit to Germany.", "NAIROBI, March 12 (KNA) -- ")
    assert {e.place_country for e in found} == {"DE"}


def test_a_meeting_of_a_journey_is_in_its_country() -> None:
    found = met("Otieno is on a visit to Germany. During the visit, he also called on Speaker Anna Vogel.")
    assert {(e.type, e.place_country) for e in found} >= {("visit", "DE"), ("meeting", "DE")}


def test_a_journey_without_its_goal_is_to_the_other_side() -> None:
    (visit,) = (
        e for e in met("Brandt, who arrived on Tuesday for a three-day visit, met Otieno.") if e.type == "visit"
    )
    assert (visit.place, visit.place_country) == ("Kenya", "KE")


def test_a_gift_is_given_where_people_met_that_day() -> None:
    found = met("Otieno met Brandt in Kisumu on Tuesday. Brandt also donated 20 tractors to Kenya on Tuesday.")
    assert {(e.type, e.place) for e in found} == {("meeting", "Kisumu"), ("donation", "Kisumu")}


@pytest.mark.parametrize(
    ("text", "place", "town"),
    [
        (
            "President Biden met with President Ann Njeri of Kenya today at the White House.",
            "White House",
            "Washington",
        ),
        ("President Biden welcomed President Ann Njeri of Kenya to the White House.", "White House", "Washington"),
        (
            "President Biden met President Ann Njeri of Kenya on the margins of the G20 Summit in Rio de Janeiro.",
            "Rio de Janeiro",
            "Rio de Janeiro",
        ),
    ],
)
def test_seats_and_long_names(text: str, place: str, town: str) -> None:
    report = from_text(f"title: Readout\ndate: 2023-06-08\nissuer: White House\n\n{text}", "r.txt", IngestOptions())
    meeting = next(e for e in read(report).encounters if e.type == "meeting")
    assert meeting.location is not None
    assert (meeting.place, meeting.location.name) == (place, town)


def test_who_is_hosted_for_a_visit_is_the_visitor() -> None:
    (visit,) = (e for e in met("Otieno will host Brandt for an official visit on May 4.") if e.status == "planned")
    assert (visit.type, visit.subtype, visit.participants) == ("visit", "official", ("Lena Brandt",))
    assert visit.place_country == "KE"


def test_a_house_without_its_town_is_where_the_report_was_filed() -> None:
    (meeting,) = met("Otieno met Brandt on Tuesday at the Foreign Ministry.", "NAIROBI, March 12 (KNA) -- ")
    assert meeting.location is not None
    assert (meeting.place_country, meeting.location.name) == ("KE", "Nairobi")


def test_the_next_session_is_another() -> None:
    found = met(
        "Otieno and Brandt co-chaired the first session of the Kenya-Germany Ocean Dialogue on Tuesday. The next "
        "session will be held in Hamburg in May."
    )
    assert [(e.status, e.start) for e in found if e.type == "consultation"] == [
        ("held", "2026-03-10"),
        ("planned", "2026-05"),
    ]


def test_a_planned_lead_is_what_the_report_is_about() -> None:
    text = (
        "title: PM to travel to Berlin\ndate: 2026-03-12\nissuer: KNA\n\nKenyan Prime Minister Ann Njeri will leave "
        "for Berlin on Sunday on a four-day visit. She will hold talks with Chancellor Karl Weber on March 16. Foreign "
        "Minister Joseph Otieno and Labour Minister Grace Wambui will accompany the Prime Minister. On Tuesday, German "
        "Ambassador Lena Brandt paid a courtesy call on the Prime Minister."
    )
    found = read(from_text(text, "report.txt", IngestOptions())).encounters
    main = next(e for e in found if e.main)
    assert (main.type, main.start) == ("visit", "2026-03-15")
    assert set(main.participants) == {"Ann Njeri", "Joseph Otieno", "Grace Wambui"}


@pytest.mark.parametrize(("receiver", "place"), [("Kenya", "Nairobi"), ("Chad", None)])
def test_a_gift_among_others_was_not_given_where_the_report_was_filed(receiver: str, place: str | None) -> None:
    text = f"NAIROBI, March 12 (KNA) -- Germany donated 20 tractors to {receiver} on Thursday."
    report = from_text(f"title: Tractors\ndate: 2026-03-12\nissuer: KNA\n\n{text}", "r.txt", IngestOptions())
    assert [(e.type, e.place) for e in read(report).encounters] == [("donation", place)]
