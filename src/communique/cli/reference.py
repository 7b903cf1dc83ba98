"""The reference pages that are made from the code: `python -m communique.cli.reference docs`."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo

_HEAD = """# The command line

This page is made from the program itself by `make docs`; change the commands, not the page.

Every command ends with 0 when all went well, 1 when something failed (one line on standard error says what), and 2
when it was called wrongly. `--help` after any command shows what stands here. The record is one file: by default
`record.sqlite` in your own data folder; `--record FILE` or the environment variable `COMMUNIQUE_RECORD` names
another. `communique --install-completion` makes the shell complete commands and options.
"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument or option of a command; `forms` are the option's spellings, `value` what stands after it."""

    name: str
    is_argument: bool
    forms: tuple[str, ...]
    value: str
    help: str
    default: Any


@dataclass(frozen=True, slots=True)
class Command:
    """A command as its page shows it."""

    name: str
    summary: str
    example: str
    parameters: tuple[Parameter, ...]


def cli_reference() -> str:
    """Every command with its arguments, options and an example, in Markdown."""
    return "\n".join([_HEAD, *map(_section, commands())])


def reading_schema() -> str:
    """JSON Schema of what `communique read --json` prints for one report."""
    from communique.model import Reading

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **Reading.json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def commands() -> Iterator[Command]:
    """The commands, in the order of `communique --help`."""
    from communique.cli.app import app

    for info in app.registered_commands:
        callback = info.callback
        if callback is not None:
            summary = " ".join((callback.__doc__ or "").split())
            example = (info.epilog or "").removeprefix("Example: ")
            yield Command(info.name or callback.__name__, summary, example, tuple(_parameters(callback)))


def _parameters(callback: Callable[..., Any]) -> Iterator[Parameter]:
    hints = get_type_hints(callback, include_extras=True)
    for name, parameter in inspect.signature(callback).parameters.items():
        kind, info = hints[name].__origin__, hints[name].__metadata__[0]
        yield Parameter(
            name=name,
            is_argument=isinstance(info, ArgumentInfo),
            forms=_forms(info) or (f"--{name.replace('_', '-')}",),
            value=info.metavar or _value(kind),
            help=info.help or "",
            default=parameter.default,
        )


def _forms(info: Any) -> tuple[str, ...]:
    """An option's spellings; within `Annotated`, Typer keeps the first of them as the default."""
    first = (info.default,) if isinstance(info.default, str) and info.default.startswith("-") else ()
    return (*first, *(info.param_decls or ()))


def _value(kind: Any) -> str:
    """What stands after an option: nothing for a switch, the choices, or the kind of value."""
    bare = next((part for part in get_args(kind) if part is not type(None)), kind) if _is_optional(kind) else kind
    if get_origin(bare) is Literal:
        return ", ".join(get_args(bare))
    return {bool: "", int: "NUMBER", Path: "FILE"}.get(bare, "TEXT")


def _is_optional(kind: Any) -> bool:
    return type(None) in get_args(kind)


def _section(command: Command) -> str:
    arguments = [p for p in command.parameters if p.is_argument]
    options = [p for p in command.parameters if not p.is_argument]
    usage = " ".join(["communique", command.name, *(_argument(a) for a in arguments), "[options]"])
    rows = [_row(_argument(a), a) for a in arguments]
    rows += [_row(f"{', '.join(o.forms)} {o.value}".strip(), o) for o in options]
    blocks = [f"## {command.name}", command.summary, f"```\n{usage}\n```"]
    blocks += ["\n".join(["| | |", "|---|---|", *rows]), f"```\n{command.example}\n```"]
    return "\n\n".join(blocks) + "\n"


def _argument(argument: Parameter) -> str:
    return argument.value if argument.value != "FILE" else argument.name.upper()


def _row(term: str, parameter: Parameter) -> str:
    shown = isinstance(parameter.default, str | int | Path) and not isinstance(parameter.default, bool)
    default = f" Default: `{parameter.default}`." if shown else ""
    return f"| `{term}` | {parameter.help}{default} |"


def write(folder: Path) -> None:
    """Write both pages."""
    (folder / "cli.md").write_text(cli_reference(), encoding="utf-8")
    (folder / "reading.schema.json").write_text(reading_schema(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
