"""One map or table as a value: what is drawn and what is said about it, for every renderer the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from release import EXPLORED

if TYPE_CHECKING:
    import polars as pl
    from shapely import MultiPolygon, Polygon

    from release import Level, Selection
    from terms import Language

NONE_SIGN: Final = "\u00b7\u00b7\u00b7"
"""No reports, or too few to show: the dots of the map as text, in every table the same."""


@dataclass(frozen=True, slots=True)
class Break:
    """One class of the legend: figures from `low` up to but not `high` (None: open), and its label ("at least 25")."""

    low: int
    high: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn area: its cell, its outline in WGS84 (longitude first), its class and its sentence.

    `cell` is an H3 cell in hexadecimal, or `region`. `wide` says that the reports lie somewhere within an area wider
    than the finest ones drawn, or within the study area as a whole. `near` says where it is, in words. `tip` is all
    that may be said of the area, in lines parted by a line feed; no renderer says more.
    """

    cell: str
    outline: Polygon | MultiPolygon
    break_index: int
    wide: bool
    reports: int
    people: int
    near: str
    tip: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A map, or a table where a plate has no places, ready to be drawn; all text is in `language`.

    Nothing in it is narrower than a row of a plate. All figures are minima and multiples of five.

    Attributes
    ----------
    bare_label
        Words of the legend for areas that have a figure and no class, which is -1 then; None where there are none.
    title, answer
        The question in words, and the one sentence that answers it.
    breaks
        Classes, lowest first; the colour of class i is `palette.colours(len(breaks))[i]`. Empty for a table, and one
        class for the study area as a whole: a figure for all of it has nothing on the map to be compared with.
    legend_title, none_label, wide_label
        Words of the legend; `wide_label` is None where no mark is wide.
    marks
        Wide areas first, so that finer ones are drawn over them. Empty for a table.
    ground
        Where dots say "none, or too few to show", beneath the marks.
    not_shown
        What the drawing leaves out, in one line.
    period
        When the acts began, in one line.
    not_audited, synthetic
        Sentences that must be seen, or None where they do not apply.
    table
        The same figures for readers, the largest first (a table by time: in time order, null where none or too few).
    rows
        The same figures for machines: cell, resolution, near, period, act, reports, people.
    unasked, unasked_label
        Where lines say that nobody is known to have been asked, over the dots, and their words in the legend; None
        where the release does not say it.
    """

    language: Language
    selection: Selection
    level: Level
    title: str
    answer: str
    breaks: tuple[Break, ...]
    legend_title: str
    none_label: str
    wide_label: str | None
    marks: tuple[Mark, ...]
    ground: Polygon | MultiPolygon
    not_shown: str
    period: str
    source: str
    caveats: tuple[str, ...]
    attribution: str
    not_audited: str | None
    synthetic: str | None
    release_id: str
    cite_as: str
    alt: str
    table: pl.DataFrame
    rows: pl.DataFrame
    unasked: Polygon | MultiPolygon | None = None
    unasked_label: str | None = None
    bare_label: str | None = None

    @property
    def is_map(self) -> bool:
        """Whether this is drawn as a map; otherwise `table` is all there is to draw."""
        return EXPLORED[self.selection.plate].has_places
