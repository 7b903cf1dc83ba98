"""Acts told inside what somebody says, and what a participle or a second verb goes on to say."""

import pytest

from tests.read.texts import told


def acts(sentence: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Each statement of a sentence: act, last names of the speakers, content."""
    statements = told(sentence).statements
    return [(s.act, tuple(name.split()[-1] for name in s.speakers), s.content) for s in statements]


def test_a_participle_behind_a_comma_goes_on_with_the_speaker() -> None:
    assert acts("She noted that trade had tripled since 2016, stressing that much remains to be done.") == [
        ("assess", ("Brandt",), "trade had tripled since 2016"),
        ("assess", ("Brandt",), "much remains to be done"),
    ]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ('"We condemn the raid on the port," Brandt said.', ("concern", ("Brandt",), "the raid on the port")),
        ('"We stand fully behind the talks," Brandt said.', ("support", ("Brandt",), "the talks")),
        (
            '"We agreed to meet again in May," Brandt said.',
            ("agree", ("Brandt", "Otieno"), "to meet again in May"),
        ),
        (
            "Brandt said she had agreed with her Kenyan counterpart to meet again in May.",
            ("agree", ("Brandt", "Otieno"), "to meet again in May"),
        ),
        (
            "Brandt said she had asked her counterpart to scrap the levy.",
            ("request", ("Brandt",), "to scrap the levy"),
        ),
    ],
)
def test_what_one_does_by_saying_so_is_the_act(sentence: str, act: tuple[str, tuple[str, ...], str]) -> None:
    assert acts(sentence) == [act]


def test_the_second_verb_of_what_is_said_is_the_speakers_too() -> None:
    found = acts("Otieno said that Kenya honours the accord and opposes any attempt to reopen it.")
    assert [speakers for _, speakers, _ in found] == [("Otieno",)] * len(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers did not say when they would meet again.",
        "Brandt refused to be drawn on the price.",
        '"Nothing was agreed," a diplomat wrote.',
        "Brandt stopped short of criticising the law.",
    ],
)
def test_what_is_left_open_is_not_said(sentence: str) -> None:
    assert acts(sentence) == []


def test_what_stands_in_front_of_its_cue_is_said_whole() -> None:
    said = "Germany is deeply concerned about the seizure of the tanker"
    assert acts(f"{said}, Brandt said.") == [("concern", ("Brandt",), said)]


def test_an_invitation_that_is_accepted_is_the_other_sides() -> None:
    assert acts("Brandt accepted an invitation from Otieno to visit Nairobi.") == [
        ("agree", ("Brandt",), "an invitation from Otieno to visit Nairobi")
    ]


def test_a_spokesman_without_a_country_speaks_for_the_issuers() -> None:
    statement = told("The spokesman said Berlin would reply in writing.").statements[0]
    assert (statement.speakers, statement.speaker_parties) == ((), ("DE",))


def test_an_arab_surname_is_known_again_within_a_sentence() -> None:
    lead = "Omani Foreign Minister Badr al-Harthy arrived in Berlin on Monday."
    text = f"{lead} Oman is ready to host the talks, al-Harthy told reporters."
    assert told(text).statements[0].speakers == ("Badr al-Harthy",)


def test_two_acts_inside_what_is_said_are_two_statements() -> None:
    sentence = (
        "Otieno said Nairobi welcomed the plan to resume flights and invited German companies to invest in tourism."
    )
    assert [(act, who) for act, who, _ in acts(sentence)] == [("support", ("Otieno",)), ("invite", ("Otieno",))]


def test_what_was_said_earlier_is_said() -> None:
    assert acts("Otieno said earlier that the road was open.") == [("assess", ("Otieno",), "the road was open")]


def test_a_meeting_resolves_for_those_who_met() -> None:
    statement = told("The meeting resolved to form a joint committee.").statements[0]
    assert (statement.act, statement.speaker_parties) == ("agree", ("DE", "KE"))


def test_the_subject_behind_a_comment_calls() -> None:
    statement = told("Brazil, which has been mediating, called on both sides to avoid new steps.").statements[0]
    assert (statement.act, statement.speaker_parties, statement.content) == ("request", ("BR",), "to avoid new steps")


@pytest.mark.parametrize("asked", ["the international community", "companies", "all neighbouring countries"])
def test_who_is_asked_at_large_is_not_the_other_side(asked: str) -> None:
    statement = told(f"Brandt urged {asked} to help the refugees.").statements[0]
    assert (statement.act, statement.addressee_parties, statement.content) == ("request", (), "to help the refugees")


def test_a_recalled_ambassador_is_no_memory() -> None:
    assert acts("Germany recalled its ambassador on Monday.") == []


def test_the_ministers_do_not_speak_for_the_two_presidents() -> None:
    statement = told("The two presidents agreed to speak by telephone.").statements[0]
    assert (statement.speakers, statement.speaker_parties) == ((), ("DE", "KE"))


@pytest.mark.parametrize(
    "sentence", ["Brandt had no comment on the report.", "Brandt declined to say whether she would go."]
)
def test_what_the_press_is_not_told_is_no_statement(sentence: str) -> None:
    assert acts(sentence) == []


def test_with_an_emphasis_on_names_no_act() -> None:
    assert len(acts("The ministers discussed trade in detail, with an emphasis on railways.")) == 1


def test_what_one_told_another_is_said_to_him() -> None:
    statement = told('"I told the minister that we would not pay the fine," Brandt said.').statements[0]
    assert (statement.speakers, statement.addressee_parties) == (("Lena Brandt",), ("KE",))
