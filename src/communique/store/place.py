"""The file that a report came from, as the record remembers it: by its path from the record's own folder.

Such a path means one file on this machine, from whatever folder the reports are added, and still does when the record
and its reports are moved together.
"""

from __future__ import annotations

import os.path
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, and_, select

from communique.model import Report
from communique.store.schema import reports, sources

_BY_TEXT = "sha-"  # how the id of a report begins that its source gave none


def place_of(connection: Connection, report: Report) -> str | None:
    """The path of a report's file; its name as it stands where that is none (a line of a file, standard input)."""
    file = _file(report.name)
    if file is None:
        return report.name
    held_in = _file(connection.engine.url.database)
    try:
        return os.path.relpath(file, held_in.parent) if held_in else str(file)
    except ValueError:  # another drive
        return str(file)


def of_one_file(connection: Connection, report: Report) -> ColumnElement[bool] | None:
    """The condition that a source is the file of a report which neither an id nor an address tells apart; None for
    any other report. What has an address is known by it, whatever file it is kept in."""
    if report.url or not report.id.startswith(_BY_TEXT) or _file(report.name) is None:
        return None
    same = sources.c.name == place_of(connection, report)
    return and_(same, sources.c.url.is_(None), sources.c.report_id.startswith(_BY_TEXT))


def standing_for(file: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that a report is the text that a file held, not merely carried by it too."""
    own = and_(sources.c.report == reports.c.key, sources.c.report_id == reports.c.id)
    return select(sources.c.key).where(file, own).exists()


def _file(name: str | None) -> Path | None:
    """The whole path of a file; None where the name is of no file."""
    try:
        return Path(name).resolve() if name and Path(name).is_file() else None
    except OSError:  # no name that a file could have
        return None
