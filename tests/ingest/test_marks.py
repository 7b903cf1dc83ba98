from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.headers import read_headers
from communique.ingest.marks import Marks, find_marks

REPORT = """\
title: Border talks end in Vientiane
date: 2026-03-12

Border talks end in Vientiane
By Ann Lee
VIENTIANE, March 12 (Xinhua) -- The two ministers agreed on Thursday to finish the road by 2027.

The ministers sign the minutes (Photo: KPL)

"We will keep our word," the host said.

The guest will leave on Friday. -- KPL
AL/BC
For more information, visit our site.
"""


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(mark.kind, text[mark.start : mark.end]) for mark in marks_of(text, title).marks]


def marks_of(text: str, title: str | None = None) -> Marks:
    headers = read_headers(text)
    return find_marks(text, headers, title or headers.title)


def test_everything_around_the_prose_is_marked_and_the_prose_is_not() -> None:
    assert marked(REPORT) == [
        ("header", "title: Border talks end in Vientiane"),
        ("header", "date: 2026-03-12"),
        ("headline", "Border talks end in Vientiane"),
        ("byline", "By Ann Lee"),
        ("dateline", "VIENTIANE, March 12 (Xinhua) --"),
        ("caption", "The ministers sign the minutes (Photo: KPL)"),
        ("signoff", "-- KPL"),
        ("signoff", "AL/BC"),
        ("boilerplate", "For more information, visit our site."),
    ]


def test_the_place_of_the_dateline_is_given() -> None:
    assert marks_of(REPORT).dateline == "VIENTIANE"


def test_windows_newlines_shift_no_offset() -> None:
    text = REPORT.replace("\n", "\r\n")
    assert marked(text) == marked(REPORT)


def test_a_short_line_above_the_dateline_is_the_headline_where_no_title_is_known() -> None:
    text = "Envoys meet in Luang Prabang\n\nLUANG PRABANG — The envoys of both sides met here on Monday."
    assert marks_of(text).headline == "Envoys meet in Luang Prabang"


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    text = "The envoys met.\n\nThey agreed to meet again in Luang Prabang in the spring of next year."
    assert marked(text) == []


def test_an_office_that_signs_with_its_day_is_a_sign_off_and_pictures_may_follow() -> None:
    text = (
        "The Minister met her guest today.\nMINISTRY OF FOREIGN AFFAIRS\nCASTRIES\n12 MAY 2026\n"
        "The Minister with her guest\nPhoto credit: Press Office"
    )
    assert marked(text) == [
        ("signoff", "MINISTRY OF FOREIGN AFFAIRS"),
        ("signoff", "CASTRIES"),
        ("signoff", "12 MAY 2026"),
        ("caption", "The Minister with her guest"),
        ("caption", "Photo credit: Press Office"),
    ]


def test_the_line_above_a_credit_is_a_caption_only_without_a_full_stop() -> None:
    text = "The Minister met her guest.\nPhoto: KPL\nThe talks lasted an hour."
    assert marked(text) == [("caption", "Photo: KPL")]


def test_a_dateline_inside_the_text_is_left_alone() -> None:
    text = "The Minister met her guest today.\n\nHANOI — these letters stood on the wall of the old hall."
    assert marked(text) == []


def test_a_report_of_one_sentence_has_no_marks() -> None:
    assert marked("The Minister met the ambassador in Hanoi on Friday.") == []


def test_text_broken_at_a_fixed_width_is_all_prose() -> None:
    text = (
        "The Minister of Foreign Affairs met the ambassador of Laos in\n"
        "the capital on Friday, and asked for a new road to the border of both.\n"
        "She said that a notice would be printed on the site of the ministry\n"
        "for more information on the project, and given to the staff of the\n"
        "VNA."
    )
    assert marked(text) == []


_FRAGMENTS = st.sampled_from(
    [
        *REPORT.splitlines(),
        "HÀ NỘI —",
        "(VNA)",
        "./.",
        "Photo: X",
        "VNA Photo",
        "###",
        "12 MAY 2026",
        "\r\n",
        "\n\n",
        " ",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(_FRAGMENTS, st.text(max_size=20)), max_size=20).map("\n".join)))
def test_marks_lie_within_any_text_in_order_and_apart(text: str) -> None:
    at = 0
    for mark in marks_of(text).marks:
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end


@given(st.lists(_FRAGMENTS, max_size=20).map("\n".join))
def test_no_mark_starts_or_ends_in_white_space(text: str) -> None:
    for mark in marks_of(text).marks:
        piece = text[mark.start : mark.end]
        assert piece == piece.strip()


@given(st.lists(_FRAGMENTS, max_size=12).map("\n".join))
def test_marks_do_not_depend_on_the_kind_of_newline(text: str) -> None:
    text = text.replace("\r", "")
    assert marked(text) == marked(text.replace("\n", "\r\n"))
