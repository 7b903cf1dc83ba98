"""Whether two names may be names of one person or body, and the evidence that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.findings import Trait
from communique.resolve.likeness import are_alike, evidence, likeness
from communique.resolve.worded import Kind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Party General Secretary Tô Lâm", "To Lam"),
        ("H.E. Mr. Sok Dara", "Sok Dara"),
        ("DARA Sok", "Sok Dara"),
        ("Оксана Ткаченко", "Oksana Tkachenko"),
        ("Володимир Бойко", "Vladimir Boyko"),
        ("محمد خالد", "Mohammed Khaled"),
        ("王建国", "Wang Jianguo"),
        ("Hsiao Min", "Xiao Min"),
        ("Bachir Nasri", "Basheer Nasry"),
        ("Ted Marlow", "Theodore Marlow"),
        ("Peggy Marlow", "Margaret Marlow"),
        ("R. Marlow", "Robert Marlow"),
        ("Ana Reyes", "Ana Paula Reyes Duarte"),
        ("Omar al-Nasri", "Omar Nasri"),
        ("AnaReyes", "Ana Reyes"),
        ("Charles de Marlow", "Charles Marlow"),
    ],
)
def test_one_person_is_named_in_many_ways(first: str, second: str) -> None:
    assert are_alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nguyễn Văn Hòa", "Nguyễn Văn Hóa"),
        ("Lê Minh Sơn", "Đỗ Minh Sơn"),
        ("John A. Marlow", "John B. Marlow"),
        ("R. M.", "Robert Marlow"),
        ("Sok Bin Omar", "Omar bin Sok"),
        ("Faisal Karim al-Basri", "Faisal Karim al-Kufi"),
        ("王建国", "王建民"),
        ("Marlow", "Robert Marlow"),
        ("President Marlow", "President Hale"),
    ],
)
def test_people_are_told_apart(first: str, second: str) -> None:
    assert not are_alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nordwerk Aktiengesellschaft", "Nordwerk AG"),
        ("Nordwerk Aktiengeselschaft", "Nordwerk AG"),
        ('ООО "Северный Путь"', "Severnyy Put LLC"),
        ("The Lotus Trading Co., Ltd.", "Lotus Trading Company Limited"),
        ("1st Mekong Bank", "First Mekong Bank"),
        ("Khmer Farmers' Association in Takeo", "KFA"),
        ("Ministry of Defence of Viet Nam", "Ministry of National Defense of Vietnam"),
        ("Mekong Int'l Holdings", "Mekong International Holding"),
        ("MV Blue Heron 2", "Blue Heron II"),
    ],
)
def test_one_organisation_is_named_in_many_ways(first: str, second: str) -> None:
    assert are_alike(first, second, Kind.ORGANISATION)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Blue Heron 1", "Blue Heron 2"),
        ("Lotus Partners IV LP", "Lotus Partners V LP"),
        ("Lotus Bank S.A.", "Lotus Bank Chile S.A."),
        ("Bank of Chad Ltd", "Bank of China Ltd"),
        ("Lotus Company", "Mekong Company"),
    ],
)
def test_organisations_are_told_apart(first: str, second: str) -> None:
    assert not are_alike(first, second, Kind.ORGANISATION)


def test_evidence_names_the_words_for_and_against() -> None:
    found = {piece.trait: piece for piece in evidence("Sok Dara Vong", "Sok Dara Phan")}
    assert found[Trait.SHARED].first == ("sok", "dara")
    assert found[Trait.SHARED].weight > 0
    assert (found[Trait.CLASH].first, found[Trait.CLASH].second) == (("vong",), ("phan",))
    assert found[Trait.CLASH].weight < 0


def test_evidence_adds_up_to_the_likeness() -> None:
    names = "Ted Marlow Hale", "Theodore Marlowe"
    assert sum(piece.weight for piece in evidence(*names)) == pytest.approx(likeness(*names))


def test_evidence_reads_as_a_line() -> None:
    assert str(evidence("Sok Dara", "SOK DARA")[0]).endswith("words in common: sok dara")


@given(st.text(max_size=14), st.text(max_size=14), st.sampled_from(Kind))
def test_the_order_of_the_names_does_not_matter(first: str, second: str, kind: Kind) -> None:
    assert likeness(first, second, kind) == likeness(second, first, kind)
