"""What the person who adds reports knows of them, and the reports themselves do not say."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import IngestError
from communique.ingest.days import iso_day
from communique.model import Report


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """`published` (an ISO day) and `issuer` hold for each report of the call that does not say so itself."""

    published: str | None = None
    issuer: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and iso_day(self.published) != self.published:
            raise IngestError("published", f"{self.published!r} is not a day; write it as 2026-02-06")

    def unneeded(self, report: Report) -> tuple[str, ...]:
        """The options that a report made of them left aside, since it has another day or issuer of its own."""
        given = (("published", self.published, report.published), ("issuer", self.issuer, report.issuer))
        return tuple(name for name, value, own in given if value is not None and own != value)
