"""Encounters: the occasions on which parties meet or communicate, one for each occasion however often it is told.

An occasion is a verb that is one ("met", "received") or a noun that names one ("talks", "state visit") under a verb
that holds it. Its participants, date and place come from the clause; tellings of one occasion are then joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.model import DateExpression, Encounter, EncounterStatus, EncounterType, Evidence, Report, Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.parties import find_parties
from communique.read.people import Cast, Referent
from communique.vocabulary import load_yaml

_COMING = {"will", "shall", "'ll", "’ll", "would"}
_BETWEEN = {"with", "between", "among", "for"}
_ORDINALS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "inaugural",
}  # fmt: skip
_ACCOMPANIED = {"ceremony", "meeting"}
_PLACES = ("in", "at", "to")
_GOVERNS = {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos", "compound", "obl:agent", "xcomp"}


@dataclass(frozen=True, slots=True)
class _VerbOccasion:
    type: EncounterType
    object: bool
    companions: tuple[str, ...]
    needs: str | None
    refuses: str | None
    word: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    """`vocabulary/encounters.yaml`, ready for look-up."""

    verbs: dict[str, tuple[_VerbOccasion, ...]]
    nouns: dict[str, EncounterType]
    vague: frozenset[str]
    standing: frozenset[str]
    holding: frozenset[str]
    subtypes: frozenset[str]
    planned: frozenset[str]
    cancelled: frozenset[str]
    documents: frozenset[str]
    gifts: frozenset[str]
    phone: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of an occasion: who took part, as token indices, and the tokens that tell it."""

    type: EncounterType
    head: Token
    clause: Clause | None
    sides: tuple[int, ...]
    place: int | None
    subtype: str | None = None
    named: bool = False
    alone: int | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """People of several parties told to have come together, at a character offset of the report."""

    at: int
    people: tuple[str, ...]
    parties: tuple[str, ...]


@cache
def _words() -> _Words:
    data = load_yaml("encounters.yaml")
    verbs: dict[str, list[_VerbOccasion]] = {}
    for key, entry in data["verbs"].items():
        lemma, *rest = key.split()
        occasion = _VerbOccasion(
            type=entry["type"],
            object=entry.get("object", False),
            companions=tuple(entry.get("with", ())),
            needs=entry.get("needs"),
            refuses=entry.get("not"),
            word=rest[0] if rest else None,
        )
        verbs.setdefault(lemma, []).append(occasion)
    sets = ("vague", "standing", "holding", "subtypes", "planned", "cancelled", "documents", "gifts", "phone")
    return _Words(
        verbs={lemma: tuple(found) for lemma, found in verbs.items()},
        nouns=data["nouns"],
        **{name: frozenset(data[name]) for name in sets},
    )


def read_encounters(
    analysis: Analysis, cast: Cast, report: Report, dates: tuple[DateExpression, ...]
) -> tuple[Encounter, ...]:
    """Every occasion of the report, in the order of the text, the one that it is about marked as `main`."""
    told = sorted(_tellings(analysis, cast), key=lambda telling: telling.head.index)
    found = [encounter for telling in told if (encounter := _encounter(analysis, cast, report, dates, telling))]
    return _with_main(_joined(found))


def gatherings(analysis: Analysis, cast: Cast) -> tuple[Gathering, ...]:
    """Who came together, telling by telling: what "they", "both sides" and "the leaders" refer back to."""
    found = []
    for telling in _tellings(analysis, cast):
        people, parties = _who(analysis, cast, telling, None)
        if len(people) > 1 and len(parties) > 1:
            found.append(Gathering(telling.head.start, people, parties))
    return tuple(sorted(found, key=lambda gathering: gathering.at))


def _tellings(analysis: Analysis, cast: Cast) -> Iterator[_Telling]:
    prose = {sentence.index for sentence in analysis.prose()}
    for clause in analysis.clauses:
        if clause.sentence in prose:
            yield from _verb_tellings(analysis, cast, clause)
    for token in analysis.tokens:
        if token.sentence in prose and token.upos in {"NOUN", "PROPN"} and token.deprel != "compound":
            yield from _noun_telling(analysis, cast, token)


