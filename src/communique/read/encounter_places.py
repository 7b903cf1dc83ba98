"""Where occasions are: the place that a telling prints, and the state that it lies in."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from string import capwords

from communique.model import Place, Report, Span
from communique.read.analysis import Analysis, Token
from communique.read.occasion_kinds import noun_type
from communique.read.occasion_words import occasion_words
from communique.read.parties import PartyMention, find_parties
from communique.read.places import find
from communique.read.places.gazetteer import gazetteer
from communique.read.places.resolve import place_of, resolve_places
from communique.read.stretch import ahead
from communique.read.telling import Telling, is_of_the_calendar

_LEFT_OUT = ("acl", "acl:relcl", "conj", "appos", "case", "cc", "nmod", "det", "punct", "mark", "advmod")
_DAY_BEHIND = re.compile(rf",? (?:on )?(?:{'|'.join(calendar.day_name)})$")  # "at the State Palace, *Thursday*"
_JOINING = re.compile(r",? (?:in )?(?:the )?(?:capital )?")  # "at the State Palace *in* Riga"
_OF_NAMES = {
    "republic",
    "kingdom",
    "state",
    "states",
    "federation",
    "city",
    "province",
    "gulf",
}  # "the *Republic* of Korea"
_NEAR = 3  # tokens at most between a verb and its "here"
_LEADING = {"in", "at", "outside", "near"}
_KINDS = frozenset({"capital", "city", "town", "port", "village", "resort", "suburb", "district", "province", "county"})
_TITLE_BEHIND = re.compile(r", (?:Dr|Mr|Mrs|Ms|H\.E)\.?$")  # "In East Africa, *Dr.* X met …"
_KIND_BEFORE = re.compile(rf"^(?:{'|'.join(sorted(_KINDS))}) (?=[A-Z])")  # "the *capital* Riga"
_SEATS = {"white house"}  # a town of Tennessee, and no town of a readout
_LONGEST = 7  # tokens between "in" and the name in "in the old northern port city of Riga"


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an occasion is told to be: the words, the country that they name or that the place lies in, and which
    place of the world it is."""

    text: str | None = None
    country: str | None = None
    location: Place | None = None


