from __future__ import annotations

import pytest

from communique.resolve.romanised import latin, sound, syllables


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("Tô Lâm", "to lam"), ("Щука", "shchuka"), ("王建国", "wang jian guo"), ("Ελένη", "eleni")],
)
def test_names_are_written_in_latin_letters(printed: str, expected: str) -> None:
    assert latin(printed).split() == expected.split()


@pytest.mark.parametrize(
    ("first", "second"), [("bachir", "bashir"), ("hsiao", "xiao"), ("tschernow", "chernov"), ("mahmoud", "mahmud")]
)
def test_romanisations_of_one_sound_meet(first: str, second: str) -> None:
    assert sound(first) == sound(second)


def test_syllables_are_those_of_one_script() -> None:
    assert syllables("王 建国") == "王建国"
    assert syllables("Wang 建国") == syllables("Wang") == ""
