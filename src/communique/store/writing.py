"""Changing a record, within a transaction that the caller holds. Each function leaves the record whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select, update

from communique.model import Reading, Report
from communique.resolve.duplicates import fingerprint
from communique.store import fulltext, rows
from communique.store.schema import (
    copies,
    failures,
    item_parties,
    items,
    readings,
    reports,
    sources,
    state,
)

Outcome = Literal["added", "unchanged", "another source", "replaced"]


def add(connection: Connection, report: Report, reading: Reading) -> Outcome:
    """Keep a report and its reading; the same text again only adds a source, a newer text replaces the older."""
    forget_failure(connection, report.name or report.id)
    held = _holding(connection, report)
    if held is None:
        return _add_new(connection, report, reading)
    if _must_be_read(connection, held, report, reading.reader):
        _restate(connection, held, report)
        keep_source(connection, held["key"], report)
        _replace_reading(connection, held, reading)
        return "replaced"
    return "another source" if keep_source(connection, held["key"], report) else "unchanged"


def held_already(connection: Connection, report: Report, reader: str) -> Outcome | None:
    """What adding would come to if it can be told without reading: the text is held, read by this very reader."""
    held = _holding(connection, report)
    if held is None or _must_be_read(connection, held, report, reader):
        return None
    forget_failure(connection, report.name or report.id)
    return "another source" if keep_source(connection, held["key"], report) else "unchanged"


def remove(connection: Connection, report_id: str) -> bool:
    """Take out a report with all its versions, or a mere source by its id; False where the record has neither."""
    versions = connection.execute(select(reports).where(reports.c.id == report_id)).mappings().all()
    for version in versions:
        _clear(connection, version)
        connection.execute(delete(sources).where(sources.c.report == version["key"]))
        connection.execute(delete(reports).where(reports.c.key == version["key"]))
    gone = connection.execute(delete(sources).where(sources.c.report_id == report_id)).rowcount
    if versions or gone:
        _changed(connection)
    return bool(versions or gone)


def keep_source(connection: Connection, key: int, report: Report) -> bool:
    """Note that the report was carried here too; False where that is known already."""
    source = {
        "report": key,
        "report_id": report.id,
        "issuer": report.issuer,
        "url": report.url,
        "name": report.name,
        "title": report.title,
        "published": report.published,
    }
    same = [sources.c[field].is_not_distinct_from(source[field]) for field in ("report", "report_id", "url")]
    if connection.execute(select(sources.c.key).where(*same)).first():
        return False
    connection.execute(insert(sources).values(source))
    _changed(connection)
    return True


def record_failure(connection: Connection, name: str, reason: str) -> None:
    """Keep the reason why something could not be added; the newest reason stands."""
    forget_failure(connection, name)
    connection.execute(insert(failures).values(name=name, reason=reason, at=now()))


def forget_failure(connection: Connection, name: str) -> None:
    connection.execute(delete(failures).where(failures.c.name == name))


def revision(connection: Connection) -> int:
    """How many changes the record has seen; what was resolved at an older revision is stale."""
    return int(_state(connection, "revision") or 0)


def resolved_revision(connection: Connection) -> int | None:
    """The revision that the resolved tables rest on; None before the first resolving."""
    value = _state(connection, "resolved")
    return None if value is None else int(value)


def set_state(connection: Connection, name: str, value: str) -> None:
    if not connection.execute(update(state).where(state.c.name == name).values(value=value)).rowcount:
        connection.execute(insert(state).values(name=name, value=value))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _add_new(connection: Connection, report: Report, reading: Reading) -> Outcome:
    older = _older_versions(connection, report)
    for version in older:
        _clear(connection, version)
        connection.execute(update(reports).where(reports.c.key == version["key"]).values(superseded=now()))
    key = _insert(connection, report, reading, version=1 + max((row["version"] for row in older), default=0))
    for version in older:
        _move_sources(connection, version["key"], key, report)
    keep_source(connection, key, report)
    return "replaced" if older else "added"


def _insert(connection: Connection, report: Report, reading: Reading, version: int) -> int:
    row = rows.report_row(report)
    row |= {"version": version, "fingerprint": fingerprint(report), "added": now()}
    key: int = connection.execute(insert(reports).returning(reports.c.key), row).scalar_one()
    fulltext.index(connection, key, report.title, report.text)
    _insert_reading(connection, key, report.id, reading)
    _changed(connection)
    return key


def _insert_reading(connection: Connection, key: int, report_id: str, reading: Reading) -> None:
    content = rows.reading_content(reading, report_id)
    row = {"report": key, "digest": reading.digest, "reader": reading.reader, "content": content}
    connection.execute(insert(readings), row)
    for kind, found in rows.item_rows(reading, key).items():
        if found:
            connection.execute(insert(items[kind]), found)
    parties = rows.party_rows(reading, key)
    if parties:
        connection.execute(insert(item_parties), parties)


def _replace_reading(connection: Connection, held: RowMapping, reading: Reading) -> None:
    """Put a newer reader's reading in the older one's place; its evidence is named after the report held."""
    _clear_reading(connection, held["key"])
    _insert_reading(connection, held["key"], held["id"], reading)
    _changed(connection)


def _holding(connection: Connection, report: Report) -> RowMapping | None:
    """The current report with the same text, letter for letter or but for white space, case and punctuation."""
    query = select(reports).where(reports.c.fingerprint == fingerprint(report), reports.c.superseded.is_(None))
    return connection.execute(query.order_by(reports.c.key)).mappings().first()


def _must_be_read(connection: Connection, held: RowMapping, report: Report, reader: str) -> bool:
    """Whether the text held was read by another reader, or under a day of publication that is corrected now."""
    if held["digest"] != report.digest:
        return False
    return _reader_of(connection, held["key"]) != reader or _is_redated(held, report)


def _is_redated(held: RowMapping, report: Report) -> bool:
    same = all(held[field] == getattr(report, field) for field in ("id", "url", "issuer"))
    return same and report.published is not None and report.published != held["published"]


def _restate(connection: Connection, held: RowMapping, report: Report) -> None:
    """Take over the day of publication that is given now; what is read rests on it."""
    if _is_redated(held, report):
        connection.execute(delete(sources).where(sources.c.report == held["key"], sources.c.report_id == report.id))
        changed = {"published": report.published, "published_source": report.published_source}
        connection.execute(update(reports).where(reports.c.key == held["key"]).values(**changed))


def _older_versions(connection: Connection, report: Report) -> Sequence[RowMapping]:
    """The current reports that this one is a newer text of: those of the same id or the same URL."""
    same = [reports.c.id == report.id]
    if report.url:
        same.append(reports.c.url == report.url)
    query = select(reports).where(or_(*same), reports.c.superseded.is_(None))
    return connection.execute(query.order_by(reports.c.key)).mappings().all()


def _move_sources(connection: Connection, old: int, new: int, report: Report) -> None:
    """The places that carried the older version count for the report still; its own place is noted afresh."""
    own = sources.c.report_id == report.id
    if report.url:
        own = or_(own, sources.c.url == report.url)
    connection.execute(delete(sources).where(sources.c.report == old, own))
    connection.execute(update(sources).where(sources.c.report == old).values(report=new))


def _clear(connection: Connection, version: RowMapping) -> None:
    """Take a version out of search, items and resolving. Its row, with the text, stays."""
    if version["superseded"] is None:
        fulltext.unindex(connection, version["key"], version["title"], version["text"])
    _clear_reading(connection, version["key"])
    either = or_(copies.c.report == version["key"], copies.c.original == version["key"])
    connection.execute(delete(copies).where(either))


def _clear_reading(connection: Connection, key: int) -> None:
    for table in (*items.values(), item_parties, readings):
        connection.execute(delete(table).where(table.c.report == key))


def _reader_of(connection: Connection, key: int) -> str | None:
    reader: str | None = connection.execute(select(readings.c.reader).where(readings.c.report == key)).scalar()
    return reader


def _changed(connection: Connection) -> None:
    set_state(connection, "revision", str(revision(connection) + 1))


def _state(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(select(state.c.value).where(state.c.name == name)).scalar()
    return value
