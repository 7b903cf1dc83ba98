"""The sections of a dossier that hold figures: those followed over time, and those that stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Figure, Indicator
from communique.query.citing import Place, place_of
from communique.query.dossier import Group, Section
from communique.query.lines import figure_line, indicator_line
from communique.query.names import Names
from communique.query.sections import filled, undivided
from communique.query.selection import Selection
from communique.query.wording import is_currency


def indicators(selection: Selection, names: Names) -> Section:
    """Measures followed over time: those with a target first."""
    mine = {place_of(figure.evidence) for figure in selection.figures}
    found = [i for i in _followed(selection) if any(place_of(figure.evidence) in mine for figure in _figures(i))]
    found.sort(key=lambda indicator: (indicator.gap is None, indicator.measure))
    lines = [indicator_line(indicator, selection.citing) for indicator in found]
    return Section("indicators", "Figures followed: observations, targets and gaps", undivided(lines))


def other_figures(selection: Selection, names: Names) -> Section:
    """Figures that stand alone, by what they count, in the order of their reports."""
    followed: set[Place] = {place_of(f.evidence) for i in _followed(selection) for f in _figures(i)}
    alone = [f for f in selection.figures if place_of(f.evidence) not in followed and _says_something(f)]
    alone.sort(key=lambda figure: selection.citing.when(figure.evidence))
    groups = [
        Group(title, tuple(figure_line(f, selection.citing) for f in alone if _heading(f) == title))
        for title in ("Money", "Shares and rates", "Counts and measures")
    ]
    return Section("figures", "Other figures", filled(groups))


def _followed(selection: Selection) -> Iterator[Indicator]:
    """Indicators of more than one figure: one alone is followed nowhere."""
    return (i for i in selection.material.indicators if len(i.observations) + len(i.targets) > 1)


def _figures(indicator: Indicator) -> tuple[Figure, ...]:
    return (*indicator.observations, *indicator.targets)


def _says_something(figure: Figure) -> bool:
    return figure.value is not None or figure.change is not None


def _heading(figure: Figure) -> str:
    unit = figure.unit or figure.change_unit or ""
    if is_currency(unit):
        return "Money"
    return "Shares and rates" if unit == "percent" else "Counts and measures"
