"""Verbs that are an occasion ("met", "received", "called on", "handed over"), with who took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.read.analysis import Analysis, Clause, Token
from communique.read.encounter_sides import side_of
from communique.read.occasion_kinds import is_standing_body, noun_type
from communique.read.occasion_partners import (
    are_several,
    can_be_met,
    is_asked_to_act,
    is_by_name,
    is_community,
    person_right_behind,
)
from communique.read.occasion_speech import is_by_phone, is_face_to_face
from communique.read.occasion_things import amount_of, concerns, signers_of, with_thing_given
from communique.read.occasion_words import VerbOccasion, occasion_words
from communique.read.offices import is_head
from communique.read.parties import parties as known_parties
from communique.read.people import Cast
from communique.read.stretch import people_ahead, person_behind
from communique.read.telling import (
    Telling,
    can_be_gone_to,
    is_of_the_calendar,
    is_the_country,
    names_place,
    one_each_goal,
    place_of,
)

_OF_THINGS = {
    "document",
    "exchanged",
    "gift",
    "signing",
    "place",
    "work",
    "views",
    "credentials",
    "body",
    "group",
}
_TAKES_OTHERS = {"fly", "move", "return", "land"}  # journeys only of who does it for himself
_BESIDE = {"", "on", "by", "over", "via", "ahead", "following", "after"}
_ONLY_POSSIBLE = {"could", "might", "should", "must", "can"}


def verb_tellings(analysis: Analysis, cast: Cast, clause: Clause) -> Iterator[Telling]:
    """The occasions that a clause's verb tells: one, or one for each host that was called on."""
    for occasion in occasion_words().verbs.get(clause.lemma, ()):
        telling = _telling(analysis, cast, clause, occasion)
        if telling is not None:
            yield from (
                _one_by_one(analysis, clause, telling) if occasion.word == "on" else one_each_goal(analysis, telling)
            )
            return


def _one_by_one(analysis: Analysis, clause: Clause, telling: Telling) -> Iterator[Telling]:
    """ "called on the President *and* the Prime Minister": a call on each."""
    hosts = [index for index in telling.sides if index not in {clause.subject, clause.agent}]
    guests = [index for index in telling.sides if index in {clause.subject, clause.agent}]
    if len(hosts) != 1 or len(analysis.conjuncts(hosts[0])) < 2:
        yield telling
        return
    for host in analysis.conjuncts(hosts[0]):
        yield replace(telling, sides=(*guests, host.index), alone=host.index, host=host.index)


def _telling(analysis: Analysis, cast: Cast, clause: Clause, occasion: VerbOccasion) -> Telling | None:
    token = analysis.tokens[clause.predicate]
    if (token.form == "inf" and _only_invited(analysis, token)) or _is_only_possible(clause, occasion):
        return None
    noted = occasion.type == "ceremony" and token.form == "part" and token.deprel == "acl"
    returned = occasion.type == "donation" and bool({"back", "home"} & _particles(analysis, clause))
    verbal = token.upos == "VERB" or occasion.needs in {"place", "stay"}  # "is *due* in Hanoi"
    if not verbal or returned or (clause.negated and occasion.type != "visit"):
        return None
    if clause.lemma == "host" and _for_a_visit(analysis, clause):
        return None
    if noted and not (_is_dated(analysis, clause) and place_of(analysis, clause.obliques) is not None):
        return None
    clause = _mended(analysis, cast, clause, occasion)
    clause = with_thing_given(analysis, cast, clause) if occasion.type == "donation" else clause
    if not _fits(analysis, cast, clause, occasion):
        return None
    sides = tuple(index for index in _sides(analysis, clause, occasion) if index is not None)
    around = [*clause.obliques, *_hung_below(analysis, sides)]
    place = clause.object if occasion.needs == "place" and occasion.object else place_of(analysis, around)
    if place is None and occasion.type == "visit":
        place = next(
            (i for p, i in clause.obliques if p in occasion.companions and can_be_gone_to(analysis, cast, i)),
            None,
        )
    place = None if place is not None and is_the_country(analysis, place) else place
    host, guest = _host_and_guest(cast, clause, occasion)
    kind = "consultation" if occasion.type == "meeting" and _for_consultations(analysis, clause) else occasion.type
    kind = "meeting" if occasion.needs == "with" and is_face_to_face(analysis, clause) else kind
    resumed = occasion.needs in {"views", "others"}
    deed = amount_of(analysis, clause) if occasion.type == "donation" else occasion.deed
    return Telling(kind, token, clause, sides, place, deed=deed, aside=noted, resumes=resumed, host=host, guest=guest)


