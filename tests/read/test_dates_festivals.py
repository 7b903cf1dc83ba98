"""Festivals and national days: fixed, movable, and of the country that is meant."""

from __future__ import annotations

import pytest

from communique.read.dates import dates_in_text
from communique.read.dates.vocabulary import festivals


def read(text: str, published: str | None = "2026-01-14") -> list[str]:
    return [found.value for found in dates_in_text(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("before Christmas 2025", "2025-12-25"),
        ("the Lunar New Year of the Horse 2026", "2026-02-17"),
        ("ahead of Tết", "2026-02-17"),
        ("after Khmer New Year", "2026-04-14/2026-04-16"),
        ("during the holy month of Ramadan", "2026-02-18/2026-03-19"),
        ("before Diwali 2025", "2025-10-20"),
        ("at Easter 2026", "2026-04-05"),
        ("from the start of Advent 2025", "2025-11-30"),
        ("on the eve of Christmas 2025", "2025-12-24"),
        ("in the final days of Ramadan", "2026-03"),
    ],
)
def test_festivals(text: str, value: str) -> None:
    assert read(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("greetings on the upcoming 80th National Day of Vietnam", "2026-09-02"),
        ("Lao National Day", "2025-12-02"),
        ("congratulated India on its 77th Republic Day", "2026-01-26"),
        ("Nigeria's 65th Independence anniversary", "2025-10-01"),
    ],
)
def test_a_national_day_is_that_of_the_country_beside_it(text: str, value: str) -> None:
    assert read(text) == [value]


def test_a_national_day_of_no_country_is_left_out() -> None:
    assert read("They marked Independence Day together.") == []


def test_a_name_that_holds_a_festival_is_no_date() -> None:
    assert read("They uphold the Good Friday Agreement.") == []


def test_without_a_publication_date_a_festival_has_no_day() -> None:
    assert read("before Christmas", None) == []
    assert read("before Christmas 2025", None) == ["2025-12-25"]


@pytest.mark.parametrize("key", sorted(festivals()))
def test_every_festival_can_be_found(key: str) -> None:
    """Each entry gives a way to its day, and one of its names is read as a date."""
    entry = festivals()[key]
    assert {"fixed", "easter", "advent", "holiday", "national"} & entry.keys()
    if "national" not in entry:
        assert read(f"before {entry['names'][0]} 2026")[:1] != []
