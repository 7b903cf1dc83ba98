"""communique reads press reports about diplomacy and keeps the record, sentence by sentence.

>>> import communique
>>> with communique.open("record.sqlite") as record:  # doctest: +SKIP
...     record.search("border demarcation")

Names are loaded when they are first used, so that `import communique` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique._version import __version__

if TYPE_CHECKING:
    from communique.model import Reading, Report
    from communique.read.events import code
    from communique.read.parties import party_code
    from communique.store import Record

    def read(
        text: str, published: str | None = None, *, title: str | None = None, issuer: str | None = None
    ) -> Reading:
        """The reading of a text; see `communique.read`, the package that is called."""


__all__ = ["Reading", "Record", "Report", "__version__", "code", "open", "party_code", "read"]

_HOMES = {
    "Reading": "communique.model",
    "Record": "communique.store",
    "Report": "communique.model",
    "code": "communique.read.events",
    "party_code": "communique.read.parties",
}


def open(where: str | Path | None = None, *, create: bool = True) -> Record:
    """The record at a path or database URL, by default the user's own; made where it is missing if `create`.

    Raises `RecordError` where what is there is not a record.
    """
    from communique.store import Record

    return Record.open(where, create=create)


def __getattr__(name: str) -> Any:
    if name == "read":  # the package of that name, which can be called: see its docstring
        return import_module("communique.read")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
