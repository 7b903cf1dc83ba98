"""Tellings of occasions: a verb that is one ("met", "received"), or a noun that names one ("talks", "state visit")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.model import EncounterType
from communique.read.analysis import Analysis, Clause, Token
from communique.read.parties import find_parties
from communique.read.people import Cast
from communique.vocabulary import load_yaml

_BETWEEN = {"with", "between", "among", "for"}
_DUE = {"due", "schedule", "hold", "set", "plan", "take", "postpone", "slate", "chair", "open"}
_ORDINALS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "inaugural",
}  # fmt: skip
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
class Telling:
    """One telling of an occasion: who took part, as token indices, and the tokens that tell it."""

    type: EncounterType
    head: Token
    clause: Clause | None
    sides: tuple[int, ...]
    place: int | None
    subtype: str | None = None
    named: bool = False
    alone: int | None = None


@cache
def occasion_words() -> _Words:
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


def tellings(analysis: Analysis, cast: Cast) -> tuple[Telling, ...]:
    """Every telling of an occasion in the running text, in the order of the text."""
    return tuple(sorted(_tellings(analysis, cast), key=lambda telling: telling.head.index))


def _tellings(analysis: Analysis, cast: Cast) -> Iterator[Telling]:
    prose = {sentence.index for sentence in analysis.prose()}
    for clause in analysis.clauses:
        if clause.sentence in prose:
            yield from _verb_tellings(analysis, cast, clause)
    for token in analysis.tokens:
        if token.sentence in prose and token.upos in {"NOUN", "PROPN"} and token.deprel != "compound":
            yield from _noun_telling(analysis, cast, token)


def _verb_tellings(analysis: Analysis, cast: Cast, clause: Clause) -> Iterator[Telling]:
    for occasion in occasion_words().verbs.get(clause.lemma, ()):
        telling = _verb_telling(analysis, cast, clause, occasion)
        if telling is not None:
            yield from _one_by_one(analysis, clause, telling) if occasion.word == "on" else (telling,)
            return


def _one_by_one(analysis: Analysis, clause: Clause, telling: Telling) -> Iterator[Telling]:
    """ "called on the President *and* the Prime Minister": a call on each."""
    hosts = [index for index in telling.sides if index not in {clause.subject, clause.agent}]
    guests = [index for index in telling.sides if index in {clause.subject, clause.agent}]
    if len(hosts) != 1 or len(analysis.conjuncts(hosts[0])) < 2:
        yield telling
        return
    for host in analysis.conjuncts(hosts[0]):
        yield replace(telling, sides=(*guests, host.index), alone=host.index)


def _verb_telling(analysis: Analysis, cast: Cast, clause: Clause, occasion: _VerbOccasion) -> Telling | None:
    token = analysis.tokens[clause.predicate]
    if analysis.tokens[token.head].lemma in {"invite", "invitation"} and token.form == "inf":
        return None
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
    around = [*clause.obliques, *_hung_below(analysis, sides)]
    place = clause.object if occasion.needs == "place" and occasion.object else _place(analysis, around)
    return Telling(
        type=occasion.type,
        head=analysis.tokens[clause.predicate],
        clause=clause,
        sides=tuple(index for index in sides if index is not None),
        place=place,
    )


def _hung_below(analysis: Analysis, sides: list[int | None]) -> list[tuple[str, int]]:
    """Prepositional phrases that the parser hung from a participant ("met with X of Kenya *in Berlin*")."""
    found: list[tuple[str, int]] = []
    pending = [index for index in sides if index is not None]
    while pending:
        for token in analysis.dependents(pending.pop(), "nmod", "appos"):
            found.append((analysis.preposition(token.index) or "", token.index))
            pending.append(token.index)
    return found


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
        spoken = clause.subject is not None and bool(_lemmas(analysis, clause) & occasion_words().phone)
        both = spoken and len(cast.resolve(clause.subject or 0).parties) > 1
        return both or any(cast.resolve(index).parties for index in following)
    if occasion.needs == "phone":
        return bool(_lemmas(analysis, clause) & occasion_words().phone)
    if occasion.needs == "place":
        target = [clause.object] if occasion.object else following
        return any(
            index is not None and _names_place(analysis, index) and not cast.resolve(index).people for index in target
        )
    if occasion.needs in {"document", "gift"}:
        nouns = occasion_words().documents if occasion.needs == "document" else occasion_words().gifts
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
    together = occasion.type == "meeting" and clause.subject is not None and not others
    return bool(others) or (together and len(cast.resolve(clause.subject or 0).parties) > 1)


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


def _noun_type(analysis: Analysis, token: Token) -> EncounterType | None:
    """The kind of occasion that a noun names, its compound included ("courtesy call"), or None."""
    nouns = occasion_words().nouns
    before = [t.lemma.lower() for t in analysis.dependents(token.index, "compound", "amod") if t.index < token.index]
    for start in range(len(before)):
        phrase = " ".join([*before[start:], token.lemma.lower()])
        if phrase in nouns:
            return nouns[phrase]
    own = token.lemma.lower() if token.lemma.lower() in nouns else token.lower
    if own in occasion_words().standing and not _joint(analysis, token):
        return None
    return nouns.get(own)


def _joint(analysis: Analysis, token: Token) -> bool:
    words = {t.lower for t in analysis.dependents(token.index, "amod", "compound", "det", "nummod")}
    return any(map(_is_ordinal, analysis.dependents(token.index, "amod", "compound", "nummod"))) or bool(
        words & {"joint", "bilateral", "strategic", "political", "consultation"}
    )


def _noun_telling(analysis: Analysis, cast: Cast, token: Token) -> Iterator[Telling]:
    kind = _noun_type(analysis, token)
    if kind is None:
        return
    clause = _governing(analysis, token)
    held = clause is not None and (
        clause.lemma in occasion_words().holding or (kind == "visit" and clause.lemma == "be")
    )
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
    timed = _timed(analysis, token)
    if (
        _plural_in_general(analysis, token, held=held)
        or _of_duty(analysis, token)
        or (_vague(analysis, token) and not (named or bound or timed or (held and companions)))
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
    telling = Telling(
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
    return dated or any(t.lemma in _DUE for t in analysis.dependents(token.index, "acl"))


def _of_duty(analysis: Analysis, token: Token) -> bool:
    """ "tour *of duty*", "term of office"."""
    return any(t.lemma.lower() in {"duty", "office"} for t in analysis.dependents(token.index, "nmod"))


def _vague(analysis: Analysis, token: Token) -> bool:
    return token.lemma.lower() in occasion_words().vague


def _raised(analysis: Analysis, token: Token, kind: EncounterType) -> EncounterType:
    """A meeting of a joint committee, and a numbered meeting, is a session of a standing mechanism."""
    if kind != "meeting" or token.lemma.lower() not in {"meeting", "talk", "talks", "round"}:
        return kind
    numbered = any(_is_ordinal(t) for t in analysis.dependents(token.index, "amod", "nummod"))
    of = [t for t in analysis.dependents(token.index, "nmod") if _noun_type(analysis, t) == "consultation"]
    before = [t for t in analysis.dependents(token.index, "compound") if t.lemma.lower() in occasion_words().standing]
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
    return next((word for word in words if word in occasion_words().subtypes), None)


def _place(
    analysis: Analysis, phrases: tuple[tuple[str, int], ...] | list[tuple[str, int]], *, prefer_to: bool = False
) -> int | None:
    order = ("to", "in", "at") if prefer_to else _PLACES[:2]
    for wanted in order:
        for preposition, index in phrases:
            if preposition == wanted and _names_place(analysis, index):
                return index
    return None
