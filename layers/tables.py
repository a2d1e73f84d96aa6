"""The figures as tables: one for readers, in words and largest first, and one for machines, in codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from layers.words import act_name, level_name, period_name
from release import ALL_ACTS, ELSEWHERE, NOT_STATED, REGION, Level, offered_acts, offered_periods
from terms import ALL_TIME, era_of, say, taxonomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layers.figure import Mark
    from release import LevelView, Manifest, Plate, Selection
    from terms import Language

_FIGURES: Final = ("reports", "people")
ROWS: Final = {
    "cell": pl.String,
    "resolution": pl.UInt8,
    "near": pl.String,
    "period": pl.String,
    "act": pl.String,
    "reports": pl.Int64,
    "people": pl.Int64,
}
"""Columns of the rows for machines: those of a plate, and where the area is in words."""


def map_rows(seen: LevelView, marks: Sequence[Mark], selection: Selection) -> pl.DataFrame:
    """Return the figures of a map for machines, in the order of its marks."""
    sizes = dict(zip(seen.cells["cell"], seen.cells["resolution"], strict=True))
    return pl.DataFrame(
        {
            "cell": [mark.cell for mark in marks],
            "resolution": [sizes[mark.cell] for mark in marks],
            "near": [mark.near for mark in marks],
            "period": [selection.period for _ in marks],
            "act": [selection.act for _ in marks],
            "reports": [mark.reports for mark in marks],
            "people": [mark.people for mark in marks],
        },
        schema=ROWS,
    )


def map_table(rows: pl.DataFrame, level: Level, language: Language) -> pl.DataFrame:
    """Return the figures of a map for readers, the largest first; an area keeps its cell, since names repeat."""
    sizes = {own.resolution: level_name(own, language) for own in Level if own.resolution is not None}
    columns = {"near": pl.col("near")}
    if level is Level.FINEST:
        names = pl.col("resolution").cast(pl.String).replace({str(key): name for key, name in sizes.items()})
        columns["size"] = names
    columns |= {name: pl.col(name) for name in (*_FIGURES, "cell")}
    ordered = rows.sort("reports", "people", "cell", descending=[True, True, False])
    return ordered.select(expr.alias(say(f"column-{name}", language)) for name, expr in columns.items())


def time_rows(plate: Plate, selection: Selection, *, adds: bool) -> pl.DataFrame:
    """Return the figures of a plate without places for machines: each period of the choice by each act of the choice.

    Each figure is the sum of the published groups of the region inside its period and act, or the largest of them
    where reports of different groups do not add. Order: periods as offered, then acts as offered.
    """
    adding = pl.col("reports").sum() if adds else pl.col("reports").max()
    groups = plate.groups.filter(~pl.col("cell").is_in([ELSEWHERE, NOT_STATED]))
    eras = {period: era_of(int(period)) for period in groups["period"].unique() if period.isdecimal()}
    parents = {code: act.group for code, act in taxonomy().acts.items()}
    period, act = pl.col("period"), pl.col("act")
    inside = (
        groups.with_columns(
            period=pl.concat_list(period, period.replace(eras), pl.lit(ALL_TIME)).list.unique(),
            act=pl.concat_list(act, act.replace(parents), pl.lit(ALL_ACTS)).list.unique(),
        )
        .explode("period")
        .explode("act")
        .group_by("period", "act")
        .agg(adding, pl.col("people").max())
    )
    periods, acts = chosen_periods(plate, selection), chosen_acts(plate, selection)
    return (
        inside.filter(period.is_in(periods) & act.is_in(acts))
        .sort(
            period.replace_strict({key: place for place, key in enumerate(periods)}, return_dtype=pl.Int64),
            act.replace_strict({key: place for place, key in enumerate(acts)}, return_dtype=pl.Int64),
        )
        .with_columns(cell=pl.lit(REGION), resolution=pl.lit(None, dtype=pl.UInt8), near=pl.lit(None, dtype=pl.String))
        .select(pl.col(name).cast(kind) for name, kind in ROWS.items())
    )


def chosen_periods(plate: Plate, selection: Selection) -> list[str]:
    """Return the chosen period, and the periods inside it that the plate can answer."""
    offered = offered_periods(plate)
    if selection.period == ALL_TIME:
        return list(offered)
    inside = [own for own in offered if own.isdecimal() and era_of(int(own)) == selection.period]
    return [selection.period, *inside]


def chosen_acts(plate: Plate, selection: Selection) -> list[str]:
    """Return the chosen act, and what it is divided into: all acts into groups, a group into its acts."""
    offered = [code for code in offered_acts(plate) if code != selection.act]
    if selection.act == ALL_ACTS:
        return [ALL_ACTS, *(code for code in offered if taxonomy().acts[code].group == code)]
    return [
        selection.act,
        *(code for code in offered if code != ALL_ACTS and taxonomy().acts[code].parent == selection.act),
    ]


def time_table(rows: pl.DataFrame, manifest: Manifest, language: Language) -> pl.DataFrame:
    """Return reports for readers: a row a period, a column an act; null where there are none, or too few to show."""
    first = say("column-period", language)
    periods = list(dict.fromkeys(rows["period"]))
    acts = list(dict.fromkeys(rows["act"]))
    held = {(own["period"], own["act"]): own["reports"] for own in rows.iter_rows(named=True)}
    columns = {first: pl.Series([period_name(period, manifest, language) for period in periods], dtype=pl.String)}
    for code in acts:
        columns[act_name(code, language)] = pl.Series([held.get((own, code)) for own in periods], dtype=pl.Int64)
    return pl.DataFrame(columns)
