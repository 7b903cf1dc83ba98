"""One item of the record as a line of a dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model import (
    Disagreement,
    Encounter,
    Evidence,
    Figure,
    Indicator,
    KnownEncounter,
    KnownPerson,
    Statement,
    Tenure,
    Undertaking,
)
from communique.query.citing import Citing
from communique.query.dossier import DossierLine
from communique.query.names import Names, bracketed
from communique.query.wording import amount, day, gift_told, is_dated, listed, parts_told, quantity, sentence, told

_MOST_FORMS = 4  # other forms of a person's name that are shown
# What one tells of an act of one's own is not told twice ("asked: We have asked …").
_OWN_WORDS = re.compile(
    r"(?:we|i)(?:\s+(?:have|had|also|again|do)|['’](?:ve|d))*\s+"
    r"(?:ask|request|urg|propos|call|promis|pledg|agree|invit|thank|support|welcom|reject|refus)",
    re.IGNORECASE,
)
_SETTLED = frozenset({"completed", "cancelled", "in force"})


def statement_line(item: Statement, citing: Citing, names: Names, state: str | None = None) -> DossierLine:
    """Who said what to whom: "To Lam (VN) asked Cambodia: to facilitate business operations"."""
    content = " ".join(item.content.split())
    deed = told(item.act, _addressee(item, names), item.negated, item.cue)
    says = f"{deed}{': ' if content else ''}{content}"
    if _OWN_WORDS.match(content):
        says = f"said: “{content}”"
    return DossierLine(
        text=f"{_speaker(item, names)} {says}",
        citation=citing.cite(item.evidence),
        state=state,
        due=item.due,
        conditions=tuple(" ".join(condition.quote.split()) for condition in item.conditions),
    )


def _speaker(item: Statement, names: Names) -> str:
    if item.speakers:
        return _speaking(item, names)
    return sentence(names.of(item.speaker_parties)) or "A side that is not named"


def _speaking(item: Statement, names: Names) -> str:
    """The people who speak, with a party that speaks through nobody named: "Tô Lâm (VN) and Cambodia"."""
    report = item.evidence.report
    without = names.without_people(report, item.speakers, item.speaker_parties)
    people = names.persons(report, item.speakers, [code for code in item.speaker_parties if code not in without])
    return f"{people} and {names.of(without)}" if without else people


def _addressee(item: Statement, names: Names) -> str:
    """Those addressed; one who speaks addresses the others ("called on both sides")."""
    report = item.evidence.report
    people = [names.person(report, name) for name in item.addressees if name not in item.speakers]
    return listed(people) or names.of(code for code in item.addressee_parties if code not in item.speaker_parties)


def encounter_line(known: KnownEncounter, citing: Citing, names: Names) -> DossierLine:
    """Who met whom, when and where: "14 January 2026, Hanoi [Vietnam]: meeting – To Lam (VN) and Chea Kimtha
    (KH)"; then the parts that were told, the larger occasion and who invited: "; host To Lam; part of the state visit".
    """
    item, report = known.encounter, known.encounter.evidence.report
    what = " ".join(filter(None, (item.subtype if item.subtype != item.type else None, item.type)))
    when = _span_of_days(item.start, item.end) or "Day not known"
    where = " ".join(filter(None, (item.place, _country(item, names))))
    when_and_where = ", ".join(filter(None, (when, where)))
    who = _taking_part(item, names)
    around = parts_told(item, lambda name: names.by_code.get(name) or names.person(report, name))
    rest = sorted((e for e in known.evidence if e != item.evidence and e.report in citing.reports), key=citing.when)
    return DossierLine(
        text=f"{when_and_where}: {what} – {who}{around}",
        citation=citing.cite(item.evidence),
        state=None if item.status == "held" else item.status,
        also=tuple(citing.cite(e) for e in rest),
    )


def _taking_part(item: Encounter, names: Names) -> str:
    """The people with their parties, then those that take part without anybody named; else just the parties."""
    if not item.participants:
        return names.of(item.parties)
    report = item.evidence.report
    without = names.without_people(report, item.participants, item.parties)
    manned = [code for code in item.parties if code not in without]
    people = names.persons(report, item.participants, manned)
    return f"{people}; other side {names.of(without)}" if without else people


def _country(item: Encounter, names: Names) -> str:
    """The country of a place that is not one itself, in square brackets, since the place does not print it; empty where
    the place is not known."""
    place = item.location
    if place is None or place.country is None or place.precision in {"country", "continent"}:
        return ""
    country = names.of((place.country,))
    return "" if country in (item.place or "") else bracketed(country, is_printed=False)


def _span_of_days(start: str | None, end: str | None) -> str:
    known = [value for value in (start, end) if value and is_dated(value)]
    return day("/".join(dict.fromkeys(known))) if known else ""


def undertaking_line(
    tellings: tuple[Undertaking, ...], citing: Citing, today: str, names: Names | None = None
) -> DossierLine:
    """An undertaking as the latest report has it; the earlier ones are quoted beside it. Oldest first in."""
    latest = tellings[-1]
    due = next((item.due for item in reversed(tellings) if item.due), None)
    heard = has_passed(due, citing.published(latest.evidence))  # the latest report came after the term
    codes = names.in_order(latest.parties) if names else latest.parties
    parties = f", {', '.join(codes)}" if codes else ""
    return DossierLine(
        text=sentence(f"{latest.name} ({latest.kind}{parties}){gift_told(latest)}"),
        citation=citing.cite(latest.evidence),
        state="overdue" if is_overdue(latest, due, today) and not heard else latest.status,
        due=due,
        also=tuple(citing.cite(item.evidence) for item in reversed(tellings[:-1])),
    )


def is_overdue(item: Undertaking, due: str | None, today: str) -> bool:
    """Whether an undertaking's term has passed and no report says that it was done."""
    return item.status not in _SETTLED and has_passed(due, today)


