"""Which of the thirteen acts a statement is, where the cue alone does not say.

"He said that Cambodia would build the road" commits, "… that both sides should build it" proposes, "… that it
values the road" appreciates: the mood of the content and whose action it tells decide.
"""

from __future__ import annotations

from typing import cast as typed

from communique.model import Act, Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.attributions import match_cue
from communique.read.cues import CueUse, lexicon
from communique.read.frames import has_to
from communique.read.offices import office_words
from communique.read.people import Cast, Referent

_OBLIGING = {"should", "must", "need to", "have to", "ought to", "ought"}
_COMING = {"will", "shall", "would", "'ll", "’ll"}
_ACCEPTING = {"accept", "agree", "promise", "join", "allow", "tolerate", "support", "recognise", "recognize", "take"}
# Adjectives and verbs that promise in the present tense: "stands ready to", "is determined to", "plans to".
_READY = {"ready", "willing", "prepared", "committed", "determined", "resolved"}
_PROMISING = {"stand", "pledge", "commit", "promise", "undertake", "intend", "plan", "vow"}
_STANDING = {"remain", "stand", "stay"}  # "*remains* committed to", "stands ready to"
# What is refused when one does not do it or has none: "does not intend to", "is not considering", "has no plans to".
_MEANING = {"intend", "plan", "consider", "contemplate", "mean", "wish", "want"}
_MEANT = {"plan", "intention", "intent", "desire", "wish", "reason"}
_WANTING = {"want", "expect", "wish", "like"}  # "wants *Chad* to reopen the bridge"
_NEEDING = {"need", "have", "ought"}
# What a thing is promised to do or to have done to it: "blankets will arrive", "scholarships will be set aside".
_DELIVERED = {
    "arrive", "send", "provide", "release", "set", "hand", "deliver", "open", "hold", "build", "settle", "complete",
    "ship", "grant", "dispatch", "finish", "allocate", "earmark", "launch", "abolish", "exempt", "return", "pay",
    "issue", "waive", "lift", "raise", "double", "lower", "reduce", "publish", "repair", "approve", "ratify", "resume",
    "reopen", "remove", "scrap", "repay", "refund", "train", "admit", "disburse", "transfer", "restore",
    "finance", "fund",
}  # fmt: skip
_ASSURING = {"assure", "reassure"}
_WEAK = {"content", "noun", "hope", "offer", "announce", "assess", "inform", "discuss"}
_FIRST_PERSON = {"we", "i", "us", "our", "my"}
_CALLING = {"describe", "regard", "view", "characterise", "characterize", "see"}
_SOON = 5  # words behind "described" in which "as *absolutely groundless*" may stand
_DECIDING = {"decide", "resolve"}
_HOPING = {"hope", "expect"}
_ABLE = {"can", "could"}
# What one "cannot" do without refusing anything: "cannot wait another year".
_HARDLY = {
    "wait",
    "afford",
    "ignore",
    "forget",
    "overlook",
    "overstate",
    "overemphasize",
    "overemphasise",
    "imagine",
    "help",
}
_ORDERING = {"task", "instruct", "direct", "order"}
_TRUE = {"true", "correct", "accurate"}


def decide_act(analysis: Analysis, use: CueUse, cast: Cast, speaker: Referent) -> Act:
    """The act of a cue in its place. `speaker` is who the source resolves to."""
    own = _Own(analysis, cast, speaker)
    clause = analysis.clause_of.get(use.head) if use.head is not None else None
    if use.act in {"content", "noun"}:
        return _by_contents(analysis, use, clause, own) if clause is not None else _by_head(analysis, use, own)
    wishes = clause is not None and clause.subject is not None and not clause.subject_shared
    if use.act == "hope" or (wishes and analysis.tokens[use.token].lemma == "wish"):
        return _hope(analysis, clause, own)
    if use.act == "announce":
        return "inform" if clause is not None and not _promises(analysis, clause, own) else "commit"
    if use.act == "inform" and clause is not None and own.side(clause.subject) and _promises(analysis, clause, own):
        return "commit"
    if use.act == "offer" or _is_meant(analysis, use):
        return "commit"
    if use.act == "assess" and (judged := _judged_as(analysis, use)) is not None:
        return judged
    if use.act == "commit" and clause is None and _is_backing(analysis, use):
        return "support"
    if use.act in {"request", "propose"}:
        return _asked_of(analysis, use, clause, own)
    return typed(Act, use.act)


