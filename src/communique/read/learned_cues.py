"""Attributions that the trained encoder finds, as cues in their places beside those of the grammar.

The grammar links by construction and errs less; the encoder knows more constructions. Where the grammar found nothing,
what the encoder says counts if its source stands in the cue's own sentence. Where both found something and draw its
edges otherwise, the encoder's edges count if it is sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Attribution, Clause, Token
from communique.read.cue_uses import TOLD_TO
from communique.read.cues import CueUse, Lexicon, VerbCue
from communique.read.extent import strip_marks

# A content shares no more than this part of the shorter one with what the grammar found already.
MOST_SHARED = 0.3
# Two contents are the same where they share half of what both cover, as the annotation's scorer has it.
SAME = 0.5
# A content of this mean probability is drawn as the encoder has it: where the two differ on the development reports it
# was right in 12 of 15 places and the grammar in 3, below it in 1 of 5.
SURE = 0.9
_SAYING_NOTHING = {"ADV", "AUX", "PART", "PRON", "DET"}  # words that are no cue by themselves
_GAP = 2  # words between two pieces of one content
_LONG_NAME = 8  # words that the encoder leaves out at most in the middle of a content
_PARTING = {"that", ";", ":", "—", "–"}  # what stands between two contents, each its own
_WHO = {"who", "whom", "which"}
_SUBJECTS = {"he", "she", "it", "they", "we"}  # behind "and", of a clause by itself


def with_learned(analysis: Analysis, known: list[CueUse], words: Lexicon) -> list[CueUse]:
    """The grammar's cues with contents as the encoder draws them where it is sure, and the encoder's own."""
    drawn = list(known)
    attributions = _joined(analysis)
    for one in attributions:
        if one.score >= SURE:
            drawn = _redrawn(analysis, drawn, one, words)
    drawn = _told_apart(analysis, drawn, [one for one in attributions if one.score >= SURE])
    told = [use for use in drawn if not _is_purpose(analysis, use, attributions)]
    return [_without_receiver(analysis, use) for use in (*told, *_fresh(analysis, told, words, attributions))]


def _told_apart(analysis: Analysis, known: list[CueUse], sure: list[Attribution]) -> list[CueUse]:
    """ "she said Chad *welcomed* the plan and *invited* firms to bid": two acts of hers, as the encoder is sure."""
    for outer in [use for use in known if use.act == "content" and use.content is not None]:
        if any(one.cue is not None and one.cue.overlaps(outer.span) for one in sure):
            continue
        said = analysis.tokens[outer.source].span if outer.source is not None else outer.span
        hers = (one for one in sure if one.source is not None and one.source.covers(said))
        cues = [one.cue for one in hers if one.cue is not None and outer.content and outer.content.covers(one.cue)]
        inner = [use for use in known if any(cue.overlaps(use.span) for cue in cues)]
        if len(inner) > 1:
            own = [replace(use, source=outer.source) for use in inner]
            known = [use for use in known if use is not outer and use not in inner] + own
    return known


def _is_purpose(analysis: Analysis, use: CueUse, attributions: Sequence[Attribution]) -> bool:
    """ "encouraged closer ties *to support* exports": what for, inside what was said by the encoder's sure word."""
    verb = analysis.tokens[use.token]
    if verb.form != "inf" or verb.deprel not in {"advcl", "conj"}:
        return False
    above = analysis.tokens[verb.head].span
    sure = (one for one in attributions if one.score >= SURE and one.cue is not None and one.cue.covers(above))
    return any(one.content.covers(use.span) for one in sure)


def _without_receiver(analysis: Analysis, use: CueUse) -> CueUse:
    """ "extended wishes for health *to the people of Chad*": a greeting's content ends where its receiver begins."""
    if use.act != "greet" or use.content is None:
        return use
    to = next(
        (
            token
            for token in analysis.between(use.content.start, use.content.end)[1:]
            if token.lower == "to" and token.upos == "ADP" and analysis.tokens[token.head].head in {use.token, use.noun}
        ),
        None,
    )
    return use if to is None else replace(use, content=strip_marks(analysis.text, use.content.start, to.start))


def _joined(analysis: Analysis) -> tuple[Attribution, ...]:
    """The attributions, with what the encoder drew in two pieces behind one cue ("welcomed *four sites that he had*
    announced *under the pact*") drawn as one: an act has one content."""
    joined: list[Attribution] = []
    whole = (_without_link(analysis, one) for one in analysis.attributions)
    for one in sorted((one for one in whole if _is_said(analysis, one)), key=lambda one: one.content.start):
        at = next((i for i in (-1, -2) if len(joined) >= -i and _is_piece(analysis, joined[i], one)), None)
        if at is None:
            joined.append(one)
        else:  # what was drawn between the two pieces is inside the whole
            joined[at:] = [replace(joined[at], content=Span(joined[at].content.start, one.content.end))]
    return tuple(joined)


