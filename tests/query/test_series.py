"""A request followed to its answer over series of reports, from their texts to the dossier's lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import communique
from communique.pipeline import add
from communique.query.compile import compile_dossier
from communique.query.dossier import Dossier
from communique.query.gather import dossier as record_dossier
from communique.query.gather import gather, side
from communique.store import Record

TODAY = "2026-12-01"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder: Path = tmp_path_factory.mktemp("series")
    series = yaml.safe_load(Path(__file__).with_name("series.yaml").read_text(encoding="utf-8"))
    reports = [(pair, day, text) for pair, told in series.items() for day, text in told.items()]
    lines = [json.dumps({"id": f"{pair}-{day}", "published": day, "text": text}) for pair, day, text in reports]
    (folder / "series.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with communique.open(folder / "series.sqlite") as held:
        assert add([folder / "series.jsonl"], held).added == len(reports)
        yield held


def dossier(record: Record, pair: str) -> Dossier:
    a, b = pair.split("-")
    return record_dossier(record, a, b, today=TODAY)


def state_of(found: Dossier, content: str) -> str | None:
    """The state of the one line that tells a content."""
    lines = [line for section in found.sections for line in section.lines if f": {content}" in line.text]
    assert len(lines) == 1, [line.text for line in lines]
    return lines[0].state


@pytest.mark.parametrize(
    ("pair", "asked", "state"),
    [
        ("KH-TH", "to lift its ban on imports of Cambodian cassava", "done"),
        ("KH-TH", "to publish its customs tariff online", "done"),
        ("NP-IN", "to issue visas to Nepali trainees faster", "done"),
        ("NP-IN", "to return the survey vehicles by March 1", "done"),
        ("VN-LA", "to lower the transit fee on electricity by one third", "declined"),
        ("VN-LA", "the two sides set up a joint dispatch centre", "agreed"),
        ("PH-JP", "to provide ten patrol vessels for the coast guard", "done, in part"),
        ("MN-KR", "to admit more seasonal workers from Mongolia", "done"),
        ("KE-ET", "to exempt Ethiopian coffee from inspection fees", "open"),
        ("KE-ET", "to open its banking sector to Kenyan banks", "open"),
        ("BR-PT", "to recognise the diplomas of Brazilian engineers", "done"),
        ("ID-AU", "to open a consulate in Manado", "delayed"),
        ("PL-UA", "to open a second lane for trucks at the Dorohusk crossing", "done"),
        ("PL-UA", "to recognise Ukrainian driving licences", "promised"),
        ("EC-CL", "to double the quota for Ecuadorian shrimp to 6,000 tonnes", "done, in part"),
        ("TZ-MW", "to release 40 impounded Malawian trucks", "done, in part"),
        ("BT-TH", "to train 20 Bhutanese nurses", "done"),
        ("DZ-ES", "to build a solar plant in Tlemcen by 2028", "cancelled"),
    ],
)
def test_a_request_is_followed_to_its_answer(record: Record, pair: str, asked: str, state: str) -> None:
    assert state_of(dossier(record, pair), asked) == state


def test_a_request_that_is_only_to_be_reviewed_is_open(record: Record) -> None:
    material = gather(record, ("KH", "TH"))
    early = {key: report for key, report in material.reports.items() if (report.published or "") < "2026-02-01"}
    readings = tuple(reading for reading in material.readings if reading.report in early)
    found = compile_dossier(replace(material, reports=early, readings=readings), side("KH"), side("TH"), today=TODAY)
    assert state_of(found, "to lift its ban on imports of Cambodian cassava") == "open, promised to review"


def test_the_answer_is_quoted(record: Record) -> None:
    [line] = [one for one in dossier(record, "KH-TH").section("asks_a").lines if "ban" in one.text]
    assert line.citations[-1].date == "2026-07-05"
    assert line.citations[-1].quote.startswith("The ban on imports of cassava was lifted on July 2")


def test_a_promise_of_which_there_was_word_since_is_not_called_silent(record: Record) -> None:
    found = dossier(record, "KH-TH")
    assert state_of(found, "the review of the ban on cassava imports would be finished by the end of May") is None


def test_a_promise_to_the_other_side_has_its_length_of_time(record: Record) -> None:
    [line] = [one for one in dossier(record, "NP-IN").section("promises").lines if "visas" in one.text]
    assert line.due == "P15D"


def test_each_thing_is_a_matter_of_its_own(record: Record) -> None:
    told = [line.text for line in dossier(record, "KH-TH").section("matters").lines]
    assert sorted(text.partition(" (")[0] for text in told) == [
        "Lift its ban on imports of Cambodian cassava",
        "Publish its customs tariff online",
    ]
    [cassava] = [text for text in told if "cassava" in text]
    assert cassava.endswith(
        "10 January 2026, Cambodia asked, Thailand promised to review → 12 March 2026, Thailand promised → "
        "5 July 2026, done"
    )


def test_things_of_one_topic_are_not_one_matter(record: Record) -> None:
    assert dossier(record, "KE-ET").section("matters").lines == ()
