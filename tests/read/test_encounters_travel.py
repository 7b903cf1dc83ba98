"""Encounters: journeys and where they go, and what is told of them by the way."""

from __future__ import annotations

from communique.model import Encounter
from tests.read.texts import reading, told


def side_visits(sentence: str) -> list[Encounter]:
    """The journeys that a sentence tells beside the lead's meeting."""
    return [e for e in told(sentence).encounters if e.type == "visit"]


def test_who_is_visiting_the_country_is_on_a_visit() -> None:
    (visit,) = side_visits("Otieno, who is currently visiting the country, thanked his host.")
    assert (visit.participants, visit.start, set(visit.parties)) == (("Joseph Otieno",), "2026-03", {"KE", "DE"})


def test_who_is_in_a_town_for_something_is_on_a_visit() -> None:
    (visit,) = side_visits("Brandt was in Nairobi on February 3 to attend a trade fair.")
    assert (visit.place, visit.start, visit.participants) == ("Nairobi", "2026-02-03", ("Lena Brandt",))


def test_who_is_at_home_is_on_no_visit() -> None:
    assert side_visits("Brandt was in Berlin on Tuesday to attend a trade fair.") == []


def test_a_visit_at_whose_start_something_is_done() -> None:
    found = reading(
        "President Karl Weber on Tuesday welcomed Kenyan President Ann Njeri at Bellevue Palace at the start of a "
        "three-day state visit."
    ).encounters
    days = {e.type: (e.subtype, e.start, e.end, e.participants) for e in found}
    assert days["visit"] == ("state", "2026-03-10", "2026-03-12", ("Ann Njeri",))
    assert days["meeting"][1:3] == ("2026-03-10", "2026-03-10")


def test_who_flies_in_is_on_a_visit() -> None:
    (visit,) = side_visits("President Ann Njeri of Kenya jetted into the country on Tuesday for a two-day visit.")
    assert (visit.start, visit.end, visit.participants) == ("2026-03-10", "2026-03-11", ("Ann Njeri",))


def test_a_report_of_a_coming_visit_is_about_it_not_about_an_earlier_one() -> None:
    found = reading(
        "German President Karl Weber will pay an official visit to Kenya on April 22. Weber last visited Kenya in "
        "March 2025."
    ).encounters
    assert [(e.start, e.status, e.main) for e in found] == [
        ("2026-04-22", "planned", True),
        ("2025-03", "held", False),
    ]


def test_a_weekday_is_no_part_of_a_place() -> None:
    met = next(e for e in told("Otieno met President Karl Weber at the Bellevue Palace, Tuesday.").encounters[1:])
    assert met.place == "Bellevue Palace"


def test_who_will_attend_a_summit_takes_part() -> None:
    summit = next(
        e for e in told("Brandt is due to attend the ASEAN summit in Manila on May 8.").encounters if not e.main
    )
    assert (summit.type, summit.status, summit.participants) == ("summit", "planned", ("Lena Brandt",))


def test_who_is_on_a_state_visit_by_the_way_is_on_a_visit() -> None:
    (visit,) = side_visits("Kenyan President Ann Njeri, on a state visit through Saturday, laid a wreath.")
    assert (visit.subtype, visit.participants) == ("state", ("Ann Njeri",))


def test_who_is_flown_somewhere_pays_no_visit() -> None:
    assert side_visits("Brandt flew them to Mombasa.") == []


def test_a_state_named_in_full_is_where_a_journey_goes() -> None:
    (visit,) = side_visits("They prepared the Chancellor's upcoming trip to the Republic of Korea.")
    assert (visit.place, visit.parties, visit.status) == ("Republic of Korea", ("DE", "KR"), "planned")


def test_the_days_of_a_visit_on_whose_occasion_something_was_done() -> None:
    visit = next(
        e
        for e in reading(
            "On 2 March 2026, German Foreign Minister Lena Brandt met Kenyan Minister Joseph Otieno on the occasion of "
            "her official visit to Kenya during 1-3 March 2026."
        ).encounters
        if e.type == "visit"
    )
    assert (visit.start, visit.end) == ("2026-03-01", "2026-03-03")


def test_a_journey_to_each_of_several_countries() -> None:
    visits = reading("Kenyan President Ann Njeri will visit Egypt, Cambodia and Indonesia next month.").encounters
    assert [(v.parties, v.participants) for v in visits] == [
        (("KE", country), ("Ann Njeri",)) for country in ("EG", "KH", "ID")
    ]


def test_who_goes_is_also_told_with_a_suffix_behind_the_name() -> None:
    (visit,) = reading("German Chancellor Karl J. Weber, Jr. will travel to Kenya on Friday.").encounters
    assert (visit.participants, set(visit.parties)) == (("Karl J. Weber",), {"DE", "KE"})


def test_who_goes_for_talks_is_on_a_visit_and_at_the_talks() -> None:
    found = told("Otieno will travel to Peru from April 3 to 5 for talks with Minister Ana Rojas.").encounters[1:]
    assert {(e.type, e.status, e.start) for e in found} == {
        ("visit", "planned", "2026-04-03"),
        ("meeting", "planned", "2026-04-03"),
    }


def test_his_visit_is_that_of_the_one_person_named_behind_it() -> None:
    found = told("During his visit to Nairobi last month, Transport Minister Karl Weber inspected a port.")
    visit = next(e for e in found.encounters if e.type == "visit")
    assert (visit.participants, visit.start) == (("Karl Weber",), "2026-02")


def test_a_week_that_spans_two_months_leaves_both() -> None:
    found = reading("Kenya and Germany held talks in Mombasa last week.", published="2026-03-05").encounters
    assert [(e.start, e.end) for e in found] == [("2026-02", "2026-03")]


def test_a_visit_that_was_to_have_taken_place_was_not_held() -> None:
    found = told(
        "President Karl Weber will visit Kenya in May. The visit was to have taken place in January."
    ).encounters
    assert [(e.status, e.start) for e in found if e.type == "visit"] == [("planned", "2026-05")]
