from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import CommuniqueError
from communique.export import Filter, export
from communique.export.csv import cell
from communique.store import Record
from tests.store.building import full_reading, new_record, report


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with new_record(tmp_path / "record.sqlite") as opened:
        source = report(title="Talks", url="https://agency.example/1", issuer="Agency")
        opened.add(source, full_reading(source))
        yield opened


def lines(record: Record, wanted: Filter | None = None) -> list[dict[str, object]]:
    target = io.StringIO()
    export(record, "jsonl", target, wanted)
    return [json.loads(line) for line in target.getvalue().splitlines()]


def test_every_item_is_one_line_with_its_evidence(record: Record) -> None:
    found = lines(record)
    assert [line["kind"] for line in found] == [
        "people", "encounters", "statements", "figures", "undertakings", "dates",
    ]  # fmt: skip
    for line in found:
        assert report().text[line["quote_start"] : line["quote_end"]] == line["quote"]  # type: ignore[misc]
        assert line["url"] == "https://agency.example/1"


def test_an_undertaking_keeps_its_own_kind(record: Record) -> None:
    (line,) = lines(record, Filter(kinds=("undertakings",)))
    assert (line["kind"], line["undertaking_kind"]) == ("undertakings", "project")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(parties=("VN", "KH")), 6),
        (Filter(parties=("VN", "LA")), 0),
        (Filter(since="2025-03-04", until="2025-03-04"), 6),
        (Filter(since="2025-03-05"), 0),
        (Filter(until="2025-03-03"), 0),
    ],
)
def test_the_filter_holds(record: Record, wanted: Filter, count: int) -> None:
    assert len(lines(record, wanted)) == count


def test_csv_makes_a_table_a_kind(record: Record, tmp_path: Path) -> None:
    assert export(record, "csv", tmp_path / "tables") == 6
    with (tmp_path / "tables" / "statements.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["speakers"] == "Đặng Thị Hà"
    assert row["quote"] == "She urged Cambodia to open the Prek Chak border gate"
    assert row["addressee_parties"] == "KH"


def test_one_kind_goes_to_a_stream(record: Record) -> None:
    target = io.StringIO()
    assert export(record, "csv", target, Filter(kinds=("people",))) == 1
    assert "Foreign Minister" in target.getvalue()


def test_several_kinds_do_not_go_to_one_stream(record: Record) -> None:
    with pytest.raises(CommuniqueError, match="name a folder"):
        export(record, "csv", io.StringIO())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    assert cell([f"{start}SUM(A1)"]) == f"'{start}SUM(A1)"


def test_numbers_stay_numbers() -> None:
    assert cell(-2.5) == -2.5


def test_statements_and_encounters_carry_their_codes(record: Record) -> None:
    (encounter,) = lines(record, Filter(kinds=("encounters",)))
    (statement,) = lines(record, Filter(kinds=("statements",)))
    assert encounter["event_basis"] == "type"
    assert {"event", "event_quad", "event_mode", "event_contexts", "event_cameo"} <= statement.keys()


def test_other_kinds_have_no_code(record: Record) -> None:
    (figure,) = lines(record, Filter(kinds=("figures",)))
    assert "event" not in figure
