"""Whose voice a report speaks in: the party of its issuer, and the parties that it is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from urllib.parse import urlsplit

from communique.model import Report
from communique.read.offices import vocabulary
from communique.read.parties import PartyMention, find_parties, fold

_WIRE = re.compile(
    r"[Pp]hoto(?: by)?: ?([A-Z]{2,12}(?:/[A-Z]{2,6})?)\b|\(([A-Z][\w./ -]{1,24})\)"
    r"|[—–-]\s*([A-Z]{2,12}(?:/[A-Z]{2,6})?)\b|^([A-Z]{2,6}) [A-Z]",
    re.MULTILINE,
)
_DATELINE = re.compile(r"\s*([A-ZÀ-Ỹ][A-ZÀ-Ỹ .'’-]{2,30})\b[,( –—-]")
_TITLE_WEIGHT, _LEAD_WEIGHT = 4, 2
_LEAD = 400


@cache
def _issuers() -> dict[str, str]:
    return {fold(name): code for code, names in vocabulary("issuers.yaml")["issuers"].items() for name in names}


def issuer_party(report: Report) -> str | None:
    """The party that a report's issuer speaks for: "VNA" → "VN"; from the issuer's name, the URL's host, the wire's
    sign in the text ("(Yonhap)", "— VNS") or, last, the dateline; None where nothing tells."""
    named = _named(report.issuer or "")
    if named is None and report.url:
        named = _by_host(urlsplit(report.url).netloc)
    if named is None:
        named = _by_wire(report.text)
    return named or _only_party(report.dateline or _printed_dateline(report))


def _printed_dateline(report: Report) -> str:
    """The place in capitals that opens the text ("DAKAR, …"), where the report's own field holds none."""
    start = max((m.end for m in report.marks if m.kind in {"header", "headline", "byline"}), default=0)
    match = _DATELINE.match(report.text, start)
    return match.group(1) if match else ""


def _named(issuer: str) -> str | None:
    folded, best = fold(issuer), ""
    for name in _issuers():
        if len(name) > len(best) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            best = name
    return _issuers()[best] if best else _first_party(issuer)


def _by_host(host: str) -> str | None:
    parts = host.lower().removeprefix("www.").split(".")
    for i in range(len(parts) - 1):
        code = _issuers().get(".".join(parts[i:])) or _issuers().get(parts[i])
        if code:
            return code
    return None


def _by_wire(text: str) -> str | None:
    for match in _WIRE.finditer(text):
        sign = next(group for group in match.groups() if group)
        for part in (sign, sign.split("/")[0], sign.split()[0]):
            code = _issuers().get(fold(part))
            if code:
                return code
    return None


def _first_party(text: str) -> str | None:
    return next((mention.code for mention in find_parties(text)), None)


def _only_party(text: str) -> str | None:
    return _first_party(text.title()) if text else None


def party_weights(report: Report, mentions: tuple[PartyMention, ...], people: Counter[str]) -> Counter[str]:
    """How much a report is about each party: mentions of it, more in title and lead, and the weight of its people."""
    weights: Counter[str] = Counter()
    lead = min((m.end for m in report.marks if m.kind in {"header", "headline"}), default=0) + _LEAD
    for mention in mentions:
        weights[mention.code] += _LEAD_WEIGHT if mention.span.start < lead else 1
    for mention in find_parties(report.title or ""):
        weights[mention.code] += _TITLE_WEIGHT
    weights.update(people)
    return weights
