"""The models that make an `Analysis` out of a report. Nothing outside this folder knows which models those are."""

from communique.read.encoder.spacy_small import MODEL as GRAMMAR_MODEL
from communique.read.encoder.whole import analyse

# What a reading's `reader` names: the model of grammar, and the attribution reader of `weights/`.
MODEL = f"{GRAMMAR_MODEL}, attribution reader 5"

__all__ = ["MODEL", "analyse"]
