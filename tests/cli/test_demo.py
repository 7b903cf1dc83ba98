"""The demo: the example reports read and laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.cli import main


@pytest.mark.slow
def test_the_demo_prints_the_dossier_and_what_to_try_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--folder", str(tmp_path / "demo")])
    shown = capsys.readouterr()
    assert not ended.value.code
    assert "2 reports published 15 January 2026 to 6 February 2026" in shown.out
    assert "gap US$8.67 billion" in " ".join(shown.out.split())
    assert "communique search" in shown.err
    page = (tmp_path / "demo" / "vn-kh.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
