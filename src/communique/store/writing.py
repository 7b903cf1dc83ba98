"""Changing a record, within a transaction that the caller holds. Each function leaves the record whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, or_, select, update

from communique.model import Reading, Report
from communique.resolve.duplicates import fingerprint
from communique.resolve.identity import UNDATED
from communique.store import fulltext, place, rows
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

Outcome = Literal["added", "unchanged", "another source", "replaced", "read anew"]


def add(connection: Connection, report: Report, reading: Reading) -> Outcome:
    """Keep a report and its reading; the same text again only adds a source, a newer text replaces the older.

    Of several sources of one text the earliest stands for it, so that it does not matter which came in first.
    """
    forget_failure(connection, report.name or report.id)
    held = _holding(connection, report)
    if held is not None and _is_revised(connection, held, report):
        held = None
    older = _older_versions(connection, report, held)
    if held is None:
        key = _insert(connection, report, reading, version=1 + max((row["version"] for row in older), default=0))
        outcome: Outcome = "added"
    else:
        key = held["key"]
        outcome = _keep_again(connection, held, report, reading)
    _drop_source_elsewhere(connection, key, report)
    for version in older:
        _supersede(connection, version, key)
    if keep_source(connection, key, report) and outcome == "unchanged":
        outcome = "another source"
    return "replaced" if older else outcome


def held_already(connection: Connection, report: Report, reader: str) -> Outcome | None:
    """What adding comes to if that can be told without reading; the source is kept. None where it must be read."""
    held = _holding(connection, report)
    if held is None or _is_revised(connection, held, report) or _older_versions(connection, report, held):
        return None
    if _must_be_read(connection, held, report, reader) or _stands_before(report, held):
        return None
    forget_failure(connection, report.name or report.id)
    _drop_source_elsewhere(connection, held["key"], report)
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
        "name": place.place_of(connection, report),
        "title": report.title,
        "published": report.published,
    }
    same = [sources.c[field].is_not_distinct_from(source[field]) for field in ("report", "report_id", "url", "issuer")]
    if connection.execute(select(sources.c.key).where(*same)).first():
        again = {"name": source["name"]} | ({"published": report.published} if report.published else {})
        connection.execute(update(sources).where(*same).values(**again))
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


def _keep_again(connection: Connection, held: RowMapping, report: Report, reading: Reading) -> Outcome:
    """A text that is held: take the reading of a newer reader or an earlier source, else leave it as it is."""
    if _stands_before(report, held):
        _take_over(connection, held, report, reading)
        return "another source"
    if _must_be_read(connection, held, report, reading.reader):
        _restate(connection, held, report)
        _replace_reading(connection, held["key"], held["id"], reading)
        return "read anew"
    return "unchanged"


def _stands_before(report: Report, held: RowMapping) -> bool:
    """Whether another source of the text held came out before the one that stands for it."""
    ranks = [
        (published or UNDATED, name)
        for published, name in ((report.published, report.id), (held["published"], held["id"]))
    ]
    return report.id != held["id"] and ranks[0] < ranks[1]


def _take_over(connection: Connection, held: RowMapping, report: Report, reading: Reading) -> None:
    """Let the report stand for the text in place of the source that did so far, which stays a source."""
    fulltext.unindex(connection, held["key"], held["title"], held["text"])
    connection.execute(update(reports).where(reports.c.key == held["key"]).values(**rows.report_row(report)))
    fulltext.index(connection, held["key"], report.title, report.text)
    _replace_reading(connection, held["key"], report.id, reading)


def _supersede(connection: Connection, version: RowMapping, newer: int) -> None:
    """Set an older version aside. The places that carried it count for the newer one."""
    _clear(connection, version)
    connection.execute(update(reports).where(reports.c.key == version["key"]).values(superseded=now()))
    connection.execute(update(sources).where(sources.c.report == version["key"]).values(report=newer))


def _drop_source_elsewhere(connection: Connection, key: int, report: Report) -> None:
    """A place carries one text at a time: forget that it carried another."""
    own = _of_one_place(sources.c.report_id, sources.c.url, report)
    file = place.of_one_file(connection, report)
    own = own if file is None else or_(own, file)
    if connection.execute(delete(sources).where(own, sources.c.report != key)).rowcount:
        _changed(connection)


def _of_one_place(name: ColumnElement[str], url: ColumnElement[str], report: Report) -> ColumnElement[bool]:
    """The condition that an id or an address is the report's."""
    return or_(name == report.id, url == report.url) if report.url else name == report.id


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
    for kind, found in rows.item_rows(content, key).items():
        if found:
            connection.execute(insert(items[kind]), found)
    parties = rows.party_rows(reading, key)
    if parties:
        connection.execute(insert(item_parties), parties)


def _replace_reading(connection: Connection, key: int, report_id: str, reading: Reading) -> None:
    """Put another reading in a reading's place; its evidence goes by the id that the report has here."""
    _clear_reading(connection, key)
    _insert_reading(connection, key, report_id, reading)
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


def _is_revised(connection: Connection, held: RowMapping, report: Report) -> bool:
    """Whether the place that the text held came from prints it otherwise now: another header, another title or comma.

    Two places of one id or address that print it each in its way do not revise one another.
    """
    told_anew = any(getattr(report, field) not in (None, held[field]) for field in ("title", "issuer"))
    if not (told_anew or held["digest"] != report.digest) or not _stands_for(connection, held, report):
        return False
    name = sources.c.name.is_not_distinct_from(place.place_of(connection, report))
    return connection.execute(select(sources.c.key).where(sources.c.report == held["key"], name)).first() is not None


def _is_redated(held: RowMapping, report: Report) -> bool:
    same = all(held[field] == getattr(report, field) for field in ("id", "url", "issuer"))
    return same and report.published is not None and report.published != held["published"]


def _restate(connection: Connection, held: RowMapping, report: Report) -> None:
    """Take over the day of publication that is given now; what is read rests on it."""
    if _is_redated(held, report):
        changed = {"published": report.published, "published_source": report.published_source}
        connection.execute(update(reports).where(reports.c.key == held["key"]).values(**changed))


def _stands_for(connection: Connection, held: RowMapping, report: Report) -> bool:
    """Whether the text held is what the report's own id, URL or file had last."""
    own = select(reports.c.key).where(_own(connection, report), reports.c.key == held["key"])
    return connection.execute(own).first() is not None


def _own(connection: Connection, report: Report) -> ColumnElement[bool]:
    """The condition that a report is of this one's id, URL or file."""
    own = _of_one_place(reports.c.id, reports.c.url, report)
    file = place.of_one_file(connection, report)
    return own if file is None else or_(own, place.standing_for(file))


def _older_versions(connection: Connection, report: Report, held: RowMapping | None) -> Sequence[RowMapping]:
    """The current reports that this one is a newer text of: those of its id, URL or file, but for the text held."""
    query = select(reports).where(_own(connection, report), reports.c.superseded.is_(None))
    if held is not None:
        query = query.where(reports.c.key != held["key"])
    return connection.execute(query.order_by(reports.c.key)).mappings().all()


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
