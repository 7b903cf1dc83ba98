"""Noun phrases around a figure: where the words that say what is measured start and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.placed import Placed
from communique.read.figures.words import cue_words

NOUNS = frozenset({"NOUN", "PROPN"})
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "."})
# How far the noun that a counted one hangs from may stand before the number, in tokens.
LONGEST_GOVERNOR = 8
_LEFT_OUT = frozenset({"det", "cc", "punct", "case", "nummod", "advmod", "det:predet", "cc:preconj"})
_MODIFIERS = frozenset({"nmod", "acl", "amod", "compound", "case", "conj", "cc", "obl", "punct"})

Boundary = Callable[[Token], bool]


class Phrasing:
    """Cuts phrases out of one report. `is_boundary` tells tokens of dates and quantities, `is_quantity` those of
    quantities only."""

    def __init__(self, analysis: Analysis, is_boundary: Boundary, is_quantity: Boundary) -> None:
        self._analysis = analysis
        self.is_boundary = is_boundary
        self.is_quantity = is_quantity

    def counted_phrase(self, noun: Token, placed: Placed) -> Span:
        """What a bare number counts: its noun phrase; with the noun that it hangs from ("a convoy of 18 doctors"),
        or with what the counted ones do ("143 crew members were being held")."""
        governor = self._analysis.tokens[noun.head]
        if placed.quantity.joined and governor.index > noun.index:
            return self.noun_phrase(governor, replace(placed, last=noun.index + 1))
        phrase = self.noun_phrase(noun, placed)
        if noun.deprel == "nmod" and self._carries(governor, placed):
            return Span(self.noun_phrase(governor, placed, whole=True).start, phrase.end)
        return self.with_predicate(phrase, noun)

    def with_predicate(self, phrase: Span, subject: Token) -> Span:
        """A phrase with what is said of it, where it is the subject of its clause and nobody gives it."""
        verb = self._analysis.tokens[subject.head]
        if (
            subject.deprel.startswith("nsubj")
            and verb.upos in {"VERB", "AUX"}
            and verb.lemma not in cue_words("giving")
        ):
            return Span(phrase.start, self._end_of_clause(verb, phrase.end))
        return phrase

    def _carries(self, governor: Token, placed: Placed) -> bool:
        tail = self._analysis.tokens[governor.index + 1 : placed.first]
        near = governor.index < placed.first and governor.upos == "NOUN" and len(tail) <= LONGEST_GOVERNOR
        near = near and governor.index + 1 < placed.first and tail[0].lower == "of"
        return near and governor.lemma not in cue_words("light_nouns") and not any(t.text in STOPS for t in tail)

    def _end_of_clause(self, verb: Token, position: int) -> int:
        """The end of the clause's words before a comma, a date or another quantity."""
        inside = {token.index for token in self._analysis.subtree(verb.index)}
        last = self._analysis.at(position - 1)
        i = last.index + 1 if last else verb.index
        if i <= verb.index - LONGEST_GOVERNOR or any(
            t.text in STOPS for t in self._analysis.tokens[i : verb.index + 1]
        ):
            return position
        for token in self._analysis.tokens[i:]:
            if self.is_quantity(token) and token.index in inside:
                return position
            if token.index not in inside or self.is_boundary(token) or token.text in STOPS:
                break
            last = token
        while last is not None and last.index > verb.index and self.ends_badly(last):
            last = self._analysis.tokens[last.index - 1]
        return last.end if last is not None and last.index >= verb.index else position

    def noun_phrase(self, noun: Token, placed: Placed, whole: bool = False) -> Span:
        """The noun with what describes it, without articles, the quantity itself and anything beyond a comma."""
        first = self._left_edge(noun, placed)
        last = noun.index if whole else self._right_edge(noun, placed)
        return Span(self._analysis.tokens[first].start, self._analysis.tokens[last].end)

    def _left_edge(self, noun: Token, placed: Placed) -> int:
        """The first of the words that describe the noun from before it."""
        tokens = self._analysis.tokens
        below = {token.index for token in self._analysis.subtree(noun.index)}
        first, lowest = noun.index, placed.last if placed.first < noun.index else 0
        while first > lowest and first - 1 in below and self._describes(tokens[first - 1], placed):
            if noun.lemma in cue_words("gifts") and tokens[first - 1].lower in {"'s", "’s"}:
                break
            first -= 1
        while first < noun.index and self._opens_badly(tokens[first]) and not self._hyphenated(tokens[first]):
            first += 1
        return first

    def _describes(self, token: Token, placed: Placed) -> bool:
        possessive = token.lower in {"'s", "’s", "'", "’"}
        if placed.first <= token.index < placed.last or token.text in STOPS - {"-", "–"}:
            return False
        return possessive or token.deprel != "case"

    def _hyphenated(self, token: Token) -> bool:
        """Whether a hyphen ties a word to the next ("two-way")."""
        return self._analysis.text[token.end : token.end + 1] in {"-", "‑"}

    def _opens_badly(self, token: Token) -> bool:
        pronoun = token.upos == "PRON"
        return (
            pronoun or token.deprel in _LEFT_OUT or token.upos in {"DET", "PUNCT", "ADV"} or token.lower in {"'s", "’s"}
        )

    def _right_edge(self, noun: Token, placed: Placed) -> int:
        """The end of the modifiers that follow the noun directly and hold no quantity, date or clause of their own."""
        end = placed.sentence.last if placed.first < noun.index else placed.first
        inside = {token.index for token in self._analysis.subtree(noun.index)}
        for modifier in self._analysis.dependents(noun.index):
            if modifier.index > noun.index and not self._restricts(modifier):
                end = min(end, *(token.index for token in self._analysis.subtree(modifier.index)))
        last = noun.index
        for token in self._analysis.tokens[noun.index + 1 : end]:
            if self.is_boundary(token) or token.text in STOPS - {"-", "–"}:
                break
            if token.index not in inside:
                added = self._added(token, noun, last)
                if not added:
                    break
                inside |= added
            last = token.index
        while last > noun.index and self.ends_badly(self._analysis.tokens[last]):
            last -= 1
        return last

    def _added(self, token: Token, noun: Token, last: int) -> frozenset[int]:
        """What belongs to a noun wherever the parser hangs it: the participle right behind it ("canoes *seized* off
        the coast"), a phrase with "of", "for" or "as", and any phrase between a subject and its verb."""
        if token.index == noun.index + 1 and is_participle(self._analysis, token, noun):
            return frozenset(t.index for t in self._analysis.subtree(token.index) if t.index >= token.index)
        if token.lower in {"of", "for"} and token.index == last + 1:
            end = self.end_of_run(token.index + 1)
            return frozenset(range(token.index, end.index + 1)) if end is not None else frozenset()
        head = self._analysis.tokens[token.head]
        opens = token.deprel == "case" and head.index > token.index == last + 1
        close = token.lower in {"as", "under"} or noun.deprel.startswith("nsubj")
        return frozenset(t.index for t in self._analysis.subtree(head.index)) if opens and close else frozenset()

    def _restricts(self, modifier: Token) -> bool:
        """Whether a modifier says which things are meant ("for students", "seized off the coast")."""
        if modifier.deprel.split(":")[0] not in _MODIFIERS:
            return False
        if modifier.deprel == "conj" and (
            modifier.upos not in NOUNS or self._analysis.dependents(modifier.index, "det", "nsubj", "nsubj:pass", "cop")
        ):
            return False
        if modifier.deprel.split(":")[0] in {"nmod", "obl", "conj"}:
            return True
        return not any(self.is_quantity(token) for token in self._analysis.subtree(modifier.index))

    def ends_badly(self, token: Token) -> bool:
        return token.upos in {"ADP", "CCONJ", "DET", "PUNCT", "PRON", "SCONJ", "PART"} and token.lower != "s"

    def end_of_run(self, index: int) -> Token | None:
        """The last noun of the run of adjectives and nouns that starts at a token."""
        noun = None
        for token in self._analysis.tokens[index : index + 8]:
            if token.upos in NOUNS:
                noun = token
            elif token.upos not in {"ADJ", "DET", "NUM"} and token.text != "-":
                break
        return noun


def is_participle(analysis: Analysis, token: Token, noun: Token) -> bool:
    """Whether a verb right behind a noun describes it, though the parser may take it for a finite one."""
    if token.upos != "VERB" or analysis.dependents(token.index, "aux", "aux:pass"):
        return False
    subjects = analysis.dependents(token.index, "nsubj", "nsubj:pass")
    return token.form == "part" or (token.past and bool(subjects) and all(s.index != noun.index for s in subjects))
