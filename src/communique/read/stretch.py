"""The stretch of a sentence around a word that tells the same thing as it, whatever the parse hung where.

It ends at the next finite verb, at a relative or subordinate clause, at a participle behind a comma, at a purpose
("to discuss …") and at a quotation.
"""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.people import Cast

_RELATIVE = frozenset({"who", "whom", "which", "whose", "where", "when", "while", "during"})
_SUBORDINATE = frozenset({"after", "before", "following", "since", "until", "ahead", "amid", "because", "as", "if"})
_MARKS = frozenset({";", ":", "—", "–", '"', "“", "”", "''", "``", "(", "["})
_HAPPENS = frozenset({"take", "hold", "schedule", "be", "host", "plan", "slate", "set"})
_HOLDS = frozenset({"hold", "have", "pay", "make", "host", "conduct", "convene", "co-chair", "chair", "attend", "take"})


def ahead(analysis: Analysis, index: int) -> range:
    """The tokens behind one that belong to its telling, nearest first."""
    last = analysis.sentences[analysis.tokens[index].sentence].last
    for i in range(index + 1, last):
        if _ends(analysis, analysis.tokens[i]) and not _about(analysis, analysis.tokens[i], index):
            return range(index + 1, i)
    return range(index + 1, last)


def back(analysis: Analysis, index: int) -> range:
    """The tokens before one that belong to its telling, nearest first."""
    first = analysis.sentences[analysis.tokens[index].sentence].first
    for i in range(index - 1, first - 1, -1):
        token = analysis.tokens[i]
        holds = token.lemma in _HOLDS and i >= index - 4
        stops = token.lower in _RELATIVE or token.text in _MARKS or token.lower in _SUBORDINATE
        if stops or (_is_finite(token) and not holds):
            return range(index - 1, i, -1)
    return range(index - 1, first - 1, -1)


def _is_finite(token: Token) -> bool:
    return token.form == "fin" and (token.upos == "VERB" or token.deprel == "cop")


def _ends(analysis: Analysis, token: Token) -> bool:
    before = analysis.tokens[token.index - 1]
    purpose = token.form == "inf" and token.upos == "VERB" and before.lower == "to"
    comment = token.form == "ger" and token.upos == "VERB" and before.text == ","
    clause = token.lower in _RELATIVE or (token.lower in _SUBORDINATE and token.upos != "ADV")
    return purpose or comment or clause or token.text in _MARKS or _is_finite(token)


def _about(analysis: Analysis, token: Token, index: int) -> bool:
    """ "the 17th round, *which is to take place* …": what is told is when and where the occasion happens."""
    happens = token.lemma in _HAPPENS and token.form in {"inf", "part", "fin"}
    relative = token.lower == "which" and analysis.tokens[token.head].lemma in _HAPPENS
    return index < token.index <= index + 8 and (relative or (happens and _within_which(analysis, token, index)))


def _within_which(analysis: Analysis, token: Token, index: int) -> bool:
    return any(analysis.tokens[i].lower == "which" for i in range(index + 1, token.index)) or token.form == "part"


def people_ahead(analysis: Analysis, cast: Cast, index: int) -> list[int]:
    """The heads of people named behind a word in its stretch, in the order of the text; owners ("X's") are left out."""
    found: list[int] = []
    seen: set[tuple[int, ...]] = set()
    for i in ahead(analysis, index):
        known = cast.denoted.get(i)
        if known is None or not known.people or known.people in seen or known.group:
            continue
        seen.add(known.people)
        last = max(j for j in ahead(analysis, index) if j < i + 9 and _same(cast, j, known.people))
        if analysis.tokens[last].deprel != "nmod:poss":
            found.append(last)
    return found


def _same(cast: Cast, index: int, people: tuple[int, ...]) -> bool:
    known = cast.denoted.get(index)
    return known is not None and known.people == people
