"""The commands end to end: two reports read into a record, asked for in every way, and taken out again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.cli import main

FIRST = """title: Minister receives ambassador
date: 2026-03-13
issuer: Agency A

HANOI – Foreign Minister Lê Văn Bình received Cambodian Ambassador Sok Dara in Hanoi on March 12.

Minister Lê Văn Bình urged Cambodia to open the border gates earlier. Two-way trade reached US$11.33 billion in 2025.

Ambassador Sok Dara thanked Viet Nam for its flood relief.
"""
SECOND = """title: President meets community
date: 2026-04-03
issuer: Agency B

PHNOM PENH – President Trần Thị Mai met the Vietnamese community in Cambodia on April 2.

President Trần Thị Mai pledged to support the teaching of Vietnamese in Cambodia.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; its exit code, output and messages."""

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            main(arguments)
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reports")
    (place / "first.txt").write_text(FIRST, encoding="utf-8")
    (place / "second.txt").write_text(SECOND, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def record(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("record") / "record.sqlite"
    with pytest.raises(SystemExit) as ended:
        main(["add", str(folder), "--record", str(place)])
    assert not ended.value.code
    return place


def asked(run: Run, *arguments: str) -> Any:
    """What a command prints as JSON."""
    code, out, err = run(*arguments)
    assert code == 0, err
    return json.loads(out)


def test_adding_again_finds_everything_held(run: Run, record: Path, folder: Path) -> None:
    code, _, err = run("add", str(folder), "--record", str(record))
    assert code == 0
    assert "0 reports added, 2 held already, 0 failed." in err


def test_a_file_that_is_no_report_is_named_with_its_reason_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "reports"
    source.mkdir()
    (source / "bad.txt").write_bytes(b"")
    (source / "good.txt").write_text(FIRST, encoding="utf-8")
    code, _, err = run("add", str(source), "--record", str(tmp_path / "r.sqlite"))
    assert code == 1
    assert err.startswith("1 report added, 0 held already, 1 failed.\n")
    assert f"{source / 'bad.txt'}: " in err


def test_reading_shows_quotes_and_keeps_nothing(run: Run, folder: Path) -> None:
    code, out, _ = run("read", str(folder / "first.txt"))
    assert code == 0
    assert "urged Cambodia to open the border gates earlier" in out
    assert "Published: 2026-03-13" in out


def test_a_bad_line_among_good_ones_is_named_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    good = json.dumps({"text": FIRST.partition("\n\n")[2], "published": "2026-03-13"})
    (tmp_path / "some.jsonl").write_text(f"{good}\nnot json\n", encoding="utf-8")
    code, out, err = run("read", str(tmp_path / "some.jsonl"), "--json")
    assert code == 1
    assert len(json.loads(out)) == 1
    assert err.startswith("communique: ")
    assert err.count("\n") == 1


def test_a_report_in_which_nothing_is_found_is_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nothing much.\n", encoding="utf-8")
    code, out, _ = run("read", str(tmp_path / "plain.txt"))
    assert code == 0
    assert "Nothing was found in it." in out


def test_a_reading_as_json_has_exact_offsets(run: Run, folder: Path) -> None:
    found = asked(run, "read", str(folder / "first.txt"), "--json")
    text = (folder / "first.txt").read_text(encoding="utf-8")
    places = [item["evidence"] for item in found["statements"]]
    assert places
    assert all(text[place["start"] : place["end"]] == place["quote"] for place in places)


def test_the_dossier_takes_names_and_codes(run: Run, record: Path) -> None:
    pages = {run("dossier", *pair, "--record", str(record))[1] for pair in (("VN", "KH"), ("Việt Nam", "Cambodia"))}
    assert len(pages) == 1
    assert "to open the border gates earlier" in pages.pop()


def test_the_dossier_since_a_day(run: Run, record: Path) -> None:
    found = asked(run, "dossier", "VN", "KH", "--since", "2026-04-01", "--json", "--record", str(record))
    assert (found["since"], found["coverage"]["first"]) == ("2026-04-01", "2026-04-03")


@pytest.mark.parametrize(("format", "opening"), [("text", "Viet"), ("md", "# Viet"), ("html", "<!DOCTYPE html>")])
def test_the_dossier_in_a_file(run: Run, record: Path, tmp_path: Path, format: str, opening: str) -> None:
    page = tmp_path / "page"
    code, out, _ = run("dossier", "VN", "KH", "-f", format, "-o", str(page), "--record", str(record))
    assert (code, out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith(opening)


def test_an_unknown_party_is_refused_with_a_suggestion(run: Run, record: Path) -> None:
    code, _, err = run("dossier", "VN", "Cambodja", "--record", str(record))
    assert code == 1
    assert "Cambodia (KH)" in err


def test_one_party_twice_is_refused(run: Run, record: Path) -> None:
    code, _, err = run("dossier", "VN", "Viet Nam", "--record", str(record))
    assert (code, "needs two parties" in err) == (1, True)


def test_search_finds_with_and_without_accents(run: Run, record: Path) -> None:
    for words in ("le van binh", "Lê Văn Bình", '"border gates"'):
        [found] = asked(run, "search", words, "--json", "--record", str(record))
        assert found["hit"]["title"] == "Minister receives ambassador"


def test_search_that_finds_nothing_says_so(run: Run, record: Path) -> None:
    code, out, err = run("search", "volcano", "--record", str(record))
    assert (code, out) == (0, "")
    assert "no report holds 'volcano'" in err


def test_statements_by_act_and_party(run: Run, record: Path) -> None:
    found = asked(run, "statements", "--act", "request", "-p", "VN", "-p", "KH", "--json", "--record", str(record))
    assert [held["item"]["content"] for held in found] == ["to open the border gates earlier"]


def test_figures_of_a_period(run: Run, record: Path) -> None:
    found = asked(run, "figures", "--until", "2026-03-31", "--json", "--record", str(record))
    assert 11.33e9 in [held["item"]["value"] for held in found]
    assert asked(run, "figures", "--until", "2026-01-01", "--json", "--record", str(record)) == []


def test_people_of_a_party(run: Run, record: Path) -> None:
    found = asked(run, "people", "--party", "Cambodia", "--json", "--record", str(record))
    assert [person["name"] for person in found] == ["Sok Dara"]


def test_lists_print_lines_with_their_places(run: Run, record: Path) -> None:
    for command in ("people", "encounters", "statements", "figures"):
        code, out, _ = run(command, "--record", str(record))
        assert code == 0
        assert "[2026-03-13 Agency A, characters " in out


def test_export_as_json_lines_and_as_tables(run: Run, record: Path, tmp_path: Path) -> None:
    lines = run("export", "--format", "jsonl", "--record", str(record))[1].splitlines()
    assert {json.loads(line)["kind"] for line in lines} >= {"people", "statements", "figures"}
    assert run("export", "--format", "csv", "--to", str(tmp_path / "t"), "--record", str(record))[0] == 0
    with (tmp_path / "t" / "statements.csv").open(encoding="utf-8", newline="") as file:
        assert "to open the border gates earlier" in [row["content"] for row in csv.DictReader(file)]


def test_export_to_a_place_that_cannot_be_written_is_one_line(run: Run, record: Path, tmp_path: Path) -> None:
    code, _, err = run("export", "-f", "jsonl", "-o", str(tmp_path / "no" / "x"), "--record", str(record))
    assert code == 1
    assert err.startswith("communique: ")
    assert err.count("\n") == 1


def test_removing_a_report(run: Run, folder: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "r.sqlite")
    run("add", str(folder), "--record", place)
    [found] = asked(run, "search", "border", "--json", "--record", place)
    assert run("remove", found["hit"]["report"], "--record", place)[0] == 0
    assert asked(run, "search", "border", "--json", "--record", place) == []
    assert asked(run, "people", "--party", "KH", "--json", "--record", place) == []
    assert run("remove", found["hit"]["report"], "--record", place)[0] == 1


def added(run: Run, tmp_path: Path, **texts: str) -> tuple[str, str]:
    """A record of new files, and what adding them said."""
    source = tmp_path / "reports"
    source.mkdir(exist_ok=True)
    for name, text in texts.items():
        (source / name.replace("_", ".")).write_text(text, encoding="utf-8")
    place = str(tmp_path / "r.sqlite")
    return place, run("add", str(source), "--record", place)[2]


def test_what_has_no_readable_day_is_told_when_it_is_added(run: Run, tmp_path: Path) -> None:
    body = FIRST.partition("\n\n")[2]
    _, err = added(run, tmp_path, bad_txt=f"date: 03/04/2026\n\n{body}", none_txt=SECOND.partition("\n\n")[2])
    assert "2 reports added, 0 held already, 0 failed.\nTo know:\n" in err
    assert "bad.txt: date “03/04/2026” is not read" in err
    assert "none.txt: no day of publication is known" in err


def test_a_readme_beside_the_reports_is_no_failure(run: Run, tmp_path: Path) -> None:
    _, err = added(run, tmp_path, README_md="What is here.", first_txt=FIRST)
    assert "1 report added, 0 held already, 0 failed." in err
    assert "README.md: was passed over" in err


def test_a_changed_file_added_again_replaces_its_report(run: Run, tmp_path: Path) -> None:
    added(run, tmp_path, first_txt=FIRST)
    place, err = added(run, tmp_path, first_txt=SECOND)
    assert "0 reports added, 1 replaced by a changed text, 0 held already, 0 failed." in err
    assert [report["issuer"] for report in asked(run, "reports", "--json", "--record", place)] == ["Agency B"]


def test_reports_are_listed_with_ids_and_a_beginning_removes_one(run: Run, tmp_path: Path) -> None:
    place, _ = added(run, tmp_path, first_txt=FIRST, second_txt=SECOND)
    _, out, _ = run("reports", "--record", place)
    first, second = out.splitlines()
    assert first.startswith("2026-03-13 Agency A Minister receives ambassador (sha-")
    beginning = second.rpartition("(sha-")[2][:8]
    assert run("remove", beginning, "--record", place)[0] == 0
    assert run("reports", "--record", place)[1] == f"{first}\n"


def test_a_beginning_of_several_ids_removes_none(run: Run, tmp_path: Path) -> None:
    place, _ = added(run, tmp_path, first_txt=FIRST, second_txt=SECOND)
    code, _, err = run("remove", "sha-", "--record", place)
    assert code == 1 and "begins the ids of 2 reports: sha-" in err
    assert len(asked(run, "reports", "--json", "--record", place)) == 2


def test_a_report_that_is_not_held_is_not_removed(run: Run, record: Path) -> None:
    code, _, err = run("remove", "zzz", "--record", str(record))
    assert code == 1 and "`communique reports` shows ids" in err


def test_two_forms_at_once_are_refused(run: Run, record: Path) -> None:
    code, _, err = run("dossier", "VN", "KH", "--json", "--format", "html", "--record", str(record))
    assert code == 2 and "give one of them" in err


def test_a_dossier_written_to_a_file_says_so_and_takes_its_form_from_the_name(
    run: Run, record: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    code, out, err = run("dossier", "VN", "KH", "--to", str(page), "--record", str(record))
    assert (code, out, err) == (0, "", f"Written to {page} as html.\n")
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("words", ["", "  ", '""'])
def test_a_search_for_nothing_says_what_to_give(run: Run, record: Path, words: str) -> None:
    code, _, err = run("search", words, "--record", str(record))
    assert code == 2 and "give a word to look for" in err


def test_an_unknown_act_lists_the_acts(run: Run, record: Path) -> None:
    code, _, err = run("statements", "--act", "sing", "--record", str(record))
    assert code == 2 and "request" in err and "discuss" in err


def test_an_act_may_go_by_a_word_for_it(run: Run, record: Path) -> None:
    code, out, err = run("statements", "--act", "asked", "--record", str(record))
    assert code == 0 and "to open the border gates earlier" in out
    assert err.startswith("communique: --act asked is taken for request\n")


@pytest.mark.parametrize(
    "command", [("dossier", "VN", "KH", "--format", "text"), ("export", "--format", "jsonl")], ids=["dossier", "export"]
)
def test_the_record_is_never_written_over(run: Run, record: Path, command: tuple[str, ...]) -> None:
    before = record.read_bytes()
    code, _, err = run(*command, "--to", str(record), "--record", str(record))
    assert code == 1 and "is not written over" in err
    assert record.read_bytes() == before


def test_an_export_replaces_no_file_of_another_kind(run: Run, record: Path, tmp_path: Path) -> None:
    report, items = tmp_path / "report.txt", tmp_path / "items.jsonl"
    report.write_text("A report.", encoding="utf-8")
    code, _, err = run("export", "--format", "jsonl", "--to", str(report), "--record", str(record))
    assert code == 1 and "exists already" in err and report.read_text(encoding="utf-8") == "A report."
    for _ in range(2):
        assert run("export", "--format", "jsonl", "--to", str(items), "--record", str(record))[0] == 0


def test_a_dossier_is_not_written_in_a_form_that_it_has_not(run: Run, record: Path, tmp_path: Path) -> None:
    code, _, err = run("dossier", "VN", "KH", "--to", str(tmp_path / "dossier.docx"), "--record", str(record))
    assert code == 2 and "a dossier is written as" in err


@pytest.mark.parametrize(("side", "found"), [("--by", 0), ("--to", 1), ("--party", 1)])
def test_statements_by_who_speaks_and_who_is_spoken_to(run: Run, record: Path, side: str, found: int) -> None:
    asked_for = asked(run, "statements", "--act", "request", side, "Cambodia", "--json", "--record", str(record))
    assert len(asked_for) == found


def test_what_bounds_of_days_leave_out_for_want_of_a_day_is_told(run: Run, tmp_path: Path) -> None:
    place, _ = added(run, tmp_path, first_txt=FIRST, none_txt=SECOND.partition("\n\n")[2])
    since = ("--since", "2026-01-01", "--record", place)
    for command in (["statements"], ["reports"], ["export", "-f", "jsonl"]):
        assert "of no known day left out by --since or --until" in run(*command, *since)[2]
    assert "1 report of no known day left out." in run("dossier", "VN", "KH", *since)[1]
    assert "(1 of them undated)" in run("dossier", "VN", "KH", "--record", place)[1]


def test_a_party_that_the_record_does_not_know_brings_those_that_it_does(run: Run, record: Path) -> None:
    for command in (["statements", "-p", "PE"], ["dossier", "PE", "CL"], ["people", "-p", "PE"]):
        assert "this record tells of Cambodia (KH) and Vietnam (VN)" in run(*command, "--record", str(record))[2]


def test_times_are_shown_in_words(run: Run, tmp_path: Path) -> None:
    text = "date: 2026-03-13\n\nThe ministers met in summer 2025. They meet every Monday and plan for three years."
    (tmp_path / "times.txt").write_text(text, encoding="utf-8")
    _, out, _ = run("read", str(tmp_path / "times.txt"))
    assert (
        "summer 2025: summer 2025" in out and "every Monday: every Monday" in out and "three years: three years" in out
    )
