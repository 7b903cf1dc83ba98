"""Acts that a noun names behind a light verb: "expressed appreciation for …", "reached a consensus on …"."""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.cue_uses import cue_span, use_of
from communique.read.cues import CueUse, Lexicon, NounCue, lexicon
from communique.read.extent import Found, clausal_span, strip_marks, trim, with_obliques
from communique.read.frames import has_to, infinitive_content, nominal_modifier, oblique, prepositional_content

_SHARED = {"view", "opinion", "assessment", "position", "belief", "conviction", "understanding"}


def nominal_cue(analysis: Analysis, clause: Clause, words: Lexicon) -> CueUse | None:
    """ "expressed appreciation for …", "reached a high degree of consensus on …"."""
    noun_of = clause.object if clause.object is not None else _behind_addressee(analysis, clause)
    if clause.lemma == "be":
        noun_of = _of_view(clause)
    if clause.voice == "passive" and not clause.subject_shared:
        noun_of = clause.subject  # "an *agreement* was reached on …"
    if noun_of is None:
        return None
    for noun in analysis.conjuncts(noun_of):
        cue = words.nouns.get(noun.lemma.lower())
        exchanged = words.exchanged.get(noun.lemma.lower()) if clause.lemma == "exchange" else None
        if exchanged is not None:
            frames = ("on", "about", "regarding", "over", "self")
            return _named(analysis, clause, noun, NounCue(exchanged, frames, frozenset(), frozenset()))
        if cue is not None and _carries(analysis, clause, noun, cue):
            return _named(analysis, clause, noun, cue)
    return None


def _of_view(clause: Clause) -> int | None:
    """ "is of the *view* that …", "was in *favour* of …"."""
    return next((index for preposition, index in clause.obliques if preposition in {"of", "in"}), None)


def _behind_addressee(analysis: Analysis, clause: Clause) -> int | None:
    """ "conveyed *to the host* New Year greetings": the object, where the parser takes it for an apposition."""
    to = oblique(analysis, clause, "to", after=True)
    words = analysis.dependents(to.index, "appos") if to is not None and clause.voice == "active" else ()
    return next((t.index for t in words if t.upos == "NOUN" and t.lemma.lower() in lexicon().nouns), None)


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
    act = _act_of_noun(analysis, clause, noun, cue, found)
    span = Span(analysis.tokens[clause.predicate].start, max(noun.end, analysis.tokens[clause.predicate].end))
    if clause.object is None:
        span = cue_span(analysis, clause)  # "conveyed", where the addressee stands between it and the noun
    addressee = clause.indirect_object
    if addressee is None and "to" not in cue.frames:
        to = oblique(analysis, clause, "to") or nominal_modifier(analysis, noun.index, "to")
        addressee = to.index if to else None
    if found is not None and addressee is not None:
        found = _without_addressee(analysis, found, addressee)
    joint = act in {"agree", "discuss"}
    return use_of(analysis, clause, act, span, found, addressee=addressee, noun=noun.index, joint=joint)


def _act_of_noun(analysis: Analysis, clause: Clause, noun: Token, cue: NounCue, found: Found | None) -> str:
    """What a noun does here: a *wish* that somebody act is a hope, and *the view* that is shared is agreed on."""
    told = found is not None and found.head != noun.index and found.head in analysis.clause_of
    if noun.lemma.lower() == "wish" and told:
        return "hope"
    definite = any(t.lower in {"the", "same"} for t in analysis.dependents(noun.index, "det", "amod"))
    if clause.lemma == "share" and noun.lemma.lower() in _SHARED and told and definite:
        return "agree"
    return cue.act


def _without_addressee(analysis: Analysis, found: Found, addressee: int) -> Found:
    """ "greetings from the King *to the host*": the content ends where the addressee begins."""
    phrase = analysis.subtree(addressee)
    if found.span.start < phrase[0].start < found.span.end and found.head != addressee:
        return Found(found.head, strip_marks(analysis.text, found.span.start, phrase[0].start), found.addressee)
    return found


def _first_noun_frame(analysis: Analysis, clause: Clause, noun: Token, cue: NounCue) -> Found | None:
    for frame in cue.frames:
        found: Found | None = None
        if frame == "self":
            told = analysis.dependents(noun.index, "nmod", "compound", "amod", "acl", "acl:relcl")
            if all(t.upos == "PRON" for t in told):
                return None  # "sent *his condolences*"
            found = Found(noun.index, trim(analysis, with_obliques(analysis, clause, noun.index)))
        elif frame == "clause":
            found = _noun_clause(analysis, clause, noun)
        elif frame == "inf":
            found = infinitive_content(analysis, clause, noun.index)
        else:
            found = prepositional_content(analysis, clause, frame, noun.index)
        if found is not None:
            return found
    return None


def _noun_clause(analysis: Analysis, clause: Clause, noun: Token) -> Found | None:
    below = [*analysis.dependents(noun.index, "acl", "ccomp"), *analysis.dependents(clause.predicate, "ccomp")]
    for token in below:
        reduced = token.form == "part" and not analysis.dependents(token.index, "aux", "aux:pass")
        if token.deprel != "acl:relcl" and not reduced and not has_to(analysis, token):
            return Found(token.index, clausal_span(analysis, clause, token, keep_to=True))
    return None
