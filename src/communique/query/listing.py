"""Lists of one kind of item across the record, narrowed by party, act and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.errors import RecordError
from communique.model import Act, Figure, KnownEncounter, KnownPerson, Report, Statement
from communique.query.citing import Citing, site
from communique.query.dossier import DossierLine
from communique.query.lines import Names, encounter_line, figure_line, person_line, statement_line
from communique.query.wording import count

if TYPE_CHECKING:
    from communique.store import Held, Record, ReportHead

_MOST_NAMED = 5  # ids shown of those that begin alike


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list is narrowed to: items of all the parties, from reports published within the days (ISO, both
    included). A report of no known day falls outside any bound."""

    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def takes_day(self, published: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return published is not None and (self.since or "") <= published <= (self.until or "9999")

    def takes_parties(self, found: Iterable[str]) -> bool:
        return set(self.parties) <= set(found)


def statements(record: Record, narrowing: Narrowing, act: Act | None = None) -> Iterator[Held[Statement]]:
    """Statements whose speakers or addressees are of the parties."""
    for held in record.items("statements", narrowing.parties):
        item = held.item
        if act is not None and item.act != act:
            continue
        if narrowing.takes_day(held.report.published) and narrowing.takes_parties(
            item.speaker_parties + item.addressee_parties
        ):
            yield held


def figures(record: Record, narrowing: Narrowing) -> Iterator[Held[Figure]]:
    """Figures that concern the parties."""
    for held in record.items("figures", narrowing.parties):
        if narrowing.takes_day(held.report.published) and narrowing.takes_parties(held.item.parties):
            yield held


def encounters(record: Record, narrowing: Narrowing) -> list[KnownEncounter]:
    """Distinct encounters of the parties; the days bound the encounter's own start."""
    return [
        known
        for known in record.encounters()
        if narrowing.takes_day(known.encounter.start) and narrowing.takes_parties(known.encounter.parties)
    ]


def people(record: Record, narrowing: Narrowing) -> list[KnownPerson]:
    """People who stand for one of the parties, those whom most reports name first."""
    wanted = set(narrowing.parties)
    found = [person for person in record.people() if not wanted or person.country in wanted]
    return sorted(found, key=lambda person: (-person.reports, person.name))


def reports(record: Record, narrowing: Narrowing) -> list[ReportHead]:
    """The heads of the reports published within the days, in order of publication."""
    return [head for head in record.heads() if narrowing.takes_day(head.published)]


def report_line(head: ReportHead) -> str:
    """A report with its day, outlet and id: "2026-02-06 VNA To Lam meets … (sha-3f2a9c…)"."""
    outlet = head.issuer or site(head.url)
    more = len({source.issuer or site(source.url) for source in head.sources} - {outlet, None})
    also = f"and {count(more, 'outlet')} more" if more else ""
    return " ".join(filter(None, (head.published or "undated", outlet, also, head.title, f"({head.id})")))


def report_id(record: Record, beginning: str) -> str:
    """The id of the report, or of a source of one, that begins so ("sha-" may be left out).

    Raises `RecordError` where there is none, or more than one.
    """
    heads = record.heads()
    known = {name for head in heads for name in (head.id, *(source.report for source in head.sources))}
    if beginning in known:
        return beginning
    found = sorted(
        name for name in known if beginning and name.removeprefix("sha-").startswith(beginning.removeprefix("sha-"))
    )
    if not found:
        raise RecordError(f"the record holds no report {beginning!r}: `communique reports` shows ids")
    if len(found) > 1:
        several = ", ".join(found[:_MOST_NAMED]) + (" …" if len(found) > _MOST_NAMED else "")
        raise RecordError(f"{beginning!r} begins the ids of {len(found)} reports: {several}")
    return found[0]


def citing_of(heads: Iterable[ReportHead]) -> Citing:
    """Cites from the heads of reports alone, without the sentence around a quote."""
    return Citing({h.id: Report(h.id, "", h.published, None, h.title, h.url, h.issuer) for h in heads})


def statement_lines(found: Iterable[Held[Statement]]) -> Iterator[DossierLine]:
    for held in found:
        yield statement_line(held.item, citing_of([held.report]), NO_NAMES)


def figure_lines(found: Iterable[Held[Figure]]) -> Iterator[DossierLine]:
    for held in found:
        yield figure_line(held.item, citing_of([held.report]))


def encounter_lines(record: Record, found: Iterable[KnownEncounter]) -> Iterator[DossierLine]:
    citing = citing_of(record.heads())
    return (encounter_line(known, citing, NO_NAMES) for known in found)


def person_lines(record: Record, found: Iterable[KnownPerson]) -> Iterator[DossierLine]:
    citing = citing_of(record.heads())
    return (person_line(person, citing) for person in found)


NO_NAMES = Names({})  # parties go by their codes
