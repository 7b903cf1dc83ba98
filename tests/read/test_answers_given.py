"""Answers whose content is what was asked."""

from __future__ import annotations

import pytest

from tests.read.texts import told


@pytest.mark.parametrize(
    ("text", "acts", "content"),
    [
        ("Otieno proposed that a team be formed, and Brandt agreed.", ["propose", "agree"], "a team be formed"),
        ("Otieno asked Germany to return the ship, but Brandt refused.", ["request", "reject"], "to return the ship"),
        ("Otieno requested a meeting in May, which Brandt declined.", ["request", "reject"], "a meeting in May"),
        ("Otieno invited Brandt to Nairobi and she accepted.", ["invite", "agree"], "Nairobi"),
    ],
)  # fmt: skip
def test_an_answer_is_about_what_was_asked(text: str, acts: list[str], content: str) -> None:
    asked, answer = told(text).statements
    assert [asked.act, answer.act] == acts
    assert asked.content == answer.content == content
    assert (asked.speakers, answer.speakers) == (("Joseph Otieno",), ("Lena Brandt",))


def test_what_both_agree_on_is_no_answer() -> None:
    _, agreed = told("Otieno urged Germany to open its market, and the two agreed to meet again.").statements
    assert agreed.content == "to meet again"


def test_a_hope_that_is_said_for_the_other_side_asks() -> None:
    found = told("Otieno said Kenya hoped that Germany would ratify the pact.").statements
    assert [s.act for s in found] == ["request"]
