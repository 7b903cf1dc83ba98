"""Reported speech by grammar: each cue with its source, its content and whom it is addressed to.

A cue is looked up in the lexicon by its lemma; its frames say where in the clause the content stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.cues import Lexicon, NounCue, VerbCue, lexicon

_OCCASIONS = {"during", "after", "before", "following", "ahead"}
_MEETINGS = {
    "meeting",
    "talk",
    "talks",
    "call",
    "visit",
    "reception",
    "session",
    "conversation",
    "conference",
    "summit",
}
_NAMING = {"call", "term", "deem", "label", "brand", "dub"}
_STRESSING = {"underscore", "underline", "emphasise", "emphasize", "stress", "highlight"}
_REPEATING = {"affirm", "reaffirm", "reiterate", "confirm", "acknowledge", "recognise", "recognize"}
_SUBORDINATORS = {"while", "as", "when", "after", "before", "although", "though", "whereas", "once", "since", "because"}
_TRIMMED = " \t\r\n\u00a0,;:.—–-"
_QUOTES = "\"'“”‘’"


@dataclass(frozen=True, slots=True)
class CueUse:
    """A cue in its place: token indices of the cue, its source, its addressee and the head of its content.

    `content` is None where the cue stands without one ("He also thanked Cambodia"). `noun` is the noun that names
    the act, where a light verb carries it. `impersonal` is true where nobody is named ("It was agreed that …").
    """

    token: int
    act: str
    span: Span
    source: int | None
    content: Span | None
    head: int | None = None
    addressee: int | None = None
    noun: int | None = None
    joint: bool = False
    impersonal: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """What a frame found: the content's head and span, and an addressee met on the way."""

    head: int
    span: Span
    addressee: int | None = None


def find_cues(analysis: Analysis) -> tuple[CueUse, ...]:
    """Every cue of the running text with what it governs, in the order of the text."""
    words = lexicon()
    found: list[CueUse] = []
    for clause in analysis.clauses:
        use = _resumed(analysis, clause, words, found) or match_cue(analysis, clause, words)
        if use is not None:
            found.append(use)
    found.extend(_according_to(analysis, words))
    found.extend(_invitations(analysis))
    found.extend(_signings(analysis))
    prose = {sentence.index for sentence in analysis.prose()}
    kept = [use for use in found if analysis.tokens[use.token].sentence in prose]
    return tuple(sorted(kept, key=lambda use: (use.span.start, use.token)))


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
    if token.upos not in {"VERB", "AUX"}:
        return None
    if clause.lemma in _NAMING and clause.object is not None and _named_as(analysis, clause):
        return _plain(analysis, clause, VerbCue("assess", frames=("object",)))
    for cue in words.verbs.get(clause.lemma, ()):
        use = _with_word(analysis, clause, cue) if cue.companion else _match_verb(analysis, clause, cue, words)
        if use is not None:
            return use
    return None


def _named_as(analysis: Analysis, clause: Clause) -> bool:
    """ "called Senegal a gateway", "termed the talks fruitful": an object and what it is called."""
    below = analysis.dependents(clause.predicate, "xcomp", "ccomp")
    return any(t.upos in {"NOUN", "PROPN", "ADJ"} and not _to(analysis, t) for t in below)


def _copular(analysis: Analysis, token: Token) -> bool:
    return bool(analysis.dependents(token.index, "cop", "aux:pass")) or token.deprel in {"xcomp", "advcl"}


def _match_verb(analysis: Analysis, clause: Clause, cue: VerbCue, words: Lexicon) -> CueUse | None:
    named = _nominal(analysis, clause, words)
    if named is not None and (cue.act in {"noun", "offer"} or _is_light(clause, analysis, words)):
        return _whole(analysis, clause, named) if clause.lemma in _REPEATING else named
    if cue.act == "content" and clause.object is not None:
        noun = words.nouns.get(analysis.tokens[clause.object].lemma.lower())
        if (
            noun is not None
            and not noun.verbs
            and clause.lemma in _STRESSING
            and "object" in cue.frames
            and _finite(analysis, clause) is None
        ):
            return _plain(analysis, clause, replace(cue, frames=("object",)), act=noun.act)
    if cue.act != "noun":
        return _plain(analysis, clause, cue)
    default = words.default_by_verb.get(clause.lemma)
    return _plain(analysis, clause, cue, act=default) if default else None


