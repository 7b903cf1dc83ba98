"""Who took part in an occasion: its people and its parties."""

from __future__ import annotations

import re

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.encounter_company import companions, speaker_beside
from communique.read.encounter_offices import as_equal, of_that_office
from communique.read.listing import listed_before, listed_behind
from communique.read.offices import is_head
from communique.read.parties import find_parties
from communique.read.parties import parties as known_parties
from communique.read.people import Cast, Referent
from communique.read.stretch import people_back
from communique.read.telling import TALKED, Telling

_SENT = {
    "delegation",
    "team",
    "mission",
    "official",
    "leader",
    "lawmaker",
    "expert",
    "rescuer",
    "vessel",
    "ship",
}
_CURRENCY = re.compile(r"\s?(?:\$|dollars?\b)", re.IGNORECASE)  # "worth 2 million *US* dollars" names no recipient
_EQUALS = {"counterpart", "homologue"}
_PAIRED = {"consultation", "ceremony", "donation", "meeting", "call"}


def who_took_part(
    analysis: Analysis, cast: Cast, telling: Telling, country: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and parties of a telling; sides that it leaves out are the report's own, or the place's."""
    referents = [side_of(analysis, cast, index, alone=index == telling.alone) for index in telling.sides]
    if telling.type == "visit" and not any(referents):
        referents = [_at_home(analysis, cast, index) for index in telling.sides]
    referents.append(_lost_subject(analysis, cast, telling) or _lost_conjunct(analysis, cast, telling))
    referents = [_who_goes(telling, index, who) for index, who in zip((*telling.sides, None), referents, strict=True)]
    listed = [
        name
        for index, who in zip(telling.sides, referents, strict=False)
        for name in _listed(analysis, cast, telling, index, who)
    ]
    people = tuple(dict.fromkeys((*(name for referent in referents for name in referent.people), *listed)))
    parties = tuple(dict.fromkeys(code for referent in referents for code in referent.parties))
    beside = speaker_beside(analysis, cast, telling, people)
    more = tuple(companion.name for companion in companions(analysis, cast, telling))
    people = _joined(people, (*beside, *more))
    parties = _joined(parties, _represented(cast, (*listed, *beside, *more)))
    return people, _completed(analysis, cast, telling, country, parties)


def _at_home(analysis: Analysis, cast: Cast, index: int) -> Referent:
    """ "*the President's* upcoming trip": of an office alone, the party of whose report it is."""
    token = analysis.tokens[index]
    bare = {t.lower for t in analysis.dependents(index, "det", "amod", "compound", "nmod")} <= {"the"}
    own = is_head(token.lower) and bare and not token.lower.endswith("s") and cast.issuer_party is not None
    return Referent((), (str(cast.issuer_party),)) if own else Referent()


def _listed(analysis: Analysis, cast: Cast, telling: Telling, index: int, who: Referent) -> tuple[str, ...]:
    """Those who stand in one list with a side, where the parse lost them."""
    if (
        index == telling.alone
        or analysis.tokens[index].deprel == "nmod:poss"
        or (not who and not is_sent(analysis.tokens[index]))
    ):
        return ()
    return (*_listed_before(analysis, cast, telling, index), *listed_behind(analysis, cast, index))


def _listed_before(analysis: Analysis, cast: Cast, telling: Telling, index: int) -> tuple[str, ...]:
    """Those who stand in one list with a side, before it and behind the verb."""
    case = analysis.dependents(index, "case")
    start = case[0].index if case else telling.head.index
    return (
        listed_before(analysis, cast, index, start) if telling.is_verb and telling.head.index <= start < index else ()
    )


def _main_subject(analysis: Analysis, cast: Cast, index: int) -> Referent:
    """Who does what the sentence tells: "Co-chairing the review, *X and Y* have called …"."""
    head = analysis.tokens[index].head
    subjects = analysis.dependents(head, "nsubj")
    return next((who for token in subjects if (who := cast.resolve(token.index))), Referent())


def is_sent(token: Token) -> bool:
    """Whether a noun names those who act for a state: a delegation, officials, lawmakers."""
    return token.lemma.lower() in _SENT


def _who_goes(telling: Telling, index: int | None, who: Referent) -> Referent:
    """A side of a telling; who sends a mission stays at home."""
    home = telling.sends and telling.clause is not None and index == telling.clause.subject
    return Referent((), who.parties) if home else who


def side_of(analysis: Analysis, cast: Cast, index: int, *, alone: bool = False) -> Referent:
    """Whom a side denotes; of one that nobody is named for ("Indonesia's foreign minister", "a Kenyan delegation") the
    party that its phrase names."""
    token = analysis.tokens[index]
    known = cast.resolve_span(token.span) if alone else cast.resolve(index)
    if token.lemma.lower() in _SENT and any(t.lower in {"a", "an"} for t in analysis.dependents(index, "det")):
        known = Referent((), known.parties)  # "a Kenyan delegation": not the one spoken of
    many = token.lower.endswith("s") and (is_head(token.lower) or is_sent(token))
    if many and _is_in_a_name(analysis, token):
        return Referent((), known.parties)
    if known.people and many:
        known = of_that_office(analysis, cast, token, known)
        states = (
            p for t in analysis.dependents(index, "amod", "compound") for p in cast.parties_in(_pair(analysis, t))
        )
        known = Referent(known.people, _joined(known.parties, tuple(states)))
    if known.people and not many and token.lemma.lower() in _EQUALS:
        known = as_equal(analysis, cast, token, known)
    if not known.people and many:
        named = cast.parties_in(analysis.phrase(index, "acl", "acl:relcl", "appos"))
        return Referent((), _joined(known.parties, named))  # "the security advisers of France, Germany and Italy"
    if known or not (is_head(token.lower) or is_sent(token)):
        return known
    return Referent((), cast.parties_in(analysis.phrase(index, "acl", "acl:relcl", "conj", "appos"))[:1])


def _pair(analysis: Analysis, token: Token) -> Span:
    """ "*Polish and Lithuanian* ministers": an adjective with those coordinated with it."""
    return analysis.phrase(token.index)


def _is_in_a_name(analysis: Analysis, token: Token) -> bool:
    """ "the *Leaders'* Summit": a part of a name, nobody in particular."""
    named = analysis.tokens[token.head].text[:1].isupper() and token.text[:1].isupper()
    return named and token.deprel == "nmod:poss"


def _represented(cast: Cast, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party for name in people if (party := cast.party_of(name)) is not None)


def _lost_subject(analysis: Analysis, cast: Cast, telling: Telling) -> Referent:
    """The person told right before a verb for which the parse found no subject."""
    clause = telling.clause
    if clause is None or clause.voice == "passive":
        return Referent()
    if clause.subject is not None and (clause.subject == telling.head.index or cast.resolve(clause.subject)):
        return Referent()
    form = analysis.tokens[clause.predicate].form
    if form not in {"fin", "ger"} and clause.modality is None:
        return Referent()
    before = people_back(analysis, cast, clause.predicate)
    if not before and analysis.tokens[clause.predicate].form == "ger":
        return _main_subject(analysis, cast, clause.predicate)
    return _together(analysis, cast, before) if before else Referent()


def _lost_conjunct(analysis: Analysis, cast: Cast, telling: Telling) -> Referent:
    """The second of "X *and Uganda's Works Minister Y* signed", where the parse coordinated the state alone."""
    clause = telling.clause
    if clause is None or clause.subject is None or clause.subject > clause.predicate:
        return Referent()
    states = [t for t in analysis.dependents(clause.subject, "conj") if not cast.resolve_span(t.span).people]
    owners = [t for t in states if any(p.lower in POSSESSIVES for p in analysis.dependents(t.index, "case"))]
    before = people_back(analysis, cast, clause.predicate)[:1]
    return cast.resolve_span(analysis.tokens[before[0]].span) if owners and before else Referent()


def _together(analysis: Analysis, cast: Cast, before: list[int]) -> Referent:
    """The nearest person before a verb, with the one whom an "and" joins to them."""
    last, *others = before
    found = [cast.resolve_span(analysis.tokens[last].span)]
    between = analysis.tokens[others[0] + 1 : last] if others else ()
    if any(token.lower == "and" for token in between):
        found.insert(0, cast.resolve_span(analysis.tokens[others[0]].span))
    people = tuple(dict.fromkeys(name for who in found for name in who.people))
    return Referent(people, tuple(dict.fromkeys(code for who in found for code in who.parties)))


def _completed(
    analysis: Analysis, cast: Cast, telling: Telling, country: str | None, parties: tuple[str, ...]
) -> tuple[str, ...]:
    if (telling.type in {"consultation", "summit"} and telling.clause is None) or telling.named:
        parties = _joined(parties, cast.parties_in(_named_phrase(analysis, telling)))
    if telling.type == "donation" and len(parties) == 1:
        parties = _joined(parties, _recipients(analysis, telling, parties))
    if telling.type == "summit":
        parties = _joined(parties, _hosting(analysis, cast, telling.head))
    of_members = telling.type == "summit" and any(known_parties()[code].kind != "state" for code in parties)
    if telling.type in {"visit", "donation", "summit"} and country and len(parties) < 2 and not of_members:
        parties = _joined(parties, (country,))
    if telling.type == "visit":
        return _of_a_journey(cast, telling, country, parties)
    both = cast.main_parties
    bare = telling.type in {"donation", "meeting"} and telling.is_verb and telling.head.form in {"inf", "ger"}
    if bare and not parties:
        return ()  # "providing them with food": nobody of the report does it
    if telling.type == "meeting" and country and len(parties) == 1 and _are_of_the_place(analysis, cast, telling):
        return _joined(parties, (country,))
    if telling.type in _PAIRED and len(both) == 2 and len(parties) < 2 and set(parties) <= set(both):
        absent = telling.type in TALKED and not all(
            _acts_here(analysis, cast, code) for code in both if code not in parties
        )
        parties = parties if absent else _joined(parties, both)
    return parties


def _are_of_the_place(analysis: Analysis, cast: Cast, telling: Telling) -> bool:
    """ "In Manila, she will meet *government leaders*": officials of nobody's but the place."""
    tokens = (analysis.tokens[index] for index in telling.sides)
    return any(
        (is_head(t.lower) or is_sent(t)) and not cast.resolve(t.index) and _is_of_a_government(analysis, t)
        for t in tokens
    )


def _is_of_a_government(analysis: Analysis, token: Token) -> bool:
    """ "*government* leaders", "*local* officials": of where they are; "senior officials" may be of a body there."""
    words = {t.lower for t in analysis.dependents(token.index, "amod", "compound", "nmod")}
    return bool(words & {"government", "governmental", "national", "local", "federal", "provincial", "host"})


def _acts_here(analysis: Analysis, cast: Cast, party: str) -> bool:
    """Whether a party, or somebody of it, does something in the report: a state only spoken of holds no talks."""
    if party in (cast.issuer_party, cast.host) or any(cast.party_of(person.name) == party for person in cast.people):
        return True
    doers = (clause.subject for clause in analysis.clauses if clause.subject is not None)
    return any(party in cast.resolve(index).parties for index in doers)


def _hosting(analysis: Analysis, cast: Cast, summit: Token) -> tuple[str, ...]:
    """Who hosts a summit: "*Chad* will host the summit", "the summit, which *Rome* was to host", "*Chad's* hosting of
    the summit"."""
    above = analysis.tokens[summit.head]
    if above.lower == "hosting":
        return tuple(p for t in analysis.dependents(above.index, "nmod:poss") for p in cast.resolve(t.index).parties)
    told = {t.index for child in analysis.dependents(summit.index, "acl") for t in analysis.subtree(child.index)}
    for clause in analysis.clauses:
        inside = clause.predicate in told or clause.object == summit.index
        if clause.lemma == "host" and inside:
            host = clause.agent if clause.voice == "passive" else clause.subject
            if host is None and analysis.tokens[clause.predicate].deprel == "xcomp":  # "*Rome* was to host it"
                verb = analysis.tokens[clause.predicate].head
                host = next((t.index for t in analysis.dependents(verb, "nsubj")), None)
            return cast.resolve(host).parties if host is not None else ()
    return ()


def _of_a_journey(cast: Cast, telling: Telling, country: str | None, parties: tuple[str, ...]) -> tuple[str, ...]:
    """A journey is of one side to the other: of the report's sides, where one is not told."""
    both = cast.main_parties
    if len(both) != 2:
        return parties
    if not parties and (telling.place is not None or telling.clause is not None):
        return both
    if parties == (country,) and country is not None and not _goes(telling, cast):
        going = sorted((party for party in both if party != country), key=lambda party: party == cast.host)
        return _joined(tuple(going[:1]), parties)
    away = telling.clause is not None or telling.aside or parties[:1] != (cast.host,)
    if len(parties) == 1 and country is None and away:
        return _joined(parties, both) if parties[0] in both else parties
    return parties


def _goes(telling: Telling, cast: Cast) -> bool:
    """Whether a side of the telling denotes a party; the goal of "his visit to Laos" is none that goes."""
    going = (index for index in telling.sides if telling.is_verb or index != telling.place)
    return any(cast.resolve(index).parties for index in going)


def _joined(parties: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*parties, *more)))


