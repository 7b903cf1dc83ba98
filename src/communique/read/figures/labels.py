"""Numbers that are no quantities: parts of words and names, dates, times, labels, telephone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.figures.quantity import Quantity
from communique.read.figures.words import HYPHENS, Word, cue_words

_OPENERS = frozenset("([")
_QUOTES = frozenset('"“”‘’')


class Labels:
    """Tells what is no quantity among the words of one text."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._text = text
        self._words = words

    def checked(self, quantity: Quantity, bare: bool) -> Quantity | None:
        """The quantity, unless it is part of a name, a date, a label or a telephone number."""
        if quantity.kind == "money":
            return quantity
        if self._inside_word(quantity) or (bare and self._is_label(quantity)):
            return None
        return quantity

    def _inside_word(self, quantity: Quantity) -> bool:
        """Glued to letters or to other numbers: G20, COVID-19, 5G, 13th, 24/7, 10:30."""
        before = self._words[quantity.first - 1] if quantity.first else None
        first = self._words[quantity.first]
        if before is not None and first.glued and before.text not in _OPENERS:
            apart = not before.glued or self._words[quantity.first - 2].text in _OPENERS
            signed = before.text == "+" and apart and quantity.kind != "count"
            if before.kind != "mark" or (before.text in "/:.+#&_'’" and not signed):
                return True
            behind = self._words[quantity.first - 2] if quantity.first > 1 else None
            if before.text in HYPHENS and before.glued and behind is not None and first.kind == "number":
                return True
        after = self._words[quantity.last] if quantity.last < len(self._words) else None
        if after is None or not after.glued:
            return False
        further = self._words[quantity.last + 1] if quantity.last + 1 < len(self._words) else None
        continued = further is not None and further.glued and further.kind == "number"
        return after.kind != "mark" or (after.text in "/:._" and continued)

    def _is_label(self, quantity: Quantity) -> bool:
        before = self._words[quantity.first - 1] if quantity.first else None
        after = self._words[quantity.last] if quantity.last < len(self._words) else None
        name = self._words[quantity.first - 2] if quantity.first > 1 and before and before.text in HYPHENS else before
        return (
            self._in_date(quantity, before, after)
            or (before is not None and (before.kind == "number"))
            or (name is not None and name.lower in cue_words("labels"))
            or (after is not None and after.kind == "number" and not quantity.vague)
            or self._is_item_number(quantity, before, after)
            or (before is not None and after is not None and before.text in _QUOTES and after.text in _QUOTES)
        )

    def _in_date(self, quantity: Quantity, before: Word | None, after: Word | None) -> bool:
        """Beside a month ("May 12", "12 May"), before "p.m.", or by itself a year."""
        months = cue_words("months")
        third = self._words[quantity.first - 2] if quantity.first > 1 else None
        if before is not None and before.text in ".," and third is not None:
            before = third
        value = quantity.value or (quantity.ends[1] if quantity.ends else None)
        small = value is not None and (value <= 31 or year_like(value))
        for word in (before, after):
            if word is not None and word.lower in months and word.text[0].isupper() and small:
                return True
        return after is not None and after.lower in cue_words("clock") and self._is_clock(quantity)

    def _is_clock(self, quantity: Quantity) -> bool:
        after = [word.lower for word in self._words[quantity.last : quantity.last + 3]]
        oclock = after[:1] == ["o"] and after[2:] == ["clock"]
        return oclock or after[:1] in (["am"], ["pm"], ["gmt"], ["hrs"]) or after in (["a", ".", "m"], ["p", ".", "m"])

    def _is_item_number(self, quantity: Quantity, before: Word | None, after: Word | None) -> bool:
        """As in "(1)", "[9]", or "1." at the start of a line or behind a full stop."""
        if after is None or quantity.last - quantity.first > 1:
            return False
        enclosed = before is not None and before.text + after.text in {"()", "[]"}
        line = self._text.rfind("\n", 0, quantity.start) + 1
        leads = quantity.start - line < 4 and not self._text[line : quantity.start].strip("• ()\t")
        leads = leads or (before is not None and before.text in ".:;" and self._opens(quantity.last + 1))
        return enclosed or (leads and after.text in ".)" and after.glued)

    def _opens(self, i: int) -> bool:
        """Whether a word has a capital, and a space before it, as at the start of an item."""
        return i < len(self._words) and not self._words[i].glued and self._words[i].text[:1].isupper()


def year_like(value: float) -> bool:
    """Whether a bare number may be a year."""
    return 1800 <= value <= 2100 and value == int(value)
