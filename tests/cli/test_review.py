"""`communique review`: pairs of people shown with their evidence, decided on, and taken back."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli import main
from communique.model import Office, Person
from communique.pipeline import resolve
from communique.store import Record
from tests.store.building import empty_reading, found, new_record, report

Run = Callable[..., tuple[int, str, str]]
PEOPLE = (("George Hale", "president"), ("Robert Hale", "president"), ("Hale", "president"), ("Omar Said", "minister"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record of four reports, each naming one person; "President Hale" may be either of two."""
    path = tmp_path / "record.sqlite"
    with new_record(path) as record:
        for number, (name, office) in enumerate(PEOPLE):
            _add(record, number, name, office)
        resolve(record)
    return path


def _add(record: Record, number: int, name: str, office: str) -> None:
    text = f"{office.title()} {name} gave speech {number} in Chad."
    source = report(f"r{number}", text, published=f"2025-03-0{number + 1}", issuer="An agency")
    quote = found(source, f"{office.title()} {name}")
    one = Person(name, "TD", (Office(office.title(), f"the_{office}", "TD"),), (quote,), quote)
    reading = empty_reading(source)
    record.add(source, type(reading)(reading.report, reading.digest, reading.reader, people=(one,)))


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            main(["review", *arguments, "--record", str(place)])
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def names(place: Path) -> set[tuple[str, ...]]:
    with Record.open(place) as record:
        return {person.names for person in record.people()}


def test_unsure_pairs_are_listed_with_reasons_doubts_and_quotes(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert out.count("pair-") == 2
    assert "for: a word of the other's name; both of TD" in out
    assert "against: may be Robert Hale as well" in out
    assert "President Hale gave speech 2 in Chad. [2025-03-03 An agency]" in " ".join(out.split())


def test_a_pair_decided_the_same_is_one_person_and_no_longer_listed(run: Run, place: Path) -> None:
    pair = json.loads(run("--json")[1])[0]
    assert run(pair["id"], "--same", "--by", "A reviewer")[0] == 0
    assert names(place) >= {tuple(sorted((pair["first"]["name"], pair["second"]["name"])))}
    assert pair["id"] not in run()[1]
    assert "A reviewer: same: " in run("--decided")[1]


def test_a_pair_decided_different_is_no_longer_listed(run: Run, place: Path) -> None:
    pair = json.loads(run("--json")[1])[0]
    assert run(pair["id"], "--different")[0] == 0
    assert tuple(sorted((pair["first"]["name"], pair["second"]["name"]))) not in names(place)
    assert pair["id"] not in run()[1]


def test_a_decision_can_be_taken_back(run: Run, place: Path) -> None:
    before = names(place)
    run("George Hale", "Omar Said", "--same")
    assert ("George Hale", "Omar Said") in names(place)
    code, _, err = run("--undo")
    assert (code, names(place)) == (0, before)
    assert "Taken back" in err
    assert run("--decided")[1] == ""


def test_two_people_are_named_by_name_whatever_its_accents(run: Run, place: Path) -> None:
    assert run("robert hale", "Hale", "--same")[0] == 0
    assert ("Hale", "Robert Hale") in names(place)


def test_any_two_people_are_shown_with_what_speaks_for_and_against_and_how_to_decide(run: Run) -> None:
    code, out, err = run("George Hale", "Omar Said")
    assert code == 0
    assert "for: both of TD" in out and "against: no name in common; called by other titles" in out
    assert "`communique review 'George Hale' 'Omar Said' --same` or `--different`" in err


def test_two_people_are_shown_with_what_was_decided_on_them(run: Run) -> None:
    run("George Hale", "Omar Said", "--different", "--by", "A reviewer")
    assert "A reviewer: different: " in run("Omar Said", "George Hale")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Nobody", "Hale", "--same"), "knows nobody called 'Nobody'"),
        (("Hale", "Hale", "--same"), "are one person in the record already"),
        (("pair-x", "--same"), "no pair of id 'pair-x'"),
        (("--same",), "name a pair by its id, or two people"),
        (("--undo",), "there is no such decision to take back"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_to_do(run: Run, arguments: tuple[str, ...], message: str) -> None:
    code, _, err = run(*arguments)
    assert code != 0
    assert message in " ".join(err.split())


def test_same_and_different_at_once_is_wrong_usage(run: Run) -> None:
    assert run("Hale", "Robert Hale", "--same", "--different")[0] == 2


def test_the_list_of_people_tells_of_unsure_pairs(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):
        main(["people", "--record", str(place)])
    assert "2 pairs of people may be one; see `communique review`" in capsys.readouterr().err
