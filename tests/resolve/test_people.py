from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Judgement, KnownPerson, Person
from communique.resolve.people import resolve_people
from communique.resolve.resolution import Told
from tests.resolve.building import person, told

Described = tuple[str, str | None, str | None]  # name, country, office


def reports(*described: Described) -> list[Told]:
    return [told(f"r{place}", f"2025-01-{place + 1:02}", person(*one)) for place, one in enumerate(described)]


def groups(held: list[Told]) -> set[frozenset[str]]:
    """The reports that name each person known."""
    people, _ = resolve_people(held)
    return {frozenset(evidence.report for evidence in known.evidence) for known in people}


def known(held: list[Told]) -> KnownPerson:
    (only,), _ = resolve_people(held)
    return only


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Tô Lâm", "VN", None), ("To Lam", "VN", None)),
        (("Tô Lâm", "VN", None), ("TO LAM", None, None)),
        (("Tô Lâm", "VN", None), (unicodedata.normalize("NFD", "Tô Lâm"), "VN", None)),
        (("Nguyễn Hòa", "VN", None), ("Nguyễn Hoà", "VN", None)),
        (("Đặng Thị Hà", "VN", None), ("Dang Thi Ha", "VN", None)),
        (("Kishida Fumio", "JP", None), ("Fumio Kishida", "JP", None)),
        (("Ana Paula Reyes", "PH", None), ("Ana Reyes", "PH", None)),
        (("Robert J. Hale Jr.", "US", None), ("Robert Hale", "US", None)),
        (("Omar bin Yusof", "MY", None), ("Omar Yusof", "MY", None)),
        (("Joe Hale", "US", None), ("Joseph R. Hale", "US", None)),
        (("Hale", "US", "president"), ("Robert Hale", "US", "president")),
        (("Bounmy Sisavath", "LA", "president"), ("Bounmy Sisavat", "LA", "president")),
        (("Sok Chenda-Dara", "KH", None), ("Sok Chenda Dara", "KH", None)),
    ],
)
def test_one_person(first: Described, second: Described) -> None:
    assert len(groups(reports(first, second))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Tô Lâm", "VN", None), ("Tô Lan", "VN", None)),
        (("Nguyễn Thị Thanh", "VN", None), ("Nguyễn Thị Thành", "VN", None)),
        (("Sok Dara", "KH", None), ("Sok Dara", "LA", None)),
        (("Hale", "US", None), ("Robert Hale", "US", None)),
        (("Hale", None, "president"), ("Robert Hale", None, "president")),
        (("Hale", "US", "minister"), ("Robert Hale", "US", "minister")),
        (("Bounmy Sisavath", "LA", None), ("Bounmy Sisavat", "LA", None)),
        (("Bounmy Sisavath", "LA", "ambassador"), ("Bounmy Sisavat", "LA", "ambassador")),
        (("Nguyen Xuan Phuc", "VN", "president"), ("Nguyen Xuan Thuc", "VN", "president")),
        (("Sok Sen", "KH", "prime_minister"), ("Sok Manet", "KH", "prime_minister")),
        (("Paula", "PH", "president"), ("Ana Paula Reyes", "PH", "president")),
        (("George H. W. Hale", "US", None), ("George W. Hale", "US", None)),
        (("Minh Chính", "VN", None), ("Phạm Minh Chinh", "VN", None)),
    ],
)
def test_two_people(first: Described, second: Described) -> None:
    assert len(groups(reports(first, second))) == 2


def test_an_unaccented_name_bridges_no_two_accented_ones() -> None:
    thanh = ("Nguyễn Thị Thanh", "VN", None)
    other = ("Nguyễn Thị Thành", "VN", None)
    found = groups(reports(thanh, ("Nguyen Thi Thanh", "VN", None), other, thanh))
    assert found == {frozenset({"r0", "r3"}), frozenset({"r1"}), frozenset({"r2"})}


def test_an_office_says_which_of_two_an_unaccented_name_is() -> None:
    found = groups(
        reports(
            ("Nguyễn Thị Thanh", "VN", "speaker"),
            ("Nguyen Thi Thanh", "VN", "speaker"),
            ("Nguyễn Thị Thành", "VN", "president"),
        )
    )
    assert found == {frozenset({"r0", "r1"}), frozenset({"r2"})}


