"""From the record to a dossier: gather what may concern the pair, select what does, write it up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from communique.query import figures, matters, sections
from communique.query.dossier import Coverage, Dossier, Section, Side
from communique.query.error_rates import error_rates
from communique.query.material import Material
from communique.query.names import Names, named_in
from communique.query.pair import Pair
from communique.query.selection import Selection


def compile_dossier(
    material: Material, a: Side, b: Side, since: str | None = None, today: str | None = None
) -> Dossier:
    """The dossier of two parties, from reports published on `since` (ISO day) or later.

    `today` is the day against which terms are overdue: the day of the call, unless given.
    """
    selection = Selection(material, Pair(a.code, b.code), today or dt.date.today().isoformat(), since)
    names = Names({a.code: a.phrase, b.code: b.phrase}, named_in(material.readings, material.people))
    readers = {reading.reader for reading in material.readings if reading.report in selection.reports}
    return Dossier(
        a=a,
        b=b,
        since=since,
        coverage=coverage(selection),
        sections=_sections(selection, names),
        readers=tuple(sorted(readers)),
        error_rates=error_rates(),
    )


def coverage(selection: Selection) -> Coverage:
    """How many reports and occasions the dossier rests on, and the period that the reports cover."""
    days = sorted(day for key in selection.reports if (day := selection.material.reports[key].published))
    status = [known.encounter.status for known in selection.encounters]
    return Coverage(
        reports=len(selection.reports),
        encounters=status.count("held"),
        planned=status.count("planned"),
        copies=sum(max(0, selection.material.sources.get(key, 1) - 1) for key in selection.reports),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        unlisted=sum(item.act not in sections.LISTED for item in selection.statements),
        undated=_undated(selection),
    )


def _undated(selection: Selection) -> int:
    """How many of the pair's reports have no known day, those that `since` leaves out included."""
    whole = replace(selection, since=None) if selection.since else selection
    return sum(selection.material.reports[key].published is None for key in whole.reports)


def _sections(selection: Selection, names: Names) -> tuple[Section, ...]:
    """Every section, empty ones too: that nothing was found is an answer."""
    return (
        sections.encounters(selection, names),
        *sections.asks(selection, names),
        sections.promises(selection, names),
        sections.undertakings(selection, names),
        matters.matters(selection, names),
        figures.indicators(selection, names),
        figures.other_figures(selection, names),
        sections.disagreements(selection, names),
        sections.objections(selection, names),
        sections.talks(selection, names),
        sections.courtesies(selection, names),
        sections.people(selection, names),
    )
