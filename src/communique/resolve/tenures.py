"""Who held which office, as far as reports say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.model import Evidence, Office, Person, Tenure
from communique.resolve.folding import fold
from communique.resolve.identity import Days, in_time
from communique.resolve.officeholders import Holding, other_holder


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office by its canonical name, and the party that it belongs to."""

    canonical: str
    party: str | None


def office_of(office: Office, country: str | None) -> OfficeHeld | None:
    """The office in the form in which two are compared; None where its title is not known."""
    if office.canonical is None:
        return None
    return OfficeHeld(office.canonical, office.party or country)


def tenures(person: str, held: Iterable[tuple[Person, str]], days: Days) -> tuple[Tenure, ...]:
    """For each office, the first and last day on which a report calls the person so; oldest first."""
    evidence: dict[tuple[str, str | None], list[Evidence]] = {}
    titles: dict[tuple[str, str | None], list[str]] = {}
    for one, _ in held:
        for office in one.offices:
            key = (office.canonical or fold(office.title), office.party or one.country)
            evidence.setdefault(key, []).append(one.evidence)
            titles.setdefault(key, []).append(office.canonical or office.title)
    found = [_tenure(person, min(titles[key]), key[1], in_time(evidence[key], days), days) for key in evidence]
    return tuple(sorted(found, key=lambda one: (one.first_seen or "9999", one.office, one.party or "")))


def _tenure(person: str, office: str, party: str | None, evidence: tuple[Evidence, ...], days: Days) -> Tenure:
    seen = sorted({day for one in evidence if (day := days.get(one.report))})
    return Tenure(
        person=person,
        office=office,
        party=party,
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        evidence=evidence,
    )


def contradicted_by(tenure: Tenure, names: tuple[str, ...]) -> Holding | None:
    """Whom the table of office holders has in the office on the first day that a report calls these names so.

    None where it has the same person, or does not know. The report stands; the difference is only noted.
    """
    if tenure.first_seen is None or tenure.party is None:
        return None
    return other_holder(names, tenure.office, tenure.party, tenure.first_seen)