def _named_phrase(analysis: Analysis, telling: Telling) -> Span:
    above = analysis.tokens[telling.head.head]
    if telling.type == "summit" and above.lower in {"heads", "leaders", "ministers"}:
        return analysis.phrase(above.index, "acl", "acl:relcl", "conj", "appos")  # "the *CARICOM Heads* of …"
    return analysis.phrase(telling.head.index, "acl", "acl:relcl", "conj", "appos")


def is_to_own_people(analysis: Analysis, cast: Cast, telling: Telling, met: set[str]) -> bool:
    """Whether a gift is to the giver's own people, whom they met: its clause names no other party."""
    clause = telling.clause
    if clause is None or clause.subject is None or clause.voice == "passive":
        return False
    givers = cast.resolve(clause.subject).parties
    return len(givers) == 1 and givers[0] in met and not _recipients(analysis, telling, givers)


def _recipients(analysis: Analysis, telling: Telling, givers: tuple[str, ...]) -> tuple[str, ...]:
    """The first other party named in the clause of a gift, or whose place it goes to ("via Port Sudan")."""
    phrase = analysis.phrase(telling.head.index, "nsubj", "conj", "ccomp", "advcl").of(analysis.text)
    named = (m.code for m in find_parties(phrase) if not _CURRENCY.match(phrase, m.span.end))
    return tuple(code for code in named if code not in givers)[:1]