def _whole(analysis: Analysis, clause: Clause, named: CueUse) -> CueUse:
    """ "reaffirmed *Singapore's commitment to …*": the verb alone is the cue, its object the content."""
    assert clause.object is not None
    found = _noun_phrase(analysis, clause, clause.object)
    return replace(named, span=_cue_span(analysis, clause), content=found.span, head=found.head)


def _is_light(clause: Clause, analysis: Analysis, words: Lexicon) -> bool:
    if clause.object is None:
        return False
    noun = words.nouns.get(analysis.tokens[clause.object].lemma.lower())
    return noun is not None and clause.lemma in noun.verbs


# -- verbs with a preposition or particle ------------------------------------------------------------------------


def _with_word(analysis: Analysis, clause: Clause, cue: VerbCue) -> CueUse | None:
    """ "called on X to …", "called for …", "ruled out …", "took note of …"."""
    if cue.between and not any(
        token.lemma.lower() == cue.between
        for token in analysis.dependents(clause.predicate, "obj", "advmod", "compound:prt")
    ):
        return None
    if cue.companion == "complement":
        clear = [
            t for t in analysis.dependents(clause.predicate, "xcomp", "advmod", "obj", "ccomp") if t.lower == cue.word
        ]
        found = _finite(analysis, clause) or next((f for t in clear if (f := _clause_below(analysis, clause, t))), None)
        return _use(analysis, clause, cue.act, _cue_span(analysis, clause), found) if clear and found else None
    if cue.companion == "particle":
        if not _particle(analysis, clause, cue):
            return None
        return _nominal(analysis, clause, lexicon()) if cue.act == "noun" else _plain(analysis, clause, cue)
    noun = _oblique(analysis, clause, cue.word or "", after=True)
    if noun is None and cue.between and clause.object is not None:
        noun = _nominal_modifier(analysis, clause.object, cue.word or "")
    if noun is None:
        return _gerund_after(analysis, clause, cue)
    span = _cue_span(analysis, clause, word=noun.index)
    if cue.companion == "addressee":
        content = _first_frame(analysis, clause, cue, passed=noun.index)
        if content is None:
            return None
        return _use(analysis, clause, cue.act, span, content, addressee=noun.index)
    return _use(analysis, clause, cue.act, span, _noun_phrase(analysis, clause, noun.index), joint=cue.joint)


def _clause_below(analysis: Analysis, clause: Clause, word: Token) -> _Found | None:
    for token in analysis.dependents(word.index, "ccomp", "xcomp", "advcl"):
        return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=True))
    return None


def _particle(analysis: Analysis, clause: Clause, cue: VerbCue) -> bool:
    after = analysis.tokens[clause.predicate + 1 : clause.predicate + 4]
    return any(t.lower == cue.word and t.head in {clause.predicate, clause.object} for t in after) or bool(
        after and after[0].lower == cue.word
    )


def _gerund_after(analysis: Analysis, clause: Clause, cue: VerbCue) -> CueUse | None:
    if cue.companion != "content":
        return None
    for token in analysis.dependents(clause.predicate, "advcl"):
        if any(mark.lower == cue.word for mark in analysis.dependents(token.index, "mark", "case")):
            found = _Found(token.index, _clausal_span(analysis, clause, token, keep_to=False))
            return _use(analysis, clause, cue.act, _cue_span(analysis, clause), found, joint=cue.joint)
    return None


# -- plain verbs and adjectives ----------------------------------------------------------------------------------


def _plain(analysis: Analysis, clause: Clause, cue: VerbCue, act: str | None = None) -> CueUse | None:
    decided = act or cue.act
    found = _first_frame(analysis, clause, cue)
    span = _cue_span(analysis, clause)
    if found is None:
        bare = cue.object == "addressee" and cue.act in {"appreciate", "greet"} and clause.object is not None
        return _use(analysis, clause, decided, span, None, addressee=clause.object) if bare else None
    addressee = found.addressee if found.addressee is not None else _object_addressee(clause, cue, found)
    if addressee is None and cue.act == "inform" and (to := _oblique(analysis, clause, "to")) is not None:
        addressee = to.index
    return _use(analysis, clause, decided, span, found, addressee=addressee, joint=cue.joint)


