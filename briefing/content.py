"""A figure as a page: every word of it in the order in which it is read, ready for any shape of paper or screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from briefing.drawing import drawing
from layers import LIGHT, NONE_SIGN, plate_line
from terms import eras, say

if TYPE_CHECKING:
    from layers import Figure

LEAST_YEARS: Final = 0.6
"""Of the years between the first and the last figure, the share that must have one to be drawn as bars."""

MOST_ROWS: Final = 200
"""Rows of areas on paper; the tables for machines have them all."""


class Shape(StrEnum):
    """The shape of a page: A4, 16:9, a table that is as high as it needs to be, or a map without its words."""

    A4 = "a4"
    WIDE = "wide"
    LONG = "long"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: the sign (class, wide, none, unasked, bare), its colour if it has one, and its words."""

    sign: str
    colour: str | None
    label: str


def keys_of(figure: Figure) -> tuple[Key, ...]:
    """Return the legend of a map, the highest class first; of a table, what its sign for no figure means."""
    colours = LIGHT.colours(len(figure.breaks))
    told = [Key("class", colour, own.label) for colour, own in zip(colours, figure.breaks, strict=True)][::-1]
    told += [
        Key(sign, None, label)
        for sign, label in (
            ("wide", figure.wide_label),
            ("bare", figure.bare_label),
            ("none" if figure.is_map else "sign", figure.none_label),
            ("unasked", figure.unasked_label),
        )
        if label
    ]
    return tuple(told)


def cells(table: pl.DataFrame) -> list[list[str]]:
    """Return a table as text, as it is read: figures with their thousands set apart, the dots for no figure."""
    return [
        [NONE_SIGN if value is None else f"{value:,}" if isinstance(value, int) else str(value) for value in row]
        for row in table.iter_rows()
    ]


def sums_alone(figure: Figure) -> pl.DataFrame:
    """Return the rows of a table by time that are no year: all years, and the eras."""
    periods = list(dict.fromkeys(figure.rows["period"]))
    return figure.table.filter(pl.Series([not period.isdecimal() for period in periods], dtype=pl.Boolean))


def _table(figure: Figure, shape: Shape) -> dict[str, Any] | None:
    if figure.is_map and shape is not Shape.A4:
        return None
    held = figure.table.drop(say("column-cell", figure.language)) if figure.is_map else figure.table
    if not figure.is_map and shape is Shape.WIDE:
        held = sums_alone(figure)
    shown = held.head(MOST_ROWS)
    return {
        "title": say("figure-table" if figure.is_map else "figure-table-only", figure.language),
        "columns": shown.columns,
        "numbers": [kind.is_numeric() for kind in shown.dtypes],
        "rows": cells(shown),
        "left": say("page-table-part", figure.language, shown=shown.height, rows=held.height)
        if shown.height < held.height
        else None,
    }


def bars_of(figure: Figure) -> dict[str, Any] | None:
    """Return the years of a table by time as bars of the chosen act; None if it tells too few of its years.

    With less than `LEAST_YEARS` of them, gaps would be read as years without harm, and single bars as waves.

    A year between the first and the last without a figure has a bar of None. `band` is the border closure, as far as
    those years hold it, as positions of the first and of the last bar.
    """
    chosen = figure.rows.filter(pl.col("act") == figure.selection.act)
    held = {int(row["period"]): row["reports"] for row in chosen.iter_rows(named=True) if row["period"].isdecimal()}
    years = range(min(held, default=0), max(held, default=0) + 1)
    if len(held) < LEAST_YEARS * len(years) or len(held) == 1:
        return None
    closure = next(era for era in eras() if era.id == "closure")
    closed = [place for place, year in enumerate(years) if year in closure]
    return {
        "years": list(years),
        "figures": [held.get(year) for year in years],
        "labels": [NONE_SIGN if year not in held else f"{held[year]:,}" for year in years],
        "band": [closed[0], closed[-1]] if closed else None,
        "says": say("sheet-bars", figure.language),
    }


def figure_page(figure: Figure, shape: Shape) -> dict[str, Any]:
    """Return a figure as the template `sheet.typ` reads a page: all JSON values, all words in the figure's language."""
    language = figure.language
    first, *others = figure.caveats
    return {
        "kind": "figure",
        "title": figure.title,
        "answer": figure.answer,
        "lines": [figure.period, plate_line(figure.selection.plate, language)],
        "legend_title": figure.legend_title if figure.is_map else None,
        "keys": [[key.sign, key.colour, key.label] for key in keys_of(figure)],
        "left_out_title": say("figure-left-out" if figure.is_map else "figure-left-out-table", language),
        "left_out": figure.not_shown,
        "caveats_title": say("figure-to-know", language),
        "caveats": [first, *([figure.not_audited] if figure.not_audited else []), *others],
        "foot": [figure.source, say("figure-cite", language, cite=figure.cite_as), figure.attribution],
        "release": say("sheet-release", language, id=figure.release_id),
        "synthetic": figure.synthetic,
        "alt": figure.alt,
        "map": drawing(figure) if figure.is_map else None,
        "bars": None if figure.is_map else bars_of(figure),
        "table": _table(figure, shape),
    }