def _is_meant(analysis: Analysis, use: CueUse) -> bool:
    """ "we *seek to lay* the groundwork": what the speaker means to do, not what he seeks of others."""
    told = use.content.of(analysis.text) if use.content is not None else ""
    return analysis.tokens[use.token].lemma == "seek" and told.startswith("to ")


def _is_backing(analysis: Analysis, use: CueUse) -> bool:
    """ "assured Fiji of its *support* for the bid"."""
    noun = lexicon().nouns.get(analysis.tokens[use.head].lemma.lower()) if use.head is not None else None
    return analysis.tokens[use.token].lemma in _ASSURING and noun is not None and noun.act == "support"


def _judged_as(analysis: Analysis, use: CueUse) -> Act | None:
    """ "described the reports as *baseless*": what something is called behind "as"."""
    if analysis.tokens[use.token].lemma not in _CALLING or use.content is None:
        return None
    tokens = analysis.between(use.content.start, use.content.end)
    called = [
        t for t in tokens if (t.upos == "ADJ" and t.index - use.token <= _SOON) or analysis.preposition(t.index) == "as"
    ]
    return next((act for t in called if (act := lexicon().judged(t.lower)) is not None), None)


class _Own:
    """Whether a token names the speaker's side, the other side, or both."""

    def __init__(self, analysis: Analysis, cast: Cast, speaker: Referent) -> None:
        self._analysis, self._cast, self._speaker = analysis, cast, speaker

    def side(self, index: int | None) -> str:
        """ "own", "other", "both", or "" where the token names no side."""
        if index is None:
            return ""
        token = self._analysis.tokens[index]
        if token.lower in _FIRST_PERSON:
            return "own"
        referent = self._cast.resolve(index)
        parties = set(referent.parties)
        if not parties:
            return ""
        mine = set(self._speaker.parties)
        if parties <= mine:
            return "both" if len(parties) > 1 else "own"
        return "both" if parties & mine else "other"

    def faces(self, index: int | None) -> bool:
        """Whether a token names a side of the report: "Hamas must …", said to others, is asked of nobody there."""
        named = set(self._cast.resolve(index).parties) if index is not None else set()
        return self._cast.several or bool(named & set(self._cast.main_parties))

    def parties_in(self, span: Span) -> tuple[str, ...]:
        """Whose sides a stretch of text names: "own", "other", each once, sorted."""
        mine = set(self._speaker.parties)
        return tuple(sorted({"own" if party in mine else "other" for party in self._cast.parties_in(span)}))


def _by_head(analysis: Analysis, use: CueUse, own: _Own) -> Act:
    """ "Kenya, he said, highly *values* the grant": a verb that the parser took for a noun, though it has a subject."""
    if use.head is None:
        return "assess"
    subjects = analysis.dependents(use.head, "nsubj")
    cues = lexicon().verbs.get(analysis.tokens[use.head].lemma.lower(), ())
    known = subjects and cues and cues[-1].act not in _WEAK and own.side(subjects[0].index) == "own"
    return typed(Act, cues[-1].act) if known else "assess"


def _by_content(analysis: Analysis, clause: Clause, own: _Own) -> Act:
    side = own.side(clause.subject)
    if clause.lemma in _HOPING and clause.voice == "passive":  # "it is *hoped* that Chad will …"
        return _hope(analysis, analysis.clause_of.get(clause.complement or -1), own)
    if _spares(analysis, clause, side):
        return "commit"
    if (side != "other" and _refuses(analysis, clause, side)) or _leaves_none(analysis, clause):
        return "reject"
    if _wants_of_other(analysis, clause, own):
        return "request"
    if _is_let_us(analysis, clause):
        return "propose"
    if clause.negated and clause.modality is None and analysis.tokens[clause.predicate].lower in _TRUE:
        return "reject"
    judged = None if side == "own" or clause.negated else lexicon().judged(analysis.tokens[clause.predicate].lower)
    if judged is not None:
        return judged
    needs = bool(side) and _needs_to(analysis, clause)
    if clause.modality in _OBLIGING or needs:
        if side == "other":
            return "request" if own.faces(clause.subject) and (needs or clause.lemma != "have") else "assess"
        return "propose"
    if side == "own":
        embedded = match_cue(analysis, clause, lexicon())
        if embedded is None and (bare := _with_shared_object(analysis, clause)) is not None:
            return bare
        if embedded is not None and embedded.act not in _WEAK and clause.modality is None:
            alone = embedded.act == "agree" and clause.lemma in _DECIDING  # one side's own decision is its promise
            return "commit" if alone else typed(Act, embedded.act)
        feels = lexicon().adjectives.get(analysis.tokens[clause.predicate].lower)
        if feels is not None and not clause.negated and clause.modality is None:
            return typed(Act, feels.act)
        if embedded is not None and embedded.act == "hope":
            return _hope(analysis, analysis.clause_of.get(clause.complement or -1), own)
    if side == "both" and clause.modality is None and _settles(analysis, clause):
        return "agree"
    if _promises(analysis, clause, own):
        return "commit"
    return "assess"


