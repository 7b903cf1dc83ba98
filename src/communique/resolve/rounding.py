"""Whether two printed figures can be the same quantity, rounded or hedged differently."""

from __future__ import annotations

from math import floor, log10

from communique.model import Figure

CLOSE = 0.05  # share by which a rounded or hedged ("nearly", "more than") figure may be off and still agree


def differ(first: Figure, second: Figure) -> bool:
    """True where no rounding and no hedge explains the difference: 11.33 and 11.3 billion agree, 12 does not."""
    if first.value is None or second.value is None:
        return False
    if abs(first.value - second.value) > CLOSE * max(abs(first.value), abs(second.value)):
        return True
    if first.approximation or second.approximation:
        return False
    digits = min(_digits(first.value), _digits(second.value))
    return _rounded(first.value, digits) != _rounded(second.value, digits)


def shown(value: float) -> str:
    """A value for reading, with its thousands set apart."""
    return f"{value:,.2f}".removesuffix(".00")


def _digits(value: float) -> int:
    """How many significant digits the value is printed with; final zeros count for nothing."""
    mantissa = f"{abs(value):.15e}".split("e")[0]
    return max(1, len(mantissa.replace(".", "").rstrip("0")))


def _rounded(value: float, digits: int) -> float:
    if value == 0:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))
