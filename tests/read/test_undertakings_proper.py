"""Undertakings known by a proper name, and aid told by its sum."""

import pytest

from communique.model import Report, Undertaking
from communique.read.read import read as read_report
from tests.read.texts import reading, told


def read(sentence: str) -> list[tuple[str, str, str]]:
    return [(u.kind, u.name, u.status) for u in told(sentence).undertakings]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They welcomed the establishment of the Kenya-Germany Task Force on Soil Health.",
         ("body", "Kenya-Germany Task Force on Soil Health", "in force")),
        ("Germany and Kenya announced the renewal of the Joint Grid Task Force for another year.",
         ("body", "Joint Grid Task Force", "in force")),
        ("They will embark on a Strategic Calm Dialogue in the near future.",
         ("body", "Strategic Calm Dialogue", "agreed")),
        ("They affirmed the Turkana Methane Pledge.", ("agreement", "Turkana Methane Pledge", "in force")),
        ("They expressed support for the Coral Accords.", ("agreement", "Coral Accords", "in force")),
        ("They agreed to elevate relations to a Comprehensive Strategic Partnership.",
         ("agreement", "Comprehensive Strategic Partnership", "agreed")),
        ("They have reached an Agreement on Tea and Flowers.", ("agreement", "Agreement on Tea and Flowers", "agreed")),
        ("They agreed on a Framework for an Agreement on Tea.",
         ("agreement", "Framework for an Agreement on Tea", "agreed")),
        ("Otieno discussed the importance of continuing the Kenya-Germany Fisheries Commission.",
         ("body", "Kenya-Germany Fisheries Commission", "in force")),
        ("Brandt announced the intention of Germany to enter into a memorandum on tea.",
         ("document", "memorandum on tea", "agreed")),
        ("Brandt thanked Otieno for his efforts in securing a deal between the two airlines.",
         ("agreement", "deal between the two airlines", "agreed")),
        ("They committed to work to establish a voluntary code of conduct for miners.",
         ("document", "voluntary code of conduct for miners", "agreed")),
        ("Both sides agreed to a framework to promote fair trade.",
         ("agreement", "framework to promote fair trade", "agreed")),
        ("They expressed their desire to reopen the Mombasa-Kampala pipeline.",
         ("project", "Mombasa-Kampala pipeline", "proposed")),
        ("They took note of the construction of an important new gas line between Lamu and Kilifi.",
         ("project", "important new gas line between Lamu and Kilifi", "under way")),
        ("They drafted an updated peace framework.", ("agreement", "updated peace framework", "proposed")),
        ("They committed to reinvigorating the Kenya-Germany Joint Action Plan to End Hunger.",
         ("document", "Kenya-Germany Joint Action Plan to End Hunger", "agreed")),
        ("They signed an agreement relating to coastal radar.",
         ("agreement", "agreement relating to coastal radar", "agreed")),
        ("The two sides pledged to create working groups on arms trafficking.",
         ("body", "working groups on arms trafficking", "agreed")),
        ("They discussed progress since the September relaunch of the Kenya-Germany Economic Dialogue.",
         ("body", "Kenya-Germany Economic Dialogue", "in force")),
        ("They agreed to pursue a bold regional compact on migration.",
         ("agreement", "bold regional compact on migration", "proposed")),
        ("They launched the Export Rules and Labour Rights Initiative.",
         ("programme", "Export Rules and Labour Rights Initiative", "under way")),
        ("They will launch feasibility studies for a new rail line between Voi and Taveta.",
         ("project", "new rail line between Voi and Taveta", "proposed")),
        ("They welcomed the launch of the Lake Victoria Clean Water Facility.",
         ("project", "Lake Victoria Clean Water Facility", "under way")),
    ],
)  # fmt: skip
def test_what_is_done_with_a_named_thing(sentence: str, found: tuple[str, str, str]) -> None:
    assert found in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Brandt noted the work done under the Kenya-Germany Partnership for Clean Stoves.",
         ("agreement", "Kenya-Germany Partnership for Clean Stoves", "in force")),
        ("They discussed progress under the Kenya-Germany Action Plan on Locusts.",
         ("document", "Kenya-Germany Action Plan on Locusts", "agreed")),
        ("They deepened cooperation, including through the Kenya-Germany Partnership to Address the Water Crisis 2030.",
         ("agreement", "Kenya-Germany Partnership to Address the Water Crisis 2030", "in force")),
        ("They discussed the work done through the Presidential Emergency Plan for Malaria Relief.",
         ("programme", "Presidential Emergency Plan for Malaria Relief", "under way")),
        ("They confirmed their commitments as outlined in the Kenyan-German Defence Agreement.",
         ("agreement", "Kenyan-German Defence Agreement", "in force")),
    ],
)  # fmt: skip
def test_what_something_is_done_under(sentence: str, found: tuple[str, str, str]) -> None:
    assert found in read(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "They reaffirmed the importance of the Kenya-Germany Strategic Partnership.",
        "The two sides will act under the Oslo Agreement and the Quito Convention.",
        "They reduced emissions in line with the Oslo Agreement.",
        "They congratulated Kenya on the formation of a ruling coalition.",
        "Brandt met with the Joint Grid Task Force.",
        "Advancing a Next Generation Fisheries Partnership",
        "Kenya-Germany Fisheries Agreement",  # a heading
        "They spoke of American shipyards.",
        "They will pursue high-standard rules of the road in the digital economy.",
        "They noted progress toward the integration of the regional fish markets.",  # the progress is not theirs
        "They pledged to support the High-Level Panel for a Healthy Ocean.",
        "Work on details will go on over the coming days.",
        "They discussed recent projects in the Pacific.",
        "A HISTORIC TEA AND FLOWER AGREEMENT WITH KENYA",
    ],
)
def test_named_things_that_are_only_spoken_of(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Brandt announced more than €1.5 billion in additional assistance for Kenya.",
         ("additional assistance for Kenya", "agreed")),
        ("Germany is providing another €30 million in drought relief to Kenya.", ("drought relief", "under way")),
        ("Brandt said that Germany would provide an additional $3 million in food aid.", ("food aid", "agreed")),
        ("They highlighted how Germany strengthens Kenya's forces, including the March 9 announcement of €7 million in "
         "boats and vests.", ("boats and vests", "agreed")),
        ("Germany announced the donation of an additional two million vaccine doses to Kenya.",
         ("donation of an additional two million vaccine doses", "agreed")),
        ("The bank will provide USD 50 million in credit guarantees for tea growers.",
         ("credit guarantees for tea growers", "agreed")),
        ("They discussed the commitment to provide €28 million in financial support to Kenya.",
         ("financial support to Kenya", "agreed")),
    ],
)  # fmt: skip
def test_aid_told_by_its_sum(sentence: str, found: tuple[str, str]) -> None:
    assert [(u.name, u.status) for u in told(sentence).undertakings if u.kind == "delivery"] == [found]


