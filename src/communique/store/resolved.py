"""The resolved part of a record: written whole, in one transaction, from what resolving found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from communique.model import Disagreement, Evidence, Indicator, Judgement, KnownEncounter, KnownPerson, Matter
from communique.model.record import Suggestion
from communique.resolve.folding import fold
from communique.resolve.resolution import Resolution, Solved
from communique.store import writing
from communique.store.schema import (
    copies,
    disagreements,
    indicators,
    judgements,
    known_encounters,
    known_people,
    matters,
    person_mentions,
    person_redirects,
    person_suggestions,
    reports,
    sources,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

K = TypeVar("K", KnownPerson, Suggestion, KnownEncounter, Matter, Indicator, Disagreement, Judgement)


def write_copies(connection: Connection, found: Mapping[str, str]) -> None:
    """Note which reports are copies of which, in place of what was noted before."""
    connection.execute(delete(copies))
    current = select(reports.c.id, reports.c.key).where(reports.c.superseded.is_(None))
    keys = {row.id: row.key for row in connection.execute(current)}
    pairs = [
        {"report": keys[copy], "original": keys[original]}
        for copy, original in sorted(found.items())
        if copy in keys and original in keys
    ]
    _insert(connection, copies, pairs)


def write_resolution(connection: Connection, resolution: Resolution, revision: int) -> None:
    """Put a resolution in place of the last one. Ids that people had before lead to whoever they are now."""
    before = dict(_mentions(connection))
    _write_people(connection, resolution.solved)
    _redirect(connection, before, resolution)
    for table in (known_encounters, matters, indicators, disagreements):
        connection.execute(delete(table))
    _insert(connection, known_encounters, [_encounter_row(known) for known in resolution.encounters])
    _insert(connection, matters, [_row(matter, "topic", "state") for matter in resolution.matters])
    _insert(connection, indicators, [_row(series, "measure", "unit") for series in resolution.indicators])
    _insert(connection, disagreements, [_row(found, "about", "field") for found in resolution.disagreements])
    writing.set_state(connection, "resolved", str(revision))


def _write_people(connection: Connection, solved: Sequence[Solved]) -> None:
    """Put the blocks of people solved anew in place of those that are no more; blocks that were kept stay."""
    kept = {one.block for one in solved if one.kept}
    gone = [
        block for block in connection.execute(select(known_people.c.block).distinct()).scalars() if block not in kept
    ]
    for block in gone:
        inside = select(known_people.c.id).where(known_people.c.block == block)
        connection.execute(delete(person_mentions).where(person_mentions.c.person.in_(inside)))
        for table in (known_people, person_suggestions):
            connection.execute(delete(table).where(table.c.block == block))
    new = [one for one in solved if not one.kept]
    _insert(connection, known_people, [_person_row(person, one.block) for one in new for person in one.people])
    _insert(
        connection,
        person_mentions,
        [
            {"report": report, "name": name, "person": person}
            for one in new
            for (report, name), person in sorted(one.mentions.items())
        ],
    )
    _insert(
        connection, person_suggestions, [_suggestion_row(pair, one.block) for one in new for pair in one.suggestions]
    )


def solved(connection: Connection) -> dict[str, Solved]:
    """The blocks of people solved before, by signature, without the evidence of their people."""
    fields = (known_people.c.id, known_people.c.name, known_people.c.country, known_people.c.reports)
    people: dict[str, list[KnownPerson]] = {}
    home: dict[str, str] = {}
    for row in connection.execute(select(*fields, known_people.c.block).where(known_people.c.block != "")):
        home[row.id] = row.block
        people.setdefault(row.block, []).append(KnownPerson(row.id, row.name, row.country, (), (), row.reports, ()))
    mentions: dict[str, dict[tuple[str, str], str]] = {}
    for key, person_id in _mentions(connection):
        if person_id in home:
            mentions.setdefault(home[person_id], {})[key] = person_id
    return {block: Solved(block, tuple(found), mentions.get(block, {}), kept=True) for block, found in people.items()}


def suggestions(connection: Connection) -> Iterator[Suggestion]:
    """Pairs of people who may be one, the likeliest first."""
    return _all(connection, person_suggestions, Suggestion, -person_suggestions.c.score)


def people(connection: Connection) -> Iterator[KnownPerson]:
    return _all(connection, known_people, KnownPerson, known_people.c.folded)


def person(connection: Connection, person_id: str) -> KnownPerson | None:
    """The person of that id, or whom an id of old leads to now."""
    moved = select(person_redirects.c.person).where(person_redirects.c.id == person_id)
    wanted = connection.execute(moved).scalar() or person_id
    row = connection.execute(select(known_people.c.content).where(known_people.c.id == wanted)).scalar()
    return None if row is None else _validated(KnownPerson, row)


def person_of(connection: Connection, report: str, name: str) -> str | None:
    """The id of the person whom a report calls by that name."""
    query = select(person_mentions.c.person)
    query = query.where(person_mentions.c.report == report, person_mentions.c.name == name)
    found: str | None = connection.execute(query).scalar()
    return found


def encounters(connection: Connection) -> Iterator[KnownEncounter]:
    return _all(connection, known_encounters, KnownEncounter, known_encounters.c.start)


def threads(connection: Connection) -> Iterator[Matter]:
    return _all(connection, matters, Matter, matters.c.topic)


def series(connection: Connection) -> Iterator[Indicator]:
    return _all(connection, indicators, Indicator, indicators.c.measure)


def differences(connection: Connection) -> Iterator[Disagreement]:
    return _all(connection, disagreements, Disagreement, disagreements.c.about)


def append_judgement(connection: Connection, judgement: Judgement) -> None:
    """Append a reviewer's decision, with the digest of the text that it rests on."""
    connection.execute(
        insert(judgements).values(
            decision=judgement.decision,
            subject_report=judgement.subject.report,
            subject_digest=_digest_of(connection, judgement.subject),
            at=judgement.at,
            content=asdict(judgement),
        )
    )


