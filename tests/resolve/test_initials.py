"""Names cut to their initials: which they fit, and when the record takes them for the whole name."""

from __future__ import annotations

import pytest

from communique.resolve.names import name_of
from communique.resolve.people import resolve_people, solve_people
from communique.resolve.variants import initials_fit
from tests.resolve.building import person, told

WHOLE = "Daniel Otieno Mbaya"
MINISTER = "foreign_minister"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("D. O. Mbaya", WHOLE),
        ("D. Mbaya", WHOLE),
        ("Daniel O. Mbaya", WHOLE),
        ("D. O. Mbaya", "Daniel Mbaya"),
        ("D. Otieno Mbaya", "Daniel O. Mbaya"),
        ("N. T. Thanh", "Nguyễn Thị Thanh"),
        ("Đ. T. Hà", "Đặng Thị Hà"),
    ],
)
def test_initials_fit_the_name_that_they_are_of(first: str, second: str) -> None:
    assert initials_fit(name_of(first), name_of(second))
    assert initials_fit(name_of(second), name_of(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("D. O. Mbaya", "Paul Otieno Mbaya"),
        ("D. O. Mbaya", "Daniel Otieno Weiss"),
        ("O. Mbaya", WHOLE),
        ("George H. W. Hale", "George W. Hale"),
        ("Michael C. Butler", "Michael Curry"),
        ("A. Kazimir Brown", "Amos Brown"),
        ("Daniel Mbaya", WHOLE),
        ("D. O.", WHOLE),
    ],
)
def test_initials_do_not_fit_another_name(first: str, second: str) -> None:
    assert not initials_fit(name_of(first), name_of(second))


def known(*named: tuple[str, str | None, str | None]) -> set[tuple[str, ...]]:
    reports = [told(f"r{place}", f"2025-01-0{place + 1}", person(*one)) for place, one in enumerate(named)]
    return {found.names for found in resolve_people(reports)[0]}


def test_initials_are_the_office_holder_of_that_name() -> None:
    found = known(("D. O. Mbaya", "KE", MINISTER), (WHOLE, "KE", MINISTER), ("Daniel Mbaya", "KE", None))
    assert found == {("D. O. Mbaya", "Daniel Mbaya", WHOLE)}


def test_initials_of_two_office_holders_are_neithers() -> None:
    found = known(("D. Mbaya", "KE", MINISTER), (WHOLE, "KE", MINISTER), ("David Mbaya", "KE", MINISTER))
    assert len(found) == 3


def test_initials_without_an_office_are_for_a_reviewer() -> None:
    reports = [told("r1", "2025-01-01", person("D. O. Mbaya", "KE")), told("r2", "2025-01-02", person(WHOLE, "KE"))]
    (pair,) = (pair for block in solve_people(reports, (), {}) for pair in block.suggestions)
    assert pair.reasons == ("the initials of the other's name", "both of KE")
