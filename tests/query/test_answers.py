"""Whether the record goes on after a request: only what is about the same object answers it."""

from __future__ import annotations

from communique.model import Act, Evidence, Matter, Report, Statement, Undertaking, UndertakingStatus
from communique.query.answers import latest_answer
from communique.query.citing import Citing

REPORTS = Citing({f"r{n}": Report(f"r{n}", "x" * 500, published=f"2026-0{n}-01") for n in range(1, 5)})


def said(act: Act, content: str, party: str, report: str = "r1", start: int = 0) -> Statement:
    evidence = Evidence(report, start, start + len(content), content)
    return Statement(act, (), (party,), (), (), "said", content, (start, start + len(content)), evidence)


def undertaken(name: str, status: UndertakingStatus, report: str, start: int = 0) -> Undertaking:
    return Undertaking("programme", name, ("VN", "KH"), status, Evidence(report, start, start + len(name), name))


def answer(item: Statement, *later: Statement | Undertaking) -> str | None:
    statements = tuple(other for other in later if isinstance(other, Statement))
    undertakings = tuple(other for other in later if isinstance(other, Undertaking))
    matter = Matter("m", ("KH", "VN"), "border", "raised", (item, *statements), undertakings)
    return latest_answer(item, matter, REPORTS)


REQUEST = said("request", "to speed up land border demarcation and marker placement", "VN")


def test_nothing_later_is_no_answer() -> None:
    assert answer(REQUEST) is None
    assert latest_answer(REQUEST, None, REPORTS) is None


def test_a_later_agreement_on_the_same_object_answers() -> None:
    assert answer(REQUEST, said("agree", "to finish demarcating the land border", "KH", "r2")) == "agreed"


def test_an_agreement_on_another_object_of_the_topic_does_not() -> None:
    assert answer(REQUEST, said("agree", "to open the border gates on Sundays", "KH", "r2")) is None


def test_an_earlier_agreement_does_not() -> None:
    late = said("request", "to speed up land border demarcation", "VN", "r3")
    assert answer(late, said("agree", "to finish demarcating the land border", "KH", "r2")) is None


def test_the_other_sides_promise_answers_and_ones_own_does_not() -> None:
    assert answer(REQUEST, said("commit", "land border demarcation within a year", "KH", "r2")) == "promised"
    assert answer(REQUEST, said("commit", "land border demarcation within a year", "VN", "r2")) is None


def test_the_last_answer_holds() -> None:
    agreed = said("agree", "to finish land border demarcation", "KH", "r2")
    done = undertaken("land border demarcation", "completed", "r3")
    assert answer(REQUEST, done, agreed) == "done"


def test_what_is_asked_for_is_no_answer_to_the_asking() -> None:
    within = undertaken("land border demarcation", "agreed", "r1", start=12)
    assert answer(REQUEST, within) is None


def test_words_of_courtesy_and_the_parties_names_are_no_object() -> None:
    vague = said("request", "to further strengthen cooperation between Viet Nam and Cambodia", "VN")
    assert answer(vague, said("agree", "to strengthen cooperation of Viet Nam and Cambodia", "KH", "r2")) is None


def test_a_refusal_of_the_other_side_is_an_answer() -> None:
    assert answer(REQUEST, said("reject", "speeding up land border demarcation", "KH", "r2")) == "declined"


def test_a_reply_in_other_words_answers_when_it_follows_at_once() -> None:
    reply = said("agree", "to the request", "KH", start=len(REQUEST.content) + 20)
    assert answer(REQUEST, reply) == "agreed"


def test_a_promise_about_something_else_later_in_the_report_does_not() -> None:
    other = said("commit", "ten scholarships a year", "KH", start=len(REQUEST.content) + 20)
    assert answer(REQUEST, other) is None
