"""Whether a figure is observed, a target, promised, or a forecast: from the verbs that govern it."""

from __future__ import annotations

from communique.model import FigureStatus, Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.changes import is_start_of_move
from communique.read.figures.placed import Placed, ancestors, change_words, moving_verb
from communique.read.figures.words import cue_words


def status_of(analysis: Analysis, placed: Placed, measure: Span | None) -> FigureStatus:
    """The status of a figure, by the nearest verbs above it, the nouns between, and the thing measured."""
    chain = _chain(analysis, placed)
    verbs = [token for token in chain if _is_verb(analysis, token)]
    nouns = {token.lemma.lower() for token in chain if token.upos == "NOUN"}
    if nouns & cue_words("target", "nouns"):
        return "target"
    if measure is not None:
        within = analysis.between(measure.start, measure.end)
        nouns |= {token.lemma.lower() for token in within if token.upos == "NOUN"}
    announced = "announcement" in nouns and placed.quantity.kind == "money"
    if nouns & cue_words("pledged", "nouns") or announced:
        return "pledged"
    return _by_verbs(analysis, placed, verbs, nouns) if verbs else "observed"


def _chain(analysis: Analysis, placed: Placed) -> list[Token]:
    """The quantity's head words up to the root, not beyond a clause that is told as fact."""
    chain: list[Token] = []
    top = placed.mover or analysis.tokens[placed.top]
    for token in (top, *ancestors(analysis, top.index)):
        chain.append(token)
        told = token.form == "fin" or any(t.form == "fin" for t in analysis.dependents(token.index, "aux", "aux:pass"))
        valued = token.lower in {"valued", "estimated", "priced"}
        participle = token.deprel == "acl" and token.form == "part" and not valued
        if (token.deprel in {"acl:relcl", "conj"} and told) or participle:
            break
    return chain


def _is_verb(analysis: Analysis, token: Token) -> bool:
    return token.upos == "VERB" or token.index in analysis.clause_of


def _by_verbs(analysis: Analysis, placed: Placed, verbs: list[Token], nouns: set[str]) -> FigureStatus:
    nearest, above = verbs[0], verbs[1] if len(verbs) > 1 else None
    promised = any(verb.lemma in cue_words("pledged", "verbs") for verb in verbs)
    standing = nouns & cue_words("standing") and moving_verb(analysis, placed) is None and not promised
    ended = nearest.lemma in cue_words("ending") and placed.quantity.kind == "count"
    if _given_before(analysis, placed) or standing or ended:
        return "observed"
    if is_start_of_move(analysis, placed):
        return "observed"
    if nearest.lemma in cue_words("pledged", "verbs"):
        return "pledged"
    if nearest.lemma in cue_words("asking"):
        return "target"
    if nearest.lemma in cue_words("forecast", "verbs") and nearest.form != "fin":
        return "forecast"
    if not _is_open(analysis, nearest):
        return "pledged" if _is_settled_gift(analysis, placed, nearest, nouns) else "observed"
    if above is not None and (above.lemma in cue_words("forecast", "verbs") or above.lower in _forecasting()):
        return "forecast"
    if _is_promise(analysis, verbs):
        return "pledged"
    wanted = any(verb.lemma in cue_words("target", "verbs") for verb in verbs[1:])
    if wanted or not _has(analysis, nearest, cue_words("future")):
        return "target"
    return "forecast" if _comes_about(analysis, nearest) else "target"


def _comes_about(analysis: Analysis, verb: Token) -> bool:
    """Whether what a verb tells of happens by itself or through a thing: "trade will reach", "the plant will supply";
    what people will do they intend."""
    clause = analysis.clause_of.get(verb.index)
    subject = None if clause is None or clause.subject is None else analysis.tokens[clause.subject]
    thing = subject is not None and subject.lemma.lower() in cue_words("works")
    return thing or verb.lemma in cue_words("amount_verbs") or verb.lemma in change_words()


def _is_settled_gift(analysis: Analysis, placed: Placed, verb: Token, nouns: set[str]) -> bool:
    """Something still to be given: "signed notes on grant aid", "announced 50 places", "is providing"."""
    helpers = analysis.dependents(verb.index, "aux")
    if verb.lemma in cue_words("giving") and verb.form == "ger":
        return any(helper.lemma == "be" and not helper.past for helper in helpers)
    head = placed.counted or analysis.tokens[placed.top]
    announced = verb.lemma == "announce" and head.head == verb.index and head.deprel == "obj"
    return announced or (verb.lemma in cue_words("settling") and bool(nouns & cue_words("gifts")))


def _given_before(analysis: Analysis, placed: Placed) -> bool:
    """A definite phrase names what is already there: "the 10 per cent levy", "the 47 impounded vehicles"."""
    before = analysis.tokens[placed.first - 1] if placed.first > placed.sentence.first else None
    return before is not None and before.lower in {"the", "these", "those", "its", "their", "his", "her"}


def _is_promise(analysis: Analysis, verbs: list[Token]) -> bool:
    """Whether a promise governs a figure, or a verb of giving whose subject can promise."""
    nearest = verbs[0]
    if nearest.lemma not in cue_words("giving"):
        return False
    if any(verb.lemma in cue_words("pledged", "verbs") for verb in verbs):
        return True
    if len(verbs) > 1 and verbs[1].lemma in cue_words("target", "verbs"):
        return False
    clause = analysis.clause_of.get(nearest.index)
    subject = None if clause is None or clause.subject is None else analysis.tokens[clause.subject]
    passive = clause is not None and clause.voice == "passive"
    return passive or subject is None or subject.lemma.lower() not in cue_words("works")


def _is_open(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb tells of what is not yet so: an infinitive, a future, a possibility, a demanded subjunctive."""
    helpers = analysis.dependents(verb.index, "aux", "aux:pass", "mark", "cop")
    words = {child.lower for child in helpers}
    if words & (cue_words("future") | cue_words("possible")) or verb.form == "inf":
        return True
    above = analysis.tokens[verb.head]
    demanded = any(child.lower == "be" and child.form == "inf" for child in helpers)
    marked = verb.deprel != "advcl" or any(child.deprel == "mark" for child in helpers)
    return demanded or (verb.form == "ger" and marked and above.lemma in cue_words("target", "verbs"))


def _has(analysis: Analysis, verb: Token, words: frozenset[str]) -> bool:
    return any(child.lower in words for child in analysis.dependents(verb.index, "aux", "aux:pass"))


def _forecasting() -> frozenset[str]:
    return cue_words("forecast", "adjectives")
