import pytest

from communique.ingest.captions import find_caption
from communique.ingest.lines import Line


def caption(text: str) -> str | None:
    found = find_caption(Line(0, len(text), text))
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "At the reception (Photo:VNA)",
        "(Photo: VNA)",
        "The two ministers sign the minutes. (Photo: VNA)",
        "The Deputy Prime Minister speaks to H.E. Ms. Peeters. AKP/Photo by: Sok Dara",
        "The leaders before the talks. VNA Photo",
        "The leaders before the talks. — VNA/VNS Photo Trần An",
        "Delegates in Vienna. Photo: Ministry of Foreign Affairs",
        "Delegates in Vienna [Photo/Xinhua]",
        "Delegates in Vienna (Xinhua/Li Ming)",
        "Delegates in Vienna (File photo)",
        "(Official House Photo by Ann Smith)",
        "Photo Caption: Call on the President by the Minister.",
        "Photo CaptionMinister Lee with his guest",
        "[Photo credit: Ministry of Foreign Affairs]",
        "Photo credit: Ministry of Information",
        "General Secretary Lê Văn An (R) and outgoing Ambassador Sok Dara",
        "The Minister (second from left) at the opening in Vientiane.",
    ],
)
def test_a_line_that_shows_a_picture_is_a_caption(text: str) -> None:
    assert caption(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The ministers opened a photo exhibition in Hanoi.",
        "He said that the photos were taken by mistake.",
        "They agreed to exchange satellite images by the end of the year.",
        "Senator Lee (R) and Senator Diaz (D) attended",
        "The Minister raised the right (and duty) of both sides to inspect.",
        "She thanked the agency for its picture of the talks (the first of its kind).",
        "The report was first carried by Reuters (London).",
    ],
)
def test_prose_is_no_caption(text: str) -> None:
    assert caption(text) is None


def test_of_prose_with_a_credit_only_the_credit_is_marked() -> None:
    text = '"We will finish the road," the Minister said. He thanked his guest for the loan.Photo credit: Press service'
    assert caption(text) == "Photo credit: Press service"


def test_a_long_paragraph_is_never_a_caption_as_a_whole() -> None:
    text = "The two sides agreed to " + "work on trade and " * 30 + "tourism. (Photo: VNA)"
    assert caption(text) == "(Photo: VNA)"