@pytest.mark.parametrize(
    "sentence", ["Partners have pledged €1 billion in support of air defence.", "Brandt pledged continued support.",
                 "Brandt committed to ensuring that they are provided with all possible assistance.",
                 "Both sides established a range of workstreams on seeds."]
)  # fmt: skip
def test_support_without_a_sum_of_it_is_no_delivery(sentence: str) -> None:
    assert read(sentence) == []


def test_a_task_force_has_not_entered_into_force() -> None:
    found = told("In May 2025 Germany and Kenya set up a joint Task Force on Locusts.").undertakings
    assert [(u.name, u.due) for u in found] == [("joint Task Force on Locusts", None)]


def test_the_year_of_a_name_is_no_term() -> None:
    found = told("Germany launched the Kenya-Germany Seas Partnership (KGSP 2030) to plant mangroves.").undertakings
    assert [(u.name, u.due) for u in found] == [("Kenya-Germany Seas Partnership", None)]


def test_a_number_belongs_to_the_name() -> None:
    assert [name for _, name, _ in read("They welcomed the establishment of Combined Task Force 17.")] == [
        "Combined Task Force 17"
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They will expand the recently launched Bio5 partnership between Kenya and Germany.",
         "Bio5 partnership between Kenya and Germany"),
        ("Germany will launch a Rice Academy with an initial $7 million investment.", "Rice Academy"),
        ("They signed a Memorandum on Minerals at the Commercial Dialogue.", "Memorandum on Minerals"),
        ("They set up a rapid response group under the leadership of the two ministers.", "rapid response group"),
    ],
)  # fmt: skip
def test_a_name_says_which_and_no_more(sentence: str, name: str) -> None:
    assert [found for _, found, _ in read(sentence)] == [name]


def test_half_a_bracket_is_no_name() -> None:
    sentence = "They have agreed to a Framework for an Agreement on Fair Trade (Agreement) in Nairobi."
    assert [name for _, name, _ in read(sentence)] == ["Framework for an Agreement on Fair Trade"]


def test_who_does_it_is_party_to_it() -> None:
    found: tuple[Undertaking, ...] = told("Fiji and Peru launched a shared portal for weather reports.").undertakings
    assert [(u.name, u.parties) for u in found] == [("shared portal for weather reports", ("FJ", "PE"))]


JOINT = "Joint Statement of Fiji, Peru and Kenya on Clean Seas"
OPENING = "The ministers of Fiji, Peru and Kenya met in Suva on March 11. "


def test_a_joint_statement_is_made_by_all_its_parties() -> None:
    report = Report(id="r", text=OPENING + "The ministers will set up a joint committee on coral reefs.", title=JOINT)
    assert [(u.name, set(u.parties)) for u in read_report(report).undertakings] == [
        ("joint committee on coral reefs", {"FJ", "PE", "KE"})
    ]


def test_of_a_round_of_countries_the_one_where_it_is_told_is_party() -> None:
    text = (
        "Foreign Minister Lena Brandt visited Fiji, Peru, Kenya and Chad this week. She met President Juan Quispe of "
        "Peru, Prime Minister Sitiveni Waqa of Fiji and President Idriss Sabre of Chad. In Kenya, the delegation "
        "opened a clinic for sailors."
    )
    assert [(u.name, set(u.parties)) for u in reading(text).undertakings] == [("clinic for sailors", {"KE", "DE"})]
