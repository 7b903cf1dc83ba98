"""Tellings of one occasion joined into one encounter, the one that a report is about marked, days handed on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.model import Encounter, EncounterType, Part, ParticipantRole
from communique.read.encounter_company import Companion
from communique.read.encounter_days import Days, within
from communique.read.offices import is_head
from communique.read.people import Cast
from communique.read.telling import Telling

_DAY = len("2026-01-14")
_OF_THE_DAY = {"ceremony", "meeting", "donation", "consultation", "call"}


@dataclass(frozen=True, slots=True)
class Told:
    """An encounter as one telling, or the tellings joined so far, have it."""

    encounter: Encounter
    telling: Telling


def joined(found: list[Told]) -> list[Told]:
    """One encounter an occasion: tellings of one type whose parties, people and dates agree become one."""
    kept: list[Told] = []
    for told in found:
        same = _told_before(kept, told)
        if same is not None:
            kept[same] = _merged(kept[same], told)
        elif not _says_nothing_new(kept, told):
            kept.append(told)
    return _with_summits_to_come(_with_journeys_to_summits(kept))


def _with_summits_to_come(found: list[Told]) -> list[Told]:
    """ "looks forward to meeting him *at the G7 Summit this month*": a summit is to come where what is held at it
    is."""
    coming = [told.encounter.within for told in found if told.encounter.status == "planned" and told.encounter.within]

    def ahead(told: Told) -> bool:
        undated = told.encounter.start is None or len(told.encounter.start) < _DAY
        open_yet = told.encounter.type == "summit" and told.encounter.status == "held" and undated
        return open_yet and any(within in told.encounter.evidence.quote for within in coming)

    return [replace(t, encounter=replace(t.encounter, status="planned")) if ahead(t) else t for t in found]


def _with_journeys_to_summits(found: list[Told]) -> list[Told]:
    """ "will travel to Lusaka *for the COMESA summit*": one occasion to come, at which the traveller takes part."""
    kept = list(found)
    for journey in [told for told in found if told.telling.is_verb and _is_coming(told, "visit")]:
        kept = [_on_a_journey(journey, told) for told in kept]
        at = next((i for i, told in enumerate(kept) if _is_coming(told, "summit") and _leads_to(journey, told)), None)
        if at is None:
            continue
        going, summit = journey.encounter, kept[at].encounter
        attended = replace(
            summit,
            participants=tuple(dict.fromkeys((*summit.participants, *going.participants))),
            parties=tuple(dict.fromkeys((*summit.parties, *going.parties[:1]))),
        )
        kept[at] = replace(kept[at], encounter=at_place_of(attended, summit if summit.place else going))
        kept.remove(journey)
    return kept


def _on_a_journey(journey: Told, told: Told) -> Told:
    """ "flies to Berlin on Sunday *for talks with X*": the talks are of the traveller, to come as the journey is."""
    encounter, head = told.encounter, told.telling.head
    purpose = head.head == journey.telling.head.index and head.index > head.head
    if not purpose or encounter.type not in {"meeting", "consultation"} or told.telling.is_verb:
        return told
    going = journey.encounter
    return replace(
        told,
        encounter=replace(
            encounter,
            status="planned",
            participants=tuple(dict.fromkeys((*going.participants, *encounter.participants))),
            start=encounter.start or going.start,
            end=encounter.end or going.end,
        ),
    )


def _is_coming(told: Told, kind: EncounterType) -> bool:
    return told.encounter.type == kind and told.encounter.status == "planned"


def _leads_to(journey: Told, summit: Told) -> bool:
    """Whether a summit is told behind a journey, in its sentence, of the same days and place."""
    going, there = journey.encounter, summit.encounter
    behind = journey.telling.head.index < summit.telling.head.index
    elsewhere = going.place_country and there.place_country and going.place_country != there.place_country
    one_sentence = journey.telling.head.sentence == summit.telling.head.sentence
    return one_sentence and behind and not elsewhere and days_agree(going, there)


def _told_before(kept: list[Told], told: Told) -> int | None:
    """The index of the occasion, told before, that a telling is of: one like it, else the last that it can take up."""
    latest_first = range(len(kept) - 1, -1, -1)
    if told.telling.resumes:
        resumed = next((i for i in latest_first if _can_be_resumed(kept[i], told)), None)
        if resumed is not None:
            return resumed
    same = next((i for i, other in enumerate(kept) if _same_occasion(other, told)), None)
    if same is None and told.telling.taken_up:
        same = next((i for i in latest_first if _can_be_taken_up(kept[i], told)), None)
    return same


def _says_nothing_new(kept: list[Told], told: Told) -> bool:
    """ "This meeting", of which nothing was told; "They discussed trade", at an occasion that something else tells."""
    if told.telling.resumes and told.telling.head.lemma in {"agree", "discuss"}:
        return bool(kept) and told.encounter.start is None
    return told.telling.taken_up and not kept and not told.encounter.participants


def _same_occasion(first: Told, second: Told) -> bool:
    a, b = first.encounter, second.encounter
    if a.type != b.type or (a.status == "cancelled") != (b.status == "cancelled"):
        return False
    if _deeds_differ(first.telling.deed, second.telling.deed):
        return False
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return False
    if not days_agree(a, b) or _is_of_its_own_day(first, b) or _is_of_its_own_day(second, a):
        return False
    mine, theirs = set(a.parties), set(b.parties)
    if not (mine <= theirs or theirs <= mine):
        return False
    people, others = set(a.participants), set(b.participants)
    return people <= others or others <= people


def _is_of_its_own_day(told: Told, other: Encounter) -> bool:
    """ "welcomed *the meeting held in Riga last month*": dated itself, of nobody, and so not what people do undated."""
    bare = told.telling.clause is None and not told.encounter.participants
    return bare and told.encounter.start is not None and other.start is None and bool(other.participants)


def _deeds_differ(first: str | None, second: str | None) -> bool:
    """Whether two tellings of a type and day are of two things: a signing and a handover, talks and a dinner."""
    return first != second and (bool(first and second) or "meal" in {first, second})


def _can_be_taken_up(first: Told, second: Told) -> bool:
    a, b = first.encounter, second.encounter
    near = second.telling.head.sentence - first.telling.head.sentence <= 1
    goes_on = a.status == b.status or (near and a.status != "cancelled" and b.status == "cancelled")
    called_so = a.type == b.type or (b.type == "meeting" and a.type in {"consultation", "summit"})
    return called_so and goes_on and days_agree(a, b)


def _can_be_resumed(first: Told, second: Told) -> bool:
    """Whether people who "discussed" something did so at what was told before: a call, talks, a session."""
    a, b = first.encounter, second.encounter
    talks = a.type in {"meeting", "call", "consultation", "summit"} and a.status == b.status
    return (
        talks and set(b.participants) <= set(a.participants) and set(b.parties) <= set(a.parties) and days_agree(a, b)
    )


def days_agree(a: Encounter, b: Encounter) -> bool:
    """Whether two occasions can be of one day, as far as their days are known."""
    if not a.start or not b.start:
        return True
    if a.start.startswith(b.start) or b.start.startswith(a.start):
        return True
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)


def _merged(first: Told, second: Told) -> Told:
    a, b = first.encounter, second.encounter
    dated = a if a.start and (not b.start or len(a.start) >= len(b.start)) else b
    merged = replace(
        a,
        status=b.status if second.telling.taken_up else a.status,
        parties=tuple(dict.fromkeys((*a.parties, *b.parties))),
        participants=tuple(dict.fromkeys((*a.participants, *b.participants))),
        subtype=a.subtype or b.subtype,
        start=dated.start,
        end=dated.end,
        parts=(*a.parts, *(part for part in b.parts if part.name not in {known.name for known in a.parts})),
        within=a.within or b.within,
        invited_by=a.invited_by or b.invited_by,
    )
    merged = at_place_of(merged, a if a.place else b)
    telling = replace(first.telling, deed=first.telling.deed or second.telling.deed)
    return Told(merged, replace(telling, aside=first.telling.aside and second.telling.aside))


def at_place_of(encounter: Encounter, other: Encounter) -> Encounter:
    """An encounter at the place of another."""
    return replace(encounter, place=other.place, place_country=other.place_country, location=other.location)


def with_main(found: list[Told], news: Days, cast: Cast) -> tuple[Encounter, ...]:
    """The first occasion held is what the report is about; where none was held, the first told.

    It is of the day of the news where it tells no other. What the same sides did without another date ("They then
    signed …") is of its day; of the days of a journey only the month is known.
    """
    if not found:
        return ()
    main = _main(found)
    chief = _on(found[main], news) if found[main].encounter.status == "held" else found[main].encounter
    rest = [
        _of_the_day(cast, chief, told) if told.telling.sends else _of_a_traveller(cast, chief, told) for told in found
    ]
    return (*rest[:main], replace(chief, main=True), *rest[main + 1 :])


def _main(found: list[Told]) -> int:
    if found[0].encounter.status == "planned" and all(_is_long_past(found[0].encounter, told) for told in found):
        return 0
    held = [i for i, told in enumerate(found) if told.encounter.status == "held" and not told.telling.aside]
    gathered = [i for i in held if found[i].encounter.type != "visit" or not found[i].encounter.participants]
    first = held[0] if held else 0
    same = [i for i in gathered if found[i].telling.head.sentence == found[first].telling.head.sentence]
    return same[0] if same and found[first].encounter.type == "visit" else first


def _is_long_past(coming: Encounter, told: Told) -> bool:
    """Whether an occasion held is of a month before the one to come that the report opens with."""
    encounter = told.encounter
    if encounter.status != "held":
        return True
    return bool(coming.start and encounter.start) and (encounter.start or "")[:7] < (coming.start or "")[:7]


def _on(told: Told, news: Days) -> Encounter:
    encounter = told.encounter
    if encounter.start is not None or encounter.type in {"visit", "summit"}:
        return encounter
    return replace(encounter, start=news[0], end=news[1])


def _of_a_traveller(cast: Cast, chief: Encounter, told: Told) -> Encounter:
    """A journey of which nobody is told to go ("A stop in Riga was scrapped") is of the one person of the report's
    chief occasion who can: the guest there."""
    encounter = _of_the_day(cast, chief, told)
    if encounter.type != "visit" or encounter.participants:
        return encounter
    host = encounter.place_country or cast.host
    going = [n for n in chief.participants if cast.party_of(n) in encounter.parties and cast.party_of(n) != host]
    tokens = cast.analysis.tokens
    if any(is_head(tokens[index].lower) and not cast.resolve(index).people for index in told.telling.sides):
        return encounter  # "a visit *by the Georgian Speaker*", whom nobody names
    return replace(encounter, participants=tuple(going)) if len(going) == 1 else encounter


def _goes_on(cast: Cast, chief: Encounter, told: Told) -> bool:
    """ "*Later*, she telephoned the Greek minister", "… *earlier in the day*": one day's work of one person."""
    sentence = cast.analysis.sentences[told.telling.head.sentence]
    words = [token.lower for token in cast.analysis.words(sentence)]
    said = words[:1] in (["later"], ["earlier"], ["then"]) or " ".join(words).count("in the day") > 0
    shared = set(chief.participants) & set(told.encounter.participants)
    return said and bool(shared) and chief.start == chief.end


def _of_the_day(cast: Cast, chief: Encounter, told: Told) -> Encounter:
    encounter = told.encounter
    undated = encounter.start is None and encounter.end is None and encounter.type in _OF_THE_DAY
    undated = undated and not (told.telling.earlier and told.telling.clause is None)
    if not undated or chief.start is None or encounter.status != chief.status:
        return encounter
    if not set(encounter.parties) <= set(chief.parties) and not _goes_on(cast, chief, told):
        return encounter
    if not encounter.participants and encounter.type != "ceremony":
        return encounter
    if told.telling.clause is None and not set(encounter.participants) <= set(chief.participants):
        return encounter  # "welcomed the meeting between the two presidents"
    start, end = within(chief.start, chief.end)
    return replace(encounter, start=start, end=end)


def with_company(encounter: Encounter, names: tuple[str, ...], role: ParticipantRole | None = None) -> Encounter:
    """An encounter with further participants, who have the part given."""
    new = tuple(name for name in names if name not in encounter.participants)
    parts = tuple(Part(name, role) for name in new) if role is not None else ()
    return replace(encounter, participants=(*encounter.participants, *new), parts=(*encounter.parts, *parts))


def with_travellers(
    encounters: tuple[Encounter, ...], travellers: tuple[tuple[str, Companion], ...]
) -> tuple[Encounter, ...]:
    """Those who came along are on the journey of the person whom they came with, else at the occasion of the report."""
    found = list(encounters)
    for leader, companion in travellers:
        having = [i for i, encounter in enumerate(found) if leader in encounter.participants]
        going = companion.role == "accompanying"
        having.sort(key=lambda i: (found[i].type != "visit" and going, not found[i].main))
        if having:
            found[having[0]] = with_company(found[having[0]], (companion.name,), companion.role)
    return tuple(found)
