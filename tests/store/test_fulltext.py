from __future__ import annotations

import pytest

from communique.model import Mark
from communique.store import Record
from tests.store.building import empty_reading, report


def found(record: Record, query: str) -> list[str]:
    return [hit.report for hit in record.search(query)]


@pytest.mark.parametrize("query", ["Tô Lâm", "To Lam", "tô lâm", "TO LAM", '"to lam"'])
def test_accents_and_case_do_not_matter(record: Record, query: str) -> None:
    for name, text in (("accented", "Tô Lâm spoke."), ("plain", "To Lam left."), ("other", "Trần Lâm spoke.")):
        source = report(name, text)
        record.add(source, empty_reading(source))
    assert sorted(found(record, query)) == ["accented", "plain"]


@pytest.mark.parametrize("query", ["柬埔寨", "埔寨", "寨", "中国", "中国柬埔寨"])
def test_chinese_is_found_by_any_part_of_a_run(record: Record, query: str) -> None:
    source = report("zh", "中国柬埔寨友好。")
    record.add(source, empty_reading(source))
    assert found(record, query) == ["zh"]


@pytest.mark.parametrize("query", ["中寨", "越南"])
def test_chinese_that_is_not_there_is_not_found(record: Record, query: str) -> None:
    source = report("zh", "中国柬埔寨友好。")
    record.add(source, empty_reading(source))
    assert found(record, query) == []


def test_words_in_quotes_stand_side_by_side(record: Record) -> None:
    for name, text in (("a", "The joint committee met."), ("b", "A joint venture; the committee met.")):
        source = report(name, text)
        record.add(source, empty_reading(source))
    assert found(record, '"joint committee"') == ["a"]
    assert sorted(found(record, "joint committee")) == ["a", "b"]


@pytest.mark.parametrize("query", ["", "  ", '"', "* AND (", "NEAR", "title:x", "-"])
def test_no_query_is_an_error(record: Record, query: str) -> None:
    source = report("a", "The committee met.")
    record.add(source, empty_reading(source))
    assert found(record, query) == []


def test_a_hit_shows_the_place_in_the_text_as_printed(record: Record) -> None:
    source = report("a", "On Friday the envoy went to Đà Nẵng, where talks began.")
    record.add(source, empty_reading(source))
    (hit,) = record.search("da nang")
    assert hit.span.of(source.text) == "Nẵng"
    assert "Đà Nẵng" in hit.snippet


def test_a_title_is_found_too(record: Record) -> None:
    source = report("a", "The committee met.", title="Border talks in Vientiane")
    record.add(source, empty_reading(source))
    assert found(record, "vientiane") == ["a"]


def test_no_more_hits_than_the_limit(record: Record) -> None:
    for place in range(5):
        source = report(f"r{place}", f"Committee {place} met.")
        record.add(source, empty_reading(source))
    assert len(record.search("committee", limit=3)) == 3


@pytest.mark.parametrize("query", ["tariff", "tariffs", '"import tariff"', '"import tariffs"', "countries", "country"])
def test_one_and_many_are_found_alike(record: Record, query: str) -> None:
    source = report("a", "Import tariffs of the country were lowered.")
    record.add(source, empty_reading(source))
    assert found(record, query) == ["a"]


def test_a_hit_is_shown_without_the_headers_above_it(record: Record) -> None:
    text = "title: Tariffs\nissuer: Agency A\n\nThe tariff was lowered."
    source = report("a", text, marks=(Mark("header", 0, 14), Mark("header", 15, 31)))
    record.add(source, empty_reading(source))
    (hit,) = record.search("tariffs")
    assert (hit.snippet, hit.span.of(text)) == ("The tariff was lowered.", "tariff")


def test_a_hit_in_the_headers_alone_shows_how_the_text_begins(record: Record) -> None:
    text = "title: Tariffs\n\nTalks went on."
    source = report("a", text, title="Tariffs", marks=(Mark("header", 0, 14),))
    record.add(source, empty_reading(source))
    (hit,) = record.search("tariffs")
    assert (hit.snippet, hit.span.of(text)) == ("Talks went on.", "")
