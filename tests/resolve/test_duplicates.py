from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Mark, Report
from communique.resolve.duplicates import Text, copies, fingerprint, prose

SENTENCES = [
    f"The {side} {verb} the {thing} of the {kind} committee on the {place} before the end of the year."
    for side, verb, thing, kind, place in zip(
        ("minister", "envoy", "host", "guest", "delegation", "chair", "governor", "speaker"),
        ("praised", "urged", "noted", "proposed", "welcomed", "awaited", "reviewed", "recalled"),
        ("work", "founding", "minutes", "sessions", "results", "visit", "plans", "members"),
        ("border", "joint", "trade", "fisheries", "river", "railway", "energy", "labour"),
        ("frontier", "Mekong", "bridge", "islands", "delta", "highlands", "coast", "plain"),
        strict=True,
    )
]
WHOLE = " ".join(SENTENCES)


def found(*texts: str, days: Sequence[str | None] | None = None) -> dict[str, str]:
    dated = days or ["2025-03-04"] * len(texts)
    return copies(Text(f"r{place}", day, text) for place, (text, day) in enumerate(zip(texts, dated, strict=True)))


@pytest.mark.parametrize(
    "copy",
    [
        WHOLE,
        WHOLE.upper(),
        " ".join(SENTENCES[:4]),
        " ".join(SENTENCES[:3] + SENTENCES[4:]),
        f"HANOI (Agency) — {WHOLE} — Agency",
        WHOLE.replace("praised", "hailed").replace("highlands", "uplands"),
    ],
)
def test_a_cut_or_edited_copy_has_the_earlier_one_as_its_original(copy: str) -> None:
    assert found(copy, WHOLE, days=["2025-03-05", "2025-03-04"]) == {"r0": "r1"}


@pytest.mark.parametrize(
    "other",
    [
        " ".join(SENTENCES[::-1][:4]) + " " + " ".join(word[::-1] for word in WHOLE.split()),
        "The committee met.",
        "",
    ],
)
def test_another_text_is_no_copy(other: str) -> None:
    assert found(WHOLE, other) == {}


def test_the_same_words_with_other_figures_are_another_telling() -> None:
    assert found(f"{WHOLE} It cost 500 million.", f"{WHOLE} It cost 550 million.") == {}


def test_a_cut_copy_with_a_day_of_its_own_is_a_copy() -> None:
    whole, cut = f"{WHOLE} It cost 550 million.", f"Hanoi, 4 March: {WHOLE}"
    assert found(whole, cut) == {"r1": "r0"}


def test_next_years_letter_is_no_copy() -> None:
    assert found(WHOLE, WHOLE, days=["2024-03-04", "2025-03-04"]) == {}


def test_a_copy_of_a_copy_has_one_original() -> None:
    shorter, shortest = " ".join(SENTENCES[:6]), " ".join(SENTENCES[:4])
    days = ["2025-03-04", "2025-03-05", "2025-03-06"]
    assert found(WHOLE, shorter, shortest, days=days) == {"r1": "r0", "r2": "r0"}


@given(st.permutations(range(4)))
def test_the_order_of_texts_is_no_matter(order: list[int]) -> None:
    texts = [Text(f"r{place}", f"2025-03-0{place + 1}", " ".join(SENTENCES[place : place + 5])) for place in range(4)]
    assert copies(texts[place] for place in order) == copies(texts)


def test_marks_are_no_prose() -> None:
    report = Report("r", "HANOI — They met. (Photo: Agency)", marks=(Mark("caption", 18, 33), Mark("dateline", 0, 8)))
    assert prose(report).split() == ["They", "met."]


def test_white_space_case_accents_and_punctuation_make_no_other_text() -> None:
    first, second = Report("a", "Tô Lâm met “envoys”."), Report("b", "to lam\n met envoys")
    assert fingerprint(first) == fingerprint(second) != fingerprint(Report("c", "To Lam met an envoy"))


def test_texts_without_words_are_told_apart() -> None:
    assert fingerprint(Report("a", "…")) != fingerprint(Report("b", "—"))
