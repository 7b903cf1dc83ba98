"""A source that could not become a report: kept beside the reports, so that nothing of a batch is lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """`name` is the file or item, as for a report; `reason` what was wrong with it and what to do."""

    name: str
    reason: str
