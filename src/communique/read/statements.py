"""Statements: each act of speech reported, with its speaker, addressee, cue and content.

A cue makes a statement where somebody who can speak is its source. A cue that stands inside the content of
another is a part of what was said, not an act of its own, unless it takes up the speaker's voice again.
"""

from __future__ import annotations

from dataclasses import replace

from communique.model import Evidence, Span, Statement
from communique.read.acts import decide_act
from communique.read.addressees import Addressees
from communique.read.analysis import Analysis
from communique.read.attributions import find_cues
from communique.read.cue_uses import TOLD_TO
from communique.read.cues import CueUse
from communique.read.encounters import Gathering
from communique.read.first_person import promises
from communique.read.people import Cast, Referent
from communique.read.topics import topics_of
from communique.read.utterances import by_who_came, is_uttered
from communique.read.voices import Voices

_REFUSED = {"agree", "commit", "support", "propose"}
# Participles that comment inside what was said ("viewing this as …") rather than report a further act.
_COMMENTING = {
    "view", "regard", "consider", "support", "cover", "value", "share", "hold", "have", "give", "make",
    "send", "deliver", "explore", "pay", "back", "examine", "issue", "sign",
}  # fmt: skip
_FAILING = {"fail", "unable", "refuse", "decline"}  # "*failed* to agree"
# What is declined to the press.
_SILENT = {"to comment", "to elaborate", "comment", "to say", "to be drawn", "to be named", "to be identified"}
_TELLING = {"say", "specify", "mention", "disclose", "reveal", "state", "explain", "clarify", "elaborate"}
_OPEN = {"when", "whether", "where", "how", "who", "what", "why", "if", "which"}
# Acts that "we" perform by saying so: "we condemn", "we thank".
_OUTRIGHT = {"request", "propose", "commit", "agree", "support", "appreciate", "greet", "invite", "concern", "reject"}
_NOBODY = Referent()


def read_statements(
    analysis: Analysis,
    cast: Cast,
    met: tuple[Gathering, ...],
    report_id: str,
    authors: Referent = _NOBODY,
) -> tuple[Statement, ...]:
    """Every statement of the running text, in the order of the text. `authors` are those who sign the report, if
    it is written in their first person."""
    voices = Voices(analysis, cast, met, authors)
    cues = find_cues(analysis)
    if authors:
        told = [use.content for use in cues if use.content is not None]
        promised = promises(analysis, lambda index: _signs(cast.resolve(index), authors))
        cues = (*cues, *(use for use in promised if not any(content.overlaps(use.span) for content in told)))
    uses = _standing_alone(analysis, _spoken(analysis, cast, voices, cues))
    addressees = Addressees(analysis, cast, met)
    found = (_statement(analysis, cast, report_id, use, referent, addressees) for use, referent in uses)
    return tuple(statement for statement in found if statement is not None)


def _signs(who: Referent, authors: Referent) -> bool:
    """Whether the authors of a text are meant: their party, or one of those who sign it."""
    return set(who.parties) == set(authors.parties) and set(who.people) <= set(authors.people)


def _spoken(analysis: Analysis, cast: Cast, voices: Voices, uses: tuple[CueUse, ...]) -> list[tuple[CueUse, Referent]]:
    """The cues whose source can speak, each with who that is."""
    spoken: list[tuple[CueUse, Referent]] = []
    for use in (by_who_came(analysis, use) for use in uses):
        if not is_uttered(analysis, cast, use) or not voices.can_speak(use):
            continue
        referent = voices.speaker(use, uses, spoken[-1] if spoken else None)
        outer = None if referent else _told_in(analysis, use, uses)
        if outer is not None:
            use = replace(use, source=outer.source)
            referent = voices.speaker(use, uses, spoken[-1] if spoken else None)
        if referent.people or referent.parties:
            spoken.append((use, referent))
    return spoken


