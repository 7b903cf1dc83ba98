"""Matters: what two parties have raised, agreed and done about one object, and how far it has come.

An item belongs to one matter of a pair only, so that nothing is counted twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from communique.model import Matter, Statement, Undertaking
from communique.model.record import MatterState
from communique.resolve.days import range_of
from communique.resolve.identity import Days, identifier, place
from communique.resolve.occasion import Parties, between
from communique.resolve.resolution import Told
from communique.resolve.subjects import FEWEST, object_of
from communique.resolve.things import have_other_numbers
from communique.resolve.threads import Item, Placed, in_threads, words_of

REPLY_WITHIN = 400  # characters between what was asked and a reply to it: two sentences
MOST_PARTIES = 4  # an item of more parties is of a conference, not of a pair

_ACTS: Mapping[str, MatterState] = {
    "request": "raised",
    "propose": "raised",
    "concern": "raised",
    "commit": "discussed",
    "discuss": "discussed",
    "agree": "agreed",
    "reject": "discussed",
}
_STATUSES: Mapping[str, MatterState] = {
    "proposed": "raised",
    "agreed": "agreed",
    "under way": "under way",
    "delayed": "under way",
    "completed": "done",
    "in force": "done",
}
_ASKS = {"request", "propose"}
_REPLIES = {"agree", "commit", "reject"}
_ORDER: Sequence[MatterState] = ("raised", "discussed", "agreed", "under way")  # each further than the one before


def resolve_matters(told: Sequence[Told], as_of: str | None) -> tuple[Matter, ...]:
    """Every matter, by parties and by what it is about; its state as of the day given."""
    days: Days = {one.reading.report: one.published for one in told}
    placed: dict[Parties, list[Placed]] = {}
    for one in told:
        for item in (*_said(one.reading.statements), *map(_undertaken, one.reading.undertakings)):
            for pair in _pairs(between(_parties(item.item), one.reading)):
                placed.setdefault(pair, []).append(item)
    found = [
        _matter(pair, thread, days, as_of)
        for pair, items in sorted(placed.items())
        for thread in in_threads(sorted(items, key=lambda one: place(one.item.evidence, days)))
    ]
    return tuple(sorted(found, key=lambda matter: (matter.parties, matter.topic, matter.id)))


def _parties(item: Item) -> Parties:
    return item.parties if isinstance(item, Undertaking) else (*item.speaker_parties, *item.addressee_parties)


def _undertaken(undertaking: Undertaking) -> Placed:
    return Placed(undertaking, next(iter(undertaking.topics), ""))


def _said(statements: Sequence[Statement]) -> Iterator[Placed]:
    """The statements that move a matter, each with its topic; a reply that names no object ("agreed to the request")
    has that of what was asked right before it."""
    asked: Statement | None = None
    for statement in sorted(statements, key=lambda one: one.evidence.start):
        to = asked if asked is not None and _takes_up(statement, asked) else None
        topics = statement.topics or (to.topics if to is not None else ())
        if statement.act in _ACTS and (statement.act == "reject" or not statement.negated):
            yield Placed(statement, next(iter(topics), ""), to)
        asked = statement if statement.act in _ASKS else asked


def _takes_up(reply: Statement, asked: Statement) -> bool:
    return reply.act in _REPLIES and len(object_of(reply.content)) < FEWEST and _follows(reply, asked)


def _follows(reply: Statement, asked: Statement) -> bool:
    near = reply.evidence.start - asked.evidence.end <= REPLY_WITHIN
    return near and not set(reply.speaker_parties) & set(asked.speaker_parties)


def state_of(matter: Matter, days: Days, as_of: str | None) -> MatterState:
    """How far the matter has come by the day given.

    Word of it only ever moves it forward. It is done when all that was undertaken is done and nothing was said
    of it since; a term that has passed without word since makes it overdue.
    """
    done, open_ = _finished_and_open(matter.undertakings)
    said = [(place(one.evidence, days), _ACTS[one.act]) for one in matter.statements]
    if done and not open_:
        last = max(place(one.evidence, days) for one in done)
        said = [(when, state) for when, state in said if when > last]
        if not said:
            return "done"
    if as_of is not None and _is_overdue(matter, open_, days, as_of):
        return "overdue"
    reached = [*(state for _, state in said), *(_STATUSES[one.status] for one in open_)]
    if done and open_:
        reached.append("under way")  # a part of it is done
    return max(reached, key=_ORDER.index, default="raised")


def _finished_and_open(undertakings: Sequence[Undertaking]) -> tuple[list[Undertaking], list[Undertaking]]:
    """The newest word of each thing undertaken (they come oldest first), parted by whether it is done. Of one object
    there is one thing of a kind, unless numbers tell them apart ("30 artefacts", "12 artefacts")."""
    newest: list[Undertaking] = []
    for undertaking in undertakings:
        newest = [o for o in newest if o.kind != undertaking.kind or have_other_numbers(undertaking, o)]
        newest.append(undertaking)
    held = [one for one in newest if one.status in _STATUSES]
    return (
        [one for one in held if _STATUSES[one.status] == "done"],
        [one for one in held if _STATUSES[one.status] != "done"],
    )


def _is_overdue(matter: Matter, open_: Sequence[Undertaking], days: Days, as_of: str) -> bool:
    """Whether the latest term of what is open has passed, and no report since speaks of the matter."""
    due = [one.due for one in matter.statements] + [one.due for one in open_]
    terms = [term[1].isoformat() for value in due if (term := range_of(value)) is not None]
    items: tuple[Statement | Undertaking, ...] = (*matter.statements, *matter.undertakings)
    heard = [day for item in items if (day := days.get(item.evidence.report))]
    return bool(terms) and max(terms) < as_of and not any(day > max(terms) for day in heard)


def _pairs(parties: Parties) -> Iterator[Parties]:
    if 2 <= len(parties) <= MOST_PARTIES:
        yield from combinations(parties, 2)


def _matter(parties: Parties, thread: Sequence[Placed], days: Days, as_of: str | None) -> Matter:
    """The matter of a thread. Its id follows from its earliest item, its topic is the one that most of it has."""
    items = [one.item for one in thread]
    topics = Counter(one.topic for one in thread if one.topic)
    first = items[0]
    matter = Matter(
        id=identifier("matter", *parties, *place(first.evidence, {}), type(first).__name__, words_of(first)),
        parties=parties,
        topic=topics.most_common(1)[0][0] if topics else "",
        state="raised",
        statements=tuple(item for item in items if isinstance(item, Statement)),
        undertakings=tuple(item for item in items if isinstance(item, Undertaking)),
    )
    return replace(matter, state=state_of(matter, days, as_of))
