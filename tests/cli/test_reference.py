"""Every command has an example, and the reference pages stand as the code makes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from communique.cli.reference import Command, cli_reference, commands, reading_schema
from communique.model import Evidence, Figure, Reading

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = list(commands())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_an_example_of_itself(command: Command) -> None:
    assert command.example.startswith(f"communique {command.name}")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_is_explained(command: Command) -> None:
    assert command.summary.endswith(".")
    assert [p.name for p in command.parameters if not p.help] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_of_an_example_exists(command: Command) -> None:
    known = {form for p in command.parameters for form in p.forms}
    assert [word for word in command.example.split() if word.startswith("-") and word not in known] == []


def test_the_page_of_the_command_line_is_up_to_date() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == cli_reference(), "run `make docs`"


def test_the_schema_of_a_reading_is_up_to_date() -> None:
    shipped = json.loads((DOCS / "reading.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(reading_schema()), "run `make docs`"


def test_a_reading_keeps_to_its_schema() -> None:
    figure = Figure(5.0, "percent", "growth", Evidence("r", 0, 9, "5 percent"), ("VN",), range=(4.0, 6.0))
    reading = json.loads(json.dumps(Reading("r", "0" * 64, "reader-1", figures=(figure,)).to_dict()))
    validator = Draft202012Validator(json.loads(reading_schema()))
    assert [error.message for error in validator.iter_errors(reading)] == []


def test_a_reading_without_evidence_does_not_keep_to_the_schema() -> None:
    broken = {"report": "r", "digest": "0", "reader": "x", "figures": [{"value": 1.0, "unit": None, "measure": None}]}
    assert list(Draft202012Validator(json.loads(reading_schema())).iter_errors(broken))
