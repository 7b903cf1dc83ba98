"""Acts that the cue alone does not tell, in sentences of invented reports."""

import pytest

from tests.read.texts import told


def act_of(sentence: str) -> str:
    statements = told(sentence).statements
    assert len(statements) == 1, [(s.act, s.content) for s in statements]
    return statements[0].act


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Otieno said Kenya would not raise fees for German ships.", "commit"),
        ("Otieno said Kenya would not renew the fishing accord.", "reject"),
        ("Otieno said no German school would be closed.", "commit"),
        ("Brandt stressed that there can be no talk of preconditions.", "reject"),
        ("Brandt said that the detention of the crew was unacceptable.", "concern"),
        ("Brandt said that the claims were baseless.", "reject"),
        ("Brandt called the plan premature.", "reject"),
        ("Brandt called the port a gateway to Africa.", "assess"),
        ("Brandt acknowledged the efforts of Kenya.", "appreciate"),
        ("Brandt acknowledged the delay.", "assess"),
        ("Otieno explained that the dam had been finished in May.", "inform"),
        ("Brandt assured Kenya of its support for the bid.", "support"),
        ("Brandt highlighted Germany's commitment to the pact.", "commit"),
        ("Brandt stood behind the reform of the council.", "support"),
        ("Both sides shared the view that trade should be balanced.", "agree"),
        ("Brandt shared her view that trade should be balanced.", "assess"),
        ("Brandt made it clear that Germany would not lift the visa requirement.", "reject"),
        ("Brandt spoke highly of Kenya's role in the region.", "appreciate"),
        ("Otieno voiced hope that German firms would invest more.", "request"),
        ("Otieno expressed his wish that the talks go on.", "assess"),
        ("An agreement was reached on the return of stolen artefacts.", "agree"),
        ("The two ministers called on Russia to free the crew.", "request"),
        ("Brandt encouraged companies to invest.", "request"),
        ("Brandt called for closer ties.", "propose"),
        ("Brandt called for the release of the crew.", "request"),
        ("The German side raised the case of two detained journalists.", "concern"),
        ("Kenya needs to publish the figures, Brandt said.", "request"),
        ("Kenya has yet to publish the figures, Brandt said.", "assess"),
        ('"We want Kenya to publish the figures," Brandt said.', "request"),
        ('"Let us publish the figures together," Brandt said.', "propose"),
        ("Germany remains committed to building the dam, Brandt said.", "commit"),
        ("Germany does not intend to build the dam, Brandt said.", "reject"),
        ("Germany has no plans to build the dam, Brandt said.", "reject"),
        ("Germany is not ready to build the dam, Brandt said.", "reject"),
        ("Brandt said there was no question of building the dam.", "reject"),
        ("Brandt was not in favour of moving the deadline.", "reject"),
        ("Brandt was in favour of moving the deadline.", "support"),
        ("Brandt stopped short of promising a new loan.", "reject"),
        ("Germany is worried by the fighting, Brandt said.", "concern"),
        ("The claims are entirely false, Brandt said.", "reject"),
        ("Brandt called for strengthening ties between the two parliaments.", "propose"),
        ("Brandt came up with a plan for joint patrols.", "propose"),
        ("Otieno threw his weight behind Germany's bid for the seat.", "support"),
        ("Otieno flagged the slow issuing of visas.", "concern"),
        ("Otieno took up the issue of visas.", "discuss"),
        ("Kenya lodged strong representations over the remarks.", "concern"),
        ("Brandt and Otieno struck a deal on sharing the costs.", "agree"),
        ("The two ministers took stock of progress on the railway.", "assess"),
    ],
)
def test_the_act_is_that_of_what_was_said(sentence: str, act: str) -> None:
    assert act_of(sentence) == act


def test_what_one_side_accepts_is_said_to_the_other() -> None:
    statement = told("Otieno accepted the offer of a new loan.").statements[0]
    assert (statement.act, statement.addressee_parties) == ("agree", ("DE",))


def test_a_view_agreed_with_is_said_to_nobody() -> None:
    statement = told("Otieno agreed that there was scope for more trade.").statements[0]
    assert (statement.act, statement.addressee_parties) == ("agree", ())


