"""The tables agree with one another."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.model import Act, EncounterType
from communique.read.events.classifier import EVENTS
from communique.read.events.codebook import (
    act_rule,
    cameo_of,
    cameo_rows,
    contexts_of_topics,
    encounter_rule,
    mode_of,
    quad_of,
)
from communique.read.topics import topics


def test_every_code_has_a_type_with_a_quad_class() -> None:
    assert {quad_of(row.event) for row in cameo_rows()} == {1, 2, 3, 4}


def test_codes_are_listed_once() -> None:
    codes = [row.code for row in cameo_rows()]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("event", EVENTS)
def test_every_type_of_the_classifier_has_a_quad_class(event: str) -> None:
    assert quad_of(event) in {1, 2, 3, 4}


@pytest.mark.parametrize("act", get_args(Act))
@pytest.mark.parametrize("negated", [False, True])
def test_acts_count_as_known_types_or_none(act: str, negated: bool) -> None:
    rule = act_rule(act, negated)
    assert rule.event is None or rule.event in EVENTS
    assert set(rule.choices) <= set(EVENTS)


@pytest.mark.parametrize("type", get_args(EncounterType))
def test_every_type_of_encounter_counts_as_something(type: str) -> None:
    assert encounter_rule(type).event in EVENTS


@pytest.mark.parametrize(
    ("event", "mode", "contexts", "code"),
    [
        ("REQUEST", None, (), "100"),
        ("REQUEST", "assist", ("economic",), "1011"),
        ("REQUEST", "yield", ("military",), "1056"),
        ("CONSULT", "phone", (), "041"),
        ("AID", None, ("humanitarian",), "073"),
        ("AGREE", None, ("military",), "0312"),
        ("AGREE", None, (), "030"),
        ("ACCUSE", "disapprove", (), "110"),
        ("ACCUSE", "allege", (), "110"),
        ("REQUEST", "yield", (), "105"),
        ("COERCE", "restrict", (), "170"),
        ("AID", None, ("culture", "military"), "070"),
        ("YIELD", None, (), None),
    ],
)
def test_code_of_type_mode_and_context(event: str, mode: str | None, contexts: tuple[str, ...], code: str) -> None:
    assert cameo_of(event, mode, contexts) == code


@pytest.mark.parametrize(
    ("event", "text", "mode"),
    [
        ("REQUEST", "to release the detained fishermen", "yield"),
        ("REQUEST", "to resume talks on the border", "meet"),
        ("REQUEST", "to facilitate visas for its students", "assist"),
        ("REQUEST", "to see the point", None),
        ("CONSULT", "by telephone", "phone"),
        ("PROTEST", "in the main square", "demo"),
        ("AGREE", "to build a bridge", None),
    ],
)
def test_mode_is_told_by_words(event: str, text: str, mode: str | None) -> None:
    assert mode_of(event, text) == mode


def test_every_topic_has_contexts_and_an_agendas_code() -> None:
    assert all(topic.cap and topic.plover for topic in topics().values())


def test_contexts_of_topics_come_once_in_their_order() -> None:
    assert contexts_of_topics(("trade", "defence", "investment", "no such topic")) == ("economic", "military")