def _object_addressee(clause: Clause, cue: VerbCue, found: _Found) -> int | None:
    if clause.indirect_object is not None:
        return clause.indirect_object
    return clause.object if cue.object.startswith("addressee") and clause.object != found.head else None


def _first_frame(analysis: Analysis, clause: Clause, cue: VerbCue, passed: int | None = None) -> _Found | None:
    for frame in cue.frames:
        if frame == "object" and cue.object == "addressee" and clause.lemma not in {"assure", "wish", "ask"}:
            continue
        found = _frame(analysis, clause, cue, frame, passed)
        if found is not None:
            return found
    return None


def _frame(analysis: Analysis, clause: Clause, cue: VerbCue, frame: str, passed: int | None) -> _Found | None:
    if frame == "clause":
        return _finite(analysis, clause)
    if frame == "inf":
        asked = clause.object
        if cue.object == "addressee-if-inf" and asked is not None and not _can_be_asked(analysis, asked):
            return None
        noun = asked if passed is None else passed
        return _infinitive(analysis, clause, noun)
    if frame == "ger":
        return _gerund(analysis, clause)
    if frame == "object":
        return _object(analysis, clause)
    return _prepositional(analysis, clause, frame, clause.object)


def _finite(analysis: Analysis, clause: Clause) -> _Found | None:
    for token in analysis.dependents(clause.predicate, "ccomp", "xcomp"):
        if not _to(analysis, token) and not (token.form == "ger" and token.deprel == "xcomp"):
            if token.upos not in {"VERB", "AUX"} and not analysis.dependents(token.index, "cop", "nsubj"):
                continue
            return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=True))
    return _host(analysis, clause)


def _host(analysis: Analysis, clause: Clause) -> _Found | None:
    """The clause that a comment stands in: "Trade, he said, is growing" parsed with the comment below."""
    token = analysis.tokens[clause.predicate]
    if token.deprel != "parataxis" or clause.subject_shared:
        return None
    inside = {t.index for t in analysis.subtree(token.index)}
    rest = [t for t in analysis.subtree(token.head) if t.index not in inside]
    return _Found(token.head, _trim(analysis, _largest_run(rest, across=inside))) if rest else None


def _can_be_asked(analysis: Analysis, index: int) -> bool:
    """Whether an object can be whom one asks ("urged *Cambodia* to …"), not what one asks for ("urged *aid* to …")."""
    token = analysis.tokens[index]
    return token.upos in {"PROPN", "PRON"} or bool(analysis.dependents(index, "det", "nmod:poss"))


def _infinitive(analysis: Analysis, clause: Clause, noun: int | None) -> _Found | None:
    """An infinitive of the cue's clause, or one that hangs from the noun that is asked."""
    candidates = [*analysis.dependents(clause.predicate, "xcomp", "ccomp", "advcl")]
    if noun is not None:
        candidates.extend(analysis.dependents(noun, "acl", "xcomp"))
    for token in candidates:
        if not _to(analysis, token):
            continue
        subject = analysis.dependents(token.index, "nsubj", "nsubj:pass")
        addressee = subject[0].index if subject else None
        return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=True), addressee)
    return None


def _gerund(analysis: Analysis, clause: Clause) -> _Found | None:
    for token in analysis.dependents(clause.predicate, "xcomp", "ccomp", "obj"):
        if token.form == "ger":
            return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=False))
    return None


def _object(analysis: Analysis, clause: Clause) -> _Found | None:
    if clause.object is not None:
        return _noun_phrase(analysis, clause, clause.object)
    if clause.voice == "passive" and clause.subject is not None and not clause.subject_shared:
        return _Found(clause.subject, _trim(analysis, analysis.subtree(clause.subject)))
    return None


def _prepositional(analysis: Analysis, clause: Clause, preposition: str, noun: int | None) -> _Found | None:
    target = _oblique(analysis, clause, preposition)
    if target is None and noun is not None:
        target = _nominal_modifier(analysis, noun, preposition)
    if target is not None:
        return _noun_phrase(analysis, clause, target.index)
    within = [t.index for t in analysis.dependents(noun, "nmod")] if noun is not None else []
    for above in (clause.predicate, noun, *within):
        for token in analysis.dependents(above, "advcl", "acl") if above is not None else ():
            if any(mark.lower == preposition for mark in analysis.dependents(token.index, "mark", "case")):
                return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=False))
    return None