def test_a_name_without_country_bridges_no_two_countries() -> None:
    found = groups(reports(("Sok Dara", "KH", None), ("Sok Dara", None, None), ("Sok Dara", "LA", None)))
    assert len(found) == 3


def test_part_of_a_name_bridges_no_two_people() -> None:
    found = groups(reports(("Ana Paula Reyes", "PH", None), ("Ana Reyes", "PH", None), ("Ana Rosa Reyes", "PH", None)))
    assert len(found) == 3


def guessed(name: str, country: str) -> Person:
    return replace(person(name, country), country_inferred=True)


def guessed_office(name: str, country: str, office: str) -> Person:
    return replace(person(name, country, office), country_inferred=True)


def test_an_inferred_country_parts_no_two_people_of_one_full_name() -> None:
    held = [
        told("r0", None, guessed("Ana Reyes", "US")),
        told("r1", None, guessed("Ana Reyes", "US")),
        told("r2", None, person("Ana Reyes", "PH")),
    ]
    assert known(held).country == "PH"


def test_an_inferred_country_parts_people_known_by_one_word() -> None:
    held = [told("r0", None, guessed("Reyes", "US")), told("r1", None, person("Reyes", "PH"))]
    assert len(groups(held)) == 2


def of_one_outlet(*people: Person) -> list[Told]:
    return [
        replace(told(f"r{place}", f"2025-01-{place + 1:02}", one), outlet="An agency")
        for place, one in enumerate(people)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (guessed_office("Hale", "UA", "president"), person("Robert Hale", "US", "president")),
        (person("Hale", None, "president"), person("Robert Hale", "US", "president")),
        (guessed_office("Hale", "UA", "president"), guessed_office("Hale", "QA", "president")),
        (person("Hale", "US", "minister"), person("Robert Hale", "US", "minister")),
        (person("Peña", "MX", "president"), person("Enrique Peña Nieto", "MX", "president")),
        (person("Robert Hale"), person("Robert J. Hale", "US", "president")),
        (person("Robert Hale", "UA", "president"), person("Robert Hale", "US", "president")),
        (person("Von der Hale", None, "president"), person("Anna von der Hale", None, "president")),
        (person("Hale", None, "minister"), person("Robert Hale", "US", "minister")),
        (person("Zelensky", "UA", "president"), person("Volodymyr Zelenskyy", "UA", "president")),
        (person("Abdel el-Sisi", "EG"), person("Abdel Al Sisi", "EG")),
        (person("el-Sisi", "EG", "president"), person("Abdel Fattah Al Sisi", "EG", "president")),
    ],
)
def test_one_person_of_one_outlet(first: Person, second: Person) -> None:
    assert len(groups(of_one_outlet(first, second))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (person("Hale", "US", "senator"), person("Robert Hale", "US", "governor")),
        (person("Hale", "UA", "president"), person("Robert Hale", "US", "president")),
        (person("Hale", "US"), person("Robert Hale", "US", "president")),
        (person("Hale", "US", "leader"), person("Ann Hale", "US", "head_of_delegation")),
        (guessed_office("Charles", "GB", "president"), person("Charles III", "GB", "king")),
        (person("Charles III", "GB", "king"), person("Charles Michel", "GB", "president")),
    ],
)
def test_two_people_of_one_outlet(first: Person, second: Person) -> None:
    assert len(groups(of_one_outlet(first, second))) == 2


def test_a_word_that_two_office_holders_share_is_neithers() -> None:
    held = of_one_outlet(
        person("George Hale", "US", "president"),
        person("Hale", "US", "president"),
        person("Robert Hale", "US", "president"),
    )
    assert len(groups(held)) == 3


def test_a_word_goes_to_the_one_who_mostly_holds_the_office() -> None:
    husband, wife = person("Joseph Hale", "US", "president"), person("Jill Hale", "US", "president")
    held = of_one_outlet(*([husband] * 12), wife, person("Hale", "US", "president"))
    assert frozenset({*(f"r{place}" for place in range(12)), "r13"}) in groups(held)


def test_whom_most_reports_give_no_country_has_none() -> None:
    assert known(of_one_outlet(person("Ann Hale"), person("Ann Hale"), guessed("Ann Hale", "US"))).country is None


