"""Quotes with where they stand: the citation of an item's evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from communique.model import Evidence, Report
from communique.query.dossier import Citation

# The stop of an initial or a title ends no sentence.
_SENTENCE_EDGE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[DM]r\.)(?<!\bMrs\.)[\"”’»)]*\s+(?=[\"“‘«(]?[A-ZÀ-Þ])|\n")
_CONTEXT = 400  # characters on either side; a sentence of an agency report is rarely longer

Place = tuple[str, int, int]


def place_of(evidence: Evidence) -> Place:
    """Where an evidence stands, as a key."""
    return evidence.report, evidence.start, evidence.end


@dataclass(frozen=True, slots=True)
class Citing:
    """Cites out of reports; one whose text is empty is cited without the rest of the sentence."""

    reports: Mapping[str, Report]

    def cite(self, evidence: Evidence) -> Citation:
        """The citation of an evidence, with the rest of its sentence."""
        report = self.reports[evidence.report]
        before, after = _around(report.text, evidence.start, evidence.end)
        return Citation(
            report=report.id,
            quote=evidence.quote,
            start=evidence.start,
            end=evidence.end,
            title=report.title or file_name(report.name),
            url=report.url,
            issuer=report.issuer or site(report.url),
            date=report.published,
            before=before,
            after=after,
        )

    def when(self, evidence: Evidence) -> tuple[str, str, int]:
        """Sorts evidence by publication, then by where it stands; undated reports come last."""
        return self.published(evidence) or "9999", evidence.report, evidence.start

    def published(self, evidence: Evidence) -> str:
        """The day on which the report of an evidence was published; "" where none is known."""
        return self.reports[evidence.report].published or ""


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What completes the sentence before and after a span."""
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    # Two characters more, for the capital that the next sentence begins with.
    edges = [m.end() for m in _SENTENCE_EDGE.finditer(text, first, start + 2) if m.end() <= start]
    after = _SENTENCE_EDGE.search(text, end, last)
    return text[edges[-1] if edges else first : start], text[end : after.start() if after else last]


def file_name(name: str | None) -> str | None:
    """What a report without a title goes by: its file, without folders ("talks.txt", "all.jsonl line 3")."""
    return PurePath(name).name if name else None


def site(url: str | None) -> str | None:
    """The site that a URL is of, as its readers call it: "example.org"."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
