"""Whom each report means by each name: the person as the record knows them, with the country that is printed or not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, select

from communique.store.schema import items, known_people, person_mentions, reports


@dataclass(frozen=True, slots=True)
class Called:
    """A person by the record's name and country; `is_printed` is false where no report prints that country."""

    name: str
    country: str | None
    is_printed: bool


def called(connection: Connection) -> dict[tuple[str, str], Called]:
    """The person of each report's id and of each name in it."""
    printed = {row.person for row in connection.execute(_printed())}
    query = select(person_mentions, known_people.c.name.label("shown"), known_people.c.country)
    query = query.join(known_people, known_people.c.id == person_mentions.c.person)
    return {
        (row.report, row.name): Called(row.shown, row.country, row.person in printed)
        for row in connection.execute(query)
    }


def _printed() -> Select[tuple[str]]:
    """The people whose country some report prints."""
    people = items["people"]
    query = select(person_mentions.c.person).distinct()
    query = query.join(known_people, known_people.c.id == person_mentions.c.person)
    query = query.join(reports, and_(reports.c.id == person_mentions.c.report, reports.c.superseded.is_(None)))
    query = query.join(people, and_(people.c.report == reports.c.key, people.c.name == person_mentions.c.name))
    return query.where(people.c.country == known_people.c.country, people.c.country_inferred.is_(False))