class Places:
    """The places of one report's occasions; names that several places have are told apart by the others."""

    def __init__(self, analysis: Analysis, report: Report, told: tuple[Telling, ...]) -> None:
        self._analysis, self._report = analysis, report
        spans = tuple(self._span(telling.place) for telling in told if telling.place is not None)
        self._known = find.Places(analysis, report, spans)
        self._starting = {span.start: span for span in self._known.spans}

    def of(self, telling: Telling) -> Venue:
        """The place of a telling; "here" is the place that the report was filed from."""
        if telling.place is None:
            return self._here(telling)
        span = self._span(telling.place)
        people = [name.span for name in self._analysis.names if name.type == "person" and span.covers(name.span)]
        if not people or people[0].start == span.start:
            return self._venue_at(span)
        before = (s for s in self._known.spans if span.covers(s) and s != span and s.end <= people[0].start)
        town = next(before, None)  # "the office in *Vienna* Director-General X"
        return self._venue_at(town) if town is not None else Venue()

    def near(self, telling: Telling, parties: tuple[str, ...]) -> Venue:
        """The place that the stretch of a telling prints, whatever the parse hung it from: one hung from a thing
        ("a labour agreement *in Riga*") is taken where it is a town of one of the parties."""
        heads = {telling.head.index} | ({telling.clause.predicate} if telling.clause is not None else set())
        leading = _LEADING | ({"to"} if telling.head.lemma == "welcome" else set())
        for head in sorted(heads, reverse=True):
            for index in ahead(self._analysis, head):
                if self._analysis.tokens[index].lower not in leading:
                    continue
                name = self._town_behind(index) or self._house_behind(index)
                if name is None:
                    continue
                venue = self._venue_at(name)
                if self._is_of(telling, name, venue, parties):
                    return venue
        return Venue()

    def _town_behind(self, preposition: int) -> Span | None:
        """The town or state named behind "in": "in *Riga*", "in the capital *Riga*", "in the port city of *Riga*"."""
        for token in self._analysis.tokens[preposition + 1 : preposition + 1 + _LONGEST]:
            named = self._starting.get(token.start)
            if is_of_the_calendar(token):
                return None
            if named is not None:
                return named if self._known.of(named) is not None else None
            if token.upos not in {"DET", "ADJ", "ADV"} and token.lemma.lower() not in _KINDS and token.lower != "of":
                return None
        return None

    def _house_behind(self, preposition: int) -> Span | None:
        """The house named behind "at": "at the *Federal Chancellery*"."""
        tokens = self._analysis.tokens
        first: Token | None = None
        for token in tokens[preposition + 1 : preposition + 1 + _LONGEST]:
            if token.upos == "DET" and first is None:
                continue
            first = first or token
            if not token.text[:1].isupper() and token.lower != "of":
                return None
            following = tokens[min(token.index + 1, len(tokens) - 1)]
            named = token.lemma.lower() in occasion_words().houses and not following.text[:1].isupper()
            if named and following.lower != "of":
                return Span(first.start, token.end)
        return None

    def _venue_at(self, name: Span) -> Venue:
        """What a name means; a house with the town printed behind it: "State House, *Nairobi*"."""
        text, place = self._analysis.text, self._known.of(name)
        if place is None:
            behind = next((s for s in self._known.spans if s.start >= name.end), None)
            if behind is not None and _JOINING.fullmatch(text[name.end : behind.start]):
                return _venue(" ".join(text[name.start : behind.end].split()), self._known.of(behind))
        return _venue(name.of(text), place)

    def _is_of(self, telling: Telling, name: Span, venue: Venue, parties: tuple[str, ...]) -> bool:
        """Whether a place printed in the stretch of a telling is the telling's."""
        analysis, own = self._analysis, {telling.head.index, *telling.sides}
        own |= {telling.clause.predicate} if telling.clause is not None else set()
        inside = analysis.between(name.start, name.end)
        token = inside[-1] if inside else telling.head
        while token.index not in own:
            passed = noun_type(analysis, token) is not None or token.lemma.lower() in (_KINDS | occasion_words().larger)
            passed = passed or (token.deprel == "acl" and token.lemma in occasion_words().holding)
            if not (name.covers(token.span) or passed):
                of_affairs = token.lemma.lower() in occasion_words().affairs or token.upos not in {
                    "NOUN",
                    "PROPN",
                    "ADJ",
                }
                town = venue.location is not None and venue.location.precision == "city"
                return town and not of_affairs and venue.country in parties
            if token.head == token.index:
                return False
            token = analysis.tokens[token.head]
        return True

    def _here(self, telling: Telling) -> Venue:
        near = ahead(self._analysis, telling.head.index)[:_NEAR]
        here = any(self._analysis.tokens[i].lower == "here" for i in near)
        return self.filed_from() if here else Venue()

    def filed_from(self) -> Venue:
        """The place of the report's dateline."""
        dateline = self._report.dateline
        if not dateline:
            return Venue()
        return _venue(capwords(dateline) if dateline.isupper() else dateline, self._known.filed_from)

    def home_of(self, telling: Telling) -> str | None:
        """The state of the town that a conference is named after: "the *Antalya* Diplomacy Forum"."""
        for token in self._analysis.subtree(telling.head.index):
            if (
                token.index < telling.head.index
                and token.deprel == "compound"
                and token.upos == "PROPN"
                and find.is_well_known(token.text)
            ):
                return resolve_country(self._analysis, token.span)
        return None

    def _span(self, index: int) -> Span:
        if self._analysis.tokens[index].lower in _OF_NAMES:
            named = self._analysis.dependents(index, "nmod")[:1]
            ends = [self._analysis.phrase(token.index, *_LEFT_OUT).end for token in named]
            own = self._analysis.phrase(index, *_LEFT_OUT)
            return Span(own.start, max([own.end, *ends]))
        return self._analysis.phrase(index, *_LEFT_OUT)


def _venue(text: str, place: Place | None) -> Venue:
    """The words with the place that they mean, unless they name another state themselves."""
    text = _KIND_BEFORE.sub("", _TITLE_BEHIND.sub("", _DAY_BEHIND.sub("", text)))
    named = _state_in(text if text != text.upper() else text.title())
    if named is None:
        return Venue(text, place.country if place is not None else None, place)
    fits = place is not None and place.country == named.code and place.name.lower() not in _SEATS
    if fits or named.form != "capital":
        return Venue(text, named.code, place if fits else None)
    seat = gazetteer().capital(named.code)  # "at the White House"
    return Venue(text, named.code, place_of(seat) if seat is not None else None)


def resolve_country(analysis: Analysis, span: Span) -> str | None:
    """The country of the place that a name means in its report."""
    place = resolve_places(analysis.text, [span])[0]
    return place.country if place is not None else None


def _state_in(text: str) -> PartyMention | None:
    return next((m for m in find_parties(text) if len(m.code) == 2 and m.code.isupper()), None)
