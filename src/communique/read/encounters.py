"""Encounters: the occasions on which parties meet or communicate, one for each occasion however often it is told.

An occasion is a verb that is one ("met", "received") or a noun that names one ("talks", "state visit") under a verb
that holds it. Its participants, date and place come from the clause; tellings of one occasion are then joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.model import DateExpression, Encounter, EncounterStatus, Evidence, Report, Span
from communique.read.analysis import Analysis, Token
from communique.read.occasions import Telling, occasion_words
from communique.read.parties import find_parties
from communique.read.people import Cast, Referent

_COMING = {"will", "shall", "'ll", "’ll", "would"}
_ACCOMPANIED = {"ceremony", "meeting"}


@dataclass(frozen=True, slots=True)
class Gathering:
    """People of several parties told to have come together, at a character offset of the report."""

    at: int
    people: tuple[str, ...]
    parties: tuple[str, ...]


def read_encounters(
    analysis: Analysis, cast: Cast, report: Report, dates: tuple[DateExpression, ...], told: tuple[Telling, ...]
) -> tuple[Encounter, ...]:
    """Every occasion told in the report, in the order of the text, the one that it is about marked as `main`."""
    found = [encounter for telling in told if (encounter := _encounter(analysis, cast, report, dates, telling))]
    return _with_main(_joined(found))


def gatherings(analysis: Analysis, cast: Cast, told: tuple[Telling, ...]) -> tuple[Gathering, ...]:
    """Who came together, telling by telling: what "they", "both sides" and "the leaders" refer back to."""
    found = []
    for telling in told:
        people, parties = _who(analysis, cast, telling, None)
        if len(people) > 1 and len(parties) > 1:
            found.append(Gathering(telling.head.start, people, parties))
    return tuple(found)


def _encounter(
    analysis: Analysis, cast: Cast, report: Report, dates: tuple[DateExpression, ...], telling: Telling
) -> Encounter | None:
    place = _place_span(analysis, telling)
    place_text = place.of(analysis.text) if place else None
    country = _country_of_place(place_text) if place_text else None
    span = _telling_span(analysis, telling)
    start, end = _when(analysis, dates, telling, span)
    status = _status(analysis, telling, start, report.published)
    if status == "planned" and start is None and end is None and _is_only_wished(telling):
        return None
    people, parties = _who(analysis, cast, telling, country)
    if len(parties) < 2 and not (telling.type == "summit" and parties):
        return None
    if telling.type in {"consultation", "summit", "donation"} and status == "planned":
        people = ()
    return Encounter(
        type=telling.type,
        status=status,
        parties=parties,
        participants=people,
        evidence=Evidence(report.id, span.start, span.end, span.of(analysis.text)),
        subtype=telling.subtype,
        start=start,
        end=end,
        place=place_text,
        place_country=country,
    )


def _is_only_wished(telling: Telling) -> bool:
    """ "called on Kenya to begin talks on prices": talks asked for, at no time, are no occasion."""
    return (
        telling.type in {"meeting", "call"}
        and telling.clause is not None
        and telling.clause.predicate != telling.head.index
    )


def _place_span(analysis: Analysis, telling: Telling) -> Span | None:
    if telling.place is None:
        return None
    return analysis.phrase(telling.place, "acl", "acl:relcl", "conj", "appos", "case", "cc", "nmod", "det", "punct")


def _who(
    analysis: Analysis, cast: Cast, telling: Telling, country: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and parties of a telling; sides that it leaves out are the report's own, or the place's."""
    referents: list[Referent] = [
        cast.resolve_span(analysis.tokens[index].span) if index == telling.alone else cast.resolve(index)
        for index in telling.sides
    ]
    people = tuple(dict.fromkeys(name for referent in referents for name in referent.people))
    parties = tuple(dict.fromkeys(code for referent in referents for code in referent.parties))
    if (telling.type in {"consultation", "summit"} and telling.clause is None) or telling.named:
        named = cast.parties_in(analysis.phrase(telling.head.index, "acl", "acl:relcl", "conj", "appos"))
        parties = tuple(dict.fromkeys((*parties, *named)))
    if telling.type == "donation" and len(parties) == 1:
        parties = (*parties, *_recipients(analysis, telling, parties))
    if telling.type in {"visit", "donation", "summit"} and country and len(parties) < 2 and country not in parties:
        parties = (*parties, country)
    if telling.type == "visit" and not parties and telling.place is not None and len(cast.main_parties) == 2:
        parties = cast.main_parties
    if telling.type == "visit" and not telling.sides and parties == (country,):
        parties = (*[party for party in cast.main_parties if party != country][:1], *parties)
    bilateral = telling.type in {"consultation", "ceremony", "donation", "meeting"} and len(cast.main_parties) == 2
    if bilateral and (not parties or (len(parties) == 1 and parties[0] in cast.main_parties)):
        parties = tuple(dict.fromkeys((*parties, *cast.main_parties)))
    if telling.type == "visit" and len(parties) == 1 and telling.clause is not None and len(cast.main_parties) == 2:
        parties = tuple(dict.fromkeys((*parties, *cast.main_parties))) if country is None else parties
    return people, parties


