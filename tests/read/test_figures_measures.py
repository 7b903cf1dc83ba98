"""What figures measure: beyond words like "worth", "sum" and "of them", with joined nouns, and what is offered."""

from __future__ import annotations

import pytest

from tests.read.test_figures import figures, one


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Last year the firm bought $84 million worth of Georgian wine.", "Georgian wine"),
        ("The two countries traded goods and services worth $3.4 billion.", "goods and services"),
        ("He praised trucks worth $40,000.", "trucks"),
        ("Waiting times at the crossing have fallen from 40 hours to 12.", "Waiting times"),
        ("Exports of cork had brought in €61 million.", "Exports of cork"),
    ],
)
def test_measure(text: str, measure: str) -> None:
    assert figures(text)[-1].measure == measure


def test_projects_with_a_total_value() -> None:
    projects, value = figures("Builders have completed 64 projects with a total value of $5.8 billion.")
    assert (projects.unit, value.measure) == ("project", "projects")


def test_a_figure_named_only_as_one_is_of_what_was_told_before() -> None:
    before, after = figures("Rail freight came to $412 million. The figure was $380 million in the spring.")
    assert before.measure == after.measure == "Rail freight"


def test_a_part_of_them_is_of_what_was_told_before() -> None:
    seekers, part = figures("Malta took in 450 asylum seekers, 200 of whom came from Tunisia.")
    assert (seekers.unit, part.unit) == ("asylum seeker", "asylum seeker")
    assert part.measure == seekers.measure


def test_part_of_counted_things_with_their_number() -> None:
    done, points = figures("The panel found that 31 of the 44 points agreed on have been carried out.")
    assert (done.value, done.unit, points.value) == (31, "point", 44)


def test_points_beside_a_percentage_are_percentage_points() -> None:
    figure = one("Occupancy stood at 61 per cent, nine points less than in the spring.")
    assert (figure.value, figure.change, figure.change_unit, figure.direction) == (61, 9, "percentage point", "down")


@pytest.mark.parametrize(
    ("text", "change", "direction"),
    [
        ("He asked for a 30 per cent discount on visa fees.", 30, "down"),
        ("She proposed a discount of 30 per cent for lorries.", 30, "down"),
        ("He asked Hanoi for 10 per cent more scholarships.", 10, "up"),
    ],
)
def test_a_share_that_is_a_change_by_itself(text: str, change: float, direction: str) -> None:
    figure = one(text)
    assert (figure.value, figure.change, figure.direction) == (change, change, direction)


def test_what_things_are_worth_does_not_part_them_from_their_date() -> None:
    text = "Some 120 kits worth $40,000 would be handed out between October and December."
    kits, worth = figures(text, ("between October and December", "2026-10/2026-12"))
    assert kits.period == worth.period == "2026-10/2026-12"


def test_an_apposition_is_dated_by_its_own_date() -> None:
    text = "Trade, $1.45 billion in 2025, is to reach $2 billion by 2030."
    now, goal = figures(text, ("2025", "2025"), ("2030", "2030"))
    assert (now.period, now.status) == ("2025", "observed")
    assert (goal.period, goal.status) == ("2030", "target")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Trade fell short of the $3 billion foreseen by both.", "forecast"),
        ("Hanoi had decided on a donation of 300 tonnes of rice.", "pledged"),
        ("The capacity will be raised to 350 megawatts.", "target"),
    ],
)
def test_status_of_what_is_meant_to_be(text: str, status: str) -> None:
    assert one(text).status == status


@pytest.mark.parametrize(
    ("text", "change"), [("Sales came to $3 million, a fifth more than before.", 20), ("They cut fees by half.", 50)]
)
def test_a_fraction_by_which_something_changed(text: str, change: float) -> None:
    assert one(text).change == pytest.approx(change)


def test_a_bare_number_of_things_told_before() -> None:
    clinics, opened = figures("Of the 44 clinics, 31 have opened.")
    assert (clinics.value, opened.value, opened.unit, opened.measure) == (44, 31, "clinic", "clinics")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The line carried 4.1 million tonnes.", "line carried"),
        ("The programme, for which $40 million is set aside, starts in May.", "programme"),
        ("The time for issuing a licence will be cut from 60 to 20 days.", "time for issuing a licence"),
    ],
)
def test_measure_of_deeds_and_aims(text: str, measure: str) -> None:
    assert figures(text)[-1].measure == measure


@pytest.mark.parametrize(
    "text", ["The programme, for which $40 million is set aside, starts in May.", "$40 million will go to schools."]
)
def test_money_set_aside_is_pledged(text: str) -> None:
    assert one(text).status == "pledged"


