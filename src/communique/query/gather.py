"""What of a record may concern a pair: the reports that name both, and all that is known across reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.model import Figure, Indicator, Report
from communique.query.compile import compile_dossier
from communique.query.dossier import Dossier, Side
from communique.query.material import Material

if TYPE_CHECKING:
    from communique.store import Record


def dossier(record: Record, a: str, b: str, since: str | None = None, today: str | None = None) -> Dossier:
    """The dossier of two parties, by names or codes ("Viet Nam", "VN", "VNM").

    `since` is an ISO day; reports published before it are left out. Raises `UnknownPartyError` for a name that
    the vocabulary does not hold, `CommuniqueError` where both names are of one party.
    """
    first, second = side(a), side(b)
    if first.code == second.code:
        raise CommuniqueError(f"{a!r} and {b!r} are both {first.name}: a dossier needs two parties")
    return compile_dossier(gather(record, (first.code, second.code)), first, second, since, today)


def side(name: str) -> Side:
    """The party of a name or code."""
    from communique.read.parties import party_code, party_name
    from communique.vocabulary import load_yaml

    code = party_code(name)
    return Side(code, party_name(code), code in load_yaml("articles.yaml")["the"])


def gather(record: Record, parties: tuple[str, str]) -> Material:
    """The material for a pair's dossier."""
    readings = tuple(record.readings(parties))
    read = {reading.report for reading in readings}
    encounters = tuple(e for e in record.encounters() if any(place.report in read for place in e.evidence))
    indicators = tuple(i for i in record.indicators() if any(f.evidence.report in read for f in _figures(i)))
    differing = tuple(d for d in record.disagreements() if any(e.report in read for _, e in d.values))
    cited = {e.report for known in encounters for e in known.evidence}
    cited |= {figure.evidence.report for series in indicators for figure in _figures(series)}
    cited |= {e.report for difference in differing for _, e in difference.values}
    reports = _reports(record, parties, cited)
    return Material(
        reports=reports,
        readings=readings,
        people=tuple(record.people()),
        encounters=encounters,
        matters=tuple(record.matters()),
        indicators=indicators,
        disagreements=differing,
        sources={key: len(head.sources) for key in reports if (head := record.head(key)) is not None},
    )


def _figures(indicator: Indicator) -> tuple[Figure, ...]:
    return (*indicator.observations, *indicator.targets)


def _reports(record: Record, parties: tuple[str, str], cited: set[str]) -> dict[str, Report]:
    """The reports that name both parties, and others that are cited beside them."""
    found = {report.id: report for report in record.reports(parties)}
    others = (record.report(key) for key in sorted(cited - found.keys()))
    return found | {report.id: report for report in others if report is not None}
