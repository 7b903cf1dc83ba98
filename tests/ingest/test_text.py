import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import IngestError
from communique.ingest import IngestOptions, from_text
from communique.model import text_digest

PROSE = "The Minister met the ambassador in Hanoi on Friday and asked for a new road to the border."


def test_a_report_without_a_day_is_accepted_and_none_is_guessed() -> None:
    report = from_text(PROSE + " The last talks were held on 6 February 2025.")
    assert (report.published, report.published_source) == (None, None)


def test_the_day_of_the_header_is_taken() -> None:
    report = from_text("date: 2026-02-06\n\n" + PROSE)
    assert (report.published, report.published_source) == ("2026-02-06", "header")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"date: 2026-02-06\n\n{PROSE}", ("2026-02-06", "header")),
        (f"HANOI, Feb. 6, 2026 (VNA) – {PROSE}", ("2026-02-06", "text")),
        (f"date: 06/02/2026\n\n{PROSE}", ("2026-02-07", "given")),
        (PROSE, ("2026-02-07", "given")),
    ],
)
def test_the_day_of_the_options_is_taken_where_the_report_has_none(text: str, found: tuple[str, str]) -> None:
    report = from_text(text, "a.txt", IngestOptions(published="2026-02-07"))
    assert (report.published, report.published_source) == found


def test_a_day_printed_in_full_in_the_dateline_is_the_last_resort() -> None:
    report = from_text("HANOI, Feb. 6, 2026 (VNA) – " + PROSE)
    assert (report.published, report.published_source, report.dateline) == ("2026-02-06", "text", "HANOI")


def test_a_header_day_that_can_be_read_two_ways_is_not_taken() -> None:
    assert from_text("date: 06/02/2026\n\n" + PROSE).published is None


def test_the_text_is_kept_as_given() -> None:
    text = " \r\ndate: 2026-02-06\r\n\r\n" + PROSE + "\r\n"
    assert from_text(text).text == text


def test_the_id_is_the_url_or_else_the_digest() -> None:
    assert from_text("url: https://example.org/1\n\n" + PROSE).id == "https://example.org/1"
    assert from_text(PROSE).id == "sha-" + text_digest(PROSE)[:16]


def test_the_issuer_of_the_options_is_taken_where_the_report_has_none() -> None:
    assert from_text("issuer: KPL\n\n" + PROSE, options=IngestOptions(issuer="VNA")).issuer == "KPL"
    assert from_text(PROSE, options=IngestOptions(issuer="VNA")).issuer == "VNA"


def test_a_headline_gives_the_title_where_no_header_does() -> None:
    assert from_text("Minister asks for new road\n\n" + PROSE).title == "Minister asks for new road"
    assert from_text("title: Road\n\n" + PROSE).title == "Road"


def test_options_refuse_what_is_no_day() -> None:
    with pytest.raises(IngestError, match="write it as 2026-02-06"):
        IngestOptions(published="6/2/2026")


@given(st.text())
def test_any_text_is_a_report_or_refused(text: str) -> None:
    try:
        report = from_text(text, "a.txt")
    except IngestError as error:
        assert error.name == "a.txt" and error.reason
        return
    assert report.text == text
    assert all(0 <= mark.start < mark.end <= len(text) for mark in report.marks)


@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_lie_within_the_text_whatever_surrounds_the_prose(before: str, after: str) -> None:
    try:
        report = from_text(f"{before}\n{PROSE}\n{after}")
    except IngestError:
        return
    assert all(0 <= mark.start < mark.end <= len(report.text) for mark in report.marks)
    assert report.dateline is None or report.dateline in report.text
