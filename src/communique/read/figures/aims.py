"""What money is to do: "$218 million to rebuild bridges"."""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.figures.phrases import NOUNS, STOPS, Phrasing, Wording
from communique.read.figures.placed import Placed

# How much of what money is to do counts as its measure, in tokens.
LONGEST_AIM = 12
# How far behind a sum its aim may start, beyond who gets it and when, in tokens.
LONGEST_WAY = 10
_FORMS = {"to": "inf", "for": "ger", "towards": "ger", "toward": "ger"}
_NEW_CLAUSE = frozenset({"CCONJ", "SCONJ", "AUX", "PRON"})


class Aims:
    """Finds the aims of sums of money of one report."""

    def __init__(self, analysis: Analysis, phrasing: Phrasing) -> None:
        self._analysis = analysis
        self._phrasing = phrasing

    def of(self, placed: Placed) -> Wording | None:
        """The verb of what money is to do, with what belongs to it: "to *rebuild bridges*", "for *clearing mines*"."""
        start = self._start(placed) if placed.quantity.kind == "money" else None
        if start is None:
            return None
        tokens = self._analysis.tokens
        verb = tokens[start + 1]
        last = verb
        inside = {token.index for token in self._analysis.subtree(verb.index)}
        for token in tokens[start + 2 : min(start + 2 + LONGEST_AIM, placed.sentence.last)]:
            beyond = token.index not in inside and (token.upos in _NEW_CLAUSE or token.form == "fin")
            if beyond or self._phrasing.is_boundary(token) or token.text in STOPS - {"-", "–"}:
                break
            last = token
        while last.index > verb.index and self._phrasing.ends_badly(last):
            last = tokens[last.index - 1]
        return Wording.over(verb.start, last.end)

    def _start(self, placed: Placed) -> int | None:
        """The index of "to" or "for" before the verb, right behind the sum or behind who gets it and when."""
        tokens, i = self._analysis.tokens, placed.last
        end = min(placed.last + LONGEST_WAY, placed.sentence.last)
        while i + 1 < end:
            if tokens[i + 1].upos == "VERB" and _FORMS.get(tokens[i].lower) == tokens[i + 1].form:
                return i
            if tokens[i].lower in {"each", "apiece"}:
                i += 1
                continue
            stop = self._after_date(i, end) or self._after_receiver(i, end)
            if stop is None:
                return None
            i = stop
        return None

    def _after_date(self, i: int, end: int) -> int | None:
        """The index behind a date with its preposition: "*over the next three years* to …"."""
        tokens = self._analysis.tokens
        j = i + 1 if tokens[i].upos == "ADP" else i
        while j < end and self._is_date(tokens[j]):
            j += 1
        return j if j > i + 1 else None

    def _is_date(self, token: Token) -> bool:
        return self._phrasing.is_boundary(token) and not self._phrasing.is_quantity(token)

    def _after_receiver(self, i: int, end: int) -> int | None:
        """The index behind the name of who gets or gives the money: "*to the Red Cross* to …"."""
        tokens = self._analysis.tokens
        if tokens[i].lower not in {"to", "from"}:
            return None
        j = i + 1
        while j < end and (tokens[j].upos in {"DET", "ADJ", *NOUNS} or tokens[j].lower in {"of", "'s", "’s"}):
            j += 1
        return j if any(t.upos == "PROPN" for t in tokens[i + 1 : j]) else None