# -- verbs -------------------------------------------------------------------------------------------------------


def _verb_tellings(analysis: Analysis, cast: Cast, clause: Clause) -> Iterator[_Telling]:
    for occasion in _words().verbs.get(clause.lemma, ()):
        telling = _verb_telling(analysis, cast, clause, occasion)
        if telling is not None:
            yield from _one_by_one(analysis, clause, telling) if occasion.word == "on" else (telling,)
            return


def _one_by_one(analysis: Analysis, clause: Clause, telling: _Telling) -> Iterator[_Telling]:
    """ "called on the President *and* the Prime Minister": a call on each."""
    hosts = [index for index in telling.sides if index not in {clause.subject, clause.agent}]
    guests = [index for index in telling.sides if index in {clause.subject, clause.agent}]
    if len(hosts) != 1 or len(analysis.conjuncts(hosts[0])) < 2:
        yield telling
        return
    for host in analysis.conjuncts(hosts[0]):
        yield replace(telling, sides=(*guests, host.index), alone=host.index)


def _verb_telling(analysis: Analysis, cast: Cast, clause: Clause, occasion: _VerbOccasion) -> _Telling | None:
    token = analysis.tokens[clause.predicate]
    past_note = occasion.type == "ceremony" and token.form == "part" and token.deprel == "acl"
    if token.upos != "VERB" or past_note or not _fits(analysis, cast, clause, occasion):
        return None
    sides = [clause.agent, clause.subject]
    if (
        occasion.object
        and occasion.needs not in {"document", "gift", "signing", "place"}
        and occasion.type != "donation"
    ):
        sides.extend([clause.object, clause.indirect_object])
    sides.extend(index for preposition, index in clause.obliques if preposition in (*occasion.companions, "with"))
    place = clause.object if occasion.needs == "place" and occasion.object else _place(analysis, clause.obliques)
    return _Telling(
        type=occasion.type,
        head=analysis.tokens[clause.predicate],
        clause=clause,
        sides=tuple(index for index in sides if index is not None),
        place=place,
    )


def _fits(analysis: Analysis, cast: Cast, clause: Clause, occasion: _VerbOccasion) -> bool:
    following = [index for preposition, index in clause.obliques if preposition in occasion.companions]
    if occasion.word and occasion.word not in {p for p, _ in clause.obliques} | _particles(analysis, clause):
        return False
    if occasion.refuses and clause.complement is not None:
        return False
    other = clause.subject if clause.voice == "passive" else clause.object
    others = [index for index in (other, *following) if index is not None]
    if occasion.needs == "person":
        return any(cast.resolve(index).people for index in others) and not _is_occasion(analysis, other)
    if occasion.needs == "with":
        return any(cast.resolve(index).parties for index in following)
    if occasion.needs == "phone":
        return bool(_lemmas(analysis, clause) & _words().phone)
    if occasion.needs == "place":
        target = [clause.object] if occasion.object else following
        return any(
            index is not None and _names_place(analysis, index) and not cast.resolve(index).people for index in target
        )
    if occasion.needs in {"document", "gift"}:
        nouns = _words().documents if occasion.needs == "document" else _words().gifts
        return other is not None and any(
            t.lemma.lower() in nouns
            for conjunct in analysis.conjuncts(other)
            for t in (conjunct, *analysis.dependents(conjunct.index, "nmod", "compound"))
        )
    if occasion.needs == "signing":
        return other is not None and analysis.tokens[other].lemma.lower() in {
            "signing",
            "exchange",
            "handover",
            "ceremony",
        }
    return bool(others)


def _particles(analysis: Analysis, clause: Clause) -> set[str]:
    return {token.lower for token in analysis.dependents(clause.predicate, "compound:prt", "advmod")}


