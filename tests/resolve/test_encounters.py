from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Encounter
from communique.resolve.encounters import Occasion, resolve_encounters
from communique.resolve.people import resolve_people
from communique.resolve.resolution import Told
from tests.resolve.building import encounter, person, told

PAIR = ("VN", "KH")
TALKS: Mapping[str, Any] = {"participants": ("Đặng Thị Hà", "Sok Dara"), "place": "Hà Nội", "place_country": "VN"}


def resolved(*tellings: Encounter) -> tuple[Occasion, ...]:
    """What comes of each telling standing in a report of its own."""
    held = [
        told(f"r{place}", f"2025-03-{place + 5:02}", one, *(person(name) for name in one.participants))
        for place, one in enumerate(tellings)
    ]
    return occasions(held)


def occasions(held: list[Told]) -> tuple[Occasion, ...]:
    return resolve_encounters(held, *resolve_people(held))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (encounter("meeting", PAIR, "2025-03-03"), encounter("meeting", ("KH", "VN"), "2025-03-03")),
        (encounter("meeting", PAIR, "2025-03-03", **TALKS), encounter("meeting", PAIR, "2025-03", **TALKS)),
        (encounter("summit", ("VN",), "2025-03-03", **TALKS), encounter("summit", ("VN",), "2025-03-03", **TALKS)),
        (encounter("visit", PAIR, "2025-03-03", end="2025-03-06"), encounter("visit", PAIR, "2025-03-04")),
        (encounter("meeting", PAIR, None, **TALKS), encounter("meeting", PAIR, "2025-03-03", **TALKS)),
        (encounter("visit", PAIR, "2025-03", status="planned"), encounter("visit", PAIR, "2025-03-04")),
        (
            encounter("meeting", PAIR, "2025-03-03", participants=("Đặng Thị Hà",)),
            encounter("meeting", PAIR, "2025-03-03", participants=("Dang Thi Ha", "Sok Dara")),
        ),
    ],
)
def test_one_occasion(first: Encounter, second: Encounter) -> None:
    (occasion,) = resolved(first, second)
    assert len(occasion.known.evidence) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (encounter("meeting", PAIR, "2025-03-03"), encounter("meeting", PAIR, "2025-03-04")),
        (encounter("meeting", PAIR, "2025-03-03"), encounter("call", PAIR, "2025-03-03")),
        (encounter("meeting", PAIR, "2025-03-03"), encounter("meeting", ("VN", "LA"), "2025-03-03")),
        (encounter("meeting", PAIR, None), encounter("meeting", PAIR, "2025-03-03")),
        (encounter("meeting", (), "2025-03-03"), encounter("meeting", (), "2025-03-03")),
        (encounter("meeting", PAIR, "2025-03-03", **TALKS), encounter("meeting", PAIR, "2025-03")),
        (encounter("summit", ("VN",), "2025-03-03"), encounter("summit", ("VN",), "2025-03-03")),
        (
            encounter("meeting", PAIR, "2025-03-03", place_country="VN"),
            encounter("meeting", PAIR, "2025-03-03", place_country="KH"),
        ),
        (
            encounter("meeting", PAIR, "2025-03-03", participants=("Đặng Thị Hà",)),
            encounter("meeting", PAIR, "2025-03-03", participants=("Sok Dara",)),
        ),
    ],
)
def test_two_occasions(first: Encounter, second: Encounter) -> None:
    assert len(resolved(first, second)) == 2


def test_two_encounters_of_one_report_are_two() -> None:
    one = encounter("meeting", PAIR, "2025-03-03")
    assert len(occasions([told("r", "2025-03-04", one, one)])) == 2


def test_two_of_one_side_who_met_the_same_guest_met_apart() -> None:
    guest = person("Sok Dara", "KH")
    held = [
        told(f"r{place}", "2025-03-04", person(host, "VN"), guest,
             encounter("meeting", PAIR, "2025-03-03", participants=(host, "Sok Dara")))
        for place, host in enumerate(("Đặng Thị Hà", "Trần Văn Bình"))
    ]  # fmt: skip
    assert len(occasions(held)) == 2


def test_a_month_bridges_no_two_days() -> None:
    found = resolved(*(encounter("visit", PAIR, start) for start in ("2025-03-03", "2025-03", "2025-03-09")))
    assert len(found) == 3


def test_the_fullest_telling_stands_for_the_occasion() -> None:
    short, full = encounter("meeting", PAIR, "2025-03-03"), encounter("meeting", PAIR, "2025-03-03", **TALKS)
    (occasion,) = resolved(short, full)
    assert occasion.known.encounter.place == "Hà Nội"


@pytest.mark.parametrize(
    ("told_first", "told_last", "status"),
    [("planned", "held", "held"), ("planned", "cancelled", "cancelled"), ("held", "planned", "held")],
)
def test_the_status_is_what_became_of_it(told_first: str, told_last: str, status: str) -> None:
    (occasion,) = resolved(*(encounter("visit", PAIR, "2025-03-20", status=one) for one in (told_first, told_last)))
    assert occasion.known.encounter.status == status


def test_the_same_people_in_the_same_place_a_day_apart_met_once() -> None:
    (occasion,) = resolved(*(encounter("meeting", PAIR, start, **TALKS) for start in ("2025-03-03", "2025-03-04")))
    assert {one.start for one in occasion.tellings} == {"2025-03-03", "2025-03-04"}


STARTS = st.sampled_from(["2025-03-03", "2025-03-04", "2025-03", "2025", None])
DRAWN = st.builds(
    lambda kind, start, full: encounter(kind, PAIR, start, **(TALKS if full else {})),
    st.sampled_from(["meeting", "visit"]),
    STARTS,
    st.booleans(),
)


@given(st.lists(DRAWN, max_size=7).flatmap(lambda all_: st.tuples(st.just(all_), st.permutations(range(len(all_))))))
def test_the_order_of_reports_is_no_matter(drawn: tuple[list[Encounter], list[int]]) -> None:
    tellings, order = drawn
    held = [told(f"r{place}", f"2025-03-{place + 5:02}", one) for place, one in enumerate(tellings)]
    assert occasions([held[place] for place in order]) == occasions(held)


def test_two_visits_on_the_same_words_are_two_encounters() -> None:
    visits = (encounter("visit", PAIR, None), encounter("visit", ("VN", "LA"), None))
    found = occasions([told("r1", "2025-03-05", *visits)])
    assert len({one.known.id for one in found}) == 2


def test_two_occasions_told_in_the_same_words_have_ids_of_their_own() -> None:
    calls = [
        encounter("meeting", PAIR, "2025-03-03", participants=("Đặng Thị Hà", host))
        for host in ("Sok Dara", "Chan Thy")
    ]
    people = [person(name) for name in ("Đặng Thị Hà", "Sok Dara", "Chan Thy")]
    found = occasions([told("r0", "2025-03-05", *calls, *people)])
    assert len({one.known.id for one in found}) == 2
