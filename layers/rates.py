"""Reports per 100 interviews, in coarse classes, where the published rows of coverage bear it; nowhere else.

Both figures are minima and multiples of five, and both are published: a class of their quotient tells nothing new. It
is given for an era alone, since coverage tells eras and interviews of different rows do not add up; and for an area
alone whose own cell is a row of coverage with no finer row inside it, since only that row counts all interviews about
the area that are told. Nothing is given per resident: nobody knows how many women live in hiding, and whoever divides
by a guess has guessed the answer.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from geo import climb, from_text, to_text
from layers.asked import asked_about
from layers.figure import Break
from release import TESSELLATIONS
from terms import eras, say

if TYPE_CHECKING:
    from layers.figure import Figure, Mark
    from release import Release
    from terms import Language

LOWS: Final = (0, 1, 2, 5, 10)
"""The least quotient of each class, in reports per 100 interviews; nothing more precise is ever said."""

LEAST_INTERVIEWS: Final = 50
"""Of fewer nothing is said: they are rounded down by up to five, more than a tenth of them."""

BARE: Final = -1
"""Class of an area that has a figure, but no quotient."""


def class_of_rate(reports: int, interviews: int) -> int:
    """Return the class of reports per 100 interviews, reckoned in whole numbers.

    Examples
    --------
    >>> [class_of_rate(reports, 500) for reports in (0, 5, 10, 20, 25, 50, 900)]
    [0, 1, 2, 2, 3, 4, 4]
    """
    return bisect_right([low * interviews for low in LOWS], 100 * reports) - 1


def denominators(release: Release, figure: Figure) -> dict[str, int]:
    """Return the interviews, at least, about each area of a figure of which a quotient may be said; often none."""
    period = figure.selection.period
    rows = asked_about(release, period)
    size = figure.level.resolution
    if rows is None or size is None or not release.parts_add or period not in {era.id for era in eras()}:
        return {}
    drawn = {mark.cell for mark in figure.marks if not mark.wide}
    finer = rows.filter(pl.col("resolution") > size)
    holding = set(to_text(climb(from_text(finer["cell"].to_list()), size))) if finer.height else set()
    own = rows.filter(pl.col("resolution") == size, pl.col("interviews") >= LEAST_INTERVIEWS)
    asked = dict(own.select("cell", "interviews").iter_rows())
    return {cell: interviews for cell, interviews in asked.items() if cell in drawn and cell not in holding}


def can_be_rated(release: Release, figure: Figure) -> bool:
    """Whether a quotient may be said of any area of a map."""
    return figure.level in TESSELLATIONS and bool(denominators(release, figure))


def rated_figure(release: Release, figure: Figure) -> Figure:
    """Return a map with its areas in classes of reports per 100 interviews; its figures stay as they are."""
    language = figure.language
    asked = denominators(release, figure)
    labels = [say("rate-class", language, low=low) for low in LOWS]
    marks = tuple(_rated(mark, asked, labels, language) for mark in figure.marks)
    classes = {mark.cell: labels[mark.break_index] for mark in marks if mark.break_index != BARE}
    cells = figure.table[say("column-cell", language)]
    column = pl.Series(say("rate-label", language), [classes.get(cell) for cell in cells], dtype=pl.String)
    return replace(
        figure,
        breaks=tuple(Break(low, high, text) for low, high, text in zip(LOWS, (*LOWS[1:], None), labels, strict=True)),
        legend_title=say("rate-legend", language),
        bare_label=say("rate-bare", language) if len(classes) < len(marks) else None,
        marks=marks,
        table=figure.table.with_columns(column.fill_null(say("rate-none", language))),
    )


def _rated(mark: Mark, asked: dict[str, int], labels: list[str], language: Language) -> Mark:
    if mark.cell not in asked:
        return replace(mark, break_index=BARE, tip=f"{mark.tip}\n{say('rate-bare', language)}")
    place = class_of_rate(mark.reports, asked[mark.cell])
    told = say("rate-tip", language, rate=labels[place])
    return replace(mark, break_index=place, tip=f"{mark.tip}\n{told}")
