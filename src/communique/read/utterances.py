"""Whether a cue in its place tells of an utterance: not of a deed, of a talk to come, or of what a thing does."""

from __future__ import annotations

from dataclasses import replace

from communique.read.analysis import POSSESSIVES, Analysis, Clause, Token
from communique.read.cues import CueUse, lexicon
from communique.read.encounter_sides import is_sent
from communique.read.offices import is_head
from communique.read.people import Cast

_ENCOUNTERING = {"meet", "speak", "visit", "receive", "phone", "telephone", "travel", "arrive"}
_HOLDING = {"make", "hold", "have", "pay", "conduct"}
_ENCOUNTERS = {"call", "meeting", "talk", "visit", "conversation", "consultation"}
# What one comes together for: "spoke with X *to reiterate* …", "convened the sides *to urge* …".
_COMING_TOGETHER = {
    "meet", "speak", "talk", "convene", "host", "gather", "phone", "telephone", "call", "join", "hold", "participate",
}  # fmt: skip
# Acts told as the purpose of another ("met X to discuss …", "took the opportunity to thank …").
_PURPOSES = {"discuss", "appreciate", "greet", "inform", "invite", "concern"}
# Of these the purpose may be a deed as well ("steps *to tackle* the drought"), but for people who come together.
_DONE_TOO = {"tackle", "cover", "explore", "examine"}
_PLANNED = {"will", "shall", "would", "can", "could", "may", "might", "should", "must", "need to", "have to"}
_IN_CASE = {"if", "unless", "until"}  # "if Kenya signs": what may come to be
_OPPORTUNITIES = {"opportunity", "occasion", "chance"}
_QUESTIONING = {"whether", "if", "why", "how", "when", "where", "what", "who", "which"}
_FIRST_PERSON = {"we", "i"}


def is_uttered(analysis: Analysis, cast: Cast, use: CueUse) -> bool:
    """Whether somebody speaks where a cue stands."""
    done = (
        _described(analysis, use)
        or _narrated(analysis, use)
        or _receives(analysis, cast, use)
        or _enacts(analysis, use)
        or _calls_home(analysis, use)
        or _has_in_common(analysis, use)
        or _questioned(analysis, use)
        or _is_a_way(analysis, use)
    )
    if use.source is not None and _is_news_agency(analysis, use.source):
        return False
    return not (done or _merely_planned(analysis, use) or _of_a_thing(analysis, use) or _enabled(analysis, use))


def _is_news_agency(analysis: Analysis, source: int) -> bool:
    """ "The *News Agency* of Chad reports": the agency's own words are nobody's statement."""
    words = {token.lower for token in analysis.subtree(source)}
    return analysis.tokens[source].lower in {"agency", "news"} and {"news", "agency"} <= words


def by_who_came(analysis: Analysis, use: CueUse) -> CueUse:
    """ "A spoke with B *to reiterate* …": it is A who reiterates, though the parser hang the purpose from B."""
    meeting = _what_for(analysis, use)
    if meeting is None or meeting.subject is None:
        return use
    return replace(use, source=meeting.subject)


def _what_for(analysis: Analysis, use: CueUse) -> Clause | None:
    """The coming together, told as past, whose purpose the cue is."""
    token = _first_joined(analysis, use)
    if token.form != "inf" or token.deprel not in {"advcl", "acl"}:
        return None
    above = analysis.tokens[token.head]
    while above.upos in {"NOUN", "PROPN"} and above.head != above.index:
        above = analysis.tokens[above.head]
    clause = analysis.clause_of.get(above.index)
    met = clause is not None and clause.lemma in _COMING_TOGETHER and clause.tense == "past"
    return clause if met and clause is not None and clause.modality is None else None


def _first_joined(analysis: Analysis, use: CueUse) -> Token:
    """The cue, or the infinitive that it is coordinated with: "a need to *act*, condemn violence and …"."""
    token = analysis.tokens[use.token]
    while token.form == "inf" and token.deprel == "conj" and analysis.tokens[token.head].form == "inf":
        token = analysis.tokens[token.head]
    return token


def _narrated(analysis: Analysis, use: CueUse) -> bool:
    """ "The presidents met on Monday, the ministry said": the agency's source for an encounter, no act of speech."""
    clause = analysis.clause_of.get(use.head) if use.head is not None else None
    if use.act != "content" or clause is None or clause.tense != "past":
        return False
    held = analysis.tokens[clause.object].lemma.lower() if clause.object is not None else ""
    return clause.lemma in _ENCOUNTERING or (clause.lemma in _HOLDING and held in _ENCOUNTERS)


def _questioned(analysis: Analysis, use: CueUse) -> bool:
    """ "*Asked* about the delay, …", "when *asked* whether …": the press asks."""
    token = analysis.tokens[use.token]
    if token.lemma != "ask" or token.form != "part" or token.deprel not in {"advcl", "acl"} or use.content is None:
        return False
    first = next(iter(analysis.between(use.content.start, use.content.end)), token)
    return first.lower in _QUESTIONING or analysis.tokens[max(0, first.index - 1)].lower == "about"