def test_who_is_welcomed_is_received_not_backed() -> None:
    assert told("Brandt welcomed Otieno to Bellevue Palace.").statements == ()
    assert [s.act for s in told("Brandt welcomed Otieno's plan for the lake.").statements] == ["support"]


def test_legislation_is_no_accord() -> None:
    assert told("Brandt thanked Kenya and signed the bill into law.").statements[-1].act == "appreciate"


def test_what_a_thing_enables_is_not_said() -> None:
    assert told("The base enables Germany to support operations at sea.").statements == ()


def test_what_is_shared_may_be_promised() -> None:
    (statement,) = told("Brandt shared that Germany will send new aid.").statements
    assert statement.act == "commit"


def test_what_third_parties_must_do_is_asked_of_nobody() -> None:
    third = told("Brandt said that Uganda must open its border.").statements[0]
    asked = told("Brandt said that Kenya must open its border.").statements[0]
    assert (third.act, asked.act) == ("assess", "request")


def test_a_thing_that_others_endorsed_is_only_described() -> None:
    (statement,) = told("They discussed the plan outlined by Brandt and endorsed by the United Nations.").statements
    assert statement.act == "discuss"


def test_coordination_and_dialogue_are_talks() -> None:
    acts = [s.act for s in told("They coordinated on aid to Uganda and held a dialogue on trade.").statements]
    assert acts == ["discuss", "discuss"]


def test_a_deed_for_a_purpose_is_no_talk() -> None:
    assert told("Germany has taken steps to tackle the drought.").statements == ()
    assert [s.act for s in told("Brandt and Otieno met again to tackle the drought.").statements] == ["discuss"]


def test_what_others_need_to_do_is_one_view() -> None:
    (statement,) = told(
        "Brandt stressed the need for all sides to rebuild trust, condemn violence and hold talks."
    ).statements
    assert statement.act == "assess"


def test_purposes_of_a_meeting_are_acts() -> None:
    acts = [s.act for s in told("Brandt met Otieno again to discuss trade and to thank him for his help.").statements]
    assert acts == ["discuss", "appreciate"]


def test_an_encounter_that_the_ministry_tells_of_is_no_statement() -> None:
    assert told("Brandt held talks with Otieno on Monday, the German foreign ministry said.").statements == ()


def test_we_who_talked_are_those_who_met() -> None:
    (statement,) = told('"We discussed the port and the railway," Brandt said.').statements
    assert (statement.act, statement.speaker_parties) == ("discuss", ("DE", "KE"))


def test_a_news_agency_makes_no_statement() -> None:
    assert told("The News Agency of Kenya reports that trade with Germany fell by half.").statements == ()


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The second tranche of the loan would be disbursed in May, Brandt said.", "commit"),
        ('"I want to thank Kenya for the rescue of our crew," Brandt said.', "appreciate"),
        ("Brandt wished that Kenya would free the crew.", "request"),
        ("Brandt called for Kenya's support in the talks.", "request"),
        ("Germany hopes Kenya will free the crew, Brandt said.", "request"),
        ("Brandt hoped that Kenya could free the crew.", "request"),
        ("It is hoped that Kenya will free the crew, Brandt said.", "request"),
        ("Brandt challenged Kenya to scrap the fee.", "request"),
        ("Kenya had until June to comply, Brandt said.", "assess"),
        ("Brandt lent her support to the plan.", "support"),
        ('"This is out of the question," Brandt said.', "reject"),
        ('"That is not true," Brandt said.', "reject"),
        ("Ties are good, and Germany will send a team to Nairobi, Brandt said.", "commit"),
        ("Brandt described the claims as baseless.", "reject"),
        ("Brandt reinforced her country's commitment to the pact.", "commit"),
        ("Brandt presented her plan for a rail link.", "propose"),
        ("Brandt is determined to end the dispute.", "commit"),
        ("The ministers tasked their deputies with a report on the dam.", "request"),
    ],
)
def test_the_act_in_further_constructions(sentence: str, act: str) -> None:
    assert act_of(sentence) == act


def test_what_cannot_wait_is_no_refusal() -> None:
    (said,) = told('Otieno said: "We cannot wait another five years for this bridge."').statements
    assert said.act == "assess"
