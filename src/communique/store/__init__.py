"""The record: readings kept in SQLite, searchable, resolved across reports."""

from communique.store.fulltext import Hit
from communique.store.held import Held, ReportHead, Source
from communique.store.record import Failed, Record

__all__ = ["Failed", "Held", "Hit", "Record", "ReportHead", "Source"]
