"""A dossier as plain text for a terminal of 100 columns."""

from __future__ import annotations

import textwrap

from communique.query.dossier import Citation, Dossier, DossierLine, Section
from communique.query.render import phrases

WIDTH = 100


def to_text(dossier: Dossier) -> str:
    """The dossier as plain text: each line with its quote and where it stands."""
    blocks = [_head(dossier), *(_section(s) for s in dossier.sections if s.groups or s.key not in phrases.OPTIONAL)]
    foot = [phrases.unlisted(dossier), *phrases.foot(dossier)]
    blocks.append("\n".join(_wrap(line) for line in foot if line))
    return "\n\n".join(blocks) + "\n"


def _head(dossier: Dossier) -> str:
    name = phrases.title(dossier)
    facts = [phrases.coverage(dossier), phrases.since(dossier)]
    return "\n".join([name, "=" * len(name), *(_wrap(fact) for fact in facts if fact)])


def _section(section: Section) -> str:
    rows = [section.title.upper()]
    for group in section.groups:
        if group.title:
            rows += ["", f"  {group.title}"]
        for line in group.lines:
            rows += _line(line)
    return "\n".join(rows if section.groups else [*rows, f"  {phrases.EMPTY}"])


def _line(line: DossierLine) -> list[str]:
    marks = phrases.marks(line)
    text = f"{line.text}  {marks}" if marks else line.text
    return [_wrap(text, "  • ", "    "), *(_citation(citation) for citation in line.citations)]


def _citation(citation: Citation) -> str:
    return _wrap(f"“{phrases.quote(citation)}” [{phrases.place(citation)}]", "      ", "      ")


def _wrap(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