def _is_dated(analysis: Analysis, clause: Clause) -> bool:
    """ "the agreement signed in Riga *in June 2023*": one occasion, whose day or month is told."""
    return any(is_of_the_calendar(t) for _, index in clause.obliques for t in analysis.subtree(index))


def _is_only_possible(clause: Clause, occasion: VerbOccasion) -> bool:
    """ "China *could* provide aid", "they *should* meet": nobody says that it is to be."""
    return clause.modality in _ONLY_POSSIBLE or (clause.modality == "may" and occasion.type == "donation")


def _host_and_guest(cast: Cast, clause: Clause, occasion: VerbOccasion) -> tuple[int | None, int | None]:
    """Who is at home and who comes, as token indices: "received" and "called on" say it."""
    if occasion.type == "visit":
        return None, clause.subject if occasion.needs == "place" else None
    if occasion.host is None:
        return None, None
    behind = (index for preposition, index in clause.obliques if preposition in occasion.companions)
    with_whom = next((index for index in behind if cast.resolve(index).people), None)
    doer, other = clause.subject, clause.object if clause.object is not None else with_whom
    if clause.voice == "passive":
        doer, other = clause.agent, clause.subject
    return (doer, other) if occasion.host == "subject" else (other, doer)


def _for_a_visit(analysis: Analysis, clause: Clause) -> bool:
    """ "will host President X *for a State Visit*": told by the visit."""
    return any(p == "for" and noun_type(analysis, analysis.tokens[i]) == "visit" for p, i in clause.obliques)


def _for_consultations(analysis: Analysis, clause: Clause) -> bool:
    """ "Delegations met *for the third round of consultations*"."""
    return any(
        preposition == "for" and noun_type(analysis, analysis.tokens[index]) == "consultation"
        for preposition, index in clause.obliques
    )


def _only_invited(analysis: Analysis, token: Token) -> bool:
    """ "invited him *to visit*": an invitation, until it is accepted."""
    chain = [analysis.tokens[token.head]]
    chain += [analysis.tokens[chain[0].head]]
    inviting = next((t for t in chain if t.lemma in {"invite", "invitation"}), None)
    return inviting is not None and not is_accepted(analysis, token)


def is_accepted(analysis: Analysis, token: Token) -> bool:
    """Whether the sentence of an invitation, or the next, says that it was accepted."""
    near = (s for s in analysis.sentences if token.sentence <= s.index <= token.sentence + 1 and s.marked is None)
    return any(t.lemma == "accept" and t.upos == "VERB" for s in near for t in analysis.words(s))


