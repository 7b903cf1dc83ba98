"""Those who took part beside the sides that an occasion's own clause names: its chairs and heads of delegation, who
came along, who was present, and who speaks of it ("told TASS after consultations with X")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import ParticipantRole
from communique.read.analysis import Analysis, Sentence, Token
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast
from communique.read.stretch import people_ahead, people_back
from communique.read.telling import TALKED, Telling

_CHAIRED = {"chaired", "presided"}
_LED = {"led", "headed"}
_GROUPS = {"delegation", "side", "team"}
_SESSIONS = _GROUPS | {
    "meeting", "session", "dialogue", "talk", "talks", "consultation", "commission", "committee", "council", "event",
    "it",
}  # fmt: skip
_ATTENDED = {
    "event", "function", "programme", "program", "session", "meeting", "talk", "talks", "discussion", "discussions",
    "ceremony", "reception", "dinner", "lunch", "banquet", "handover", "signing",
}  # fmt: skip
_CALLS = {"call", "conversation", "videoconference", "teleconference"}
_PRESENT = {"participant", "attendee"}
_OPENING = 2  # words at most up to the "participants" that a sentence lists
_VERB = 20  # words at most up to the verb behind which they are listed
_CLIMB = 6  # steps at most from an occasion's noun up to the clause in which somebody speaks of it
_BY = 3  # tokens at most from "chaired" to its "by"


@dataclass(frozen=True, slots=True)
class Companion:
    """A participant by name, with the part that was told."""

    name: str
    role: ParticipantRole


def companions(analysis: Analysis, cast: Cast, telling: Telling) -> tuple[Companion, ...]:
    """Those whom the sentence of a telling adds to its sides."""
    sentence = analysis.sentences[telling.head.sentence]
    found: list[Companion] = []
    for token in analysis.words(sentence):
        role = _role_opened(analysis, token)
        if role is not None:
            found.extend(Companion(name, role) for name in _names(cast, people_ahead(analysis, cast, token.index)))
    return tuple(found)


def _role_opened(analysis: Analysis, token: Token) -> ParticipantRole | None:
    """The part of the people behind a token: "*accompanied by*", "*in the presence of*", "*under the chair of*"."""
    words = occasion_words().roles
    behind = analysis.tokens[token.index + 1 : token.index + 1 + _BY]
    if token.lower in words and behind and any(t.lower in {"by", "of", "with"} for t in behind[:1]):
        return words[token.lower]
    return None


def speaker_beside(analysis: Analysis, cast: Cast, telling: Telling, people: tuple[str, ...]) -> tuple[str, ...]:
    """Who speaks at or after an occasion with the other side: "X said *after talks with Y*"."""
    if telling.is_verb or telling.type not in TALKED or len({cast.party_of(name) for name in people}) > 1:
        return ()
    above = analysis.tokens[telling.head.head]
    where = above if above.lemma in {"end", "close", "conclusion", "start", "opening"} else telling.head
    if analysis.preposition(where.index) not in {"at", "during", "after", "following", "in"}:
        return ()
    token = telling.head
    for _ in range(_CLIMB):
        clause = analysis.clause_of.get(token.index)
        subject = cast.resolve(clause.subject) if clause is not None and clause.subject is not None else None
        if subject is not None and subject.people and not set(subject.people) & set(people):
            together = telling.type == "meeting" and len(set(subject.parties)) > 1
            whole = people or telling.type in {"call", "consultation"} or together
            return subject.people if whole else ()
        if token.head == token.index:
            break
        token = analysis.tokens[token.head]
    return () if not people else _nearest_before(analysis, cast, token, people)


def _nearest_before(analysis: Analysis, cast: Cast, verb: Token, people: tuple[str, ...]) -> tuple[str, ...]:
    """The person right before the main verb, where the parse took somebody else for its subject."""
    near = _names(cast, people_back(analysis, cast, verb.index)[:1])
    return () if set(near) & set(people) else near


def present_at_large(analysis: Analysis, cast: Cast, told: frozenset[int]) -> tuple[Companion, ...]:
    """Those of whom a sentence of its own says that they were present: at what the report is about. `told` are the
    sentences that tell an occasion themselves."""
    found: list[str] = []
    for sentence in analysis.prose():
        found.extend(_names(cast, _with_him(analysis, cast, sentence)))
        if not _is_told_to_them(analysis, sentence):
            found.extend(_names(cast, _listed_present(analysis, cast, sentence)))
        for token in analysis.words(sentence):
            if _says_present(analysis, token):
                heads = _relative_owner(analysis, token) or people_back(analysis, cast, token.index)
                heads = heads or people_ahead(analysis, cast, token.index) or _behind_were(analysis, cast, token)
                found.extend(_names(cast, heads))
            elif _takes_part_too(analysis, token) or (sentence.index not in told and _joins(analysis, token)):
                found.extend(_names(cast, _relative_owner(analysis, token)))
            elif sentence.index not in told and _attends(analysis, token):
                passive = analysis.tokens[token.index + 1].lower == "by"
                found.extend(
                    _names(
                        cast, people_ahead(analysis, cast, token.index) if passive else _relative_owner(analysis, token)
                    )
                )
    return tuple(Companion(name, "present") for name in dict.fromkeys(found))


def _with_him(analysis: Analysis, cast: Cast, sentence: Sentence) -> list[int]:
    """ "*With him were* Ministers X and Y": who is told to have been there beside the one in focus."""
    opening = analysis.words(sentence)[:3]
    if [t.lower for t in opening[::2]] in (["with", "was"], ["with", "were"]) and opening[1].upos == "PRON":
        return people_ahead(analysis, cast, opening[2].index)
    return []


def _listed_present(analysis: Analysis, cast: Cast, sentence: Sentence) -> list[int]:
    """ "*Joining the President on the call were* X and Y", "the call *included*: X and Y"."""
    words = analysis.words(sentence)
    listed = any(t.lower == "joining" or t.lemma.lower() in _PRESENT for t in words[:_OPENING])
    verbs = {"was", "were", "included", "include"} if listed else {"included"}
    verb = next((t for t in words[:_VERB] if t.lower in verbs), None)
    if verb is None or not (listed or analysis.tokens[verb.index - 1].lemma.lower() in _ATTENDED | _CALLS):
        return []
    colon = analysis.tokens[verb.index + 1].text == ":" if verb.index + 1 < sentence.last else False
    return people_ahead(analysis, cast, verb.index + colon)


def _is_told_to_them(analysis: Analysis, sentence: Sentence) -> bool:
    """ "The participants were *told that* X had objected": X was not there."""
    return any(t.lower in {"that", "told", "informed", "briefed"} for t in analysis.words(sentence)[:_VERB])


def _joins(analysis: Analysis, token: Token) -> bool:
    """ "President X *joined the call* at the end"."""
    clause = analysis.clause_of.get(token.index)
    if clause is None or clause.lemma != "join" or clause.object is None or clause.voice == "passive":
        return False
    said = clause.tense == "past" and not clause.modality and not clause.negated
    return said and analysis.tokens[clause.object].lemma.lower() in _ATTENDED | _CALLS


def _takes_part_too(analysis: Analysis, token: Token) -> bool:
    """ "Commissioner X *also participated*", "X *also took part* in the talks": in what the report is about."""
    clause = analysis.clause_of.get(token.index)
    if clause is None or clause.tense != "past" or clause.lemma not in {"participate", "take", "attend"}:
        return False
    also = any(t.lower == "also" for t in analysis.dependents(token.index, "advmod"))
    events = [i for preposition, i in clause.obliques if preposition in {"in", "at"}]
    part = clause.lemma == "participate"
    if clause.object is not None and clause.lemma == "take":
        part = analysis.tokens[clause.object].lemma == "part"
        events += [t.index for t in analysis.dependents(clause.object, "nmod")]
    elif clause.object is not None and clause.lemma == "attend":
        part, events = True, [*events, clause.object]
    return also and part and all(analysis.tokens[i].lemma.lower() in _ATTENDED for i in events)


def _attends(analysis: Analysis, token: Token) -> bool:
    """ "The event was *attended* by X", "X also *attended* the event"."""
    clause = analysis.clause_of.get(token.index)
    if clause is None or clause.lemma != "attend" or token.form not in {"fin", "part"}:
        return False
    event = clause.subject if clause.voice == "passive" else clause.object
    return event is not None and analysis.tokens[event].lemma.lower() in _ATTENDED


def travellers_at_large(analysis: Analysis, cast: Cast, told: frozenset[int]) -> tuple[tuple[str, Companion], ...]:
    """Who came along with whom, by sentences of their own ("Minister X will be accompanied by …"); `told` are the
    sentences that tell an occasion themselves."""
    found: list[tuple[str, Companion]] = []
    for sentence in analysis.prose():
        if sentence.index in told:
            continue
        for token in analysis.words(sentence):
            role = _role_opened(analysis, token)
            if role != "accompanying" and token.lower != "joined":
                continue
            led = _names(cast, _relative_owner(analysis, token) or people_back(analysis, cast, token.index))
            along = _names(cast, people_ahead(analysis, cast, token.index))
            found.extend((led[0], Companion(name, role)) for name in along if led and role)
    return (*found, *_accompanying(analysis, cast, told))


def _accompanying(analysis: Analysis, cast: Cast, told: frozenset[int]) -> Iterator[tuple[str, Companion]]:
    """ "*Minister X and Minister Y* will accompany the President"."""
    prose = {sentence.index for sentence in analysis.prose()} - told
    for clause in analysis.clauses:
        if clause.lemma != "accompany" or clause.voice == "passive" or clause.sentence not in prose:
            continue
        led = cast.resolve(clause.object).people if clause.object is not None else ()
        along = _names(cast, people_back(analysis, cast, clause.predicate))
        yield from ((led[0], Companion(name, "accompanying")) for name in along if len(led) == 1 and name != led[0])


def _says_present(analysis: Analysis, token: Token) -> bool:
    """ "also present were", "was present": not "presented", nor "the present situation"."""
    if token.lower == "attendance":
        return analysis.preposition(token.index) == "in"
    if token.lower != "present" or token.upos == "VERB":
        return False
    before, after = analysis.tokens[token.index - 1], analysis.tokens[min(token.index + 1, len(analysis.tokens) - 1)]
    also = before.lower in {"also", "was", "were", ",", "those"} or before.upos == "PUNCT"
    return also and (after.lower in {"at", "were", "was", "during", ".", ","} or before.lower == "also")


def _behind_were(analysis: Analysis, cast: Cast, marker: Token) -> list[int]:
    verb = next((t for t in analysis.tokens[marker.index : marker.index + 12] if t.lower in {"was", "were"}), None)
    return people_ahead(analysis, cast, verb.index) if verb is not None else []


def heads_of_delegation(analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """Those who are said to head a side or to chair: "the EU delegation, led by X, and the Kenyan one by Z", "Y, who
    headed the delegation", "The meeting was co-chaired by X and Y"."""
    found: list[str] = []
    for sentence in analysis.prose():
        words = analysis.words(sentence)
        if not {token.lemma.lower() for token in words} & _SESSIONS:
            continue
        for token in words:
            found.extend(_names(cast, _heading(analysis, cast, token)))
    return tuple(dict.fromkeys(found))


