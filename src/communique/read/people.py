"""The people of one report, and whom each phrase of it refers to: names, titles alone, pronouns, sides, states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.model import Evidence, Office, Person, Report, Span
from communique.read.analysis import Analysis, Token
from communique.read.denoted import Denoted
from communique.read.drafts import Draft, join_names
from communique.read.issuers import issuer_party
from communique.read.listed_people import listed_people
from communique.read.mentions import NameMention, NameSearch
from communique.read.nationality import assign_parties, revise, title_party
from communique.read.offices import canonical_office, office_words
from communique.read.parties import PartyMention, find_parties
from communique.read.reference import Walk
from communique.read.setting import Setting
from communique.read.sides import Sides

_LED_BY = re.compile(r"\s*,?\s*(?:which (?:was|is) )?(?:led|headed) by ")
_SUFFIXES = frozenset({"jr.", "sr.", "jr", "sr"})  # behind a name; the parse may make one the head


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a phrase denotes: people by name, parties by code; `group` where it is several sides together."""

    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    group: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.parties)


@dataclass(frozen=True)
class Cast:
    """The people of a report, its parties, and what its phrases denote; `host` is the party on whose ground it is."""

    people: tuple[Person, ...]
    issuer_party: str | None
    main_parties: tuple[str, ...]
    analysis: Analysis
    sides: Sides
    denoted: dict[int, Denoted]
    relatives: dict[int, int]
    represented: dict[str, str]
    host: str | None = None
    several: bool = False  # whether more than two parties carry weight
    listed: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # token to people of one printed list

    def country_of(self, name: str) -> str | None:
        """The state that a person represents, by `Person.name`."""
        return next((person.country for person in self.people if person.name == name), None)

    def party_of(self, name: str) -> str | None:
        """The party that a person represents: the state, or the organisation ("EU")."""
        return self.represented.get(name)

    def parties_in(self, span: Span) -> tuple[str, ...]:
        """Parties named within a span, each once, in order; a capital that is a place ("in Hanoi") is left out."""
        return self.sides.parties_in(span)

    def resolve(self, index: int) -> Referent:
        """Whom the noun phrase with a token as its head denotes, with what is coordinated with it."""
        heads = [token for token in self._coordinated(index) if token.upos not in {"VERB", "AUX"}]
        found = [self._one(token.index) for token in heads or [self.analysis.tokens[index]]]
        return _joined([part for part in (*found, *self._in_list(index)) if part])

    def _in_list(self, index: int) -> Iterator[Referent]:
        """The others of "A, B and C", each with his party."""
        for person in self.listed.get(index, ()):
            party = self.represented.get(self.people[person].name)
            yield Referent((self.people[person].name,), (party,) if party else ())

    def _coordinated(self, index: int) -> tuple[Token, ...]:
        """A token with all that is coordinated with it, however the parse chains it ("A, B and C")."""
        first, *rest = self.analysis.conjuncts(index)
        return (first, *(token for part in rest for token in self._coordinated(part.index)))

    def resolve_span(self, span: Span) -> Referent:
        """Whom a stretch of text denotes: what its head denotes, together with coordinated heads inside it."""
        tokens = self.analysis.between(span.start, span.end)
        if not tokens:
            return Referent()
        inside = {token.index for token in tokens}
        heads = [t for t in tokens if t.head not in inside or t.head == t.index or t.deprel == "conj"]
        found = [part for token in heads if (part := self._one(token.index))]
        return _joined(found) if found else next((p for t in tokens if (p := self._one(t.index))), Referent())

    def _one(self, index: int) -> Referent:
        index = self.relatives.get(index, index)
        if self.analysis.tokens[index].lower in _SUFFIXES:
            index = next((t.index for t in self.analysis.dependents(index, "compound", "flat")), index)
        known = self.denoted.get(index)
        if known is not None:
            names = tuple(self.people[person].name for person in known.people)
            return Referent(names, known.parties, known.group)
        return self._party_phrase(self.analysis.tokens[index])

    def _party_phrase(self, token: Token) -> Referent:
        """A state, a side, a ministry; with its leader where it is "the delegation led by X"."""
        return Referent(self._led_by(token), self.sides.of(token))

    def _led_by(self, token: Token) -> tuple[str, ...]:
        match = _LED_BY.match(self.analysis.text, token.end)
        if not match or token.lower not in office_words().party_heads:
            return ()
        leader = next(
            (t for t in self.analysis.between(match.end(), match.end() + 160) if t.index in self.denoted),
            None,
        )
        known = self.denoted.get(leader.index) if leader else None
        return tuple(self.people[p].name for p in known.people) if known else ()