def _mended(analysis: Analysis, cast: Cast, clause: Clause, occasion: VerbOccasion) -> Clause:
    """A clause with what the parse lost of it.

    That is what hangs behind "with" ("met on Monday *with X*"), and the object ("received *visiting* Speaker X",
    "welcomed to the Ministry X"): the first person told behind the verb is the other side.
    """
    clause = replace(clause, complement=_without_names(analysis, clause))
    if occasion.word in {"on", "upon"} and clause.object is not None and occasion.word in _particles(analysis, clause):
        return replace(clause, obliques=(*clause.obliques, (occasion.word, clause.object)), object=None)
    objects = analysis.dependents(clause.predicate, "obj")
    if len(objects) > 1 and occasion.type == "meeting" and _only_begins_a_title(cast, objects[0]):
        named = next((t.index for t in objects if cast.resolve(t.index).people), None)
        clause = replace(clause, object=named) if named is not None else clause
    if _lacks_partner(cast, clause, occasion):
        partner = person_behind(analysis, cast, clause.predicate, frozenset(occasion.companions))
        if partner is not None and partner != clause.subject:
            return replace(clause, obliques=(*clause.obliques, (occasion.companions[0], partner)))
    if _lacks_object(cast, clause, occasion):
        direct = person_right_behind(analysis, cast, clause.predicate)
        if direct is not None and direct != clause.subject:
            return replace(clause, object=direct)
    behind = [t.index for t in analysis.dependents(clause.predicate, "nsubj") if t.index > clause.predicate]
    objectless = occasion.object and clause.object is None and clause.voice == "active"
    if objectless and behind and behind[0] != clause.subject:
        return replace(clause, object=behind[0])
    wanting = occasion.needs == "person" and occasion.object and clause.voice == "active" and occasion.type != "call"
    if not wanting or (clause.object is not None and not _is_visiting(analysis, clause)):
        return clause
    ahead = people_ahead(analysis, cast, clause.predicate)
    found = next((index for index in ahead if index != clause.subject), None)
    return replace(clause, object=found, complement=None) if found is not None else clause


def _only_begins_a_title(cast: Cast, token: Token) -> bool:
    """ "received *Lao* Foreign Minister X": the beginning of a title, which the parse took for an object."""
    known = cast.resolve(token.index)
    return token.upos == "PROPN" and not known.people and (bool(known.parties) or is_head(token.lower))


def _lacks_object(cast: Cast, clause: Clause, occasion: VerbOccasion) -> bool:
    """Whether the verb meets or calls somebody, and the parse shows nobody."""
    if occasion.type not in {"meeting", "call"} or not occasion.object or clause.voice != "active":
        return False
    return clause.object is None or not cast.resolve(clause.object)


def _without_names(analysis: Analysis, clause: Clause) -> int | None:
    """The complement of a verb, unless the parse took a name for it."""
    names = clause.complement is not None and analysis.tokens[clause.complement].upos == "PROPN"
    return None if names else clause.complement


def _lacks_partner(cast: Cast, clause: Clause, occasion: VerbOccasion) -> bool:
    """Whether somebody else must stand with the verb and the parse shows nobody."""
    if "with" not in occasion.companions or occasion.type not in {"meeting", "call"}:
        return False
    if clause.object is not None and (occasion.object or not occasion.needs):
        return False
    return not any(p in occasion.companions and cast.resolve(i).parties for p, i in clause.obliques)


def _is_visiting(analysis: Analysis, clause: Clause) -> bool:
    return clause.complement is not None and analysis.tokens[clause.complement].lower == "visiting"


def _sides(analysis: Analysis, clause: Clause, occasion: VerbOccasion) -> list[int | None]:
    if occasion.needs == "accepted":
        return [clause.object]
    if occasion.needs == "sent":
        return []
    if occasion.needs == "signing" and clause.object is not None:
        return [clause.agent, clause.subject, *signers_of(analysis, clause.object)]
    sides = [clause.agent, clause.subject]
    if occasion.object and occasion.needs not in _OF_THINGS and occasion.type != "donation":
        sides.extend([clause.object, clause.indirect_object])
    sides.extend(index for preposition, index in clause.obliques if preposition in (*occasion.companions, "with"))
    return sides


def _hung_below(analysis: Analysis, sides: tuple[int, ...]) -> list[tuple[str, int]]:
    """Prepositional phrases that the parser hung from a participant ("met with X of Kenya *in Berlin*")."""
    found: list[tuple[str, int]] = []
    pending = list(sides)
    while pending:
        for token in analysis.dependents(pending.pop(), "nmod", "appos"):
            found.append((analysis.preposition(token.index) or "", token.index))
            pending.append(token.index)
    return found


