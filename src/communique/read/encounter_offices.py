"""Whom "the two presidents" and "the foreign ministers" mean: those who hold the office, or nobody by name."""

from __future__ import annotations

from communique.model import Office
from communique.read.analysis import Analysis, Token
from communique.read.occasion_words import occasion_words
from communique.read.offices import office_words, title_words
from communique.read.people import Cast, Referent

_ALIKE = {"advisor": "adviser", "secretary": "minister", "external": "foreign", "state": "foreign"}
_SINGLE = frozenset({"head_of_state", "prime_minister"})  # held by one person in a state
_OTHER = frozenset(
    {"vice", "deputy", "former"}
)  # a vice president is no president; a deputy minister may be called minister


def of_that_office(analysis: Analysis, cast: Cast, token: Token, known: Referent) -> Referent:
    """What a plural office denotes: the people found for it where they hold it; else the two of the report who do;
    else only their parties. Someone of whom the report tells no office may hold any."""
    if token.lemma.lower() in occasion_words().general or _has_name(cast, token):
        return known
    wanted = _wanted(analysis, token)
    if all(_may_hold(cast, name, wanted) for name in known.people):
        return known
    able = [person.name for person in cast.people if any(_is(office.title, wanted) for office in person.offices)]
    sides = {cast.party_of(name) for name in able}
    return Referent(tuple(able), known.parties, known.group) if len(able) == len(sides) == 2 else _unnamed(known)


def as_equal(analysis: Analysis, cast: Cast, token: Token, known: Referent) -> Referent:
    """Whom "his counterpart" denotes: not a minister where "he" is the president, but the other state's president."""
    owners = [cast.resolve_span(owner.span) for owner in analysis.dependents(token.index, "nmod:poss")]
    held = {o.canonical for who in owners for name in who.people[:1] for o in _offices(cast, name) if o.canonical}
    following = cast.denoted.get(token.index + 1)
    if not held & _SINGLE or (following is not None and following.people):
        return known
    if any(not _offices(cast, name) or held & {o.canonical for o in _offices(cast, name)} for name in known.people):
        return known
    able = [
        p.name
        for p in cast.people
        if cast.party_of(p.name) in known.parties and held & {o.canonical for o in p.offices}
    ]
    return Referent(tuple(able), known.parties) if len(able) == 1 else _unnamed(known)


def _offices(cast: Cast, name: str) -> tuple[Office, ...]:
    return next((person.offices for person in cast.people if person.name == name), ())


def _unnamed(known: Referent) -> Referent:
    return Referent((), known.parties, known.group)


def _has_name(cast: Cast, token: Token) -> bool:
    """Whether the plural stands before the names themselves ("*Presidents* Berg and Otieno")."""
    following = cast.denoted.get(token.index + 1)
    return following is not None and bool(following.people)


def _wanted(analysis: Analysis, token: Token) -> frozenset[str]:
    """The words of the office: "foreign ministers" → foreign, minister."""
    before = analysis.dependents(token.index, "amod", "compound")
    words = {word for t in before for word in title_words(t.lower) if word in office_words().words}
    own = {word.removesuffix("s") for word in title_words(token.lemma.lower())}
    return frozenset(map(_plain, words | own))


def _plain(word: str) -> str:
    return _ALIKE.get(word, word)


def _may_hold(cast: Cast, name: str, wanted: frozenset[str]) -> bool:
    offices = _offices(cast, name)
    return not offices or any(_is(office.title, wanted) for office in offices)


def _is(title: str, wanted: frozenset[str]) -> bool:
    words = frozenset(map(_plain, title_words(title)))
    if "counterpart" in words:
        return True
    lower = "president" in wanted and bool((words & _OTHER) - wanted)
    return wanted <= words and not lower
