"""Lists: items that begin with their own verb under what the list is about."""

from tests.read.texts import told


def test_items_speak_for_whom_the_list_is_about() -> None:
    listed = told("The two ministers:\n- noted progress on the border post;\n- agreed to meet in May.").statements
    assert [(s.act, s.speaker_parties, s.content) for s in listed] == [
        ("assess", ("DE", "KE"), "progress on the border post"),
        ("agree", ("DE", "KE"), "to meet in May"),
    ]


def test_bullets_are_no_words_of_the_sentence() -> None:
    listed = told(
        "During the talks, both sides:\n• welcomed the study of the line;\n• reiterated their support for peace."
    )
    assert [s.act for s in listed.statements] == ["support", "support"]
