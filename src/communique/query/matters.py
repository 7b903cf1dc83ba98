"""How matters moved: for each topic that two parties came back to, the steps from report to report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.model import Evidence, Matter, Statement, Undertaking
from communique.query.citing import place_of
from communique.query.dossier import DossierLine, Section
from communique.query.lines import Names
from communique.query.sections import topic_title, undivided
from communique.query.selection import Selection
from communique.query.wording import count, day, told

_FIRST, _LAST = 1, 3  # reports shown of a long matter
_DEEDS = 4  # shown of one report


@dataclass(frozen=True, slots=True)
class _Step:
    """What one report says of a matter in one way: "Cambodia asked"."""

    published: str
    deed: str
    evidence: Evidence


def matters(selection: Selection, names: Names) -> Section:
    """Matters of the pair that more than one report speaks of; those spoken of last come first."""
    found: list[tuple[str, DossierLine]] = []
    for matter in selection.material.matters:
        steps = list(_steps(matter, selection, names)) if set(matter.parties) == selection.pair.codes else []
        if len({step.evidence.report for step in steps}) > 1:
            found.append((steps[-1].published, _line(matter, steps, selection)))
    found.sort(key=lambda dated: dated[0], reverse=True)
    return Section("matters", "How matters moved from report to report", undivided(line for _, line in found))


def _steps(matter: Matter, selection: Selection, names: Names) -> Iterator[_Step]:
    """The matter's items in time, those of one report that say the same only once."""
    items: list[Statement | Undertaking] = [*matter.statements, *matter.undertakings]
    mine = {place_of(evidence) for evidence in selection.evidence()}
    seen: set[tuple[str, str]] = set()
    for item in sorted(items, key=lambda item: _when(item, selection)):
        deed = _deed(item, selection, names)
        said = (item.evidence.report, deed)
        if place_of(item.evidence) in mine and said not in seen:
            seen.add(said)
            yield _Step(selection.citing.published(item.evidence), deed, item.evidence)


def _when(item: Statement | Undertaking, selection: Selection) -> tuple[str, str, int]:
    known = item.evidence.report in selection.material.reports
    return selection.citing.when(item.evidence) if known else ("9999", item.evidence.report, 0)


def _deed(item: Statement | Undertaking, selection: Selection, names: Names) -> str:
    if isinstance(item, Undertaking):
        return f"{item.name} {item.status}"
    speaking = [code for code in (selection.pair.a, selection.pair.b) if code in item.speaker_parties]
    who = "both" if len(speaking) > 1 else names.of(speaking) or "others"
    return f"{who} {told(item.act, '', item.negated)}"


def _line(matter: Matter, steps: list[_Step], selection: Selection) -> DossierLine:
    """The steps, a report at a time: "13 March 2026, Viet Nam asked → 3 April 2026, both agreed"."""
    told_by = [tuple(same) for _, same in groupby(steps, key=lambda step: step.evidence.report)]
    shown = told_by if len(told_by) <= _FIRST + _LAST else [*told_by[:_FIRST], *told_by[-_LAST:]]
    said = [_report(same[:_DEEDS]) for same in shown]
    if len(shown) < len(told_by):
        said.insert(_FIRST, f"{count(len(told_by) - len(shown), 'more report')}")
    cited = [selection.citing.cite(step.evidence) for same in shown for step in same[:_DEEDS]]
    text = f"{topic_title(matter.topic)}: {' → '.join(said)}"
    return DossierLine(text, cited[0], state=matter.state, also=tuple(cited[1:]))


def _report(steps: tuple[_Step, ...]) -> str:
    return f"{day(steps[0].published) or 'undated'}, {', '.join(step.deed for step in steps)}"
