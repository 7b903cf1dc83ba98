"""The gazetteer: names to places, whatever their spelling."""

from __future__ import annotations

import pytest

from communique.read.places.gazetteer import Entry, gazetteer, key
from communique.read.places.names import kinds_told, places_named


def largest(name: str, kind: str) -> Entry:
    return max((entry for entry in places_named(name) if entry.kind == kind), key=lambda entry: entry.population)


@pytest.mark.parametrize("name", ["Hanoi", "Hà Nội", "HANOI", "Ha Noi"])
def test_a_city_is_found_in_every_spelling(name: str) -> None:
    hanoi = largest(name, "city")
    assert (hanoi.geonames, hanoi.country, hanoi.capital) == (1581130, "VN", True)
    assert (hanoi.latitude, hanoi.longitude) == pytest.approx((21.02, 105.84), abs=0.02)


def test_a_town_knows_its_region_and_district() -> None:
    alexandria = next(e for e in places_named("Alexandria") if e.geonames == 4314550)
    assert alexandria.region is not None and alexandria.district is not None
    assert gazetteer().entry(alexandria.region).name == "Louisiana"
    assert gazetteer().entry(alexandria.district).name == "Rapides Parish"


def test_a_former_name_is_found_and_told_from_the_first() -> None:
    kyiv = largest("Kiev", "city")
    assert (kyiv.name, kyiv.first, largest("Kyiv", "city").first) == ("Kyiv", False, True)


@pytest.mark.parametrize(("name", "code"), [("Viet Nam", "VN"), ("Lao PDR", "LA"), ("the United States", "US")])
def test_a_country_is_found_by_each_of_its_names(name: str, code: str) -> None:
    assert [e.country for e in places_named(name) if e.kind == "country"] == [code]


@pytest.mark.parametrize("name", ["Vietnamese", "Russians", "Palestinian"])
def test_a_demonym_is_no_place(name: str) -> None:
    assert not [e for e in places_named(name) if e.kind == "country"]


def test_both_countries_of_a_shared_name_are_candidates() -> None:
    assert {e.country for e in places_named("Congo") if e.kind == "country"} == {"CD", "CG"}


@pytest.mark.parametrize(("printed", "name"), [("Calif.", "California"), ("TX", "Texas"), ("N.Y.", "New York")])
def test_a_shortened_region_is_written_out(printed: str, name: str) -> None:
    assert name in [e.name for e in places_named(printed) if e.kind == "region"]


@pytest.mark.parametrize("name", ["northern Laos", "the city of Hue", "Kandal province"])
def test_words_of_kind_and_direction_are_taken_off(name: str) -> None:
    assert places_named(name)


def test_the_kind_is_read_from_the_name() -> None:
    assert "region" in kinds_told("Kandal province") and not kinds_told("Kandal")


@pytest.mark.parametrize(
    ("one", "other"), [("Saint-Denis", "St. Denis"), ("N’Djamena", "N'Djamena"), ("The Hague", "Hague")]
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_an_unknown_name_has_no_places() -> None:
    assert places_named("Zzyzzxville") == ()


def test_a_country_has_a_point_on_its_mainland() -> None:
    states = gazetteer().country("US")
    assert states is not None
    assert (states.latitude, states.longitude) == pytest.approx((39.5, -99), abs=1.5)


def test_a_name_that_a_country_shares_with_a_territory_means_either() -> None:
    states = {entry.country: entry.first for entry in places_named("Samoa") if entry.kind == "country"}
    assert states == {"WS": True, "AS": False}
