"""One report → one reading: the order in which the extractors look at a report."""

from __future__ import annotations

from communique._version import __version__
from communique.model import Reading, Report
from communique.read.authors import authors_of
from communique.read.conditions import with_links
from communique.read.dates import read_dates
from communique.read.encoder import MODEL, analyse
from communique.read.encounters import gatherings, read_encounters
from communique.read.figure_context import in_context
from communique.read.figures import read_figures
from communique.read.occasions import tellings
from communique.read.people import read_cast
from communique.read.statements import read_statements
from communique.read.undertakings import read_undertakings

# Readings of one reader version are comparable; a change of rules or weights that changes readings changes this.
READER = f"communique {__version__} ({MODEL})"


def read(report: Report) -> Reading:
    """Everything that the report says, with its evidence.

    Raises nothing for odd input: a report without prose has an empty reading.
    """
    analysis = analyse(report)
    cast = read_cast(analysis, report)
    dates = read_dates(analysis, report.published, report.id)
    figures = read_figures(analysis, report.published, report.id, cast.issuer_party, dates, cast.parties_in)
    told = tellings(analysis, cast)
    met = gatherings(analysis, cast, told)
    statements = read_statements(analysis, cast, met, report.id, authors_of(report, cast))
    figures = in_context(figures, statements, analysis, cast)
    statements = with_links(statements, analysis, report, dates, figures)
    return Reading(
        report=report.id,
        digest=report.digest,
        reader=READER,
        people=cast.people,
        encounters=read_encounters(analysis, cast, report, dates, told),
        statements=statements,
        figures=figures,
        undertakings=read_undertakings(analysis, cast, report, statements, dates, figures),
        dates=dates,
    )
