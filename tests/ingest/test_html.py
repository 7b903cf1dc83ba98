import random
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import IngestError
from communique.ingest.html import from_html, looks_like_html
from communique.ingest.options import IngestOptions
from communique.model import Report

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Minister meets Lao envoy | Example News</title>
<meta property="og:site_name" content="Example News">
<meta property="og:title" content="Minister meets Lao envoy">
<meta property="article:published_time" content="2026-01-14T18:00:00+07:00">
<link rel="canonical" href="https://news.example.org/politics/1.html"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Minister meets Lao envoy</h1>
<p>HÀ NỘI — Minister Lê Văn An met the Lao ambassador on Tuesday and asked for faster work on the railway.</p>
<p>The guest thanked Việt Nam for its support, and said that Laos would finish its part by the end of next year.</p>
<p>Both sides agreed to meet again in Vientiane in the spring. — VNS</p></article>
<footer>Copyright 2026 Example News</footer></body></html>"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a page must never reach for the network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was read with a call to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def page(html: str = PAGE) -> Report:
    return from_html(html, "a.html", IngestOptions())


def test_the_article_is_the_text_and_the_frame_is_not() -> None:
    text = page().text
    assert "asked for faster work on the railway" in text
    assert "Copyright" not in text and "World" not in text


def test_the_page_s_metadata_fill_the_fields() -> None:
    report = page()
    assert report.title == "Minister meets Lao envoy"
    assert (report.published, report.published_source) == ("2026-01-14", "metadata")
    assert report.url == report.id == "https://news.example.org/politics/1.html"
    assert report.issuer == "Example News"


def test_marks_are_found_in_the_extracted_text() -> None:
    report = page()
    kinds = {mark.kind: report.text[mark.start : mark.end] for mark in report.marks}
    assert kinds["headline"] == "Minister meets Lao envoy"
    assert (kinds["dateline"], kinds["signoff"]) == ("HÀ NỘI —", "— VNS")


def test_the_day_may_stand_in_a_time_element() -> None:
    html = PAGE.replace('<meta property="article:published_time" content="2026-01-14T18:00:00+07:00">', "")
    html = html.replace("<article>", '<article><time datetime="2026-01-15" pubdate>15 January</time>')
    assert page(html).published == "2026-01-15"


def test_a_page_without_a_day_has_none() -> None:
    html = PAGE.replace('<meta property="article:published_time" content="2026-01-14T18:00:00+07:00">', "")
    html = html.replace("Copyright 2026 Example News", "")
    assert page(html).published is None


def test_the_day_of_the_page_comes_before_that_of_the_options() -> None:
    report = from_html(PAGE, "a.html", IngestOptions(published="2026-01-16"))
    assert (report.published, report.published_source) == ("2026-01-14", "metadata")


def test_an_xml_declaration_is_no_hindrance() -> None:
    assert page('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE).title == "Minister meets Lao envoy"


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><p></p></body></html>", "<!DOCTYPE html>", "<html"])
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(IngestError, match="no article text"):
        page(html)


def test_a_page_in_another_language_is_refused_by_name() -> None:
    vietnamese = "<p>Bộ trưởng đã gặp đại sứ tại Hà Nội và nhấn mạnh rằng hai nước sẽ tăng cường hợp tác.</p>" * 4
    with pytest.raises(IngestError, match="Vietnamese"):
        page(f"<html><body><article>{vietnamese}</article></body></html>")


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "\n <html>", "<!-- x --><html>", "<?xml version='1.0'?><html>", "<p>"]
)
def test_a_page_is_told_by_its_start(start: str) -> None:
    assert looks_like_html(start + "<body>")


@pytest.mark.parametrize("start", ["HANOI — <b>", "< 5 per cent", "<envoy> met", ""])
def test_a_text_is_no_page(start: str) -> None:
    assert not looks_like_html(start)


@pytest.mark.parametrize("cut", range(0, len(PAGE), 97))
def test_a_cut_off_page_is_read_or_refused(cut: int) -> None:
    try:
        assert page(PAGE[:cut]).text
    except IngestError as error:
        assert error.reason


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 3000 + PAGE,
        PAGE.replace("<article>", "<article>" + "<p>" * 2000),
        PAGE.replace("</article>", "<script>while(1){}</script><iframe src='https://example.org'></article>"),
        PAGE.replace("<h1>", "\x00<h1>\ufffe"),
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + PAGE.replace("Lao", "&b;"),
        PAGE.replace("</head>", "<script type='application/ld+json'>" + "[" * 5000 + "</script></head>"),
        PAGE.replace("2026-01-14T18:00:00+07:00", "9999-99-99"),
    ],
    ids=["deep", "open", "script", "controls", "entities", "json", "day"],
)
def test_a_hostile_page_is_read_or_refused(html: str) -> None:
    try:
        assert page(html).text
    except IngestError as error:
        assert error.reason


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_damaged_page_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    characters = list(PAGE)
    for _ in range(20):
        at = chance.randrange(len(characters))
        characters[at : at + chance.randrange(40)] = chance.choice(
            ["<", ">", "\x01", "&#x110000;", '"', "<!--", "ộ", ""]
        )
    try:
        report = page("".join(characters))
    except IngestError:
        return
    assert all(0 <= mark.start < mark.end <= len(report.text) for mark in report.marks)
