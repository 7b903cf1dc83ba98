"""Blocks of people can be solved by themselves."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Judgement
from communique.resolve.blocks import blocks_of, signature
from communique.resolve.decided import Decided
from communique.resolve.people import mentions_of, resolve_people, solve_block, solve_people
from communique.resolve.profiles import Mention
from communique.resolve.resolution import Told
from tests.resolve.building import person, told

NAMES = st.sampled_from([
    "Tô Lâm", "To Lam", "Tô Lan", "Lâm", "Lam", "Tô Văn Lâm", "Ann Hale", "Hale", "Ann J. Hale", "Joe Hale",
    "Joseph Hale", "Volodymyr Zelenskyy", "Zelensky", "Abdel el-Sisi", "Sisi", "Charles III", "Charles Hale",
])  # fmt: skip
COUNTRIES = st.sampled_from(["VN", "US", None])
OFFICES = st.sampled_from(["president", "minister", "head_of_state", None])
PEOPLE = st.tuples(NAMES, COUNTRIES, OFFICES, st.booleans())


def reports(drawn: list[tuple[str, str | None, str | None, bool]]) -> list[Told]:
    return [
        replace(
            told(f"r{place}", f"2025-01-{place + 1:02}", replace(person(*one[:3]), country_inferred=one[3])), outlet="A"
        )
        for place, one in enumerate(drawn)
    ]


def mentions(*names: str) -> list[Mention]:
    return [mention for one in reports([(name, "US", None, False) for name in names]) for mention in mentions_of(one)]


def names_of(blocks: list[tuple[Mention, ...]]) -> list[set[str]]:
    return [{mention.person.name for mention in block} for block in blocks]


@settings(deadline=None)
@given(st.lists(PEOPLE, max_size=9))
def test_blocks_are_solved_as_the_whole_is(drawn: list[tuple[str, str | None, str | None, bool]]) -> None:
    all_ = [mention for one in reports(drawn) for mention in mentions_of(one)]
    whole = {one.keys for one in solve_block(all_, Decided())}
    parts = {one.keys for block in blocks_of(all_, Decided()) for one in solve_block(block, Decided())}
    assert parts == whole


@settings(deadline=None)
@given(st.lists(PEOPLE, max_size=8), st.integers(0, 8))
def test_what_was_solved_before_changes_nothing(
    drawn: list[tuple[str, str | None, str | None, bool]], first: int
) -> None:
    held = reports(drawn)
    before = {one.block: one for one in solve_people(held[:first], (), {})}
    assert solve_people(held, (), before) == solve_people(held, (), {})


def test_names_without_a_word_in_common_are_in_other_blocks() -> None:
    assert names_of(blocks_of(mentions("Ann Hale", "Omar Said", "Ann J. Hale"), Decided())) == [
        {"Ann Hale", "Ann J. Hale"},
        {"Omar Said"},
    ]


def test_an_untouched_block_is_kept() -> None:
    held = reports([("Ann Hale", "US", None, False), ("Omar Said", "EG", None, False), ("Ann Hale", "US", None, False)])
    before = {one.block: one for one in solve_people(held[:2], (), {})}
    kept = [one for one in solve_people(held, (), before) if one.block in before]
    assert [person.name for one in kept for person in one.people] == ["Omar Said"]


def test_a_decision_touches_the_block() -> None:
    held = reports([("Ann Hale", "US", None, False), ("Robert Hale", "US", None, False)])
    first, second = (one.reading.people[0].evidence for one in held)
    before = {one.block: one for one in solve_people(held, (), {})}
    after = solve_people(held, [Judgement("same", first, second, "A reviewer", "2025-06-01")], before)
    assert not {one.block for one in after} & set(before)


def test_a_signature_rests_on_day_and_outlet() -> None:
    (mention,) = mentions("Ann Hale")
    others = [replace(mention, day="2025-02-01"), replace(mention, outlet="B")]
    assert len({signature([one], Decided()) for one in (mention, *others)}) == 3


def test_who_is_the_same_as_one_of_two_different_people_is_not_the_other() -> None:
    held = reports([("Ann Hale", "US", None, False), ("A. Hale", "US", None, False), ("Ann Hale", "US", None, False)])
    places = [one.reading.people[0].evidence for one in held]
    judgements = [
        Judgement("same", places[0], places[1], "A reviewer", "2025-06-01"),
        Judgement("different", places[1], places[2], "A reviewer", "2025-06-02"),
    ]
    people, ways = resolve_people(held, judgements)
    assert ways["r0", "Ann Hale"] == ways["r1", "A. Hale"] != ways["r2", "Ann Hale"]
    assert len(people) == 2


def test_a_decision_taken_back_is_none() -> None:
    held = reports([("Ann Hale", "US", None, False), ("Robert Hale", "US", None, False)])
    first, second = (one.reading.people[0].evidence for one in held)
    judgements = [Judgement(decision, first, second, "A reviewer", "2025-06-01") for decision in ("same", "open")]  # type: ignore[arg-type]
    assert len(resolve_people(held, judgements)[0]) == 2
