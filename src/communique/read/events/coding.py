"""Codes for statements, encounters and single sentences.

A statement's code follows from its act, an encounter's from its type. The classifier settles what that leaves open, and
codes a sentence that comes alone. What is no event has no code.
"""

from __future__ import annotations

import re

from communique.model import CodeBasis, Encounter, EventCode, Span, Statement
from communique.read.events.classifier import classifier
from communique.read.events.codebook import (
    Rule,
    act_rule,
    cameo_of,
    contexts_of,
    contexts_of_topics,
    encounter_rule,
    mode_of,
    quad_of,
    signing,
    special_rule,
    tells_of_an_event,
)
from communique.read.events.features import Marked
from communique.read.parties import parties

# The classifier overrules the type that an act stands for only where it is nearly certain: it has seen news of
# every kind, and readouts of diplomacy are the milder part of it.
_SURE = 0.8
# Below this the likeliest type of a sentence is no better than chance: of 213 annotated sentences with an event 210 are
# coded still (195 of them with nobody named as source or target), of everyday sentences hardly any.
_LIKELY = 0.25
_SIGNED = Rule("SUPPORT", cameo="057")


def code(text: str, source: str | None = None, target: str | None = None) -> EventCode | None:
    """The code of the event that a sentence tells, between `source` who acts and `target` whom it is done to.

    Both are given as they are printed in the sentence ("the ministry"); what is not printed there tells the
    classifier nothing. `event` is the likeliest of PLOVER's types. None where no word of the sentence tells of an
    event, or the classifier finds no type likely. Raises `MissingWeightsError` where the package came without the
    classifier's weights.
    """
    if not tells_of_an_event(text):
        return None
    marked = Marked(text, _places(text, source), _places(text, target))
    event, score = classifier().best(marked)
    if score < _LIKELY:
        return None
    mode = mode_of(event, text)
    contexts = contexts_of(text)
    return EventCode(event, quad_of(event), mode, contexts, cameo_of(event, mode, contexts), "classifier", score)


def code_statement(item: Statement) -> EventCode | None:
    """The code of a statement; None where its act is no event (greetings, information, views)."""
    rule = act_rule(item.act, item.negated)
    if rule.event is None:
        return None
    if item.act == "agree" and not item.negated and signing().match(item.cue):
        rule = _SIGNED
    chosen, score = _settled(rule, item)
    text = f"{item.cue} {item.content}"
    contexts = contexts_of_topics(item.topics)
    return _coded(chosen, contexts, chosen.mode or mode_of(str(chosen.event), text), "act", score)


def code_encounter(item: Encounter) -> EventCode | None:
    """The code of an encounter; None for one that was called off, since nobody is told to have refused it."""
    if item.status == "cancelled":
        return None
    contexts = contexts_of(item.evidence.quote)
    if item.status == "planned":
        rule = special_rule("planned_gift" if item.type == "donation" else "planned")
    elif item.type == "ceremony" and signing().search(item.evidence.quote):
        rule = _SIGNED
    elif _is_elsewhere(item):
        rule = special_rule("elsewhere")
    else:
        rule = encounter_rule(item.type)
    return _coded(rule, contexts, rule.mode, "type", None) if rule.event else None


def _coded(rule: Rule, contexts: tuple[str, ...], mode: str | None, basis: CodeBasis, score: float | None) -> EventCode:
    event = str(rule.event)
    cameo = rule.cameo or cameo_of(event, mode, contexts)
    return EventCode(event, quad_of(event), mode, contexts, cameo, "classifier" if score else basis, score)


def _settled(rule: Rule, item: Statement) -> tuple[Rule, float | None]:
    """The rule, or what the classifier is sure of instead; the probability where it overruled."""
    if not rule.choices or not classifier().present():
        return rule, None
    event, score = classifier().best(_marked(item), rule.choices)
    return (rule, None) if event == rule.event or score < _SURE else (Rule(event), score)


def _marked(item: Statement) -> Marked:
    """The statement's quote: what stands before its cue is the source, an addressee that it names the target."""
    quote = item.evidence.quote
    cue = quote.find(item.cue)
    source = (Span(0, cue),) if cue > 0 else ()
    named = [*item.addressees, *(_name(party) for party in item.addressee_parties)]
    target = next((found for name in named if (found := _places(quote[max(cue, 0) :], name))), ())
    moved = tuple(Span(span.start + max(cue, 0), span.end + max(cue, 0)) for span in target)
    return Marked(quote, source, moved)


def _name(party: str) -> str:
    return parties()[party].name if party in parties() else party


def _is_elsewhere(item: Encounter) -> bool:
    """Whether states met in a country that is none of theirs."""
    states = {party for party in item.parties if party in parties() and parties()[party].kind == "state"}
    held = item.place_country
    return item.type in {"meeting", "consultation"} and held is not None and len(states) > 1 and held not in states


def _places(text: str, name: str | None) -> tuple[Span, ...]:
    """Where a name stands in a text as whole words, in any case."""
    if not name or not name.strip():
        return ()
    pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
    return tuple(Span(*match.span()) for match in pattern.finditer(text))
