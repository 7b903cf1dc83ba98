"""Whether a figure is observed, a target, promised, or a forecast: from the verbs that govern it."""

from __future__ import annotations

from itertools import pairwise

from communique.model import FigureStatus, Span
from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.figures.changes import is_start_of_move
from communique.read.figures.placed import Placed, ancestors, change_words, first_with_hedge, moving_verb
from communique.read.figures.words import cue_words

# How far behind an amount "so far" may stand, in tokens.
_NEAR = 6


def status_of(analysis: Analysis, placed: Placed, measure: Span | None) -> FigureStatus:
    """The status of a figure, by the nearest verbs above it, the nouns between, and the thing measured."""
    status = _status(analysis, placed, measure)
    if status == "pledged" and placed.counted is not None and placed.counted.lemma.lower() == "job":
        return "forecast"
    if status != "pledged" or placed.quantity.kind not in {"percent", "share"}:
        return status
    # A share is aimed at; what is promised is money, be it a share of what is due.
    within = () if measure is None else analysis.between(measure.start, measure.end)
    return "pledged" if any(t.lemma.lower() in cue_words("standing") for t in within) else "target"


def _status(analysis: Analysis, placed: Placed, measure: Span | None) -> FigureStatus:
    chain = _chain(analysis, placed)
    described = _as_described(analysis, placed)
    if described is not None:
        return described
    verbs = [token for token in chain if _is_verb(analysis, token) and not _values(token)]
    # "Six goals" counts goals; the six is none.
    nouns = {token.lemma.lower() for token in chain if token.upos == "NOUN" and token is not placed.counted}
    if placed.counted is not None and _given_before(analysis, placed):
        return "observed"
    if nouns & cue_words("target", "nouns"):
        return "target"
    if placed.counted is not None and analysis.preposition(placed.counted.index) in {"from", "by", "among", "across"}:
        nouns = set()  # "Pledges from 40 firms": the firms are there.
    elif measure is not None:
        within = analysis.between(measure.start, measure.end)
        nouns |= {token.lemma.lower() for token in within if token.upos == "NOUN" and token is not placed.counted}
    announced = "announcement" in nouns and placed.quantity.kind == "money"
    if nouns & cue_words("pledged", "nouns") or announced:
        return "pledged"
    return _by_verbs(analysis, placed, verbs, nouns) if verbs else "observed"


def _as_described(analysis: Analysis, placed: Placed) -> FigureStatus | None:
    """What a participle behind an amount makes of it: "the $3 billion *foreseen* for 2025", "*sought* by Rome"."""
    after = analysis.tokens[placed.last : placed.last + 1]
    if placed.counted is not None or not after or after[0].form != "part" or after[0].deprel != "acl":
        return None
    lemma = after[0].lemma
    if lemma in cue_words("forecast", "verbs"):
        return "forecast"
    return "target" if lemma in cue_words("asking") | cue_words("striving") else None


def _chain(analysis: Analysis, placed: Placed) -> list[Token]:
    """The quantity's head words up to the root, not beyond a clause that is told as fact."""
    chain: list[Token] = []
    top = placed.mover or analysis.tokens[placed.top]
    for token in (top, *ancestors(analysis, top.index)):
        chain.append(token)
        helpers = analysis.dependents(token.index, "aux", "aux:pass")
        told = token.form == "fin" or any(t.form == "fin" for t in helpers)
        done = any(t.lower == "having" for t in helpers)
        tells = token.form == "part" or (token.form == "ger" and token.lemma in cue_words("amount_verbs"))
        participle = token.deprel == "acl" and tells and not _values(token)
        if (token.deprel in {"acl:relcl", "conj"} and told) or participle or done:
            break
    return chain


def _values(token: Token) -> bool:
    """Whether a participle only says what a thing is worth: "blankets *valued* at $85,000 will arrive"."""
    sums = token.deprel in {"acl", "advcl"} and token.lower in {"totaling", "totalling", "amounting"}
    return sums or (token.deprel == "acl" and token.lower in {"valued", "estimated", "priced"})


