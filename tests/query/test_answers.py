"""Whether the record goes on after a request: only what is about the same object answers it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import (
    Act,
    Encounter,
    Evidence,
    Figure,
    KnownEncounter,
    Report,
    Statement,
    Undertaking,
    UndertakingStatus,
)
from communique.query.answers import Answers
from communique.query.citing import Citing

DAYS = {f"r{n}": f"2026-0{n}-01" for n in range(1, 5)}
REPORTS = {key: Report(key, "", published=day) for key, day in DAYS.items()}


def said(
    act: Act, content: str, party: str, report: str = "r1", start: int = 0, figures: tuple[float, ...] = ()
) -> Statement:
    evidence = Evidence(report, start, start + len(content), content)
    span = (start, start + len(content))
    return Statement(act, (), (party,), (), (), "said", content, span, evidence, figures=figures)


def undertaken(
    name: str, status: UndertakingStatus, report: str, start: int = 0, figures: tuple[float, ...] = ()
) -> Undertaking:
    evidence = Evidence(report, start, start + len(name), name)
    return Undertaking("programme", name, ("VN", "KH"), status, evidence, figures=figures)


def answer(item: Statement, *later: Statement | Undertaking, **narrative: str) -> str | None:
    """The state of an item, given later items and the text of later reports by id."""
    statements = tuple(other for other in later if isinstance(other, Statement))
    undertakings = tuple(other for other in later if isinstance(other, Undertaking))
    reports = REPORTS | {key: replace(REPORTS[key], text=text) for key, text in narrative.items()}
    found = Answers((item, *statements), undertakings, Citing(reports)).to(item)
    return found.state if found else None


REQUEST = said("request", "to speed up land border demarcation and marker placement", "VN")


def test_nothing_later_is_no_answer() -> None:
    assert answer(REQUEST) is None


def test_a_later_agreement_on_the_same_object_answers() -> None:
    assert answer(REQUEST, said("agree", "to finish demarcating the land border", "KH", "r2")) == "agreed"


def test_an_agreement_on_another_object_of_the_topic_does_not() -> None:
    assert answer(REQUEST, said("agree", "to open the border gates on Sundays", "KH", "r2")) is None


def test_an_earlier_agreement_does_not() -> None:
    late = said("request", "to speed up land border demarcation", "VN", "r3")
    assert answer(late, said("agree", "to finish demarcating the land border", "KH", "r2")) is None


def test_the_other_sides_promise_answers_and_ones_own_does_not() -> None:
    assert answer(REQUEST, said("commit", "land border demarcation within a year", "KH", "r2")) == "promised"
    assert answer(REQUEST, said("commit", "land border demarcation within a year", "VN", "r2")) is None


def test_the_last_answer_holds() -> None:
    agreed = said("agree", "to finish land border demarcation", "KH", "r2")
    done = undertaken("land border demarcation", "completed", "r3")
    assert answer(REQUEST, done, agreed) == "done"


def test_what_is_asked_for_is_no_answer_to_the_asking() -> None:
    within = undertaken("land border demarcation", "agreed", "r1", start=12)
    assert answer(REQUEST, within) is None


def test_words_of_courtesy_and_the_parties_names_are_no_object() -> None:
    vague = said("request", "to further strengthen cooperation between Viet Nam and Cambodia", "VN")
    assert answer(vague, said("agree", "to strengthen cooperation of Viet Nam and Cambodia", "KH", "r2")) is None


def test_a_refusal_of_the_other_side_is_an_answer() -> None:
    assert answer(REQUEST, said("reject", "speeding up land border demarcation", "KH", "r2")) == "declined"


def test_a_reply_in_other_words_answers_when_it_follows_at_once() -> None:
    reply = said("agree", "to the request", "KH", start=len(REQUEST.content) + 20)
    assert answer(REQUEST, reply) == "agreed"


def test_a_promise_about_something_else_later_in_the_report_does_not() -> None:
    other = said("commit", "ten scholarships a year", "KH", start=len(REQUEST.content) + 20)
    assert answer(REQUEST, other) is None


@pytest.mark.parametrize("act", ["commit", "agree"])
def test_a_promise_to_look_at_a_request_leaves_it_open(act: Act) -> None:
    reply = said(act, "to review the request", "KH", start=len(REQUEST.content) + 20)
    assert answer(REQUEST, reply) == f"open, {'promised' if act == 'commit' else 'agreed'} to review"


def test_talks_about_it_are_no_agreement_on_it() -> None:
    talks = said("agree", "to resume talks on land border demarcation and marker placement", "KH", "r2")
    assert answer(REQUEST, talks) == "open, agreed to resume talks"


def test_a_quota_that_is_to_be_raised_is_granted() -> None:
    asked = said("request", "to double the quota for shrimp", "EC")
    assert answer(asked, said("agree", "to raise the quota for shrimp", "CL", "r2")) == "agreed"


def test_what_was_only_to_be_studied_does_not_undo_a_promise() -> None:
    promise = said("commit", "land border demarcation within a year", "KH", "r2")
    study = said("commit", "Cambodia would study land border demarcation with experts", "KH", "r3")
    assert answer(REQUEST, promise, study) == "promised"


def test_a_smaller_number_grants_a_part() -> None:
    asked = said("request", "to provide ten patrol vessels", "PH", figures=(10.0,))
    assert answer(asked, undertaken("five patrol vessels", "agreed", "r2", figures=(5.0,))) == "agreed, in part"


BAN = said("request", "to lift its ban on imports of Cambodian cassava", "KH")


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("The ban on imports of cassava was lifted on July 2, the ministry confirmed.", "done"),
        ("Thailand has scrapped its ban on imports of Cambodian cassava.", "done"),
        ("Lifting of the cassava import ban has been postponed to next year, the ministry said.", "delayed"),
        ("Thailand has refused to lift the ban on cassava imports.", "declined"),
        ("The ban on cassava imports will be lifted in July.", None),
        ("Thailand has not yet lifted the ban on cassava imports.", None),
        ("Farmers hope that the ban on imports of cassava is lifted.", None),
        ("Cambodia lifted its own ban on imports of Thai cassava.", None),
        ("Thailand lifted an earlier ban on imports of cassava in 2019.", None),
        ("Thailand lifted its ban on imports of fish.", None),
    ],
)
def test_what_a_later_report_tells_has_been_done_answers(told: str, state: str | None) -> None:
    assert answer(BAN, r3=told) == state


@pytest.mark.parametrize(
    ("asked", "party", "told", "state"),
    [
        ("to reopen the Zosin border crossing", "UA", "The Zosin border crossing reopened to cars on Monday.", "done"),
        ("to cut tariffs on Peruvian onions", "PE",
         "Chile's tariff on Peruvian onions fell from 11 to 4 per cent on July 1.", "done"),
        ("the release of five sailors", "PK", "The five sailors were freed on Tuesday and flown to Karachi.", "done"),
        ("the release of five sailors", "PK", "The five sailors remain in custody, the embassy said.", None),
        ("a hotline between the two coast guards", "VN",
         "The hotline between the coast guards went into operation on May 2.", "done"),
        ("to postpone the deportation of 200 nurses", "PH",
         "Oman has postponed the deportation of the 200 nurses, its labour ministry said.", "done"),
        ("not to raise the duty on tea", "KE", "Pakistan raised the duty on Kenyan tea by 5 per cent.", None),
        ("to build a bridge over the Sixaola river", "CR",
         "Work on the bridge over the Sixaola river began on Monday.", "under way"),
        ("to pay the 30 million euros owed for gas", "MD",
         "Half of the 30 million euros owed for gas has been paid.", "done, in part"),
        ("to allow trucks with perishable goods to cross at night", "GT",
         "Trucks with perishable goods are allowed to cross at night from Monday.", "done"),
        ("to allow trucks with perishable goods to cross at night", "GT",
         "Trucks with perishable goods were not allowed to cross at night.", None),
        ("to hand over the archive of the 1952 expedition", "NO",
         "The archive of the 1952 expedition was handed over on Thursday.", "done"),
        ("that Turkey extradite two suspects in the Varna bank case", "BG",
         "Turkey extradited one of the two suspects in the Varna bank case on Friday.", "done, in part"),
    ],
)  # fmt: skip
def test_deeds_are_told_in_many_words(asked: str, party: str, told: str, state: str | None) -> None:
    assert answer(said("request", asked, party), r3=told) == state


def test_what_is_told_in_an_earlier_or_undated_report_does_not() -> None:
    late = replace(BAN, evidence=replace(BAN.evidence, report="r4"))
    assert answer(late, r3="The ban on imports of cassava was lifted.") is None


def test_what_the_asking_side_received_was_given() -> None:
    asked = said("request", "to issue visas to Nepali trainees faster", "NP")
    assert answer(asked, r2="Nepali trainees now receive their visas in two weeks.") == "done"


def test_a_verb_with_its_particle_behind_the_object_is_known() -> None:
    asked = said("request", "to return the survey vehicles by March 1", "IN")
    assert answer(asked, r2="Nepal handed the survey vehicles back on February 10.") == "done"


def test_a_sentence_that_asks_again_tells_no_deed() -> None:
    text = "Cambodia asked once more that the ban on imports of cassava, never lifted in part, be lifted."
    again = replace(said("request", text, "KH", "r3"), evidence=Evidence("r3", 0, len(text), text))
    assert answer(BAN, again, r3=text) is None


def test_an_answer_of_no_known_day_is_not_known_to_be_later() -> None:
    undated = said("agree", "to finish demarcating the land border", "KH", "r9")
    citing = Citing(REPORTS | {"r9": Report("r9", "")})
    assert Answers((REQUEST, undated), (), citing).to(REQUEST) is None


@pytest.mark.parametrize(
    "content",
    [
        "to work together to reopen the Prek Chak gate",
        "that a free and open gate at Prek Chak is essential",
        "the commitment to an open gate at Prek Chak",
    ],
)
def test_what_has_no_end_is_not_told_as_done(content: str) -> None:
    assert answer(said("commit", content, "VN"), r2="The gate at Prek Chak was opened and work shared.") is None


def test_a_promise_is_not_answered_by_a_promise_nor_by_a_treaty_in_force() -> None:
    promise = said("commit", "to defend Cambodia under the mutual defence treaty of Bavet", "VN")
    treaty = undertaken("mutual defence treaty of Bavet", "in force", "r2")
    assert answer(promise, treaty, said("commit", "mutual defence under the treaty of Bavet", "KH", "r3")) is None


def test_a_promise_that_was_kept_is_done() -> None:
    promise = said("commit", "Australia would open the consulate in Manado by October", "AU")
    assert answer(promise, r4="Australia opened its consulate in Manado on Monday.") == "done"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Farmers said that the ban on imports of Cambodian cassava hurts them.", True),
        ("Farmers said that floods hurt them.", False),
    ],
)
def test_word_of_an_object_after_its_term_is_heard(text: str, heard: bool) -> None:
    reports = REPORTS | {"r4": replace(REPORTS["r4"], text=text)}
    assert Answers((BAN,), (), Citing(reports)).is_heard_of(BAN, "2026-03") is heard
    assert not Answers((BAN,), (), Citing(reports)).is_heard_of(BAN, "2026-04")


def test_a_smaller_number_done_is_done_in_part() -> None:
    asked = said("request", "to provide ten patrol vessels", "PH", figures=(10.0,))
    text = "Two patrol vessels given by Japan arrived in Subic on Monday."
    two = Figure(2.0, "vessel", "patrol vessels", Evidence("r3", 0, 18, text[:18]))
    citing = Citing(REPORTS | {"r3": replace(REPORTS["r3"], text=text)})
    found = Answers((asked,), (), citing, (two,)).to(asked)
    assert found is not None and found.state == "done, in part"


@pytest.mark.parametrize(("place", "state"), [("IT", "done"), ("EG", None)])
def test_an_invitation_is_taken_up_by_a_visit(place: str, state: str | None) -> None:
    invited = replace(said("invite", "to visit Rome in May", "IT"), addressees=("Salma Fawzi",))
    evidence = Evidence("r4", 0, 1, "x")
    visit = Encounter(
        "visit", "held", ("EG", "IT"), ("Salma Fawzi",), evidence, start="2026-03-20", place_country=place
    )
    found = Answers((invited,), (), Citing(REPORTS), (), (KnownEncounter("e", visit, (evidence,)),)).to(invited)
    assert (found.state if found else None) == state
