"""Whether a figure is observed, a target, promised, or a forecast: from the verbs that govern it."""

from __future__ import annotations

from functools import cache

from communique.model import FigureStatus
from communique.read.analysis import Analysis, Token
from communique.read.figures.placed import Placed, ancestors
from communique.read.figures.words import vocabulary


def status_of(analysis: Analysis, placed: Placed) -> FigureStatus:
    """The status of a figure, by the nearest verbs above it and the nouns between."""
    chain = _chain(analysis, placed)
    verbs = [token for token in chain if _is_verb(analysis, token)]
    nouns = [token.lemma.lower() for token in chain if token.upos == "NOUN"]
    if not verbs:
        return _by_nouns(nouns)
    return _by_verbs(analysis, placed, verbs, nouns)


def _chain(analysis: Analysis, placed: Placed) -> list[Token]:
    """The quantity's head words up to the root, not beyond a relative clause or a clause told as fact."""
    chain: list[Token] = []
    current = analysis.tokens[placed.top]
    for token in (current, *ancestors(analysis, placed.top)):
        chain.append(token)
        if token.deprel == "acl:relcl" and token.form == "fin":
            break
        if token.deprel == "acl" and token.form == "part":
            break
        if token.deprel == "conj" and token.form == "fin":
            break
    return chain


def _is_verb(analysis: Analysis, token: Token) -> bool:
    return token.upos == "VERB" or token.index in analysis.clause_of


def _by_nouns(nouns: list[str]) -> FigureStatus:
    statuses: tuple[FigureStatus, ...] = ("target", "pledged", "forecast")
    return next((status for status in statuses if set(nouns) & _cues(status, "nouns")), "observed")


def _by_verbs(analysis: Analysis, placed: Placed, verbs: list[Token], nouns: list[str]) -> FigureStatus:
    nearest = verbs[0]
    if set(nouns) & _cues("target", "nouns"):
        return "target"
    if nearest.lemma in _cues("pledged", "verbs"):
        return "pledged"
    if nearest.lemma in _cues("forecast", "verbs") and nearest.form != "fin":
        return "forecast"
    open_future = _is_open(analysis, nearest)
    if not open_future:
        return "observed"
    above = verbs[1] if len(verbs) > 1 else None
    if above is not None and (above.lemma in _cues("forecast", "verbs") or above.lower in _forecasting()):
        return "forecast"
    promised = any(verb.lemma in _cues("pledged", "verbs") for verb in verbs)
    if promised or (nearest.lemma in _giving() and (above is None or above.lemma not in _cues("target", "verbs"))):
        return "pledged"
    if _has(analysis, nearest, _future()) and not any(verb.lemma in _cues("target", "verbs") for verb in verbs):
        return "forecast"
    return "target"


def _is_open(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb tells of what is not yet so: an infinitive, a future, a possibility, a demanded subjunctive."""
    helpers = {child.lower for child in analysis.dependents(verb.index, "aux", "aux:pass", "mark", "cop")}
    if helpers & _future() or helpers & _possible():
        return True
    above = analysis.tokens[verb.head]
    if verb.form == "inf":
        return True
    return verb.form == "ger" and above.lemma in _cues("target", "verbs")


def _has(analysis: Analysis, verb: Token, words: frozenset[str]) -> bool:
    return any(child.lower in words for child in analysis.dependents(verb.index, "aux", "aux:pass"))


def _forecasting() -> frozenset[str]:
    return _cues("forecast", "adjectives")


@cache
def _cues(status: str, kind: str) -> frozenset[str]:
    return frozenset(vocabulary("figure_cues")[status][kind])


@cache
def _giving() -> frozenset[str]:
    return frozenset(vocabulary("figure_cues")["giving"])


@cache
def _future() -> frozenset[str]:
    return frozenset(vocabulary("figure_cues")["future"])


@cache
def _possible() -> frozenset[str]:
    return frozenset(vocabulary("figure_cues")["possible"])
