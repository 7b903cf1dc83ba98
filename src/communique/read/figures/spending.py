"""What a sum of money is made of, what it is given for, and what it buys."""

from __future__ import annotations

from itertools import pairwise, takewhile

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.figures.phrases import NOUNS, Phrasing, Wording
from communique.read.figures.placed import Placed, verb_above
from communique.read.figures.subjects import Subjects
from communique.read.figures.units import unit_at
from communique.read.figures.words import cue_words, words_of

_AIMS = ("for", "in", "towards", "toward", "of", "on", "into")
_PURPOSES = ("to", *_AIMS)
# Prepositions of what money is for, likelier ones first.
_PREPOSITIONS = ("for", "to", "towards", "into", "on", "in", "as")
# How many tokens the kinds of one gift take ("in military, economic, and humanitarian assistance").
_LONGEST_LIST = 14
# What a programme with a name may be that gives money: "in Foreign Military Financing".
_FUNDS = frozenset({"financing", "funding", "assistance", "aid", "support", "credits", "loans", "grants"})
# How many tokens the name of who gets money takes.
_LONGEST_NAME = 24
_IN_LIST = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "CCONJ"})


class Spending:
    """Finds what sums of money of one report are spent on."""

    def __init__(self, analysis: Analysis, phrasing: Phrasing, subjects: Subjects) -> None:
        self._analysis = analysis
        self._phrasing = phrasing
        self._subjects = subjects

    def listed(self, placed: Placed) -> Wording | None:
        """A gift of several kinds: "$3 million *in military, economic, and humanitarian assistance*"."""
        i = self._phrasing.behind(placed)
        if placed.quantity.kind != "money" or i >= placed.sentence.last:
            return None
        if self._analysis.tokens[i].lower not in {"in", "of"}:
            return None
        given = self._end_of_list(i + 1, placed.sentence.last)
        if given is None:
            return None
        return Wording.over(self._analysis.tokens[i + 1].start, self._phrasing.noun_phrase(given, placed).end)

    def _end_of_list(self, start: int, end: int) -> Token | None:
        """The noun of what is given, behind two or more words for its kinds that "and" joins."""
        gifts, joined = cue_words("gifts") | cue_words("between_sides"), False
        tokens = self._analysis.tokens[start : min(start + _LONGEST_LIST, end)]
        for token, following in pairwise(tokens):
            joined = joined or token.upos == "CCONJ"
            if token.lemma.lower() in gifts and following.upos not in NOUNS:
                return token if joined and token.upos in NOUNS else None
            linked = token.lower == "to" and following.upos == "ADJ"
            if self._phrasing.is_boundary(token) or not (token.upos in _IN_LIST or token.text in {",", "-"} or linked):
                return None
        return None

    def made_of(self, placed: Placed) -> Token | None:
        """As in "12 million baht *in emergency relief*", "$3 billion *of investments*"."""
        if placed.quantity.kind != "money":
            return None
        noun = self._phrasing.noun_after_preposition(self._phrasing.behind(placed), ("in", "of"))
        if noun is None or self._phrasing.is_boundary(noun) or self._subjects.is_party(noun):
            return None
        placed_in = self._analysis.tokens[self._phrasing.behind(placed)].lower == "in"
        definite = any(t.lower in {"the", "a", "an"} for t in self._analysis.dependents(noun.index, "det"))
        named = noun.upos == "PROPN" and not noun.text.isupper() and noun.lower not in _FUNDS
        if placed_in and (definite or named):
            return None
        return None if noun.lemma == "half" or is_time(noun.text) else noun

    def spent_on(self, placed: Placed, whole: Token) -> Wording | None:
        """The verb with what a part of an economy is spent on: "*spend* 2 per cent of GDP *on schools*"."""
        verb = verb_above(self._analysis, placed)
        on = self._phrasing.noun_after_preposition(whole.index + 1, ("on",))
        if verb is None or on is None or verb.index > placed.first or self._phrasing.is_boundary(on):
            return None
        return Wording((verb.span, Span(self._analysis.tokens[whole.index + 1].start, on.end)))

    def purpose(self, placed: Placed) -> Token | None:
        """What money is for: "$5 million *for rural clinics*", "earmarked *for legal aid centres*"."""
        given = self._analysis.tokens[placed.top].deprel == "obj" and placed.quantity.kind == "money"
        close = self._close(placed, given)
        if close is not None and not self._phrasing.is_boundary(close) and not self._subjects.is_place(close):
            return close
        verb = verb_above(self._analysis, placed)
        if verb is None:
            return None
        above = self._analysis.tokens[verb.head]
        if verb.deprel == "acl:relcl" and above.upos in NOUNS and self._is_for_which(verb):
            return above
        for preposition in _PREPOSITIONS:
            if given and preposition == "to":
                continue
            for noun in self._analysis.dependents(verb.index, "obl", "nmod"):
                same = self._analysis.preposition(noun.index) == preposition
                fits = noun.index > placed.first and noun.upos in NOUNS and not self._phrasing.is_boundary(noun)
                if same and fits and not self._subjects.is_place(noun):
                    return noun
        return None

    def _close(self, placed: Placed, given: bool) -> Token | None:
        """What right behind a sum says what it is for; of what is given "to" somebody only a work they do."""
        i = self._phrasing.behind(placed)
        if i >= placed.sentence.last:
            return None
        participle = self._analysis.tokens[i]
        if participle.form == "part" and participle.deprel == "acl" and placed.first <= participle.head < i:
            return self._phrasing.noun_after_preposition(i + 1, _PURPOSES)
        work = self._work(i, placed.sentence.last) if given and participle.lower == "to" else None
        if work is not None:
            return work
        return self._phrasing.noun_after_preposition(i, _PURPOSES if not given else _AIMS)

    def _work(self, i: int, end: int) -> Token | None:
        """The work that money is given to: "to *the plan*", "to the Red Crescent's (RC) *efforts*"."""
        near = self._phrasing.noun_after_preposition(i, ("to",))
        if near is not None and near.lemma.lower() in cue_words("undertaken"):
            return near
        tokens = self._analysis.tokens[i + 1 : min(i + _LONGEST_NAME, end)]
        name = list(takewhile(lambda t: t.lower not in POSSESSIVES, tokens))
        if len(name) == len(tokens) or any(t.upos == "VERB" or t.text in {",", ";"} for t in name):
            return None
        owned = tokens[len(name) + 1 :]
        bracketed = len(owned) > 2 and owned[0].text == "(" and owned[2].text == ")"
        owned = owned[3:] if bracketed else owned
        noun = self._phrasing.end_of_run(owned[0].index) if owned else None
        return noun if noun is not None and noun.lemma.lower() in cue_words("undertaken") else None

    def _is_for_which(self, verb: Token) -> bool:
        """As in "the programme, *for which* $40 million is set aside"."""
        relative = (t for t in self._analysis.dependents(verb.index, "obl", "nmod") if t.lower == "which")
        return any(self._analysis.preposition(t.index) in _PREPOSITIONS for t in relative)

    def bought(self, placed: Placed) -> Token | None:
        """What money is the price of: "sold the *terminal* for $80 million"."""
        top = self._analysis.tokens[placed.top]
        if placed.quantity.kind != "money" or self._analysis.preposition(top.index) not in {"for", "at"}:
            return None
        bought = self._analysis.dependents(top.head, "obj")
        fits = bought and bought[0].upos in NOUNS and bought[0].index < placed.first
        return bought[0] if fits and not self._phrasing.is_boundary(bought[0]) else None


def is_time(name: str) -> bool:
    """Whether a word is a unit of time, which an amount is spread over and does not measure."""
    unit = unit_at(words_of(name), 0)
    return unit is not None and unit[1].kind == "time"