def _heading(analysis: Analysis, cast: Cast, token: Token) -> list[int]:
    """The heads of people whom a word makes chairs or heads of a side."""
    after = analysis.tokens[min(token.index + 1, len(analysis.tokens) - 1)]
    if token.lower in _CHAIRED | _LED and after.lower == "by":
        found = people_ahead(analysis, cast, token.index)
        return found if token.lower in _CHAIRED else found[:1]
    if token.lower == "by" and analysis.tokens[token.index - 1].lemma.lower() in _GROUPS:
        return people_ahead(analysis, cast, token.index)[:1]
    if token.lower in _CHAIRED:
        co = analysis.tokens[token.index - 2].lower == "co"  # the parser takes "co-chaired" for three words
        return people_back(analysis, cast, token.index - 2 if co else token.index)[::-1]
    if token.lower in _LED and analysis.tokens[token.index].form == "fin" and _leads_a_side(analysis, token):
        return _relative_owner(analysis, token)
    if token.lower in _LED and any(t.lemma.lower() in _GROUPS for t in analysis.tokens[token.index : token.index + 5]):
        return _relative_owner(analysis, token)
    return []


def _leads_a_side(analysis: Analysis, token: Token) -> bool:
    """ "Prime Minister X *led the Moldovan delegation*"."""
    clause = analysis.clause_of.get(token.index)
    return clause is not None and clause.object is not None and analysis.tokens[clause.object].lemma.lower() in _GROUPS


def _relative_owner(analysis: Analysis, token: Token) -> list[int]:
    clause = analysis.clause_of.get(token.index)
    return [clause.subject] if clause is not None and clause.subject is not None else []


def _names(cast: Cast, heads: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for index in heads for name in cast.resolve(index).people))
