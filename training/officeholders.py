"""`python -m training.officeholders FOLDER`: build the table of office holders from files derived from Wikidata.

FOLDER holds `wikidata.csv` (heads of state and government of the world, years only), `wikipedia.csv` (the same offices
read from Wikipedia, which it is checked against) and `<country>_holders21.csv` (all offices of a country, with days).
Nothing is added to what they say:

* of `wikidata.csv` only what `wikipedia.csv` has too is taken; a year that both give differently is left unknown;
* a start that the two sources of a country's file give in different years is left unknown;
* an end that comes after the next holder's start is left unknown, and an end that is missing stays so;
* rivals, each with a start and no end in a file of the world, are left out.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import yaml

from communique.read.parties import find_parties
from communique.resolve.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "src" / "communique" / "vocabulary" / "officeholders.csv"
POSITIONS = Path(__file__).with_suffix(".yaml")
COUNTRIES = {"vietnam": "VN", "cambodia": "KH", "laos": "LA"}
WORLD_UNTIL = "2022-10"  # when wikidata.csv was taken
COUNTRIES_UNTIL = "2022-07"  # the countries' files were taken from then to January 2023: the earlier is safe
HEADER = """\
# Heads of state and government of the world, and foreign ministers and speakers of Viet Nam, Cambodia and Laos, as far
# as the sources say. A date is a year, a month or a day; one left empty is unknown. `until` is when the source last saw
# a holder without an end in office; it is empty where sources disagree about the end. Evidence, never the truth: what a
# report says goes before it.
# Source: Wikidata (facts, CC0 1.0) through the every-politician lists, checked against Wikipedia's list of heads of
# state and government; built by `python -m training.officeholders`, which says what was left out and why.
# Licence: CC0 1.0.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Who held an office of a party from when to when; `until` is when a holder without an end was last seen in it.

    `also` is another spelling of the name.
    """

    office: str
    party: str
    name: str
    also: str
    wikidata: str
    start: str
    end: str
    until: str

    @property
    def post(self) -> tuple[str, str]:
        return self.office, self.party


def main() -> None:
    """Build and write the table, and say what was left out."""
    parser = argparse.ArgumentParser(prog="python -m training.officeholders", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with the lists")
    parser.add_argument("--target", type=Path, default=TARGET, help="the file to write")
    options = parser.parse_args()
    left_out: Counter[str] = Counter()
    rows = table(options.folder, left_out)
    options.target.write_text(HEADER + written(rows), encoding="utf-8")
    print(f"{len(rows)} rows in {options.target}")
    for reason, count in sorted(left_out.items()):
        print(f"{count:4d} {reason}")


def table(folder: Path, left_out: Counter[str]) -> list[Row]:
    """The rows, by office, party and start."""
    checked = {(row.post, row.wikidata): row for row in _merged(_listed(folder / "wikipedia.csv"))}
    detailed = [_agreed_start(row, checked, left_out) for name in COUNTRIES for row in _country(folder, name)]
    posts = {row.post for row in detailed}
    world = [row for row in _merged(_listed(folder / "wikidata.csv")) if row.post not in posts]
    confirmed = [row for one in world if (row := _confirmed(one, checked, left_out))]
    rows = [*detailed, *_without_rivals(confirmed, left_out)]
    return sorted(_ends_checked(rows, left_out), key=lambda row: (row.office, row.party, row.start, row.name))


def written(rows: Iterable[Row]) -> str:
    """The rows as CSV with a header line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Row))
    writer.writerows(astuple(row) for row in rows)
    return text.getvalue()


def _listed(path: Path) -> Iterator[Row]:
    """The rows of a list of the world whose office and party are known."""
    for line in _lines(path):
        label, name = (line.get(key) or line[key.lower()] for key in ("positionLabel", "officeholderLabel"))
        party, office = _party(line["country"]), _office(label.casefold().split(" of ")[0])
        if party and office and name != line["officeholder"]:  # a person without a name is told by a number
            until = "" if line["end_year"] else WORLD_UNTIL
            plain = name.partition(" (")[0]
            yield Row(office, party, plain, "", line["officeholder"], line["start_year"], line["end_year"], until)


