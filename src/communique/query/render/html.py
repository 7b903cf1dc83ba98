"""A dossier as one self-contained HTML page: no script, nothing fetched, made to be printed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.query.dossier import Dossier
from communique.query.render import phrases

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(dossier: Dossier) -> str:
    """The dossier as a page; each quote opens in its sentence."""
    return _template().render(dossier=dossier, sections=phrases.shown(dossier), phrases=phrases)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("communique.query.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html")
