"""How matters moved: for each thing that two parties came back to, the steps from report to report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.model import Evidence, Matter, Statement, Undertaking
from communique.query.answers import ASKS, PROMISES, Answer, considered
from communique.query.citing import place_of
from communique.query.dossier import DossierLine, Section
from communique.query.names import Names
from communique.query.sections import topic_title, undivided
from communique.query.selection import Selection
from communique.query.wording import count, day, sentence, told

_FIRST, _LAST = 1, 3  # reports shown of a long matter
_DEEDS = 4  # shown of one report
_TITLE = 90  # characters of what a matter is called by


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
        if set(matter.parties) != selection.pair.codes:
            continue
        answers = _answers(matter, selection)
        steps = _in_time(_steps(matter, answers, selection, names))
        if len({step.evidence.report for step in steps}) > 1:
            last = max(step.published for step in steps)
            found.append((last, _line(matter, _state(matter, answers), steps, selection)))
    found.sort(key=lambda dated: dated[0], reverse=True)
    return Section("matters", "How matters moved from report to report", undivided(line for _, line in found))


def _answers(matter: Matter, selection: Selection) -> list[Answer]:
    """What became of what was asked and promised in the matter, oldest first."""
    said = [item for item in matter.statements if item.act in ASKS | PROMISES and _is_mine(item, selection)]
    found = [answer for item in said if (answer := selection.answers.to(item)) is not None]
    return sorted(found, key=lambda answer: selection.citing.when(answer.evidence))


def _state(matter: Matter, answers: Sequence[Answer]) -> str:
    """What became of what was last asked or promised; else the matter's own state, if it was not given up."""
    if answers:
        return answers[-1].state
    latest = matter.undertakings[-1].status if matter.undertakings else None
    return latest if latest in {"cancelled", "delayed"} else matter.state


def _items(matter: Matter) -> tuple[Statement | Undertaking, ...]:
    return (*matter.statements, *matter.undertakings)


def _is_told_beside(answer: Answer, matter: Matter) -> bool:
    """Whether an answer is told in words of which no item of the matter is part."""
    own = (item.evidence for item in _items(matter))
    return not any(e.report == answer.evidence.report and e.span.overlaps(answer.evidence.span) for e in own)


def _is_mine(item: Statement | Undertaking, selection: Selection) -> bool:
    return place_of(item.evidence) in selection.places


def _in_time(steps: Iterator[_Step]) -> list[_Step]:
    """The steps oldest first, behind them those of reports without a day: nobody knows where they belong."""
    return sorted(steps, key=lambda step: (not step.published, step.published, step.evidence.report))


def _steps(matter: Matter, answers: Sequence[Answer], selection: Selection, names: Names) -> Iterator[_Step]:
    """What the matter's items and the reports' narrative say, what one report says in one way only once."""
    items = [item for item in _items(matter) if _is_mine(item, selection)]
    said = [(item.evidence, _deed(item, selection, names)) for item in items]
    said += [(answer.evidence, answer.state) for answer in answers if _is_told_beside(answer, matter)]
    seen: set[tuple[str, str]] = set()
    for evidence, deed in sorted(said, key=lambda one: selection.citing.when(one[0])):
        if (evidence.report, deed) not in seen:
            seen.add((evidence.report, deed))
            yield _Step(selection.citing.published(evidence), deed, evidence)


def _deed(item: Statement | Undertaking, selection: Selection, names: Names) -> str:
    if isinstance(item, Undertaking):
        return f"{item.name} {item.status}"
    speaking = [code for code in (selection.pair.a, selection.pair.b) if code in item.speaker_parties]
    who = "both" if len(speaking) > 1 else names.of(speaking) or "others"
    verb = considered(item.content) if item.act in PROMISES else None
    return f"{who} {told(item.act, '', item.negated)}{f' to {verb}' if verb else ''}"


def _line(matter: Matter, state: str, steps: list[_Step], selection: Selection) -> DossierLine:
    """The steps, a report at a time: "13 March 2026, Viet Nam asked → 3 April 2026, both agreed"; what is told on no
    known day is none of these steps: "; undated, Cambodia promised"."""
    told_by = [tuple(same) for _, same in groupby(steps, key=lambda step: step.evidence.report)]
    shown = told_by if len(told_by) <= _FIRST + _LAST else [*told_by[:_FIRST], *told_by[-_LAST:]]
    said = [_report(same[:_DEEDS]) for same in shown if same[0].published]
    if len(shown) < len(told_by):
        said.insert(_FIRST, f"{count(len(told_by) - len(shown), 'more report')}")
    undated = [_report(same[:_DEEDS]) for same in shown if not same[0].published]
    cited = [selection.citing.cite(step.evidence) for same in shown for step in same[:_DEEDS]]
    text = f"{_title(matter)}: {'; '.join(filter(None, (' → '.join(said), *undated)))}"
    return DossierLine(text, cited[0], state=state, also=tuple(cited[1:]))


def _title(matter: Matter) -> str:
    """What the matter is about, by the thing undertaken or by what was first asked or said, with its topic."""
    first = next((item for item in matter.statements if item.act in ASKS), next(iter(matter.statements), None))
    named = max((item.name for item in matter.undertakings), key=len, default="")
    about = " ".join((named or (first.content if first else "")).split()).removeprefix("to ")
    if len(about) > _TITLE:
        about = f"{about[:_TITLE].rsplit(' ', 1)[0]} …"
    topic = topic_title(matter.topic)
    return f"{sentence(about)} ({topic})" if about and matter.topic else sentence(about) or topic


def _report(steps: tuple[_Step, ...]) -> str:
    return f"{day(steps[0].published) or 'undated'}, {', '.join(step.deed for step in steps)}"
