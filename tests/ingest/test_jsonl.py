import gzip
import io
import json

import pytest

from communique.ingest import Failure, IngestOptions
from communique.ingest.jsonl import read_jsonl, read_jsonl_gz, starts_json_lines
from communique.model import Report

PROSE = "The Minister met the ambassador in Hanoi on Friday and asked for a new road to the border."


def read(*lines: object, options: IngestOptions | None = None) -> list[Report | Failure]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_jsonl(io.BytesIO(data), "a.jsonl", options or IngestOptions()))


def failure(*lines: object) -> Failure:
    (only,) = read(*lines)
    assert isinstance(only, Failure)
    return only


def report(*lines: object, options: IngestOptions | None = None) -> Report:
    (only,) = read(*lines, options=options)
    assert isinstance(only, Report)
    return only


def test_the_fields_of_a_line_fill_the_report() -> None:
    line = {
        "id": "r1",
        "text": PROSE,
        "published": "2026-02-06",
        "title": "A road",
        "url": "https://example.org/1",
        "issuer": "KPL",
    }
    got = report(line)
    assert (got.id, got.text, got.title, got.url, got.issuer) == ("r1", PROSE, "A road", "https://example.org/1", "KPL")
    assert (got.published, got.published_source, got.name) == ("2026-02-06", "metadata", "a.jsonl line 1")


def test_without_an_id_the_url_and_then_the_digest_stand_in() -> None:
    assert report({"text": PROSE, "url": "https://example.org/1"}).id == "https://example.org/1"
    assert report({"text": PROSE}).id.startswith("sha-")


def test_a_number_may_be_the_id() -> None:
    assert report({"id": 17, "text": PROSE}).id == "17"


def test_a_time_of_publication_gives_its_day() -> None:
    assert report({"text": PROSE, "published": "2026-02-06T10:00:00Z"}).published == "2026-02-06"


def test_empty_fields_are_as_good_as_none() -> None:
    got = report({"id": "", "text": PROSE, "published": "", "title": None, "url": " "})
    assert (got.published, got.title, got.url) == (None, None, None)


def test_options_hold_for_every_line_that_does_not_say_so_itself() -> None:
    options = IngestOptions("2026-02-07", "VNA")
    silent = report({"text": PROSE}, options=options)
    telling = report({"text": PROSE, "issuer": "KPL", "published": "2026-02-06"}, options=options)
    assert (silent.published, silent.published_source, silent.issuer) == ("2026-02-07", "given", "VNA")
    assert (telling.published, telling.published_source, telling.issuer) == ("2026-02-06", "metadata", "KPL")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{not json", "is not JSON"),
        (b"[1, 2]", "must be a JSON object"),
        (b"null", "must be a JSON object"),
        (b'{"id": "a"}', 'has no field "text"'),
        (b'{"text": 5}', 'field "text" must be a string, not a number'),
        (b'{"text": null}', 'field "text" must be a string, not null'),
        (b'{"text": ""}', "is empty"),
        (b'{"text": " \\n "}', "white space"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "The minister \\ud800"}', "half of a character"),
        (b'{"text": "The minister said.", "published": "6/2/2026"}', "write it as 2026-02-06"),
        (b'{"text": "The minister said.", "published": 2026}', 'field "published" must be a string'),
        (b'{"text": "The minister said.", "url": ["x"]}', 'field "url" must be a string, not a list'),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"text": ' + b"9" * 5000 + b"}", "is not JSON"),
    ],
)
def test_a_bad_line_is_a_failure_with_its_number(line: bytes, reason: str) -> None:
    got = failure(line)
    assert got.name == "a.jsonl line 1" and reason in got.reason


def test_a_bad_line_does_not_stop_the_others() -> None:
    got = read({"text": PROSE}, b"{", b"", {"text": PROSE + " It was late."})
    assert [type(item) for item in got] == [Report, Failure, Report]
    assert [item.name for item in got] == ["a.jsonl line 1", "a.jsonl line 2", "a.jsonl line 4"]


def test_a_byte_order_mark_and_windows_newlines_are_passed_over() -> None:
    data = b"\xef\xbb\xbf" + json.dumps({"text": PROSE}).encode() + b"\r\n"
    (got,) = read_jsonl(io.BytesIO(data), "a.jsonl", IngestOptions())
    assert isinstance(got, Report)


@pytest.mark.parametrize("data", [b"", b"\n\n  \n"])
def test_a_file_without_lines_is_a_failure(data: bytes) -> None:
    (got,) = read_jsonl(io.BytesIO(data), "a.jsonl", IngestOptions())
    assert got == Failure("a.jsonl", "is empty")


def test_a_line_over_the_limit_is_a_failure_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ingest.jsonl._LARGEST_LINE", 1000)
    monkeypatch.setattr("communique.ingest.decode.LARGEST_REPORT", 900)
    got = read({"text": PROSE * 100}, {"text": PROSE})
    assert isinstance(got[0], Failure) and "larger than" in got[0].reason
    assert isinstance(got[1], Report)


def packed(*lines: object) -> bytes:
    return gzip.compress("\n".join(map(json.dumps, lines)).encode())


def test_a_gzipped_file_is_read_alike() -> None:
    (got,) = read_jsonl_gz(io.BytesIO(packed({"text": PROSE})), "a.jsonl.gz", IngestOptions())
    assert isinstance(got, Report) and got.name == "a.jsonl.gz line 1"


def test_a_cut_off_gzipped_file_gives_its_lines_and_then_a_failure() -> None:
    data = packed(*({"text": f"{PROSE} It was number {n}."} for n in range(2000)))
    got = list(read_jsonl_gz(io.BytesIO(data[: len(data) // 2]), "a.jsonl.gz", IngestOptions()))
    assert isinstance(got[0], Report)
    assert isinstance(got[-1], Failure) and "cut off or damaged" in got[-1].reason


def test_what_is_not_gzipped_is_a_failure() -> None:
    (got,) = read_jsonl_gz(io.BytesIO(b"plain text"), "a.jsonl.gz", IngestOptions())
    assert isinstance(got, Failure)


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (b'{"text": "a"}\n', True),
        (b'{"text": "a', True),
        (b"{\n", False),
        (b"HANOI", False),
        (b'{"a"\n', False),
        (b"", False),
    ],
)
def test_json_lines_are_told_by_their_first_line(start: bytes, told: bool) -> None:
    assert starts_json_lines(start) is told
