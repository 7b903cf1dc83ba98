"""Reported speech by grammar: each cue with its source, its content and whom it is addressed to.

A cue is looked up in the lexicon by its lemma; its frames say where in the clause the content stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.answers_given import with_answers
from communique.read.cue_uses import cue_span, use_of
from communique.read.cues import CueUse, Lexicon, VerbCue, lexicon
from communique.read.extent import Found, clausal_span, noun_phrase, strip_marks
from communique.read.frames import (
    finite_content,
    first_frame,
    has_to,
    nominal_modifier,
    oblique,
)
from communique.read.learned_cues import is_item_of_things, with_learned
from communique.read.listed_cues import item_span, items_below, split_inline, under_lead, with_item, with_lead
from communique.read.nominal_cues import nominal_cue
from communique.read.verbless_cues import according_to, invitations, signings

_LISTABLE = {"agree", "propose", "request", "commit"}
_NAMING = {"call", "term", "deem", "label", "brand", "dub"}
_STRESSING = {"underscore", "underline", "emphasise", "emphasize", "stress", "highlight"}
_REPEATING = {
    "affirm",
    "reaffirm",
    "reiterate",
    "restate",
    "confirm",
    "acknowledge",
    "recognise",
    "recognize",
    "reinforce",
}


def find_cues(analysis: Analysis) -> tuple[CueUse, ...]:
    """Every cue of the running text with what it governs, in the order of the text."""
    words = lexicon()
    found: list[CueUse] = []
    leads = under_lead(analysis)
    for clause in (with_lead(analysis, clause, leads) for clause in analysis.clauses):
        use = _resumed(analysis, clause, words, found) or match_cue(analysis, clause, words)
        if use is not None:
            found.append(use)
    found.extend(according_to(analysis, words))
    found.extend(invitations(analysis))
    found.extend(signings(analysis))
    found.extend(_lists(analysis, words))
    prose = {sentence.index for sentence in analysis.prose()}
    kept = [
        part
        for use in found
        if analysis.tokens[use.token].sentence in prose
        for item in split_inline(analysis, use)
        for part in _contrasted(analysis, item)
    ]
    both = _answered(analysis, with_learned(analysis, kept, words))
    both = with_answers(analysis, both)
    return tuple(sorted(both, key=lambda use: (use.span.start, use.content.start if use.content else 0)))


def _answered(analysis: Analysis, uses: list[CueUse]) -> list[CueUse]:
    """ "proposed a forum, *to which Brandt agreed*": the answer is an act of its own, about what was proposed."""
    for answer in [use for use in uses if use.act in {"agree", "reject"} and _is_which(analysis, use)]:
        about = analysis.tokens[analysis.tokens[answer.token].head]
        asked = next((use for use in uses if use.content is not None and use.content.covers(about.span)), None)
        if asked is None or asked.content is None or answer.content is None or answer.head is None:
            continue
        opening = min([answer.content.start, *(t.start for t in analysis.dependents(answer.head, "case"))])
        content = strip_marks(analysis.text, asked.content.start, min(asked.content.end, opening))
        changed = {id(asked): replace(asked, content=content), id(answer): replace(answer, content=content, head=None)}
        uses = [changed.get(id(use), use) for use in uses]
    return uses


def _is_which(analysis: Analysis, use: CueUse) -> bool:
    """Whether the content is "to *which*"; "the pact, which they signed" answers nothing."""
    which = use.content is not None and use.content.of(analysis.text).lower() == "which"
    return which and use.head is not None and analysis.preposition(use.head) == "to"


def _contrasted(analysis: Analysis, use: CueUse) -> tuple[CueUse, ...]:
    """ "said that fees would stay, *but that* refunds would be paid": two things said, each with its own mood."""
    if use.act != "content" or use.content is None or use.head is None:
        return (use,)
    for token in analysis.dependents(use.head, "conj"):
        but = next((t for t in analysis.dependents(token.index, "cc") if t.lower == "but"), None)
        if but is None or token.index not in analysis.clause_of or not use.content.covers(but.span):
            continue
        after = [t for t in analysis.between(but.end, use.content.end) if t.lower != "that"]
        if after:
            first = strip_marks(analysis.text, use.content.start, but.start)
            second = strip_marks(analysis.text, after[0].start, use.content.end)
            return replace(use, content=first), replace(use, content=second, head=token.index)
    return (use,)


def _lists(analysis: Analysis, words: Lexicon) -> Iterator[CueUse]:
    """ "The ministers decided to:", with an item a line below: an act for each."""
    for sentence in analysis.prose():
        items = tuple(item_span(analysis, item) for item in items_below(analysis, sentence))
        for clause in analysis.clauses if items else ():
            cues = words.verbs.get(clause.lemma, ())
            if clause.sentence == sentence.index and cues and cues[-1].act in _LISTABLE:
                use = use_of(analysis, clause, cues[-1].act, cue_span(analysis, clause), None)
                yield from (with_item(analysis, use, item) for item in items if use is not None)


def _resumed(analysis: Analysis, clause: Clause, words: Lexicon, found: list[CueUse]) -> CueUse | None:
    """ "said that the road would be finished, and *urged* …": a verb of speech that the parser coordinated with what
    was said goes on with the speaker, when it has no subject of its own and a comma or "but" sets it off."""
    token = analysis.tokens[clause.predicate]
    if token.deprel != "conj" or token.form not in {"fin", "part"} or clause.lemma not in words.verbs:
        return None
    own = analysis.dependents(token.index, "nsubj", "nsubj:pass", "aux", "aux:pass")
    joined = [t for t in analysis.dependents(token.index, "cc") if t.index < token.index]
    set_off = any(t.lower == "but" or analysis.tokens[t.index - 1].text == "," for t in joined)
    if own or not (set_off or (joined and token.form == "part")):
        return None
    outer = next((use for use in reversed(found) if use.head == token.head and use.token < token.head), None)
    if outer is None or outer.source is None:
        return None
    told = replace(clause, subject=outer.source, subject_shared=True, voice="active", agent=None)
    use = match_cue(analysis, told, words)
    return use if use is not None and use.content is not None and use.content.start > use.span.start else None


def match_cue(analysis: Analysis, clause: Clause, words: Lexicon) -> CueUse | None:
    """The clause's predicate as a cue, or None where the lexicon knows no such use."""
    token = analysis.tokens[clause.predicate]
    if token.upos in {"ADJ", "VERB"} and token.lower in words.adjectives and _copular(analysis, token):
        return _plain(analysis, replace(clause, voice="active"), words.adjectives[token.lower])
    if token.upos not in {"VERB", "AUX"} or is_item_of_things(analysis, token):
        return None
    name = _named_as(analysis, clause) if clause.lemma in _NAMING and clause.object is not None else None
    if name is not None:
        return _plain(analysis, clause, VerbCue(words.judged(name.lower) or "assess", frames=("object",)))
    for cue in words.verbs.get(clause.lemma, ()):
        use = _with_word(analysis, clause, cue) if cue.companion else _match_verb(analysis, clause, cue, words)
        if use is not None:
            return use
    return None