def _oblique(analysis: Analysis, clause: Clause, preposition: str, *, after: bool = False) -> Token | None:
    for case, index in clause.obliques:
        token = analysis.tokens[index]
        if case != preposition or (after and index < clause.predicate):
            continue
        if token.lemma.lower() not in lexicon().no_content:
            return token
    return None


def _nominal_modifier(analysis: Analysis, noun: int, preposition: str) -> Token | None:
    conjuncts = analysis.conjuncts(noun)
    within = [
        t for c in conjuncts for t in analysis.dependents(c.index, "nmod") if analysis.preposition(t.index) == "of"
    ]
    for conjunct in (*reversed(conjuncts), *within):
        for token in analysis.dependents(conjunct.index, "nmod"):
            timed = token.lemma.lower() in lexicon().no_content
            if analysis.preposition(token.index) == preposition and not timed:
                return token
    return None


def _to(analysis: Analysis, token: Token) -> bool:
    return any(mark.lower == "to" for mark in analysis.dependents(token.index, "mark"))


# -- nouns of speech under light verbs ---------------------------------------------------------------------------


def _nominal(analysis: Analysis, clause: Clause, words: Lexicon) -> CueUse | None:
    """ "expressed appreciation for …", "reached a high degree of consensus on …"."""
    if clause.object is None:
        return None
    for noun in analysis.conjuncts(clause.object):
        cue = words.nouns.get(noun.lemma.lower())
        exchanged = words.exchanged.get(noun.lemma.lower()) if clause.lemma == "exchange" else None
        if exchanged is not None:
            frames = ("on", "about", "regarding", "over", "self")
            return _named(analysis, clause, noun, NounCue(exchanged, frames, frozenset(), frozenset()))
        if cue is not None and _carries(analysis, clause, noun, cue):
            return _named(analysis, clause, noun, cue)
    return None


def _carries(analysis: Analysis, clause: Clause, noun: Token, cue: NounCue) -> bool:
    if cue.verbs and clause.lemma not in cue.verbs:
        return False
    if not cue.of:
        return True
    return any(child.lemma.lower() in cue.of for child in analysis.dependents(noun.index, "nmod"))


def _named(analysis: Analysis, clause: Clause, noun: Token, cue: NounCue) -> CueUse | None:
    found = _first_noun_frame(analysis, clause, noun, cue)
    if found is None and cue.act not in {"greet", "appreciate"}:
        return None
    span = Span(analysis.tokens[clause.predicate].start, max(noun.end, analysis.tokens[clause.predicate].end))
    addressee = clause.indirect_object
    if addressee is None and "to" not in cue.frames:
        to = _oblique(analysis, clause, "to") or _nominal_modifier(analysis, noun.index, "to")
        addressee = to.index if to else None
    if found is not None and addressee is not None:
        found = _without_addressee(analysis, found, addressee)
    joint = cue.act in {"agree", "discuss"}
    return _use(analysis, clause, cue.act, span, found, addressee=addressee, noun=noun.index, joint=joint)


def _without_addressee(analysis: Analysis, found: _Found, addressee: int) -> _Found:
    """ "greetings from the King *to the host*": the content ends where the addressee begins."""
    phrase = analysis.subtree(addressee)
    if found.span.start < phrase[0].start < found.span.end and found.head != addressee:
        return _Found(found.head, _stripped(analysis.text, found.span.start, phrase[0].start), found.addressee)
    return found


def _first_noun_frame(analysis: Analysis, clause: Clause, noun: Token, cue: NounCue) -> _Found | None:
    for frame in cue.frames:
        found: _Found | None = None
        if frame == "self":
            if not analysis.dependents(noun.index, "nmod", "compound", "amod", "acl", "acl:relcl"):
                return None
            found = _Found(noun.index, _trim(analysis, _with_obliques(analysis, clause, noun.index)))
        elif frame == "clause":
            found = _noun_clause(analysis, clause, noun)
        elif frame == "inf":
            found = _infinitive(analysis, clause, noun.index)
        else:
            found = _prepositional(analysis, clause, frame, noun.index)
        if found is not None:
            return found
    return None