def _with_shared_object(analysis: Analysis, clause: Clause) -> Act | None:
    """ "Chad *values* and supports the plan": a verb whose object stands behind the next."""
    joined = [t for t in analysis.dependents(clause.predicate, "conj") if t.index in analysis.clause_of]
    uses = [use for use in lexicon().verbs.get(clause.lemma, ()) if use.word is None and use.act not in _WEAK]
    plain = clause.object is None and clause.complement is None and clause.modality is None and not clause.negated
    return typed(Act, uses[0].act) if plain and joined and uses else None


def _by_contents(analysis: Analysis, use: CueUse, clause: Clause, own: _Own) -> Act:
    """The act of what is said, or of the first of its later halves that does more than state something: "that ties
    are good *and Chad will send a team*"."""
    act = _by_content(analysis, clause, own)
    for token in analysis.dependents(clause.predicate, "conj"):
        further = analysis.clause_of.get(token.index)
        said = use.content is not None and use.content.covers(token.span) and token.form in {"fin", "inf", ""}
        if act == "assess" and said and further is not None and own.side(further.subject):
            act = _by_content(analysis, further, own)
    return act


def _settles(analysis: Analysis, clause: Clause) -> bool:
    """ "said that *both had agreed* to open talks"."""
    embedded = match_cue(analysis, clause, lexicon())
    return embedded is not None and embedded.act == "agree"


def _wants_of_other(analysis: Analysis, clause: Clause, own: _Own) -> bool:
    """ "We want *Chad* to reopen the bridge", "said he would like *Chad* to …"."""
    if clause.lemma not in _WANTING or clause.negated or own.side(clause.subject) == "other":
        return False
    wanted = [t for t in analysis.dependents(clause.predicate, "xcomp", "ccomp") if has_to(analysis, t)]
    doers = [t.index for verb in wanted for t in analysis.dependents(verb.index, "nsubj", "nsubj:pass")]
    if wanted and clause.object is not None:
        doers.append(clause.object)
    named = (analysis.phrase(index, "acl:relcl", "acl") for index in doers if not own.side(index))
    others = any(own.parties_in(phrase) == ("other",) for phrase in named)
    return others or any(own.side(index) == "other" and own.faces(index) for index in doers)


def _is_let_us(analysis: Analysis, clause: Clause) -> bool:
    """ "*Let us* build it together"."""
    following = analysis.tokens[clause.predicate + 1 : clause.predicate + 2]
    return clause.lemma == "let" and clause.subject is None and [t.lower for t in following] == ["us"]


def _needs_to(analysis: Analysis, clause: Clause) -> bool:
    """ "Chad *needs to explain* it": an obligation whose verb the parser hangs below."""
    if clause.lemma not in _NEEDING or clause.negated or clause.modality is not None or clause.voice == "passive":
        return False
    following = analysis.tokens[clause.predicate + 1 : clause.predicate + 2]
    at_once = clause.lemma == "need" or any(t.lower == "to" for t in following)  # not "has *yet* to explain it"
    return at_once and any(has_to(analysis, t) for t in analysis.dependents(clause.predicate, "xcomp"))


def _refuses(analysis: Analysis, clause: Clause, side: str) -> bool:
    if clause.lemma == "have" and side == "own" and clause.object is not None:
        meant = analysis.tokens[clause.object]
        return meant.lemma.lower() in _MEANT and analysis.is_none(meant.index)
    if not clause.negated:
        return False
    if clause.modality in _ABLE and clause.lemma in _HARDLY:
        return False
    if clause.modality in {"will", "can", "shall", "would", "could"}:
        return side in {"own", "both"}
    unready = analysis.tokens[clause.predicate].lower in _READY
    return side == "own" and (clause.lemma in _ACCEPTING | _MEANING or unready)


def _spares(analysis: Analysis, clause: Clause, side: str) -> bool:
    """ "Chad would not *raise* fees", "no school will be *closed*": what the other side need not fear is promised."""
    if clause.modality not in _COMING or clause.lemma not in lexicon().spared or side == "other":
        return False
    if clause.voice == "active":
        return clause.negated and side in {"own", "both"}
    return clause.negated or (clause.subject is not None and analysis.is_none(clause.subject))


