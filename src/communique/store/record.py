"""The record: what was read, kept in one file, and how to ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, overload

from sqlalchemy import Connection, Engine, Select, func, or_, select
from sqlalchemy.exc import OperationalError

from communique.errors import IngestError, RecordError
from communique.model import (
    DateExpression,
    Disagreement,
    Encounter,
    Figure,
    Indicator,
    Judgement,
    KnownEncounter,
    KnownPerson,
    Matter,
    Person,
    Reading,
    Report,
    Statement,
    Undertaking,
)
from communique.model.reading import Item
from communique.model.record import Suggestion
from communique.resolve.duplicates import Text, prose
from communique.resolve.resolution import Resolution, Solved, Told
from communique.store import fulltext, heads, resolved, rows, writing
from communique.store.called import Called, called
from communique.store.engine import open_engine
from communique.store.held import Held, ReportHead
from communique.store.schema import copies, failures, item_parties, items, readings, reports, sources
from communique.store.writing import Outcome

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that could not be added: its name, the reason, and when."""

    name: str
    reason: str
    at: str


class Record:
    """A record on disk. Many may read it at once; one writes at a time. Use it as a context manager.

    >>> with Record.open("record.sqlite") as record:  # doctest: +SKIP
    ...     hits = record.search("border demarcation")
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{fulltext.WRITER: True})

    @classmethod
    def open(cls, where: str | Path | None = None, *, create: bool = True) -> Self:
        """The record at a path or database URL (by default the user's own), made where missing if `create`.

        Raises `RecordError` where what is there is not a record, or nothing is there and `create` is false.
        """
        return cls(open_engine(where, create=create))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing: one transaction each, so that a process killed at any point leaves the record whole.

    def add(self, report: Report, reading: Reading) -> Outcome:
        """Keep a report with its reading.

        The same text again is counted once, its other source kept; a new text of a known id or URL supersedes the
        old one. Raises `ValueError` where the reading is of another text, `IngestError` where the text cannot be
        stored.
        """
        if reading.digest != report.digest or reading.report != report.id:
            raise ValueError(f"{report.id}: the reading is of another report ({reading.report})")
        _check_storable(report)
        with self._writing() as connection:
            return writing.add(connection, report, reading)

    def held_already(self, report: Report, reader: str) -> Outcome | None:
        """None where the report must be read; otherwise what adding it came to without reading it again."""
        _check_storable(report)
        with self._writing() as connection:
            return writing.held_already(connection, report, reader)

    def remove(self, report_id: str) -> bool:
        """Take a report out with all its versions; False where there is none of that id."""
        with self._writing() as connection:
            return writing.remove(connection, report_id)

    def record_failure(self, name: str, reason: str) -> None:
        """Keep the reason why something could not be added, until it can."""
        with self._writing() as connection:
            writing.record_failure(connection, name, reason)

    # Reading. What is a mere copy of another report is left out unless asked for.

    def count(self) -> int:
        """How many reports the record holds, copies counted once."""
        with self._engine.connect() as connection:
            held = select(func.count()).select_from(reports).where(*_counted())
            return int(connection.execute(held).scalar_one())

    def reports(self, parties: Sequence[str] = (), *, with_copies: bool = False) -> Iterator[Report]:
        """The current version of every report, in order of publication; with `parties`, of those naming each."""
        query = select(reports).where(*(_current() if with_copies else _counted()), *_naming(parties))
        return (rows.report_of(row) for row in self._rows(query.order_by(*_ORDER)))

    def report(self, report_id: str) -> Report | None:
        """The current version of one report, by its id or that of another source of its text."""
        query = select(reports).where(_known_by(report_id), *_current())
        return next((rows.report_of(row) for row in self._rows(query)), None)

    def versions(self, report_id: str) -> list[Report]:
        """Every text that the report has had, oldest first."""
        query = select(reports).where(reports.c.id == report_id).order_by(reports.c.version)
        return [rows.report_of(row) for row in self._rows(query)]

    def heads(self, parties: Sequence[str] = ()) -> list[ReportHead]:
        """The heads of all reports, with every source that carried them, in order of publication; with `parties`, of
        those naming each."""
        with self._engine.connect() as connection:
            return list(heads.heads(connection, [*_counted(), *_naming(parties)]).values())

    def head(self, report_id: str) -> ReportHead | None:
        """The head of one report, by its id or that of another source of its text."""
        with self._engine.connect() as connection:
            found = heads.heads(connection, [_known_by(report_id), *_current()])
            return next(iter(found.values()), None)

    def parties(self) -> dict[str, int]:
        """The parties that the reports' items name, those of the most reports first, each with how many name it."""
        reports_of = func.count(item_parties.c.report.distinct()).label("named")
        query = select(item_parties.c.party, reports_of).join(reports, reports.c.key == item_parties.c.report)
        query = (
            query.where(*_counted()).group_by(item_parties.c.party).order_by(reports_of.desc(), item_parties.c.party)
        )
        with self._engine.connect() as connection:
            return {str(row.party): int(row.named) for row in connection.execute(query)}

    def readings(self, parties: Sequence[str] = (), *, with_copies: bool = False) -> Iterator[Reading]:
        """The reading of every report, in order of publication; with `parties`, of those naming each."""
        query = select(readings.c.content).join(reports, reports.c.key == readings.c.report)
        query = query.where(*(_current() if with_copies else _counted()), *_naming(parties)).order_by(*_ORDER)
        return (Reading.from_dict(row["content"]) for row in self._rows(query))

    def reading(self, report_id: str) -> Reading | None:
        """The reading of one report."""
        query = select(readings.c.content).join(reports, reports.c.key == readings.c.report)
        query = query.where(_known_by(report_id), *_current())
        return next((Reading.from_dict(row["content"]) for row in self._rows(query)), None)

    @overload
    def items(self, kind: Literal["people"], parties: Sequence[str] = ()) -> Iterator[Held[Person]]: ...
    @overload
    def items(self, kind: Literal["encounters"], parties: Sequence[str] = ()) -> Iterator[Held[Encounter]]: ...
    @overload
    def items(self, kind: Literal["statements"], parties: Sequence[str] = ()) -> Iterator[Held[Statement]]: ...
    @overload
    def items(self, kind: Literal["figures"], parties: Sequence[str] = ()) -> Iterator[Held[Figure]]: ...
    @overload
    def items(self, kind: Literal["undertakings"], parties: Sequence[str] = ()) -> Iterator[Held[Undertaking]]: ...
    @overload
    def items(self, kind: Literal["dates"], parties: Sequence[str] = ()) -> Iterator[Held[DateExpression]]: ...
    @overload
    def items(self, kind: str, parties: Sequence[str] = ()) -> Iterator[Held[Item]]: ...

    def items(self, kind: str, parties: Sequence[str] = ()) -> Iterator[Held[Any]]:
        """Every item of a kind ("people", "statements", …) with its report, in order of publication and text.

        With `parties`, only those of reports in which each of the parties is named by some item.
        """
        table = items[kind]
        with self._engine.connect() as connection:
            known = heads.heads(connection, [*_counted(), *_naming(parties)])
            query = select(table).join(reports, reports.c.key == table.c.report)
            query = query.where(*_counted(), *_naming(parties)).order_by(*_ORDER, table.c.position)
            for row in connection.execute(query).mappings():
                head = known[row["report"]]
                yield Held(head, rows.item_of(kind, dict(row), head.id))

    def search(self, query: str, limit: int = 20) -> list[fulltext.Hit]:
        """The reports that hold every word of the query, accents aside; "words in quotes" as a phrase."""
        with self._engine.connect() as connection:
            return fulltext.search(connection, query, limit)

    def failures(self) -> list[Failed]:
        """What could not be added, by name."""
        query = select(failures).order_by(failures.c.name)
        return [Failed(row["name"], row["reason"], row["at"]) for row in self._rows(query)]

    # Across reports.

    def texts(self) -> Iterator[Text]:
        """Every current report, copies too, as `resolve.duplicates` compares them."""
        held = self.reports(with_copies=True)
        return (Text(report.id, report.published, prose(report)) for report in held)

    def told(self) -> Iterator[Told]:
        """Every reading with its report's day and outlet: what resolving starts from."""
        query = select(readings.c.content, reports.c.published, reports.c.issuer)
        query = query.join(reports, reports.c.key == readings.c.report).where(*_counted()).order_by(*_ORDER)
        found = self._rows(query)
        return (Told(Reading.from_dict(row["content"]), row["published"], row["issuer"]) for row in found)

    def revision(self) -> int:
        """How many changes the record has seen."""
        with self._engine.connect() as connection:
            return writing.revision(connection)

    def is_resolved(self) -> bool:
        """Whether what is known across reports rests on the record as it is now."""
        with self._engine.connect() as connection:
            return writing.resolved_revision(connection) == writing.revision(connection)

    def write_copies(self, found: Mapping[str, str]) -> None:
        """Note which reports are copies of which others, by id."""
        with self._writing() as connection:
            resolved.write_copies(connection, found)

    def write_resolution(self, resolution: Resolution, revision: int) -> None:
        """Keep what resolving found; `revision` is the state of the record that it started from."""
        with self._writing() as connection:
            resolved.write_resolution(connection, resolution, revision)

    def people(self) -> list[KnownPerson]:
        """Everyone known, by name."""
        return self._known(resolved.people)

    def person(self, person_id: str) -> KnownPerson | None:
        """The person of an id, also of one given up since."""
        with self._engine.connect() as connection:
            return resolved.person(connection, person_id)

    def called(self) -> dict[tuple[str, str], Called]:
        """Whom each report means by each name, by the report's id and the name as printed."""
        with self._engine.connect() as connection:
            return called(connection)

    def person_of(self, report_id: str, name: str) -> str | None:
        """The id of the person whom a report calls by a name."""
        with self._engine.connect() as connection:
            return resolved.person_of(connection, report_id, name)

    def solved(self) -> dict[str, Solved]:
        """The blocks of people solved at the last resolving, by signature, without the evidence of their people."""
        with self._engine.connect() as connection:
            return resolved.solved(connection)

    def suggestions(self) -> list[Suggestion]:
        """Pairs of people who may be one, on which nobody has decided; the likeliest first."""
        return self._known(resolved.suggestions)

    def encounters(self) -> list[KnownEncounter]:
        """Every known encounter, by day."""
        return self._known(resolved.encounters)

    def matters(self) -> list[Matter]:
        """Every matter, by topic, its state as of the newest report."""
        return self._known(resolved.threads)

    def indicators(self) -> list[Indicator]:
        """Every indicator, by measure."""
        return self._known(resolved.series)

    def disagreements(self) -> list[Disagreement]:
        """Where reports differ about a fact."""
        return self._known(resolved.differences)

    def judge(self, judgement: Judgement) -> None:
        """Append a reviewer's decision."""
        with self._writing() as connection:
            resolved.append_judgement(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """Every decision, oldest first, its evidence by the ids that the reports have now."""
        return self._known(resolved.decisions)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, alone in writing. Raises `RecordError` where the file cannot be written."""
        try:
            with self._writer.begin() as connection:
                yield connection
        except OperationalError as error:
            reason = f"{error.orig}; see that no other process holds it, and that its disk has room"
            raise RecordError(f"{self._engine.url.database} cannot be written: {reason}") from error

    def _known(self, read: Callable[[Connection], Iterator[K]]) -> list[K]:
        with self._engine.connect() as connection:
            return list(read(connection))

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with self._engine.connect() as connection:
            yield from connection.execute(query).mappings()


_ORDER = (reports.c.published.is_(None), reports.c.published, reports.c.id)


def _current() -> list[Any]:
    return [reports.c.superseded.is_(None)]


def _counted() -> list[Any]:
    return [*_current(), reports.c.key.not_in(select(copies.c.report))]


def _known_by(report_id: str) -> Any:
    """The condition that a report, or another source of its text, has that id."""
    carried = select(sources.c.report).where(sources.c.report_id == report_id)
    return or_(reports.c.id == report_id, reports.c.key.in_(carried))


def _naming(parties: Sequence[str]) -> list[Any]:
    """The condition that a report names every one of the parties."""
    if not parties:
        return []
    wanted = sorted(set(parties))
    found = select(item_parties.c.report).where(item_parties.c.party.in_(wanted))
    found = found.group_by(item_parties.c.report)
    return [reports.c.key.in_(found.having(func.count(item_parties.c.party.distinct()) == len(wanted)))]


def _check_storable(report: Report) -> None:
    try:
        report.text.encode("utf-8")
    except UnicodeEncodeError as error:
        reason = f"the text holds a character that is none at {error.start}: give it in UTF-8"
        raise IngestError(report.name or report.id, reason) from error
