"""Figures of one report: quantities placed in their sentences, with what each measures, when, and how it moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.model import DateExpression, Evidence, Figure, FigureStatus, Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.changes import (
    Change,
    change_of,
    in_points,
    is_start_of_move,
    move_direction,
    multiples,
    own_change,
    owner_of,
)
from communique.read.figures.counted import unit_left_out, unit_of_noun, unit_of_others
from communique.read.figures.measurable import is_part_of_pronoun, is_rest, is_some_of_them, measures
from communique.read.figures.measure import Measures
from communique.read.figures.periods import Periods
from communique.read.figures.phrases import Wording
from communique.read.figures.placed import Placed, first_with_hedge, moving_verb, place_quantities, top_of
from communique.read.figures.quantity import Quantity
from communique.read.figures.status import status_of

PartiesIn = Callable[[Span], tuple[str, ...]]


def read_figures(
    analysis: Analysis,
    published: str | None,
    report_id: str,
    issuer_country: str | None,
    dates: tuple[DateExpression, ...],
    parties_in: PartiesIn,
) -> tuple[Figure, ...]:
    """Every figure of a report, in the order of the text.

    `published` is the ISO day of publication, `issuer_country` the ISO 3166 code of the country that the issuer
    sits in, which decides what "$" means; `dates` are the report's date expressions, whose numbers are no
    figures; `parties_in` names the parties within a span in the order of the text, whose currencies a shared name
    like "shilling" may mean. Whom a figure concerns only the whole report tells (`figure_context`).
    """
    reader = _Reader(analysis, published, report_id, dates, parties_in)
    return reader.read(issuer_country)


class _Reader:
    def __init__(
        self,
        analysis: Analysis,
        published: str | None,
        report_id: str,
        dates: tuple[DateExpression, ...],
        parties_in: PartiesIn,
    ) -> None:
        self._analysis = analysis
        self._report_id = report_id
        self._parties = parties_in(Span(0, len(analysis.text)))
        self._periods = Periods(analysis, dates, published)
        self._taken = sorted({Span(d.evidence.start, d.evidence.end) for d in dates})

    def read(self, issuer_country: str | None) -> tuple[Figure, ...]:
        found = place_quantities(self._analysis, issuer_country, self._parties, self._taken)
        found = in_points(self._analysis, found)
        moved = [part for placed in found for part in self._split(placed)]
        changes = [change for placed in moved if (change := change_of(self._analysis, placed)) is not None]
        changing = {id(change.placed) for change in changes}
        values = [p for p in moved if id(p) not in changing and measures(self._analysis, p)]
        told = multiples(self._analysis)
        owned = self._owned([*changes, *told], values)
        quantity, boundary = self._boundaries([*values, *(c.placed for c in changes if c.placed is not None)])
        self._measures = Measures(self._analysis, boundary.__contains__, quantity.__contains__)
        figures: list[Figure] = []
        by_sentence = _by_sentence(values)
        for placed in values:
            change = owned.get(id(placed)) or own_change(self._analysis, placed)
            index = placed.sentence.index
            nearby = [*by_sentence.get(index - 1, ()), *by_sentence[index]]
            figures.append(self._figure(placed, change, by_sentence[index], nearby))
        figures = self._compared(self._dated(self._measured(figures, values), values), values)
        figures = self._shared(figures, values)
        taken = {id(change) for change in owned.values()}
        alone = [change for change in (*changes, *told) if id(change) not in taken]
        figures += [self._change_alone(change) for change in alone if self._stands_alone(change)]
        return tuple(sorted(figures, key=lambda figure: (figure.evidence.start, figure.evidence.end)))

    def _split(self, placed: Placed) -> list[Placed]:
        """A move "from X to Y" as both its ends, where a verb of change tells it; anything else as it is."""
        quantity = placed.quantity
        verb = moving_verb(self._analysis, placed)
        if not quantity.movable or quantity.ends is None or verb is None:
            return [placed]
        placed = replace(placed, mover=verb)
        origin, goal = (_end(quantity, i) for i in (0, 1))
        ends = [replace(self._reset(placed, goal), origin=origin)]
        return ends if quantity.kind == "time" else [self._reset(placed, origin), *ends]

    def _reset(self, placed: Placed, quantity: Quantity) -> Placed:
        inside = [t for t in self._analysis.tokens[placed.first : placed.last] if t.span.overlaps(quantity.span)]
        first, last = inside[0].index, inside[-1].index + 1
        return replace(placed, quantity=quantity, first=first, last=last, top=top_of(self._analysis, first, last))

    def _owned(self, changes: Sequence[Change], values: Sequence[Placed]) -> dict[int, Change]:
        owned: dict[int, Change] = {}
        by_sentence = _by_sentence(values)
        for change in changes:
            near = by_sentence.get(self._analysis.tokens[change.first].sentence, [])
            owner = owner_of(self._analysis, change, near)
            if owner is not None:
                owned.setdefault(id(owner), change)
        return owned

    def _boundaries(self, placed: Sequence[Placed]) -> tuple[frozenset[Token], frozenset[Token]]:
        """The tokens of quantities, and those of quantities and dates."""
        spans = [span for p in placed for span in (p.span, p.quantity.hedge) if span is not None]
        quantities = frozenset(t for span in spans for t in self._analysis.between(span.start, span.end))
        quantities |= {self._analysis.tokens[i] for p in placed for i in range(p.first, p.last)}
        dates = (self._analysis.between(span.start, span.end) for span in self._taken)
        # "Weekly flights" are a kind of flights; no date ends there.
        return quantities, quantities.union(*(d for d in dates if any(t.upos != "ADJ" for t in d)))

    def _figure(
        self, placed: Placed, change: Change | None, values: Sequence[Placed], nearby: Sequence[Placed]
    ) -> Figure:
        """A figure out of its quantity; `values` are those of its sentence, `nearby` of the one before too."""
        quantity = placed.quantity
        measure = self._measures.of(placed)
        period = self._periods.period(placed, values)
        if period is None and change is not None:
            period = self._periods.period(change.placed or self._as_placed(change), ())
        direction = change.direction if change else None
        if direction is None and not is_start_of_move(self._analysis, placed):
            direction = move_direction(self._analysis, placed)
        status = self._status(placed, measure, period)
        if status == "observed" and period == "FUTURE_REF":
            period = None
        figure = Figure(
            value=quantity.value,
            unit=self._unit(placed, nearby),
            measure=None if measure is None else measure.of(self._analysis.text),
            evidence=self._evidence(placed, measure, change),
            period=period,
            status=status,
            change=change.amount if change else None,
            change_unit=(change.unit or self._unit(placed, nearby)) if change else None,
            direction=direction,  # type: ignore[arg-type]
            approximation=None if quantity.hedge is None else quantity.hedge.of(self._analysis.text),
            range=quantity.ends,
        )
        if figure.direction is None:
            return figure
        first, last = (change.first, change.last) if change else (placed.first, placed.last)
        first, last = min(first, placed.first), max(last, placed.last)
        return replace(figure, baseline=self._periods.baseline(placed, first, last, period))

    def _status(self, placed: Placed, measure: Wording | None, period: str | None) -> FigureStatus:
        """The status, but observed for what an apposition tells of a time that has come: "trade, *$1.4 billion in
        2025*, is to reach …"."""
        status = status_of(self._analysis, placed, None if measure is None else measure.span)
        told = self._analysis.tokens[placed.top].deprel == "appos" and status in {"target", "forecast"}
        past = told and period is not None and self._periods.is_past(period)
        return "observed" if past else status

    def _unit(self, placed: Placed, values: Sequence[Placed]) -> str | None:
        if placed.counted is not None and placed.counted.lower == "others":
            return unit_of_others(self._analysis, placed, values)
        if placed.counted is not None:
            return unit_of_noun(self._analysis, placed.counted)
        if placed.quantity.kind == "count":
            return unit_left_out(self._analysis, placed, values)
        return placed.quantity.unit

    def _measured(self, figures: Sequence[Figure], values: Sequence[Placed]) -> list[Figure]:
        """Figures with the measure of the one before, where the same thing is told on: "… to $96 million, against
        $71 million a year before", "It fell to …"."""
        measured: list[Figure] = []
        for i, (figure, placed) in enumerate(zip(figures, values, strict=True)):
            if figure.measure is None and i > 0:
                before = measured[-1]
                near = placed.sentence.index - values[i - 1].sentence.index
                same_kind = placed.counted is not None or values[i - 1].counted is None
                if (near == 0 and same_kind) or (near <= 1 and self._points_back(placed)):
                    figure = replace(figure, measure=before.measure)
            measured.append(figure)
        return measured

    def _points_back(self, placed: Placed) -> bool:
        part = any(told(self._analysis, placed) for told in (is_rest, is_some_of_them, is_part_of_pronoun))
        return self._measures.is_told_on(placed) or (placed.counted is None and part)

    def _dated(self, figures: Sequence[Figure], values: Sequence[Placed]) -> list[Figure]:
        """Figures with the period of the one before in the same sentence, where all are observed sums: "came to
        $235 million last year, and coffee made up 41 per cent of it"; a year less for what it is compared with."""
        dated: list[Figure] = []
        for i, (figure, placed) in enumerate(zip(figures, values, strict=True)):
            before = self._told_before(dated, values[:i], placed)
            dates = before is not None and bool(before.period) and not (before.period or "").startswith("P")
            if before is not None and before.period and dates and figure.period is None and before.status == "observed":
                figure = replace(figure, period=self._periods.inherited(placed, figure.status, before.period))
            dated.append(figure)
        return dated

    def _told_before(self, dated: Sequence[Figure], values: Sequence[Placed], placed: Placed) -> Figure | None:
        """The figure before in the sentence, beyond what that one is compared with: "came to $6 million, down from $7
        million a year earlier, *with* exports accounting for $5 million"."""
        near = [(f, p) for f, p in zip(dated, values, strict=True) if p.sentence.index == placed.sentence.index]
        if is_start_of_move(self._analysis, placed):
            return near[-1][0] if near else None
        told = [figure for figure, other in near if not is_start_of_move(self._analysis, other)]
        return told[-1] if told else near[-1][0] if near else None

    def _compared(self, figures: Sequence[Figure], values: Sequence[Placed]) -> list[Figure]:
        """Figures that moved, with the period of the figure beside them that they are compared with: "from 1,150
        *in 2023* to 4,300", "reached $96 million, *against $71 million in 2024*"."""
        starts: dict[int, list[str]] = {}
        for figure, placed in zip(figures, values, strict=True):
            if figure.period and is_start_of_move(self._analysis, placed):
                starts.setdefault(placed.sentence.index, []).append(figure.period)
        compared: list[Figure] = []
        for figure, placed in zip(figures, values, strict=True):
            earlier = starts.get(placed.sentence.index, [])
            moved = figure.direction is not None and figure.baseline is None and len(earlier) == 1
            compared.append(replace(figure, baseline=earlier[0]) if moved else figure)
        return compared

    def _shared(self, figures: Sequence[Figure], values: Sequence[Placed]) -> list[Figure]:
        """Sums with the status and the time of the one before that they are told along with: "will give $5 million,
        *with $2 million* for schools", "… *and $3 million* in loans"."""
        shared: list[Figure] = []
        for i, (figure, placed) in enumerate(zip(figures, values, strict=True)):
            if i and _is_told_along(self._analysis, values[i - 1], placed):
                earlier = shared[-1].period or ""
                period = figure.period or (earlier if earlier and not earlier.startswith("P") else None)
                figure = replace(figure, status=shared[-1].status, period=period)
            shared.append(figure)
        return shared

    def _change_alone(self, change: Change) -> Figure:
        placed = change.placed or self._as_placed(change)
        measure = self._measures.of(placed)
        period = self._periods.period(placed, ())
        return Figure(
            value=None,
            unit=None,
            measure=None if measure is None else measure.of(self._analysis.text),
            evidence=self._evidence(placed, measure, None),
            period=period,
            status=status_of(self._analysis, placed, None if measure is None else measure.span),
            change=change.amount,
            change_unit=change.unit or None,
            direction=change.direction,  # type: ignore[arg-type]
            baseline=self._periods.baseline(placed, placed.first, placed.last, period),
        )

    def _as_placed(self, change: Change) -> Placed:
        """The verb that tells a change by itself ("doubled"), as if it were the quantity."""
        token = self._analysis.tokens[change.first]
        quantity = Quantity(token.start, token.end, 0, 0, "times", None, token.span, change.unit)
        sentence = self._analysis.sentences[token.sentence]
        return Placed(quantity, sentence, change.first, change.last, token.index, mover=token)

    def _stands_alone(self, change: Change) -> bool:
        if change.placed is None:
            return self._measures.of(self._as_placed(change)) is not None
        return change.placed.quantity.kind in {"percent", "share", "times", "money"}

    def _evidence(self, placed: Placed, measure: Wording | None, change: Change | None) -> Evidence:
        """From the measure to the change, within the sentence."""
        spans = [placed.span]
        if placed.quantity.hedge is not None:
            spans.append(placed.quantity.hedge)
        if measure is not None and placed.sentence.span.covers(measure.span):
            spans.append(measure.span)
        if change is not None:
            tokens = self._analysis.tokens
            spans.append(Span(tokens[change.first].start, tokens[change.last - 1].end))
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return Evidence(self._report_id, start, end, self._analysis.text[start:end])


def _is_told_along(analysis: Analysis, before: Placed, placed: Placed) -> bool:
    """Whether "and", "with", "including" or "of which" joins two sums without a verb between them."""
    if before.sentence.index != placed.sentence.index or {before.quantity.kind, placed.quantity.kind} != {"money"}:
        return False
    first = first_with_hedge(analysis, placed)
    between = analysis.tokens[before.last : first]
    ahead = [t.lower for t in between[-2:]]
    joined = ahead == ["of", "which"] or ahead[-1:] in (["and"], ["with"], ["including"], ["plus"])
    told = (t for t in between if t.upos == "VERB" and t.lower != "including")
    return joined and all(t.form == "part" or t.deprel == "amod" for t in told)


def _by_sentence(values: Sequence[Placed]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for placed in values:
        found.setdefault(placed.sentence.index, []).append(placed)
    return found


def _end(quantity: Quantity, which: int) -> Quantity:
    """One end of a move as a quantity of its own."""
    assert quantity.ends is not None and quantity.parts is not None
    span = quantity.parts[which]
    return replace(
        quantity, value=quantity.ends[which], ends=None, start=span.start, end=span.end, movable=True, hedge=None
    )
