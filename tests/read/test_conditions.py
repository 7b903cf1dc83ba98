"""What a commitment or a request hangs on: conditions, term and figures."""

import pytest

from communique.model import Statement
from tests.read.texts import told


def only(sentence: str, act: str) -> Statement:
    found = [s for s in told(sentence).statements if s.act == act]
    assert len(found) == 1, [(s.act, s.content) for s in told(sentence).statements]
    return found[0]


def conditions(sentence: str, act: str) -> list[str]:
    return [condition.quote for condition in only(sentence, act).conditions]


@pytest.mark.parametrize(
    ("sentence", "act", "condition"),
    [
        ("Brandt promised to open the credit line, provided that the audit is published.", "commit",
         "provided that the audit is published"),
        ("Otieno pledged to lift the ban once the laboratory has sent its report.", "commit",
         "once the laboratory has sent its report"),
        ("Brandt promised that the second tranche would be paid, subject to approval by parliament.", "commit",
         "subject to approval by parliament"),
        ("Otieno asked Germany to ease visa rules if the number of overstays falls.", "request",
         "if the number of overstays falls"),
        ("They agreed to reopen the consulate on condition that its security is guaranteed.", "agree",
         "on condition that its security is guaranteed"),
        ("Brandt pledged to keep the quota unless the Bundestag objects.", "commit", "unless the Bundestag objects"),
    ],
)  # fmt: skip
def test_a_condition_is_linked(sentence: str, act: str, condition: str) -> None:
    assert conditions(sentence, act) == [condition]


def test_a_condition_carries_its_place_in_the_report() -> None:
    reading = told("Otieno pledged to lift the ban once the laboratory has sent its report.")
    found = [c for s in reading.statements for c in s.conditions]
    assert [c.report for c in found] == ["r"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Otieno asked Germany to send back the pending papers of 36 trucks.",
        "They agreed to meet once a year.",
    ],
)
def test_words_that_only_look_like_a_condition(sentence: str) -> None:
    assert all(s.conditions == () for s in told(sentence).statements)


@pytest.mark.parametrize(
    ("sentence", "act", "due"),
    [
        ("Otieno asked Germany to ratify the tax treaty by the end of this year.", "request", "2026-12"),
        ("Brandt promised to send the books before June 30.", "commit", "2026-06-30"),
        ("They agreed to finish the talks by the third quarter.", "agree", "2026-09"),
        ("Brandt promised that the books would arrive no later than August 31.", "commit", "2026-08-31"),
    ],
)
def test_the_term_of_what_binds(sentence: str, act: str, due: str) -> None:
    assert only(sentence, act).due == due


def test_a_date_inside_a_condition_is_no_term() -> None:
    said = only("Brandt pledged to lift the ban if the report is published by June 30.", "commit")
    assert (said.due, [c.quote for c in said.conditions]) == (None, ["if the report is published by June 30"])


def test_figures_of_what_binds() -> None:
    assert only("Brandt promised to send 5,000 textbooks to Kenyan schools.", "commit").figures == (5000.0,)


def test_a_past_fact_has_no_term() -> None:
    found = told("Otieno said that the harbour was finished by March 2024.").statements
    assert all(s.due is None for s in found)


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Brandt told Otieno that visas would be issued within 15 days from January.", "P15D"),
        ("Brandt promised that a report would be sent within a month of the signing.", "P1M"),
    ],
)
def test_a_length_of_time_from_another_day_stays_a_length(sentence: str, due: str) -> None:
    [statement] = told(sentence).statements
    assert (statement.act, statement.due) == ("commit", due)


@pytest.mark.parametrize(("term", "due"), [("October", "2026-10"), ("October 2025", "2025-10")])
def test_a_term_without_a_year_lies_ahead(term: str, due: str) -> None:
    [statement] = told(f"Brandt said that Germany would open the consulate in Kisumu by {term}.").statements
    assert statement.due == due
