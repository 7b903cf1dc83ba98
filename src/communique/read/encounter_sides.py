"""Who took part in an occasion: its people and its parties."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Span
from communique.read.analysis import Analysis
from communique.read.encounter_company import companions, speaker_beside
from communique.read.parties import find_parties
from communique.read.people import Cast, Referent
from communique.read.stretch import people_back
from communique.read.telling import Telling

_PAIRED = {"consultation", "ceremony", "donation", "meeting", "call"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an occasion is told to be: the words, and the country that they name."""

    text: str | None = None
    country: str | None = None


def place_told(analysis: Analysis, telling: Telling) -> Place:
    """The place of a telling."""
    if telling.place is None:
        return Place()
    left_out = ("acl", "acl:relcl", "conj", "appos", "case", "cc", "nmod", "det", "punct")
    text = analysis.phrase(telling.place, *left_out).of(analysis.text)
    found = [mention.code for mention in find_parties(text) if len(mention.code) == 2 and mention.code.isupper()]
    return Place(text, found[0] if found else None)


def who_took_part(
    analysis: Analysis, cast: Cast, telling: Telling, country: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and parties of a telling; sides that it leaves out are the report's own, or the place's."""
    referents: list[Referent] = [
        cast.resolve_span(analysis.tokens[index].span) if index == telling.alone else cast.resolve(index)
        for index in telling.sides
    ]
    referents.append(_lost_subject(analysis, cast, telling))
    people = tuple(dict.fromkeys(name for referent in referents for name in referent.people))
    parties = tuple(dict.fromkeys(code for referent in referents for code in referent.parties))
    beside = speaker_beside(analysis, cast, telling, people)
    more = tuple(companion.name for companion in companions(analysis, cast, telling))
    people = _joined(people, (*beside, *more))
    parties = _joined(parties, _represented(cast, (*beside, *more)))
    return people, _completed(analysis, cast, telling, country, parties)


def _represented(cast: Cast, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party for name in people if (party := cast.party_of(name)) is not None)


def _lost_subject(analysis: Analysis, cast: Cast, telling: Telling) -> Referent:
    """The person told right before a verb for which the parse found no subject."""
    clause = telling.clause
    if clause is None or clause.voice == "passive":
        return Referent()
    if clause.subject is not None and (clause.subject == telling.head.index or cast.resolve(clause.subject)):
        return Referent()
    if analysis.tokens[clause.predicate].form != "fin":
        return Referent()
    before = people_back(analysis, cast, clause.predicate)
    return cast.resolve_span(analysis.tokens[before[0]].span) if before else Referent()


def _completed(
    analysis: Analysis, cast: Cast, telling: Telling, country: str | None, parties: tuple[str, ...]
) -> tuple[str, ...]:
    if (telling.type in {"consultation", "summit"} and telling.clause is None) or telling.named:
        parties = _joined(parties, cast.parties_in(_named_phrase(analysis, telling)))
    if telling.type == "donation" and len(parties) == 1:
        parties = _joined(parties, _recipients(analysis, telling, parties))
    if telling.type in {"visit", "donation", "summit"} and country and len(parties) < 2:
        parties = _joined(parties, (country,))
    if telling.type == "visit":
        return _of_a_journey(cast, telling, country, parties)
    both = cast.main_parties
    if telling.type in _PAIRED and len(both) == 2 and len(parties) < 2 and set(parties) <= set(both):
        parties = _joined(parties, both)
    return parties


def _of_a_journey(cast: Cast, telling: Telling, country: str | None, parties: tuple[str, ...]) -> tuple[str, ...]:
    """A journey is of one side to the other: of the report's sides, where one is not told."""
    both = cast.main_parties
    if len(both) != 2:
        return parties
    if not parties and (telling.place is not None or telling.clause is not None):
        return both
    if parties == (country,) and country is not None and not _goes(telling, cast):
        return _joined(tuple(party for party in both if party != country)[:1], parties)
    if len(parties) == 1 and country is None and (telling.clause is not None or telling.aside):
        return _joined(parties, both) if parties[0] in both else parties
    return parties


def _goes(telling: Telling, cast: Cast) -> bool:
    """Whether a side of the telling denotes a party."""
    return any(cast.resolve(index).parties for index in telling.sides)


def _joined(parties: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*parties, *more)))


def _named_phrase(analysis: Analysis, telling: Telling) -> Span:
    return analysis.phrase(telling.head.index, "acl", "acl:relcl", "conj", "appos")


def _recipients(analysis: Analysis, telling: Telling, givers: tuple[str, ...]) -> tuple[str, ...]:
    """The first other party named in the clause of a gift, or whose place it goes to ("via Port Sudan")."""
    phrase = analysis.phrase(telling.head.index, "nsubj", "conj", "ccomp", "advcl").of(analysis.text)
    return tuple(mention.code for mention in find_parties(phrase) if mention.code not in givers)[:1]