def test_a_slip_in_one_report_is_no_country() -> None:
    held = of_one_outlet(person("Ann Hale", "IQ"), *([guessed("Ann Hale", "US")] * 6))
    assert known(held).country == "US"


def test_the_fullest_form_with_its_accents_is_shown() -> None:
    only = known(reports(("To Lam", "VN", None), ("Tô Lâm", "VN", None), ("To Lam", None, None)))
    assert (only.name, only.country, only.names, only.reports) == ("Tô Lâm", "VN", ("To Lam", "Tô Lâm"), 3)


def test_a_tenure_runs_from_the_first_to_the_last_report_that_gives_the_office() -> None:
    held = [
        told("b", "2024-05-01", person("Tô Lâm", "VN", "minister")),
        told("c", "2025-05-01", person("Tô Lâm", "VN", "president")),
        told("a", "2023-05-01", person("To Lam", "VN", "minister")),
    ]
    tenures = known(held).tenures
    assert [(one.office, one.party, one.first_seen, one.last_seen) for one in tenures] == [
        ("minister", "VN", "2023-05-01", "2024-05-01"),
        ("president", "VN", "2025-05-01", "2025-05-01"),
    ]


def test_an_undated_report_gives_no_day_to_a_tenure() -> None:
    (tenure,) = known([told("a", None, person("Tô Lâm", "VN", "president"))]).tenures
    assert (tenure.first_seen, tenure.last_seen) == (None, None)


def judged(decision: str, held: list[Told], first: int, second: int) -> set[frozenset[str]]:
    subject, other = (held[place].reading.people[0].evidence for place in (first, second))
    judgement = Judgement(decision, subject, other, "A reviewer", "2025-06-01")  # type: ignore[arg-type]
    people, _ = resolve_people(held, [judgement])
    return {frozenset(evidence.report for evidence in one.evidence) for one in people}


def test_a_reviewer_puts_two_people_together() -> None:
    held = reports(("Ann Hale", "US", None), ("Robert Hale", "US", None))
    assert judged("same", held, 0, 1) == {frozenset({"r0", "r1"})}


def test_a_reviewer_keeps_two_people_apart() -> None:
    held = reports(("Sok Dara", "KH", None), ("Sok Dara", "KH", None))
    assert judged("different", held, 0, 1) == {frozenset({"r0"}), frozenset({"r1"})}


NAMES = st.sampled_from(["Tô Lâm", "To Lam", "Tô Lan", "Lâm", "Lam", "Tô Văn Lâm", "To Van Lam", "Lâm Tô", "Tố Lâm"])
DESCRIBED = st.tuples(NAMES, st.sampled_from(["VN", "LA", None]), st.sampled_from(["president", "minister", None]))


@settings(deadline=None)
@given(
    st.lists(DESCRIBED, max_size=9).flatmap(lambda all_: st.tuples(st.just(all_), st.permutations(range(len(all_)))))
)
def test_the_order_of_reports_is_no_matter(drawn: tuple[list[Described], list[int]]) -> None:
    described, order = drawn
    held = reports(*described)
    assert resolve_people([held[place] for place in order]) == resolve_people(held)


@settings(deadline=None)
@given(st.lists(DESCRIBED, max_size=9))
def test_everyone_named_is_known_once(described: list[Described]) -> None:
    held = reports(*described)
    people, ways = resolve_people(held)
    assert set(ways) == {(one.reading.report, named.name) for one in held for named in one.reading.people}
    assert {known.id for known in people} == set(ways.values())
    assert sum(known.reports for known in people) == len(described)


@settings(deadline=None)
@given(st.lists(DESCRIBED, max_size=9))
def test_no_person_has_two_countries_or_two_accents(described: list[Described]) -> None:
    held = reports(*described)
    _, ways = resolve_people(held)
    for known in set(ways.values()):
        mine = [one.reading.people[0] for one in held if ways[one.reading.report, one.reading.people[0].name] == known]
        assert len({named.country for named in mine} - {None}) <= 1
        assert len({named.name for named in mine} & {"Tô Lâm", "Tố Lâm", "Tô Lan"}) <= 1
