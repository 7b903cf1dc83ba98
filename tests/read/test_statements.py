"""Statements: act, speaker, addressee and content, in sentences of invented reports."""

import pytest

from communique.model import Statement
from tests.read.texts import LEAD, reading, told

BRANDT, OTIENO = "Lena Brandt", "Joseph Otieno"


def only(sentence: str) -> Statement:
    statements = told(sentence).statements
    assert len(statements) == 1, [(s.act, s.content) for s in statements]
    return statements[0]


@pytest.mark.parametrize(
    ("sentence", "act", "content"),
    [
        ("Brandt urged Kenya to open its market to tractors.", "request", "to open its market to tractors"),
        ("Brandt called on Kenya to ratify the treaty.", "request", "to ratify the treaty"),
        ("Brandt suggested that both sides start talks on trade.", "propose", "both sides start talks on trade"),
        ("Brandt suggested that Kenya create a fund.", "request", "Kenya create a fund"),
        ("Brandt pledged to send 200 doctors to Mombasa.", "commit", "to send 200 doctors to Mombasa"),
        ("Otieno said that Kenya would build the road.", "commit", "Kenya would build the road"),
        ("Otieno said both sides should train more nurses.", "propose", "both sides should train more nurses"),
        ("Otieno thanked Germany for its help after the floods.", "appreciate", "its help after the floods"),
        ("Otieno expressed appreciation for the grant.", "appreciate", "the grant"),
        ("The Kenyan minister voiced concern over the delay of the project.", "concern", "the delay of the project"),
        ("Otieno ruled out new tariffs on steel.", "reject", "new tariffs on steel"),
        ("Otieno did not agree to lower the tariff.", "reject", "to lower the tariff"),
        ("Otieno welcomed the opening of the school.", "support", "the opening of the school"),
        ("Otieno noted that trade has doubled since 2019.", "assess", "trade has doubled since 2019"),
        ("Otieno briefed the host on the elections.", "inform", "the elections"),
        ("Brandt reaffirmed Germany's commitment to the pact.", "commit", "Germany's commitment to the pact"),
    ],
)  # fmt: skip
def test_act_and_content(sentence: str, act: str, content: str) -> None:
    statement = only(sentence)
    assert (statement.act, statement.content) == (act, content)


def test_the_other_side_is_addressed() -> None:
    statement = only("Brandt asked Kenya to share its data.")
    assert statement.speakers == (BRANDT,)
    assert (statement.speaker_parties, statement.addressee_parties) == (("DE",), ("KE",))


def test_coordinated_verbs_are_two_acts() -> None:
    statements = told("Otieno thanked Germany for the loan and urged it to lift the ban on tea.").statements
    assert [(s.act, s.content) for s in statements] == [
        ("appreciate", "the loan"),
        ("request", "to lift the ban on tea"),
    ]


def test_a_verb_of_speech_after_what_was_said_goes_on_with_the_speaker() -> None:
    statements = told(
        "Otieno said that the port would be finished in May, and urged Germany to send engineers."
    ).statements
    assert [(s.act, s.speakers) for s in statements][-1] == ("request", (OTIENO,))


def test_an_enumeration_under_one_cue_is_one_act() -> None:
    statement = only("The two ministers discussed trade, energy and the training of nurses.")
    assert (statement.act, statement.joint) == ("discuss", True)
    assert statement.content == "trade, energy and the training of nurses"
    assert set(statement.speakers) == {BRANDT, OTIENO}


def test_what_both_sides_agreed_names_both() -> None:
    statement = only("They agreed to hold the next talks in Nairobi in 2027.")
    assert (statement.act, set(statement.speaker_parties)) == ("agree", {"DE", "KE"})


def test_a_participle_reports_with_its_subject() -> None:
    statements = told("Expressing delight at the progress, Brandt praised the work of the embassy.").statements
    assert [(s.act, s.speakers) for s in statements] == [("assess", (BRANDT,)), ("appreciate", (BRANDT,))]


