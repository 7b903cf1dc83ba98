"""Identifiers that follow from evidence, so that they do not depend on what was added first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from communique.model import Evidence

Days = Mapping[str, str | None]  # by report, the day on which it was published
UNDATED = "9999"  # sorts after every day


def identifier(kind: str, *parts: object) -> str:
    """A short id: the kind, and a digest of what the thing rests on."""
    content = "\x00".join(map(str, parts))
    return f"{kind}-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def place(evidence: Evidence, days: Days) -> tuple[str, str, int, int]:
    """Where evidence stands in time: earlier reports first, then by report, then in the order of the text."""
    return (days.get(evidence.report) or UNDATED, evidence.report, evidence.start, evidence.end)


def in_time(evidence: Iterable[Evidence], days: Days) -> tuple[Evidence, ...]:
    """The evidence, each once, oldest first."""
    return tuple(sorted(set(evidence), key=lambda one: place(one, days)))