def _is_verb(analysis: Analysis, token: Token) -> bool:
    return token.upos == "VERB" or token.index in analysis.clause_of


def _by_verbs(analysis: Analysis, placed: Placed, verbs: list[Token], nouns: set[str]) -> FigureStatus:
    # What is included is as sure as what it is part of.
    included = verbs[0].lemma == "include" and verbs[0].form == "inf" and len(verbs) > 1
    verbs = verbs[1:] if included and _is_open(analysis, verbs[1]) else verbs
    nearest = verbs[0]
    if _stands_already(analysis, placed, verbs, nouns):
        return "observed"
    if nearest.lemma in cue_words("pledged", "verbs") - cue_words("doing"):
        return "pledged"
    if _has(analysis, nearest, cue_words("future")) and _of_a_thing(analysis, nearest):
        return _of_what_is_open(analysis, placed, verbs)
    sought = nearest.lemma in cue_words("asking") | cue_words("striving") and not _acts(analysis, placed, nearest)
    if sought or _is_asked_for(analysis, nearest):
        return "target"
    foreseen = nearest.form != "fin" or nearest.lemma in cue_words("foreseeing")
    if nearest.lemma in cue_words("forecast", "verbs") and foreseen:
        return "forecast"
    settled = any(helper.deprel == "aux:pass" for helper in analysis.dependents(nearest.index, "aux:pass"))
    if nearest.lemma == "agree" and placed.quantity.kind in {"percent", "share"} and not settled:
        return "target"
    if _is_result_to_come(analysis, nearest):
        return "pledged" if _is_promise(analysis, placed, verbs) else "forecast"
    if not _is_open(analysis, nearest):
        if _is_means_of_promise(analysis, verbs):
            return "pledged"
        return "pledged" if _is_settled_gift(analysis, placed, nearest, nouns) else "observed"
    return _of_what_is_open(analysis, placed, verbs)


def _acts(analysis: Analysis, placed: Placed, verb: Token) -> bool:
    """Whether the counted ones do what a verb tells: "*300 families* are seeking shelter"."""
    noun = placed.counted
    return noun is not None and noun.head == verb.index and noun.deprel == "nsubj"


def _is_result_to_come(analysis: Analysis, verb: Token) -> bool:
    """What comes of what is not done yet: "agreed to build a plant, *creating* 300 jobs"."""
    above = analysis.tokens[verb.head]
    if verb.form != "ger" or verb.deprel != "advcl" or verb.index < above.index:
        return False
    if verb.lemma not in cue_words("resulting") and verb.lemma not in change_words():
        return False
    if analysis.dependents(verb.index, "mark", "aux", "nsubj"):
        return False
    agreed = above.lemma in cue_words("own_will") and any(
        t.form == "inf" for t in analysis.dependents(above.index, "xcomp")
    )
    return agreed or _is_open(analysis, above)


def _is_means_of_promise(analysis: Analysis, verbs: list[Token]) -> bool:
    """What one gives by way of a promise: "pledged support *by donating* 2 million doses"."""
    nearest = verbs[0]
    by = any(child.lower == "by" for child in analysis.dependents(nearest.index, "mark", "case"))
    given = nearest.form == "ger" and nearest.lemma in cue_words("giving")
    return by and given and any(v.lemma in cue_words("pledged", "verbs") - cue_words("doing") for v in verbs[1:])


def _is_asked_for(analysis: Analysis, verb: Token) -> bool:
    """A clause that a verb of asking opens, in the subjunctive that the parser may take for a plain present:
    "proposed that trade *rise* to …"."""
    above = analysis.tokens[verb.head]
    marked = any(child.lower == "that" for child in analysis.dependents(verb.index, "mark"))
    return verb.deprel == "ccomp" and marked and above.lemma in cue_words("asking") and not verb.past


