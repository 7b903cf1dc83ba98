"""The seam between the model that analyses language and the extractors that read a report.

Extractors see an `Analysis` and nothing else: sentences, tokens, names and clauses, all as character spans into
the report's unchanged text, labelled with Universal Dependencies names. Which model made it is hidden in
`read/encoder/`, so that the model can be replaced without touching an extractor.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from communique.model import Span

NameType = Literal["person", "place", "organisation", "event", "other"]
Tense = Literal["past", "present", "future"]
Voice = Literal["active", "passive"]

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})  # what is written behind a possessor


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `head` is the index of its head in `Analysis.tokens` (its own for a root).

    `upos` and `deprel` are Universal Dependencies' (UPOS; relations with subtypes, as "nsubj:pass"). `form` is
    the verb form: "fin", "inf", "part" (past participle), "ger" (-ing), or "" for anything but verbs.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    deprel: str
    head: int
    sentence: int
    form: str = ""
    past: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, and its tokens as a half-open range of indices. `marked` names the mark of
    the report that it stands in ("caption", "signoff", …), or is None for running text. `paragraph` counts from 0."""

    index: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    marked: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing, by the model: characters and token range, without titles where the model can tell."""

    type: NameType
    start: int
    end: int
    first: int
    last: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said, as the encoder reads it: the content with the source and the cue that it belongs to, each None
    where none is printed in its paragraph. `score` is the mean probability of the content's labels, 0 to 1."""

    source: Span | None
    cue: Span | None
    content: Span
    score: float


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and what depends on it; every field is a token index (heads) of `Analysis.tokens`.

    `predicate` is the verb, or the noun or adjective of a copular clause. `subject` is inherited by coordinated
    verbs and by participles and infinitives that take it over (`subject_shared` then is true). `obliques` pairs
    a preposition's lemma with the head of its phrase; `complement` is the predicate of a clausal complement
    (ccomp or xcomp). `modality` is the modal's lemma ("will", "should", "need to"). `agent` is a passive's by-phrase.
    """

    predicate: int
    lemma: str
    subject: int | None
    object: int | None
    obliques: tuple[tuple[str, int], ...]
    complement: int | None
    voice: Voice
    tense: Tense | None
    modality: str | None
    negated: bool
    sentence: int
    subject_shared: bool = False
    agent: int | None = None
    indirect_object: int | None = None


@dataclass(frozen=True)
class Analysis:
    """The language of one report, as extractors see it. All offsets are into `text`, the report's own."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...] = ()

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause, in the order of its predicates."""
        from communique.read.clauses import find_clauses

        return find_clauses(self)

    @cached_property
    def clause_of(self) -> dict[int, Clause]:
        """Clauses by the index of their predicate."""
        return {clause.predicate: clause for clause in self.clauses}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of its dependents, in the order of the text."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def prose(self) -> Iterator[Sentence]:
        """The sentences of running text: no headers, captions, datelines or sign-offs."""
        return (sentence for sentence in self.sentences if sentence.marked is None)

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly within the characters [start, end)."""
        first = bisect_left(self._starts, start)
        last = bisect_right(self._starts, end - 1) if end > start else first
        return tuple(token for token in self.tokens[first:last] if token.end <= end)

    def head_of(self, span: Span) -> Token | None:
        """The token of a span whose head lies outside it, or that heads itself; None for a span without tokens."""
        tokens = self.between(span.start, span.end)
        inside = {token.index for token in tokens}
        return next((t for t in tokens if t.head == t.index or t.head not in inside), None)

    def at(self, offset: int) -> Token | None:
        """The token that covers a character offset, or None in white space."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def dependents(self, index: int, *relations: str) -> tuple[Token, ...]:
        """Dependents of a token, all of them or those in one of the relations ("obl" takes "obl:agent" too)."""
        return tuple(
            self.tokens[i]
            for i in self.children[index]
            if not relations or self.tokens[i].deprel in relations or self.tokens[i].deprel.split(":")[0] in relations
        )

    def subtree(self, index: int) -> tuple[Token, ...]:
        """A token with everything below it, in the order of the text."""
        found, stack = [], [index]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    def phrase(self, index: int, *without: str) -> Span:
        """The characters from the first to the last token of a subtree, leaving out dependents of the head in
        the relations `without` (and their subtrees) and any mark of punctuation at either edge."""
        kept = [
            token
            for child in self.children[index]
            if self.tokens[child].deprel not in without and self.tokens[child].deprel.split(":")[0] not in without
            for token in self.subtree(child)
        ]
        kept = sorted([*kept, self.tokens[index]], key=lambda token: token.index)
        while len(kept) > 1 and kept[0].upos == "PUNCT":
            kept.pop(0)
        while len(kept) > 1 and kept[-1].upos == "PUNCT":
            kept.pop()
        return Span(kept[0].start, kept[-1].end)

    def preposition(self, index: int) -> str | None:
        """The lemma of the preposition that a noun phrase's head carries, or None."""
        case = [token for token in self.dependents(index, "case") if token.lemma not in POSSESSIVES]
        return case[0].lemma if case else None

    def is_none(self, index: int) -> bool:
        """Whether "no" stands with a noun: "*no* concessions"."""
        return any(token.lower == "no" for token in self.dependents(index, "det"))

    def conjuncts(self, index: int) -> tuple[Token, ...]:
        """A token and everything coordinated with it, in the order of the text."""
        return (self.tokens[index], *self.dependents(index, "conj"))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers a character offset, or None between sentences."""
        token = self.at(offset)
        return self.sentences[token.sentence] if token else None
