"""The README keeps its word: its commands and targets exist, its links lead somewhere, its Python runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from communique.cli.reference import commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\.venv/bin/(communique .*?)(?:\s{2,}#.*)?$", README, re.MULTILINE)


def test_every_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"`?make (\w+)", README) if f"\n{name}:" not in makefile] == []


@pytest.mark.parametrize("call", CALLS)
def test_every_command_and_option_exists(call: str) -> None:
    known = {command.name: command for command in commands()}
    _, name, *rest = shlex.split(call)
    forms = {form for parameter in known[name].parameters for form in parameter.forms}
    assert [word for word in rest if word.startswith("--") and word not in forms] == []


def test_every_link_leads_to_a_file() -> None:
    assert [link for link in re.findall(r"\]\(([^):]+)\)", README) if not (ROOT / link).exists()] == []


@pytest.mark.slow
def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "request ('Lê Văn Bình',) ('KH',)" in capsys.readouterr().out
