"""The record as files for other programs: one file a format, `export` to reach them all."""

from communique.export.flat import Filter
from communique.export.formats import export

__all__ = ["Filter", "export"]