def test_the_comment_of_a_speech_is_no_act_of_its_own() -> None:
    statement = only("Brandt said Germany would expand its aid, viewing this as an investment.")
    assert statement.act == "commit"


def test_narrative_is_no_statement() -> None:
    assert told("Trade between the two countries grew by 4 per cent in 2025.").statements == ()


def test_a_talk_still_to_be_held_is_no_statement() -> None:
    assert told("The ministers will discuss trade in June.").statements == ()


def test_a_caption_is_not_read_as_speech() -> None:
    from communique.ingest import IngestOptions, from_text
    from communique.read.read import read

    text = "date: 2026-03-12\n\n" + LEAD + "\n\nThe ministers sign a treaty (Photo: DPA)\n"
    assert read(from_text(text, "x.txt", IngestOptions())).statements == ()


def test_evidence_is_the_text_at_its_offsets() -> None:
    text = "Kenyan Foreign Minister Joseph Otieno said Kenya would lift the ban, the agency reported."
    found = reading(text)
    assert all(text[e.start : e.end] == e.quote for e in found.evidence())
    for statement in found.statements:
        assert statement.content_span is not None
        assert text[slice(*statement.content_span)] == statement.content


def test_a_term_inside_what_was_promised_is_linked() -> None:
    assert only("Brandt promised to deliver the buses by May 2026.").due == "2026-05"


def test_the_topic_is_told() -> None:
    assert "education" in only("Brandt proposed more scholarships for Kenyan students.").topics


def test_a_numbered_list_is_an_act_an_item() -> None:
    sentence = "They agreed: (1) to appoint a committee of experts; (2) to hold the next talks in Nairobi."
    assert [(s.act, s.content) for s in told(sentence).statements] == [
        ("agree", "to appoint a committee of experts"),
        ("agree", "to hold the next talks in Nairobi"),
    ]


def test_a_list_of_lines_is_an_act_a_line() -> None:
    lines = "The ministers decided to:\na) open a consulate in Mombasa;\nb) train more nurses."
    found = reading(LEAD + "\n\n" + lines).statements
    assert [s.content for s in found] == ["open a consulate in Mombasa", "train more nurses"]
    assert all(s.act == "agree" and s.joint for s in found)


def test_two_requests_in_a_row_do_not_leak_into_one_another() -> None:
    statements = told(
        "Otieno urged Berlin to ratify the tax treaty by the end of the year and proposed opening a joint fund."
    ).statements
    assert [(s.act, s.content) for s in statements] == [
        ("request", "to ratify the tax treaty by the end of the year"),
        ("propose", "opening a joint fund"),
    ]


def test_what_is_said_with_but_that_is_two_things() -> None:
    statements = told(
        "Otieno responded that Kenya could not lift the ban, but that Kenya would refund the fees."
    ).statements
    assert [(s.act, s.content) for s in statements] == [
        ("reject", "Kenya could not lift the ban"),
        ("commit", "Kenya would refund the fees"),
    ]


def test_a_clause_set_off_by_a_comma_goes_on_with_the_speaker() -> None:
    statements = told(
        "Otieno pledged that the trucks would be returned once the owners had papers, and asked for German support."
    ).statements
    assert [s.act for s in statements] == ["commit", "request"]


def test_what_one_is_thankful_for_is_the_nearer_of_two() -> None:
    statement = only("Otieno expressed appreciation for German condolences for the attack in Kisumu.")
    assert statement.content == "German condolences for the attack in Kisumu"


@pytest.mark.parametrize("verb", ["spoke", "met"])
def test_what_one_meets_for_is_said_by_who_came(verb: str) -> None:
    report = reading(f"Foreign Minister Lena Brandt {verb} with Kenyan Foreign Minister Joseph Otieno on March 11 "
                     "to reiterate Germany's support for the Mombasa rail project.")  # fmt: skip
    assert [(s.act, s.speakers) for s in report.statements] == [("support", (BRANDT,))]