def _recipients(analysis: Analysis, telling: Telling, givers: tuple[str, ...]) -> tuple[str, ...]:
    """The first other party named in the clause of a gift, or whose place it goes to ("via Port Sudan")."""
    phrase = analysis.phrase(telling.head.index, "nsubj", "conj", "ccomp", "advcl").of(analysis.text)
    return tuple(mention.code for mention in find_parties(phrase) if mention.code not in givers)[:1]


def _country_of_place(place: str) -> str | None:
    found = [mention.code for mention in find_parties(place) if len(mention.code) == 2 and mention.code.isupper()]
    return found[0] if found else None


def _telling_span(analysis: Analysis, telling: Telling) -> Span:
    if telling.clause is None or (
        telling.clause.predicate != telling.head.index and telling.clause.lemma not in occasion_words().holding
    ):
        return analysis.phrase(telling.head.index, "conj", "acl:relcl", "appos", "case")
    predicate = telling.clause.predicate
    own = analysis.phrase(predicate, "conj", "advcl", "parataxis", "cc", "mark", "ccomp", "punct", "xcomp")
    return (
        own if own.start <= telling.head.start < own.end else analysis.phrase(telling.head.index, "conj", "acl:relcl")
    )


def _when(
    analysis: Analysis, dates: tuple[DateExpression, ...], telling: Telling, span: Span
) -> tuple[str | None, str | None]:
    """The day or days of the occasion: a date that its noun or verb carries, else one that nothing else carries."""
    heads = {telling.head.index} | ({telling.clause.predicate} if telling.clause is not None else set())
    sentence = analysis.sentences[telling.head.sentence].span
    days = [date for date in dates if _bounded(date.value) and sentence.covers(date.evidence.span)]
    own = [date for date in days if _carrier(analysis, date) == telling.head.index]
    near = [date for date in days if _carrier(analysis, date) in heads]
    opening = [date for date in days if date.evidence.start - sentence.start < 4]
    phrase = analysis.phrase(telling.head.index) if telling.clause is None else None
    told = [date for date in days if phrase is not None and phrase.covers(date.evidence.span)]
    chosen = (own or near or told or opening)[:1]
    if not chosen:
        return None, None
    start, end = _bounds(chosen[0].value)
    return (
        (None, end) if telling.type == "donation" and chosen[0].modality in {"by", "before", "until"} else (start, end)
    )


def _carrier(analysis: Analysis, date: DateExpression) -> int | None:
    """The predicate, or the noun of an occasion, that a date hangs from."""
    tokens = analysis.between(date.evidence.start, date.evidence.end)
    if not tokens:
        return None
    inside = {token.index for token in tokens}
    token = next((t for t in tokens if t.head not in inside), tokens[-1])
    if token.head != token.index:
        token = analysis.tokens[token.head]
    while token.upos == "NUM" and token.head != token.index:
        token = analysis.tokens[token.head]
    return token.index


