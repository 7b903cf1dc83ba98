"""The main path: sources become reports, reports are read, readings are kept and resolved across reports.

    source ─ ingest ─▶ report ─ read ─▶ reading ─ record ─▶ resolve

Bad input never stops a batch: it is recorded with its reason, and the rest goes on. A run that was stopped at any
point is taken up by running it again; what is held already is not read twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.ingest import Failure, IngestOptions, Note, load, notes_on, notes_on_options
from communique.model import Reading, Report
from communique.ordered import in_order
from communique.read.read import READER, read
from communique.resolve.duplicates import copies
from communique.resolve.resolve import resolve_all

if TYPE_CHECKING:
    from communique.store import Record

Progress = Callable[[str], None]  # called with the name of each report or file when it is done with


@dataclass(frozen=True, slots=True)
class AddReport:
    """What came of adding: reports new, held already, replaced by a changed text, read anew, and what failed.

    A text held is read anew where the reader is newer or the day of publication was corrected.
    `sources` counts the places, among those held already, that were not known to carry their report; `notes` say what
    was passed over, which options were not needed, and which reports have no day or one that cannot be read.
    """

    added: int = 0
    unchanged: int = 0
    replaced: int = 0
    reread: int = 0
    failed: int = 0
    sources: int = 0
    notes: tuple[Note, ...] = ()


def add(
    paths: Iterable[str | Path],
    record: Record,
    options: IngestOptions | None = None,
    progress: Progress | None = None,
    *,
    workers: int = 1,
) -> AddReport:
    """Read everything at the paths into the record, then resolve what changed."""
    outcomes: Counter[str] = Counter()
    noted = _Noted(options or IngestOptions())
    arrived = _unless_held(noted.listen(load(map(Path, paths), noted.options)), record)
    for name, outcome in (_keep(step, record) for step in in_order(_read, arrived, workers)):
        outcomes[outcome] += 1
        if progress is not None:
            progress(name)
    if not record.is_resolved():
        resolve(record)
    return AddReport(
        added=outcomes["added"],
        unchanged=outcomes["unchanged"] + outcomes["another source"],
        replaced=outcomes["replaced"],
        reread=outcomes["read anew"],
        failed=outcomes["failed"],
        sources=outcomes["another source"],
        notes=noted.notes,
    )


def resolve(record: Record) -> None:
    """Work out anew what holds across the record's reports."""
    revision = record.revision()
    record.write_copies(copies(record.texts()))
    found = resolve_all(record.told(), record.judgements(), solved=record.solved())
    record.write_resolution(found, revision)


@dataclass(frozen=True, slots=True)
class _Done:
    """A report that needs no reading, and what became of it."""

    name: str
    outcome: str


_Step = _Done | Failure | tuple[Report, Reading]


@dataclass(slots=True)
class _Noted:
    """What is to be noted of what arrives, gathered as it passes."""

    options: IngestOptions
    _of_sources: list[Note] = field(default_factory=list)
    _unneeded: Counter[str] = field(default_factory=Counter)

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*notes_on_options(self._unneeded), *self._of_sources)

    def listen(self, arrived: Iterable[Report | Failure | Note]) -> Iterator[Report | Failure]:
        """What is a report or a failure."""
        for source in arrived:
            if isinstance(source, Note):
                self._of_sources.append(source)
                continue
            if isinstance(source, Report):
                self._of_sources += notes_on(source)
                self._unneeded.update(self.options.unneeded(source))
            yield source


def _unless_held(arrived: Iterable[Report | Failure], record: Record) -> Iterator[Report | Failure | _Done]:
    """What must still be read; a report that the record holds as this reader reads it is done."""
    for source in arrived:
        outcome = record.held_already(source, READER) if isinstance(source, Report) else None
        yield source if outcome is None else _Done(source.name or "", outcome)


def _read(source: Report | Failure | _Done) -> _Step:
    """The reading of a report; what is no report passes through. Runs in a worker, so it takes no record."""
    if not isinstance(source, Report):
        return source
    try:
        return source, read(source)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one report must not stop the rest
        return Failure(source.name or source.id, f"could not be read: {type(error).__name__}: {error}")


def _keep(step: _Step, record: Record) -> tuple[str, str]:
    """Keep what came of one source; its name, and what became of it."""
    if isinstance(step, _Done):
        return step.name, step.outcome
    if isinstance(step, Failure):
        record.record_failure(step.name, step.reason)
        return step.name, "failed"
    report, reading = step
    name = report.name or report.id
    try:
        return name, record.add(report, reading)
    except CommuniqueError as error:
        return _keep(Failure(name, str(error)), record)
