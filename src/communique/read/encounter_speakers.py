"""Those who are told to have spoken at what a report is about, though no sentence says that they were there: the
ambassador who "reported", the permanent secretary who "suggested"."""

from __future__ import annotations

from communique.model import DateExpression, Encounter
from communique.read.analysis import Analysis, Clause
from communique.read.cues import lexicon
from communique.read.encounter_days import carrier_of
from communique.read.people import Cast

_WHERE_ONE_SPEAKS = {"meeting", "call", "consultation", "ceremony", "donation"}
_TO_THE_PRESS = {
    "reporter",
    "journalist",
    "press",
    "media",
    "briefing",
    "newspaper",
    "agency",
    "interview",
    "parliament",
}
_OUTSIDE = ("spokes", "analyst", "expert", "professor", "opposition", "union", "witness", "commentator", "former")
_DAY = len("2026-01-14")


def speakers_at(
    analysis: Analysis, cast: Cast, dates: tuple[DateExpression, ...], chief: Encounter, others: tuple[Encounter, ...]
) -> tuple[str, ...]:
    """The people of an occasion's parties who say something in the report, and are told of no other occasion.

    Spokespeople and those who speak to the press or on another day are left out; so is everybody where the report
    names nobody who took part.
    """
    if chief.status != "held" or chief.type not in _WHERE_ONE_SPEAKS or not chief.participants:
        return ()
    if chief.type == "call" and len({cast.party_of(name) for name in chief.participants}) > 1:
        return ()  # both ends of the line are named
    elsewhere = {name for other in others for name in other.participants}
    prose = {sentence.index for sentence in analysis.prose()}
    found: list[str] = []
    for clause in analysis.clauses:
        if (
            clause.sentence not in prose
            or not _says(analysis, clause)
            or _is_of_another_day(analysis, dates, chief, clause)
        ):
            continue
        people = cast.resolve(clause.subject).people if clause.subject is not None else ()
        if len(people) == 1 and people[0] not in elsewhere and cast.party_of(people[0]) in chief.parties:
            found.extend(name for name in people if not _is_outside(cast, name))
    return tuple(dict.fromkeys(found))


def _says(analysis: Analysis, clause: Clause) -> bool:
    """Whether a clause tells that somebody said something, to others than the press."""
    said = clause.lemma in lexicon().verbs and clause.tense == "past" and clause.voice == "active"
    heard = [clause.object, clause.indirect_object, *(index for _, index in clause.obliques)]
    return said and not any(
        analysis.tokens[index].lemma.lower() in _TO_THE_PRESS for index in heard if index is not None
    )


def _is_of_another_day(analysis: Analysis, dates: tuple[DateExpression, ...], chief: Encounter, clause: Clause) -> bool:
    """ "*A day earlier*, she and X agreed …", "said *on Friday*" of Thursday's meeting."""
    sentence = analysis.sentences[clause.sentence].span
    for found in dates:
        day = found.value[:_DAY]
        if not sentence.covers(found.evidence.span) or len(day) != _DAY or day[4:5] != "-" or chief.start is None:
            continue
        after = day > (chief.end or chief.start) and carrier_of(analysis, found) == clause.predicate
        if day < chief.start or after:
            return True
    return False


def _is_outside(cast: Cast, name: str) -> bool:
    offices = next((person.offices for person in cast.people if person.name == name), ())
    return not offices or any(word in office.title.lower() for office in offices for word in _OUTSIDE)