def _fits(analysis: Analysis, cast: Cast, clause: Clause, occasion: VerbOccasion) -> bool:
    """Whether what the verb needs to be an occasion stands with it."""
    following = [index for preposition, index in clause.obliques if preposition in occasion.companions]
    if occasion.word and occasion.word not in {p for p, _ in clause.obliques} | _particles(analysis, clause):
        return False
    if occasion.word is None and clause.lemma == "call" and _particles(analysis, clause):
        return False  # "called *for* talks", "call *on* the King"
    if occasion.refuses == "active" and clause.voice == "active" and not are_several(analysis, cast, clause):
        return False
    if occasion.refuses and occasion.refuses != "active" and clause.complement is not None:
        return False
    if occasion.refuses == "inf" and not _calls_on_somebody(analysis, cast, following):
        return False
    other = clause.subject if clause.voice == "passive" else clause.object
    others = [index for index in (other, *following) if index is not None]
    if occasion.needs == "person":
        told = clause.tense == "past"
        met = any(cast.resolve(i).people or (told and _is_delegation(analysis, cast, i)) for i in others)
        return met and not _is_occasion(analysis, other)
    if occasion.needs == "place":
        if not occasion.object and clause.object is not None and clause.lemma in _TAKES_OTHERS:
            return False  # "flew *them* to safety"
        if clause.subject is not None and concerns(analysis, clause.subject, "gift"):
            return False  # "a first batch of *doses* arrived"
        target = [clause.object] if occasion.object else following
        return any(i is not None and can_be_gone_to(analysis, cast, i) for i in target)
    if occasion.needs == "sent":
        return clause.subject is not None and concerns(analysis, clause.subject, "gift")
    if occasion.needs == "stay":
        return _stays(analysis, cast, clause, following)
    if occasion.needs in {"with", "phone"}:
        return _speaks(analysis, cast, clause, occasion, following)
    if occasion.needs in {"phoned", "others"}:
        others = [index for index in (clause.object if occasion.object else None, *following) if index is not None]
        by_phone = occasion.needs == "others" or is_by_phone(analysis, clause)
        return by_phone and _are_together(analysis, cast, clause, others)
    if occasion.needs == "group" and not any(can_be_gone_to(analysis, cast, index) for index in following):
        return False
    if occasion.needs == "accepted":
        going = any(can_be_gone_to(analysis, cast, index) for index in following)
        return going and is_accepted(analysis, analysis.tokens[clause.predicate])
    if occasion.needs == "sides":
        return clause.object is None and are_several(analysis, cast, clause)
    if occasion.needs == "body":
        return other is None and clause.subject is not None and is_standing_body(analysis, clause.subject)
    if occasion.needs == "members":
        return other is None and clause.subject is not None and _are_members(analysis, cast, clause.subject)
    if occasion.needs == "screen":
        others = others if _lemmas(analysis, clause) & occasion_words().screen else []
        return bool(others) or (bool(_lemmas(analysis, clause) & occasion_words().screen) and clause.object is None)
    if occasion.needs is not None:
        return other is not None and concerns(analysis, other, occasion.needs)
    meets = occasion.type in {"meeting", "call"} and clause.voice == "active"
    if meets and other is not None and not can_be_met(analysis, cast, other):
        return False
    if clause.lemma == "meet" and clause.voice == "passive" and clause.agent is None:
        return False  # "would *be met* with a strong response"
    if occasion.type != "meeting" or others:
        return bool(others)
    return are_several(analysis, cast, clause) or (
        _for_consultations(analysis, clause) and _are_officials(analysis, clause)
    )


def _are_officials(analysis: Analysis, clause: Clause) -> bool:
    """ "*Deputy ministers* will meet for consultations": those of both sides."""
    token = analysis.tokens[clause.subject] if clause.subject is not None else None
    return token is not None and token.lower.endswith("s") and is_head(token.lower.removesuffix("s"))


def _is_delegation(analysis: Analysis, cast: Cast, index: int) -> bool:
    """ "received *a German business delegation*"."""
    return analysis.tokens[index].lemma.lower() == "delegation" and bool(side_of(analysis, cast, index).parties)


def _are_members(analysis: Analysis, cast: Cast, subject: int) -> bool:
    """ "*ASEAN foreign ministers* met", "leaders *of the G7* will gather": of one organisation of states."""
    head = analysis.tokens[subject]
    named = set(cast.parties_in(analysis.phrase(subject, "acl:relcl", "appos")))
    of_one = len(named) == 1 and all(known_parties()[party].kind == "organisation" for party in named)
    return of_one and head.lower.endswith("s") and is_head(head.lower.removesuffix("s")) and head.upos != "PRON"


