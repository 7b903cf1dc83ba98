"""`communique review`: the pairs of people that may be one, and what a reviewer decides about them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.options import JsonOption, RecordOption

if TYPE_CHECKING:
    from communique.model import Judgement, KnownPerson
    from communique.query.render.text import Row
    from communique.review.people import Pair
    from communique.store import Record

Answer = Literal["same", "different", "open"]


def review(
    pair: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAIR", show_default=False, help="The id of a pair in the list, or two people by name or id."
        ),
    ] = None,
    same: Annotated[bool, typer.Option("--same", help="Decide that the two are one person.")] = False,
    different: Annotated[bool, typer.Option("--different", help="Decide that they are two people.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last decision, or that on the pair.")] = False,
    decided: Annotated[bool, typer.Option("--decided", help="List what was decided.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides; by default the user of the machine.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")] = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Pairs of people who may be one, with what speaks for it and against it; decide on one, or take that back.

    Two names show what speaks for and against those two; --same or --different with them decides.
    """
    from communique.store import Record

    answer = _answer(same, different)
    with Record.open(record, create=False) as store:
        if undo:
            _take_back(store, pair or [], by)
        elif answer is not None:
            _decide(store, pair or [], answer, by, note)
        elif decided:
            _show_decided(store, json)
        else:
            _show(store, pair or [], json)


def _answer(same: bool, different: bool) -> Answer | None:
    if same and different:
        raise typer.BadParameter("two people are the same or different, not both")
    return "same" if same else "different" if different else None


def _decide(record: Record, named: Sequence[str], answer: Answer, by: str | None, note: str | None) -> None:
    from communique.cli.printing import tell
    from communique.review.people import decide, pair_of

    pair = pair_of(record, named)
    decide(record, pair, answer, _reviewer(by), note)
    joined = "one person" if answer == "same" else "two people"
    tell(f"{pair.first.name} and {pair.second.name}: {joined}. `communique review --undo` takes it back.")


def _take_back(record: Record, named: Sequence[str], by: str | None) -> None:
    from communique.cli.printing import tell
    from communique.errors import CommuniqueError
    from communique.review.people import decisions, take_back

    held = [one for one in decisions(record) if not named or _is_about(record, one, named)]
    if not held:
        raise CommuniqueError("there is no such decision to take back: `communique review --decided` lists them")
    take_back(record, held[-1], _reviewer(by))
    tell(f"Taken back: {_decision(held[-1])}")


def _is_about(record: Record, judgement: Judgement, named: Sequence[str]) -> bool:
    """Whether a judgement is about people of these names or ids."""
    from communique.resolve.folding import fold

    quotes = [fold(one.quote) for one in (judgement.subject, judgement.object) if one is not None]
    names = [fold(found.name if (found := record.person(one)) else one) for one in named]
    return all(any(name in quote or quote in name for quote in quotes) for name in names)


def _show(record: Record, named: Sequence[str], json: bool) -> None:
    from communique.cli.printing import print_json, print_rows, tell
    from communique.review.people import open_pairs, pair_of

    pairs = [pair_of(record, named)] if named else open_pairs(record)
    if json:
        print_json([_plain(record, pair) for pair in pairs])
        return
    for pair in pairs:
        print_rows(_rows(record, pair))
    if not pairs:
        tell("communique: no pair of people is unsure; to look at any two, `communique review NAME NAME`")
    elif named:
        tell(f"Decide with `communique review {shlex.join(named)} --same` or `--different`.")
    else:
        tell("Decide with `communique review PAIR --same` or `--different`.")


def _rows(record: Record, pair: Pair) -> Iterator[Row]:
    """A pair as it is printed: who, what speaks for their being one and what against, and where each is named."""
    from communique.query.citing import Citing
    from communique.query.render.text import Row, wrapped
    from communique.review.people import decided_on, grounds

    head = f"{_person(pair.first)} – {_person(pair.second)}"
    found, weighed = pair.suggestion, grounds(record, pair)
    yield from wrapped("heading", f"{found.id}  {head}" if found else head, rest="  ")
    for label, reasons in (("for", weighed.reasons), ("against", weighed.doubts)):
        if reasons:
            yield from wrapped("line", f"  {label}: {'; '.join(reasons)}", rest="    ")
    for judgement in decided_on(record, pair):
        yield from wrapped("note", f"  decided: {_decision(judgement)}", rest="    ")
    citing = Citing({one.id: one for evidence in pair.evidence if (one := record.report(evidence.report))})
    for evidence in pair.evidence:
        cited = citing.cite(evidence)
        source = " ".join(filter(None, (cited.date, cited.issuer)))
        yield from wrapped("quote", f"{cited.before}{cited.quote}{cited.after} [{source}]", "    ", "      ")
    yield Row("blank", "")


def _person(person: KnownPerson) -> str:
    from communique.query.wording import count

    return f"{person.name} ({person.country or 'no country'}, {count(person.reports, 'report')})"


def _plain(record: Record, pair: Pair) -> dict[str, object]:
    from communique.review.people import grounds

    plain = asdict(pair.suggestion) if pair.suggestion else asdict(grounds(record, pair))
    return {**plain, "first": asdict(pair.first), "second": asdict(pair.second)}


def _show_decided(record: Record, json: bool) -> None:
    from communique.cli.printing import print_json, tell, write
    from communique.review.people import decisions

    held = decisions(record)
    if json:
        print_json([asdict(judgement) for judgement in held])
        return
    write("".join(f"{_decision(judgement)}\n" for judgement in held))
    if not held:
        tell("communique: nothing was decided on people")


def _decision(judgement: Judgement) -> str:
    quotes = " – ".join(one.quote for one in (judgement.subject, judgement.object) if one is not None)
    note = f" ({judgement.note})" if judgement.note else ""
    return f"{judgement.at[:10]} {judgement.reviewer}: {judgement.decision}: {quotes}{note}"


def _reviewer(by: str | None) -> str:
    """Who decides: as given, or the user of the machine."""
    import getpass

    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in a container
        return "unknown"


def register(app: typer.Typer) -> None:
    app.command(epilog='Example: communique review "To Lam" "Tô Lâm" --same --note "one person"')(review)