def _told_in(analysis: Analysis, use: CueUse, uses: tuple[CueUse, ...]) -> CueUse | None:
    """ "noted that trade had grown, *stressing* that …": the cue whose speaker goes on, where the parser hangs the
    participle from what was said."""
    if not _is_participle_behind_comma(analysis, use):
        return None
    above = analysis.tokens[analysis.tokens[use.token].head].span
    told = (other for other in uses if other.content is not None and other.content.covers(above))
    around = (other for other in told if other.source is not None and other.token < use.token)
    return max(around, key=lambda other: other.token, default=None)


def _is_participle_behind_comma(analysis: Analysis, use: CueUse) -> bool:
    token = analysis.tokens[use.token]
    before = analysis.tokens[token.index - 1].text if token.index else ""
    return token.form == "ger" and before == "," and token.lemma not in _COMMENTING


def _standing_alone(analysis: Analysis, spoken: list[tuple[CueUse, Referent]]) -> list[tuple[CueUse, Referent]]:
    """Leave out cues inside the content of another; a participle that goes on reporting ends that content."""
    kept: list[tuple[CueUse, Referent]] = []
    for use, referent in sorted(spoken, key=_outermost_first):
        if _comments(analysis, use, kept):
            continue
        around = next((i for i, (outer, _) in enumerate(kept) if _inside(use, outer)), None)
        if around is None:
            kept.append((use, _same_voice(analysis, use, referent, kept)))
            continue
        outer, speaker = kept[around]
        if _taken_up(analysis, outer, use) or _told_anew(analysis, outer, use, speaker == referent):
            kept[around] = (replace(outer, content=_cut(analysis, outer, use)), speaker)
            kept.append((use, referent))
        elif _chained(analysis, outer, use, speaker, referent):
            kept[around] = (use, referent)
        elif _goes_on(analysis, use):
            kept[around] = (replace(outer, content=_cut(analysis, outer, use)), speaker)
            kept.append((use, speaker if not _relative(analysis, use) else referent))
    told = [item for item in kept if not _told_twice(analysis, item[0], [use for use, _ in kept])]
    return sorted(told, key=lambda item: item[0].span.start)


def _same_voice(analysis: Analysis, use: CueUse, referent: Referent, kept: list[tuple[CueUse, Referent]]) -> Referent:
    """ "She said Chad honours the pact *and opposes* a new one": the second half is hers, too."""
    token = analysis.tokens[use.token]
    for outer, speaker in kept:
        coordinated = token.deprel == "conj" and token.head == outer.head and outer.content is not None
        if coordinated and not referent.people and referent.parties == speaker.parties:
            return speaker
    return referent


def _told_twice(analysis: Analysis, use: CueUse, kept: list[CueUse]) -> bool:
    """ "She looked forward, *she said*, to the visit", and a scrap of what is said on the other side of its cue."""
    beside = [other for other in kept if other is not use and (other.span == use.span or other.token == use.token)]
    if use.content is None:
        return any(not _is_addressee(analysis, use, other.content) for other in beside)
    if any(_is_addressee(analysis, other, use.content) for other in beside if other.content is None):
        return True
    others = [other for other in kept if other is not use and other.content is not None]
    if use.act == "content" and any(_are_alike(other, use) and other.span != use.span for other in others):
        return True
    sentence = analysis.sentences[analysis.tokens[use.token].sentence].span
    across = [o.content for o in others if o.span == use.span and o.content is not None and sentence.covers(o.content)]
    return any(
        use.content.end <= use.span.start and o.start >= use.span.end and len(o) > len(use.content) for o in across
    )


def _is_addressee(analysis: Analysis, use: CueUse, content: Span | None) -> bool:
    """ "offered condolences *to the families*": taken for what was said, though it is to whom."""
    return content is not None and use.addressee is not None and content.covers(analysis.tokens[use.addressee].span)


def _are_alike(one: CueUse, other: CueUse) -> bool:
    """Whether two contents are the same but for a "to" before them."""
    if one.content is None or other.content is None:
        return False
    return one.content.end == other.content.end and abs(one.content.start - other.content.start) <= len("to ")