def _noun_clause(analysis: Analysis, clause: Clause, noun: Token) -> _Found | None:
    below = [*analysis.dependents(noun.index, "acl", "ccomp"), *analysis.dependents(clause.predicate, "ccomp")]
    for token in below:
        if token.deprel != "acl:relcl" and token.form != "part" and not _to(analysis, token):
            return _Found(token.index, _clausal_span(analysis, clause, token, keep_to=True))
    return None


# -- cues that are no predicates ---------------------------------------------------------------------------------


def _according_to(analysis: Analysis, words: Lexicon) -> Iterable[CueUse]:
    """ "Trade is growing, according to the minister": the rest of the sentence is the content."""
    for sentence in analysis.prose():
        lowered = analysis.text[sentence.start : sentence.end].lower()
        for phrase in words.according_to:
            position = lowered.find(phrase)
            if position < 0 or len(lowered) != sentence.end - sentence.start:
                continue
            cue = Span(sentence.start + position, sentence.start + position + len(phrase))
            after = analysis.between(cue.end, sentence.end)
            source = _head_of(analysis, after)
            if source is None or not after:
                continue
            rest = _beside(analysis, sentence.start, sentence.end, cue, source)
            if rest is not None:
                first = analysis.between(cue.start, cue.end)[0].index
                yield CueUse(first, "content", cue, source.index, rest, head=_top(analysis, rest))


def _top(analysis: Analysis, span: Span) -> int | None:
    """The predicate of a stretch of text: the token whose head lies outside it, or that heads itself."""
    tokens = analysis.between(span.start, span.end)
    inside = {token.index for token in tokens}
    return next((t.index for t in tokens if t.head == t.index or t.head not in inside), None)


def _head_of(analysis: Analysis, tokens: tuple[Token, ...]) -> Token | None:
    return next(
        (token for token in tokens if token.upos in {"NOUN", "PROPN", "PRON"} and token.deprel != "compound"), None
    )


def _beside(analysis: Analysis, start: int, end: int, cue: Span, source: Token) -> Span | None:
    if cue.start - start > 3:
        return _stripped(analysis.text, start, cue.start)
    after = analysis.subtree(source.index)[-1].end
    return _stripped(analysis.text, after, end) if end - after > 3 else None


def _invitations(analysis: Analysis) -> Iterable[CueUse]:
    """ "at the invitation of X", "at X's invitation": X invited, to what the clause tells."""
    for token in analysis.tokens:
        if token.lemma.lower() != "invitation" or analysis.preposition(token.index) not in {"at", "upon", "on"}:
            continue
        host = _nominal_modifier(analysis, token.index, "of")
        hosts = analysis.dependents(token.index, "nmod:poss")
        source = host or (hosts[0] if hosts else None)
        if source is not None:
            yield CueUse(token.index, "invite", token.span, source.index, _invited_to(analysis, token))


def _signings(analysis: Analysis) -> Iterable[CueUse]:
    """ "witnessed the signing of X": both sides agreed on X."""
    for token in analysis.tokens:
        signed = (
            _nominal_modifier(analysis, token.index, "of")
            if token.lower == "signing" and token.upos == "NOUN"
            else None
        )
        if signed is not None:
            content = _trim(analysis, analysis.subtree(signed.index), without=("case",), head=signed.index)
            yield CueUse(
                token.index, "agree", token.span, None, content, head=signed.index, joint=True, impersonal=True
            )


def _invited_to(analysis: Analysis, invitation: Token) -> Span | None:
    """The visit that the sentence around "at the invitation of" tells of, up to or from that phrase on."""
    sentence = analysis.sentences[invitation.sentence]
    inside = {token.index for token in analysis.subtree(invitation.index)}
    visits = [
        t for t in analysis.words(sentence) if t.lemma.lower() in {"visit", "trip", "tour"} and t.index not in inside
    ]
    if not visits:
        return None
    visit = min(visits, key=lambda token: abs(token.index - invitation.index))
    first = analysis.subtree(visit.index)[0] if analysis.subtree(visit.index)[0].index > visit.index - 5 else visit
    if visit.index < invitation.index:
        return _stripped(analysis.text, first.start, analysis.tokens[min(inside)].start)
    return _trim(analysis, [t for t in analysis.subtree(visit.index) if t.index not in inside])


