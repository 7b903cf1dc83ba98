"""Undertakings: what parties do or set up together or for one another, from speech and from the report's narrative.

A noun of the vocabulary names one where something says which it is: a proper name, a modifier, or what it is on.
Its status comes from the verbs around it and from the statement that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast as typed

from communique.model import (
    DateExpression,
    Evidence,
    Figure,
    Report,
    Span,
    Statement,
    Undertaking,
    UndertakingKind,
    UndertakingStatus,
)
from communique.read.analysis import Analysis, Clause, Token
from communique.read.people import Cast
from communique.read.topics import topics_of
from communique.vocabulary import load_yaml

_SAYS_WHICH = {"compound", "amod", "nmod"}
_TIMES = {"by", "in", "from", "until", "before", "during", "since", "within", "after", "at", "with", "over", "under"}
_TERMS = {"by", "before", "until", "within", "from", "around"}
_COMING = {"will", "would", "shall", "should", "'ll", "’ll"}
_VAGUE_MODIFIERS = {
    "new", "bilateral", "such", "other", "many", "several", "various", "relevant", "existing", "important", "major",
    "key", "signed", "concrete", "specific", "different", "same", "first", "second", "own", "further", "more", "joint",
    "close", "effective", "practical", "potential", "possible", "good", "traditional", "special", "long", "current",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: dict[str, UndertakingKind]
    always: frozenset[str]
    never: frozenset[str]
    general: frozenset[str]
    status: dict[str, UndertakingStatus]
    by_act: dict[str, UndertakingStatus]
    giving: frozenset[str]


@cache
def _words() -> _Words:
    data = load_yaml("undertakings.yaml")
    kinds = {noun: typed(UndertakingKind, kind) for kind, nouns in data["kinds"].items() for noun in nouns}
    status = {verb: typed(UndertakingStatus, name) for name, verbs in data["status"].items() for verb in verbs}
    return _Words(
        kinds=kinds,
        always=frozenset(data["always"]),
        never=frozenset(data["never"]),
        general=frozenset(data["general"]),
        status=status,
        by_act=data["by_act"],
        giving=frozenset(data["giving"]),
    )


def read_undertakings(
    analysis: Analysis,
    cast: Cast,
    report: Report,
    statements: tuple[Statement, ...],
    dates: tuple[DateExpression, ...],
    figures: tuple[Figure, ...],
) -> tuple[Undertaking, ...]:
    """Every undertaking of the running text, one for each at its fullest mention, in the order of the text."""
    reader = _Reader(analysis, cast, report, statements, dates, figures)
    return _fullest(_outermost([reader.undertaking(token, kind) for token, kind in _candidates(analysis)]))


def _candidates(analysis: Analysis) -> Iterator[tuple[Token, UndertakingKind]]:
    words = _words()
    for sentence in analysis.prose():
        for token in analysis.words(sentence):
            if token.upos not in {"NOUN", "PROPN"} or token.deprel == "compound":
                continue
            kind = words.kinds.get(token.lemma.lower()) or words.kinds.get(token.lower)
            if kind is not None and _says_which(analysis, token, kind):
                yield token, kind


def _outermost(found: list[_Named | None]) -> list[_Named]:
    """What is named only inside another's name ("memorandum on *maritime training*") is no undertaking of its own."""
    named = [item for item in found if item is not None]
    return [a for a in named if not any(b is not a and b.name.covers(a.name) and b.name != a.name for b in named)]


def _says_which(analysis: Analysis, token: Token, kind: UndertakingKind) -> bool:
    words = _words()
    lemma = token.lemma.lower()
    modifiers = [t for t in analysis.dependents(token.index, *_SAYS_WHICH) if t.lemma.lower() not in _VAGUE_MODIFIERS]
    named = any(t.upos == "PROPN" for t in (token, *modifiers))
    governor = _governing(analysis, token)
    strong = governor is not None and (governor.lemma in words.status or governor.lemma in words.giving)
    if any(case.lower == "as" for case in analysis.dependents(token.index, "case")):
        return False
    if kind == "delivery":
        serves = [t for t in analysis.dependents(token.index, "nmod") if analysis.preposition(t.index) == "for"]
        if any(words.kinds.get(t.lemma.lower()) in {"project", "programme"} for t in serves):
            return False
        return (
            governor is not None
            and governor.lemma in words.giving
            and token.deprel in {"obj", "conj", "nmod", "nsubj:pass"}
        )
    if lemma in words.always or token.lower in words.always:
        return strong or bool(modifiers)
    if token.lower.endswith("s") and not named and not analysis.dependents(token.index, "nummod"):
        return False
    if lemma in words.general:
        on = any(t.deprel != "nmod" or analysis.preposition(t.index) == "on" for t in modifiers)
        return strong and (named or on)
    return named or (bool(modifiers) and strong) or (kind in {"project", "body"} and bool(modifiers))


