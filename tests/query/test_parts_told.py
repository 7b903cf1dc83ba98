"""What a line of a dossier says of the parts in an encounter."""

from communique.model import Encounter, Evidence, Part
from communique.query.wording import parts_told

NAMES = {"VN": "Vietnam"}


def told(encounter: Encounter) -> str:
    return parts_told(encounter, lambda code: NAMES.get(code, code))


def encounter(**fields: object) -> Encounter:
    people = ("Lena Brandt", "Joseph Otieno")
    return Encounter("meeting", "held", ("DE", "KE"), people, Evidence("r", 0, 4, "met"), **fields)  # type: ignore[arg-type]


def test_parts_are_told_by_role_and_guests_go_without_saying() -> None:
    parts = (Part("Lena Brandt", "host"), Part("Joseph Otieno", "guest"), Part("Grace Wanjiku", "accompanying"))
    assert told(encounter(parts=parts)) == "; host Lena Brandt; accompanied by Grace Wanjiku"


def test_the_larger_occasion_and_who_invited_are_told() -> None:
    line = told(encounter(within="the G20 summit in Rio", invited_by=("VN",)))
    assert line == "; part of the G20 summit in Rio; invited by Vietnam"


def test_nothing_is_said_where_nothing_was_told() -> None:
    assert told(encounter()) == ""