def test_recognising_that_something_is_so_states_it() -> None:
    assert only("Brandt recognised that progress had been slow.").act == "assess"


def test_a_commitment_that_is_stressed_anew_is_addressed_to_nobody() -> None:
    assert only("Brandt underscored Germany's commitment to the pact.").addressee_parties == ()


def test_a_clause_about_who_is_thanked_is_no_content() -> None:
    contents = [s.content for s in told("Otieno thanked the German minister, who had guided the talks, and for the "
                                        "grant.").statements]  # fmt: skip
    assert all("guided" not in content for content in contents)


def test_something_done_is_no_statement() -> None:
    assert told("Germany imposed sanctions on three Kenyan banks.").statements == ()


def test_nobody_thanks_himself() -> None:
    (statement,) = told("The German minister thanked the host for Kenya's help.").statements
    assert statement.addressees != statement.speakers


def test_what_both_have_agreed_is_an_agreement() -> None:
    (statement,) = told("Germany and Kenya have agreed to open a port in Lamu, the two sides said.").statements
    assert statement.act == "agree"


def test_a_commitment_restated_is_a_commitment() -> None:
    statement = only("Brandt restated the commitment of Germany to the pact.")
    assert (statement.act, statement.content) == ("commit", "the commitment of Germany to the pact")


def test_recognising_it_as_something_states_a_view() -> None:
    assert only("Brandt recognised it as a danger to the talks.").act == "assess"


def test_the_two_sides_are_not_the_people_of_one() -> None:
    text = "Foreign Minister Lena Brandt and State Secretary Uwe Holm met with Kenya's delegation on March 11. "
    spoken = reading(text + "The two sides underscored the importance of the port.").statements
    assert [(s.speakers, set(s.speaker_parties)) for s in spoken] == [((), {"DE", "KE"})]


def test_who_is_told_by_name_of_nobody_is_no_side() -> None:
    assert only("Brandt informed the participants that trade had doubled.").addressee_parties == ()


def test_who_speaks_goes_on_with_an_act_of_its_own() -> None:
    acts = [(s.act, s.content) for s in told("It was a pleasure, she said, to have seen what Kenya had built, and she "
                                             "praised the country's efforts to reform.").statements]  # fmt: skip
    assert acts == [
        ("assess", "to have seen what Kenya had built"),
        ("appreciate", "the country's efforts to reform"),
    ]


def test_what_is_said_once_is_one_statement() -> None:
    assert len(told("She looked forward, she said, to close work with Otieno on trade.").statements) == 1


def test_a_scrap_before_the_cue_is_no_statement() -> None:
    contents = [s.content for s in told("The alliance of the two countries, she underscored, is the cornerstone of "
                                        "peace and prosperity in the region, and she reaffirmed the German commitment "
                                        "to the pact.").statements]  # fmt: skip
    assert contents == ["is the cornerstone of peace and prosperity in the region", "the German commitment to the pact"]


def test_greetings_behind_the_one_they_are_for() -> None:
    statement = only("Joseph Otieno, for his part, conveyed to the host New Year greetings from President Kamau.")
    assert (statement.act, statement.cue, statement.addressees) == ("greet", "conveyed", (BRANDT,))


def test_hosts_and_guests_are_the_two_sides() -> None:
    statement = only("The hosts thanked the guests for the new school.")
    assert (statement.speaker_parties, statement.addressee_parties) == (("DE",), ("KE",))


def test_what_one_side_approves_at_home_is_no_agreement() -> None:
    assert told("The German government approved an emergency declaration.").statements == ()


@pytest.mark.parametrize("told_of", ["Their exchange also covered", "The call focused on"])
def test_what_talks_are_about_is_discussed(told_of: str) -> None:
    statement = only(f"{told_of} the need for a new port.")
    assert (statement.act, statement.content, statement.joint) == ("discuss", "the need for a new port", True)


def test_what_covers_something_without_being_talks_says_nothing() -> None:
    assert told("The programme focused on rail and roads.").statements == ()