def _governing(analysis: Analysis, token: Token) -> Clause | None:
    current = token
    while current.head != current.index:
        modified = analysis.dependents(current.index, "acl", "acl:relcl")
        if modified and current is token and modified[0].index in analysis.clause_of:
            lemma = analysis.clause_of[modified[0].index].lemma
            if lemma in _words().status:
                return analysis.clause_of[modified[0].index]
        current = analysis.tokens[current.head]
        if current.index in analysis.clause_of:
            return analysis.clause_of[current.index]
    return analysis.clause_of.get(current.index)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of one report while its undertakings are read."""

    analysis: Analysis
    cast: Cast
    report: Report
    statements: tuple[Statement, ...]
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]

    def undertaking(self, token: Token, kind: UndertakingKind) -> _Named | None:
        """The undertaking that a noun names, or None where no party is plain."""
        name = self._name(token)
        clause = _governing(self.analysis, token)
        span = self._span(token, clause)
        around = self._statement_at(token)
        parties = self._parties(name, span, around)
        if not parties or name.of(self.analysis.text).lower() in _words().never:
            return None
        text = name.of(self.analysis.text)
        undertaking = Undertaking(
            kind="document" if text.lower().startswith("exchange of notes") else kind,
            name=text,
            parties=parties,
            status=self._status(token, kind, clause, around),
            evidence=Evidence(self.report.id, span.start, span.end, span.of(self.analysis.text)),
            due=self._due(token, span, name, clause),
            figures=tuple(f.value for f in self.figures if f.value is not None and span.covers(f.evidence.span)),
            topics=topics_of(span.of(self.analysis.text)),
        )
        return _Named(undertaking, name)

    def _name(self, token: Token) -> Span:
        """The noun with what says which it is, without its article, number or time."""
        kept = [token]
        for child in self.analysis.dependents(token.index):
            says_what = child.deprel == "nmod" and self.analysis.preposition(child.index) not in _TIMES
            if child.deprel in {"compound", "amod"} or (says_what and not self._measures(child)):
                kept.extend(self._compact(child))
        kept.sort(key=lambda t: t.index)
        run = [t for t in kept if t.index <= token.index]
        run += _contiguous(kept, token.index)
        return Span(run[0].start, run[-1].end)

    def _measures(self, child: Token) -> bool:
        """ "a fund *of 5 billion liras*", "a plan *for 2027-2029*": an amount or a period, not what it is on."""
        return child.upos == "NUM" or any(
            t.upos in {"NUM", "SYM"} for t in self.analysis.dependents(child.index, "nummod", "compound")
        )

    def _compact(self, child: Token) -> list[Token]:
        inside = {
            t.index
            for d in self.analysis.dependents(child.index, "acl", "appos")
            for t in self.analysis.subtree(d.index)
        }
        return [t for t in self.analysis.subtree(child.index) if t.index not in inside]

    def _span(self, token: Token, clause: Clause | None) -> Span:
        phrase = self.analysis.phrase(token.index, "conj")
        if clause is None or clause.sentence != token.sentence:
            return phrase
        own = self.analysis.phrase(clause.predicate, "conj", "advcl", "parataxis", "nsubj", "ccomp", "punct", "mark")
        return Span(min(own.start, phrase.start), max(own.end, phrase.end))

    def _statement_at(self, token: Token) -> Statement | None:
        for statement in self.statements:
            if statement.evidence.start <= token.start < statement.evidence.end:
                return statement
        return None

    def _parties(self, name: Span, span: Span, around: Statement | None) -> tuple[str, ...]:
        named = self.cast.parties_in(name)
        if len(named) > 1:
            return named
        told = (*around.speaker_parties, *around.addressee_parties) if around else ()
        main = self.cast.main_parties if len(self.cast.main_parties) == 2 else ()
        found = tuple(dict.fromkeys((*named, *told, *main)))
        return found if len(found) > 1 else tuple(dict.fromkeys((*found, *self.cast.parties_in(span))))

    def _status(
        self, token: Token, kind: UndertakingKind, clause: Clause | None, around: Statement | None
    ) -> UndertakingStatus:
        words = _words()
        standing: UndertakingStatus = "in force" if kind in {"agreement", "body"} else "under way"
        status = words.status.get(clause.lemma) if clause is not None else None
        if clause is None or status is None:
            return words.by_act.get(around.act, standing) if around is not None else standing
        if self._takes_effect(clause):
            return "in force"
        if self.analysis.tokens[clause.predicate].head == token.index:
            return standing if status == "completed" and standing == "in force" else status
        if status in {"delayed", "cancelled"} or (status == "in force" and clause.lemma != "extend"):
            return status
        if status == "completed" and not self._to_come(clause):
            return _progress(self.analysis, clause)
        if around is not None and (self._to_come(clause) or status in {"agreed", "proposed"}):
            return words.by_act.get(around.act, status)
        return "agreed" if status == "completed" else status

    def _takes_effect(self, clause: Clause) -> bool:
        """ "took effect", "entered into force"."""
        nouns = [clause.object, *(index for _, index in clause.obliques)]
        return any(i is not None and self.analysis.tokens[i].lemma.lower() in {"effect", "force"} for i in nouns)

    def _to_come(self, clause: Clause) -> bool:
        token = self.analysis.tokens[clause.predicate]
        bare = (
            token.form == "part"
            and clause.tense is None
            and clause.voice == "passive"
            and token.deprel not in {"acl", "acl:relcl"}
        )
        return clause.modality in _COMING or token.form in {"inf", "ger"} or bare

    def _due(self, token: Token, span: Span, name: Span, clause: Clause | None) -> str | None:
        """The time by which it is to be done or to start: a term ("by …"), else a coming date of its clause."""
        sentence = self.analysis.sentences[token.sentence].span
        coming = [date for date in self.dates if sentence.covers(date.evidence.span) and self._is_coming(date)]
        apart = [
            date for date in coming if not name.overlaps(date.evidence.span) and date.modality not in {"after", "since"}
        ]
        terms = [date for date in apart if date.modality in _TERMS and span.covers(date.evidence.span)]
        own = [date for date in apart if clause is not None and self._hangs_from(date, {token.index, clause.predicate})]
        chosen = (terms or own or self._only_term(token, apart))[:1]
        return _term(chosen[0]) if chosen else None

    def _only_term(self, token: Token, apart: list[DateExpression]) -> list[DateExpression]:
        """The one term of a sentence that the report tells in its own voice ("…, to be completed *by* May")."""
        terms = [date for date in apart if date.modality in _TERMS]
        return terms if len(terms) == 1 and self._statement_at(token) is None else []

    def _is_coming(self, date: DateExpression) -> bool:
        value = date.value.partition("/")[2] or date.value
        published = self.report.published
        if not value[:4].isdigit() or published is None:
            return value[:4].isdigit()
        # The day of the report itself is when a thing was signed, not when it is due.
        return value > published if len(value) >= len(published) else value >= published[: len(value)]

    def _hangs_from(self, date: DateExpression, heads: set[int]) -> bool:
        tokens = self.analysis.between(date.evidence.start, date.evidence.end)
        inside = {t.index for t in tokens}
        return any(t.head in heads for t in tokens if t.head not in inside)


@dataclass(frozen=True, slots=True)
class _Named:
    """An undertaking with the place of its name."""

    undertaking: Undertaking
    name: Span


def _term(date: DateExpression) -> str:
    """The last of a period; of "the end of this year", its last month."""
    value = date.value.partition("/")[2] or date.value
    ends = any(word in date.text.lower() for word in ("end", "within"))
    return f"{value}-12" if len(value) == 4 and ends else value


def _contiguous(kept: list[Token], index: int) -> list[Token]:
    """The tokens that follow `index` without a gap of more than a word."""
    run: list[Token] = []
    last = index
    for token in kept:
        if token.index > last:
            if token.index - last > 2:
                break
            run.append(token)
            last = token.index
    return run


def _progress(analysis: Analysis, clause: Clause) -> UndertakingStatus:
    """ "has been completed" is done, "is being completed" under way, "will be opened" agreed."""
    helpers = [t.lower for t in analysis.dependents(clause.predicate, "aux", "aux:pass")]
    if clause.modality in _COMING or analysis.tokens[clause.predicate].form == "inf":
        return "agreed"
    return "under way" if "being" in helpers else "completed"


def _fullest(found: list[_Named]) -> tuple[Undertaking, ...]:
    """One undertaking for each name: a shorter name whose words all stand in a longer one of its kind is the same."""
    kept: list[Undertaking] = []
    for undertaking in (item.undertaking for item in found):
        mine = set(undertaking.name.lower().split())
        twin = next((i for i, other in enumerate(kept) if _same(mine, undertaking, other)), None)
        if twin is None:
            kept.append(undertaking)
        elif len(undertaking.name) > len(kept[twin].name):
            kept[twin] = undertaking
    return tuple(sorted(kept, key=lambda u: u.evidence.start))


def _same(words: set[str], a: Undertaking, b: Undertaking) -> bool:
    others = set(b.name.lower().split())
    return a.kind == b.kind and (words <= others or others <= words)
