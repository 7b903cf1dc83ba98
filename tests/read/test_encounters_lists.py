"""Those who took part in an occasion and are told in a list, or in a sentence of their own."""

from tests.read.texts import reading, told


def participants(text: str) -> set[str]:
    return set(reading(text).encounters[0].participants)


def test_all_people_of_a_list_met() -> None:
    assert participants(
        "Kenyan Foreign Minister Joseph Otieno met on Monday with President Karl Weber of Germany, Secretary "
        "General of the Security Council of Germany Anna Schmidt, and Chief of Staff Gen. Uwe Krause in Bonn."
    ) == {"Joseph Otieno", "Karl Weber", "Anna Schmidt", "Uwe Krause"}


def test_a_list_ends_where_somebody_else_acts() -> None:
    assert participants(
        "Kenyan Foreign Minister Joseph Otieno met with German President Karl Weber, and Chancellor Anna Schmidt spoke "
        "to reporters."
    ) == {"Joseph Otieno", "Karl Weber"}


def test_who_joined_a_call_took_part_in_it() -> None:
    assert participants(
        "German Chancellor Karl Weber spoke by phone with Kenyan President Ann Njeri on Monday. Minister Joseph "
        "Otieno joined the call at the end."
    ) == {"Karl Weber", "Ann Njeri", "Joseph Otieno"}


def test_those_who_are_listed_as_joining_took_part() -> None:
    assert participants(
        "German Chancellor Karl Weber spoke by phone with Kenyan President Ann Njeri on Monday. Joining the leaders "
        "on the call were Foreign Minister Joseph Otieno of Kenya and Finance Minister Mary Wanjiku of Kenya."
    ) == {"Karl Weber", "Ann Njeri", "Joseph Otieno", "Mary Wanjiku"}


def test_those_by_whom_someone_was_joined_took_part() -> None:
    assert participants(
        "German Chancellor Karl Weber met Kenyan President Ann Njeri in Nairobi on Monday. She was joined by Finance "
        "Minister Mary Wanjiku."
    ) == {"Karl Weber", "Ann Njeri", "Mary Wanjiku"}


def test_a_call_with_allies_is_with_those_who_are_listed() -> None:
    (call,) = reading(
        "German Chancellor Karl Weber hosted a videoconference with allies on Monday. Joining the Chancellor on the "
        "call were President Ann Njeri of Kenya and Prime Minister Akira Sato of Japan."
    ).encounters
    assert set(call.parties) == {"DE", "KE", "JP"}
    assert set(call.participants) == {"Karl Weber", "Ann Njeri", "Akira Sato"}


def test_who_stands_before_the_head_of_a_list_takes_part() -> None:
    met = told("Brandt met separately with Trade Minister Peter Njoroge and Health Minister Grace Wambui on Monday.")
    assert set(met.encounters[1].participants) == {"Lena Brandt", "Peter Njoroge", "Grace Wambui"}


def test_who_speaks_on_a_later_day_was_not_there() -> None:
    found = reading(
        "German Minister Lena Brandt met Kenyan Minister Joseph Otieno on March 9. Kenyan Labour Minister Grace "
        "Wambui said on Wednesday that talks would go on."
    ).encounters
    assert found[0].participants == ("Lena Brandt", "Joseph Otieno")


def test_nobody_else_is_on_a_call_whose_ends_are_named() -> None:
    found = reading(
        "German Minister Lena Brandt spoke by phone with Kenyan Minister Joseph Otieno on March 10. Kenyan Labour "
        "Minister Grace Wambui praised Germany."
    ).encounters
    assert found[0].participants == ("Lena Brandt", "Joseph Otieno")
