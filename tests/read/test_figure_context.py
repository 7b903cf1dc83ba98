"""Whom figures concern, told by the whole report."""

from __future__ import annotations

from communique.ingest import IngestOptions, from_text
from communique.model import Figure
from communique.read.read import read

REPORT = """Vietnamese Deputy Minister Lê Minh Hòa met Kenyan Foreign Secretary Jane Wanjiru in Hà Nội on March 3.

The two sides discussed trade and health. {sentence}
"""


def only(sentence: str) -> Figure:
    text = REPORT.format(sentence=sentence)
    (figure,) = read(from_text(text, "r.txt", IngestOptions(published="2026-03-04"))).figures
    return figure


def test_a_figure_concerns_the_two_sides_of_the_report() -> None:
    assert set(only("Trade came to $90 million last year.").parties) == {"VN", "KE"}


def test_what_one_side_owns_concerns_that_side() -> None:
    assert only("Kenya's growth reached 5 per cent last year.").parties == ("KE",)


def test_exports_concern_both_sides() -> None:
    assert set(only("Kenya's exports came to $40 million last year.").parties) == {"VN", "KE"}


def test_how_large_a_thing_is_is_no_target() -> None:
    text = ("Work on the Kenya-Việt Nam Friendship School project, Hà Nội's largest school with 4,000 students, is "
            "going on, to be completed by the end of this year.")  # fmt: skip
    assert only(text).status == "observed"


def test_people_at_home_concern_the_country_that_the_statement_tells_of() -> None:
    assert only("Lê Minh Hòa congratulated Kenya on hosting 8,000 refugees.").parties == ("KE",)
    assert only("Jane Wanjiru said that drought had killed 400 villagers.").parties == ("KE",)


def test_what_is_given_concerns_both_sides_whoever_lives_there() -> None:
    assert set(only("Việt Nam pledged $3 million in aid for flooded villages.").parties) == {"VN", "KE"}


def test_what_a_third_country_is_given_concerns_it_and_the_giver() -> None:
    assert set(only("Việt Nam pledged $3 million in aid to Chad.").parties) == {"VN", "TD"}


def test_gifts_to_one_s_own_people_abroad_concern_that_country() -> None:
    text = (
        "Vietnamese Deputy Minister Lê Minh Hòa met the Vietnamese community in Nairobi, Kenya, on March 3.\n\n"
        "Kenyan Foreign Secretary Jane Wanjiru was present. Hòa presented $9,000 to the association.\n"
    )
    (figure,) = read(from_text(text, "r.txt", IngestOptions(published="2026-03-04", issuer="VNA"))).figures
    assert figure.parties == ("VN",)
