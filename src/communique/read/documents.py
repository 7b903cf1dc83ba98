"""Papers that speak: "the joint communiqué called for …", and "it" for the paper just told of.

What a joint paper says, its signers say together. A paper of one side's own speaks for that side where it names it
("a statement by the ministry"); the rest is left to whoever resolves names.
"""

from __future__ import annotations

from communique.read.analysis import Analysis, Token

_PAPERS = {"statement", "declaration", "document", "release", "text", "summary", "paper", "readout", "note"}
_ALWAYS_JOINT = {"communiqué", "communique"}
_TOGETHER = {"joint", "trilateral", "tripartite", "common", "final", "closing", "concluding", "outcome"}
_GATHERINGS = {"meeting", "summit", "talk", "session", "conference", "forum", "consultation", "visit"}
_SIGNERS = {"leader", "minister", "side", "president", "party", "country", "government", "chair", "delegation"}


def is_joint_paper(analysis: Analysis, token: Token) -> bool:
    """Whether a noun, or the "it" that takes one up, names a paper that several sides issued together."""
    if token.lower == "it":
        taken_up = _told_before(analysis, token)
        return taken_up is not None and is_joint_paper(analysis, taken_up)
    lemma = token.lemma.lower()
    if token.upos not in {"NOUN", "PROPN"} or lemma not in _PAPERS | _ALWAYS_JOINT:
        return False
    if _is_called_joint(analysis, token):
        return True
    return _is_known(analysis, token) and _was_joint(analysis, token, lemma in _ALWAYS_JOINT)


def _is_called_joint(analysis: Analysis, token: Token) -> bool:
    """ "a *joint* statement", "the summit's declaration"."""
    said = any(t.lower in _TOGETHER for t in analysis.dependents(token.index, "amod", "compound"))
    return said or _is_of_all(analysis, token)


def _is_of_all(analysis: Analysis, token: Token) -> bool:
    """ "the *summit's* statement", "the two *ministers'* declaration"."""
    owners = [t for t in analysis.dependents(token.index, "nmod:poss") if t.upos == "NOUN"]
    return any(
        t.lemma.lower() in _GATHERINGS or (t.lemma.lower() in _SIGNERS and t.lower != t.lemma.lower()) for t in owners
    )


def _is_known(analysis: Analysis, token: Token) -> bool:
    """ "the communiqué", with nothing that says whose."""
    articles = {t.lower for t in analysis.dependents(token.index, "det")}
    return bool(articles & {"the", "this"}) and not analysis.dependents(token.index, "nmod", "nmod:poss", "compound")


def _was_joint(analysis: Analysis, token: Token, silent: bool) -> bool:
    """Whether the paper that "the statement" takes up was a joint one: the last told of with more than an article;
    `silent` where none is."""
    lemma = token.lemma.lower()
    for index in range(token.index - 1, -1, -1):
        before = analysis.tokens[index]
        if before.lemma.lower() != lemma or before.upos not in {"NOUN", "PROPN"}:
            continue
        if _is_called_joint(analysis, before):
            return True
        if not _is_known(analysis, before):
            return False
    return silent


def _told_before(analysis: Analysis, token: Token) -> Token | None:
    """The paper that "it" takes up: one told of in the sentence before, in the same paragraph ("They issued *a joint
    statement*. It called for …"), or what another "it" there takes up."""
    if token.sentence == 0:
        return None
    here, before = analysis.sentences[token.sentence], analysis.sentences[token.sentence - 1]
    if here.paragraph != before.paragraph:
        return None
    words = analysis.words(before)
    again = next((t for t in words if t.lower == "it" and t.deprel.startswith("nsubj")), None)
    papers = (t for t in reversed(words) if t.lower != "it" and is_joint_paper(analysis, t))
    return next(papers, again)
