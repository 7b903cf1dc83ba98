from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from communique.errors import RecordError
from communique.store import Record, engine, fulltext, schema


def test_a_missing_record_is_made_with_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "new" / "record.sqlite"
    Record.open(place).close()
    assert place.exists()


def test_a_missing_record_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record at"):
        Record.open(tmp_path / "record.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_no_record(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("This is a note, not a database. " * 40, encoding="utf-8")
    with pytest.raises(RecordError, match=r"notes\.txt"):
        Record.open(place)
    assert place.read_text(encoding="utf-8").startswith("This is a note")


def test_another_database_is_no_record_and_stays_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.commit()
    with pytest.raises(RecordError, match="not a communique record"):
        Record.open(place)
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    other.close()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Record.open(tmp_path)


def test_another_engine_is_refused_with_what_to_do() -> None:
    with pytest.raises(RecordError, match="give a path"):
        Record.open("postgresql://localhost/record")


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    Record.open(place).close()
    newer = sqlite3.connect(place)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    with pytest.raises(RecordError, match="newer communique"):
        Record.open(place)


def test_a_record_is_in_wal_mode(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    Record.open(place).close()
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_the_steps_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    opened = engine.open_engine(tmp_path / "record.sqlite", create=True)
    with opened.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: not str(name).startswith("report_words")}
        )
        assert compare_metadata(context, schema.metadata) == []
    opened.dispose()


def test_the_newest_step_is_the_one_that_opening_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).with_name("migrations")))
    assert ScriptDirectory.from_config(config).get_current_head() == engine.HEAD


def test_the_default_place_is_the_users_data_folder() -> None:
    assert engine.default_place().name == "record.sqlite"
    assert "communique" in engine.default_place().parts


def test_a_record_that_another_process_is_writing_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fulltext, "WAIT_FOR_WRITER", 0.05)
    place = tmp_path / "record.sqlite"
    with Record.open(place) as record:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match=r"record\.sqlite cannot be written"):
            record.record_failure("a.txt", "no text")
        other.close()


def test_many_may_read_while_one_writes(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    with Record.open(place) as record:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert record.count() == 0
        other.close()


def test_a_place_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("a note", encoding="utf-8")
    with pytest.raises(RecordError, match="give another path"):
        Record.open(tmp_path / "notes.txt" / "record.sqlite")