def _named_as(analysis: Analysis, clause: Clause) -> Token | None:
    """ "called Senegal a *gateway*", "termed the talks *fruitful*": what an object is called."""
    below = analysis.dependents(clause.predicate, "xcomp", "ccomp")
    return next((t for t in below if t.upos in {"NOUN", "PROPN", "ADJ"} and not has_to(analysis, t)), None)


def _copular(analysis: Analysis, token: Token) -> bool:
    return bool(analysis.dependents(token.index, "cop", "aux:pass")) or token.deprel in {"xcomp", "advcl"}


def _match_verb(analysis: Analysis, clause: Clause, cue: VerbCue, words: Lexicon) -> CueUse | None:
    named = nominal_cue(analysis, clause, words)
    if named is not None and (cue.act in {"noun", "offer"} or _is_light(clause, analysis, words)):
        return _whole(analysis, clause, named) if clause.lemma in _REPEATING else named
    if cue.act == "content" and clause.object is not None:
        noun = words.nouns.get(analysis.tokens[clause.object].lemma.lower())
        if (
            noun is not None
            and not noun.verbs
            and clause.lemma in _STRESSING
            and "object" in cue.frames
            and finite_content(analysis, clause) is None
        ):
            return _plain(analysis, clause, replace(cue, frames=("object",)), act=noun.act)
    if cue.act != "noun":
        return _plain(analysis, clause, cue)
    default = words.default_by_verb.get(clause.lemma)
    if clause.lemma == "acknowledge" and clause.object is not None:
        valued = analysis.tokens[clause.object].lemma.lower() in words.valued
        default = "appreciate" if valued else default
    if default == "appreciate" and (finite_content(analysis, clause) is not None or _of_it(analysis, clause)):
        default = "assess"  # "recognised the progress" values it, "recognised that progress is slow" states it
    return _plain(analysis, clause, cue, act=default) if default else None


def _of_it(analysis: Analysis, clause: Clause) -> bool:
    """ "recognised *it* as a danger"."""
    return clause.object is not None and analysis.tokens[clause.object].lower in {"it", "this"}


def _whole(analysis: Analysis, clause: Clause, named: CueUse) -> CueUse:
    """ "reaffirmed *Singapore's commitment to …*": the verb alone is the cue, its object the content."""
    assert clause.object is not None
    found = noun_phrase(analysis, clause, clause.object)
    return replace(named, span=cue_span(analysis, clause), content=found.span, head=found.head)


def _is_light(clause: Clause, analysis: Analysis, words: Lexicon) -> bool:
    if clause.object is None:
        return False
    noun = words.nouns.get(analysis.tokens[clause.object].lemma.lower())
    return noun is not None and clause.lemma in noun.verbs


