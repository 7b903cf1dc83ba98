"""Which nouns name an undertaking, under which name and kind."""

import pytest

from tests.read.texts import told


def names(sentence: str) -> list[str]:
    return [u.name for u in told(sentence).undertakings]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Otieno proposed a hotline between the two coast guards.", "hotline between the two coast guards"),
        ("Brandt promised 40 scholarships for Kenyan students of forestry.",
         "40 scholarships for Kenyan students of forestry"),
        ("Germany will open an honorary consulate in Kisumu in September.", "honorary consulate in Kisumu"),
        ("They signed an Exchange of Notes on the cancer ward project.", "Exchange of Notes"),
        ("Brandt promised that 5,000 textbooks and two tablets would be sent to Nairobi.",
         "5,000 textbooks and two tablets"),
        ("Germany will send 1,200 tons of flour to Turkana.", "1,200 tons of flour"),
        ("They agreed to build a bridge linking Kisumu and Busia.", "bridge linking Kisumu and Busia"),
    ],
)  # fmt: skip
def test_the_name_says_which(sentence: str, name: str) -> None:
    assert name in names(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Otieno proposed a floating orchard on Lake Victoria.", "project"),  # a noun that no list holds
        ("Brandt handed over 30 kayaks to the coast guard.", "delivery"),
        ("They agreed to resume the free trade agreement talks.", "agreement"),
        ("Germany will contribute €14 million to the Turkana Plan.", "programme"),
    ],
)
def test_its_kind(sentence: str, kind: str) -> None:
    assert [u.kind for u in told(sentence).undertakings] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides praised the strategic partnership and their close cooperation.",
        "The two ministers met at the Uhuru Conference Centre in Nairobi.",  # the place of something else
        "Otieno visited the Fritz Haber Institute.",
        "Kenya exported 5,000 tons of coffee last year.",  # trade
        "Otieno denied that a naval base was being built.",
        "Otieno called on Germany to open its market to Kenyan flowers.",
        "They made no promise about a second cable.",
        "Brandt urged the release of the seized vessels.",
        "They hailed the continued flow of humanitarian assistance.",
    ],
)
def test_what_is_no_undertaking(sentence: str) -> None:
    assert names(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They signed an agreement under which Germany will train 200 nurses.",
         "agreement under which Germany will train 200 nurses"),
        ("They launched a scheme for small farms, under which loans are given.", "scheme for small farms"),
        ("They welcomed the conclusion of a historic “123” civil nuclear cooperation agreement.",
         "historic “123” civil nuclear cooperation agreement"),
    ],
)  # fmt: skip
def test_a_name_is_not_cut_in_a_clause_or_a_quotation(sentence: str, name: str) -> None:
    assert name in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt said that Germany is building 400 schools at home under its national programme for school repair.",
        "They urged Laos to abandon its ballistic missile programs.",
        "Germany will grant Kenyan growers access to the German consumer market.",
        "They highlighted new partnerships with universities, such as Carl Zeiss, the University of Jena and the "
        "University of Kisumu.",
        "They spoke about expanding labour programmes and launching new climate initiatives.",  # things at large
        "Germany will expand its talent pipeline and train Kenyan pilots.",
        "They met on the sidelines of the Conference of the Parties to the Nairobi Convention.",
        "Germany will grant duty-free access to goods, including machinery and office equipment.",
        "They spoke about the field of emerging technologies and will build bridges between our two societies.",
    ],
)
def test_what_is_kept_at_home_or_only_a_figure_of_speech_is_none(sentence: str) -> None:
    assert names(sentence) == []


def test_with_what_a_thing_goes_on_is_no_thing_of_its_own() -> None:
    found = names("Direct flights between Mombasa and Hamburg resumed on June 1 with two flights a week.")
    assert found == ["Direct flights between Mombasa and Hamburg"]


def test_a_short_form_in_brackets_is_the_thing_just_named() -> None:
    found = names("They signed an Agreement on Fair and Balanced Fisheries (Agreement) in Nairobi.")
    assert found == ["Agreement on Fair and Balanced Fisheries"]


def test_apparatus_that_is_given_is_a_delivery() -> None:
    found = told("Germany will provide Kenya with two coastal radar systems.").undertakings
    assert [u.kind for u in found] == ["delivery"]


def test_plans_to_do_a_thing_are_no_paper() -> None:
    found = told("They welcomed German plans to establish a fisheries laboratory in Kisumu.").undertakings
    assert [(u.kind, u.name) for u in found] == [("project", "fisheries laboratory in Kisumu")]
