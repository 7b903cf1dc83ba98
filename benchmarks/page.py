"""The page of measured figures, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from benchmarks.measure import Figures, Score

INTRODUCTION = """\
# Accuracy

Written by `make accuracy` on {day}, with reader {reader}. Change nothing by hand: the next run writes it anew.

Every figure is F1 in per cent: the harmonic mean of how much of what was read is right and how much of what is there
was read. The annotated reports, the yardsticks and their scorers lie beside the repository and are not part of it; the
peers' figures are in `benchmarks/peers.yaml`. The annotations were drafted by machine against a written guide and
checked by script, and not yet by a person.
"""
ANNOTATED = """\
## Annotated reports

`agency_dev`: ten agency reports, with invented people and events; `dev`: 21 White House readouts and two agency
reports. "Two readers" is the agreement of two careful readers on seven of the reports. Each measure asks for more than
the one before it: "+speaker+act" counts a statement only where the speaker and the act are right too. "Descriptions"
is no F1 but the share of phrases such as "the Party chief" that are read as the right person. The country of an
encounter's place is measured by `benchmarks/encounter_places.py`.
"""
PEERS = """\
## Beside others, on the annotated reports

Nothing else public gives acts, addressees, encounters or undertakings.
"""
PUBLIC = """\
## Public yardsticks

On the development half of each, which was at hand while the reader was made; the halves kept apart are not measured
here. What each measure means is said by its scorer.
"""
ISSUERS = "## By kind of source\n"
ERRORS = """\
## Where the reader loses what is there

On `agency_dev`, by `python -m benchmarks.errors`: an item wrong in two fields counts under both. Below, the acts
of the statements found.
"""
LOST = """\
Where spans are lost, by `python -m benchmarks.attribution_errors`, in numbers of spans; last, how far two annotators of
one article agree, on the few articles that have several.
"""
TITLES = {
    "bench/time": "Time expressions (TempEval-3, AQUAINT)",
    "bench/quantity": "Quantities (NewsQuant)",
    "bench/attribution": "Who said what (PolNeAR)",
    "bench/grammar": "Named entities of general English (GUM)",
    "bench/duplicates": "Copies of wire reports, made by script",
    "bench/names": "Same name or not, of people, companies and ships (nomenklatura)",
    "bench/events": "PLOVER: root, quad and binary class of a sentence, given source and target",
    "bench/geo.lgl": "Places of local news (LGL)",
    "bench/geo.geovirus": "Places of news on epidemics (GeoVirus)",
    "bench/names.diplomatic": "Same name or not, of office holders (17 pairs: one pair is 6 points)",
}
# What a reader must know before setting our figure beside the others'.
NOTES = {
    "bench/time": """\
Written in this corpus's notation by the adapter (`benchmarks/time_notation.py`), developed on this half. The values as
`communique.read` returns them scored 83.5 / 93.5 / 87.7 / 76.8 in the order below, on 2026-11-24.
""",
    "bench/quantity": """\
Not what `communique.read` returns: the adapter (`benchmarks/quantity_notation.py`) takes every quantity as the grammar
places it, before the reader chooses what is a figure, since this yardstick counts "two sides" and "ten years" too. It
renames units by a table, keeps ages, writes shares as fractions and a move "from A to B" as one pair, and adds the
clause's subject to the concepts. The reader was improved on what this half showed, so our column is flattered.
The figures of `communique.read`, renamed by the same table, scored 81.6 / 57.1 / 73.5 / 43.8 / 18.3 in the order
below, on 2026-11-24.
""",
    "bench/attribution": """\
The encoder alone, in PolNeAR's style (`AttributionTagger(style="polnear")`); the same network reads in this project's
style for `communique.read`. Citron and the trial were trained on the same part.
""",
    "bench/grammar": """\
The names head of the encoder. GUM marks whole noun phrases, so the lenient measure is the one to look at: a name of the
right type inside the phrase and over its head. The types "abstract", "object" and rarer ones are one to this head.
""",
    "bench/names": """\
