import pytest

from communique.ingest.endings import is_boilerplate, is_byline, is_date_line, is_signoff, trailing_signoff
from communique.ingest.lines import Line


def line(text: str) -> Line:
    return Line(0, len(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Vietnamplus",
        "-END-",
        "(END)",
        "###",
        "# # #",
        "-30-",
        "— VNA/VNS",
        "-- BERNAMA",
        "VNA",
        "FU/YEE",
        "Source: VNA",
        "— Lakeshore Press Agency",
        "-- The Northern Herald",
    ],
)
def test_a_last_line_may_be_all_sign_off(text: str) -> None:
    assert is_signoff(line(text))


@pytest.mark.parametrize("text", ["The talks end on Friday.", "They met in Hanoi", "Laos", "VIENTIANE"])
def test_a_last_line_of_prose_is_no_sign_off(text: str) -> None:
    assert not is_signoff(line(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("They will meet again in March. — VNA/VNS", "— VNA/VNS"),
        ("They will meet again in March. - SAnews.gov.za", "- SAnews.gov.za"),
        ("The envoy will visit Osaka. KPL", "KPL"),
        ("She called for a hotline. (NAN)(www.nannews.ng)", "(NAN)(www.nannews.ng)"),
        ("The visit has been called off./.", "/."),
        ("The visit has been called off. (END)", "(END)"),
        ("“We shall see,” he said.” — Khabar", "— Khabar"),
        ("They will meet again in March. — Lakeshore Press Agency", "— Lakeshore Press Agency"),
    ],
)
def test_the_sign_off_after_the_last_sentence_is_found(text: str, sign: str) -> None:
    start = trailing_signoff(line(text))
    assert start is not None and text[start:] == sign


@pytest.mark.parametrize(
    "text",
    [
        "They will meet again in March.",
        "The two sides signed one document — the Action Plan",
        "The agency was founded in 1945 as VNA",
        "They agreed to work with ASEAN.",
        "“We stand with you.” — President Ana Reyes",
    ],
)
def test_a_last_sentence_without_sign_off_stays_whole(text: str) -> None:
    assert trailing_signoff(line(text)) is None


@pytest.mark.parametrize(
    "text",
    ["By Ada Obi", "By K. Chanthy", "BY ANNA LEE", "EEAS Press Team", "Reporting by Ann Lee; editing by Bo Chan"],
)
def test_a_byline_is_told(text: str) -> None:
    assert is_byline(line(text))


@pytest.mark.parametrize(
    "text", ["By the end of the year", "By contrast, trade fell.", "By Friday the talks had ended in agreement."]
)
def test_a_sentence_that_starts_with_by_is_no_byline(text: str) -> None:
    assert not is_byline(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "For more information, visit our site.",
        "Read more: Laos and Viet Nam sign",
        "Follow us on social media",
        "Contact: Press Office, +32 000",
        "© 2026 The Agency. All rights reserved.",
        "RELATED NEWS",
        "FOR IMMEDIATE RELEASE",
    ],
)
def test_the_publisher_s_own_lines_are_boilerplate(text: str) -> None:
    assert is_boilerplate(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Minister asked for more information on the project.",
        "Related news reports were rejected by the ministry.",
        "Copyright was among the matters that they discussed.",
        "(c) a reduction in exports; or",
        "Contacts between the two parties grew.",
    ],
)
def test_prose_is_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(line(text))


@pytest.mark.parametrize(
    "text", ["August 25, 2022", "12:32 P.M. BST", "Updated: 14/01/2026 18:00", "2026-01-14", "Friday, 6 February 2026"]
)
def test_a_day_or_time_alone_is_told(text: str) -> None:
    assert is_date_line(line(text))


def test_a_sentence_with_a_day_is_no_date_line() -> None:
    assert not is_date_line(line("August 25, 2022 was the day of the talks"))
