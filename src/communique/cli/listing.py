"""`communique people`, `encounters`, `statements`, `figures`: lists of what the record holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import JsonOption, PartyOption, RecordOption, SinceOption, UntilOption, party_codes
from communique.model import Act

if TYPE_CHECKING:
    from communique.query.dossier import DossierLine


def reports(
    since: SinceOption = None, until: UntilOption = None, json: JsonOption = False, record: RecordOption = None
) -> None:
    """The reports that the record holds, by day, each with the id that `remove` takes."""
    from communique.cli.printing import print_json, print_rows, tell
    from communique.query import listing
    from communique.query.render.text import wrapped
    from communique.store import Record

    with Record.open(record, create=False) as store:
        found = listing.reports(store, listing.Narrowing((), since, until))
    if json:
        print_json([asdict(head) for head in found])
        return
    for head in found:
        print_rows(wrapped("line", listing.report_line(head), rest="  "))
    if not found:
        tell("communique: nothing found")


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
        _show(listing.person_lines(store, found))
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
        found = listing.encounters(store, narrowing)
        if json:
            print_json([asdict(known) for known in found])
        else:
            _show(listing.encounter_lines(store, found))


def statements(
    act: Annotated[Act | None, typer.Option("--act", "-a", help="Only this act of speech.")] = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """What was said: requests, proposals, promises, agreements, thanks and the rest."""
    from communique.cli.printing import print_json
    from communique.query import listing
    from communique.store import Record

    narrowing = listing.Narrowing(party_codes(party), since, until)
    with Record.open(record, create=False) as store:
        found = listing.statements(store, narrowing, act)
        if json:
            print_json([asdict(held) for held in found])
        else:
            _show(listing.statement_lines(found))


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
        found = listing.figures(store, narrowing)
        if json:
            print_json([asdict(held) for held in found])
        else:
            _show(listing.figure_lines(found))


def _show(lines: Iterable[DossierLine]) -> None:
    from communique.cli.printing import print_rows, tell
    from communique.query.render.text import line_rows

    shown = list(lines)
    print_rows(line_rows(shown))
    if not shown:
        tell("communique: nothing found")


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique reports --since 2026-01-01")(reports)
    app.command(epilog='Example: communique people --party "Viet Nam"')(people)
    app.command(epilog="Example: communique encounters -p VN -p KH --since 2026-01-01")(encounters)
    app.command(epilog="Example: communique statements --act request -p VN -p KH")(statements)
    app.command(epilog="Example: communique figures -p VN -p KH --json")(figures)
