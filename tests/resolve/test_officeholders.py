"""The table of office holders: evidence with its gaps."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from communique.model import Tenure
from communique.resolve.officeholders import holder_called, holders, offices_of, other_holder
from communique.resolve.tenures import contradicted_by
from communique.vocabulary import load_yaml, read_text
from training.officeholders import HEADER, table, written

LISTS = Path(__file__).resolve().parents[3] / "shared" / "bench" / "names" / "officeholders"


def names(office: str, party: str, day: str) -> list[tuple[str, bool]]:
    return [(one.name, one.covers(day)) for one in holders(office, party, day)]


def test_the_holder_on_a_day_is_known() -> None:
    assert names("prime_minister", "VN", "2019-05-01") == [("Nguyễn Xuân Phúc", True)]
    assert names("foreign_minister", "VN", "2021-04-08") == [("Bùi Thanh Sơn", True)]


def test_after_the_source_ends_a_holder_is_only_possible() -> None:
    assert names("prime_minister", "VN", "2025-05-01") == [("Phạm Minh Chính", False)]


def test_in_a_year_of_two_holders_both_are_possible() -> None:
    assert names("prime_minister", "GB", "2022-03-01") == [("Boris Johnson", False), ("Liz Truss", False)]


def test_an_unknown_end_lies_before_the_next_holder() -> None:
    assert names("head_of_state", "VN", "2014-01-01") == [("Trương Tấn Sang", False)]
    assert names("head_of_state", "VN", "2019-01-01") == [("Nguyễn Phú Trọng", True)]


def test_what_the_table_does_not_know_is_empty() -> None:
    assert names("prime_minister", "VN", "1950-01-01") == []
    assert names("mayor", "VN", "2019-01-01") == []


def test_offices_of_a_name_with_or_without_its_marks() -> None:
    found = offices_of("Nguyen Xuan Phuc", "2019-05-01")
    assert [(one.office, one.party) for one in found] == [("prime_minister", "VN")]
    assert offices_of("Nguyễn Xuân Phục", "2019-05-01") == ()


@pytest.mark.parametrize("name", ["Phuc", "Nguyen Xuan Phuc", "Xuan Phuc"])
def test_a_holder_is_called_by_a_part_of_the_name(name: str) -> None:
    found = holder_called(name, "prime_minister", "VN", "2019-05-01")
    assert found is not None
    assert found.wikidata == "Q10800073"


def test_nobody_is_called_so_where_the_name_or_the_day_is_another() -> None:
    assert holder_called("Dung", "prime_minister", "VN", "2019-05-01") is None
    assert holder_called("Phuc", "prime_minister", "VN", "2012-05-01") is None


def test_another_holder_than_the_report_names_is_told() -> None:
    other = other_holder(("Sok Dara",), "prime_minister", "VN", "2019-05-01")
    assert other is not None
    assert other.name == "Nguyễn Xuân Phúc"
    assert other_holder(("Nguyen Xuan Phuc",), "prime_minister", "VN", "2019-05-01") is None
    assert other_holder(("Sok Dara",), "prime_minister", "VN", "2025-05-01") is None


def test_a_tenure_stands_beside_what_contradicts_it() -> None:
    tenure = Tenure("person-1", "prime_minister", "VN", "2019-05-01", "2019-06-01", ())
    other = contradicted_by(tenure, ("Sok Dara",))
    assert other is not None
    assert other.wikidata == "Q10800073"
    assert contradicted_by(tenure, ("Phúc", "Nguyễn Xuân Phúc")) is None


def test_rows_are_well_formed() -> None:
    lines = [line for line in read_text("officeholders.csv").splitlines() if not line.startswith("#")]
    date = r"(\d{4}(-\d\d){0,2})?"
    row = re.compile(rf'(\w+),[A-Z]{{2}},("[^"]+"|[^,]+),("[^"]+"|[^,]*),Q\d+,{date},{date},{date}')
    assert all(row.fullmatch(line) for line in lines[1:])
    assert {line.split(",")[0] for line in lines[1:]} <= set(load_yaml("offices.yaml")["offices"])


def test_the_table_is_what_its_sources_give() -> None:
    if not LISTS.exists():
        pytest.skip("the lists of office holders are not beside the repository")
    assert read_text("officeholders.csv") == HEADER + written(table(LISTS, Counter()))
