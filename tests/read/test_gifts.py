"""Gifts and aid: giver, presenter, recipient and worth."""

from communique.model import Undertaking
from tests.read.texts import told


def gift(sentence: str) -> Undertaking:
    found = [u for u in told(sentence).undertakings if u.kind == "delivery"]
    assert len(found) == 1, [u.name for u in told(sentence).undertakings]
    return found[0]


def test_giver_recipient_and_worth() -> None:
    given = gift("Brandt presented 200 gift packages worth 6,000 euros to families in Kisumu.")
    assert (given.giver, given.recipient, given.worth, given.currency) == (
        "Lena Brandt", "families in Kisumu", 6000.0, "EUR",
    )  # fmt: skip


def test_who_hands_over_for_another_is_the_presenter() -> None:
    given = gift("On behalf of the German Red Cross, Brandt handed over 30 tents to the county.")
    assert (given.giver, given.presenter, given.recipient) == ("German Red Cross", "Lena Brandt", "county")


def test_a_giver_named_beside_the_gift() -> None:
    given = gift("The 40 ambulances donated by Germany were handed over to the Ministry of Health.")
    assert (given.giver, given.recipient, given.status) == ("Germany", "Ministry of Health", "completed")


def test_a_recipient_without_a_preposition() -> None:
    assert gift("Germany will send Kenya 5,000 textbooks.").recipient == "Kenya"


def test_what_is_not_told_stays_empty() -> None:
    given = gift("Germany will send 120 demining vehicles.")
    assert (given.giver, given.presenter, given.recipient, given.worth) == ("Germany", None, None, None)


def test_only_a_delivery_is_given() -> None:
    found = told("They signed a memorandum of understanding on dry ports.").undertakings
    assert [(u.giver, u.recipient) for u in found] == [(None, None)]


def test_a_gift_that_arrives_does_not_hand_itself_over() -> None:
    given = gift("Two ambulances given by Germany arrived in Kisumu on Monday.")
    assert (given.giver, given.presenter, given.status) == ("Germany", None, "completed")


def test_a_length_of_time_receives_nothing() -> None:
    assert gift("Germany will provide 12.5 million euros in grants for five years.").recipient is None


def test_the_sum_before_a_thing_is_its_worth() -> None:
    said = "Germany will provide an additional €3 million in food aid, bringing its aid since May to €37 million."
    assert [(u.worth, u.currency) for u in told(said).undertakings if u.kind == "delivery"] == [(3e6, "EUR")]


def test_the_mention_that_tells_its_worth_is_kept() -> None:
    said = "They welcomed efforts to mobilise aid for Kenya. Germany will provide €9 million in aid."
    assert [(u.worth, u.status) for u in told(said).undertakings if u.kind == "delivery"] == [(9e6, "agreed")]
