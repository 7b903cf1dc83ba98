"""`communique dossier` and `search`: questions to the record."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import JsonOption, RecordOption, SinceOption
from communique.query.render import Format

if TYPE_CHECKING:
    from communique.query.search import Found


def dossier(
    a: Annotated[str, typer.Argument(metavar="PARTY", help="A country or organisation.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="PARTY", help="The other one.", show_default=False)],
    since: SinceOption = None,
    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to print it: text, unless told otherwise.")
    ] = None,
    json: JsonOption = False,
    to: Annotated[Path | None, typer.Option("--to", "-o", dir_okay=False, help="Write to this file.")] = None,
    record: RecordOption = None,
) -> None:
    """What two parties did, asked, promised and agreed, by name ("Viet Nam") or code (VN, VNM)."""
    from communique.cli.printing import print_rows, tell, tell_parties, write
    from communique.cli.writing import check_target, write_text
    from communique.query.gather import dossier as compile_for
    from communique.query.render import render
    from communique.query.render.text import dossier_rows
    from communique.store import Record

    if json and format not in (None, "json"):
        raise typer.BadParameter(f"--json and --format {format} ask for two forms; give one of them")
    form: Format = "json" if json else format or _by_suffix(to)
    check_target(to)
    with Record.open(record, create=False) as store:
        found = compile_for(store, a, b, since)
        if not {found.a.code, found.b.code} <= store.parties().keys():
            tell_parties(store)
    if to is not None:
        write_text(to, render(found, form))
        tell(f"Written to {to} as {form}.")
    elif form == "text":
        print_rows(dossier_rows(found))
    else:
        write(render(found, form))


def _by_suffix(path: Path | None) -> Format:
    """The form that a file's name tells, text where it tells none."""
    if path is None or path.suffix.lower() in {"", ".txt", ".text"}:
        return "text"
    forms: dict[str, Format] = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}
    if path.suffix.lower() not in forms:
        named = ", ".join((".txt", *forms))
        raise typer.BadParameter(f"{path}: a dossier is written as {named}; for another ending say --format")
    return forms[path.suffix.lower()]


def search(
    words: Annotated[str, typer.Argument(help='Words; a phrase in "double quotes".', show_default=False)],
    limit: Annotated[int, typer.Option(min=1, help="Most reports shown.")] = 20,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Find reports that hold every word, accents and plurals aside, with what was said about them."""
    from communique.cli.printing import print_json, tell
    from communique.query.search import search as find
    from communique.store import Record

    if not any(map(str.isalnum, words)):
        raise typer.BadParameter('give a word to look for, or a phrase: communique search "border demarcation"')
    with Record.open(record, create=False) as store:
        found = find(store, words, limit)
    if json:
        print_json([asdict(report) for report in found])
        return
    _show(found)
    if not found:
        tell(f"communique: no report holds {words!r}")


def _show(found: list[Found]) -> None:
    from communique.cli.printing import print_rows
    from communique.query.citing import file_name, site
    from communique.query.render.text import Row, line_rows, wrapped

    for report in found:
        hit = report.hit
        title = hit.title or file_name(hit.name)
        head = " ".join(filter(None, (hit.published or "undated", hit.issuer or site(hit.url), title)))
        print_rows(wrapped("heading", f"{head}  ({hit.report})", rest="  "))
        print_rows(wrapped("quote", hit.snippet, "  ", "  "))
        print_rows([*line_rows(report.lines), Row("blank", "")])


def register(app: typer.Typer) -> None:
    app.command(epilog="Example: communique dossier VN KH --since 2026-01-01 --format html --to vn-kh.html")(dossier)
    app.command(epilog='Example: communique search "border demarcation"')(search)
