"""What people and parties are called in a dossier: each by one name, whichever the report at hand prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.model import KnownPerson, Reading
from communique.query.citing import place_of
from communique.query.wording import listed


@dataclass(frozen=True, slots=True)
class Named:
    """A person as the record knows them; `is_printed` is false where the country was worked out everywhere."""

    name: str
    country: str | None = None
    is_printed: bool = True

    @property
    def origin(self) -> str:
        """The country in brackets: "(VN)", or "[VN]" where no report prints it; empty where it is not known."""
        return bracketed(self.country, self.is_printed) if self.country else ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the parties of a dossier by code, in the order in which they were asked for, others going by their
    code; and its people by report and the name that it prints."""

    by_code: Mapping[str, str]
    people: Mapping[tuple[str, str], Named] = field(default_factory=dict)

    def __call__(self, code: str) -> str:
        return self.by_code.get(code, code)

    def of(self, codes: Iterable[str]) -> str:
        return listed([self(code) for code in self.in_order(codes)])

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """Codes, each once: the parties of the dossier first, in its order."""
        given = list(dict.fromkeys(codes))
        return [code for code in self.by_code if code in given] + [code for code in given if code not in self.by_code]

    def person(self, report: str, name: str) -> str:
        """What the record calls the person whom a report calls so."""
        return self._named(report, name).name

    def origin(self, person: KnownPerson) -> str:
        """The country of a person of the record in its brackets; empty where it is not known."""
        places = ((evidence.report, name) for evidence in person.evidence for name in person.names)
        return next((self.people[place].origin for place in places if place in self.people), "")

    def persons(self, report: str, names: Iterable[str], codes: Collection[str]) -> str:
        """People of a report and the parties that they stand for: "Tô Lâm (VN) and Chea Kimtha (KH)"; with the parties
        behind them all where it is not known who stands for which."""
        found = list(dict.fromkeys(self._named(report, name) for name in names))
        origins = list(dict.fromkeys(one.origin for one in found))
        if {one.country for one in found} != set(codes):
            origins = [f"({', '.join(self.in_order(codes))})"] if codes else [""]
        if len(origins) > 1:
            return listed([f"{one.name} {one.origin}" for one in found])
        return " ".join(filter(None, (listed([one.name for one in found]), *origins)))

    def without_people(self, report: str, names: Iterable[str], codes: Collection[str]) -> list[str]:
        """The parties for which none of the people of a report stands; none where it is not known for which they do."""
        countries = {self._named(report, name).country for name in names}
        return [] if None in countries or not countries <= set(codes) else self.in_order(set(codes) - countries)

    def _named(self, report: str, name: str) -> Named:
        return self.people.get((report, name)) or Named(name)


def bracketed(country: str, is_printed: bool) -> str:
    """A country in round brackets or, where it was worked out and no report prints it, in square ones."""
    return f"({country})" if is_printed else f"[{country}]"


def named_in(readings: Sequence[Reading], known: Iterable[KnownPerson] = ()) -> dict[tuple[str, str], Named]:
    """The people of readings by report and printed name; each by the name and country of the record, if it has them."""
    owners = {place_of(evidence): person for person in known for evidence in person.evidence}
    read = [(reading.report, one, owners.get(place_of(one.evidence))) for reading in readings for one in reading.people]
    printed = {owner.id for _, one, owner in read if owner and one.country and not one.country_inferred}
    return {
        (report, one.name): Named(owner.name, owner.country, owner.id in printed)
        if owner
        else Named(one.name, one.country, not one.country_inferred)
        for report, one, owner in read
    }
