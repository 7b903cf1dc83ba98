"""Joint statements in the first person."""

from communique.model import Report
from communique.read.joint import joint_authors
from communique.read.read import read

TITLE = "Kenya-Germany Joint Statement"


def test_the_authors_are_the_parties_of_the_title() -> None:
    assert joint_authors(Report(id="r", text="", title=TITLE)) == ("KE", "DE")


def test_another_text_has_no_authors() -> None:
    assert joint_authors(Report(id="r", text="", title="Kenya and Germany sign a joint venture")) == ()


def test_we_speaks_for_the_authors_of_a_joint_statement() -> None:
    report = Report(id="r", text="We condemn the attack on the port of Kismayo.", title=TITLE)
    (statement,) = read(report).statements
    assert (statement.act, statement.speaker_parties, statement.joint) == ("concern", ("KE", "DE"), True)


def test_we_in_a_quotation_does_not() -> None:
    report = Report(id="r", text="“We condemn the attack on the port,” the envoy of Somalia said.", title=TITLE)
    assert all(statement.speaker_parties != ("KE", "DE") for statement in read(report).statements)
