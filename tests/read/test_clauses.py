"""Clauses: whose action, of what, in which mood."""

import pytest

from communique.read.analysis import Analysis, Clause
from tests.read.texts import analysed


def clause(text: str, lemma: str) -> tuple[Analysis, Clause]:
    analysis = analysed(text)
    return analysis, next(found for found in analysis.clauses if found.lemma == lemma)


def word(analysis: Analysis, index: int | None) -> str | None:
    return None if index is None else analysis.tokens[index].text


def test_subject_and_object() -> None:
    analysis, found = clause("The minister thanked Cambodia.", "thank")
    assert (word(analysis, found.subject), word(analysis, found.object)) == ("minister", "Cambodia")


def test_a_participle_takes_over_the_subject() -> None:
    analysis, found = clause("Welcoming the visit, the minister praised the envoy.", "welcome")
    assert word(analysis, found.subject) == "minister"
    assert found.subject_shared


def test_an_infinitive_is_the_action_of_whom_one_asks() -> None:
    analysis, found = clause("The minister urged Cambodia to open its market.", "open")
    assert word(analysis, found.subject) == "Cambodia"


def test_took_the_opportunity_to_is_the_subjects_own_action() -> None:
    analysis, found = clause("The visitor took the opportunity to convey greetings.", "convey")
    assert word(analysis, found.subject) == "visitor"


def test_a_passive_has_its_agent() -> None:
    analysis, found = clause("The plan was rejected by the minister.", "reject")
    assert (found.voice, word(analysis, found.agent)) == ("passive", "minister")


@pytest.mark.parametrize(
    ("text", "tense", "modality", "negated"),
    [
        ("Kenya will build the road.", "future", "will", False),
        ("Kenya did not build the road.", "past", None, True),
        ("Both sides should build the road.", "present", "should", False),
    ],
)
def test_mood(text: str, tense: str, modality: str | None, negated: bool) -> None:
    _, found = clause(text, "build")
    assert (found.tense, found.modality, found.negated) == (tense, modality, negated)


def test_whom_one_thanks_for_doing_something_does_it() -> None:
    analysis = analysed("President Biden congratulated President Njeri for hosting the climate summit.")
    hosting = next(c for c in analysis.clauses if c.lemma == "host")
    assert hosting.subject is not None and analysis.tokens[hosting.subject].text == "Njeri"
