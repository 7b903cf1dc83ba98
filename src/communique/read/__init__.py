"""One report → one reading.

The package can be called: `communique.read(text, published="2026-02-06")` is its `read.read` on a plain text.
"""

from __future__ import annotations

import sys
from types import ModuleType

from communique.model import Reading, Report, text_digest


class _CallablePackage(ModuleType):
    """A package that is also the function `communique.read`: one name cannot otherwise be both."""

    def __call__(
        self, text: str, published: str | None = None, *, title: str | None = None, issuer: str | None = None
    ) -> Reading:
        """The reading of a text; `published` is the ISO day on which it came out, to which "today" refers."""
        from communique.read.read import read

        source = "given" if published else None
        return read(
            Report(
                id=text_digest(text)[:16],
                text=text,
                published=published,
                published_source=source,
                title=title,
                issuer=issuer,
            )
        )


sys.modules[__name__].__class__ = _CallablePackage
