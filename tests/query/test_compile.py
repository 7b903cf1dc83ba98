"""The dossier of a pair, from readings built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Disagreement, KnownEncounter, Matter, Office, Person
from communique.query.compile import compile_dossier
from communique.query.dossier import Dossier, Side
from communique.query.material import Material
from tests.query.conftest import REPORTS

VN, KH = Side("VN", "Viet Nam"), Side("KH", "Cambodia")


@pytest.fixture
def dossier(material: Material) -> Dossier:
    return compile_dossier(material, VN, KH, today="2026-05-01")


def texts(dossier: Dossier, key: str) -> list[str]:
    return [line.text for line in dossier.section(key).lines]


def test_reports_and_encounters_are_counted_apart(material: Material) -> None:
    told_twice = replace(material.encounters[0], evidence=tuple(e.evidence[0] for e in material.encounters))
    found = compile_dossier(replace(material, encounters=(told_twice,)), VN, KH).coverage
    assert (found.reports, found.encounters) == (2, 1)


def test_the_period_covered_is_that_of_the_reports(dossier: Dossier) -> None:
    assert (dossier.coverage.first, dossier.coverage.last) == ("2026-03-13", "2026-04-03")


def test_copies_are_told_but_not_counted(dossier: Dossier) -> None:
    assert (dossier.coverage.reports, dossier.coverage.copies) == (2, 2)


def test_encounters_stand_oldest_first(dossier: Dossier) -> None:
    assert texts(dossier, "encounters") == [
        "12 March 2026, Hanoi: meeting – Lê Văn Bình and Sok Dara (VN, KH)",
        "2 April 2026, Phnom Penh: meeting – Trần Thị Mai (VN)",
    ]


def test_a_planned_encounter_is_not_counted_as_held(material: Material) -> None:
    first, second = material.encounters
    planned = replace(second, encounter=replace(second.encounter, status="planned"))
    found = compile_dossier(replace(material, encounters=(first, planned)), VN, KH)
    assert (found.coverage.encounters, found.coverage.planned) == (1, 1)
    assert found.section("encounters").lines[1].state == "planned"


def test_a_day_that_is_none_is_not_known(material: Material) -> None:
    first, second = material.encounters
    odd = replace(second, encounter=replace(second.encounter, start="20", end=None))
    found = compile_dossier(replace(material, encounters=(odd, first)), VN, KH)
    assert texts(found, "encounters")[1] == "Day not known, Phnom Penh: meeting – Trần Thị Mai (VN)"


def test_figures_that_stand_alone_are_parted_by_what_they_count(material: Material) -> None:
    found = compile_dossier(replace(material, indicators=()), VN, KH).section("figures")
    assert [(group.title, len(group.lines)) for group in found.groups] == [("Money", 2)]


def test_many_promises_are_parted_by_topic(material: Material) -> None:
    first, second = material.readings
    many = tuple(replace(first.statements[2], content=f"to build bridge {n}") for n in range(13))
    found = compile_dossier(replace(material, readings=(replace(first, statements=many), second)), VN, KH)
    titles = [group.title for group in found.section("promises").groups]
    assert titles[0] == "Agreed or promised together: Border demarcation and management"


def test_what_a_side_asked_is_open_until_the_record_says_more(dossier: Dossier) -> None:
    [line] = dossier.section("asks_a").lines
    assert (line.text, line.state) == ("Lê Văn Bình (VN) asked Cambodia: to open the Prek Chak gate earlier", "open")


def test_requests_to_third_states_stay_out(dossier: Dossier) -> None:
    assert not any("fruit" in line.text for section in dossier.sections for line in section.lines)


def test_a_section_without_lines_is_kept(dossier: Dossier) -> None:
    assert dossier.section("asks_b").lines == ()


def test_an_agreement_keeps_its_term(dossier: Dossier) -> None:
    agreed = dossier.section("promises").lines[0]
    assert (agreed.text, agreed.due) == ("Viet Nam and Cambodia agreed: to finish the survey by June", "2026-06")


def test_the_term_of_an_agreement_passes(material: Material) -> None:
    found = compile_dossier(material, VN, KH, today="2026-07-01")
    assert found.section("promises").lines[0].state == "overdue"


def test_a_name_that_takes_an_article_has_it_within_a_sentence(material: Material) -> None:
    found = compile_dossier(material, VN, Side("US", "United States", article=True))
    assert found.section("asks_b").title == "What the United States asked and proposed"


def test_promises_are_grouped_by_who_is_bound(dossier: Dossier) -> None:
    assert [group.title for group in dossier.section("promises").groups] == [
        "Agreed or promised together", "Viet Nam promised",
    ]  # fmt: skip


def test_the_gap_between_target_and_observation_is_worked_out(dossier: Dossier) -> None:
    [line] = dossier.section("indicators").lines
    assert line.text == "Trade: US$20 billion (target), US$11.33 billion in 2025: gap US$8.67 billion"
    assert [citation.report for citation in line.citations] == ["r1", "r2"]


def test_a_figure_that_is_followed_is_not_listed_again(dossier: Dossier) -> None:
    assert texts(dossier, "figures") == []


def test_an_undertaking_is_overdue_when_the_last_day_of_its_term_has_passed(material: Material) -> None:
    states = [
        compile_dossier(material, VN, KH, today=today).section("undertakings").lines[0].state
        for today in ("2026-06-30", "2026-07-01")
    ]
    assert states == ["under way", "overdue"]


def test_the_same_undertaking_in_two_reports_is_one_line(material: Material) -> None:
    first, second = material.readings
    later = replace(first.undertakings[0], name="Survey", status="completed", evidence=second.statements[0].evidence)
    found = compile_dossier(
        replace(material, readings=(first, replace(second, undertakings=(later,)))), VN, KH, today="2027-01-01"
    )
    [line] = found.section("undertakings").lines
    assert (line.state, line.citation.report, len(line.also)) == ("completed", "r2", 1)


def test_an_undertaking_by_two_names_on_the_same_words_is_one_line(material: Material) -> None:
    first, second = material.readings
    twice = (*first.undertakings, replace(first.undertakings[0], name="Joint survey"))
    found = compile_dossier(replace(material, readings=(replace(first, undertakings=twice), second)), VN, KH)
    assert texts(found, "undertakings") == ["Survey (programme, VN, KH)"]


def test_disagreements_stand_side_by_side(material: Material) -> None:
    first, second = (figure for reading in material.readings for figure in reading.figures)
    differing = Disagreement(
        "d1", "trade", "value", (("11.33 billion", first.evidence), ("20 billion", second.evidence))
    )
    found = compile_dossier(replace(material, disagreements=(differing,)), VN, KH)
    assert texts(found, "disagreements") == [
        "Trade, value: 11.33 billion (Agency A, 2026-03-13) ↔ 20 billion (example.org, 2026-04-03)"
    ]


def test_people_stand_under_their_side_with_their_offices(dossier: Dossier) -> None:
    groups = {group.title: [line.text for line in group.lines] for group in dossier.section("people").groups}
    assert groups == {
        "Viet Nam": ["Lê Văn Bình: Minister (2026-03-13)", "Trần Thị Mai: President (2026-04-03)"],
        "Cambodia": ["Sok Dara: Ambassador (2026-03-13)"],
    }


def test_an_office_is_told_once_by_its_commonest_title_with_its_days(material: Material) -> None:
    person = material.people[0]
    first, second = material.readings
    seen = person.evidence[0]
    again = second.encounters[0].evidence
    minister, long = Office("Minister", "minister"), Office("Minister of Trade", "minister")
    known = replace(person, evidence=(seen, again))
    readings = (
        replace(first, people=(Person(person.name, "VN", (minister,), (seen,), seen),)),
        replace(second, people=(Person(person.name, "VN", (minister, long), (again,), again),)),
    )
    found = compile_dossier(replace(material, people=(known,), readings=readings), VN, KH)
    assert texts(found, "people") == ["Lê Văn Bình (VN): Minister (2026-03-13 to 2026-04-03)"]


def test_since_leaves_out_earlier_reports(material: Material) -> None:
    found = compile_dossier(material, VN, KH, since="2026-04-01")
    assert found.coverage.reports == 1
    sections = [section for section in found.sections if section.key != "indicators"]
    assert {c.report for s in sections for line in s.lines for c in line.citations} == {"r2"}


def test_an_indicator_with_a_newer_figure_keeps_its_earlier_ones(material: Material) -> None:
    found = compile_dossier(material, VN, KH, since="2026-04-01")
    assert [c.report for c in found.section("indicators").lines[0].citations] == ["r1", "r2"]


def test_every_quote_stands_where_it_is_said_to(material: Material, dossier: Dossier) -> None:
    for section in dossier.sections:
        for line in section.lines:
            for found in line.citations:
                text = material.reports[found.report].text
                assert text[found.start : found.end] == found.quote
                assert found.before + found.quote + found.after in text


def test_a_quote_is_completed_to_its_sentence(dossier: Dossier) -> None:
    thanks = dossier.section("courtesies").lines[0].citation
    assert (thanks.before, thanks.after) == ("", ".")
    trade = dossier.section("indicators").lines[0].citation
    assert (trade.before, trade.after) == ("", ", he said.")


def test_a_pair_of_which_nothing_is_known_has_an_empty_dossier() -> None:
    found = compile_dossier(Material(reports={}, readings=()), VN, KH)
    assert (found.coverage.reports, found.coverage.first) == (0, None)
    assert not any(section.lines for section in found.sections)


def test_an_unknown_section_is_refused(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        dossier.section("weather")


def test_of_two_visits_on_the_same_words_only_the_pairs_own_is_taken(material: Material) -> None:
    first, second = material.encounters
    elsewhere = KnownEncounter("e3", replace(first.encounter, parties=("VN", "LA")), first.evidence)
    found = compile_dossier(replace(material, encounters=(elsewhere, second)), VN, KH)
    assert texts(found, "encounters") == ["2 April 2026, Phnom Penh: meeting – Trần Thị Mai (VN)"]


def test_a_matter_moves_from_report_to_report(material: Material) -> None:
    first, second = material.readings
    asked, agreed = first.statements[0], replace(first.statements[2], evidence=second.statements[0].evidence)
    matter = Matter("m", ("KH", "VN"), "border", "agreed", (asked, agreed), ())
    readings = (first, replace(second, statements=(agreed,)))
    found = compile_dossier(replace(material, matters=(matter,), readings=readings), VN, KH)
    [line] = found.section("matters").lines
    about = "Open the Prek Chak gate earlier (Border demarcation and management)"
    assert line.text == f"{about}: 13 March 2026, Viet Nam asked → 3 April 2026, both agreed"
    assert (line.state, [citation.report for citation in line.citations]) == ("agreed", ["r1", "r2"])


def test_what_is_told_on_no_known_day_is_not_the_latest_step(material: Material) -> None:
    first, second = material.readings
    asked, agreed = first.statements[0], replace(first.statements[2], evidence=second.statements[0].evidence)
    matter = Matter("m", ("KH", "VN"), "border", "agreed", (asked, agreed), ())
    reports = {key: replace(report, published=None if key == "r1" else "2026-04-03") for key, report in REPORTS.items()}
    found = replace(
        material, matters=(matter,), readings=(first, replace(second, statements=(agreed,))), reports=reports
    )
    [line] = compile_dossier(found, VN, KH).section("matters").lines
    assert line.text.endswith("3 April 2026, both agreed; undated, Viet Nam asked")


def test_what_one_tells_of_having_asked_is_not_told_twice(material: Material) -> None:
    first, *rest = material.readings
    asked = replace(first.statements[0], content="We have asked Cambodia for a date")
    found = compile_dossier(replace(material, readings=(replace(first, statements=(asked,)), *rest)), VN, KH)
    assert "Lê Văn Bình (VN) said: “We have asked Cambodia for a date”" in texts(found, "asks_a")


def test_a_matter_of_one_report_has_not_moved(dossier: Dossier) -> None:
    assert dossier.section("matters").lines == ()


def test_a_request_shows_what_it_hangs_on(material: Material) -> None:
    first, *rest = material.readings
    asked = first.statements[0]
    condition = replace(asked.evidence, quote="provided that\nfees are settled")
    bound = replace(first, statements=(replace(asked, conditions=(condition,)),))
    found = compile_dossier(replace(material, readings=(bound, *rest)), VN, KH)
    told = [line.conditions for section in found.sections for line in section.lines if line.conditions]
    assert told == [("provided that fees are settled",)]
