"""Across reports: duplicates, people, encounters, matters, indicators, disagreements. Pure functions, no I/O."""