def _without_link(analysis: Analysis, one: Attribution) -> Attribution:
    """ "offered visa-free travel *if* | Kenya signs": without the word that opens what was left out, or a full stop."""
    last = next(reversed(analysis.between(one.content.start, one.content.end)), None)
    cut = last is not None and last.upos in {"SCONJ", "CCONJ"}
    end = last.start if cut and last is not None else one.content.end
    return replace(one, content=strip_marks(analysis.text, one.content.start, end))


def _is_said(analysis: Analysis, one: Attribution) -> bool:
    """Whether a content can be what was said: not "*to which* the hosts", nor the subject alone of what was said, nor
    what stands in front of its cue for another reason ("in view of *the floods*, they called for help")."""
    opening = analysis.between(one.content.start, one.content.end)[:2]
    if not opening or any(token.lower in _WHO for token in opening):
        return False
    head = analysis.head_of(one.content)
    in_front = one.cue is not None and one.content.end <= one.cue.start
    if head is not None and in_front and head.upos in {"NOUN", "PROPN"} and head.deprel in {"obl", "nmod"}:
        return False
    verb = analysis.tokens[head.head] if head is not None and head.deprel.startswith("nsubj") else None
    within_cue = verb is not None and one.cue is not None and one.cue.covers(verb.span)
    return verb is None or within_cue or one.content.covers(verb.span)


def _is_piece(analysis: Analysis, last: Attribution, one: Attribution) -> bool:
    """Whether a content goes on with the one before it, a word or two between."""
    if one.cue is None or one.cue != last.cue or not one.cue.end <= last.content.start <= one.content.start:
        return False
    between = analysis.between(last.content.end, one.content.start)
    near = sum(token.upos != "PUNCT" for token in between) <= _GAP
    opening = analysis.between(one.content.start, one.content.end)[:2]
    if _is_cut_short(analysis, last.content):
        return near or len(between) <= _LONG_NAME
    parted = any(token.lower in _PARTING for token in between) or any(token.lower in _WHO for token in opening)
    return near and not parted


def _redrawn(analysis: Analysis, known: list[CueUse], one: Attribution, words: Lexicon) -> list[CueUse]:
    """The cues with one content drawn anew, and its cue put in the place of those that it stands against."""
    against = [use for use in known if use.content is not None and _shared(use.content, one.content)]
    alike = [use for use in against if use.content is not None and _alike(use.content, one.content)]
    if not against or _is_cut_short(analysis, one.content):
        return known
    other = next((use for use in alike if _ends_otherwise(analysis, use, one, known)), None)
    if other is not None:
        return [replace(use, content=one.content) if use is other else use for use in known]
    if alike:
        outer = _use(analysis, one, words, known) if _is_told_of(one, alike, known) else None
        saying = outer is not None and any(v.act == "content" for v in words.verbs.get(_lemma(analysis, outer), ()))
        return [*known, outer] if outer is not None and saying else known
    same = [use for use in against if one.cue is not None and one.cue.overlaps(use.span)]
    new = _with_content(analysis, same[0], one.content) if same else _use(analysis, one, words, known)
    if new is None or (same and (_is_aside(analysis, same[0], one.content) or _is_in_cue(same[0], one.content))):
        return known
    if same and (_is_clipped(analysis, same[0], one.content) or _opens_with_asked(analysis, same[0], one.content)):
        return known
    if any(_is_named_in(analysis, use, new) for use in against):
        return known
    return [*(use for use in known if use not in against), new]


def _lemma(analysis: Analysis, use: CueUse) -> str:
    return analysis.tokens[use.token].lemma.lower()


def _ends_otherwise(analysis: Analysis, use: CueUse, one: Attribution, known: list[CueUse]) -> bool:
    """ "said Chad would send a team *and put up* a clinic": the encoder goes on where no other act begins; "opposed
    the use of force | *and agreed* to meet": it ends where one does."""
    if use.content is None or one.cue is None or not one.cue.overlaps(use.span):
        return False
    if one.content.start != use.content.start:
        return False
    tail = Span(*sorted((use.content.end, one.content.end)))
    joint = next((token for token in analysis.between(tail.start, tail.end) if token.upos != "PUNCT"), None)
    others = [other for other in known if tail.covers(other.span)]
    if joint is None or joint.upos != "CCONJ":
        return False
    if one.content.end > use.content.end:
        return not others and not any(t.lower in _SUBJECTS for t in analysis.tokens[joint.index + 1 : joint.index + 2])
    return any(other.token == joint.index + 1 and analysis.tokens[other.token].form != "inf" for other in others)


