"""What is done with an amount, where no thing is named that it measures: "presented to the association"."""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.phrases import NOUNS, Phrasing, Wording
from communique.read.figures.placed import Placed
from communique.read.figures.subjects import Subjects, is_agent
from communique.read.figures.words import cue_words

_PLACES = ("to", "at", "in", "on", "from", "for", "of")


class Deeds:
    """Finds the words of what is done with quantities of one report."""

    def __init__(self, analysis: Analysis, phrasing: Phrasing, subjects: Subjects) -> None:
        self._analysis = analysis
        self._phrasing = phrasing
        self._subjects = subjects

    def done(self, placed: Placed) -> Wording | Token | None:
        """Where no thing is named, what is done: "*presented* €15,000 *to the association*"."""
        top = self._analysis.tokens[placed.top]
        verb = self._analysis.tokens[top.head]
        physical = placed.quantity.kind == "physical"
        if physical and top.deprel == "nsubj:pass" and verb.upos == "VERB":
            return Wording((Span(verb.start, self._end_of_place(verb.index + 1, placed) or verb.end),))
        if top.deprel != "obj" or verb.upos != "VERB" or not verb.index < placed.first:
            return None
        if verb.lemma in cue_words("receiving"):
            return None
        doer = self._analysis.tokens[verb.head]
        if verb.deprel.startswith("acl") and doer.upos in NOUNS:
            if self._phrasing.is_boundary(doer) or self._subjects.is_party(doer):
                return None
            # "A commitment to lend $3 million" is no measure: what is to be done is.
            if verb.form != "inf" or doer.lemma.lower() not in cue_words("intentions"):
                return doer
        told = self._analysis.dependents(top.index, "acl:relcl")
        if told and told[0].upos == "VERB":
            # "She praised the $4 billion that firms have *invested*": that is done with it.
            return Wording((told[0].span,))
        deed = [self._deed_of_thing(verb) if physical else verb.span]
        end = self._end_of_place(placed.last, placed, _PLACES if physical else ("to", "for"))
        if end is not None:
            deed.append(Span(self._analysis.tokens[placed.last].start, end))
        return Wording(tuple(deed))

    def _end_of_place(self, index: int, placed: Placed, prepositions: tuple[str, ...] = _PLACES) -> int | None:
        """Where the phrase ends that says to or at what something is done, if one starts at a token."""
        near = self._phrasing.noun_after_preposition(index, prepositions)
        if near is None or self._phrasing.is_boundary(near):
            return None
        return self._phrasing.noun_phrase(near, placed).end

    def _deed_of_thing(self, verb: Token) -> Span:
        """A verb with its subject right before it, where a thing does it: "*the line carried* 4 million tonnes"."""
        subject = self._subjects.of(verb)
        if subject is None or subject.upos != "NOUN" or is_agent(subject) or subject.index > verb.index:
            return verb.span
        between = self._analysis.tokens[subject.index + 1 : verb.index]
        return Span(subject.start, verb.end) if all(t.upos == "AUX" for t in between) else verb.span

    def done_to_them(self, placed: Placed) -> Wording | None:
        """What was done to some of those told of before: "31 of them were *freed*"."""
        top = self._analysis.tokens[placed.top]
        verb = self._analysis.tokens[top.head]
        done = top.deprel == "nsubj:pass" and verb.upos == "VERB" and placed.quantity.kind == "count"
        return Wording((verb.span,)) if done else None