def _comments(analysis: Analysis, use: CueUse, kept: list[tuple[CueUse, Referent]]) -> bool:
    """ "said Kenya would help, *viewing* this as …": a participle that comments on what was said right before it."""
    token = analysis.tokens[use.token]
    if token.form != "ger" or token.lemma not in _COMMENTING:
        return False
    head = analysis.tokens[token.head].span
    return any(outer.content is not None and outer.content.covers(head) for outer, _ in kept)


def _outermost_first(item: tuple[CueUse, Referent]) -> tuple[int, int]:
    use = item[0]
    start = min(use.span.start, use.content.start) if use.content else use.span.start
    return start, -len(use.content) if use.content else 0


def _chained(analysis: Analysis, outer: CueUse, use: CueUse, speaker: Referent, referent: Referent) -> bool:
    """What was said is that another person spoke ("the spokesman said the minister rejected …"): that act counts."""
    token = analysis.tokens[use.token]
    above = analysis.tokens[token.head]
    if token.form == "inf" and above.index == outer.head and above.lemma in {"want", "like", "wish", "allow", "let"}:
        return _acts_himself(analysis, use)  # "I *want to thank* them", "*allow* me to thank them"
    goes_on = token.deprel == "conj" and token.head == outer.head
    if not (use.token == outer.head or goes_on):
        return False
    if _acts_himself(analysis, use):
        return True
    if use.act == "content":
        return False
    if outer.act in TOLD_TO and token.form == "inf":
        return False  # "urged the minister *to support* the plan": he does not yet
    others = bool(referent.people) and not set(referent.people) & set(speaker.people)
    together = use.act in {"agree", "discuss"} and len(set(speaker.parties)) < 2
    return others or ((together or not speaker.people) and len(set(referent.parties)) > len(set(speaker.parties)))


def _acts_himself(analysis: Analysis, use: CueUse) -> bool:
    """ "*We condemn* the raid," she said; he said *he had asked* his counterpart to …: the act that is told of."""
    clause = analysis.clause_of.get(use.token)
    source = analysis.tokens[use.source].lower if use.source is not None else ""
    if clause is None or clause.modality is not None or clause.negated or use.content is None:
        return False
    if source in {"we", "i"}:
        return use.act in _OUTRIGHT or (clause.tense == "past" and use.addressee is not None)
    return source in {"he", "she"} and clause.tense == "past" and use.addressee is not None


def _taken_up(analysis: Analysis, outer: CueUse, use: CueUse) -> bool:
    """A cue coordinated with what was said, whose source is the outer speaker: see `attributions._resumed`."""
    token = analysis.tokens[use.token]
    return token.deprel == "conj" and token.head == outer.head and use.source == outer.source


def _told_anew(analysis: Analysis, outer: CueUse, use: CueUse, same: bool) -> bool:
    """ "It was a pleasure, she said, *and she praised* …": the one who speaks, named again behind a comma."""
    token = analysis.tokens[use.token]
    if not same or use.source is None or token.deprel != "conj" or token.head != outer.head:
        return False
    joined = [t for t in analysis.dependents(token.index, "cc") if t.index < token.index]
    set_off = any(analysis.tokens[t.index - 1].text == "," for t in joined)
    return set_off and analysis.tokens[use.source].lower in {"he", "she"}


def _inside(use: CueUse, outer: CueUse) -> bool:
    return outer.content is not None and outer.content.covers(use.span) and outer.token != use.token


def _goes_on(analysis: Analysis, use: CueUse) -> bool:
    return _is_participle_behind_comma(analysis, use) or _relative(analysis, use)


def _relative(analysis: Analysis, use: CueUse) -> bool:
    """ ", who suggested …", ", to which she invited …": an act told in a clause of its own."""
    token = analysis.tokens[use.token]
    if token.deprel != "acl:relcl":
        return False
    first = analysis.subtree(token.index)[0]
    return first.index > 0 and analysis.tokens[first.index - 1].text == ","


