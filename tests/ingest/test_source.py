import io
import json
import os
import sys
from pathlib import Path

import pytest

from communique.ingest import Failure, IngestOptions, load, read_source
from communique.model import Report

PROSE = "The Minister met the ambassador in Hanoi on Friday and asked for a new road to the border."
HTML = f"<!DOCTYPE html><html><body><article><p>{PROSE}</p><p>{PROSE[:-1]} and back.</p></article></body></html>"


def one(path: Path) -> Report | Failure:
    (only,) = load([path], IngestOptions())
    return only


def write(path: Path, content: str | bytes = PROSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_one_report_with_its_newlines_as_they_are(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.txt", f"date: 2026-02-06\r\n\r\n{PROSE}\r\n"))
    assert isinstance(got, Report)
    assert got.text == f"date: 2026-02-06\r\n\r\n{PROSE}\r\n"
    assert (got.published, got.name) == ("2026-02-06", str(tmp_path / "a.txt"))


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + PROSE.encode()))
    assert isinstance(got, Report) and got.text == PROSE


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.txt", "page"])
def test_a_page_is_told_by_suffix_or_content(tmp_path: Path, name: str) -> None:
    got = one(write(tmp_path / name, HTML))
    assert isinstance(got, Report) and "<p>" not in got.text


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "lines", "a.json"])
def test_json_lines_are_told_by_suffix_or_content(tmp_path: Path, name: str) -> None:
    lines = [json.dumps({"text": PROSE}), json.dumps({"text": PROSE + " It rained."})]
    got = list(load([write(tmp_path / name, "\n".join(lines))]))
    assert [type(item) for item in got] == [Report, Report]


def test_json_that_is_not_json_lines_is_refused_with_what_to_do(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.json", json.dumps([{"text": PROSE}], indent=2)))
    assert isinstance(got, Failure) and "JSON Lines" in got.reason


def test_a_file_without_suffix_is_read_as_text(tmp_path: Path) -> None:
    assert isinstance(one(write(tmp_path / "report")), Report)


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c/d/e.txt"):
        write(tmp_path / name, f"{PROSE} This is {name}.")
    names = [item.name for item in load([tmp_path])]
    assert names == [str(tmp_path / name) for name in ("a/1.txt", "a/2.txt", "b.txt", "c/d/e.txt")]


def test_a_file_of_another_kind_in_a_folder_is_named_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "map.png", b"\x89PNG")
    got = list(load([tmp_path]))
    assert isinstance(got[0], Report)
    assert isinstance(got[1], Failure) and "(.png)" in got[1].reason


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "a.txt")
    write(tmp_path / "a.txt")
    assert len(list(load([tmp_path]))) == 1


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    assert one(tmp_path) == Failure(str(tmp_path), "is a folder without files")


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    got = list(load([tmp_path]))
    assert isinstance(got[0], Report)
    assert isinstance(got[1], Failure) and "link to a folder" in got[1].reason


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input_is_read_as_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(PROSE.encode()))
    got = one(Path("-"))
    assert isinstance(got, Report) and got.name == "standard input"


def test_standard_input_may_be_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(json.dumps({"text": PROSE}).encode()))
    got = one(Path("-"))
    assert isinstance(got, Report) and got.name == "standard input line 1"


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    assert one(tmp_path / "none.txt") == Failure(str(tmp_path / "none.txt"), "does not exist")


def test_a_pipe_is_a_failure_and_nothing_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    got = one(tmp_path / "pipe.txt")
    assert isinstance(got, Failure) and "device or pipe" in got.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    got = one(path)
    assert isinstance(got, Failure) and "cannot be read" in got.reason


def test_a_failure_does_not_stop_the_batch(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt")
    got = list(load([tmp_path / "none.txt", good]))
    assert [type(item) for item in got] == [Failure, Report]


def test_one_source_may_be_read_by_itself(tmp_path: Path) -> None:
    (got,) = read_source(write(tmp_path / "a.txt"), IngestOptions(published="2026-02-06"))
    assert isinstance(got, Report) and got.published == "2026-02-06"
