"""How far an undertaking has come, and by when it is due."""

import pytest

from communique.model import Undertaking
from tests.read.texts import told


def only(sentence: str) -> Undertaking:
    undertakings = told(sentence).undertakings
    assert len(undertakings) == 1, [(u.kind, u.name) for u in undertakings]
    return undertakings[0]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        # signed, ratified, promised, settled
        ("They signed a memorandum of understanding on dry ports.", "agreed"),
        ("Otieno asked Germany to ratify the double taxation treaty.", "agreed"),
        ("Brandt promised that a cancer ward in Kisumu would be built.", "agreed"),
        ("They agreed to set up a joint committee on fisheries.", "agreed"),
        # wished
        ("Otieno proposed a joint patrol of the strait.", "proposed"),
        ("Brandt suggested that both sides set up a joint working group on visas.", "proposed"),
        ("Otieno asked Germany to conclude a second cable contract.", "proposed"),
        ("They agreed to start negotiations on a fisheries agreement.", "proposed"),
        # going on
        ("They discussed progress toward a fisheries treaty.", "under way"),
        ("The Kisumu cancer ward is being built by German firms.", "under way"),
        ("Otieno urged Germany to speed up the construction of the Kisumu cancer ward.", "under way"),
        ("Brandt said that 40 per cent of the Kisumu cancer ward was finished.", "under way"),
        # done, in force, late, given up
        ("The Kisumu cancer ward, built with a German grant, was opened on March 2.", "completed"),
        ("They agreed to extend the 2019 fisheries agreement for five years.", "in force"),
        ("The opening of the Kisumu cancer ward was postponed.", "delayed"),
        ("The Kisumu cable project has been scrapped.", "cancelled"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert only(sentence).status == status


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Brandt promised that a cancer ward in Kisumu would be built by June 30.", "2026-06-30"),
        ("They agreed to set up a joint committee on fisheries before the end of May.", "2026-05"),
        ("Brandt said that Germany will open a consulate in Mombasa in September.", "2026-09"),
        ("They agreed to set up a joint committee on fisheries in the first half of 2027.", "2027-06"),
        ("They agreed to set up a joint committee on fisheries within this year.", "2026-12"),
        ("Otieno proposed a joint patrol of the strait, to start before June 30.", "2026-06-30"),
    ],
)
def test_its_term(sentence: str, due: str) -> None:
    assert only(sentence).due == due


@pytest.mark.parametrize(
    "sentence",
    [
        "They signed a work plan for 2027-2029.",  # how long it is valid
        "They signed a memorandum of understanding on dry ports on March 11.",  # when it was signed
        "Brandt pledged a solar plant in Turkana once the grid law is passed in June.",  # when its condition is met
    ],
)
def test_dates_that_are_no_term(sentence: str) -> None:
    assert only(sentence).due is None


def test_work_that_goes_on_is_under_way_though_its_end_is_told() -> None:
    told_of = only("Work on the Kisumu bridge project is going on steadily, to be completed by the end of this year.")
    assert (told_of.status, told_of.due) == ("under way", "2026-12")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Otieno thanked Germany for 40 scholarships for Kenyan students.", "completed"),
        ("According to local media, Germany will send Kenya 5,000 textbooks.", "proposed"),
        ("Germany has reportedly pledged Kenya 20 patrol boats.", "proposed"),
        ("They welcomed the conclusion of a fisheries agreement.", "agreed"),
        ("They welcomed the launch of a joint satellite programme.", "under way"),
        ("Germany supports the establishment of a trade office in Kisumu.", "proposed"),
    ],
)
def test_what_is_thanked_for_or_welcomed_has_come_about_and_a_rumour_has_not(sentence: str, status: str) -> None:
    assert only(sentence).status == status


def test_what_is_hoped_for_is_proposed() -> None:
    found = only("Otieno expressed the hope that direct flights between Mombasa and Hamburg would be resumed.")
    assert found.status == "proposed"


def test_construction_that_is_only_named_goes_on() -> None:
    assert only("They reaffirmed the construction of the Kisumu Technical School.").status == "under way"
