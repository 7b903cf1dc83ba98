"""The sentences that every form of a dossier shares."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.query.dossier import Citation, Dossier, DossierLine, Section
from communique.query.wording import count, day, listed, term

EMPTY = "Nothing in these reports."
_BRACKETED = re.compile(r"\[[A-Z][^\[\]]*\]")
_WORKED_OUT = "A country in [square brackets] was worked out: no report prints it beside that person or place."
# Sections that stay out where they are empty; in the others, that nothing was found is an answer.
_OPTIONAL = frozenset(
    {"asks_both", "asks_others", "matters", "figures", "disagreements", "objections", "talks", "courtesies"}
)


def shown(dossier: Dossier) -> tuple[Section, ...]:
    """The sections that are shown; none where there is no report."""
    if not dossier.coverage.reports:
        return ()
    return tuple(section for section in dossier.sections if section.groups or section.key not in _OPTIONAL)


def title(dossier: Dossier) -> str:
    return f"{dossier.a.name} – {dossier.b.name}"


def coverage(dossier: Dossier) -> str:
    """How many reports and encounters, and the period covered."""
    found = dossier.coverage
    if not found.reports:
        since = f" since {day(dossier.since)}" if dossier.since else ""
        return f"No report in the record concerns {dossier.a.phrase} and {dossier.b.phrase}{since}."
    days = [day(value) for value in dict.fromkeys((found.first, found.last)) if value]
    period = f" published {' to '.join(days)}" if days else ""
    planned = f" held and {found.planned:,} planned" if found.planned else ""
    undated = f"{found.undated:,} of them undated" if found.undated and not dossier.since else ""
    copies = f"{count(found.copies, 'copy')} of the same texts not counted" if found.copies else ""
    aside = f" ({'; '.join(filter(None, (undated, copies)))})" if undated or copies else ""
    held = count(found.encounters, "distinct encounter")
    return f"{count(found.reports, 'report')}{period}{aside}, telling of {held}{planned}."


def outlook(dossier: Dossier) -> str:
    """What is open, at a glance: by who asked it, and how many terms have passed."""
    keys = {"asks_a": dossier.a.phrase, "asks_b": dossier.b.phrase, "asks_both": "both"}
    states = {s.key: [(line.state or "").partition(",")[0] for line in s.lines] for s in dossier.sections}
    asked = [(states.get(key, []).count("open"), who) for key, who in keys.items()]
    still = listed([f"{number:,} asked by {who}" for number, who in asked if number])
    passed = sum(found.count("overdue") for key, found in states.items() if key != "matters")
    parts = [f"Open: {still}." if still else "", f"{count(passed, 'term')} passed without word." if passed else ""]
    return " ".join(filter(None, parts))


def since(dossier: Dossier) -> str:
    """The limit that was asked for, if any, and what it leaves out for want of a day."""
    if not dossier.since:
        return ""
    missing = dossier.coverage.undated
    left_out = f"; {count(missing, 'report')} of no known day left out" if missing else ""
    return f"Only reports published on {day(dossier.since)} or later{left_out}."


def unlisted(dossier: Dossier) -> str:
    """How many statements are in no section."""
    n = dossier.coverage.unlisted
    return f"{count(n, 'further statement')} (views and information) not listed here." if n else ""


def place(citation: Citation) -> str:
    """Where a quote stands in its report's text: "2026-01-15 VNA, characters 1203–1310"."""
    source = [citation.date or "undated", citation.issuer or citation.title or citation.report[:12]]
    return f"{' '.join(source)}, characters {citation.start}–{citation.end}"


def quote(citation: Citation) -> str:
    """The quote on one line."""
    return " ".join(citation.quote.split())


def marks(line: DossierLine) -> str:
    """State, term and conditions in brackets: "[open] [due June 2026] [condition: once fees are settled]"."""
    due = f"due {term(line.due)}" if line.due else None
    conditions = [f"condition: {condition}" for condition in line.conditions]
    return " ".join(f"[{mark}]" for mark in (state(line), due, *conditions) if mark)


def state(line: DossierLine) -> str:
    """The state in words; that a term has passed says nothing about whether the thing was done."""
    return "term passed, no word since" if line.state == "overdue" else line.state or ""


def foot(dossier: Dossier) -> tuple[str, ...]:
    """How the lines are to be read, which reader read the reports, and how often it is right."""
    if not dossier.readers:
        return ()
    return (*legend(line for section in dossier.sections for line in section.lines), *_reliability(dossier))


def legend(lines: Iterable[DossierLine]) -> tuple[str, ...]:
    """What square brackets mean, where a line has any."""
    return (_WORKED_OUT,) if any(_BRACKETED.search(line.text) for line in lines) else ()


def _reliability(dossier: Dossier) -> tuple[str, ...]:
    readers = f"Read by {', '.join(dossier.readers)}, by machine; check the quotes before you rely on a line."
    if not dossier.error_rates:
        return readers, "Error rates: not measured."
    sets = ", ".join(dict.fromkeys(rate.measured_on for rate in dossier.error_rates))
    rates = "; ".join(f"{rate.item} {rate.score:.1f}" for rate in dossier.error_rates)
    return readers, f"How often it is right, measured on {sets} (F1 in per cent): {rates}."
