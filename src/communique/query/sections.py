"""The sections of a dossier, in the order in which a desk officer asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.model import Act, Statement, Undertaking
from communique.query.answers import ASKS, OPEN, PROMISES, Answer
from communique.query.asking import HEARSAY, awaits_answer, is_hearsay
from communique.query.citing import Place, place_of
from communique.query.dossier import DossierLine, Group, Section
from communique.query.lines import (
    disagreement_line,
    encounter_line,
    has_passed,
    last_day,
    person_line,
    statement_line,
    undertaking_line,
)
from communique.query.names import Names
from communique.query.selection import Selection
from communique.query.titles import titles
from communique.query.wording import sentence
from communique.resolve.things import is_same_thing

OBJECTIONS: frozenset[Act] = frozenset({"concern", "reject"})
COURTESIES: frozenset[Act] = frozenset({"appreciate", "support", "greet"})
TALKS: frozenset[Act] = frozenset({"discuss"})
LISTED = ASKS | PROMISES | OBJECTIONS | COURTESIES | TALKS

OPEN_STATES = frozenset({OPEN, "overdue"})
_NO_TOPIC = "Other matters"
_MANY = 12  # lines that a reader takes in without headings between them
_STATE_ORDER = (
    "overdue", "open", "delayed", "proposed", "agreed", "under way", "in force", "done", "completed", "cancelled",
)  # fmt: skip


def encounters(selection: Selection, names: Names) -> Section:
    """Who met whom, when and where, oldest first."""
    lines = [encounter_line(known, selection.citing, names) for known in selection.encounters]
    return Section("encounters", "Who met whom, when and where", undivided(lines))


def asks(selection: Selection, names: Names) -> tuple[Section, ...]:
    """What each side asked and proposed; then what both did together, and what others asked of them."""
    a, b = selection.pair.a, selection.pair.b
    parts = (
        ("asks_a", f"What {names(a)} asked and proposed", lambda sides: sides == {a}),
        ("asks_b", f"What {names(b)} asked and proposed", lambda sides: sides == {b}),
        ("asks_both", "What both sides asked and proposed together", lambda sides: sides == {a, b}),
        ("asks_others", "What others asked of them", lambda sides: not sides),
    )
    asked = [item for item in selection.statements if item.act in ASKS]
    return tuple(
        Section(key, title, _by_topic([i for i in asked if holds(_speaking(i, selection))], selection, names))
        for key, title, holds in parts
    )


def promises(selection: Selection, names: Names) -> Section:
    """What was promised or agreed, by who is bound."""
    a, b = selection.pair.a, selection.pair.b
    heads = {
        frozenset({a, b}): "Agreed or promised together",
        frozenset({a}): sentence(f"{names(a)} promised"),
        frozenset({b}): sentence(f"{names(b)} promised"),
        frozenset(): "Promised by others",
    }
    said = [item for item in selection.statements if item.act in PROMISES]
    groups: list[Group] = []
    for who, title in heads.items():
        bound = [item for item in said if _speaking(item, selection) == who]
        groups += _under(title, bound, selection, names)
    return Section("promises", "What was promised or agreed", filled(groups))


def _under(title: str, items: list[Statement], selection: Selection, names: Names) -> list[Group]:
    """Statements under one title, divided by topic where they are many."""
    if len(items) <= _MANY:
        return [Group(title, _statement_lines(items, selection, names))]
    return [Group(f"{title}: {group.title}", group.lines) for group in _by_topic(items, selection, names)]


def undertakings(selection: Selection, names: Names) -> Section:
    """Projects, agreements, documents, bodies and deliveries, with status and term; overdue ones first."""
    lines = [undertaking_line(same, selection.citing, selection.today, names) for same in _tellings(selection)]
    return Section("undertakings", "Undertakings", undivided(sorted(lines, key=_by_state)))


def _tellings(selection: Selection) -> list[tuple[Undertaking, ...]]:
    """The undertakings, each with all that tells of it, oldest first: one goes by one name or a fuller one, and of two
    of a kind on the very same words the second is the first by another name."""
    things: list[list[Undertaking]] = []
    on_words: set[tuple[str, Place]] = set()
    for item in sorted(selection.undertakings, key=lambda item: selection.citing.when(item.evidence)):
        words = (item.kind, place_of(item.evidence))
        if words not in on_words:
            same = next((thing for thing in things if any(is_same_thing(item, other) for other in thing)), None)
            if same is None:
                things.append([item])
            else:
                same.append(item)
        on_words.add(words)
    return [tuple(same) for same in things]


def disagreements(selection: Selection, names: Names) -> Section:
    """Reports that differ about the same fact, side by side."""
    mine = {place_of(evidence) for evidence in selection.evidence()}
    lines = [
        disagreement_line(item, selection.citing)
        for item in selection.material.disagreements
        if any(place_of(e) in mine for _, e in item.values)
    ]
    return Section("disagreements", "Where reports disagree", undivided(lines))


def objections(selection: Selection, names: Names) -> Section:
    """Concerns voiced and refusals, by topic."""
    said = [item for item in selection.statements if item.act in OBJECTIONS]
    return Section("objections", "Concerns and refusals", _by_topic(said, selection, names))


def talks(selection: Selection, names: Names) -> Section:
    """What was talked about without a position, by topic."""
    said = [item for item in selection.statements if item.act in TALKS]
    return Section("talks", "Talked about", _by_topic(said, selection, names))


def courtesies(selection: Selection, names: Names) -> Section:
    """Thanks, support and greetings, in the order of the reports."""
    said = [item for item in selection.statements if item.act in COURTESIES]
    lines = _statement_lines(said, selection, names)
    return Section("courtesies", "Thanks, support and greetings", undivided(lines))


def people(selection: Selection, names: Names) -> Section:
    """Those who stand for either side, with the offices that the reports give them."""
    groups = [
        Group(
            sentence(names(code)),
            tuple(
                person_line(person, selection.citing, titles(person, selection), names)
                for person in sorted(selection.people, key=lambda person: (-person.reports, person.name))
                if person.country == code
            ),
        )
        for code in (selection.pair.a, selection.pair.b)
    ]
    return Section("people", "People and offices", filled(groups))


def _speaking(item: Statement, selection: Selection) -> set[str]:
    """Those of the pair that speak."""
    return set(item.speaker_parties) & selection.pair.codes


def _by_topic(items: Iterable[Statement], selection: Selection, names: Names) -> tuple[Group, ...]:
    """Grouped by first topic, groups with open matters first; within one: open first, then oldest first."""
    topics: dict[str, list[Statement]] = {}
    for item in items:
        topics.setdefault(item.topics[0] if item.topics else "", []).append(item)
    groups = [Group(topic_title(key), _statement_lines(said, selection, names)) for key, said in topics.items()]
    return tuple(sorted(groups, key=lambda g: (g.title == _NO_TOPIC, not _any_open(g.lines), g.title)))


def topic_title(key: str) -> str:
    """A topic's name in `vocabulary/topics.yaml`; a key that is not there reads as it is."""
    from communique.read.topics import topics

    if not key:
        return _NO_TOPIC
    topic = topics().get(key)
    return topic.name if topic else sentence(key)


