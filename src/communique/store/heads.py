"""Heads of reports: what identifies each, with all the sources that carried it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from communique.store.held import ReportHead, Source
from communique.store.schema import copies, reports, sources


def heads(connection: Connection, conditions: Sequence[Any]) -> dict[int, ReportHead]:
    """The heads of the reports that meet the conditions, by row key, in order of publication."""
    fields = (reports.c.key, reports.c.id, reports.c.published, reports.c.title, reports.c.url, reports.c.issuer)
    query = select(*fields).where(*conditions)
    query = query.order_by(reports.c.published.is_(None), reports.c.published, reports.c.id)
    found = connection.execute(query).all()
    carried = _sources(connection, conditions)
    return {
        key: ReportHead(report, published, title, url, issuer, tuple(carried[key]))
        for key, report, published, title, url, issuer in found
    }


def _sources(connection: Connection, conditions: Sequence[Any]) -> dict[int, list[Source]]:
    """The sources of each report; those of a copy count for its original."""
    original = func.coalesce(copies.c.original, sources.c.report).label("original")
    wanted = select(reports.c.key).where(*conditions)
    query = select(sources, original).outerjoin(copies, copies.c.report == sources.c.report)
    query = query.where(original.in_(wanted)).order_by(sources.c.published, sources.c.report_id, sources.c.key)
    carried: dict[int, list[Source]] = defaultdict(list)
    for row in connection.execute(query):
        source = Source(row.report_id, row.issuer, row.url, row.name, row.title, row.published)
        carried[row.original].append(source)
    return carried
