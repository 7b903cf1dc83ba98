from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from communique.store import Record
from tests.store.adding_many import MANY

COMMAND = [sys.executable, "-m", "tests.store.adding_many"]
ROOT = Path(__file__).parents[2]


def run(place: Path, kill_after: int | None = None) -> None:
    """Add the reports; with `kill_after`, kill the process while it is busy with the report after that one."""
    with subprocess.Popen([*COMMAND, str(place)], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if kill_after is not None and int(line) >= kill_after:
                process.send_signal(signal.SIGKILL)
                break
        process.wait()
    assert process.returncode == (0 if kill_after is None else -signal.SIGKILL)


def contents(place: Path) -> list[str]:
    """Everything in the record but the times of adding."""
    connection = sqlite3.connect(place)
    connection.execute("UPDATE reports SET added = ''")
    lines = sorted(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    place = tmp_path_factory.mktemp("whole") / "record.sqlite"
    run(place)
    return contents(place)


@pytest.mark.parametrize("kill_after", [0, 40, 111])
def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path, uninterrupted: list[str], kill_after: int) -> None:
    place = tmp_path / "record.sqlite"
    run(place, kill_after)
    with Record.open(place, create=False) as record:
        assert kill_after < record.count() <= MANY
    run(place)
    assert contents(place) == uninterrupted


def test_a_record_killed_while_it_is_made_can_be_opened(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    with subprocess.Popen([*COMMAND, str(place)], stdout=subprocess.PIPE, cwd=ROOT) as process:
        while not place.exists():
            pass
        process.send_signal(signal.SIGKILL)
    with Record.open(place) as record:
        assert record.count() <= MANY
