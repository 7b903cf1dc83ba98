"""Lists of one kind of item across the record, narrowed by party, act and day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from communique.errors import RecordError
from communique.model import Act, Figure, KnownEncounter, KnownPerson, Report, Statement
from communique.model.reading import Item
from communique.query.citing import Citing, file_name, site
from communique.query.dossier import DossierLine
from communique.query.lines import encounter_line, figure_line, person_line, statement_line
from communique.query.names import Named, Names
from communique.query.wording import count

if TYPE_CHECKING:
    from communique.store import Held, Record, ReportHead

T = TypeVar("T")
_MOST_NAMED = 5  # ids shown of those that begin alike


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list is narrowed to: items of all the parties, from reports published within the days (ISO, both
    included). What has no known day falls outside any bound."""

    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def is_bounded(self) -> bool:
        return self.since is not None or self.until is not None

    def takes_day(self, day: str | None) -> bool:
        if not self.is_bounded:
            return True
        return day is not None and (self.since or "") <= day <= (self.until or "9999")

    def takes_parties(self, found: Iterable[str]) -> bool:
        return set(self.parties) <= set(found)


@dataclass(frozen=True, slots=True)
class Saying:
    """Which statements are wanted: of an act, spoken by all parties of `by`, addressed to all those of `to`."""

    act: Act | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def takes(self, item: Statement) -> bool:
        wanted = set(self.by) <= set(item.speaker_parties) and set(self.to) <= set(item.addressee_parties)
        return wanted and self.act in (None, item.act)


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """What a list holds, and how many more it would but for the bounds: those have no known day."""

    found: tuple[T, ...]
    undated: int = 0


def _within(narrowing: Narrowing, items: Iterable[T], day_of: Callable[[T], str | None]) -> Listed[T]:
    """The items within the days; those of no day are counted where any bound leaves them out."""
    found, undated = [], 0
    for item in items:
        day = day_of(item)
        if narrowing.takes_day(day):
            found.append(item)
        elif day is None:
            undated += 1
    return Listed(tuple(found), undated)


def statements(record: Record, narrowing: Narrowing, saying: Saying | None = None) -> Listed[Held[Statement]]:
    """Statements whose speakers or addressees are of the parties."""
    wanted = saying or Saying()
    found = (
        held
        for held in record.items("statements", (*narrowing.parties, *wanted.by, *wanted.to))
        if narrowing.takes_parties(held.item.speaker_parties + held.item.addressee_parties) and wanted.takes(held.item)
    )
    return _within(narrowing, found, _published)


def figures(record: Record, narrowing: Narrowing) -> Listed[Held[Figure]]:
    """Figures that concern the parties."""
    held_items = record.items("figures", narrowing.parties)
    return _within(narrowing, (held for held in held_items if narrowing.takes_parties(held.item.parties)), _published)


def _published(held: Held[Item]) -> str | None:
    return held.report.published


def encounters(record: Record, narrowing: Narrowing) -> Listed[KnownEncounter]:
    """Distinct encounters of the parties; the days bound the encounter's own start."""
    found = (known for known in record.encounters() if narrowing.takes_parties(known.encounter.parties))
    return _within(narrowing, found, lambda known: known.encounter.start)


def people(record: Record, narrowing: Narrowing) -> list[KnownPerson]:
    """People who stand for one of the parties, those whom most reports name first."""
    wanted = set(narrowing.parties)
    found = [person for person in record.people() if not wanted or person.country in wanted]
    return sorted(found, key=lambda person: (-person.reports, person.name))


def reports(record: Record, narrowing: Narrowing) -> Listed[ReportHead]:
    """The heads of the reports published within the days, in order of publication."""
    return _within(narrowing, record.heads(), lambda head: head.published)


def report_line(head: ReportHead) -> str:
    """A report with its day, outlet and id: "2026-02-06 VNA To Lam meets … (sha-3f2a9c…)"."""
    outlet = head.issuer or site(head.url)
    more = len({source.issuer or site(source.url) for source in head.sources} - {outlet, None})
    also = f"and {count(more, 'outlet')} more" if more else ""
    title = head.title or file_name(_name(head))
    return " ".join(filter(None, (head.published or "undated", outlet, also, title, f"({head.id})")))


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
    return Citing({h.id: Report(h.id, "", h.published, None, h.title, h.url, h.issuer, name=_name(h)) for h in heads})


def _name(head: ReportHead) -> str | None:
    """The file or item that a report came from."""
    return next((source.name for source in head.sources if source.report == head.id), None)


def names_of(record: Record) -> Names:
    """People by the name and country that the record knows them by; parties go by their codes."""
    called = record.called().items()
    return Names({}, {place: Named(one.name, one.country, one.is_printed) for place, one in called})


def statement_lines(record: Record, found: Iterable[Held[Statement]]) -> Iterator[DossierLine]:
    names = names_of(record)
    return (statement_line(held.item, citing_of([held.report]), names) for held in found)


def figure_lines(found: Iterable[Held[Figure]]) -> Iterator[DossierLine]:
    for held in found:
        yield figure_line(held.item, citing_of([held.report]))


def encounter_lines(record: Record, found: Iterable[KnownEncounter]) -> Iterator[DossierLine]:
    citing, names = citing_of(record.heads()), names_of(record)
    return (encounter_line(known, citing, names) for known in found)


def person_lines(record: Record, found: Iterable[KnownPerson]) -> Iterator[DossierLine]:
    citing, names = citing_of(record.heads()), names_of(record)
    return (person_line(person, citing, names=names) for person in found)
