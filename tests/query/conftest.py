"""Two reports of our own invention about Viet Nam and Cambodia, with their readings, built by hand."""

from __future__ import annotations

import pytest

from communique.model import (
    Encounter,
    Evidence,
    Figure,
    Indicator,
    KnownEncounter,
    KnownPerson,
    Matter,
    Reading,
    Report,
    Statement,
    Tenure,
    Undertaking,
)
from communique.query.material import Material

FIRST = (
    "Minister Lê Văn Bình received Ambassador Sok Dara in Hanoi on 12 March. He urged Cambodia to open the "
    "Prek Chak gate earlier. Trade reached US$11.33 billion in 2025, he said. The ambassador thanked Viet Nam "
    "for flood relief. Both sides agreed to finish the survey by June."
)
SECOND = (
    "President Trần Thị Mai met the Vietnamese community in Phnom Penh on 2 April. She pledged textbooks for "
    "the Khmer-Vietnamese Association. The two sides aim at US$20 billion in trade.\nPresident Mai asked "
    "Thailand to open its fruit market."
)
REPORTS = {
    "r1": Report("r1", FIRST, published="2026-03-13", title="Minister receives ambassador", issuer="Agency A"),
    "r2": Report("r2", SECOND, published="2026-04-03", url="https://www.example.org/a?b=1&c=2"),
}


def evidence(report: str, quote: str) -> Evidence:
    start = REPORTS[report].text.index(quote)
    return Evidence(report, start, start + len(quote), quote)


def statement(report: str, quote: str, act: str, parties: tuple[str, ...], content: str, **more: object) -> Statement:
    found = evidence(report, quote)
    at = found.start + quote.index(content)
    fields: dict[str, object] = {
        "speakers": (), "addressees": (), "addressee_parties": (), "cue": "said",
        "speaker_parties": parties, "content": content, "content_span": (at, at + len(content)), "act": act,
        "evidence": found,
    }  # fmt: skip
    return Statement(**(fields | more))  # type: ignore[arg-type]


def reception() -> Encounter:
    quote = "Minister Lê Văn Bình received Ambassador Sok Dara in Hanoi on 12 March"
    return Encounter(
        "meeting", "held", ("VN", "KH"), ("Lê Văn Bình", "Sok Dara"), evidence("r1", quote), main=True,
        start="2026-03-12", end="2026-03-12", place="Hanoi", place_country="VN",
    )  # fmt: skip


def community() -> Encounter:
    quote = "President Trần Thị Mai met the Vietnamese community in Phnom Penh on 2 April"
    return Encounter(
        "meeting", "held", ("VN",), ("Trần Thị Mai",), evidence("r2", quote), main=True,
        start="2026-04-02", place="Phnom Penh", place_country="KH",
    )  # fmt: skip


def request() -> Statement:
    return statement(
        "r1", "He urged Cambodia to open the Prek Chak gate earlier", "request", ("VN",),
        "to open the Prek Chak gate earlier", speakers=("Lê Văn Bình",), addressee_parties=("KH",), topics=("border",),
    )  # fmt: skip


def thanks() -> Statement:
    quote = "The ambassador thanked Viet Nam for flood relief"
    return statement("r1", quote, "appreciate", ("KH",), "flood relief", addressee_parties=("VN",))


def agreement() -> Statement:
    quote = "Both sides agreed to finish the survey by June"
    return statement(
        "r1",
        quote,
        "agree",
        ("VN", "KH"),
        "to finish the survey by June",
        joint=True,
        due="2026-06",
        topics=("border",),
    )


def pledge() -> Statement:
    quote = "She pledged textbooks for the Khmer-Vietnamese Association"
    return statement("r2", quote, "commit", ("VN",), "textbooks for the Khmer-Vietnamese Association")


def to_thailand() -> Statement:
    return statement(
        "r2", "President Mai asked Thailand to open its fruit market", "request", ("VN",),
        "to open its fruit market", addressee_parties=("TH",),
    )  # fmt: skip


def trade() -> Figure:
    return Figure(
        11.33e9, "USD", "Trade", evidence("r1", "Trade reached US$11.33 billion in 2025"), ("VN", "KH"), "2025"
    )


def target() -> Figure:
    quote = "The two sides aim at US$20 billion in trade"
    return Figure(20e9, "USD", "trade", evidence("r2", quote), ("VN", "KH"), status="target")


def survey() -> Undertaking:
    quote = "to finish the survey by June"
    return Undertaking("programme", "survey", ("VN", "KH"), "under way", evidence("r1", quote), due="2026-06")


def readings() -> tuple[Reading, ...]:
    digests = {key: report.digest for key, report in REPORTS.items()}
    return (
        Reading(
            "r1", digests["r1"], "reader-1", encounters=(reception(),), figures=(trade(),),
            statements=(request(), thanks(), agreement()), undertakings=(survey(),),
        ),
        Reading(
            "r2", digests["r2"], "reader-1", encounters=(community(),), figures=(target(),),
            statements=(pledge(), to_thailand()),
        ),
    )  # fmt: skip


def known_people() -> tuple[KnownPerson, ...]:
    def known(key: str, name: str, country: str, office: str, report: str) -> KnownPerson:
        seen = evidence(report, name)
        tenure = Tenure(key, office, country, REPORTS[report].published, REPORTS[report].published, (seen,))
        return KnownPerson(key, name, country, (name,), (tenure,), 1, (seen,))

    return (
        known("p1", "Lê Văn Bình", "VN", "Minister", "r1"),
        known("p2", "Sok Dara", "KH", "Ambassador", "r1"),
        known("p3", "Trần Thị Mai", "VN", "President", "r2"),
    )


@pytest.fixture
def material() -> Material:
    return Material(
        reports=REPORTS,
        readings=readings(),
        people=known_people(),
        encounters=tuple(
            KnownEncounter(f"e{n}", e, (e.evidence,)) for n, e in enumerate((reception(), community()), start=1)
        ),
        matters=(Matter("m1", ("KH", "VN"), "border", "agreed", (agreement(),), (survey(),)),),
        indicators=(Indicator("i1", "trade", ("KH", "VN"), "USD", (trade(),), (target(),), 20e9 - 11.33e9),),
        sources={"r1": 3},
    )
