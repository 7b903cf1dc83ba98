"""Figures: quantities with their unit, the thing measured, its period, change, baseline and status."""

from communique.read.figures.quantities import quantities_in_text
from communique.read.figures.quantity import Quantity
from communique.read.figures.reader import read_figures

__all__ = ["Quantity", "quantities_in_text", "read_figures"]
