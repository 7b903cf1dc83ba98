"""Those who took part in an occasion and are told in a list, or in a sentence of their own."""

from tests.read.texts import reading


def participants(text: str) -> set[str]:
    return set(reading(text).encounters[0].participants)


def test_all_people_of_a_list_met() -> None:
    assert participants(
        "Kenyan Foreign Minister Joseph Otieno met on Monday with President Karl Weber of Germany, Secretary General "
        "of the Security Council of Germany Anna Schmidt, and Chief of the German General Staff Gen. Uwe Krause in Bonn."
    ) == {"Joseph Otieno", "Karl Weber", "Anna Schmidt", "Uwe Krause"}


def test_a_list_ends_where_somebody_else_acts() -> None:
    assert participants(
        "Kenyan Foreign Minister Joseph Otieno met with German President Karl Weber, and Chancellor Anna Schmidt spoke "
        "to reporters."
    ) == {"Joseph Otieno", "Karl Weber"}
