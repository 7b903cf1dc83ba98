"""What the person who adds reports should know of a source that is no failure: passed over, or of no known day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.ingest.days import any_day
from communique.ingest.headers import read_headers
from communique.model import Report

_LONGEST_SHOWN = 40  # characters of a header's value


@dataclass(frozen=True, slots=True)
class Note:
    """`name` is the file or item, as for a report; `reason` what is to be known and what to do."""

    name: str
    reason: str


def notes_on(report: Report) -> tuple[Note, ...]:
    """That a report's date header cannot be read, or that no day of publication is known; nothing for a dated one."""
    header = read_headers(report.text).published
    unread = header is not None and any_day(header) is None and report.published_source not in ("given", "metadata")
    if report.published and not unread:
        return ()
    name = report.name or report.id
    if not unread:
        return (Note(name, "no day of publication is known: add a line “date: 2026-02-06” at its top, or --published"),)
    instead = f"the day in its text was taken ({report.published})" if report.published else "it is undated"
    return (Note(name, f"date “{(header or '')[:_LONGEST_SHOWN]}” is not read; write it as 2026-02-06: {instead}"),)


_OF_ITS_OWN = {"published": "day", "issuer": "issuer"}


def notes_on_options(unneeded: Mapping[str, int]) -> tuple[Note, ...]:
    """That options were left aside, by name, for so many reports (see `IngestOptions.unneeded`)."""
    return tuple(Note(f"--{name}", _left_aside(unneeded[name], _OF_ITS_OWN[name])) for name in sorted(unneeded))


def _left_aside(reports: int, what: str) -> str:
    several = f"{reports:,} reports, which have" if reports > 1 else "1 report, which has"
    return f"was left aside for {several} another {what} of {'their' if reports > 1 else 'its'} own"