def _statement_lines(items: Iterable[Statement], selection: Selection, names: Names) -> tuple[DossierLine, ...]:
    ordered = sorted(items, key=lambda item: selection.citing.when(item.evidence))
    lines = [_statement_line(item, selection, names) for item in ordered]
    return _merged(sorted(lines, key=lambda line: not is_open(line.state)))


def _statement_line(item: Statement, selection: Selection, names: Names) -> DossierLine:
    """A statement with how it stands, and with the quote that says so."""
    answer = selection.answers.to(item) if item.act in ASKS | PROMISES else None
    line = statement_line(item, selection.citing, names, _state(item, answer, selection))
    return line if answer is None else replace(line, also=(selection.citing.cite(answer.evidence),))


def _state(item: Statement, answer: Answer | None, selection: Selection) -> str | None:
    """How what was asked or promised stands: by the last answer to it; without one, what one side asked of the other is
    open, a promise whose term has passed is overdue, and one that is only rumoured is hearsay."""
    if item.act not in ASKS | PROMISES:
        return None
    if answer is not None:
        return answer.state
    if has_passed(item.due, selection.today) and not selection.answers.is_heard_of(item, last_day(item.due)):
        return "overdue"
    if item.act in PROMISES and is_hearsay(selection.citing.cite(item.evidence)):
        return HEARSAY
    return OPEN if awaits_answer(item, selection.pair) else None


def is_open(state: str | None) -> bool:
    """Whether a state leaves something to be done: "open", "open, promised to review", or overdue."""
    return (state or "").partition(",")[0] in OPEN_STATES


def _merged(lines: Iterable[DossierLine]) -> tuple[DossierLine, ...]:
    """Lines that say the very same once, with every quote."""
    found: dict[tuple[str, str], DossierLine] = {}
    for line in lines:
        said = (line.state or "", line.text.casefold())
        first = found.setdefault(said, line)
        if first is not line:
            found[said] = replace(
                first,
                due=first.due or line.due,
                conditions=first.conditions or line.conditions,
                also=(*first.also, line.citation),
            )
    return tuple(found.values())


def _any_open(lines: Iterable[DossierLine]) -> bool:
    return any(is_open(line.state) for line in lines)


def _by_state(line: DossierLine) -> int:
    return _STATE_ORDER.index(line.state) if line.state in _STATE_ORDER else len(_STATE_ORDER)


def undivided(lines: Iterable[DossierLine]) -> tuple[Group, ...]:
    """Lines without headings between them."""
    return filled([Group("", tuple(lines))])


def filled(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups that hold a line."""
    return tuple(group for group in groups if group.lines)