def has_passed(due: str | None, today: str) -> bool:
    """Whether the last day of a term (ISO day, month, year or period) lies before a day."""
    last = last_day(due)
    return last[:4].isdigit() and "Q" not in last and last < today[: len(last)]


def last_day(due: str | None) -> str:
    """The last day, month or year of a term: "2026-06" of "2026-04/2026-06"."""
    return (due or "").rpartition("/")[2]


def indicator_line(indicator: Indicator, citing: Citing) -> DossierLine:
    """A measure with its target, its observations and the gap between them, worked out."""
    targets = sorted(indicator.targets, key=PeriodKey(citing))
    observed = sorted(indicator.observations, key=PeriodKey(citing))
    said = [f"{quantity(figure)} ({figure.status})" for figure in reversed(targets)]
    said += [quantity(figure) for figure in reversed(observed)]
    figures = (*reversed(observed), *reversed(targets))
    text = sentence(f"{indicator.measure}: {', '.join(said)}")
    if indicator.gap is not None:
        text += f": gap {_gap(indicator)}"
    return DossierLine(
        text=text,
        citation=citing.cite(figures[0].evidence),
        also=tuple(citing.cite(figure.evidence) for figure in figures[1:]),
    )


def _gap(indicator: Indicator) -> str:
    gap = indicator.gap or 0.0
    return amount(gap, indicator.unit) if gap > 0 else f"none; passed by {amount(-gap, indicator.unit)}"


@dataclass(frozen=True, slots=True)
class PeriodKey:
    """Sorts figures by the period they hold for, then by the day on which they were published."""

    citing: Citing

    def __call__(self, figure: Figure) -> tuple[str, tuple[str, str, int]]:
        return figure.period or "", self.citing.when(figure.evidence)


def figure_line(item: Figure, citing: Citing) -> DossierLine:
    """A figure that stands alone: "gifts: US$6,000"."""
    measure = f"{item.measure}: " if item.measure else ""
    return DossierLine(
        text=sentence(f"{measure}{quantity(item)}"),
        citation=citing.cite(item.evidence),
        state=None if item.status == "observed" else item.status,
    )


def disagreement_line(item: Disagreement, citing: Citing) -> DossierLine:
    """Two reports that differ, side by side: neither is averaged nor preferred."""
    held = [(value, evidence) for value, evidence in item.values if evidence.report in citing.reports]
    versions = " ↔ ".join(f"{value} ({_told_by(evidence, citing)})" for value, evidence in held)
    cited = [citing.cite(evidence) for _, evidence in held]
    return DossierLine(
        text=sentence(f"{item.about}, {item.field}: {versions}"), citation=cited[0], also=tuple(cited[1:])
    )


def _told_by(evidence: Evidence, citing: Citing) -> str:
    cited = citing.cite(evidence)
    return ", ".join(filter(None, (cited.issuer, cited.date))) or cited.report


def person_line(
    person: KnownPerson, citing: Citing, titles: tuple[str, ...] = (), names: Names | None = None
) -> DossierLine:
    """A person with their offices: `titles` as printed or, without them, by the offices' names in the vocabulary
    with the days on which reports call the person so, and whom another source has in the office then."""
    offices = "; ".join(titles or (_office(tenure, person.names) for tenure in person.tenures)) or "no office given"
    cited = sorted((e for e in person.evidence if e.report in citing.reports), key=citing.when)
    others = [name for name in person.names if name != person.name][:_MOST_FORMS]
    also = f", also {listed(others)}" if others else ""
    origin = f" {names.origin(person)}" if names and names.origin(person) else ""
    return DossierLine(text=f"{person.name}{origin}{also}: {offices}", citation=citing.cite(cited[0]))


def _office(tenure: Tenure, names: tuple[str, ...]) -> str:
    from communique.resolve.tenures import contradicted_by

    seen = list(dict.fromkeys(value for value in (tenure.first_seen, tenure.last_seen) if value))
    office = tenure.office.replace("_", " ")
    told = [" to ".join(seen)] if seen else []
    if other := contradicted_by(tenure, names):
        told.append(f"Wikidata has {other.name} then")
    return f"{office} ({'; '.join(told)})" if told else office
