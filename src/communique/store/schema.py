"""The tables of a record. Changing them means a new step under `migrations/versions/`; a test compares the two.

A report row is one version of one report; the current one has no `superseded` time. Items hang on their report by
its row key and are the flattened form of its reading: columns are the fields of the dataclasses in `model/`, the
evidence spread over `span_start`, `span_end` and `quote`. `item_parties` links an item to each party that it names.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("superseded", String),
    Column("digest", String, nullable=False, index=True),
    Column("fingerprint", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("published", String, index=True),
    Column("published_source", String),
    Column("title", String),
    Column("url", String, index=True),
    Column("issuer", String),
    Column("dateline", String),
    Column("name", String),
    Column("marks", JSON, nullable=False),
    Column("added", String, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("report", ForeignKey("reports.key"), nullable=False, index=True),
    Column("report_id", String, nullable=False, index=True),
    Column("issuer", String),
    Column("url", String, index=True),
    Column("name", String),
    Column("title", String),
    Column("published", String),
)

readings = Table(
    "readings",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("digest", String, nullable=False),
    Column("reader", String, nullable=False, index=True),
    Column("content", JSON, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("name", String, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)


def _items(name: str, *fields: tuple[str, type[TypeEngine[Any]]]) -> Table:
    """A table of items of one kind, with the columns that every kind has and those of its own."""
    return Table(
        name,
        metadata,
        Column("report", ForeignKey("reports.key"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("quote", Text, nullable=False),
        *(Column(field, kind) for field, kind in fields),
    )


items: dict[str, Table] = {
    "people": _items(
        "people",
        ("name", String), ("country", String), ("country_inferred", Boolean), ("offices", JSON),
        ("mentions", JSON),
    ),
    "encounters": _items(
        "encounters",
        ("type", String), ("subtype", String), ("status", String), ("main", Boolean), ("start", String),
        ("end", String), ("place", String), ("place_country", String), ("parties", JSON), ("participants", JSON),
        ("parts", JSON), ("within", String), ("invited_by", JSON), ("location", JSON),
    ),
    "statements": _items(
        "statements",
        ("act", String), ("speakers", JSON), ("speaker_parties", JSON), ("addressees", JSON),
        ("addressee_parties", JSON), ("cue", String), ("content", Text), ("content_span", JSON),
        ("joint", Boolean), ("negated", Boolean), ("due", String), ("topics", JSON),
        ("conditions", JSON), ("figures", JSON),
    ),
    "figures": _items(
        "figures",
        ("value", Float), ("unit", String), ("measure", String), ("parties", JSON), ("period", String),
        ("status", String), ("change", Float), ("change_unit", String), ("direction", String),
        ("baseline", String), ("approximation", String), ("range", JSON),
    ),
    "undertakings": _items(
        "undertakings",
        ("kind", String), ("name", String), ("parties", JSON), ("status", String), ("due", String),
        ("figures", JSON), ("topics", JSON), ("giver", String), ("presenter", String), ("recipient", String),
        ("worth", Float), ("currency", String),
    ),
    "dates": _items(
        "dates",
        ("text", String), ("value", String), ("modality", String), ("inferred", Boolean),
    ),
}  # fmt: skip

item_parties = Table(
    "item_parties",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("role", String, primary_key=True),
    Column("party", String, primary_key=True),
    Index("ix_item_parties_party_report", "party", "report"),
)

copies = Table(
    "copies",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("original", ForeignKey("reports.key"), nullable=False, index=True),
)

known_people = Table(
    "known_people",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("country", String, index=True),
    Column("reports", Integer, nullable=False),
    Column("block", String, nullable=False, index=True, server_default=""),
    Column("content", JSON, nullable=False),
)

person_suggestions = Table(
    "person_suggestions",
    metadata,
    Column("id", String, primary_key=True),
    Column("block", String, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("content", JSON, nullable=False),
)

person_mentions = Table(
    "person_mentions",
    metadata,
    Column("report", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("person", ForeignKey("known_people.id"), nullable=False, index=True),
)

person_redirects = Table(
    "person_redirects",
    metadata,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
)

known_encounters = Table(
    "known_encounters",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("start", String, index=True),
    Column("content", JSON, nullable=False),
)

matters = Table(
    "matters",
    metadata,
    Column("id", String, primary_key=True),
    Column("topic", String, nullable=False, index=True),
    Column("state", String, nullable=False),
    Column("content", JSON, nullable=False),
)

indicators = Table(
    "indicators",
    metadata,
    Column("id", String, primary_key=True),
    Column("measure", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("content", JSON, nullable=False),
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("id", String, primary_key=True),
    Column("about", String, nullable=False),
    Column("field", String, nullable=False),
    Column("content", JSON, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("decision", String, nullable=False),
    Column("subject_report", String, nullable=False, index=True),
    Column("subject_digest", String),
    Column("at", String, nullable=False),
    Column("content", JSON, nullable=False),
)

state = Table(
    "record_state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