def _cut(analysis: Analysis, outer: CueUse, use: CueUse) -> Span | None:
    assert outer.content is not None
    token = analysis.tokens[use.token]
    first = analysis.subtree(use.token)[0] if _relative(analysis, use) or token.deprel == "conj" else token
    text = analysis.text[outer.content.start : first.start].rstrip(" ,;\n")
    return Span(outer.content.start, outer.content.start + len(text)) if text else None


def _statement(
    analysis: Analysis,
    cast: Cast,
    report_id: str,
    use: CueUse,
    speaker: Referent,
    addressees: Addressees,
) -> Statement | None:
    act = decide_act(analysis, use, cast, speaker)
    negated = _negated(analysis, use)
    if (act not in _REFUSED and _stops_short(analysis, use)) or (negated and _leaves_open(analysis, use)):
        return None
    if negated and act in _REFUSED:
        act = "reject"
    elif negated and use.act == "reject":
        act = "assess"  # "did not rule out"
    if use.content is None and act not in {"appreciate", "greet"}:
        return None
    if act == "agree" and _at_home(analysis, cast, use, speaker):
        return None
    content = use.content.of(analysis.text) if use.content else ""
    if act == "reject" and any(content == told or content.startswith(f"{told} ") for told in _SILENT):
        return None
    addressee = addressees.of(use, act, speaker)
    span = _evidence_span(analysis, use)
    return Statement(
        act=act,
        speakers=speaker.people,
        speaker_parties=speaker.parties,
        addressees=addressee.people,
        addressee_parties=addressee.parties,
        cue=use.span.of(analysis.text),
        content=content,
        content_span=(use.content.start, use.content.end) if use.content else None,
        evidence=Evidence(report_id, span.start, span.end, span.of(analysis.text)),
        joint=len(set(speaker.parties)) > 1,
        negated=negated,
        topics=topics_of(content),
    )


def _at_home(analysis: Analysis, cast: Cast, use: CueUse, speaker: Referent) -> bool:
    """One side's own decision: "approved the plan", and "signed the order" where the report has no other side."""
    lemma = analysis.tokens[use.token].lemma
    if len(set(speaker.parties)) > 1:
        return False
    return lemma == "approve" or (lemma == "sign" and len(cast.main_parties) < 2)


def _negated(analysis: Analysis, use: CueUse) -> bool:
    clause = analysis.clause_of.get(use.token)
    refused = any(t.lower == "no" for t in analysis.between(use.span.start, use.span.end))
    refused |= use.noun is not None and analysis.is_none(use.noun)
    verb = analysis.tokens[use.token]
    failed = verb.deprel == "xcomp" and analysis.tokens[verb.head].lemma in _FAILING
    failed |= _stops_short(analysis, use)
    return refused or failed or (clause is not None and clause.negated)


def _leaves_open(analysis: Analysis, use: CueUse) -> bool:
    """ "did not say *when* …": nothing is said."""
    verb = analysis.tokens[use.token]
    first = next(iter(analysis.between(use.content.start, use.content.end)), None) if use.content is not None else None
    return verb.lemma in _TELLING and first is not None and first.lower in _OPEN


def _stops_short(analysis: Analysis, use: CueUse) -> bool:
    """ "*stopped short* of promising a loan"."""
    token = analysis.tokens[use.token]
    before = [t.lower for t in analysis.tokens[max(0, token.index - 2) : token.index]]
    return token.form == "ger" and before == ["short", "of"]


def _evidence_span(analysis: Analysis, use: CueUse) -> Span:
    """From the first to the last of source, cue, addressee and content, within the cue's sentence."""
    spans = [use.span, *([use.content] if use.content else [])]
    sentence = analysis.tokens[use.token].sentence
    for index in (use.source, use.addressee):
        if index is not None and analysis.tokens[index].sentence == sentence:
            spans.append(analysis.phrase(index, "acl:relcl", "acl", "appos", "conj"))
    return Span(min(span.start for span in spans), max(span.end for span in spans))