# -- spans -------------------------------------------------------------------------------------------------------


def _use(
    analysis: Analysis,
    clause: Clause,
    act: str,
    span: Span,
    found: _Found | None,
    *,
    addressee: int | None = None,
    noun: int | None = None,
    joint: bool = False,
) -> CueUse | None:
    source = clause.agent if clause.voice == "passive" else clause.subject
    verb = analysis.tokens[clause.predicate]
    listed = (
        verb.deprel == "root" and verb.index == analysis.sentences[verb.sentence].first and verb.form in {"fin", "part"}
    )
    impersonal = source is None and ((clause.voice == "passive" and act == "agree") or (listed and found is not None))
    if clause.voice == "passive" and clause.subject is not None and (found is None or found.head != clause.subject):
        addressee = clause.subject
    if source is None and not impersonal:
        return None
    return CueUse(
        token=clause.predicate,
        act=act,
        span=span,
        source=source,
        content=found.span if found and len(found.span) else None,
        head=found.head if found else None,
        addressee=addressee,
        noun=noun,
        joint=joint,
        impersonal=impersonal,
    )


def _cue_span(analysis: Analysis, clause: Clause, word: int | None = None) -> Span:
    verb = analysis.tokens[clause.predicate]
    end = verb.end
    for token in analysis.dependents(clause.predicate, "compound:prt"):
        if token.index == verb.index + 1:
            end = token.end
    if word is not None:
        cases = [case for case in analysis.dependents(word, "case") if case.index == verb.index + 1]
        end = cases[0].end if cases else end
    start = min(
        [verb.start, *(t.start for t in analysis.dependents(verb.index, "advmod") if t.index == verb.index - 1)]
    )
    return Span(start if analysis.tokens[verb.index - 1].lower in {"highly", "not", "never"} else verb.start, end)


def _noun_phrase(analysis: Analysis, clause: Clause, head: int) -> _Found:
    span = _trim(analysis, _with_obliques(analysis, clause, head), without=("case",), head=head)
    return _Found(head, _to_clause_end(analysis, clause, head, span))


def _with_obliques(analysis: Analysis, clause: Clause, head: int) -> list[Token]:
    """A noun's subtree, and the obliques of the cue that follow it ("discussed trade *in rice*")."""
    tokens = [*analysis.subtree(head)]
    last = tokens[-1].index
    for preposition, index in clause.obliques:
        phrase = analysis.subtree(index)
        if index > last and phrase[0].index == last + 1 and preposition and preposition not in _OCCASIONS:
            tokens.extend(phrase)
            last = phrase[-1].index
    return tokens


def _clausal_span(analysis: Analysis, clause: Clause, head: Token, *, keep_to: bool) -> Span:
    """A clause from its first word (its "that" left out) to its last; of an infinitive, from "to" on."""
    outside = {token.index for token in _cue_tokens(analysis, clause, head)}
    tokens = [token for token in analysis.subtree(head.index) if token.index not in outside]
    marks = analysis.dependents(head.index, "mark", "case")
    to = [mark for mark in marks if mark.lower == "to"]
    if to and keep_to:
        tokens = [token for token in tokens if token.index >= to[0].index]
    dropped = {mark.index for mark in marks if mark.lower != "to" and mark.lower not in {"if", "whether", "because"}}
    lead = [token for token in tokens if token.index not in dropped or token.index > head.index]
    span = _trim(analysis, _largest_run(lead, across=outside))
    return _to_clause_end(analysis, clause, head.index, span)


def _to_clause_end(analysis: Analysis, clause: Clause, head: int, content: Span) -> Span:
    """Content that follows its cue runs to the end of the cue's clause, though the parser may hang its tail
    elsewhere: up to what is coordinated with the cue, to a participle that takes up its subject, or to an occasion."""
    sentence = analysis.sentences[clause.sentence]
    if content.start < analysis.tokens[clause.predicate].start:
        return content
    inside = {token.index for token in analysis.subtree(head)}
    limit = sentence.end
    for token in analysis.tokens[head + 1 : sentence.last]:
        if token.index not in inside and token.start >= content.end and _begins_anew(analysis, token, clause):
            limit = token.start
            break
    return _stripped(analysis.text, content.start, max(limit, content.end))


