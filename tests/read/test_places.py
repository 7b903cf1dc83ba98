"""Which place a name is: by what stands behind it, by the report's countries, by its home, by its other places."""

from __future__ import annotations

import pytest

from communique.model import Place, Report, Span
from communique.read.encoder import analyse
from communique.read.places.find import Places
from communique.read.places.gazetteer import gazetteer
from communique.read.places.outlets import home_of
from communique.read.places.resolve import resolve_places
from communique.read.places.surroundings import Home, container, km


def resolved(text: str, *names: str, home: Home | None = None) -> list[Place | None]:
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append(Span(at, at + len(name)))
        at += len(name)
    return list(resolve_places(text, spans, home))


def only(text: str, name: str, home: Home | None = None) -> Place:
    (place,) = resolved(text, name, home=home)
    assert place is not None
    return place


def test_the_well_known_city_where_nothing_else_is_said() -> None:
    paris = only("The ministers met in Paris on Monday.", "Paris")
    assert (paris.country, paris.precision) == ("FR", "city")


@pytest.mark.parametrize(
    ("text", "region"),
    [("The plant in Paris, Texas, was closed.", "Texas"), ("He was born in Paris (Ontario).", "Ontario")],
)
def test_the_region_behind_the_name_decides(text: str, region: str) -> None:
    assert only(text, "Paris").region == region


def test_a_city_is_meant_and_not_its_region_of_the_same_name() -> None:
    assert only("The talks were held in Hanoi.", "Hanoi").precision == "city"


def test_a_word_of_kind_tells_the_region() -> None:
    assert only("Officials of Battambang province came.", "Battambang province").precision == "region"


def test_a_name_keeps_its_sense_throughout_the_report() -> None:
    first, _, again = resolved("Paris, Texas, has a tower. Many people visit Paris for it.", "Paris", "Texas", "Paris")
    assert first == again and first is not None and first.country == "US"


def test_georgia_among_countries_is_the_country() -> None:
    _, georgia, _ = resolved("The presidents of Armenia and Georgia met in Tbilisi.", "Armenia", "Georgia", "Tbilisi")
    assert georgia is not None and (georgia.country, georgia.precision) == ("GE", "country")


def test_georgia_among_states_is_the_state() -> None:
    georgia, *_ = resolved("Voters in Georgia, Alabama and Florida go to the polls.", "Georgia", "Alabama", "Florida")
    assert georgia is not None and (georgia.country, georgia.precision) == ("US", "region")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Republic of the Congo sent troops from Brazzaville, and Congo will send more.", "CG"),
        ("Fighting in the Democratic Republic of the Congo spread to Goma; Congo blamed others.", "CD"),
    ],
)
def test_congo_by_its_company(text: str, country: str) -> None:
    at = text.rindex("Congo")
    (place,) = resolve_places(text, [Span(at, at + 5)])
    assert place is not None and place.country == country


def test_a_shared_name_with_nothing_around_it_stays_open() -> None:
    assert resolved("A delegation from Korea arrived.", "Korea") == [None]


def test_the_home_of_the_outlet_decides_between_towns() -> None:
    louisiana = next(e.number for e in gazetteer().named("Louisiana") if e.kind == "region")
    home = Home("US", louisiana, (31.31, -92.45))
    assert only("A man from Alexandria was fined.", "Alexandria", home).region == "Louisiana"
    assert only("A man from Alexandria was fined.", "Alexandria").country == "EG"


def test_neighbours_decide_between_towns() -> None:
    places = resolved("The road joins Woodstock, Kitchener and Cambridge.", "Woodstock", "Kitchener", "Cambridge")
    assert [place.country for place in places if place] == ["CA", "CA", "CA"]


def test_the_home_of_an_outlet_is_where_its_names_have_places() -> None:
    home = home_of([["Paris", "Reno", "Blossom"], ["Paris", "Honey Grove", "Bonham"], ["Paris", "London"]])
    assert home.country == "US" and home.point is not None
    assert km(home.point, (33.66, -95.56)) < 30


def test_an_outlet_without_places_has_no_home() -> None:
    assert home_of([[], ["Zzyzzxville"]]) == Home()


def test_a_state_behind_a_town_is_the_state() -> None:
    _, state = resolved("He lives in Albany, New York, with his family.", "Albany", "New York")
    assert state is not None and state.precision == "region"


def test_a_hamlet_is_not_taken_for_an_unknown_name() -> None:
    assert resolved("The crew left for Java.", "Java") == [None]


def test_a_nation_within_a_state_is_a_region_of_it() -> None:
    scotland = only("The first minister of Scotland spoke.", "Scotland")
    assert (scotland.country, scotland.precision) == ("GB", "region")


@pytest.mark.parametrize("text", ["Paris, Texas", "Paris (Texas)", "Paris in Texas"])
def test_the_area_behind_a_name(text: str) -> None:
    assert "Texas" in [entry.name for entry in container(text, Span(0, 5))]


def test_distance_on_the_globe() -> None:
    assert km((0, 0), (1, 0)) == pytest.approx(111.19, abs=0.01)


def test_a_report_s_places_are_found_and_told_apart_together() -> None:
    text = "The Vietnamese minister flew from Hanoi to Ontario. He saw a plant in London and workers in Hamilton."
    places = Places(analyse(Report("r", text)), Report("r", text))
    found = {span.of(text): place.country for span in places.spans if (place := places.of(span)) is not None}
    assert found == {"Hanoi": "VN", "Ontario": "CA", "London": "CA", "Hamilton": "CA"}


def test_the_dateline_s_place_is_known() -> None:
    report = Report("r", "The ministers met.", dateline="PHNOM PENH")
    filed = Places(analyse(report), report).filed_from
    assert filed is not None and (filed.name, filed.country) == ("Phnom Penh", "KH")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The two presidents met in Washington on Tuesday.", "city"),
        ("Fires burn across Washington and Oregon, and in Seattle, Washington, schools are closed.", "region"),
    ],
)
def test_washington_is_the_capital_where_no_region_is_told(text: str, precision: str) -> None:
    from communique.model import Report
    from communique.read.encoder import analyse
    from communique.read.places.find import Places

    places = Places(analyse(Report(id="r", text=text)), Report(id="r", text=text))
    found = {place.precision for span in places.spans if span.of(text) == "Washington" and (place := places.of(span))}
    assert found == {precision}
