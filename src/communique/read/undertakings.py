"""Undertakings: what parties do or set up together or for one another, from speech and from the report's narrative.

A noun of the vocabulary names one where something says which it is and something is done with it: it is signed,
founded, built, given, held, carried on, kept up, put off, talked about. What is done, and how it is spoken of, gives
its status (`undertaking_status`) and its term (`undertaking_terms`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from communique.model import (
    DateExpression,
    Evidence,
    Figure,
    Report,
    Span,
    Statement,
    Undertaking,
    UndertakingKind,
)
from communique.read.analysis import Analysis, Token
from communique.read.gifts import Gift, gift_of
from communique.read.joint import is_joint, joint_authors
from communique.read.parties import find_parties
from communique.read.people import Cast
from communique.read.topics import topics_of
from communique.read.undertaking_course import Course, course_of
from communique.read.undertaking_names import heads, name_of
from communique.read.undertaking_proper import signed_at
from communique.read.undertaking_signs import is_undertaking
from communique.read.undertaking_status import status_of
from communique.read.undertaking_terms import Setting, due_of
from communique.read.undertaking_unlisted import kind_by_deed
from communique.read.undertaking_words import words

_OPENING = 3  # sentences that say what a report is about
_ACRONYMS = 2  # words that a name wholly in capitals may have


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
    found = [reader.undertaking(token, kind) for token, kind in heads(analysis)]
    return _fullest(_outermost([named for named in found if named is not None], analysis))


@dataclass(frozen=True, slots=True)
class _Named:
    """An undertaking with the place of its name."""

    undertaking: Undertaking
    name: Span


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of one report while its undertakings are read."""

    analysis: Analysis
    cast: Cast
    report: Report
    statements: tuple[Statement, ...]
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]

    def undertaking(self, token: Token, known: UndertakingKind | None) -> _Named | None:
        """The undertaking that a noun names, or None where it names none or no party is plain."""
        name = name_of(self.analysis, token, self.dates)
        course = course_of(self.analysis, token, name, self.statements)
        text = name.of(self.analysis.text)
        kind = _kind(text, token, known, course) if known else kind_by_deed(self.analysis, token, course, name)
        if any(date.evidence.span.covers(Span(token.start, token.end)) for date in self.dates):
            return None  # "over the coming *days*"
        if text.isupper() and len(text.split()) > _ACRONYMS:
            return None  # a heading in capitals
        if kind is None or (known and not is_undertaking(self.analysis, token, kind, course, name)):
            return None
        span = self._span(token, course, name)
        parties = self._parties(name, span, course)
        if not parties or parties == (self.cast.issuer_party,) or self._is_domestic(span):
            return None  # what one side does at home
        status = status_of(self.analysis, token, kind, course)
        given = gift_of(self.analysis, token, name, course, self.cast, self.figures) if kind == "delivery" else Gift()
        setting = Setting(self.dates, self.report.published)
        undertaking = Undertaking(
            kind=kind,
            name=text,
            parties=parties,
            status=status,
            evidence=Evidence(self.report.id, span.start, span.end, span.of(self.analysis.text)),
            due=due_of(self.analysis, token, name, course, (kind, status), setting),
            figures=tuple(f.value for f in self.figures if f.value is not None and span.covers(f.evidence.span)),
            topics=topics_of(span.of(self.analysis.text)),
            giver=given.giver,
            presenter=given.presenter,
            recipient=given.recipient,
            worth=given.worth,
            currency=given.currency,
        )
        return _Named(undertaking, name)

    def _span(self, token: Token, course: Course, name: Span) -> Span:
        """The clause that tells of it, without its subject; where no verb governs it, its phrase."""
        phrase = self.analysis.phrase(token.index, "conj")
        whole = Span(min(phrase.start, name.start), max(phrase.end, name.end))
        clause = next((step.clause for step in course.steps if step.clause is not None), None)
        if clause is None or clause.sentence != token.sentence:
            return whole
        own = self.analysis.phrase(clause.predicate, "conj", "advcl", "parataxis", "nsubj", "ccomp", "punct", "mark")
        return Span(min(own.start, whole.start), max(own.end, whole.end))

    def _parties(self, name: Span, span: Span, course: Course) -> tuple[str, ...]:
        """The parties that the name gives, else those who speak and are addressed or who act, and the report's sides.
        Of more than two sides, those who act together act for themselves."""
        elsewhere = signed_at(name.of(self.analysis.text))
        named = tuple(party for party in self.cast.parties_in(name) if party not in elsewhere)
        if len(named) > 1:
            return named
        around = course.statement
        told = (*around.speaker_parties, *around.addressee_parties) if around else self._acting(course)
        sides = self._sides()
        if self._stand_apart(told, sides, around is not None):
            sides = ()
        found = tuple(dict.fromkeys((*named, *told, *sides)))
        if len(found) < 2:
            found = tuple(dict.fromkeys((*found, *self.cast.parties_in(span))))
        return self._with_place(found, name) if len(found) < 2 and self.cast.several else found

    def _stand_apart(self, told: tuple[str, ...], sides: tuple[str, ...], spoken: bool) -> bool:
        """Whether those who are told of act for themselves alone: somebody else, or some of more than two sides."""
        if len(sides) > 2:
            return len(set(told)) > 1 and set(told) != set(self.cast.main_parties)
        return not spoken and not set(told) <= set(sides)

    def _with_place(self, found: tuple[str, ...], name: Span) -> tuple[str, ...]:
        """Of a round of several countries the one that the sentence is about: "*In Fiji*, the delegation opened …"."""
        sentence = self.analysis.sentence_at(name.start)
        about = self.cast.parties_in(sentence.span) if sentence is not None else ()
        issuer = (self.cast.issuer_party,) if self.cast.issuer_party and about else ()
        return tuple(dict.fromkeys((*found, *about, *issuer)))

    def _acting(self, course: Course) -> tuple[str, ...]:
        """Who does it, where the report tells it without anybody's words: "*Fiji and Peru* launched …"."""
        clause = next((step.clause for step in course.steps if step.clause is not None and step.clause.subject), None)
        if clause is None or clause.subject is None or clause.voice == "passive":
            return ()
        acting = self.cast.resolve(clause.subject).parties
        row = self.cast.parties_in(self.analysis.phrase(clause.subject, "acl")) if len(acting) > 1 else ()
        return tuple(dict.fromkeys((*acting, *row)))

    def _sides(self) -> tuple[str, ...]:
        """The parties that a report is about: those who make a joint statement, else the two that are named where it
        opens, or for whom somebody speaks or stands. A country that is only named somewhere is no side."""
        opening = [sentence.span.of(self.analysis.text) for sentence in islice(self.analysis.prose(), _OPENING)]
        together = joint_authors(self.report)
        if together or is_joint(self.report):
            listed = tuple(dict.fromkeys(mention.code for mention in find_parties(opening[0] if opening else "")))
            return together if len(together) > 1 else listed
        present = {mention.code for mention in find_parties(" ".join((self.report.title or "", *opening)))}
        present |= {party for person in self.cast.people if (party := self.cast.party_of(person.name))}
        present |= {party for said in self.statements for party in said.speaker_parties if not said.joint}
        main = set(self.cast.main_parties)
        facing = {mention.code for mention in find_parties(self.report.title or "")} - {self.cast.issuer_party}
        two = len(main) == 2 and (not self.cast.several or (bool(facing) and facing <= main))
        return self.cast.main_parties if two and main <= present else ()

    def _is_domestic(self, span: Span) -> bool:
        """ "400 schools *at home* under its national programme": only one side has to do with it."""
        told = span.of(self.analysis.text).lower()
        return len(self.cast.parties_in(span)) < 2 and any(phrase in told for phrase in words().domestic)


