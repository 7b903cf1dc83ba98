"""Date expressions: a grammar over lexical classes, its meanings, and their values against the day of publication.

`lexer` cuts the text into islands of words that may stand in a date; `grammar` matches the table in `rules`,
longest match first; `meaning` and `relative` work out the TIMEX3 value; `finder` puts them together.
"""

from communique.read.dates.finder import Found, dates_in_text, find_dates, read_dates

__all__ = ["Found", "dates_in_text", "find_dates", "read_dates"]