def _calls_on_somebody(analysis: Analysis, cast: Cast, hosts: list[int]) -> bool:
    """ "called on *the Prime Minister*"; "called on *both sides* for restraint" asks for something."""
    return any(not cast.resolve(index).group and not is_asked_to_act(analysis, index) for index in hosts)


def _speaks(analysis: Analysis, cast: Cast, clause: Clause, occasion: VerbOccasion, following: list[int]) -> bool:
    """Whether people speak with one another by telephone; who speaks at a conference makes no call."""
    if any(preposition in {"at", "during"} and _is_occasion(analysis, i) for preposition, i in clause.obliques):
        return False
    by_phone = bool(_lemmas(analysis, clause) & occasion_words().phone)
    if occasion.needs == "phone" or analysis.tokens[clause.predicate].form == "ger":
        return by_phone
    if occasion.type == "meeting" and any(is_community(analysis, analysis.tokens[i]) for i in following):
        return True
    with_nobody = clause.object is None and {p for p, _ in clause.obliques} <= _BESIDE
    together = are_several(analysis, cast, clause)
    both = together and (by_phone or (with_nobody and clause.tense == "past" and is_by_name(analysis, cast, clause)))
    return both or any(_is_another(cast, clause, index) for index in following)


def _stays(analysis: Analysis, cast: Cast, clause: Clause, places: list[int]) -> bool:
    """ "The Minister *is in Berlin to attend* …", "*was in Berlin for* talks": a person who has come for something."""
    who = cast.resolve(clause.subject) if clause.subject is not None else None
    if who is None or not who.people or not any(names_place(analysis, index) for index in places):
        return False
    purpose = any(t.form == "inf" for t in analysis.dependents(clause.predicate, "advcl", "xcomp"))
    return purpose or any(p == "for" and noun_type(analysis, analysis.tokens[i]) for p, i in clause.obliques)


def _are_together(analysis: Analysis, cast: Cast, clause: Clause, others: list[int]) -> bool:
    """Whether a clause names people of two parties: as its subject, or its subject and somebody else."""
    if clause.subject is None or clause.voice == "passive" or clause.tense != "past" or clause.modality:
        return False
    own = cast.resolve(clause.subject)
    named = [who for index in others if (who := cast.resolve(index)).people or _is_another(cast, clause, index)]
    by_name = any(t.upos == "PROPN" for t in analysis.conjuncts(clause.subject)) and len(set(own.parties)) > 1
    return bool(own.people and (named or by_name))


def _is_another(cast: Cast, clause: Clause, index: int) -> bool:
    """Whether somebody of another party, or by name, is spoken with: not "spoke to *his parliament*"."""
    who = cast.resolve(index)
    own = cast.resolve(clause.subject).parties if clause.subject is not None else ()
    return bool(who.people or set(who.parties) - set(own))


def _particles(analysis: Analysis, clause: Clause) -> set[str]:
    return {token.lower for token in analysis.dependents(clause.predicate, "compound:prt", "advmod")}


def _lemmas(analysis: Analysis, clause: Clause) -> set[str]:
    return {token.lemma.lower() for token in analysis.subtree(clause.predicate)}


def _is_occasion(analysis: Analysis, index: int | None) -> bool:
    return index is not None and noun_type(analysis, analysis.tokens[index]) is not None


def guest_telling(analysis: Analysis, cast: Cast, token: Token) -> Telling | None:
    """ "the *visiting* Beninese Minister": a visit that the report alludes to."""
    if token.lower != "visiting":
        return None
    ahead = people_ahead(analysis, cast, token.index)
    guest = ahead[0] if ahead else None
    if guest is None or not any(analysis.tokens[i].upos == "PROPN" for i in range(token.index + 1, guest + 1)):
        return None
    return Telling("visit", token, None, (guest,), None, aside=True, guest=guest)