def _joined(parts: list[Referent]) -> Referent:
    people = tuple(dict.fromkeys(name for part in parts for name in part.people))
    parties = tuple(dict.fromkeys(code for part in parts for code in part.parties))
    return Referent(people, parties, any(part.group for part in parts) or len(parties) > 1)


def read_cast(analysis: Analysis, report: Report) -> Cast:
    """The people of a report and a resolver for its phrases.

    People are found by title, form of address, apposed office and the model's name tagger together; short forms are
    joined to full names; the party of each is read from the title or inferred (`Person.country_inferred`).
    """
    search = NameSearch(analysis)
    drafts = join_names(_all_mentions(search), analysis.text)
    issuer = issuer_party(report)
    setting = assign_parties(drafts, report, search.parties, issuer)
    host = _host_party(analysis, report, search.parties, setting)
    walk = Walk(analysis, drafts, search.parties, setting, host)
    walk.run()
    if revise(drafts, analysis.text, setting, walk.side_before):
        walk = Walk(analysis, drafts, search.parties, setting, host)
        walk.run()
    return Cast(
        people=tuple(_person(draft, k, walk, report) for k, draft in enumerate(drafts)),
        issuer_party=issuer,
        main_parties=setting.main,
        analysis=analysis,
        sides=walk.sides,
        denoted=walk.denoted,
        relatives=walk.relatives(),
        represented={draft.name: draft.party for draft in drafts if draft.party},
        host=host,
        several=setting.several,
        listed=listed_people(analysis, drafts),
    )


def _all_mentions(search: NameSearch) -> tuple[NameMention, ...]:
    full = search.full_mentions()
    known = frozenset(part for m in full for word in m.words for part in (word, *word.split("-")) if len(part) > 1)
    return full + search.short_mentions(known, full)


def _host_party(analysis: Analysis, report: Report, mentions: tuple[PartyMention, ...], setting: Setting) -> str | None:
    """The party on whose ground the report's main occasion takes place: of the first capital that the lead names as
    a place, else of the dateline, else of the first such capital later on, else the issuer's."""
    lead = next((s.end for s in analysis.prose()), 0)
    capitals = [m for m in mentions if m.place]
    dateline = [m.code for m in find_parties((report.dateline or "").title())]
    placed = [m.code for m in capitals if m.span.end <= lead] + dateline + [m.code for m in capitals]
    return next((code for code in placed if code in setting.main), setting.issuer)


def _person(draft: Draft, index: int, walk: Walk, report: Report) -> Person:
    text = walk.analysis.text
    spans = [m.whole for m in draft.mentions] + [d.span for person, d in walk.described if person == index]
    spans += [m.after.span for m in draft.mentions if m.after and m.after.offices]
    evidence = tuple(_evidence(report, span) for span in sorted(spans))
    offices = tuple(
        Office(title, canonical_office(title), _office_party(title, draft)) for title in draft.offices(text)
    )
    return Person(draft.name, draft.state, offices, evidence, evidence[0], draft.inferred)


def _office_party(title: str, draft: Draft) -> str | None:
    return title_party(title) or draft.party


def _evidence(report: Report, span: Span) -> Evidence:
    return Evidence(report.id, span.start, span.end, span.of(report.text))