def _with_word(analysis: Analysis, clause: Clause, cue: VerbCue) -> CueUse | None:
    """ "called on X to …", "called for …", "ruled out …", "took note of …"."""
    if cue.between and not any(
        token.lemma.lower() == cue.between
        and not any(t.lower == "the" for t in analysis.dependents(token.index, "det"))
        for token in analysis.dependents(clause.predicate, "obj", "advmod", "compound:prt")
    ):
        return None
    if cue.companion == "complement":
        return _with_complement(analysis, clause, cue)
    if cue.companion == "particle":
        if not _particle(analysis, clause, cue):
            return None
        clause = _with_object(clause, cue)
        return nominal_cue(analysis, clause, lexicon()) if cue.act == "noun" else _plain(analysis, clause, cue)
    noun = oblique(analysis, clause, cue.word or "", after=True)
    if noun is None and cue.between and clause.object is not None:
        noun = nominal_modifier(analysis, clause.object, cue.word or "")
    if noun is None:
        return _gerund_after(analysis, clause, cue)
    settled = any(has_to(analysis, t) for t in analysis.dependents(clause.predicate, "xcomp", "ccomp", "advcl"))
    if clause.lemma == "agree" and cue.word == "with" and (noun.upos in {"PROPN", "PRON"} or settled):
        return None  # "agreed *with Otieno* to meet again"
    span = cue_span(analysis, clause, word=noun.index)
    if cue.companion == "addressee":
        content = first_frame(analysis, clause, cue, passed=noun.index)
        if content is None:
            return None
        return use_of(analysis, clause, cue.act, span, content, addressee=noun.index)
    use = use_of(analysis, clause, cue.act, span, noun_phrase(analysis, clause, noun.index), joint=cue.joint)
    return replace(use, talked=cue.talked) if use is not None else None


def _with_complement(analysis: Analysis, clause: Clause, cue: VerbCue) -> CueUse | None:
    """ "made clear that …": the clause hangs from the verb or from the word beside it."""
    beside = analysis.dependents(clause.predicate, "xcomp", "advmod", "obj", "ccomp")
    words = [token for token in beside if token.lower == cue.word]
    below = next((found for token in words if (found := _clause_below(analysis, clause, token))), None)
    content = below or finite_content(analysis, clause)
    return use_of(analysis, clause, cue.act, cue_span(analysis, clause), content) if words and content else None


def _clause_below(analysis: Analysis, clause: Clause, word: Token) -> Found | None:
    for token in analysis.dependents(word.index, "ccomp", "xcomp", "advcl"):
        return Found(token.index, clausal_span(analysis, clause, token, keep_to=True))
    return None


def _particle(analysis: Analysis, clause: Clause, cue: VerbCue) -> bool:
    after = analysis.tokens[clause.predicate + 1 : clause.predicate + 4]
    return any(t.lower == cue.word and t.head in {clause.predicate, clause.object} for t in after) or bool(
        after and after[0].lower == cue.word
    )


def _with_object(clause: Clause, cue: VerbCue) -> Clause:
    """ "passed on *the wishes* of …": the object, where the parser takes the particle for its preposition."""
    if clause.object is not None:
        return clause
    behind = (index for preposition, index in clause.obliques if preposition == cue.word and index > clause.predicate)
    return replace(clause, object=next(behind, None))


def _gerund_after(analysis: Analysis, clause: Clause, cue: VerbCue) -> CueUse | None:
    if cue.companion != "content":
        return None
    for token in analysis.dependents(clause.predicate, "advcl"):
        mark = next((m for m in analysis.dependents(token.index, "mark", "case") if m.lower == cue.word), None)
        if mark is not None:
            told = clausal_span(analysis, clause, token, keep_to=False)
            behind = Span(mark.end + 1, told.end) if told.start == mark.start else told  # "forward to *hosting*"
            found = Found(token.index, behind)
            span = cue_span(analysis, clause, word=token.index)
            return use_of(analysis, clause, cue.act, span, found, joint=cue.joint)
    return None


def _plain(analysis: Analysis, clause: Clause, cue: VerbCue, act: str | None = None) -> CueUse | None:
    decided = act or cue.act
    found = first_frame(analysis, clause, cue)
    span = cue_span(analysis, clause)
    if found is None:
        bare = cue.object == "addressee" and cue.act in {"appreciate", "greet"} and clause.object is not None
        return use_of(analysis, clause, decided, span, None, addressee=clause.object) if bare else None
    addressee = found.addressee if found.addressee is not None else _object_addressee(clause, cue, found)
    if addressee is None and cue.act == "inform" and (to := oblique(analysis, clause, "to")) is not None:
        addressee = to.index
    together = decided == "agree" and oblique(analysis, clause, "with", after=True) is not None
    use = use_of(analysis, clause, decided, span, found, addressee=addressee, joint=cue.joint or together)
    return replace(use, talked=cue.talked) if use is not None else None


def _object_addressee(clause: Clause, cue: VerbCue, found: Found) -> int | None:
    if clause.indirect_object is not None:
        return clause.indirect_object
    return clause.object if cue.object.startswith("addressee") and clause.object != found.head else None