def _country(folder: Path, country: str) -> list[Row]:
    """The rows of a country's list; one person's terms that follow on one another are one."""
    rows = [
        Row(office, COUNTRIES[country], *_spelt(line), line["personID"], line["start"], line["end"], _until(line))
        for line in _lines(folder / f"{country}_holders21.csv")
        if (office := _office(line["position"].casefold()))
    ]
    return _merged(rows)


def _until(line: dict[str, str]) -> str:
    """When a holder without an end was last seen in office: when the list was taken, or later came into it."""
    return "" if line["end"] else max(COUNTRIES_UNTIL, line["start"])


def _spelt(line: dict[str, str]) -> tuple[str, str]:
    """The name and its other spelling: with its diacritics where an encyclopedia prints it so."""
    name, title = line["person"], line.get("enwiki") or ""
    return (title, "") if title and fold(title) == fold(name) else (name, title)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _office(position: str) -> str | None:
    offices: dict[str, list[str]] = yaml.safe_load(POSITIONS.read_text(encoding="utf-8"))
    return next((office for office, positions in offices.items() if position in positions), None)


def _party(country: str) -> str | None:
    """The state's code, where the whole of the name is a state's: "Northern Cyprus" is not Cyprus."""
    name = country.partition(" (")[0].removeprefix("The ")
    whole = (mention for mention in find_parties(name) if mention.span.end - mention.span.start == len(name))
    return next((mention.code for mention in whole), None)


def _merged(rows: Iterable[Row]) -> list[Row]:
    """One row for the terms of one person in one office; terms with another holder between them stay apart."""
    held: dict[tuple[tuple[str, str], str], list[Row]] = defaultdict(list)
    for row in rows:
        held[row.post, row.wikidata].append(row)
    merged: list[Row] = []
    for terms in held.values():
        terms.sort(key=lambda row: row.start)
        last = terms[0]
        for term in terms[1:]:
            if not last.end or last.end == term.start:
                last = replace(last, end=term.end, until=term.until)
            else:
                merged.append(last)
                last = term
        merged.append(last)
    return merged


def _confirmed(row: Row, checked: dict[tuple[tuple[str, str], str], Row], left_out: Counter[str]) -> Row | None:
    other = checked.get((row.post, row.wikidata))
    if other is None:
        left_out["rows of the world that Wikipedia's list does not confirm"] += 1
        return None
    left_out["years of the world that Wikipedia's list gives otherwise"] += (row.start, row.end) != (
        other.start,
        other.end,
    )
    return replace(
        row,
        also=other.name if other.name != row.name else "",
        start=row.start if row.start == other.start else "",
        end=row.end if row.end == other.end else "",
        until=row.until if row.end == other.end else "",
    )


def _agreed_start(row: Row, checked: dict[tuple[tuple[str, str], str], Row], left_out: Counter[str]) -> Row:
    """A country's row, its start unknown where Wikipedia's list gives another year."""
    other = checked.get((row.post, row.wikidata))
    if other is None:
        return row
    differs = bool(other.start and row.start[:4] != other.start)
    left_out["starts in a country's list that Wikipedia's gives otherwise"] += differs
    return replace(
        row, also=row.also or (other.name if other.name != row.name else ""), start="" if differs else row.start
    )


def _without_rivals(rows: list[Row], left_out: Counter[str]) -> list[Row]:
    open_ended = Counter(row.post for row in rows if not row.end)
    rivals = [row for row in rows if not row.end and open_ended[row.post] > 1]
    left_out["rows of the world whose office another holds too, neither with an end"] += len(rivals)
    return [row for row in rows if row not in rivals]


def _ends_checked(rows: list[Row], left_out: Counter[str]) -> list[Row]:
    """The rows, an end that comes after the next holder's start left unknown."""
    checked: list[Row] = []
    for row in rows:
        later = [
            one.start for one in rows if one.post == row.post and one.wikidata != row.wikidata and one.start > row.start
        ]
        beyond = bool(row.start and row.end and later and row.end[: len(min(later))] > min(later)[: len(row.end)])
        left_out["ends after the start of the next holder"] += beyond
        checked.append(replace(row, end="", until="") if beyond else row)
    return checked


if __name__ == "__main__":
    main()
