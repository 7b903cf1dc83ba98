import pytest

from communique.ingest.dateline import Dateline, find_dateline
from communique.ingest.lines import Line


def dateline(text: str, is_whole: bool = True) -> Dateline | None:
    return find_dateline(Line(0, len(text), text), is_whole)


@pytest.mark.parametrize(
    ("text", "place", "printed"),
    [
        ("PHNOM PENH — The Minister met", "PHNOM PENH", "PHNOM PENH —"),
        ("HÀ NỘI — Việt Nam and Laos", "HÀ NỘI", "HÀ NỘI —"),
        ("HUẾ — Deputy Prime Minister", "HUẾ", "HUẾ —"),
        ("Hanoi (VNA) – The Minister", "Hanoi", "Hanoi (VNA) –"),
        ("WASHINGTON, Jan 5 (Reuters) - The envoy", "WASHINGTON", "WASHINGTON, Jan 5 (Reuters) -"),
        ("VIENTIANE, March 11 (Xinhua) -- Laos", "VIENTIANE", "VIENTIANE, March 11 (Xinhua) --"),
        ("MOSCOW, May 6. /TASS/. Russia is ready", "MOSCOW", "MOSCOW, May 6. /TASS/."),
        ("Dhaka, 05 June (BSS): The adviser", "Dhaka", "Dhaka, 05 June (BSS):"),
        ("Lagos, Sept. 9, 2025 (NAN) The Minister", "Lagos", "Lagos, Sept. 9, 2025 (NAN)"),
        ("AKP Phnom Penh, March 11, 2026 -- The King", "Phnom Penh", "AKP Phnom Penh, March 11, 2026 --"),
        ("St. John's, Antigua, May 15, 2026 – The High", "St. John's, Antigua", "St. John's, Antigua, May 15, 2026 –"),
        ("Pretoria - Co-chairing the talks", "Pretoria", "Pretoria -"),
        ("KUALA LUMPUR: The Foreign Minister", "KUALA LUMPUR", "KUALA LUMPUR:"),
        ("RIO DE JANEIRO — Leaders", "RIO DE JANEIRO", "RIO DE JANEIRO —"),
        ("ASTANA. KAZINFORM – The Deputy", "ASTANA", "ASTANA. KAZINFORM –"),
        ("ANKARA", "ANKARA", "ANKARA"),
        ("Nairobi, 7 November 2025", "Nairobi", "Nairobi, 7 November 2025"),
        ("Washington, D.C. – The Vice President", "Washington, D.C.", "Washington, D.C. –"),
    ],
)
def test_a_dateline_gives_its_place_as_printed(text: str, place: str, printed: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.span.of(text)) == (place, printed)


def test_an_agency_alone_is_a_dateline_without_place() -> None:
    found = dateline("(KPL) A ceremony was held on Monday.")
    assert found is not None
    assert found.place is None and len(found.span) == len("(KPL)")


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam - Cambodia ties have grown over the years.",
        "UNITED STATES – VIETNAM RELATIONS",
        "JOINT STATEMENT — The two sides met.",
        "BREAKING - The talks have ended.",
        "Prime Minister Hun Sen (CPP) met his guest.",
        "The Philippine News Agency (PNA) said so.",
        "On May 19, commencing at 5 p.m., the Minister held a meeting.",
        "On 3 May – the day of the talks – they met.",
        "ASEAN – Japan cooperation has grown.",
        "NOTE: The figures are provisional.",
        "The Minister — who arrived on Monday — met the King.",
        "Bilateral trade - up a tenth - was discussed.",
        "JOINT STATEMENT",
        "President Biden met with the Prime Minister.",
        "",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_a_dateline_with_its_year_gives_the_day() -> None:
    found = dateline("Brussels, 24.04.2026")
    assert found is not None and found.day == "2026-04-24"


def test_a_dateline_without_a_year_gives_no_day() -> None:
    found = dateline("WASHINGTON, Jan 5 (Reuters) - The envoy left.")
    assert found is not None and found.day is None


def test_a_place_alone_needs_a_line_below_it() -> None:
    assert dateline("ANKARA", is_whole=False) is None
