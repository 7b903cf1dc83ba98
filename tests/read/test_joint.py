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


def test_those_who_sign_in_the_text_are_the_authors() -> None:
    text = "We, the leaders of Fiji, Tonga, and Samoa, met in Suva. We will build a sea cable."
    report = Report(id="r", text=text, title="Joint Statement on Cables")
    assert joint_authors(report) == ("FJ", "TO", "WS")


def test_people_who_sign_are_the_speakers() -> None:
    text = (
        "We, President Anna Keller of Germany and President Joseph Otieno of Kenya, condemn the attack.\n\n"
        "Today, we reaffirm the principle that ports must stay open."
    )
    told = read(Report(id="r", text=text, title=TITLE)).statements
    assert {statement.speakers for statement in told} == {("Anna Keller", "Joseph Otieno")}


def test_what_the_authors_will_do_is_promised() -> None:
    text = "We will build a rail line to Kisumu. Kenya and Germany will train nurses. Kenya will vote in May."
    told = read(Report(id="r", text=text, title=TITLE)).statements
    assert [(s.act, s.content) for s in told] == [
        ("commit", "build a rail line to Kisumu"),
        ("commit", "train nurses"),
    ]


def test_a_report_that_nobody_signs_promises_nothing_itself() -> None:
    assert read(Report(id="r", text="We will build a rail line to Kisumu.", title="A rail line")).statements == ()
