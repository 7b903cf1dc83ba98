"""People printed in a list act together."""

from tests.read.texts import reading

_HOSTS = (
    "Foreign Minister Lena Brandt, Trade Minister Otto Weiss, and Interior Minister Karl Vogt met with Kenyan Foreign "
    "Minister Joseph Otieno in Berlin on March 11. "
)


def test_all_hosts_of_a_list_speak() -> None:
    (statement,) = reading(_HOSTS + "They discussed the port of Lamu.").statements
    assert set(statement.speakers) == {"Lena Brandt", "Otto Weiss", "Karl Vogt", "Joseph Otieno"}
    assert statement.speaker_parties == ("DE", "KE")


def test_a_name_behind_a_phrase_is_no_part_of_a_list() -> None:
    (statement,) = reading(_HOSTS + "In a talk with Otto Weiss, Joseph Otieno thanked Germany for the loan.").statements
    assert statement.speakers == ("Joseph Otieno",)