def _stands_already(analysis: Analysis, placed: Placed, verbs: list[Token], nouns: set[str]) -> bool:
    """Whether a figure tells what is there, whatever is asked about it: dues, a ban to be lifted, where a move
    starts."""
    promised = any(verb.lemma in cue_words("pledged", "verbs") for verb in verbs)
    standing = nouns & cue_words("standing") and moving_verb(analysis, placed) is None and not promised
    ended = verbs[0].lemma in cue_words("ending") or nouns & cue_words("ending_nouns")
    return bool(
        _given_before(analysis, placed)
        or _describes_what_is(analysis, placed)
        or _is_found_so(analysis, placed)
        or _is_by_now(analysis, placed)
        or standing
        or _is_of_what_moves(analysis, placed, verbs[0])
        or (ended and placed.quantity.kind == "count")
        or is_start_of_move(analysis, placed)
    )


def _of_what_is_open(analysis: Analysis, placed: Placed, verbs: list[Token]) -> FigureStatus:
    """The status of what is not yet so: hoped for, promised, or foreseen."""
    nearest, above = verbs[0], verbs[1] if len(verbs) > 1 else None
    if placed.quantity.kind == "money" and nearest.lemma in cue_words("flowing"):
        return "pledged"
    if above is not None and (above.lemma in cue_words("forecast", "verbs") or above.lower in _forecasting()):
        return "forecast"
    if analysis.tokens[max(nearest.index - 2, 0)].lower == "track":
        return "forecast"
    if _is_promise(analysis, placed, verbs):
        return "pledged"
    if above is not None and _has(analysis, above, cue_words("future")) and _of_a_thing(analysis, above):
        return "forecast"
    if any(verb.lemma in cue_words("target", "verbs") for verb in verbs[1:]):
        return "target"
    told = cue_words("future") | cue_words("maybe")
    return "forecast" if _has(analysis, nearest, told) and _comes_about(analysis, nearest) else "target"


def _comes_about(analysis: Analysis, verb: Token) -> bool:
    """Whether what a verb tells of happens by itself or through a thing: "trade will reach", "the plant will supply";
    what people will do, and what "will be raised", they intend."""
    clause = analysis.clause_of.get(verb.index)
    if clause is not None and clause.voice == "passive" and verb.lemma in change_words():
        return False
    happens = verb.lemma in cue_words("amount_verbs") | {"benefit", "help", "serve"} or verb.lemma in change_words()
    return happens or _of_a_thing(analysis, verb)


def _of_a_thing(analysis: Analysis, verb: Token) -> bool:
    """Whether the subject of a verb is a thing that works by itself: a plant, a bridge, a law."""
    clause = analysis.clause_of.get(verb.index)
    subject = None if clause is None or clause.subject is None else analysis.tokens[clause.subject]
    if subject is not None and subject.lower in {"which", "that"} and verb.deprel == "acl:relcl":
        subject = analysis.tokens[verb.head]
    return subject is not None and subject.lemma.lower() in cue_words("works")


def _is_settled_gift(analysis: Analysis, placed: Placed, verb: Token, nouns: set[str]) -> bool:
    """Something still to be given: "signed notes on grant aid", "announced 50 places", "is providing", "is set
    aside"."""
    helpers = analysis.dependents(verb.index, "aux", "aux:pass")
    aside = any(child.lower == "aside" for child in analysis.dependents(verb.index, "advmod", "compound:prt"))
    if aside and placed.quantity.kind == "money":
        return True
    if verb.lemma in cue_words("giving") and verb.form == "ger":
        return any(helper.lemma == "be" and not helper.past for helper in helpers)
    head = placed.counted or analysis.tokens[placed.top]
    above = analysis.tokens[head.head]
    if placed.quantity.kind == "money" and head.deprel in {"nummod", "compound", "nmod"} and above.upos == "NOUN":
        head = above
    announced = verb.lemma == "announce" and head.head == verb.index and head.deprel == "obj"
    return announced or (verb.lemma in cue_words("settling") and bool(nouns & cue_words("gifts")))