By the names alone. The threshold of likeness was chosen on these pairs, so our figure is flattered; before, with words
equal or left out, it was 37.0. The record asks for country and office too, and puts unsure pairs to a reviewer.
""",
    "bench/names.diplomatic": "The threshold was chosen on these pairs too; before, the figure was 76.2.\n",
    "bench/duplicates": "Made by script from the readouts, and nearly solved by design: a guard, not a contest.\n",
}
BY_ISSUER = ("people: name", "encounters: type+parties", "statements: found", "statements: complete",
             "figures: +unit", "undertakings: found", "dates: value")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Peers:
    """Others' figures: agreement of two readers by measure, and by set and measure F1 of each system."""

    readers: Figures
    systems: dict[str, dict[str, Figures]]

    def of(self, score: Score) -> dict[str, Figures]:
        """The systems' figures for one set, by measure."""
        return self.systems.get(score.yardstick.name, {})


@cache
def peers() -> Peers:
    """The figures of `peers.yaml`."""
    data: dict[str, Any] = yaml.safe_load(files("benchmarks").joinpath("peers.yaml").read_text("utf8"))
    return Peers(data["readers"], data["peers"])


def page(scores: Sequence[Score], errors: str, lost: Mapping[str, str], reader: str, day: str) -> str:
    """The whole page; `errors` are the tables of what is lost in annotated reports, `lost` those of other sets."""
    annotated = [score for score in scores if score.yardstick.task == "gold"]
    public = [score for score in scores if score.yardstick.task != "gold"]
    parts = [
        INTRODUCTION.format(day=day, reader=reader),
        ANNOTATED,
        table(*_annotated(annotated)),
        PEERS,
        table(*_beside_others(annotated)),
        ISSUERS,
        table(*_by_issuer(annotated)),
        ERRORS,
        errors,
        *_public(public, lost),
    ]
    return "\n".join(parts)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    rule = ["---", *("--:" for _ in head[1:])]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))


def _annotated(scores: Sequence[Score]) -> tuple[list[str], list[list[str]]]:
    head = ["measure", *(_short(score) for score in scores), "two readers"]
    measures = list(dict.fromkeys(name for score in scores for name in score.figures))
    rows = [
        [name, *(_figure(score.figures.get(name)) for score in scores), _figure(peers().readers.get(name))]
        for name in measures
    ]
    return head, rows


def _beside_others(scores: Sequence[Score]) -> tuple[list[str], list[list[str]]]:
    rows = [
        [f"{_short(score)}: {name}", _figure(score.figures.get(name)), _listed(systems)]
        for score in scores
        for name, systems in peers().of(score).items()
    ]
    return ["measure", "communique", "others"], rows


def _by_issuer(scores: Sequence[Score]) -> tuple[list[str], list[list[str]]]:
    rows = [
        [f"{_short(score)}: {issuer}", *(_figure(figures.get(name)) for name in BY_ISSUER)]
        for score in scores
        for issuer, figures in score.by_issuer.items()
    ]
    return ["set and source", *BY_ISSUER], rows


def _public(scores: Sequence[Score], lost: Mapping[str, str]) -> Iterator[str]:
    if scores:
        yield PUBLIC
    for score in scores:
        measured = peers().of(score)
        systems = list(dict.fromkeys(name for row in measured.values() for name in row))
        rows = [
            [name, _figure(score.figures.get(name)), *(_figure(row.get(system)) for system in systems)]
            for name, row in measured.items()
        ]
        yield f"### {TITLES.get(score.yardstick.name, score.yardstick.name)}\n"
        if note := NOTES.get(score.yardstick.name):
            yield note
        yield table(["measure", "communique", *systems], rows)
        if score.yardstick.name in lost:
            yield f"{LOST}\n{lost[score.yardstick.name]}"


def _short(score: Score) -> str:
    return score.yardstick.name.removeprefix("gold/")


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _listed(systems: Figures) -> str:
    return "; ".join(f"{system} {_figure(value)}" for system, value in systems.items())