def test_a_promise_not_made_is_refused() -> None:
    assert only("Otieno made no promise on direct flights.").act == "reject"


def test_what_a_spokesman_tells_of_both_sides_is_theirs() -> None:
    text = "According to the German envoy Uwe Holm, the two sides agreed to coordinate their votes in Geneva."
    assert [(s.act, set(s.speaker_parties)) for s in told(text).statements] == [("agree", {"DE", "KE"})]


def test_an_object_keeps_its_infinitive() -> None:
    assert only("Brandt reaffirmed Kenya's right to defend itself.").content == "Kenya's right to defend itself"


def test_a_comment_with_a_particle_reports_what_it_stands_in() -> None:
    statement = only("Both countries, she went on, should continue to foster trust.")
    assert (statement.act, statement.cue) == ("propose", "went on")


def test_a_verb_of_valuing_inside_a_comment_s_clause_appreciates() -> None:
    assert only("Germany, she said, highly values what Kenya contributed to the port.").act == "appreciate"


def test_what_a_report_of_one_side_tells_was_signed_is_no_agreement() -> None:
    assert reading("President Uwe Holm of Germany signed an order on rail safety on Monday.").statements == ()


def test_a_partner_that_the_parser_makes_the_subject_does_not_speak() -> None:
    report = reading("This afternoon, Minister Lena Brandt of Germany spoke with Minister Otieno of Kenya to reiterate "
                     "unwavering German support for Kenya.")  # fmt: skip
    assert [(s.act, s.speakers) for s in report.statements] == [("support", (BRANDT,))]


def test_an_item_of_what_was_discussed_is_no_act_of_its_own() -> None:
    discussed = told("Brandt and Otieno discussed food prices, public health, and tackling the floods.").statements
    assert [s.cue for s in discussed] == ["discussed"]


def test_backing_for_what_is_not_the_other_sides_is_said_to_nobody() -> None:
    assert only("Brandt reiterated her support for a reform of the United Nations.").addressee_parties == ()
    assert only("Brandt reiterated her support for Kenya's bid.").addressee_parties == ("KE",)


@pytest.mark.parametrize(
    ("sentence", "told_acts"),
    [
        ("Otieno thanked Brandt, saying Germany had been the first to help.", ["appreciate", "assess"]),
        ("Otieno, noting that trade had tripled, urged German banks to return.", ["assess", "request"]),
    ],
)
def test_a_family_name_that_opens_a_sentence_is_its_subject(sentence: str, told_acts: list[str]) -> None:
    statements = told(sentence).statements
    assert [s.act for s in statements] == told_acts
    assert {s.speakers for s in statements} == {(OTIENO,)}


def test_an_answer_in_a_relative_clause_is_an_act_of_its_own() -> None:
    asked, answered = told("Otieno asked for a new visa office, to which the German side consented.").statements
    assert (asked.act, asked.content) == ("request", "a new visa office")
    assert (answered.act, answered.content, answered.speaker_parties) == ("agree", "a new visa office", ("DE",))
    assert answered.addressee_parties == ("KE",)


def test_the_two_are_of_two_sides() -> None:
    text = (
        "Security Advisor Pat Doe met with Security Advisor Kim Min-ho of South Korea in Seoul on March 11 to prepare "
        "the visit of President Yoon Ki-tae and First Lady Kim Soo-ah. The two condemned the missile test."
    )
    condemned = next(s for s in reading(text, issuer="White House").statements if s.act == "concern")
    assert condemned.speakers == ("Pat Doe", "Kim Min-ho")


def test_a_greeting_ends_where_its_receiver_begins() -> None:
    greeting = only("Brandt extended her best wishes for health and happiness to all members of the community.")
    assert (greeting.act, greeting.content) == ("greet", "health and happiness")


def test_what_a_wish_is_for_is_no_act_of_its_own() -> None:
    encouraged = told("Brandt encouraged broader trade ties, particularly in rice and nuts, to support exports.")
    assert [s.cue for s in encouraged.statements] == ["encouraged"]
