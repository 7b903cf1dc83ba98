"""The gazetteer: places of the world by name, with their points. GeoNames' facts (CC BY 4.0), built by
`python -m training.gazetteer`, a few megabytes in one file.

Names are compared by their key (no case, diacritics, dots or apostrophes, "St." written out) and stand sorted by it,
so that a name is found by bisection and nothing is built when the file is opened.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from communique.read.parties import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

Kind = Literal["continent", "country", "region", "district", "city"]
KINDS: tuple[Kind, ...] = ("continent", "country", "region", "district", "city")
FILE = "gazetteer.npz"
# Points are kept to a thousandth of a degree, about a hundred metres: less than a town is wide.
PER_DEGREE = 1000
NONE = -1
# In the list of places behind each name, numbers below zero (-1 - n) say that the name is not the place's first.
_DROPPED = str.maketrans("", "", ".'’‘`")
_GAPS = re.compile(r"[\s‐‑–/-]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. `country` is ISO 3166 alpha-2, empty for a continent; `region` and `district` are
    the numbers of the entries that it lies in, or None; `population` is rounded to two figures; `first` says whether
    the name looked up is the one that GeoNames puts first."""

    number: int
    geonames: int
    name: str
    kind: Kind
    country: str
    region: int | None
    district: int | None
    latitude: float
    longitude: float
    population: int
    capital: bool
    first: bool = True


def key(name: str) -> str:
    """A name for comparison: "Saint-Denis", "St. Denis" → "saint denis"; "N'Djamena" → "ndjamena".

    >>> key("Thành phố Hồ Chí Minh"), key("St. John's")
    ('thanh pho ho chi minh', 'saint johns')
    """
    words = _GAPS.sub(" ", fold(name).translate(_DROPPED)).split()
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    return " ".join(_SHORT.get(word, word) if i < len(words) - 1 else word for i, word in enumerate(words))


class Gazetteer:
    """Names to places. `named` finds, `entry` shows one by its number, `country` and `capital` those of a country's
    code."""

    def __init__(self, data: dict[str, NDArray[Any]]) -> None:
        import numpy as np

        self._forms = data["forms"].tobytes()
        breaks = np.flatnonzero(data["forms"] == ord("\n"))
        self._starts = np.concatenate(([0], breaks + 1)).tolist()
        ends = np.cumsum(data["counts"], dtype=np.int64)
        self._until = ends
        self._behind = data["behind"]
        self._ids = np.cumsum(data["ids"], dtype=np.int64)
        self._kinds, self._countries = data["kinds"], data["countries"]
        self._codes: list[str] = data["codes"].tobytes().decode("ascii").split("\n")
        self._regions, self._districts = data["regions"], data["districts"]
        self._lat, self._lon = np.cumsum(data["lat"]), np.cumsum(data["lon"])
        self._population, self._capitals = data["population"], set(data["capitals"].tolist())
        first = self._behind >= 0
        owners = np.repeat(np.arange(len(ends)), data["counts"])
        self._names = np.zeros(len(self._ids), dtype=np.int64)
        self._names[self._behind[first]] = owners[first]
        self._state = {self._codes[self._countries[n]]: n for n in np.flatnonzero(self._kinds == 1).tolist()}

    def __len__(self) -> int:
        return len(self._ids)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Every place that has the name, compared by its key."""
        return self.keyed(key(name))

    def keyed(self, wanted: str) -> tuple[Entry, ...]:
        """Every place that has a name with this key."""
        found: dict[int, Entry] = {}
        for form in self._matching(wanted):
            for number in self._behind[self._until[form - 1] if form else 0 : self._until[form]].tolist():
                place = number if number >= 0 else NONE - number
                if place not in found or number >= 0:
                    found[place] = self.entry(place, first=number >= 0)
        return tuple(found.values())

    def _matching(self, wanted: str) -> Iterator[int]:
        if not wanted:
            return
        form = bisect_left(range(len(self._starts)), wanted, key=lambda n: key(self._form(n)))
        while form < len(self._starts) and key(self._form(form)) == wanted:
            yield form
            form += 1

    def _form(self, number: int) -> str:
        start = self._starts[number]
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._forms)
        return self._forms[start:end].decode("utf-8")

    def entry(self, number: int, *, first: bool = True) -> Entry:
        """The place with a number."""
        return Entry(
            number=number,
            geonames=int(self._ids[number]),
            name=self._form(int(self._names[number])),
            kind=KINDS[self._kinds[number]],
            country=self._codes[self._countries[number]],
            region=_number(self._regions[number]),
            district=_number(self._districts[number]),
            latitude=int(self._lat[number]) / PER_DEGREE,
            longitude=int(self._lon[number]) / PER_DEGREE,
            population=int(self._population[number]),
            capital=number in self._capitals,
            first=first,
        )

    def capital(self, code: str) -> Entry | None:
        """The capital of a country by its ISO code; of several the largest."""
        held = (self.entry(n) for n in sorted(self._capitals) if self._codes[self._countries[n]] == code)
        return max(held, key=lambda entry: entry.population, default=None)

    def country(self, code: str) -> Entry | None:
        """The entry of a country by its ISO code."""
        number = self._state.get(code)
        return None if number is None else self.entry(number)


def _number(value: Any) -> int | None:
    return None if value == NONE else int(value)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened once."""
    import numpy as np

    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as data:
        return Gazetteer({name: data[name] for name in data.files})
