"""People who stand in a list, whatever the parse hung where: "*X of Kenya, Minister Y, and General Z*"."""

from __future__ import annotations

from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.people import Cast

_JOINTS = frozenset({",", ";", "and", "&", "including"})
_TITLES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ", "PUNCT"})
_OF = frozenset({"of", "for", "to", "as", "well", "his", "her", "their", "including", "-", "in"})
_MARKS = frozenset({":", "—", "–", '"', "“", "”"})


def listed_behind(analysis: Analysis, cast: Cast, index: int) -> tuple[str, ...]:
    """The people, by name, who follow in the list in which a token stands; it ends where anything but titles,
    countries and joints is told."""
    found = [_named(cast, analysis.tokens[index])]
    joined = False
    for token in analysis.tokens[index + 1 : analysis.sentences[analysis.tokens[index].sentence].last]:
        name = _named(cast, token)
        if name is not None and name != found[-1]:
            if not joined or _acts(analysis, token):
                break
            found.append(name)
        elif name is None and not _goes_on(token):
            break
        if token.lower in POSSESSIVES and _named(cast, analysis.tokens[token.index - 1]) == found[-1]:
            found.pop()  # "X and *Y's* deputy"
            break
        joined = token.lower in _JOINTS or (joined and name is None)
    return tuple(dict.fromkeys(name for name in found[1:] if name is not None))


def listed_before(analysis: Analysis, cast: Cast, index: int, start: int) -> tuple[str, ...]:
    """The people, by name, who stand in a list between a word and the person whom the parse made its head: "with
    *Minister X* and Minister Y"."""
    last = _named(cast, analysis.tokens[index])
    between = analysis.tokens[start + 1 : index]
    if last is None or not all(_named(cast, token) or _goes_on(token) for token in between):
        return ()
    joint = max((token.index for token in between if token.lower in _JOINTS), default=start)
    found = (_named(cast, token) for token in between if token.index < joint)
    return tuple(dict.fromkeys(name for name in found if name is not None and name != last))


def _named(cast: Cast, token: Token) -> str | None:
    """The one person whom a token of a name or a title denotes."""
    known = cast.denoted.get(token.index)
    alone = known is not None and len(known.people) == 1 and token.upos not in {"PRON", "PUNCT"}
    return cast.people[known.people[0]].name if known is not None and alone else None


def _goes_on(token: Token) -> bool:
    """Whether a token that names nobody can stand in a list: of a title, a country, a joint."""
    if token.text in _MARKS or token.deprel == "obl:unmarked":
        return False
    return token.upos in _TITLES or token.lower in _OF


def _acts(analysis: Analysis, token: Token) -> bool:
    """ "… met X, *and President Y said* …": one who does something of his own."""
    while analysis.tokens[token.head].index > token.index and token.deprel in {"compound", "amod", "flat"}:
        token = analysis.tokens[token.head]
    verb = analysis.tokens[token.head]
    return token.deprel == "nsubj" and verb.index > token.index and verb.form == "fin"
