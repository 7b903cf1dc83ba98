"""What the person who adds reports knows of them, and the reports themselves do not say."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import IngestError
from communique.ingest.days import iso_day


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """`published` (an ISO day) and `issuer` hold for every report of the call, whatever its own headers say."""

    published: str | None = None
    issuer: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and iso_day(self.published) != self.published:
            raise IngestError("published", f"{self.published!r} is not a day; write it as 2026-02-06")