def _leaves_none(analysis: Analysis, clause: Clause) -> bool:
    """ "there can be no *talk* of preconditions", "there was no *question* of …"."""
    if clause.lemma != "be":
        return False
    below = analysis.dependents(clause.predicate, "nsubj", "attr", "obj")
    none = {t.lemma.lower() for t in below if analysis.is_none(t.index)} & lexicon().refusable
    behind = [t.lower for t in analysis.tokens[clause.predicate + 1 : clause.predicate + 5]]
    if behind == ["out", "of", "the", "question"] and not clause.negated:
        return True
    return "question" in none or (bool(none) and clause.modality in {"can", "will", "could", "would"})


def _promises(analysis: Analysis, clause: Clause, own: _Own) -> bool:
    """Own side's coming action: "Vietnam will continue to …", "Nepal was ready to export …"."""
    side = own.side(clause.subject)
    if side == "other" or clause.negated:
        return False
    if not side:  # "blankets will arrive", "will be sent"; not "the deal will *open a new chapter*"
        body = clause.subject is not None and analysis.tokens[clause.subject].lower in office_words().party_heads
        done = clause.voice == "passive" or clause.object is None or body
        return done and clause.modality in _COMING and clause.lemma in _DELIVERED
    token = analysis.tokens[clause.predicate]
    stands = clause.lemma in _STANDING and any(
        t.lower in _READY for t in analysis.dependents(token.index, "xcomp", "advmod", "acomp")
    )
    if token.lower in _READY or clause.lemma in _PROMISING or clause.lemma in _READY or stands:
        return _followed(analysis, token)
    if clause.modality in _COMING and token.upos == "VERB":
        return clause.voice == "active"
    return False


def _followed(analysis: Analysis, token: Token) -> bool:
    """An infinitive or a to-phrase follows."""
    below = analysis.subtree(token.index)
    return any(t.index > token.index and t.lower in {"to", "for"} for t in below)


def _hope(analysis: Analysis, clause: Clause | None, own: _Own) -> Act:
    """ "hoped that *Chad* would ratify it" and "that *Chadian firms* would invest" ask; other hopes are views."""
    if clause is None or clause.subject is None or clause.modality not in _COMING | _ABLE | _OBLIGING | {None}:
        return "assess"
    side = own.side(clause.subject)
    if not side and own.parties_in(analysis.phrase(clause.subject, "acl:relcl", "acl")) == ("other",):
        side = "other"
    return "request" if side == "other" and clause.modality in _COMING | _ABLE else "assess"


def _asked_of(analysis: Analysis, use: CueUse, clause: Clause | None, own: _Own) -> Act:
    """Asking the other side is a request; suggesting what both should do is a proposal."""
    told = clause is not None and not (clause.subject_shared and analysis.tokens[clause.predicate].form == "ger")
    asked = use.addressee if use.addressee is not None else (clause.subject if clause is not None and told else None)
    side = own.side(asked)
    apart = side in {"", "other"} or (side == "both" and _is_them(analysis, use.addressee))
    ordered = analysis.tokens[use.token].lemma in _ORDERING
    if use.act == "request" and use.addressee is not None and (apart or ordered):
        return "request"
    if use.act == "request" and (side == "both" or (not side and _for_all(analysis, use, clause, own))):
        return "propose"
    if use.act == "propose" and clause is not None and clause.predicate == use.head:
        subject = analysis.dependents(clause.predicate, "nsubj", "nsubj:pass")
        if subject and own.side(subject[0].index) == "other":
            return "request"
    return "request" if use.act == "request" else "propose"


def _is_them(analysis: Analysis, index: int | None) -> bool:
    """ "urged *them* to sign": those who listen; nobody urges himself so."""
    return index is not None and analysis.tokens[index].lower == "them"


def _for_all(analysis: Analysis, use: CueUse, clause: Clause | None, own: _Own) -> bool:
    """ "encouraged broader trade ties", "called for closer cooperation", "called for strengthening it": a thing that
    both sides would do."""
    finite = clause is not None and analysis.tokens[clause.predicate].form != "ger"
    if finite or use.content is None or analysis.tokens[use.token].lemma not in {"encourage", "call"}:
        return False
    head = analysis.tokens[use.head].lemma.lower() if use.head is not None else ""
    owners = analysis.dependents(use.head, "nmod:poss") if use.head is not None else ()
    theirs = any(own.side(t.index) == "other" for t in owners)  # "called for *Chad's* support"
    return not theirs and head not in lexicon().one_sided and own.parties_in(use.content) != ("other",)
