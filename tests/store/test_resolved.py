from __future__ import annotations

from communique.model import Evidence, Judgement, KnownPerson
from communique.resolve.resolution import Resolution, Solved, Told
from communique.resolve.resolve import resolve_all
from communique.store import Record
from tests.store.building import TEXT, full_reading, report


def added(record: Record, *names: str) -> list[Told]:
    for name in names:
        source = report(name, f"{TEXT} Note {name}.")
        record.add(source, full_reading(source))
    return list(record.told())


def known(person: str, *mentions: tuple[str, str]) -> Resolution:
    people = (KnownPerson(person, "Sok Dara", "KH", ("Sok Dara",), (), 1, ()),)
    return Resolution((Solved(f"block of {person}", people, dict.fromkeys(mentions, person)),))


def test_what_was_resolved_comes_back_as_it_was(record: Record) -> None:
    resolution = resolve_all(added(record, "r1", "r2"))
    record.write_resolution(resolution, record.revision())
    assert tuple(record.people()) == resolution.people
    assert tuple(record.encounters()) == resolution.encounters
    assert tuple(record.matters()) == resolution.matters
    assert tuple(record.indicators()) == resolution.indicators
    assert tuple(record.disagreements()) == resolution.disagreements
    assert record.person_of("r1", "Đặng Thị Hà") == resolution.people[0].id


def test_a_record_is_resolved_until_it_changes(record: Record) -> None:
    assert not record.is_resolved()
    record.write_resolution(resolve_all(added(record, "r1")), record.revision())
    assert record.is_resolved()
    added(record, "r2")
    assert not record.is_resolved()


def test_what_changed_while_resolving_stays_to_be_resolved(record: Record) -> None:
    resolution, revision = resolve_all(added(record, "r1")), record.revision()
    added(record, "r2")
    record.write_resolution(resolution, revision)
    assert not record.is_resolved()


def test_an_id_given_up_leads_to_the_person_it_became(record: Record) -> None:
    for person in ("person-1", "person-2", "person-3"):
        record.write_resolution(known(person, ("r1", "Sok Dara")), 0)
    for old in ("person-1", "person-2", "person-3"):
        found = record.person(old)
        assert found is not None
        assert found.id == "person-3"


def test_an_id_that_comes_back_is_itself_again(record: Record) -> None:
    for person in ("person-1", "person-2", "person-1"):
        record.write_resolution(known(person, ("r1", "Sok Dara")), 0)
    assert [person.id for person in record.people()] == ["person-1"]
    found = record.person("person-2")
    assert found is not None
    assert found.id == "person-1"


def test_an_unknown_id_is_nobody(record: Record) -> None:
    assert record.person("person-0") is None


def test_judgements_are_appended(record: Record) -> None:
    first, second = Evidence("r1", 0, 4, "Here"), Evidence("r2", 0, 4, "Here")
    decided = [Judgement(decision, first, second, "A reviewer", "2025-06-01") for decision in ("same", "different")]  # type: ignore[arg-type]
    for judgement in decided:
        record.judge(judgement)
    assert record.judgements() == decided


def test_a_judgement_follows_its_text_to_the_source_that_stands_for_it(record: Record) -> None:
    late, early = report("late", published="2025-03-05"), report("early", published="2025-03-04")
    record.add(late, full_reading(late))
    record.judge(Judgement("accept", Evidence("late", 0, 7, "Foreign"), None, "A reviewer", "2025-06-01"))
    record.add(early, full_reading(early))
    assert [judgement.subject.report for judgement in record.judgements()] == ["early"]
