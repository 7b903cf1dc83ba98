from __future__ import annotations

import pytest

from communique.resolve.things import is_same_thing
from tests.resolve.building import undertaking


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Bavet bridge", "the Bavet bridge project", True),
        ("TREATY", "treaty", True),
        ("Bavet bridge", "Prek Chak bridge", False),
        ("two patrol vessels", "five patrol vessels", False),
        ("patrol vessels", "five patrol vessels", True),
        ("bridge", "Bavet bridge", False),
        ("Space Framework Agreement", "Trade Framework Agreement", False),
    ],
)
def test_one_thing_goes_by_a_fuller_name(first: str, second: str, same: bool) -> None:
    pair = ("KH", "VN")
    assert is_same_thing(undertaking(first, pair, "agreed"), undertaking(second, pair, "agreed")) is same