def _is_told_of(one: Attribution, alike: list[CueUse], known: list[CueUse]) -> bool:
    """ "the spokeswoman *said* at noon | that Chad hoped for rain": a cue before what was taken for one."""
    cue = one.cue
    if cue is None or any(cue.overlaps(use.span) for use in known):
        return False
    return all(one.content.covers(use.span) for use in alike)


def _is_in_cue(use: CueUse, content: Span) -> bool:
    """ "extended her best *wishes for health*": begun at the noun that makes the cue."""
    return use.span.start < content.start < use.span.end


def _is_clipped(analysis: Analysis, use: CueUse, content: Span) -> bool:
    """What stands in front of its cue, drawn without the subject or the complement of its own verb: "*Chad is worried*
    about the raid, she said", "Chad *to lift it*, she said"."""
    if use.content is None or use.head is None or use.content.end > use.span.start or not use.content.covers(content):
        return False
    verb = analysis.tokens[use.head]
    own = analysis.dependents(verb.index, "nsubj", "obj", "xcomp", "ccomp", "obl", "advmod")
    told = [token for token in (verb, *own) if use.content.covers(token.span) and token.deprel != "obl:tmod"]
    return any(not content.covers(token.span) for token in told)


def _opens_with_asked(analysis: Analysis, use: CueUse, content: Span) -> bool:
    """ "directed *the port authority* to reopen": what is asked begins behind whom it is asked of."""
    asked = analysis.tokens[use.addressee] if use.addressee is not None else None
    inside = asked is not None and content.covers(asked.span)
    return inside and asked is not None and use.content is not None and asked.end <= use.content.start


def _is_named_in(analysis: Analysis, use: CueUse, new: CueUse) -> bool:
    """ "accepted *an invitation* to visit Chad": an act of others, named in what an act is about."""
    named = use.content is not None and use.content.covers(new.span) and use.span != new.span
    return named and analysis.tokens[new.token].upos == "NOUN" and analysis.tokens[new.token].index == use.head


def _is_aside(analysis: Analysis, use: CueUse, content: Span) -> bool:
    """Only the purpose or time of what the grammar found said ("both should build trust, *so as to keep peace*"), or
    what its noun is for ("accepted an invitation *to visit*")."""
    head = analysis.head_of(content)
    if use.content is None or head is None or head.deprel not in {"advcl", "acl"} or not use.content.covers(content):
        return False
    if head.deprel == "acl":
        return use.noun is None and head.form == "inf" and head.head == use.head
    return use.content.start <= analysis.tokens[head.head].start < content.start


def _with_content(analysis: Analysis, use: CueUse, content: Span) -> CueUse:
    head = analysis.head_of(content)
    return replace(use, content=content, head=head.index if head is not None else None)


def _is_cut_short(analysis: Analysis, content: Span) -> bool:
    """ "support *a South African* | suggestion": the noun that the last word belongs to is left out."""
    tokens = analysis.between(content.start, content.end)
    last = tokens[-1] if tokens else None
    if last is not None and last.text in POSSESSIVES:
        return True  # "welcomes *Chad's* | decision"
    return (
        last is not None
        and last.head > last.index
        and last.deprel in {"compound", "amod", "det", "case", "nummod", "nmod:poss"}
    )


def _fresh(
    analysis: Analysis, known: list[CueUse], words: Lexicon, attributions: tuple[Attribution, ...]
) -> list[CueUse]:
    contents = [use.content for use in known if use.content is not None]
    fresh = [one for one in attributions if not any(_shared(one.content, content) for content in contents)]
    found: list[CueUse] = []
    for one in fresh:
        use = _use(analysis, one, words, [*known, *found])
        if use is not None:
            found.append(use)
    return found