def _begins_anew(analysis: Analysis, token: Token, clause: Clause) -> bool:
    """Whether a token after the content belongs to something else than the cue's clause."""
    if token.text in {";", "—", "–", "("} or (token.lower in _OCCASIONS and _is_meeting(analysis, token)):
        return True
    top = token
    while top.head not in {top.index, clause.predicate} and top.head > clause.predicate:
        top = analysis.tokens[top.head]
    if top.head == top.index:
        return True
    if top.head < clause.predicate:
        return top.deprel in {"conj", "cc", "parataxis"}
    if top.deprel == "advcl":
        marks = {mark.lower for mark in analysis.dependents(top.index, "mark", "case")}
        return bool(marks & _SUBORDINATORS) or (not marks and top.lemma in lexicon().verbs)
    if top.deprel == "conj" and top.index in analysis.clause_of and top.form != "ger":
        joined = any(cc.index < top.index for cc in analysis.dependents(top.index, "cc"))
        return (joined or top.lemma in lexicon().verbs) and _coordinated(analysis, top)
    return top.deprel in {"parataxis", "cc"}


def _coordinated(analysis: Analysis, token: Token) -> bool:
    """Whether a coordinator joins the token, or one of its later sisters; without one it is a reduced clause
    ("the talks, *postponed* twice, …") that the parser took for coordination."""
    sisters = [t for t in analysis.dependents(token.head, "conj") if t.index >= token.index]
    return any(analysis.dependents(sister.index, "cc") for sister in sisters)


def _is_meeting(analysis: Analysis, preposition: Token) -> bool:
    return analysis.tokens[preposition.head].lemma.lower() in _MEETINGS


def _cue_tokens(analysis: Analysis, clause: Clause, head: Token) -> tuple[Token, ...]:
    """The cue with its source, where they stand inside the clause that is its content."""
    below = {token.index for token in analysis.subtree(head.index)}
    own = [analysis.tokens[clause.predicate]]
    if clause.subject is not None and not clause.subject_shared:
        own.extend(analysis.subtree(clause.subject))
    return tuple(token for token in own if token.index not in below or token.index == clause.predicate)


def _largest_run(tokens: list[Token], across: Iterable[int] = ()) -> list[Token]:
    """The longest part of the tokens that no token of the cue interrupts."""
    cuts = sorted(across)
    runs: list[list[Token]] = [[]]
    for token in tokens:
        last = runs[-1][-1].index if runs[-1] else token.index
        interrupted = any(last < cut < token.index for cut in cuts) if cuts else token.index - last > 12
        if interrupted:
            runs.append([])
        runs[-1].append(token)
    return max(runs, key=lambda run: run[-1].end - run[0].start if run else 0)


def _trim(analysis: Analysis, tokens: Iterable[Token], without: tuple[str, ...] = (), head: int | None = None) -> Span:
    kept = sorted(tokens, key=lambda token: token.index)
    while len(kept) > 1 and kept[0].deprel in without and kept[0].head == head:
        kept.pop(0)
    while len(kept) > 1 and (kept[0].upos in {"PUNCT", "CCONJ"} and kept[0].text not in _QUOTES):
        kept.pop(0)
    return _stripped(analysis.text, kept[0].start, kept[-1].end)


def _stripped(text: str, start: int, end: int) -> Span:
    """The characters without marks of punctuation at the edges, and without quotes that are not balanced inside."""
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _QUOTES and not _opened(text, start, end - 1):
        end -= 1
        while start < end and text[end - 1] in _TRIMMED:
            end -= 1
    while start < end and text[start] in '"“‘' and not _closed(text, start + 1, end):
        start += 1
    if end - start > 1 and text[start] in '"“' and text[end - 1] in '"”':
        return _stripped(text, start + 1, end - 1)
    return Span(start, max(start, end))


def _opened(text: str, start: int, end: int) -> bool:
    return any(text[i] in '"“‘' for i in range(start, end))


def _closed(text: str, start: int, end: int) -> bool:
    return any(text[i] in '"”’' for i in range(start, end))
