"""The parties of what a report is about: the other side where a sentence names only one."""

from __future__ import annotations

from communique.model import Reading

Parties = tuple[str, ...]


def sides(reading: Reading) -> Parties:
    """The two parties of a report whose main encounters are all between the same two; otherwise empty."""
    mains = [encounter for encounter in reading.encounters if encounter.main]
    told = {tuple(sorted(set(encounter.parties))) for encounter in mains or reading.encounters}
    told = {parties for parties in told if len(parties) > 1}
    only = next(iter(told)) if len(told) == 1 else ()
    return only if len(only) == 2 else ()


def between(named: Parties, reading: Reading) -> Parties:
    """The parties that an item is between: those it names, or both sides of its report's occasion if it names one."""
    parties = tuple(sorted(set(named)))
    occasion = sides(reading)
    if len(parties) < 2 and set(parties) <= set(occasion):
        return occasion
    return parties