def _is_a_way(analysis: Analysis, use: CueUse) -> bool:
    """ "discussed *how to coordinate* on …": what was talked about, no talk of its own."""
    token = analysis.tokens[use.token]
    ways = analysis.dependents(token.index, "advmod")
    return token.form == "inf" and token.deprel in {"xcomp", "ccomp"} and any(t.lower == "how" for t in ways)


def _of_a_thing(analysis: Analysis, use: CueUse) -> bool:
    """ "an agreement *which supports* …": no one speaks."""
    empty = {"which", "that", "who", "whom", "what", "nothing"}
    if use.content is not None and use.content.of(analysis.text).lower() in empty:
        return True
    if use.head is not None and analysis.tokens[use.head].lower == "this" and analysis.tokens[use.head].deprel == "obj":
        return True  # "said *this* on Monday": what was said stands elsewhere
    return use.source is not None and analysis.tokens[use.source].lower in {"which", "that"}


def _described(analysis: Analysis, use: CueUse) -> bool:
    """ "the plan, outlined by A and *endorsed by* B", "ties *as envisioned* in the pact": a thing is told of."""
    token = analysis.tokens[use.token]
    if token.form != "part" or use.content is None or analysis.dependents(token.index, "aux", "cop", "nsubj"):
        return False
    before, after = analysis.tokens[token.index - 1], analysis.tokens[token.index + 1 : token.index + 2]
    by_whom = any(t.lower == "by" and 0 <= use.content.start - t.end <= len(" the ") for t in after)
    return by_whom or (before.lower == "as" and use.content.start > token.start)


def _receives(analysis: Analysis, cast: Cast, use: CueUse) -> bool:
    """ "welcomed *the Chancellor* to Rome": he is received; "welcomed the Chancellor's plan" backs it."""
    if analysis.tokens[use.token].lemma != "welcome" or use.head is None or use.noun is not None:
        return False
    if use.content is not None and any(
        token.lower in POSSESSIVES and cast.resolve(token.index - 1).people
        for token in analysis.between(use.content.start, use.content.end)
    ):
        return False
    head = analysis.tokens[use.head]
    return bool(cast.resolve(head.index).people) or is_head(head.lower) or is_sent(head)


def _has_in_common(analysis: Analysis, use: CueUse) -> bool:
    """ "with which Chad *shares* its values": a state of things, where "shared" would tell of an act."""
    clause = analysis.clause_of.get(use.token)
    return clause is not None and clause.lemma == "share" and clause.tense == "present" and use.noun is None


def _calls_home(analysis: Analysis, use: CueUse) -> bool:
    """ "recalled its *ambassador*": a deed, not a memory."""
    if analysis.tokens[use.token].lemma != "recall" or use.head is None:
        return False
    called = analysis.tokens[use.head]
    return (is_head(called.lower) or is_sent(called)) and bool(analysis.dependents(called.index, "nmod:poss"))


def _enacts(analysis: Analysis, use: CueUse) -> bool:
    """ "signed the *bill*", "signed it *into law*": one side's own legislation, no accord."""
    clause = analysis.clause_of.get(use.token)
    if clause is None or clause.lemma != "sign":
        return False
    thing = analysis.tokens[clause.object].lemma.lower() if clause.object is not None else ""
    into = {analysis.tokens[index].lemma.lower() for preposition, index in clause.obliques if preposition == "into"}
    return thing in lexicon().enacted or "law" in into


def _enabled(analysis: Analysis, use: CueUse) -> bool:
    """ "enables Chad *to support* operations": what a thing lets somebody do."""
    token = analysis.tokens[use.token]
    above = analysis.clause_of.get(token.head)
    return (
        token.form == "inf"
        and token.deprel in {"xcomp", "ccomp"}
        and above is not None
        and (above.lemma in lexicon().enabling)
    )


def _merely_planned(analysis: Analysis, use: CueUse) -> bool:
    """A talk still to be held ("will discuss", "to discuss") is no statement; nor is a reported obligation."""
    clause = analysis.clause_of.get(use.token)
    if clause is None or use.head == use.token:  # what the text itself promises is no plan to speak
        return False
    if use.source is None:
        return clause.modality in _PLANNED  # "the pact would be signed"
    if analysis.tokens[use.source].lower in _FIRST_PERSON:
        return False
    if clause.modality in _PLANNED:
        return not clause.negated
    token = _first_joined(analysis, use)
    if token.deprel == "advcl" and any(t.lower in _IN_CASE for t in analysis.dependents(token.index, "mark")):
        return True
    above = analysis.clause_of.get(token.head)
    taken = analysis.tokens[token.head].lemma.lower() in _OPPORTUNITIES  # "took the chance *to urge* …"
    deed = (use.act not in _PURPOSES and not taken) or token.lemma in _DONE_TOO
    purpose = token.form == "inf" and token.deprel in {"advcl", "acl"} and deed
    if purpose and _what_for(analysis, use) is not None:
        return False
    return purpose or (token.form == "inf" and above is not None and above.modality in _PLANNED)
