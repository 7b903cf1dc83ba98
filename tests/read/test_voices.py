"""Who speaks where no person is the subject: papers, quotations that go on, passives without a doer."""

from __future__ import annotations

import pytest

from tests.read.texts import reading, told

BOTH = {"DE", "KE"}


def spoken(text: str) -> list[tuple[str, tuple[str, ...], set[str]]]:
    return [(s.act, s.speakers, set(s.speaker_parties)) for s in told(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "In a joint communiqué the two sides reaffirmed their friendship. It called for an end to the fighting.",
        "The ministers issued a joint statement. The statement called for an end to the fighting.",
        "The meeting's final declaration called for an end to the fighting.",
    ],
)
def test_a_joint_paper_speaks_for_all(text: str) -> None:
    assert ("request", (), BOTH) in spoken(text)


def test_one_sides_paper_does_not_speak_for_both() -> None:
    text = "The German ministry issued a communiqué on Tuesday. The communiqué said Germany would cut tariffs."
    assert spoken(text) == []
    assert spoken("The communiqué said Germany would cut tariffs.") == [("commit", (), BOTH)]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = '"The road is long," Brandt said. "We support Kenya\'s bid to host the forum."'
    assert ("support", ("Lena Brandt",), {"DE"}) in spoken(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Germany was asked to open its market.", ("request", (), {"KE"})),
        ("Otieno was urged to release the crew.", ("request", (), {"DE"})),
        ("Otieno was promised a reply within a month.", ("commit", (), {"DE"})),
        ("It was agreed that a new port would be built.", ("agree", (), BOTH)),
        ("Visas and trade were discussed in depth.", ("discuss", ("Lena Brandt", "Joseph Otieno"), BOTH)),
        ("Discussions covered trade and visas.", ("discuss", ("Lena Brandt", "Joseph Otieno"), BOTH)),
    ],
)
def test_who_acts_where_nobody_is_told(text: str, found: tuple[str, tuple[str, ...], set[str]]) -> None:
    assert spoken(text) == [found]


def test_what_is_still_to_be_discussed_is_no_talk() -> None:
    assert spoken("The topics discussed at earlier sessions filled a thick volume.") == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya stands ready to send engineers.", ["commit"]),
        ("The two sides saw eye to eye on fisheries.", ["agree"]),
        ("Otieno took issue with the new tariff.", ["concern"]),
        ("The ministers compared notes on Somalia.", ["discuss"]),
        ("Brandt did not rule out sanctions.", ["assess"]),
        ("The two sides failed to agree on fish quotas.", ["reject"]),
        ("Brandt said Berlin had decided to write off the debt.", ["commit"]),
        ("Otieno declined to comment.", []),
        ("Otieno took the occasion to invite Brandt to visit Kenya soon.", ["invite"]),
        ("Otieno took the chance to urge Germany to pay.", ["request"]),
        ("Brandt told Otieno that Berlin was prepared to raise its contribution.", ["commit"]),
        ("Asked about the delay, Brandt cited red tape.", ["assess"]),  # the press asks
        ("Trade would grow if Kenya signs the return agreement.", []),
    ],
)
def test_acts_of_plain_and_indirect_speech(text: str, acts: list[str]) -> None:
    assert [act for act, _, _ in spoken(text)] == acts


def test_a_sum_is_pledged_with_what_it_is_for() -> None:
    (pledge,) = told("Germany pledged 40 million euros to help Kenya fight drought.").statements
    assert pledge.content == "40 million euros to help Kenya fight drought"


def test_a_quotation_in_two_sentences_is_two_statements() -> None:
    found = told('"Kenya needs the port," Otieno said. "It will create 4,000 jobs."').statements
    assert [s.content for s in found] == ["Kenya needs the port", "It will create 4,000 jobs"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Otieno urged Germany not to cut aid.", "not to cut aid"),
        ("Both agreed not to use force.", "not to use force"),
    ],
)
def test_what_is_not_to_be_done_says_so(text: str, content: str) -> None:
    assert [s.content for s in told(text).statements] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesperson for the German Foreign Office said Berlin was following the case.",
        "The ministry's spokeswoman said Germany would answer soon.",
    ],
)
def test_a_spokesperson_speaks_for_the_party_that_is_named(text: str) -> None:
    assert [parties for _, _, parties in spoken(text)] == [{"DE"}]


def test_a_list_with_semicolons_goes_on() -> None:
    (talk,) = told("The ministers discussed the port; the war in Sudan, which worries both; and visas.").statements
    assert talk.content == "the port; the war in Sudan, which worries both; and visas"


def test_the_parties_are_all_who_met() -> None:
    lead = (
        "Foreign Minister Lena Brandt met Kenyan Foreign Minister Joseph Otieno and Kenyan Trade Minister Amos Kiptoo. "
    )
    statement = reading(lead + "The parties agreed to open a chamber of commerce.").statements[0]
    assert set(statement.speakers) == {"Lena Brandt", "Joseph Otieno", "Amos Kiptoo"}


def test_the_president_of_a_report_that_names_none_is_the_issuers() -> None:
    statement = told("The President thanked Kenya for its help.").statements[0]
    assert (statement.speakers, statement.speaker_parties, statement.addressee_parties) == ((), ("DE",), ("KE",))


def test_all_whom_one_met_discuss() -> None:
    text = (
        "Foreign Minister Lena Brandt held meetings with Kenyan Foreign Minister Joseph Otieno, Latvian Foreign "
        "Minister Juris Balodis and Omani Foreign Minister Said Kindi to discuss transit."
    )
    assert set(reading(text).statements[0].speaker_parties) == {"DE", "KE", "LV", "OM"}
