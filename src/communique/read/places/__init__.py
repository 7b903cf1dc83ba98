"""Places: which place of the world a name in a report is."""
