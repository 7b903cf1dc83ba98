"""Matters: what two parties have raised, agreed and done on one topic, and how far it has come.

An item belongs to the matter of its first topic only, so that nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from communique.model import Matter, Statement, Undertaking
from communique.model.record import MatterState
from communique.resolve.days import range_of
from communique.resolve.identity import Days, identifier, place
from communique.resolve.occasion import Parties, between
from communique.resolve.resolution import Told

MOST_PARTIES = 4  # an item of more parties is of a conference, not of a pair

_ACTS: Mapping[str, MatterState] = {
    "request": "raised",
    "propose": "raised",
    "concern": "raised",
    "commit": "discussed",
    "discuss": "discussed",
    "agree": "agreed",
}
_STATUSES: Mapping[str, MatterState] = {
    "proposed": "raised",
    "agreed": "agreed",
    "under way": "under way",
    "delayed": "under way",
    "completed": "done",
    "in force": "done",
}
_ORDER: Sequence[MatterState] = ("raised", "discussed", "agreed", "under way", "done")

_DONE = _ORDER.index("done")

_Key = tuple[Parties, str]


def resolve_matters(told: Sequence[Told], as_of: str | None) -> tuple[Matter, ...]:
    """Every matter, by parties and topic; its state as of the day given."""
    days: Days = {one.reading.report: one.published for one in told}
    statements: dict[_Key, list[Statement]] = {}
    undertakings: dict[_Key, list[Undertaking]] = {}
    for one in told:
        for statement in one.reading.statements:
            if statement.act in _ACTS and not statement.negated:
                named = (*statement.speaker_parties, *statement.addressee_parties)
                for key in _keys(statement.topics, between(named, one.reading)):
                    statements.setdefault(key, []).append(statement)
        for undertaking in one.reading.undertakings:
            for key in _keys(undertaking.topics, between(undertaking.parties, one.reading)):
                undertakings.setdefault(key, []).append(undertaking)
    found = sorted({*statements, *undertakings})
    return tuple(_matter(key, statements.get(key, []), undertakings.get(key, []), days, as_of) for key in found)


def state_of(matter: Matter, days: Days, as_of: str | None) -> MatterState:
    """How far the matter has come by the day given.

    Word of it only ever moves it forward; but what is raised again after it was done is open again. A term that
    has passed without word since makes it overdue.
    """
    reached = 0
    for _, step in sorted(_steps(matter, days)):
        reopened = reached == _DONE and step == 0
        reached = 0 if reopened else max(reached, step)
    if reached != _DONE and as_of is not None and _is_overdue(matter, days, as_of):
        return "overdue"
    return _ORDER[reached]


def _steps(matter: Matter, days: Days) -> Iterator[tuple[tuple[str, str, int, int], int]]:
    """Each word of the matter: where it stands in time, and the state it speaks of as a place in `_ORDER`."""
    for statement in matter.statements:
        yield place(statement.evidence, days), _ORDER.index(_ACTS[statement.act])
    for undertaking in matter.undertakings:
        if undertaking.status in _STATUSES:
            yield place(undertaking.evidence, days), _ORDER.index(_STATUSES[undertaking.status])


def _is_overdue(matter: Matter, days: Days, as_of: str) -> bool:
    """Whether the latest term has passed, and no report since speaks of the matter."""
    items: tuple[Statement | Undertaking, ...] = (*matter.statements, *matter.undertakings)
    terms = [term[1].isoformat() for item in items if (term := range_of(item.due)) is not None]
    heard = [day for item in items if (day := days.get(item.evidence.report))]
    return bool(terms) and max(terms) < as_of and not any(day > max(terms) for day in heard)


def _keys(topics: Sequence[str], parties: Parties) -> Iterator[_Key]:
    if topics and 2 <= len(parties) <= MOST_PARTIES:
        yield from ((pair, topics[0]) for pair in combinations(parties, 2))


def _matter(
    key: _Key, statements: list[Statement], undertakings: list[Undertaking], days: Days, as_of: str | None
) -> Matter:
    parties, topic = key
    matter = Matter(
        id=identifier("matter", *parties, topic),
        parties=parties,
        topic=topic,
        state="raised",
        statements=tuple(sorted(statements, key=lambda one: place(one.evidence, days))),
        undertakings=tuple(sorted(undertakings, key=lambda one: place(one.evidence, days))),
    )
    return replace(matter, state=state_of(matter, days, as_of))
