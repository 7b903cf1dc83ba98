"""A dossier as JSON."""

from __future__ import annotations

import json

from communique.query.dossier import Dossier


def to_json(dossier: Dossier) -> str:
    """The dossier's fields as they are; dates are ISO, offsets count characters of the report's text."""
    return json.dumps(dossier.to_dict(), ensure_ascii=False, indent=2) + "\n"