def test_points_of_an_index_are_points() -> None:
    index = figures("The index gained 1 per cent to close at 1,478 points.")[-1]
    assert (index.value, index.unit) == (1478, "point")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Sales stood at $3 million. They hoped that the total value would remain at $4 million.", "Sales"),
        ("He will grant 40 scholarships to poor families.", "scholarships"),
        ("He said that 300 tonnes of jasmine rice were in store.", "jasmine rice"),
        ("She said that 31 of them were freed.", "freed"),
        ("He asked that 90 cubic metres be released from the reservoir.", "released from the reservoir"),
    ],
)
def test_measure_of_what_is_done(text: str, measure: str) -> None:
    assert figures(text)[-1].measure == measure


def test_a_large_number_takes_the_unit_said_once() -> None:
    now, then = figures("Trade fell to $55.3 million against 61.8 million a year before.")
    assert (now.unit, then.unit, then.value) == ("USD", "USD", 61.8e6)


def test_large_numbers_of_things_keep_their_noun() -> None:
    money, things = figures("The EU gave €38 million for bicycles, of which 1.7 million units were shipped.")
    assert (money.unit, things.unit) == ("EUR", "bicycle")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Some 3,400 students came, and the yearly quota of 200 would be kept.", 200, "student"),
        ("He put the number of visitors at about 7,500.", 7500, "visitor"),
    ],
)
def test_a_number_told_of_a_counter(text: str, value: float, unit: str) -> None:
    figure = figures(text)[-1]
    assert (figure.value, figure.unit) == (value, unit)


def test_how_large_a_fee_is_now_is_no_target() -> None:
    now, goal = figures("The visa fee of 80 dollars will be lowered to 35 dollars.")
    assert (now.status, goal.status) == ("observed", "target")


def test_what_is_done_with_them_dates_them() -> None:
    text = "Seoul will give 120 kits, to be delivered between October and December."
    assert one(text, ("between October and December", "2026-10/2026-12")).period == "2026-10/2026-12"


def test_over_a_time_is_no_comparison() -> None:
    text = "Over the past spring, the office has issued 4,500 visas."
    assert one(text, ("the past spring", "2025")).period == "2025"


def test_what_is_counted_stands_in_the_plural() -> None:
    figure = figures("The minister promised 25 ambulances and training.")[0]
    assert figure.measure == "promised ambulances"


@pytest.mark.parametrize(
    ("text", "dates", "measure"),
    [
        ("Japan gave $5 million to Laos to train nurses.", [], "train nurses"),
        (
            "Australia pledged $500 million over the next three years to support clean energy in the islands.",
            [("the next three years", "P3Y")],
            "support clean energy in the islands",
        ),
    ],
)
def test_what_money_is_to_do_stands_behind_who_gets_it_and_when(
    text: str, dates: list[tuple[str, str]], measure: str
) -> None:
    assert one(text, *dates).measure == measure


def test_a_phrase_is_not_cut_behind_a_possessor() -> None:
    figure = one("The firm welcomed $80 billion in new investments in President Rada's Green Plan.")
    assert figure.measure == "new investments in President Rada's Green Plan"


def test_an_amount_again_in_brackets_does_not_part_it_from_its_thing() -> None:
    miles, kilometres = figures("They dug 8 miles (13 km) of new tunnels.")
    assert miles.measure == kilometres.measure == "new tunnels"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The ban has cost exporters €14 million.", "ban cost exporters"),
        ("The ban, which cost €14 million, was lifted.", "ban cost"),
    ],
)
def test_what_a_thing_costs_is_told_as_its_cost(text: str, measure: str) -> None:
    assert one(text).measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Peru will raise its defence spending to 3 per cent of GDP.", "defence spending"),
        ("The union will keep at 20 per cent the import duties on steel.", "import duties on steel"),
        ("The rent is $900 a month.", "rent"),
        ("Carriers signed 20 contracts, with a total value of $3 billion.", "contracts"),
        ("Support for the garrison amounts to $30 million in accordance with the law.", "Support for the garrison"),
        ("Exports rose by 5 per cent and imports by 3 per cent.", "imports"),
        ("The president met with 12 young members of parliament.", "young members of parliament"),
        ("The road that is 40 km long was opened.", "road"),
    ],
)
def test_measure_of_rates_shares_and_manner(text: str, measure: str | None) -> None:
    assert figures(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The country had 23 weather and climate disasters.", "disaster"),
        ("They will join six of India's research hubs.", "hub"),
        ("Norway sent 4,000 syringes.", "syringe"),
    ],
)
def test_unit_of_what_is_counted(text: str, unit: str) -> None:
    assert one(text).unit == unit


def test_a_number_in_quotation_marks_is_a_name() -> None:
    assert not figures("They welcomed the launch of the “988” hotline.")
