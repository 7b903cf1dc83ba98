"""Georgia: the country, unless what stands around it says the American state."""

import pytest

from communique.read.parties import find_parties


@pytest.mark.parametrize(
    ("text", "is_country"),
    [
        ("The President of Georgia met the envoys of Latvia.", True),
        ("Georgia and Moldova signed the accord.", True),
        ("She flew to Batumi, Georgia, on Monday.", True),
        ("The foreign minister of Georgia spoke with the United States.", True),
        ("She flew to Macon, Georgia, on Monday.", False),
        ("Plants in Ohio, Georgia and Alabama will close, the United States said.", False),
        ("Korea's firm builds a plant with the Georgia Ports Authority.", False),
        ("A senator from Georgia thanked Japan.", False),
        ("The United States and Georgia signed a charter.", True),
        ("GEORGIA signs a pact with Kenya.", True),
        ("Japan met Georgian officials in Tbilisi. Georgia will open its port of Poti.", True),
        ("Georgia's central bank governor visited Nairobi.", True),
    ],
)
def test_which_georgia(text: str, is_country: bool) -> None:
    assert ("GE" in [mention.code for mention in find_parties(text)]) is is_country
