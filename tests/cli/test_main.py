"""The program as a whole: help, version, errors on one line, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import __version__
from communique.cli import main


def run(*arguments: str) -> int:
    """The exit code of a call."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"communique {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert [name for name in ("demo", "read", "add", "dossier", "search", "statements") if name not in shown] == []


def test_a_commands_help_shows_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", "--help") == 0
    assert "communique dossier VN KH" in capsys.readouterr().out


def test_a_missing_record_is_one_line_and_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", "VN", "KH", "--record", str(tmp_path / "none.sqlite")) == 1
    said = capsys.readouterr().err
    assert said.startswith("communique: there is no record at ")
    assert said.count("\n") == 1


def test_a_missing_file_is_one_line_and_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", str(tmp_path / "none.txt")) == 1
    assert capsys.readouterr().err == f"communique: {tmp_path / 'none.txt'}: does not exist\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("dossier", "VN"),
        ("dossier", "VN", "KH", "--since", "yesterday"),
        ("dossier", "VN", "KH", "--format", "pdf"),
        ("statements", "--act", "sing"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "Traceback" not in capsys.readouterr().err