def _given_before(analysis: Analysis, placed: Placed) -> bool:
    """A definite phrase names what is already there: "the 10 per cent levy", "the 47 impounded vehicles"."""
    start = first_with_hedge(analysis, placed)
    before = analysis.tokens[start - 1] if start > placed.sentence.first else None
    if before is None:
        return False
    noun = placed.counted
    owned = noun is not None and (before.lower in {"all", "combined"} or before.lower in POSSESSIVES)
    # "One of 16 partners": they are there already.
    pair = [t.lower for t in analysis.tokens[max(start - 2, placed.sentence.first) : start]]
    owned = owned or (noun is not None and pair in (["one", "of"], ["some", "of"], ["many", "of"]))
    return owned or before.lower in {"the", "these", "those", "its", "their", "his", "her"}


def _is_of_what_moves(analysis: Analysis, placed: Placed, verb: Token) -> bool:
    """Whether an amount only says how large the thing is now that is to move: "*a fee of $80* will be cut to $35"."""
    top = analysis.tokens[placed.top]
    if verb.lemma not in change_words() or top.deprel not in {"nmod", "nummod", "compound"} or placed.mover is not None:
        return False
    above = next((t for t in ancestors(analysis, top.index) if t.head == verb.index), None)
    return above is not None and above.deprel.startswith("nsubj") and placed.quantity.kind in {"money", "physical"}


def _describes_what_is(analysis: Analysis, placed: Placed) -> bool:
    """How large a thing is that is spoken of as known: "*the* school *with 600 pupils*", not "*a* school with …"."""
    noun = placed.counted
    if noun is None or noun.deprel != "nmod" or analysis.preposition(noun.index) != "with":
        return False
    known = {"the", "this", "that", "its", "their", "his", "her", "our"}
    owners = analysis.dependents(noun.head, "det", "nmod:poss")
    return any(t.lower in known or (t.deprel == "nmod:poss" and t.upos != "PRON") for t in owners)


def _is_found_so(analysis: Analysis, placed: Placed) -> bool:
    """What has been done to the things already, which are no new ones: "papers of 36 trucks *held* at the border"."""
    noun = placed.counted
    if noun is None:
        return False
    done = [t for t in analysis.dependents(noun.index, "acl") if t.form == "part" and t.index == noun.index + 1]
    return any(t.lemma not in cue_words("giving") | cue_words("pledged", "verbs") for t in done)


def _is_by_now(analysis: Analysis, placed: Placed) -> bool:
    """Whether an amount is told as reached: "the donation of 4 million doses *thus far*"."""
    last = placed.last if placed.counted is None else max(placed.last, placed.counted.index + 1)
    words = [t.lower for t in analysis.tokens[last : min(last + _NEAR, placed.sentence.last)]]
    words = words[: next((i for i, word in enumerate(words) if word in {",", ";", "and"}), len(words))]
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return bool((pairs | set(words[:1])) & cue_words("by_now"))


def _is_promise(analysis: Analysis, placed: Placed, verbs: list[Token]) -> bool:
    """Whether a promise governs a figure, or a verb of giving whose subject can promise."""
    nearest = verbs[0]
    promised = any(verb.lemma in cue_words("pledged", "verbs") for verb in verbs)
    # "Promised that six inspectors would travel": what is told of them is a plan, nothing that one gets.
    counts_others = placed.counted is not None and nearest.lemma not in cue_words("giving")
    if promised and _has(analysis, nearest, cue_words("future")) and not counts_others:
        return True
    grants = placed.quantity.kind == "money" and nearest.lemma in cue_words("settling")
    if nearest.lemma not in cue_words("giving") and not grants:
        return False
    if promised:
        return True
    if len(verbs) > 1 and verbs[1].lemma in cue_words("target", "verbs") - cue_words("own_will"):
        return False
    clause = analysis.clause_of.get(nearest.index)
    return (clause is not None and clause.voice == "passive") or not _of_a_thing(analysis, nearest)


