"""A dossier as text, Markdown, HTML and JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from communique.query.dossier import Citation, Coverage, Dossier, DossierLine, ErrorRate, Group, Section, Side
from communique.query.render import FORMATS, render

QUOTE = "asked Cambodia to open <both> gates & markets"
CITATION = Citation(
    "r1", QUOTE, 120, 165, title="A *starred* title", url="https://example.org/a?b=1&c=2", issuer="Agency A",
    date="2026-03-13", before="The minister ", after=" before the rains.",
)  # fmt: skip
LINE = DossierLine(f"Lê Văn Bình (VN) asked Cambodia: {'to open the gates earlier ' * 8}", CITATION, "open", "2026-06")
DOSSIER = Dossier(
    a=Side("VN", "Viet Nam"),
    b=Side("KH", "Cambodia"),
    since=None,
    coverage=Coverage(3, 2, 1, 0, "2026-03-13", "2026-04-03", unlisted=4),
    sections=(
        Section("asks_a", "What Viet Nam asked and proposed", (Group("Border", (LINE,)),)),
        Section("asks_b", "What Cambodia asked and proposed", ()),
        Section("disagreements", "Where reports disagree", ()),
    ),
    readers=("reader-1",),
    error_rates=(),
)


class Collector(HTMLParser):
    """Every tag with its attributes, and the text within `mark`."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = self._inside or tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.marked += data


def parsed(page: str) -> Collector:
    collector = Collector()
    collector.feed(page)
    return collector


@pytest.mark.parametrize("format", FORMATS)
def test_every_form_holds_the_quote_and_where_it_stands(format: str) -> None:
    page = render(DOSSIER, format)  # type: ignore[arg-type]
    assert "gates" in page
    assert "2026-03-13" in page
    assert "120" in page


def test_text_fits_a_hundred_columns() -> None:
    assert max(map(len, render(DOSSIER, "text").splitlines())) <= 100


def test_text_keeps_the_whole_quote_with_issuer_day_and_offsets() -> None:
    assert "[2026-03-13 Agency A, characters 120–165]" in render(DOSSIER, "text")


def test_a_place_is_not_broken_across_rows() -> None:
    long = replace(CITATION, quote="word " * 17)
    line = replace(LINE, citation=long)
    page = render(replace(DOSSIER, sections=(Section("asks_a", "Asked", (Group("", (line,)),)),)), "text")
    assert "[2026-03-13 Agency A, characters 120–165]" in page


def test_state_and_term_stand_beside_the_line() -> None:
    assert "[open] [due June 2026]" in render(DOSSIER, "text")


@pytest.mark.parametrize("format", FORMATS)
def test_what_a_thing_hangs_on_stands_beside_the_line(format: str) -> None:
    line = replace(LINE, conditions=("once the audit is out",))
    asked = Section("asks_a", "Asked", (Group("", (line,)),))
    page = render(replace(DOSSIER, sections=(asked,)), format)  # type: ignore[arg-type]
    assert "once the audit is out" in " ".join(page.split())


def test_that_nothing_was_asked_is_said_and_that_nothing_differs_is_not() -> None:
    page = render(DOSSIER, "text")
    assert "WHAT CAMBODIA ASKED AND PROPOSED\n  Nothing in these reports." in page
    assert "DISAGREE" not in page


def test_reports_and_encounters_are_both_told() -> None:
    page = render(DOSSIER, "text")
    assert "3 reports published 13 March 2026 to 3 April 2026, telling of 2 distinct encounters" in page


def test_what_is_open_is_told_at_the_head() -> None:
    passed = replace(LINE, state="overdue")
    sections = (*DOSSIER.sections[:2], Section("undertakings", "Undertakings", (Group("", (passed,)),)))
    page = render(replace(DOSSIER, sections=sections), "text")
    assert "Open: 1 asked by Viet Nam. 1 term passed without word." in page


def test_error_rates_that_were_not_measured_are_said_to_be_so() -> None:
    assert "Error rates: not measured." in render(DOSSIER, "text")


def test_measured_error_rates_stand_at_the_foot() -> None:
    rated = replace(DOSSIER, error_rates=(ErrorRate("statements", 81.25, "agency reports"),))
    assert "statements 81.2" in render(rated, "text")


def test_an_empty_dossier_says_so() -> None:
    empty = replace(DOSSIER, coverage=Coverage(0, 0, 0, 0, None, None), sections=DOSSIER.sections[1:], readers=())
    assert render(empty, "text").endswith("\nNo report in the record concerns Viet Nam and Cambodia.\n")
    assert render(empty, "md").endswith("\nNo report in the record concerns Viet Nam and Cambodia.\n")
    assert "<h2>" not in render(empty, "html")


def test_markdown_escapes_what_it_would_interpret() -> None:
    page = render(DOSSIER, "md")
    assert "\\<both\\>" in page
    assert "(<https://example.org/a?b=1&c=2>)" in page


def test_markdown_keeps_a_quote_on_its_line() -> None:
    broken = replace(LINE, citation=replace(CITATION, quote="first\n\n# second"))
    page = render(replace(DOSSIER, sections=(Section("asks_a", "Asked", (Group("", (broken,)),)),)), "md")
    assert "“first \\# second”" in page


def test_html_escapes_text_and_marks_the_quote_in_its_sentence() -> None:
    page = render(DOSSIER, "html")
    assert "<both>" not in page
    assert parsed(page).marked == QUOTE
    assert "The minister <mark>" in page


def test_html_fetches_nothing_and_runs_nothing() -> None:
    tags = parsed(render(DOSSIER, "html")).tags
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in tags}
    assert not any(name in attributes for _, attributes in tags for name in ("src", "onclick"))


def test_html_shows_each_quote_unfolded_so_that_every_browser_prints_it() -> None:
    page = render(DOSSIER, "html")
    assert page.count("<details open>") == page.count("<details")


def test_html_lists_empty_sections_in_the_contents_too() -> None:
    page = render(DOSSIER, "html")
    sections = re.findall(r'<section id="(\w+)">', page)
    assert sections == re.findall(r'<a href="#(\w+)"', page)


def test_html_opens_each_quote_in_details() -> None:
    tags = [tag for tag, _ in parsed(render(DOSSIER, "html")).tags]
    assert tags.count("details") == tags.count("summary") == tags.count("blockquote") == 1


def test_html_links_only_to_web_addresses() -> None:
    bad = replace(LINE, citation=replace(CITATION, url="javascript:alert(1)"))
    page = render(replace(DOSSIER, sections=(Section("asks_a", "Asked", (Group("", (bad,)),)),)), "html")
    assert "javascript:" not in page


def test_json_is_the_dossiers_own_fields() -> None:
    found = json.loads(render(DOSSIER, "json"))
    assert found["sections"][0]["groups"][0]["lines"][0]["citation"]["quote"] == QUOTE
    assert found["coverage"]["encounters"] == 2