def _kind(text: str, token: Token, kind: UndertakingKind, course: Course) -> UndertakingKind:
    """The noun's kind, unless its name or what is done with it says another."""
    lowered = text.lower()
    if course.deed == "give" and token.lemma.lower() in words().apparatus:
        return "delivery"
    if lowered.startswith(("exchange of notes", "exchange of letters")):
        return "document"
    before, _, _ = lowered.partition(token.lower)
    named = token.lower == "plan" and text[0].isupper() and not before.rstrip().endswith(("action", "work"))
    if named and course.deed not in {"sign", "conclude"}:
        return "programme"
    return kind


def _outermost(named: list[_Named], analysis: Analysis) -> list[_Named]:
    """What is named only inside another's name ("memorandum on *maritime training*") is no undertaking of its own,
    unless it is one that is known by name: then the document about it ends before it."""
    kept: list[_Named] = []
    for item in named:
        around = [o for o in named if o is not item and o.name.covers(item.name) and o.name != item.name]
        if not around or all(_is_about(outer, item, analysis) for outer in around):
            kept.append(item)
    return [_cut_before(item, kept, analysis) for item in kept]


def _is_about(outer: _Named, inner: _Named, analysis: Analysis) -> bool:
    """A paper signed about a known project: "the exchange of notes on *the scholarship project*"."""
    head = analysis.head_of(inner.name)
    papers = outer.undertaking.kind == "document" and inner.undertaking.kind in {"project", "programme"}
    return papers and head is not None and any(t.lower == "the" for t in analysis.dependents(head.index, "det"))


def _cut_before(item: _Named, kept: list[_Named], analysis: Analysis) -> _Named:
    inner = [o.name.start for o in kept if o is not item and item.name.covers(o.name) and o.name != item.name]
    if not inner:
        return item
    before = [t for t in analysis.between(item.name.start, min(inner)) if t.upos not in {"DET", "ADP", "SCONJ"}]
    name = Span(item.name.start, before[-1].end)
    return _Named(replace(item.undertaking, name=name.of(analysis.text)), name)


def _fullest(found: list[_Named]) -> tuple[Undertaking, ...]:
    """One undertaking for each name: a shorter name whose words all stand in a longer one of its kind is the same."""
    kept: list[Undertaking] = []
    for undertaking in (item.undertaking for item in found):
        mine = set(undertaking.name.lower().split())
        twin = next((i for i, other in enumerate(kept) if _same(mine, undertaking, other)), None)
        if twin is None:
            kept.append(undertaking)
        elif _fullness(undertaking) > _fullness(kept[twin]):
            kept[twin] = undertaking
    return tuple(sorted(kept, key=lambda u: u.evidence.start))


def _fullness(undertaking: Undertaking) -> tuple[int, bool]:
    """How much a mention tells: the longer name, else what it is worth."""
    return len(undertaking.name), undertaking.worth is not None


def _same(mine: set[str], a: Undertaking, b: Undertaking) -> bool:
    others = set(b.name.lower().split())
    return a.kind == b.kind and (mine <= others or others <= mine)
