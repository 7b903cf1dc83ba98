"""Topics: the matters that a text touches."""

import pytest

from communique.read.topics import Topic, topics, topics_of


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


# Major topics of the Comparative Agendas Project's master codebook; there is no 11, no 22, and 24 is not in it.
CAP_MAJOR_TOPICS = {*range(1, 11), *range(12, 22), 23}
# "General contexts" of the PLOVER manual, draft of 2021.
PLOVER_CONTEXTS = {
    "political", "military", "intelligence", "peacekeeping", "economic", "diplomatic", "resource", "culture",
    "disease", "enviro_disaster", "migration", "humanitarian", "legal", "human_rights", "rights_freedoms", "gender",
    "lgbt", "terrorism", "human_security", "religion_ethnicity", "government", "election", "legislative", "cbrn",
    "cyber", "political_institutions", "corruption", "crime",
}  # fmt: skip


@pytest.mark.parametrize("topic", topics().values(), ids=lambda topic: topic.key)
def test_a_topic_has_a_name_and_codes_of_both_schemes(topic: Topic) -> None:
    assert topic.name
    assert topic.cap in CAP_MAJOR_TOPICS
    assert topic.plover and set(topic.plover) <= PLOVER_CONTEXTS


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the importance of calm in the West Bank", "trade"),
        ("an important and sustainable peace", "trade"),
        ("calm in the West Bank", "finance"),
        ("a just and sustainable peace", "climate"),
        ("the situation remains calm", "history"),
    ],
)
def test_words_that_only_look_like_a_topic(text: str, topic: str) -> None:
    assert topic not in topics_of(text)