def _bounded(value: str) -> bool:
    return value[:4].isdigit() and not value.startswith("P")


def _bounds(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    return _calendar(first), _calendar(last or first)


def _calendar(value: str) -> str:
    """A TIMEX3 day without its part of the day ("2026-01-05TMO"); of a quarter, its first month."""
    day = value.split("T")[0]
    year, _, quarter = day.partition("-Q")
    return f"{year}-{3 * int(quarter) - 2:02d}" if quarter in {"1", "2", "3", "4"} else day


def _status(analysis: Analysis, telling: Telling, start: str | None, published: str | None) -> EncounterStatus:
    words = occasion_words()
    sentence = analysis.words(analysis.sentences[telling.head.sentence])
    clause = telling.clause
    governors = {t.lemma.lower() for t in _above(analysis, telling.head)} | ({clause.lemma} if clause else set())
    if governors & words.cancelled or ("call" in governors and any(t.lower == "off" for t in sentence)):
        return "cancelled"
    if start and published and start[: len(published)] != published[: len(start)]:
        return "planned" if start > published else "held"
    if clause is not None and (clause.modality in _COMING or analysis.tokens[clause.predicate].form == "inf"):
        return "planned"
    modifiers = {t.lemma.lower() for t in analysis.dependents(telling.head.index, "amod")}
    return "planned" if modifiers & words.planned or governors & {"plan", "schedule", "invite"} else "held"


def _above(analysis: Analysis, token: Token) -> Iterator[Token]:
    while token.head != token.index:
        token = analysis.tokens[token.head]
        yield token


def _joined(encounters: list[Encounter]) -> list[Encounter]:
    """One encounter an occasion: tellings of one type whose parties, people and dates agree become one."""
    kept: list[Encounter] = []
    for encounter in encounters:
        same = next((i for i, other in enumerate(kept) if _same_occasion(other, encounter)), None)
        if same is None:
            kept.append(encounter)
        else:
            kept[same] = _merged(kept[same], encounter)
    return kept


def _same_occasion(a: Encounter, b: Encounter) -> bool:
    if a.type != b.type or (a.status == "cancelled") != (b.status == "cancelled"):
        return False
    if a.type == "visit" and a.place_country and b.place_country and a.place_country != b.place_country:
        return False
    if a.start and b.start and not (a.start.startswith(b.start) or b.start.startswith(a.start) or _overlap(a, b)):
        return False
    mine, theirs = set(a.parties), set(b.parties)
    if not (mine <= theirs or theirs <= mine):
        return False
    people, others = set(a.participants), set(b.participants)
    return people <= others or others <= people


def _overlap(a: Encounter, b: Encounter) -> bool:
    assert a.start is not None and b.start is not None
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)


def _merged(a: Encounter, b: Encounter) -> Encounter:
    return replace(
        a,
        parties=tuple(dict.fromkeys((*a.parties, *b.parties))),
        participants=tuple(dict.fromkeys((*a.participants, *b.participants))),
        subtype=a.subtype or b.subtype,
        start=a.start or b.start,
        end=a.end or b.end,
        place=a.place or b.place,
        place_country=a.place_country or b.place_country,
    )


def _with_main(encounters: list[Encounter]) -> tuple[Encounter, ...]:
    """The first occasion held is what the report is about; where none was held, the first told.

    What the same sides did on that occasion without another date ("They then signed …") is of its day.
    """
    if not encounters:
        return ()
    main = next((i for i, encounter in enumerate(encounters) if encounter.status == "held"), 0)
    day = encounters[main]
    dated = [
        replace(encounter, start=day.start, end=day.end) if _on_that_day(day, encounter) else encounter
        for encounter in encounters
    ]
    return (*dated[:main], replace(dated[main], main=True), *dated[main + 1 :])


def _on_that_day(day: Encounter, encounter: Encounter) -> bool:
    told = encounter.status == "held" and encounter.start is None and encounter.type in _ACCOMPANIED
    return told and day.start is not None and len(day.start) == 10 and set(encounter.parties) <= set(day.parties)
