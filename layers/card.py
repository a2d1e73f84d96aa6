"""What may be said of one chosen area besides its figure: kinds of act told inside it, and what is not known of it.

Kinds of act come from published groups that lie wholly inside the area and the chosen time: in all years those of the
plate `where_what`, whatever the plate on the map, else those of `where_when_what`. Nothing is worked out that the plate
does not publish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from geo import climb, from_text, resolution_of, to_text
from layers.marks import on_both_banks
from layers.words import act_name
from release import ALL_ACTS, REGION, Selection, marked_groups
from terms import ALL_TIME, say, taxonomy

if TYPE_CHECKING:
    from layers.figure import Figure, Mark
    from release import Release

PLATE: Final = "where_what"
PLATE_OF_TIMES: Final = "where_when_what"
MOST_ACTS: Final = 6
"""Kinds of act on a card; the question by act has them all."""


@dataclass(frozen=True, slots=True)
class Card:
    """Sentences about one area: its figure, kinds of act told inside it (perhaps none), and what is not known."""

    lines: tuple[str, ...]
    acts: tuple[str, ...]
    acts_title: str | None
    unknown: str


def acts_inside(release: Release, cell: str, period: str = ALL_TIME) -> dict[str, int]:
    """Return reports, at least, by kind of act, of the published groups wholly inside a cell and time; largest first.

    Reports of different groups are added where they add up, else the largest of them is returned.
    """
    plate = PLATE if period == ALL_TIME else PLATE_OF_TIMES
    if plate not in release.plates:
        return {}
    own = int(resolution_of(from_text([cell]))[0])
    told = marked_groups(release, Selection(plate, period)).filter("inside", pl.col("act") != ALL_ACTS)
    fine = told.filter(pl.col("resolution") >= own)
    parents = to_text(climb(from_text(fine["cell"].to_list()), own)) if fine.height else []
    group_of = {code: act.group for code, act in taxonomy().acts.items()}
    adding = pl.col("reports").sum() if release.parts_add else pl.col("reports").max()
    held = (
        fine.with_columns(parent=pl.Series(parents, dtype=pl.String), act=pl.col("act").replace(group_of))
        .filter(pl.col("parent") == cell)
        .group_by("act")
        .agg(adding)
        .sort("reports", "act", descending=[True, False])
    )
    return dict(held.select("act", "reports").iter_rows())


def card_of(release: Release, figure: Figure, mark: Mark) -> Card:
    """Return what may be said of an area that a map draws."""
    language = figure.language
    placed = mark.cell != REGION
    period = figure.selection.period
    held = acts_inside(release, mark.cell, period) if placed else {}
    title = ("card-acts" if held else "card-no-acts") + ("" if period == ALL_TIME else "-then")
    told = [
        say("card-act", language, act=act_name(code, language), reports=reports)
        for code, reports in list(held.items())[:MOST_ACTS]
    ]
    lines = mark.tip.split("\n")
    if placed and on_both_banks(from_text([mark.cell]))[0]:
        lines.append(say("card-both-sides", language))
    return Card(
        lines=tuple(lines),
        acts=tuple(told),
        acts_title=say(title, language) if placed else None,
        unknown=say("card-unknown", language),
    )
