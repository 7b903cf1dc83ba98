from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.spelling import alike


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bounmy Sisavath", "Bounmy Sisavat"),
        ("Abu Bakr Yusof", "Abubakr Yusof"),
        ("R. Hale", "Robert Hale"),
        ("Олена Бондаренко", "Olena Bondarenko"),
        ("Ana Paula Reyes", "Ana Reyes"),
        ("Tô Lâm", "To Lam"),
    ],
)
def test_spellings_of_one_name_are_alike(first: str, second: str) -> None:
    assert alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ana Reyes", "Ana Santos"),
        ("Tô Lâm", "Tô Lan"),
        ("Hale", "Robert Hale"),
        ("Sok Sen", "Sok Manet"),
        ("", "Ana Reyes"),
        ("…", "…"),
        ("Nguyễn Thị Thanh", "Nguyễn Thị Thành"),
        ("George H. W. Hale", "George W. Hale"),
    ],
)
def test_other_names_are_not(first: str, second: str) -> None:
    assert not alike(first, second)


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_has_no_direction(first: str, second: str) -> None:
    assert alike(first, second) == alike(second, first)