def _is_open(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb tells of what is not yet so: an infinitive, a future, a possibility, a demanded subjunctive."""
    helpers = analysis.dependents(verb.index, "aux", "aux:pass", "mark", "cop")
    if verb.lemma == "be" and _is_to(analysis, verb):
        return True
    words = {child.lower for child in helpers} | _shared(analysis, verb)
    if (
        (_is_joined_present(analysis, verb) and not words)
        or _is_allowed(analysis, verb, words)
        or _is_helped(analysis, verb)
    ):
        return False
    if words & (cue_words("future") | cue_words("possible")) or verb.form == "inf":
        return True
    above = analysis.tokens[verb.head]
    demanded = any(child.lower == "be" and child.form == "inf" for child in helpers)
    marked = verb.deprel != "advcl" or any(child.deprel == "mark" for child in helpers)
    aimed = above.index != verb.index and above.lemma in cue_words("target", "verbs")
    return demanded or (verb.form == "ger" and marked and aimed)


def _is_joined_present(analysis: Analysis, verb: Token) -> bool:
    """Whether what the parser takes for an infinitive may be a present joined to another: "they train … and *send*";
    not behind "he trains" or "they trained", which it cannot go with."""
    above = analysis.tokens[verb.head]
    plural = above.lower == above.lemma.lower() or above.upos == "AUX"
    return verb.deprel == "conj" and verb.form == "inf" and above.form == "fin" and plural


def _shared(analysis: Analysis, verb: Token) -> set[str]:
    """The auxiliaries that a verb shares with the one it is joined to: "*will* offset …, benefit … and *save* …"."""
    above = analysis.tokens[verb.head]
    bare = verb.deprel == "conj" and verb.lower == verb.lemma.lower() and verb.index > above.index
    if not bare or analysis.dependents(verb.index, "aux", "aux:pass", "mark", "cop", "nsubj", "nsubj:pass"):
        return set()
    shared = {child.lower for child in analysis.dependents(above.index, "aux")}
    return shared & (cue_words("future") | cue_words("possible") | {"to"})


def _is_allowed(analysis: Analysis, verb: Token, helpers: set[str]) -> bool:
    """What people may do or a thing can do stands: "fishermen *may catch* 50,000 tonnes", not "trade may reach"."""
    comes_about = verb.lemma in cue_words("amount_verbs") or verb.lemma in change_words()
    gives = verb.lemma in cue_words("giving")
    return bool(helpers & {"may", "can"}) and not comes_about and not gives and verb.deprel != "xcomp"


def _is_helped(analysis: Analysis, verb: Token) -> bool:
    """What somebody has helped to do is done: "*helped raise* $12 billion", "*enabled* police *to seize* 600 guns",
    and what a list or the like has come to include."""
    above, helpers = analysis.tokens[verb.head], analysis.dependents(verb.index, "aux")
    enabled = above.lemma in cue_words("enabling") and above.past and verb.deprel in {"xcomp", "ccomp"}
    announces = above.lower in cue_words("glad") and verb.lemma in cue_words("settling") and verb.deprel == "xcomp"
    includes = verb.lemma == "include" and verb.form == "inf" and verb.deprel == "advcl" and above.past
    return ((enabled or announces or includes) and not helpers) or any(t.lower == "helped" for t in helpers)


def _is_to(analysis: Analysis, verb: Token) -> bool:
    """As in "the fleet *is to* be replaced", "Japan *is to* provide"."""
    after = [token.lower for token in analysis.tokens[verb.index + 1 : verb.index + 2]]
    return after == ["to"]


def _has(analysis: Analysis, verb: Token, words: frozenset[str]) -> bool:
    helpers = {child.lower for child in analysis.dependents(verb.index, "aux", "aux:pass")}
    return bool((helpers | _shared(analysis, verb)) & words)


def _forecasting() -> frozenset[str]:
    return cue_words("forecast", "adjectives")
