"""The subject of a clause as what a figure measures; who acts or tells is nothing that is measured."""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.figures.phrases import NOUNS, Boundary
from communique.read.figures.placed import owner_by_whose
from communique.read.figures.words import cue_words


class Subjects:
    """Finds the subjects of verbs of one report. `is_boundary` tells tokens of dates and quantities."""

    def __init__(self, analysis: Analysis, is_boundary: Boundary) -> None:
        self._analysis = analysis
        self._is_boundary = is_boundary

    def of(self, verb: Token) -> Token | None:
        """The noun that a verb tells of, where it names a thing: no party, pronoun, date, quantity or mere "figure"."""
        subject = self._printed(verb)
        if subject is None or subject.upos not in NOUNS or self._is_boundary(subject) or self.is_party(subject):
            return None
        if self._points_back(subject):
            return None
        return owner_by_whose(self._analysis, subject) or subject

    def stands_in(self, verb: Token) -> bool:
        """Whether the subject of a verb stands for what was measured before: "*The figure* was $3 million"."""
        subject = self._printed(verb)
        return subject is not None and self._points_back(subject)

    def tells(self, verb: Token, subject: Token) -> bool:
        """Whether a subject acts or tells, and is no thing that is measured: "*the press* reported €3 million"."""
        return is_agent(subject) or bool(self._analysis.dependents(verb.index, "ccomp"))

    def is_party(self, token: Token) -> bool:
        """A country, person or organisation acts; it is not what is measured."""
        return token.upos == "PROPN" and self._named(token, "person", "place", "organisation")

    def is_place(self, token: Token) -> bool:
        """Whether a token belongs to the name of a place."""
        return token.upos == "PROPN" and self._named(token, "place")

    def _printed(self, verb: Token) -> Token | None:
        """The subject, what a relative pronoun stands for, or of "waiting times" the noun."""
        clause = self._analysis.clause_of.get(verb.index)
        index = clause.subject if clause else None
        subject = self._analysis.tokens[index] if index is not None else self._right_before(verb)
        if subject is None:
            return None
        if subject.upos == "PRON" and subject.lower in {"which", "that", "who"}:
            return self._analysis.tokens[verb.head] if verb.deprel == "acl:relcl" else subject
        after = self._analysis.tokens[subject.index + 1] if subject.form == "ger" else None
        return after if after is not None and after.upos == "NOUN" and after.head == subject.index else subject

    def _points_back(self, noun: Token) -> bool:
        """Whether a noun stands for what was measured before: "*The figure* was $3 million a year earlier"."""
        return noun.lemma.lower() in cue_words("standing_in") and all(
            child.deprel in {"det", "punct", "case", "advmod", "amod"}
            for child in self._analysis.dependents(noun.index)
        )

    def _right_before(self, verb: Token) -> Token | None:
        """The noun of the phrase in front of a finite verb whose subject the parser has missed."""
        if verb.form != "fin" or verb.deprel in {"conj", "acl:relcl", "acl"}:
            return None
        noun = self._analysis.tokens[verb.index - 1] if verb.index else None
        while noun is not None and noun.deprel == "nmod" and noun.head < noun.index:
            noun = self._analysis.tokens[noun.head]
        fits = noun is not None and noun.upos in NOUNS and noun.sentence == verb.sentence
        return noun if fits and noun is not None and noun.deprel != "vocative" else None

    def _named(self, token: Token, *types: str) -> bool:
        return any(n.first <= token.index < n.last and n.type in types for n in self._analysis.names)


def is_agent(noun: Token) -> bool:
    """Whether a noun names who acts or tells: a minister, a ministry, the press."""
    return noun.lemma.lower() in cue_words("agents")
