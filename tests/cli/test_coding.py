"""`communique code`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from communique.cli.app import app


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["code", *arguments])
    return result.exit_code, result.output


def test_a_sentence_is_coded() -> None:
    status, printed = run("Kenya condemned Peru.", "--source", "Kenya", "--target", "Peru")
    assert status == 0
    assert printed.startswith("ACCUSE · ")


def test_a_sentence_that_tells_of_no_event_has_none() -> None:
    assert run("It rained.") == (0, "no event\n    It rained.\n")
    assert json.loads(run("It rained.", "--json")[1])["code"] is None


def test_json_has_every_part() -> None:
    status, printed = run("Kenya condemned Peru.", "--source", "Kenya", "--target", "Peru", "--json")
    assert status == 0
    assert json.loads(printed)["code"]["quad"] == 3


def test_a_report_has_a_code_for_each_statement_and_encounter(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Prime Minister Anna Berg of Norway met President Luis Vega of Chile in Oslo on Monday.\n")
    status, printed = run("--file", str(report), "--published", "2026-02-06")
    assert status == 0
    assert "CONSULT" in printed


def test_neither_sentence_nor_file_is_wrong_usage() -> None:
    status, _ = run()
    assert status == 2


def test_a_side_that_the_sentence_does_not_print_is_told() -> None:
    status, printed = run("Kenya condemned Peru.", "--source", "Nairobi", "--target", "Peru")
    assert status == 0
    assert "--source Nairobi is not printed in the sentence" in printed