def _lemmas(analysis: Analysis, clause: Clause) -> set[str]:
    return {token.lemma.lower() for token in analysis.subtree(clause.predicate)}


def _is_occasion(analysis: Analysis, index: int | None) -> bool:
    return index is not None and _noun_type(analysis, analysis.tokens[index]) is not None


def _names_place(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    if any(name.first <= index < name.last and name.type == "place" for name in analysis.names):
        return True
    return (
        bool(find_parties(analysis.phrase(index, "acl", "acl:relcl", "conj").of(analysis.text)))
        and token.upos == "PROPN"
    )


# -- nouns -------------------------------------------------------------------------------------------------------


def _noun_type(analysis: Analysis, token: Token) -> EncounterType | None:
    """The kind of occasion that a noun names, its compound included ("courtesy call"), or None."""
    nouns = _words().nouns
    before = [t.lemma.lower() for t in analysis.dependents(token.index, "compound", "amod") if t.index < token.index]
    for start in range(len(before)):
        phrase = " ".join([*before[start:], token.lemma.lower()])
        if phrase in nouns:
            return nouns[phrase]
    own = token.lemma.lower() if token.lemma.lower() in nouns else token.lower
    if own in _words().standing and not _joint(analysis, token):
        return None
    return nouns.get(own)


def _joint(analysis: Analysis, token: Token) -> bool:
    words = {t.lower for t in analysis.dependents(token.index, "amod", "compound", "det", "nummod")}
    return any(map(_is_ordinal, analysis.dependents(token.index, "amod", "compound", "nummod"))) or bool(
        words & {"joint", "bilateral", "strategic", "political", "consultation"}
    )


def _noun_telling(analysis: Analysis, cast: Cast, token: Token) -> Iterator[_Telling]:
    kind = _noun_type(analysis, token)
    if kind is None:
        return
    clause = _governing(analysis, token)
    held = clause is not None and (clause.lemma in _words().holding or (kind == "visit" and clause.lemma == "be"))
    owners = [t.index for t in analysis.dependents(token.index, "nmod:poss")]
    modifiers = _modifiers(analysis, token)
    with_whom = _BETWEEN | {"by"} | ({"to", "on"} if token.lemma.lower() == "call" else set())
    companions = [i for preposition, i in modifiers if preposition in with_whom]
    if kind == "visit":
        companions.extend(i for preposition, i in modifiers if preposition == "of")
    named = _is_named(analysis, token)
    bound = any(p in {"to", "in", "of"} and _names_place(analysis, i) for p, i in modifiers)
    if not (held or owners or companions or named or (kind == "visit" and bound)):
        return
    if _plural_in_general(analysis, token, held=held) or (
        _vague(analysis, token) and not (named or (held and companions))
    ):
        return
    sides = [*owners, *companions]
    if clause is not None and held:
        sides.extend(_holders(clause, token))
        sides.extend(_chairs(analysis, clause))
        if token.lemma.lower() == "call":
            sides.extend(i for preposition, i in clause.obliques if preposition in {"to", "on"})
    raised = _raised(analysis, token, kind)
    place = _place(analysis, [*modifiers, *(clause.obliques if held and clause else ())], prefer_to=kind == "visit")
    telling = _Telling(
        type=raised,
        head=token,
        clause=clause if held else None,
        sides=tuple(dict.fromkeys(index for index in sides if index != token.index)),
        place=place,
        subtype=_subtype(analysis, token) if kind == "visit" else None,
        named=named or raised != kind,
    )
    yield telling
    if kind == "visit" and place is not None:  # "a visit to Laos *and Cambodia*" is a visit to each
        for other in analysis.dependents(place, "conj"):
            if _names_place(analysis, other.index):
                yield replace(telling, place=other.index)


def _modifiers(analysis: Analysis, token: Token) -> list[tuple[str, int]]:
    """Prepositional phrases of a noun, also those hung from its place ("talks in Hanoi *with* X")."""
    own = [(analysis.preposition(t.index) or "", t.index) for t in analysis.dependents(token.index, "nmod")]
    below = [
        (preposition, inner.index)
        for case, index in own
        if case in {"in", "at", "on"}
        for inner in analysis.dependents(index, "nmod")
        if (preposition := analysis.preposition(inner.index) or "") in _BETWEEN
    ]
    return own + below


def _is_ordinal(token: Token) -> bool:
    return token.lower[:1].isdigit() or token.lower in _ORDINALS


def _is_named(analysis: Analysis, token: Token) -> bool:
    """ "the Antalya Diplomacy Forum", "the 14th Joint Committee": a name or a number says which occasion."""
    if token.upos == "PROPN" and analysis.dependents(token.index, "compound"):
        return True
    numbered = [t for t in analysis.dependents(token.index, "amod", "nummod", "compound") if _is_ordinal(t)]
    names = [t for t in analysis.dependents(token.index, "compound", "amod") if t.upos == "PROPN"]
    return bool(numbered or names)


def _timed(analysis: Analysis, token: Token) -> bool:
    """Whether the noun carries a time or a clause that sets one ("the forum *in October*", "… *due* in Aswan")."""
    times = [
        t
        for t in analysis.dependents(token.index, "nmod", "obl")
        if analysis.preposition(t.index) in {"on", "in", "from"}
    ]
    dated = any(c.isdigit() for t in times for s in analysis.subtree(t.index) for c in s.text)
    return dated or bool(analysis.dependents(token.index, "acl"))


def _vague(analysis: Analysis, token: Token) -> bool:
    return token.lemma.lower() in _words().vague


def _raised(analysis: Analysis, token: Token, kind: EncounterType) -> EncounterType:
    """A meeting of a joint committee, and a numbered meeting, is a session of a standing mechanism."""
    if kind != "meeting" or token.lemma.lower() not in {"meeting", "talk", "talks", "round"}:
        return kind
    numbered = any(_is_ordinal(t) for t in analysis.dependents(token.index, "amod", "nummod"))
    of = [t for t in analysis.dependents(token.index, "nmod") if _noun_type(analysis, t) == "consultation"]
    before = [t for t in analysis.dependents(token.index, "compound") if t.lemma.lower() in _words().standing]
    return "consultation" if numbered or of or before else kind


def _holders(clause: Clause, token: Token) -> Iterator[int]:
    for index in (clause.subject, clause.agent):
        if index is not None and index != token.index:
            yield index
    for preposition, index in clause.obliques:
        if preposition in _BETWEEN and index != token.index:
            yield index


def _chairs(analysis: Analysis, clause: Clause) -> Iterator[int]:
    """ "under the chair of X and Y", "co-chaired by X and Y"."""
    for _, index in clause.obliques:
        if analysis.tokens[index].lemma.lower() in {"chair", "chairmanship", "co-chairmanship"}:
            yield from (t.index for t in analysis.dependents(index, "nmod"))


def _governing(analysis: Analysis, token: Token) -> Clause | None:
    """The clause whose predicate the noun depends on."""
    current = token
    while current.head != current.index and current.deprel in _GOVERNS:
        current = analysis.tokens[current.head]
        clause = analysis.clause_of.get(current.index)
        if clause is not None:
            return clause
    return None


def _plural_in_general(analysis: Analysis, token: Token, *, held: bool) -> bool:
    """ "high-level visits", "annual summits": no single occasion."""
    plural = token.lower.endswith("s") and token.lower not in {"talks", "consultations", "credentials"}
    return plural and not (held and analysis.dependents(token.index, "nummod"))


def _subtype(analysis: Analysis, token: Token) -> str | None:
    words = [t.lower for t in analysis.subtree(token.index) if t.index < token.index]
    return next((word for word in words if word in _words().subtypes), None)


def _place(
    analysis: Analysis, phrases: tuple[tuple[str, int], ...] | list[tuple[str, int]], *, prefer_to: bool = False
) -> int | None:
    order = ("to", "in", "at") if prefer_to else _PLACES[:2]
    for wanted in order:
        for preposition, index in phrases:
            if preposition == wanted and _names_place(analysis, index):
                return index
    return None


# -- one telling → one encounter ---------------------------------------------------------------------------------


def _encounter(
    analysis: Analysis, cast: Cast, report: Report, dates: tuple[DateExpression, ...], telling: _Telling
) -> Encounter | None:
    place = _place_span(analysis, telling)
    place_text = place.of(analysis.text) if place else None
    country = _country_of_place(place_text) if place_text else None
    span = _telling_span(analysis, telling)
    start, end = _when(analysis, dates, telling, span)
    status = _status(analysis, telling, start, report.published)
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


def _place_span(analysis: Analysis, telling: _Telling) -> Span | None:
    if telling.place is None:
        return None
    return analysis.phrase(telling.place, "acl", "acl:relcl", "conj", "appos", "case", "cc", "nmod", "det", "punct")


def _who(
    analysis: Analysis, cast: Cast, telling: _Telling, country: str | None
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
    if telling.type == "visit" and not telling.sides and parties == (country,):
        parties = (*[party for party in cast.main_parties if party != country][:1], *parties)
    bilateral = telling.type in {"consultation", "ceremony", "donation", "meeting"} and len(cast.main_parties) == 2
    if bilateral and (not parties or (len(parties) == 1 and parties[0] in cast.main_parties)):
        parties = tuple(dict.fromkeys((*parties, *cast.main_parties)))
    if telling.type == "visit" and len(parties) == 1 and telling.clause is not None and len(cast.main_parties) == 2:
        parties = tuple(dict.fromkeys((*parties, *cast.main_parties))) if country is None else parties
    return people, parties


def _recipients(analysis: Analysis, telling: _Telling, givers: tuple[str, ...]) -> tuple[str, ...]:
    """The first other party named in the clause of a gift, or whose place it goes to ("via Port Sudan")."""
    phrase = analysis.phrase(telling.head.index, "nsubj", "conj", "ccomp", "advcl").of(analysis.text)
    return tuple(mention.code for mention in find_parties(phrase) if mention.code not in givers)[:1]


def _country_of_place(place: str) -> str | None:
    found = [mention.code for mention in find_parties(place) if len(mention.code) == 2 and mention.code.isupper()]
    return found[0] if found else None


def _telling_span(analysis: Analysis, telling: _Telling) -> Span:
    if telling.clause is None or (
        telling.clause.predicate != telling.head.index and telling.clause.lemma not in _words().holding
    ):
        return analysis.phrase(telling.head.index, "conj", "acl:relcl", "appos", "case")
    predicate = telling.clause.predicate
    own = analysis.phrase(predicate, "conj", "advcl", "parataxis", "cc", "mark", "ccomp", "punct", "xcomp")
    return (
        own if own.start <= telling.head.start < own.end else analysis.phrase(telling.head.index, "conj", "acl:relcl")
    )


def _when(
    analysis: Analysis, dates: tuple[DateExpression, ...], telling: _Telling, span: Span
) -> tuple[str | None, str | None]:
    """The day or days of the occasion: a date that its noun or verb carries, else one that nothing else carries."""
    heads = {telling.head.index} | ({telling.clause.predicate} if telling.clause is not None else set())
    sentence = analysis.sentences[telling.head.sentence].span
    days = [date for date in dates if _bounded(date.value) and sentence.covers(date.evidence.span)]
    own = [date for date in days if _carrier(analysis, date) == telling.head.index]
    near = [date for date in days if _carrier(analysis, date) in heads]
    opening = [date for date in days if date.evidence.start - sentence.start < 4]
    chosen = (own or near or opening)[:1]
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


def _status(analysis: Analysis, telling: _Telling, start: str | None, published: str | None) -> EncounterStatus:
    words = _words()
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


# -- tellings joined ---------------------------------------------------------------------------------------------


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
