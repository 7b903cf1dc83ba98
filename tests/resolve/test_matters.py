from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Act, Matter, Statement
from communique.model.reading import Item
from communique.resolve.matters import resolve_matters
from communique.resolve.resolution import Told
from tests.resolve.building import encounter, statement, told, undertaking

PAIR = ("KH", "VN")


def about(act: Act, speaker: str, addressee: str, content: str) -> Statement:
    return replace(statement(act, speaker, addressee, "border"), content=content)


def in_turn(*items: Item) -> list[Told]:
    return [told(f"r{place}", f"2025-0{place + 1}-01", item) for place, item in enumerate(items)]


def matter(held: list[Told], as_of: str = "2025-12-31") -> Matter:
    (only,) = resolve_matters(held, as_of)
    return only


def test_what_both_sides_say_on_a_topic_is_one_matter_oldest_first() -> None:
    held = in_turn(statement("agree", "KH", "VN", "border"), statement("request", "VN", "KH", "border"))
    found = matter(held[::-1])
    assert (found.parties, found.topic) == (PAIR, "border")
    assert [one.act for one in found.statements] == ["agree", "request"]


def test_an_item_belongs_to_the_matter_of_its_first_topic() -> None:
    assert matter(in_turn(statement("request", "VN", "KH", "border", "trade"))).topic == "border"


@pytest.mark.parametrize("act", ["greet", "appreciate", "assess", "inform"])
def test_courtesies_are_no_matter(act: str) -> None:
    assert resolve_matters(in_turn(statement(act, "VN", "KH", "border")), None) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([statement("request", "VN", "KH", "border")], "raised"),
        ([statement("request", "VN", "KH", "border"), statement("discuss", "KH", "VN", "border")], "discussed"),
        ([statement("agree", "VN", "KH", "border"), statement("request", "VN", "KH", "border")], "agreed"),
        (
            [undertaking("bridge", PAIR, "agreed", "border"), undertaking("bridge", PAIR, "under way", "border")],
            "under way",
        ),
        ([undertaking("bridge", PAIR, "completed", "border")], "done"),
        (
            [
                undertaking("Bavet bridge", PAIR, "under way", "border"),
                undertaking("the Bavet bridge project", PAIR, "completed", "border"),
            ],
            "done",
        ),
        ([undertaking("bridge", PAIR, "completed", "border"), about("request", "VN", "KH", "the bridge")], "raised"),
        (
            [about("request", "VN", "KH", "to build a bridge"), undertaking("bridge", PAIR, "cancelled", "border")],
            "raised",
        ),
    ],
)
def test_the_state_is_what_evidence_says(items: list[Item], state: str) -> None:
    assert matter(in_turn(*items)).state == state


@pytest.mark.parametrize(
    ("as_of", "state"), [("2025-05-31", "under way"), ("2025-06-30", "under way"), ("2025-07-01", "overdue")]
)
def test_a_term_that_passed_without_word_makes_it_overdue(as_of: str, state: str) -> None:
    held = in_turn(undertaking("bridge", PAIR, "under way", "border", due="2025-06"))
    assert matter(held, as_of).state == state


def test_word_after_the_term_keeps_it_from_being_overdue() -> None:
    held = in_turn(undertaking("bridge", PAIR, "under way", "border", due="2025-01-15"))
    held.append(told("later", "2025-02-01", undertaking("bridge", PAIR, "delayed", "border")))
    assert matter(held).state == "under way"


def test_what_is_done_is_not_overdue() -> None:
    held = in_turn(undertaking("bridge", PAIR, "completed", "border", due="2025-06"))
    assert matter(held).state == "done"


def test_one_side_named_at_a_meeting_of_two_speaks_to_the_other() -> None:
    talks = encounter("meeting", ("VN", "KH"), "2025-01-01", main=True)
    held = [told("r", "2025-01-01", talks, statement("propose", "VN", None, "border"))]
    assert matter(held).parties == PAIR


def test_one_side_named_elsewhere_speaks_to_nobody() -> None:
    talks = encounter("meeting", ("VN", "LA"), "2025-01-01", main=True)
    held = [told("r", "2025-01-01", talks, statement("propose", "KH", None, "border"))]
    assert resolve_matters(held, None) == ()


def test_a_reply_without_a_topic_belongs_to_the_matter_of_what_was_asked() -> None:
    asked, reply = statement("request", "VN", "KH", "border"), statement("agree", "KH", "VN")
    later = replace(reply, evidence=replace(reply.evidence, start=asked.evidence.end + 5, end=asked.evidence.end + 30))
    found = matter([told("r", "2025-01-01", asked, later)])
    assert [one.act for one in found.statements] == ["request", "agree"]


def test_two_things_on_one_topic_are_two_matters() -> None:
    held = in_turn(
        about("request", "VN", "KH", "to open the Prek Chak gate on Sundays"),
        about("agree", "KH", "VN", "to finish marking the land border"),
        about("commit", "KH", "VN", "the Prek Chak gate would open on Sundays from May"),
    )
    found = resolve_matters(held, None)
    assert sorted(len(one.statements) for one in found) == [1, 2]


def test_one_thing_told_on_two_topics_is_one_matter() -> None:
    fee = replace(statement("request", "VN", "LA", "energy"), content="to lower the transit fee on electricity")
    refusal = replace(statement("reject", "LA", "VN", "transport"), content="Laos could not lower the transit fee")
    assert len(resolve_matters(in_turn(fee, refusal), None)) == 1


def test_the_id_of_a_matter_does_not_depend_on_the_order_of_reports() -> None:
    held = in_turn(
        about("request", "VN", "KH", "to open the Prek Chak gate"), about("agree", "VN", "KH", "the Prek Chak gate")
    )
    assert resolve_matters(held, None) == resolve_matters(held[::-1], None)


def test_things_told_in_the_same_words_are_matters_of_their_own() -> None:
    first, second = (undertaking(name, PAIR, "agreed", "border") for name in ("Bavet bridge", "Prek Chak gate"))
    held = told("r", "2025-01-01", first, second)
    same = [replace(one, evidence=held.reading.undertakings[0].evidence) for one in held.reading.undertakings]
    found = resolve_matters([replace(held, reading=replace(held.reading, undertakings=tuple(same)))], None)
    assert len({one.id for one in found}) == 2


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [("30 bronze artefacts", "12 bronze artefacts", "under way"), ("bronze artefacts", "the bronze artefacts", "done")],
)
def test_a_part_that_is_done_leaves_the_rest_open(first: str, second: str, state: str) -> None:
    held = in_turn(undertaking(first, PAIR, "proposed", "culture"), undertaking(second, PAIR, "completed", "culture"))
    assert matter(held).state == state
