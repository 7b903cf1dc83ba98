"""Topics: the matters that a text touches."""

import pytest

from communique.read.topics import topics, topics_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("land border demarcation and marker placement", "border"),
        ("citizenship arrangements for people of Kenyan origin", "citizens"),
        ("two-way trade of US$20 billion", "trade"),
        ("a ceasefire in the east", "conflict"),
    ],
)
def test_a_matter_is_recognised(text: str, topic: str) -> None:
    assert topic in topics_of(text)


def test_none_is_told_where_none_is() -> None:
    assert topics_of("the weather was fine") == ()


def test_every_topic_has_a_name_and_a_code() -> None:
    assert all(topic.name and topic.cap for topic in topics().values())
