"""Whose "I" and "we" a signed text speaks with."""

from communique.model import Reading, Report
from communique.read.read import read

TITLE = "Statement by Foreign Minister Lena Brandt on the Port of Mombasa"


def signed(text: str, title: str = TITLE) -> Reading:
    return read(Report(id="r", text=text, title=title, issuer="German Foreign Office"))


def test_i_is_who_signs_the_text() -> None:
    (statement,) = signed("I commended the brave crews of the Kenyan coast guard.").statements
    assert (statement.act, statement.speaker_parties) == ("appreciate", ("DE",))


def test_the_signer_is_named_where_the_text_names_her() -> None:
    text = "Minister Lena Brandt of Germany met Minister Joseph Otieno of Kenya in Berlin.\n\nI condemned the attack."
    assert [s.speakers for s in signed(text).statements if s.act == "concern"] == [("Lena Brandt",)]


def test_i_in_a_quotation_is_somebody_else() -> None:
    text = "“I condemn the attack on the port,” the envoy of Somalia said."
    assert all(statement.speaker_parties != ("DE",) for statement in signed(text).statements)


def test_a_transcript_has_voices_of_its_own() -> None:
    text = "MINISTER BRANDT: I thank you all.\n\nQ What of the port?\n\nENVOY OF KENYA: I condemn the attack."
    assert all(statement.speaker_parties != ("DE",) for statement in signed(text).statements)


def test_a_fact_sheet_speaks_for_the_government_that_issues_it() -> None:
    text = "Germany will provide $2 million to rebuild the port of Mombasa in Kenya. Minister Lena Brandt will travel."
    (statement,) = signed(text, "FACT SHEET: A New Partnership with Kenya").statements
    assert (statement.act, statement.speakers, statement.speaker_parties) == ("commit", (), ("DE",))
