"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from communique.model import Act


def iso_day(value: str) -> str:
    """An ISO day as given; any other form is wrong usage."""
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2026-02-06") from error


def act(value: str) -> Act:
    """The act of speech that a word means; any other word is wrong usage."""
    from communique.query.act_words import ACTS, act_of

    found = act_of(value)
    if found is None:
        raise typer.BadParameter(f"{value!r} is no act of speech; the acts are {', '.join(ACTS)}")
    if found != value:
        print(f"communique: --act {value} is taken for {found}", file=sys.stderr)
    return found


RecordOption = Annotated[
    Path | None,
    typer.Option(
        "--record", "-r", envvar="COMMUNIQUE_RECORD", dir_okay=False, show_default="your own data folder",
        help="The record's file.",
    ),
]  # fmt: skip
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", parser=iso_day, metavar="DAY", help="Day of publication of what has no day of its own."
    ),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", parser=iso_day, metavar="DAY", help="Leave out what is older than this day.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", parser=iso_day, metavar="DAY", help="Leave out what is newer than this day.")
]
PartyOption = Annotated[
    list[str] | None,
    typer.Option("--party", "-p", metavar="NAME", help="Country or organisation; give it again for a second one."),
]


ActOption = Annotated[
    Act | None,
    typer.Option("--act", "-a", parser=act, help="Only this act of speech, or one that reports call so: ask, pledge."),
]
ByOption = Annotated[
    list[str] | None, typer.Option("--by", metavar="NAME", help="Only what this country or organisation said.")
]
ToOption = Annotated[
    list[str] | None, typer.Option("--to", metavar="NAME", help="Only what was said to this country or organisation.")
]


def party_codes(names: list[str] | None) -> tuple[str, ...]:
    """The codes of the parties named; raises `UnknownPartyError` with the nearest names."""
    from communique.read.parties import party_code

    return tuple(party_code(name) for name in names or ())
