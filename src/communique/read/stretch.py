"""The stretch of a sentence around a word that tells the same thing as it, whatever the parse hung where.

It ends at the next finite verb, at a relative or subordinate clause, at a participle behind a comma, at a purpose
("to discuss …") and at a quotation.
"""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.people import Cast

_RELATIVE = frozenset({"who", "whom", "which", "whose", "where", "when", "while", "during"})
_SUBORDINATE = frozenset({"after", "before", "following", "ahead", "amid", "because", "as", "if", "but"})
_MARKS = frozenset({";", ":", "—", "–", '"', "“", "”", "''", "``", "(", "["})
_JOINTS = frozenset({",", "and", "but"})
_HAPPENS = frozenset({"take", "hold", "schedule", "be", "host", "plan", "slate", "set"})
_HOLDS = frozenset({
    "hold", "have", "pay", "make", "host", "conduct", "convene", "co-chair", "chair", "co", "attend", "take",
})  # fmt: skip
_SETS_A_TIME = frozenset({"plan", "schedule", "slate", "expect"})
_IN_BRACKETS = 9  # tokens at most from a bracket to the one that closes it
_HOLDER = 7  # tokens at most between an occasion and the verb that holds it


def ahead(analysis: Analysis, index: int) -> list[int]:
    """The tokens behind one that belong to its telling, nearest first; a comment between commas ("postponed twice",)
    or in brackets is stepped over."""
    found: list[int] = []
    last = analysis.sentences[analysis.tokens[index].sentence].last
    i = index + 1
    while i < last:
        resumed = _behind_brackets(analysis, i, last) or _behind_comment(analysis, i, last)
        if resumed is not None:
            i = resumed
        elif _ends(analysis, analysis.tokens[i]) and not _about(analysis, analysis.tokens[i], index):
            return found
        found.append(i)
        i += 1
    return found


def back(analysis: Analysis, index: int) -> list[int]:
    """The tokens before one that belong to its telling, nearest first."""
    found: list[int] = []
    for i in range(index - 1, analysis.sentences[analysis.tokens[index].sentence].first - 1, -1):
        token = analysis.tokens[i]
        if token.lower in _RELATIVE or token.text in _MARKS or token.lower in _SUBORDINATE:
            return found
        helps = token.upos == "AUX" and token.form == "fin" and token.head not in {index, analysis.tokens[index].head}
        if (is_finite(token) or helps) and not (token.lemma in _HOLDS and i >= index - _HOLDER):
            return _since_joint(analysis, found)
        found.append(i)
    return found


def _since_joint(analysis: Analysis, found: list[int]) -> list[int]:
    """What stands behind the last comma or "and": what stands before it belongs to another verb."""
    joint = next((k for k, i in enumerate(found) if analysis.tokens[i].lower in _JOINTS), 0)
    return found[:joint]


def is_finite(token: Token) -> bool:
    """Whether a token carries a clause of its own."""
    return token.form == "fin" and token.text.isalpha() and (token.upos == "VERB" or token.deprel == "cop")


def _behind_brackets(analysis: Analysis, i: int, last: int) -> int | None:
    """Where a sentence goes on behind "(local time)", at the bracket that opens."""
    if analysis.tokens[i].text != "(":
        return None
    closing = next((k for k in range(i, min(last, i + _IN_BRACKETS)) if analysis.tokens[k].text == ")"), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _behind_comment(analysis: Analysis, i: int, last: int) -> int | None:
    """Where a sentence goes on behind ", postponed twice since 2023," at a token that opens such a comment."""
    token, before = analysis.tokens[i], analysis.tokens[i - 1]
    comments = token.upos == "VERB" and token.lower.endswith("ed") and token.lemma not in _SETS_A_TIME
    if before.text != "," or not comments:
        return None
    closing = next((k for k in range(i, last) if analysis.tokens[k].text == ","), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _ends(analysis: Analysis, token: Token) -> bool:
    before = analysis.tokens[token.index - 1]
    purpose = token.form == "inf" and token.upos == "VERB" and before.lower == "to"
    comment = token.form == "ger" and token.upos == "VERB" and before.text == ","
    relative = token.lower in _RELATIVE and not _opens_a_date(analysis, token)
    clause = relative or (token.lower in _SUBORDINATE and token.upos != "ADV")
    return purpose or comment or clause or token.text in _MARKS or is_finite(token)


def _opens_a_date(analysis: Analysis, token: Token) -> bool:
    """ "a visit *during* 1-3 March"."""
    following = analysis.tokens[min(token.index + 1, len(analysis.tokens) - 1)]
    return token.lower == "during" and following.text[:1].isdigit()


def _about(analysis: Analysis, token: Token, index: int) -> bool:
    """ "the 17th round, *which is to take place* …": what is told is when and where the occasion happens."""
    if token.lemma in _SETS_A_TIME and analysis.tokens[token.index - 1].text == "," and token.lower.endswith("ed"):
        return True  # "a trip to Nairobi, *planned* for April"
    happens = token.lemma in _HAPPENS and token.form in {"inf", "part", "fin"}
    relative = token.lower == "which" and analysis.tokens[token.head].lemma in _HAPPENS
    return index < token.index <= index + 8 and (relative or (happens and _within_which(analysis, token, index)))


def _within_which(analysis: Analysis, token: Token, index: int) -> bool:
    return any(analysis.tokens[i].lower == "which" for i in range(index + 1, token.index)) or token.form == "part"


def people_ahead(analysis: Analysis, cast: Cast, index: int) -> list[int]:
    """The heads of people named behind a word in its stretch, in the order of the text; owners ("X's") are left out."""
    return _people(analysis, cast, ahead(analysis, index))


def person_behind(analysis: Analysis, cast: Cast, index: int, words: frozenset[str]) -> int | None:
    """The head of the first person named behind one of the words ("with") in the stretch behind a token."""
    tokens = ahead(analysis, index)
    at = next((k for k, i in enumerate(tokens) if analysis.tokens[i].lower in words), None)
    found = _people(analysis, cast, tokens[at + 1 :]) if at is not None else []
    return found[0] if found else None


def people_back(analysis: Analysis, cast: Cast, index: int) -> list[int]:
    """The heads of people named before a word in its stretch, nearest first."""
    return _people(analysis, cast, sorted(back(analysis, index)))[::-1]


def _people(analysis: Analysis, cast: Cast, indices: list[int]) -> list[int]:
    """The last token of each phrase that denotes people, each person once."""
    heads: dict[tuple[int, ...], int] = {}
    for i in indices:
        known = cast.denoted.get(i)
        if known is None or not known.people:
            continue
        if known.people not in heads or analysis.tokens[i].upos == "PROPN":
            heads[known.people] = i
    return [index for index in heads.values() if analysis.tokens[index].deprel != "nmod:poss"]
