"""A dossier as Markdown (CommonMark)."""

from __future__ import annotations

import re

from communique.query.dossier import Citation, Dossier, DossierLine, Section
from communique.query.render import phrases

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown: a heading a section, a bullet a line, quotes beneath."""
    facts = [phrases.coverage(dossier), phrases.since(dossier), phrases.outlook(dossier)]
    blocks = [f"# {escape(phrases.title(dossier))}", *(escape(fact) for fact in facts if fact)]
    for section in phrases.shown(dossier):
        blocks += _section(section)
    foot = [escape(line) for line in (phrases.unlisted(dossier), *phrases.foot(dossier)) if line]
    return "\n\n".join([*blocks, "---", *foot] if foot else blocks) + "\n"


def escape(text: str) -> str:
    """Text in which Markdown finds nothing to interpret."""
    return _SPECIAL.sub(r"\\\1", text)


def _section(section: Section) -> list[str]:
    blocks = [f"## {escape(section.title)}"]
    for group in section.groups:
        if group.title:
            blocks.append(f"### {escape(group.title)}")
        blocks.append("\n".join(_line(line) for line in group.lines))
    return blocks if section.groups else [*blocks, phrases.EMPTY]


def _line(line: DossierLine) -> str:
    marks = phrases.marks(line)
    text = escape(line.text) + (f" **{escape(marks)}**" if marks else "")
    return "\n".join([f"- {text}", *(f"  - {_citation(citation)}" for citation in line.citations)])


def _citation(citation: Citation) -> str:
    place = escape(phrases.place(citation))
    if citation.url and citation.url.startswith(("http://", "https://")):
        place = f"[{place}](<{citation.url.replace('<', '%3C').replace('>', '%3E')}>)"
    return f"“{escape(phrases.quote(citation))}” ({place})"
