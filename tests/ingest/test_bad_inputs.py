"""Every kind of bad input as a file: each is a failure that names the file and says what to do, and none stops."""

from pathlib import Path

import pytest

from communique.ingest import Failure, load
from communique.ingest.decode import LARGEST_REPORT
from communique.model import Report

PROSE = "The Minister met the ambassador in Hanoi on Friday and asked for a new road to the border."
VIETNAMESE = "Bộ trưởng đã gặp đại sứ tại Hà Nội và nhấn mạnh rằng hai nước sẽ tăng cường hợp tác trong những năm tới."

BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \r\n\t\n", "white space"),
    "mark only.txt": (b"\xef\xbb\xbf", "is empty"),
    "no words.txt": (b"--- *** ...", "no words"),
    "headers.txt": (b"title: Talks\ndate: 2026-02-06\n", "header lines only"),
    "binary.txt": (bytes(range(256)) * 4, "binary"),
    "controls.txt": (b"\x01\x02\x03\x04 word", "control characters"),
    "pdf.txt": (b"%PDF-1.7 rest", "PDF"),
    "word.txt": (b"PK\x03\x04rest", "office document"),
    "utf16.txt": (PROSE.encode("utf-16-le"), "UTF-16"),
    "chinese.txt": ("外交部长在北京会见了大使".encode("gb18030"), "save it as UTF-8"),
    "vietnamese.txt": (VIETNAMESE.encode(), "looks like Vietnamese; communique reads English"),
    "empty.html": (b"", "is empty"),
    "frame.html": (b"<html><body></body></html>", "no article text"),
    "empty.jsonl": (b"", "is empty"),
    "broken.jsonl": (b'{"text": ', "is not JSON"),
    "broken.jsonl.gz": (b"\x1f\x8b\x08rest", "cut off or damaged"),
    "plain.jsonl.gz": (b"plain", "cut off or damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_failure_with_its_reason(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    (got,) = load([tmp_path / name])
    assert isinstance(got, Failure)
    assert got.name.startswith(str(tmp_path / name)) and reason in got.reason


def test_a_folder_of_bad_files_loses_none_and_keeps_the_good_one(tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(PROSE, encoding="utf-8")
    got = list(load([tmp_path]))
    assert len(got) == len(BAD) + 1
    assert [item.name for item in got if isinstance(item, Report)] == [str(tmp_path / "good.txt")]


@pytest.mark.parametrize("size", [LARGEST_REPORT + 1, 50 * 1024 * 1024])
def test_a_file_over_the_limit_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(size)
    (got,) = load([path])
    assert isinstance(got, Failure) and "larger than 20 MB" in got.reason


def test_a_report_of_one_endless_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(PROSE * 20_000, encoding="utf-8")
    (got,) = load([path])
    assert isinstance(got, Report)


@pytest.mark.parametrize(
    "piece", ["(", "Photo (", "VNA/", "A.", "— ", "title: ", "www.a.", "./.", "\n", "\n ", "1.1.20 "]
)
def test_text_made_to_be_slow_is_read_in_linear_time(piece: str) -> None:
    from communique.ingest.headers import read_headers
    from communique.ingest.marks import find_marks

    text = PROSE + piece * (300_000 // len(piece))
    found = find_marks(text, read_headers(text))
    assert all(mark.end <= len(text) for mark in found.marks)
