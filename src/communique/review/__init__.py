"""Judgements: what a reviewer decides about what the record holds."""
