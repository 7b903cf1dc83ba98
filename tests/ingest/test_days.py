import pytest

from communique.ingest.days import any_day, iso_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-02-06", "2026-02-06"),
        ("2026-02-06T09:00:00+07:00", "2026-02-06"),
        ("2026-02-06 09:00", "2026-02-06"),
        ("2026/02/06", "2026-02-06"),
        ("2026-02-30", None),
        ("2026-02", None),
        ("20260206", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_an_iso_date_or_time(value: str, day: str | None) -> None:
    assert iso_day(value) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("6 February 2026", "2026-02-06"),
        ("Friday, 6th February 2026", "2026-02-06"),
        ("Feb. 6, 2026", "2026-02-06"),
        ("Sept. 29, 2025", "2025-09-29"),
        ("24.04.2026", "2026-04-24"),
        ("31 June 2026", None),
    ],
)
def test_a_printed_day_is_read(value: str, day: str | None) -> None:
    assert any_day(value) == day


@pytest.mark.parametrize("value", ["06/02/2026", "6 February", "February 2026", "yesterday", "to be confirmed"])
def test_a_day_that_is_not_certain_is_no_day(value: str) -> None:
    assert any_day(value) is None
