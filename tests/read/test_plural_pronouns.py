""" "They": both sides, but where the people of one side alone are told of."""

from tests.read.texts import reading, told


def test_they_who_travel_are_of_one_side() -> None:
    text = (
        "Foreign Minister Lena Brandt and Trade Minister Otto Weiss flew to Nairobi on March 11. They urged Kenyan "
        "Foreign Minister Joseph Otieno to open the port. Brandt and Otieno met again in the evening."
    )
    urged = next(s for s in reading(text).statements if s.act == "request")
    assert urged.speakers == ("Lena Brandt", "Otto Weiss")
    assert urged.speaker_parties == ("DE",)


def test_they_who_met_are_both_sides() -> None:
    (statement,) = told("They agreed to open the port.").statements
    assert statement.speaker_parties == ("DE", "KE")


def test_those_met_who_are_not_named_speak_too() -> None:
    (statement,) = reading("Foreign Minister Lena Brandt met Kenyan officials in Nairobi to discuss trade.").statements
    assert (statement.speakers, set(statement.speaker_parties)) == (("Lena Brandt",), {"DE", "KE"})
