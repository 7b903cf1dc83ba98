"""`communique people`, `encounters`, `statements`, `figures`: lists of what the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from communique.cli.options import (
    ActOption,
    ByOption,
    JsonOption,
    PartyOption,
    RecordOption,
    SinceOption,
    ToOption,
    UntilOption,
    party_codes,
)

if TYPE_CHECKING:
    from communique.query.dossier import DossierLine
    from communique.store import Record


def reports(
    since: SinceOption = None, until: UntilOption = None, json: JsonOption = False, record: RecordOption = None
) -> None:
    """The reports that the record holds, by day, each with the id that `remove` takes."""
    from communique.cli.printing import print_json, print_rows, tell
    from communique.query import listing
    from communique.query.render.text import wrapped
    from communique.store import Record

    with Record.open(record, create=False) as store:
        listed = listing.reports(store, listing.Narrowing((), since, until))
    if json:
        print_json([asdict(head) for head in listed.found])
    else:
        for head in listed.found:
            print_rows(wrapped("line", listing.report_line(head), rest="  "))
        if not listed.found:
            tell("communique: nothing found")
    _tell_undated(listed.undated, "report")


def people(party: PartyOption = None, json: JsonOption = False, record: RecordOption = None) -> None:
    """Everyone whom the reports name, with their offices."""
    from communique.cli.printing import print_json, tell
    from communique.query import listing
    from communique.query.wording import count
    from communique.store import Record

    narrowing = listing.Narrowing(party_codes(party))
    with Record.open(record, create=False) as store:
        found = listing.people(store, narrowing)
        if json:
            print_json([asdict(person) for person in found])
            return
        _show(listing.person_lines(store, found), store, narrowing.parties)
        unsure = len(store.suggestions())
    if unsure:
        tell(f"communique: {count(unsure, 'pair')} of people may be one; see `communique review`")


def encounters(
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Distinct encounters, however many reports tell of each."""
    from communique.cli.printing import print_json
    from communique.query import listing
    from communique.store import Record

    narrowing = listing.Narrowing(party_codes(party), since, until)
    with Record.open(record, create=False) as store:
        listed = listing.encounters(store, narrowing)
        if json:
            print_json([asdict(known) for known in listed.found])
        else:
            _show(listing.encounter_lines(store, listed.found), store, narrowing.parties)
    _tell_undated(listed.undated, "encounter")


def statements(
    act: ActOption = None,
    by: ByOption = None,
    to: ToOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """What was said: requests, proposals, promises, agreements, thanks and the rest.

    --by is who spoke, --to who was spoken to, --party either.
    """
    from communique.cli.printing import print_json
    from communique.query import listing
    from communique.store import Record

    narrowing = listing.Narrowing(party_codes(party), since, until)
    saying = listing.Saying(act, party_codes(by), party_codes(to))
    with Record.open(record, create=False) as store:
        listed = listing.statements(store, narrowing, saying)
        if json:
            print_json([asdict(held) for held in listed.found])
        else:
            _show(listing.statement_lines(store, listed.found), store, (*narrowing.parties, *saying.by, *saying.to))
    _tell_undated(listed.undated, "statement")


def figures(
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Figures with unit, period, change and the parties that they concern."""
    from communique.cli.printing import print_json
    from communique.query import listing
    from communique.store import Record

    narrowing = listing.Narrowing(party_codes(party), since, until)
    with Record.open(record, create=False) as store:
        listed = listing.figures(store, narrowing)
        if json:
            print_json([asdict(held) for held in listed.found])
        else:
            _show(listing.figure_lines(listed.found), store, narrowing.parties)
    _tell_undated(listed.undated, "figure")


def _show(lines: Iterable[DossierLine], record: Record, asked: Sequence[str] = ()) -> None:
    """The lines; where there are none, that, and which parties the record knows where `asked` names others."""
    from communique.cli.printing import print_rows, tell, tell_parties
    from communique.query.render.phrases import legend
    from communique.query.render.text import line_rows

    shown = list(lines)
    print_rows(line_rows(shown))
    for note in legend(shown):
        tell(f"communique: {note}")
    if not shown:
        tell("communique: nothing found")
        if not set(asked) <= record.parties().keys():
            tell_parties(record)


def _tell_undated(left_out: int, noun: str) -> None:
    """How many items the bounds of days left out for want of a day."""
    from communique.cli.printing import tell
    from communique.query.wording import count

    if left_out:
        tell(f"communique: {count(left_out, noun)} of no known day left out by --since or --until")


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique reports --since 2026-01-01")(reports)
    app.command(epilog='Example: communique people --party "Viet Nam"')(people)
    app.command(epilog="Example: communique encounters -p VN -p KH --since 2026-01-01")(encounters)
    app.command(epilog="Example: communique statements --act request -p VN -p KH")(statements)
    app.command(epilog="Example: communique figures -p VN -p KH --json")(figures)
