"""Encounters: the occasions on which parties meet or communicate, one for each occasion however often it is told.

An occasion is a verb that is one ("met", "received") or a noun that names one ("talks", "state visit") under a verb
that holds it. Its participants, date and place come from its stretch of the sentence; tellings of one occasion are
then joined.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.model import DateExpression, Encounter, Evidence, Report, Span
from communique.read.analysis import Analysis
from communique.read.encounter_company import Companion, heads_of_delegation, present_at_large, travellers_at_large
from communique.read.encounter_days import Calendar
from communique.read.encounter_joining import Told, joined, with_company, with_main, with_travellers
from communique.read.encounter_parts import invited_by, larger_occasion, parts_of
from communique.read.encounter_places import Places
from communique.read.encounter_sides import is_to_own_people, side_of, who_took_part
from communique.read.encounter_speakers import speakers_at
from communique.read.encounter_status import is_moved, is_only_wished, is_ruled_out, status_of
from communique.read.encounter_where import with_places
from communique.read.occasion_partners import is_community
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast, Referent
from communique.read.stretch import ahead
from communique.read.telling import Telling

# What a report names without day or people may be a body or a process ("its accession talks with the WTO").
_NEEDING = {"meeting", "consultation", "summit", "call"}
_OF_OFFICIALS = {"consultation", "summit", "donation"}
_IN_PERSON = {"attend", "chair", "co-chair", "head", "lead", "address", "participate", "take", "join"}
_DUE = {"due", "schedule", "expect", "set", "slate", "plan"}
_SIDES = {"side", "party", "country", "government", "nation"}


@dataclass(frozen=True, slots=True)
class Gathering:
    """People of several parties told to have come together, at a character offset of the report, or of one party who
    met their own people. `named` is false where those of one party alone are named ("met senior Israeli officials")."""

    at: int
    people: tuple[str, ...]
    parties: tuple[str, ...]
    named: bool = True


def read_encounters(
    analysis: Analysis, cast: Cast, report: Report, dates: tuple[DateExpression, ...], told: tuple[Telling, ...]
) -> tuple[Encounter, ...]:
    """Every occasion told in the report, in the order of the text, the one that it is about marked as `main`."""
    calendar, places = Calendar(analysis, dates, report), Places(analysis, report, told)
    sentences = frozenset(telling.head.sentence for telling in told)
    own = {party for telling in told for party in _own_people(analysis, cast, telling)}
    present = present_at_large(analysis, cast, sentences)
    found = [
        Told(encounter, telling)
        for telling in told
        if (encounter := _encounter(analysis, cast, calendar, places, telling, present, own)) is not None
    ]
    marked = with_main(joined(found), calendar.of_the_news(), cast)
    full = tuple(_in_full(analysis, cast, encounter, present) for encounter in marked)
    travelled = with_travellers(tuple(filter(_is_told, full)), travellers_at_large(analysis, cast, sentences))
    spoken = tuple(_with_speakers(analysis, cast, dates, one, travelled) for one in travelled)
    return _once(with_places(spoken, places.filed_from(), calendar.of_the_news(), cast))


def _once(encounters: tuple[Encounter, ...]) -> tuple[Encounter, ...]:
    """Each occasion once: what the same words tell of the same people, place and days ("a meeting and lunch")."""
    found: dict[Encounter, Encounter] = {}
    for encounter in encounters:
        bare = replace(encounter, main=False)
        if bare not in found or encounter.main:
            found[bare] = encounter
    return tuple(found.values())


def _with_speakers(
    analysis: Analysis,
    cast: Cast,
    dates: tuple[DateExpression, ...],
    encounter: Encounter,
    told: tuple[Encounter, ...],
) -> Encounter:
    """The occasion that the report is about, with those who are told to have spoken there."""
    if not encounter.main:
        return encounter
    others = tuple(other for other in told if other is not encounter)
    return with_company(encounter, speakers_at(analysis, cast, dates, encounter, others), "present")


def _is_told(encounter: Encounter) -> bool:
    """A signing that somebody says will come, at no time, is no occasion yet."""
    return not (encounter.type == "ceremony" and encounter.status == "planned" and encounter.start is None)


def _in_full(analysis: Analysis, cast: Cast, encounter: Encounter, present: tuple[Companion, ...]) -> Encounter:
    """The chief occasion with those who are told elsewhere to have been present; a consultation with those who headed
    a side."""
    if encounter.status != "held":
        return encounter
    if encounter.type == "consultation" and len({cast.party_of(name) for name in encounter.participants}) < 2:
        heads = heads_of_delegation(analysis, cast)
        encounter = with_company(encounter, tuple(n for n in heads if cast.party_of(n) in encounter.parties))
    if encounter.main and encounter.type != "visit":
        encounter = with_company(encounter, tuple(one.name for one in present), "present")
    return encounter


def gatherings(analysis: Analysis, cast: Cast, told: tuple[Telling, ...]) -> tuple[Gathering, ...]:
    """Who came together, telling by telling: what "they", "both sides" and "the leaders" refer back to."""
    found: list[Gathering] = []
    for telling in told:
        people, parties = who_took_part(analysis, cast, telling, None)
        if found and _is_recalled(analysis, telling):
            continue
        sides = {cast.party_of(name) for name in people}
        if len(people) > 1 and len(parties) > 1 and (len(sides) > 1 or None in sides):
            found.append(Gathering(telling.head.start, people, parties))
        elif own := _own_people(analysis, cast, telling):
            found.append(Gathering(telling.head.start, people, own))
        elif people and len(parties) > 1 and telling.type in {"meeting", "call"}:
            found.append(Gathering(telling.head.start, people, parties, named=False))
    return tuple(found)


def _is_recalled(analysis: Analysis, telling: Telling) -> bool:
    """ "thanked him for *last Monday's call between the two presidents*": not those who "they" are from here on."""
    if telling.is_verb or telling.clause is not None:
        return False
    return analysis.preposition(telling.head.index) in {"for", "on", "of", "since", "from"} or telling.earlier


def _own_people(analysis: Analysis, cast: Cast, telling: Telling) -> tuple[str, ...]:
    """The one party of those who met: "the President met *Vietnamese people living in Peru*"."""
    if telling.type != "meeting":
        return ()
    sides = [_community(analysis, cast, index) or side_of(analysis, cast, index) for index in telling.sides]
    parties = {party for side in sides for party in side.parties}
    among = len(sides) > 1 and all(side.parties for side in sides) and not all(side.people for side in sides)
    return tuple(parties) if among and len(parties) == 1 else ()


def _community(analysis: Analysis, cast: Cast, index: int) -> Referent:
    """ "members of the *Kenyan* community in Peru": of the party named first."""
    named = cast.parties_in(analysis.phrase(index, "conj")) if is_community(analysis, analysis.tokens[index]) else ()
    return Referent((), named[:1])


def _encounter(
    analysis: Analysis,
    cast: Cast,
    calendar: Calendar,
    places: Places,
    telling: Telling,
    present: tuple[Companion, ...],
    own: set[str],
) -> Encounter | None:
    if _is_repeated(analysis, telling) or _was_to_be(analysis, telling) or is_ruled_out(analysis, telling):
        return None
    moved = is_moved(analysis, telling)
    start, end = calendar.moved_to(telling) if moved else calendar.of(telling)
    if start is None and end is None:
        start, end = calendar.closing(telling, calendar.of_the_news()[1])
    status = status_of(analysis, telling, start, calendar.published)
    if status == "planned" and start is None and end is None and not moved and is_only_wished(analysis, telling):
        return None
    place = places.of(telling)
    home = place.country or (places.home_of(telling) if telling.type == "summit" else None)
    people, parties = who_took_part(analysis, cast, telling, home)
    if place.text is None and telling.type not in {"call", "visit"}:
        place = places.near(telling, parties)
    if telling.type == "visit" and telling.is_verb and len({cast.party_of(name) for name in people}) > 1:
        return None  # hosts and guests travel on together: no journey to another country
    if status == "held" and _is_of_the_lead(analysis, telling):
        parties = _with_listed(cast, people, parties, present)
    to_own = telling.type == "donation" and is_to_own_people(analysis, cast, telling, own)
    parties = parties[:1] if to_own else parties
    if len(parties) < 2 and not (telling.type == "summit" and parties) and not to_own:
        return None
    if telling.clause is None and start is None and end is None and not people and telling.type in _NEEDING:
        return None
    span = _span(analysis, telling)
    return Encounter(
        type=telling.type,
        status=status,
        parties=parties,
        participants=() if status == "planned" and _is_of_sides(analysis, cast, telling) else people,
        evidence=Evidence(calendar.report_id, span.start, span.end, span.of(analysis.text)),
        subtype=telling.subtype,
        start=start,
        end=end,
        place=place.text,
        place_country=place.country,
        location=place.location,
        parts=tuple(part for part in parts_of(analysis, cast, telling) if part.name in people),
        within=larger_occasion(analysis, telling),
        invited_by=invited_by(analysis, cast, telling),
    )


def _is_repeated(analysis: Analysis, telling: Telling) -> bool:
    """ "officials hold consultations *every six months*": no single occasion."""
    near = (analysis.tokens[i] for i in ahead(analysis, telling.head.index))
    return any(token.lower == "every" for token in near)


def _was_to_be(analysis: Analysis, telling: Telling) -> bool:
    """ "The visit *was to have taken place* in June": it was not held."""
    clause = telling.clause
    token = analysis.tokens[clause.predicate] if clause is not None else telling.head
    above = analysis.tokens[token.head]
    helped = any(t.lemma == "have" and t.form == "inf" for t in analysis.dependents(token.index, "aux"))
    return helped and token.deprel == "xcomp" and above.lower in {"was", "were"}


def _is_of_the_lead(analysis: Analysis, telling: Telling) -> bool:
    """ "The President *hosted a call with allies* …": what the report is about, whose other sides it lists later."""
    lead = next(analysis.prose(), None)
    return telling.type in {"meeting", "call"} and lead is not None and lead.index == telling.head.sentence


def _with_listed(
    cast: Cast, people: tuple[str, ...], parties: tuple[str, ...], present: tuple[Companion, ...]
) -> tuple[str, ...]:
    """The parties of an occasion of which only one side is named at once, with those of the others listed later."""
    own = tuple(dict.fromkeys(party for name in people if (party := cast.party_of(name))))
    listed = (party for one in present if (party := cast.party_of(one.name)))
    others = tuple(dict.fromkeys(party for party in listed if party not in own))
    if len(own) != 1 or not others:
        return parties
    return (*own, *others) if len(others) > 1 else tuple(dict.fromkeys((*parties, *others)))


def _is_of_sides(analysis: Analysis, cast: Cast, telling: Telling) -> bool:
    """Whether states will hold an occasion, not those who speak for them today ("*both sides* agreed to hold …")."""
    by_sides = any(analysis.tokens[index].lemma.lower() in _SIDES for index in telling.sides)
    if telling.type in {"consultation", "summit"} and _goes_in_person(analysis, cast, telling):
        return False
    if telling.type == "consultation" and _are_named(analysis, cast, telling):
        return False
    return telling.type in _OF_OFFICIALS or (by_sides and not telling.is_verb)


def _are_named(analysis: Analysis, cast: Cast, telling: Telling) -> bool:
    """ "*Belov* will hold consultations with *Rivas*": people of two parties, each by name."""
    named = [index for index in telling.sides if analysis.tokens[index].upos == "PROPN"]
    people = {name for index in named for name in cast.resolve(index).people}
    return len({cast.party_of(name) for name in people}) > 1


def _goes_in_person(analysis: Analysis, cast: Cast, telling: Telling) -> bool:
    """ "The two ministers *will co-chair* the commission", "the Prime Minister *is due to attend* the summit"."""
    clause = telling.clause
    if clause is None or clause.lemma not in _IN_PERSON or clause.subject is None:
        return False
    above = analysis.tokens[analysis.tokens[clause.predicate].head]
    due = above.lemma.lower() in _DUE and analysis.tokens[clause.predicate].deprel == "xcomp"
    return (clause.modality == "will" or due) and bool(cast.resolve(clause.subject).people)


def _span(analysis: Analysis, telling: Telling) -> Span:
    """The words that tell an occasion: the clause of its verb, or the phrase of its noun."""
    head, clause = telling.head, telling.clause
    phrase = analysis.phrase(head.index, "conj", "acl:relcl", "appos", "case")
    if clause is None or (clause.predicate != head.index and clause.lemma not in occasion_words().holding):
        return phrase
    own = analysis.phrase(clause.predicate, "conj", "advcl", "parataxis", "cc", "mark", "ccomp", "punct", "xcomp")
    return own if own.start <= head.start < own.end else phrase
