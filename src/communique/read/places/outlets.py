"""Where an outlet is at home, from the names of places in its reports: a local paper writes about one town's area.

Which place a name is does not count here, since that is what the home is for. A town is supported by every name that
any place near it has: around the true home they are many, around a namesake of one town few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING

from communique.read.places.gazetteer import Entry, gazetteer, key
from communique.read.places.surroundings import Home, point_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AREA = 50.0  # km: what a local paper covers
_NAMES = 60  # an outlet's home is among the places of its most frequent names
_EARTH = 6371.0


def home_of(reports: Iterable[Iterable[str]]) -> Home:
    """The town that most names of an outlet's reports have a place near; a name counts once a report, and less the
    more places have it. No home where the reports name no town."""
    import numpy as np

    counts = Counter(name for report in reports for name in {key(name) for name in report})
    towns = {name: found for name in counts if (found := _towns(name))}
    wanted = sorted(towns, key=lambda name: (-counts[name], name))[:_NAMES]
    if not wanted:
        return Home()
    choices = [town for name in wanted for town in towns[name]]
    points = np.radians([point_of(town) for town in choices])
    support = np.zeros(len(choices))
    for name, places in towns.items():
        near = np.exp(-_km(points, np.radians([point_of(place) for place in places])) / _AREA).max(axis=1)
        support += near * sqrt(counts[name] / len(places))
    best = choices[int(support.argmax())]
    return Home(best.country, best.region, point_of(best))


def _towns(name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in gazetteer().keyed(name) if entry.kind in {"city", "district"} and entry.first)


def _km(some: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distances from each of some points to each of others, in radians."""
    import numpy as np

    lat, lon = some[:, None, 0] - others[None, :, 0], some[:, None, 1] - others[None, :, 1]
    h = np.sin(lat / 2) ** 2 + np.cos(some[:, None, 0]) * np.cos(others[None, :, 0]) * np.sin(lon / 2) ** 2
    return np.asarray(2 * _EARTH * np.arcsin(np.sqrt(np.clip(h, 0, 1))))