def _alike(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared >= SAME * (max(a.end, b.end) - min(a.start, b.start))


def _shared(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) > MOST_SHARED * min(len(a), len(b))


def _use(analysis: Analysis, one: Attribution, words: Lexicon, known: Sequence[CueUse]) -> CueUse | None:
    cue = analysis.head_of(one.cue) if one.cue is not None else None
    source = _source(analysis, one, cue, known, words) if cue is not None else None
    if one.cue is None or cue is None or source is None or cue.sentence != source.sentence:
        return None
    content = analysis.head_of(one.content)
    if content is not None and content.sentence != cue.sentence and not _opens_sentence(analysis, one.content):
        return None
    if (
        _is_deed(cue, words)
        or _is_no_act(analysis, cue, one.cue)
        or is_item_of_things(analysis, cue)
        or _only_describes(analysis, one, content)
    ):
        return None
    return CueUse(
        token=cue.index,
        act=_act(analysis, one.cue, content, words),
        span=one.cue,
        source=source.index,
        content=one.content,
        head=content.index if content is not None else None,
    )


def _opens_sentence(analysis: Analysis, content: Span) -> bool:
    """Whether what is said in another sentence than its cue is that sentence from its beginning."""
    first = next(iter(analysis.between(content.start, content.end)), None)
    if first is None:
        return False
    before = analysis.tokens[analysis.sentences[first.sentence].first : first.index]
    return all(token.upos == "PUNCT" for token in before)


def is_item_of_things(analysis: Analysis, verb: Token) -> bool:
    """ "discussed trade, health and *tackling* the crisis": one of the things talked of, not a further act."""
    return verb.form == "ger" and verb.deprel == "conj" and analysis.tokens[verb.head].upos in {"NOUN", "PROPN"}


def _is_deed(cue: Token, words: Lexicon) -> bool:
    """ "*imposed* sanctions", "*released* the records": something done, whatever stands behind it."""
    return cue.upos in _SAYING_NOTHING or (cue.lemma.lower() in words.deeds and cue.upos == "VERB")


def _is_no_act(analysis: Analysis, cue: Token, span: Span) -> bool:
    """ "discussed Chad *with an emphasis* on dams", "had *no comment* on it": a noun that names no act here."""
    words = analysis.between(span.start, span.end)
    silent = any(token.lower == "comment" and analysis.is_none(token.index) for token in words)
    return silent or (
        cue.upos == "NOUN" and cue.deprel in {"obl", "nmod"} and analysis.preposition(cue.index) == "with"
    )


def _only_describes(analysis: Analysis, one: Attribution, content: Token | None) -> bool:
    """ "thanked the King, *who had guided the talks*, for his help": who is thanked, not what for."""
    if content is None or content.deprel != "acl:relcl" or one.cue is None:
        return False
    noun = analysis.tokens[content.head]
    relative = any(token.lower in _WHO for token in analysis.dependents(content.index))
    return relative and one.cue.end <= noun.start and noun.end <= one.content.start


def _is_asked(clause: Clause | None, source: Token, words: Lexicon) -> bool:
    """ "*Kenya* was urged to …": the subject of a passive does not ask."""
    if clause is None or clause.voice != "passive" or clause.subject_shared or source.index != clause.subject:
        return False
    return any(use.act in TOLD_TO for use in words.verbs.get(clause.lemma, ()))


def _source(analysis: Analysis, one: Attribution, cue: Token, known: Sequence[CueUse], words: Lexicon) -> Token | None:
    """The source's head; where the encoder saw none, the subject that the cue has by its construction, or the source of
    the cue before it in the sentence ("Brandt thanked …, promised … and *invited* …")."""
    clause = analysis.clause_of.get(cue.index)
    if one.source is not None:
        opening = analysis.sentences[cue.sentence].start
        broken = one.source.start < opening < one.source.end  # a long title that the parser broke in two
        head = analysis.head_of(Span(opening, one.source.end) if broken else one.source)
        return None if head is not None and _is_asked(clause, head, words) else head
    if clause is not None and clause.subject is not None:
        return analysis.tokens[clause.subject]
    before = [
        use
        for use in known
        if use.source is not None and use.token < cue.index and analysis.tokens[use.token].sentence == cue.sentence
    ]
    last = max(before, key=lambda use: use.token, default=None)
    return analysis.tokens[last.source] if last is not None and last.source is not None else None


def _act(analysis: Analysis, cue: Span, content: Token | None, words: Lexicon) -> str:
    """What the lexicon says of a noun or verb of the cue; where it says nothing, the content decides."""
    tokens = analysis.between(cue.start, cue.end)
    exchanged = any(token.lemma.lower() == "exchange" and token.upos == "VERB" for token in tokens)
    for token in tokens:
        if exchanged and token.lemma.lower() in words.exchanged:
            return words.exchanged[token.lemma.lower()]
        noun = words.nouns.get(token.lemma.lower()) if token.upos in {"NOUN", "PROPN"} else None
        if noun is not None:
            return noun.act
    for token in tokens:
        verb = _verb(analysis, token, words)
        if verb is not None and verb.act not in {"noun", "offer"}:
            return verb.act
        named = words.nouns.get(content.lemma.lower()) if verb is not None and content is not None else None
        if named is not None and not named.verbs and content is not None and content.upos == "NOUN":
            return named.act  # "sent | *felicitations* ahead of the feast"
        if verb is not None and verb.act == "offer":
            return verb.act
        if token.lower in words.adjectives:
            return words.adjectives[token.lower].act
    return "content"


def _verb(analysis: Analysis, token: Token, words: Lexicon) -> VerbCue | None:
    """The use of a verb that stands here: one with a word of its own only where that word follows."""
    after = {t.lower for t in analysis.tokens[token.index + 1 : token.index + 4]}
    uses = words.verbs.get(token.lemma.lower(), ())
    return next((use for use in uses if use.word is None or use.word in after), None)
