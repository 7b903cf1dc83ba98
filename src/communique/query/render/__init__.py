"""A dossier as text, Markdown, HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from communique.query.dossier import Dossier

Format = Literal["text", "md", "json", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(dossier: Dossier, format: Format = "text") -> str:
    """The dossier in one of the formats; text is plain, 100 columns wide."""
    return _renderer(format)(dossier)


def _renderer(format: Format) -> Callable[[Dossier], str]:
    if format == "md":
        from communique.query.render.markdown import to_markdown

        return to_markdown
    if format == "json":
        from communique.query.render.json import to_json

        return to_json
    if format == "html":
        from communique.query.render.html import to_html

        return to_html
    from communique.query.render.text import to_text

    return to_text
