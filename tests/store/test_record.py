from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from communique.errors import IngestError
from communique.model import Mark
from communique.store import Record
from tests.store.building import TEXT, empty_reading, full_reading, report


def test_a_reading_comes_back_as_it_was(record: Record) -> None:
    source = report(title="Talks", url="https://agency.example/1", issuer="Agency")
    assert record.add(source, full_reading(source)) == "added"
    assert list(record.readings()) == [full_reading(source)]
    assert list(record.reports()) == [source]


@pytest.mark.parametrize("kind", ["people", "encounters", "statements", "figures", "undertakings", "dates"])
def test_items_come_back_as_they_were(record: Record, kind: str) -> None:
    source = report()
    record.add(source, full_reading(source))
    held = list(record.items(kind))
    assert [one.item for one in held] == list(getattr(full_reading(source), kind))
    assert {one.report.id for one in held} == {"r1"}


def test_items_of_parties_come_only_from_reports_that_name_them_all(record: Record) -> None:
    source = report()
    record.add(source, full_reading(source))
    assert len(list(record.items("statements", parties=["VN", "KH"]))) == 1
    assert list(record.items("statements", parties=["VN", "LA"])) == []


def test_adding_again_changes_nothing(record: Record) -> None:
    source = report()
    record.add(source, full_reading(source))
    before = record.revision()
    assert record.add(source, full_reading(source)) == "unchanged"
    assert record.revision() == before
    assert len(list(record.readings())) == 1


@pytest.mark.parametrize("copy", [TEXT, TEXT.upper(), TEXT.replace(". ", ".\n\n"), TEXT.replace("ă", "a")])
def test_the_same_text_elsewhere_is_another_source(record: Record, copy: str) -> None:
    first, second = report(issuer="A"), report("r2", copy, issuer="B", url="https://b.example/x")
    record.add(first, full_reading(first))
    assert record.add(second, empty_reading(second)) == "another source"
    assert record.count() == 1
    (head,) = record.heads()
    assert [(source.report, source.issuer) for source in head.sources] == [("r1", "A"), ("r2", "B")]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_earliest_source_stands_for_the_text(record: Record, order: tuple[int, int]) -> None:
    carried = (report("r2", published="2025-03-04", title="First"), report("r1", published="2025-03-05", title="Again"))
    for place in order:
        record.add(carried[place], full_reading(carried[place]))
    assert list(record.reports()) == [carried[0]]
    assert list(record.readings()) == [full_reading(carried[0])]
    assert record.report("r1") == carried[0]
    assert [hit.report for hit in record.search("first")] == ["r2"]
    assert record.search("again") == []


def test_a_source_that_prints_another_text_no_longer_carries_the_first(record: Record) -> None:
    for source in (report("r1"), report("r2"), report("r2", "The talks were put off.")):
        record.add(source, empty_reading(source))
    assert {head.id: [one.report for one in head.sources] for head in record.heads()} == {"r1": ["r1"], "r2": ["r2"]}


def test_a_report_that_takes_up_a_text_held_no_longer_has_its_own(record: Record) -> None:
    for source in (report("r1"), report("r2", "The talks were put off.")):
        record.add(source, empty_reading(source))
    assert record.held_already(report("r2"), "by hand 1") is None
    assert record.add(report("r2"), empty_reading(report("r2"))) == "replaced"
    assert [[one.report for one in head.sources] for head in record.heads()] == [["r1", "r2"]]


def test_a_new_text_of_the_same_id_supersedes_the_old_one(record: Record) -> None:
    old, new = report(), report(text="The talks were put off.")
    record.add(old, full_reading(old))
    assert record.add(new, empty_reading(new)) == "replaced"
    assert list(record.reports()) == [new]
    assert record.versions("r1") == [old, new]
    assert list(record.items("statements")) == []
    assert record.search("Bavet") == []


def test_a_new_text_at_the_same_address_supersedes_the_old_one(record: Record) -> None:
    old = report(url="https://agency.example/1")
    new = report("r2", "The talks were put off.", url="https://agency.example/1")
    record.add(old, full_reading(old))
    assert record.add(new, empty_reading(new)) == "replaced"
    assert [head.id for head in record.heads()] == ["r2"]
    assert [source.report for source in record.heads()[0].sources] == ["r2"]


def test_a_newer_reader_replaces_the_reading(record: Record) -> None:
    source = report()
    record.add(source, empty_reading(source))
    assert record.add(source, full_reading(source, "by hand 2")) == "read anew"
    assert record.reading("r1") == full_reading(source, "by hand 2")