def decisions(connection: Connection) -> Iterator[Judgement]:
    """Every decision, oldest first; where two are about the same, the newest holds.

    Evidence goes by the id that the record knows its report by now, should another source of the text stand for it.
    """
    aliases = _aliases(connection)
    for content in connection.execute(select(judgements.c.content).order_by(judgements.c.key)).scalars():
        judgement = _validated(Judgement, content)
        subject = _by_alias(judgement.subject, aliases)
        other = None if judgement.object is None else _by_alias(judgement.object, aliases)
        yield replace(judgement, subject=subject, object=other)


def _aliases(connection: Connection) -> dict[str, str]:
    """For each source that another stands for, the id of that other."""
    query = select(sources.c.report_id, reports.c.id).join(reports, reports.c.key == sources.c.report)
    query = query.where(reports.c.superseded.is_(None), sources.c.report_id != reports.c.id)
    return {row.report_id: row.id for row in connection.execute(query)}


def _by_alias(evidence: Evidence, aliases: Mapping[str, str]) -> Evidence:
    return replace(evidence, report=aliases.get(evidence.report, evidence.report))


def _digest_of(connection: Connection, evidence: Evidence) -> str | None:
    query = select(reports.c.digest).where(reports.c.id == evidence.report, reports.c.superseded.is_(None))
    digest: str | None = connection.execute(query).scalar()
    return digest


def _mentions(connection: Connection) -> Iterator[tuple[tuple[str, str], str]]:
    for report, name, known in connection.execute(
        select(person_mentions.c.report, person_mentions.c.name, person_mentions.c.person)
    ):
        yield (report, name), known


def _redirect(connection: Connection, before: Mapping[tuple[str, str], str], resolution: Resolution) -> None:
    """Lead each id that is no longer in use to the person who has most of its mentions now."""
    living, now = {person.id for person in resolution.people}, resolution.mentions
    votes: dict[str, dict[str, int]] = {}
    for mention, old in before.items():
        new = now.get(mention)
        if old not in living and new is not None:
            counted = votes.setdefault(old, {})
            counted[new] = counted.get(new, 0) + 1
    moved = {old: min(counted, key=lambda new: (-counted[new], new)) for old, counted in votes.items()}
    for old, target in connection.execute(select(person_redirects.c.id, person_redirects.c.person)).all():
        moved.setdefault(old, moved.get(target, target))
    connection.execute(delete(person_redirects))
    kept = [{"id": old, "person": new} for old, new in sorted(moved.items()) if old not in living]
    _insert(connection, person_redirects, kept)


def _person_row(known: KnownPerson, block: str) -> dict[str, Any]:
    columns = {"name": known.name, "country": known.country, "reports": known.reports, "block": block}
    return {"id": known.id, "folded": fold(known.name), **columns, "content": asdict(known)}


def _suggestion_row(pair: Suggestion, block: str) -> dict[str, Any]:
    return {"id": pair.id, "block": block, "score": pair.score, "content": asdict(pair)}


def _encounter_row(known: KnownEncounter) -> dict[str, Any]:
    columns = {field: getattr(known.encounter, field) for field in ("type", "status", "start")}
    return {"id": known.id, **columns, "content": asdict(known)}


def _row(found: Matter | Indicator | Disagreement, *fields: str) -> dict[str, Any]:
    return {"id": found.id, **{field: getattr(found, field) for field in fields}, "content": asdict(found)}


def _insert(connection: Connection, table: Table, found: list[dict[str, Any]]) -> None:
    if found:
        connection.execute(insert(table), found)


def _all(connection: Connection, table: Table, kind: type[K], order: Any) -> Iterator[K]:
    query = select(table.c.content).order_by(order.is_(None), order, table.c.id)
    for content in connection.execute(query).scalars():
        yield _validated(kind, content)


def _validated(kind: type[K], content: Any) -> K:
    hashable: Any = kind  # a class is hashable; mypy looks at its instances
    known: K = _adapter(hashable).validate_python(content)
    return known


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
