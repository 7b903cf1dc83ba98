"""The reading of one report, laid out like a dossier: a section a kind of item, each line with its quote."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import DateExpression, Encounter, KnownEncounter, Person, Reading, Report
from communique.query.citing import Citing
from communique.query.dossier import DossierLine, Group, Section
from communique.query.lines import encounter_line, figure_line, statement_line, undertaking_line
from communique.query.names import Names, bracketed, named_in
from communique.query.wording import day, listed


def reading_sections(report: Report, reading: Reading) -> tuple[Section, ...]:
    """What was read in a report, kind by kind, in the order of the text."""
    citing = Citing({report.id: report})
    names = Names({}, named_in([reading]))
    return (
        _section("people", "People", (_person(person, citing) for person in reading.people)),
        _section("encounters", "Encounters", (_encounter(item, citing, names) for item in reading.encounters)),
        _section(
            "statements",
            "Statements",
            (statement_line(item, citing, names, item.act) for item in reading.statements),
        ),
        _section(
            "undertakings",
            "Undertakings",
            (undertaking_line((item,), citing, today="") for item in reading.undertakings),
        ),
        _section("figures", "Figures", (figure_line(item, citing) for item in reading.figures)),
        _section("dates", "Dates", (_date(item, citing) for item in reading.dates)),
    )


def _section(key: str, title: str, lines: Iterable[DossierLine]) -> Section:
    found = tuple(lines)
    return Section(key, title, (Group("", found),) if found else ())


def _person(person: Person, citing: Citing) -> DossierLine:
    country = f" {bracketed(person.country, not person.country_inferred)}" if person.country else ""
    offices = listed([office.title for office in person.offices])
    return DossierLine(f"{person.name}{country}{': ' if offices else ''}{offices}", citing.cite(person.evidence))


def _encounter(item: Encounter, citing: Citing, names: Names) -> DossierLine:
    return encounter_line(KnownEncounter("", item, (item.evidence,)), citing, names)


def _date(item: DateExpression, citing: Citing) -> DossierLine:
    said = f"{item.modality} {item.text}" if item.modality else item.text
    return DossierLine(f"{said}: {day(item.value)}", citing.cite(item.evidence))
