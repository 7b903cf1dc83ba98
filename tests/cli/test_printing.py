"""Printing: colours only where a terminal shows them, accents wherever they can be written."""

from __future__ import annotations

import io
import sys

import pytest

from communique.cli.printing import print_rows, write
from communique.query.render.text import Row

ROWS = [
    Row("heading", "UNDERTAKINGS"),
    Row("line", f"  • {'Lê Văn Bình ' * 7}[open] [due June 2026]"),
    Row("quote", "      “a quote” [2026-03-13 VNA 1–8]"),
]


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS)
    assert capsys.readouterr().out == "".join(f"{row.text}\n" for row in ROWS)


def test_a_terminal_gets_colours_and_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", Terminal())
    print_rows(ROWS)
    shown = sys.stdout.getvalue()  # type: ignore[attr-defined]
    assert "\x1b[33m[open]\x1b[0m" in shown
    assert shown.count("\n") == len(ROWS)


def test_a_terminal_without_colours_is_left_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", Terminal())
    print_rows(ROWS)
    assert "\x1b[33m" not in sys.stdout.getvalue()  # type: ignore[attr-defined]


def test_an_output_that_cannot_write_accents_gets_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    write("Tô Lâm\n")
    assert raw.getvalue().decode("utf-8") == "Tô Lâm\n"
