"""The model that makes an `Analysis` out of a report. Nothing outside this folder knows which model that is."""

from communique.read.encoder.spacy_small import MODEL, analyse

__all__ = ["MODEL", "analyse"]
