"""Which code an item gets, and on what it rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

import communique
from communique.model import Act, Encounter, EncounterType, Evidence, Statement
from communique.read.events import code_encounter, code_statement
from communique.read.events.codebook import tells_of_an_event

QUOTE = "Minister Ana Lopez urged Peru to release the detained fishermen"
EVIDENCE = Evidence("r", 0, len(QUOTE), QUOTE)


def statement(act: Act, cue: str = "urged", content: str = "to release the detained fishermen") -> Statement:
    return Statement(act, ("Ana Lopez",), ("CL",), (), ("PE",), cue, content, None, EVIDENCE)


def encounter(type: EncounterType) -> Encounter:
    return Encounter(type, "held", ("CL", "PE"), (), EVIDENCE)


def test_a_request_to_release_is_a_request_to_yield() -> None:
    code = code_statement(statement("request"))
    assert code is not None
    assert (code.event, code.quad, code.mode, code.basis) == ("REQUEST", 3, "yield", "act")


@pytest.mark.parametrize(
    ("act", "event"),
    [
        ("propose", "AGREE"), ("agree", "AGREE"), ("support", "SUPPORT"), ("appreciate", "SUPPORT"),
        ("invite", "AGREE"), ("reject", "REJECT"), ("discuss", "CONSULT"),
    ],
)  # fmt: skip
def test_the_act_decides(act: Act, event: str) -> None:
    code = code_statement(statement(act))
    assert code is not None and code.event == event


@pytest.mark.parametrize("act", ["greet", "inform", "assess"])
def test_courtesy_and_views_are_no_event(act: Act) -> None:
    assert code_statement(statement(act)) is None


def test_what_is_signed_supports() -> None:
    code = code_statement(statement("agree", "signed", "a treaty on fishing"))
    assert code is not None and (code.event, code.cameo) == ("SUPPORT", "057")


def test_what_was_not_agreed_is_rejected() -> None:
    code = code_statement(replace(statement("agree", "agreed", "on fishing"), negated=True))
    assert code is not None and code.event == "REJECT"


def test_contexts_come_from_the_topics() -> None:
    code = code_statement(replace(statement("agree", "agreed", "to trade"), topics=("trade",)))
    assert code is not None and (code.contexts, code.cameo) == (("economic",), "0311")


@pytest.mark.parametrize(
    ("type", "event", "mode", "cameo"),
    [
        ("meeting", "CONSULT", None, "040"), ("visit", "CONSULT", "visit", "042"),
        ("call", "CONSULT", "phone", "041"), ("donation", "AID", None, "070"),
    ],
)  # fmt: skip
def test_the_type_of_an_encounter_decides(type: EncounterType, event: str, mode: str | None, cameo: str) -> None:
    code = code_encounter(encounter(type))
    assert code is not None
    assert (code.event, code.mode, code.cameo, code.basis) == (event, mode, cameo, "type")


def test_a_meeting_in_a_third_country_is_told_apart() -> None:
    code = code_encounter(replace(encounter("meeting"), place_country="CH"))
    assert code is not None and (code.mode, code.cameo) == ("third-party", "044")


def test_a_planned_meeting_is_an_intention() -> None:
    code = code_encounter(replace(encounter("meeting"), status="planned"))
    assert code is not None and (code.event, code.cameo) == ("AGREE", "036")


def test_a_signing_ceremony_is_a_signature() -> None:
    signed = Evidence("r", 0, 44, "The two ministers signed a treaty on fishing")
    code = code_encounter(replace(encounter("ceremony"), evidence=signed))
    assert code is not None and (code.event, code.cameo) == ("SUPPORT", "057")


def test_what_was_called_off_is_no_event() -> None:
    assert code_encounter(replace(encounter("visit"), status="cancelled")) is None


@pytest.mark.parametrize(
    ("text", "source", "target", "event"),
    [
        ("Kenya condemned Peru for the arrest of two pilots.", "Kenya", "Peru", "ACCUSE"),
        ("Kenya's president held talks with the king of Tonga.", "Kenya's president", "the king of Tonga", "CONSULT"),
        ("The miners of Tula went on strike against the company.", "The miners of Tula", "the company", "PROTEST"),
        ("Chad released two sailors from Norway.", "Chad", "Norway", "YIELD"),
    ],
)
def test_a_sentence_alone_is_coded(text: str, source: str, target: str, event: str) -> None:
    code = communique.code(text, source=source, target=target)
    assert code is not None
    assert (code.event, code.basis) == (event, "classifier")
    assert code.score is not None and 0 < code.score <= 1


def test_a_sentence_can_be_coded_without_its_sides() -> None:
    code = communique.code("The two presidents spoke by telephone.")
    assert code is not None and code.quad == 1


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "Thank you for reading.",
        "The museum opens at nine.",
        "Two-way trade reached US$12 billion in 2025.",
        "The capital of Chad is N'Djamena.",
    ],
)
def test_what_tells_of_no_event_has_no_code(text: str) -> None:
    assert communique.code(text) is None


def test_naming_two_sides_makes_no_event() -> None:
    assert communique.code("Chad and Peru both grow coffee.", source="Chad", target="Peru") is None


def test_thanks_that_are_reported_count_as_praise() -> None:
    code = communique.code("Chad thanked Peru for its help.", source="Chad", target="Peru")
    assert code is not None and (code.event, code.quad) == ("SUPPORT", 1)


def test_what_thanks_to_somebody_was_done_is_no_courtesy() -> None:
    assert tells_of_an_event("Thanks to a loan from Peru, the school was built.")
    assert not tells_of_an_event("Thanks for the loan.")
