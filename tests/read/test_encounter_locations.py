"""The place of an encounter is a place of the world, with its country and point."""

from __future__ import annotations

import communique


def test_an_encounter_has_its_location() -> None:
    text = "Prime Minister Phạm Minh Chính received Cambodian Foreign Minister Prak Sokhonn in Hue on March 11."
    (met,) = communique.read(text, published="2026-03-12").encounters
    assert met.location is not None
    assert (met.place, met.place_country, met.location.country, met.location.precision) == ("Hue", "VN", "VN", "city")
    assert abs(met.location.latitude - 16.46) < 0.1