def test_a_corrected_day_of_publication_calls_for_reading_again(record: Record) -> None:
    undated, dated = report(published=None), report(published="2025-03-04")
    record.add(undated, empty_reading(undated))
    assert record.held_already(dated, "by hand 1") is None
    assert record.add(dated, full_reading(dated)) == "read anew"
    assert list(record.reports()) == [dated]
    assert record.held_already(undated, "by hand 1") == "unchanged"
    assert [source.published for source in record.heads()[0].sources] == ["2025-03-04"]


def test_headers_and_datelines_do_not_make_another_text(record: Record) -> None:
    first = report()
    second = report(
        "r2", f"url: https://b.example\n\nPARIS — {TEXT}", marks=(Mark("header", 0, 22), Mark("dateline", 24, 31))
    )
    record.add(first, empty_reading(first))
    assert record.add(second, empty_reading(second)) == "another source"


def test_a_copy_read_anew_is_evidence_for_the_report_held(record: Record) -> None:
    first, second = report(), report("r2")
    record.add(first, empty_reading(first))
    record.add(second, full_reading(second, "by hand 2"))
    assert record.reading("r1") == full_reading(first, "by hand 2")
    assert [held.item for held in record.items("people")] == list(full_reading(first).people)


def test_a_text_that_comes_back_is_a_third_version(record: Record) -> None:
    old, new = report(), report(text="The talks were put off.")
    for source in (old, new, old):
        record.add(source, empty_reading(source))
    assert record.versions("r1") == [old, new, old]
    assert list(record.reports()) == [old]


def test_what_is_held_need_not_be_read(record: Record) -> None:
    source = report()
    assert record.held_already(source, "by hand 1") is None
    record.add(source, empty_reading(source))
    assert record.held_already(source, "by hand 1") == "unchanged"
    assert record.held_already(report("r2"), "by hand 1") == "another source"
    assert record.held_already(source, "by hand 2") is None


def test_a_report_is_removed_with_everything_read_from_it(record: Record) -> None:
    source = report()
    record.add(source, full_reading(source))
    assert record.remove("r1")
    assert record.count() == 0
    assert list(record.items("people")) == []
    assert record.search("Bavet") == []
    assert not record.remove("r1")


def test_removing_one_source_leaves_the_report(record: Record) -> None:
    for source in (report(), report("r2")):
        record.add(source, empty_reading(source))
    assert record.remove("r2")
    assert [source.report for source in record.heads()[0].sources] == ["r1"]


def test_a_failure_is_kept_until_the_report_is_added(record: Record) -> None:
    record.record_failure("r1.txt", "no text")
    record.record_failure("r1.txt", "still no text")
    assert [(failed.name, failed.reason) for failed in record.failures()] == [("r1.txt", "still no text")]
    source = report()
    record.add(source, empty_reading(source))
    assert record.failures() == []


def test_a_reading_of_another_text_is_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="another report"):
        record.add(report(), replace(empty_reading(report()), digest="0"))


def test_a_text_that_is_not_unicode_is_refused(record: Record) -> None:
    source = report(text="broken \udcff character")
    with pytest.raises(IngestError, match=r"r1\.txt.*UTF-8"):
        record.add(source, empty_reading(source))


def test_reports_come_in_order_of_publication_the_undated_last(record: Record) -> None:
    for name, day in (("a", None), ("b", "2025-02-01"), ("c", "2024-12-31")):
        source = report(name, f"{name} said so.", day)
        record.add(source, empty_reading(source))
    assert [source.id for source in record.reports()] == ["c", "b", "a"]


def test_a_copy_is_counted_with_its_original(record: Record) -> None:
    for source in (report(issuer="A"), report("r2", "A cut copy.", issuer="B")):
        record.add(source, empty_reading(source))
    record.write_copies({"r2": "r1"})
    assert record.count() == 1
    assert [source.issuer for source in record.heads()[0].sources] == ["A", "B"]
    assert [source.id for source in record.reports(with_copies=True)] == ["r1", "r2"]


def test_a_record_opened_again_holds_the_same(record: Record, place: Path) -> None:
    source = report()
    record.add(source, full_reading(source))
    with Record.open(place, create=False) as again:
        assert list(again.readings()) == [full_reading(source)]


def test_a_new_title_of_the_same_report_replaces_it(record: Record) -> None:
    old, new = report(title="Talks"), report(title="Talks put off")
    record.add(old, empty_reading(old))
    assert record.held_already(new, "by hand 1") is None
    assert record.add(new, empty_reading(new)) == "replaced"
    assert [head.title for head in record.heads()] == ["Talks put off"]
    assert record.held_already(report(title=None), "by hand 1") == "unchanged"
