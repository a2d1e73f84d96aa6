"""Between what ends the share of each area lies: published figures are minima, and many reports are told more widely.

Of each area of a level the reports of a selection are at least what is published inside it, and at most all that may
lie there: each figure hides a remainder and a largest case, a wider area may hold all of its reports here, and so may
the pool. What follows for shares holds whatever the hidden reports are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from errors import UsageError
from geo import climb, from_text, to_text
from release.levels import TESSELLATIONS, marked_groups
from release.plates import ALL_VALUES, ELSEWHERE, NOT_STATED, POOL, REGION, STEP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from release.levels import Level, Selection
    from release.release import Release

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of the areas of a level.

    `cells` has the columns cell, low, high (the ends of the share of the area in all reports of the selection from the
    region, from 0 to 1), sorted by cell. `people`: at least so many had these reports.
    """

    cells: pl.DataFrame
    people: int


def bounds(release: Release, selection: Selection, level: Level) -> Bounds:
    """Return between what ends the share of each shown area of a level lies.

    Parameters
    ----------
    release
        Of which the figures of different groups add.
    selection
        A plate with places, and rows of it.
    level
        A tessellation.

    Raises
    ------
    UsageError
        If the level is no tessellation, or figures must not be added: then nothing bounds an area from above.
    """
    if level not in TESSELLATIONS or level.resolution is None:
        raise UsageError("Shares are told of areas of one size: draw them at one of the levels r2 to r5.")
    if not release.parts_add:
        raise UsageError("Sources of this release may overlap unseen: its figures do not add, and have no shares.")
    groups = marked_groups(release, selection).filter("touching", ~pl.col("cell").is_in([ELSEWHERE, NOT_STATED]))
    slack = len(release.manifest.editions) * (STEP - 1 + release.manifest.policy.largest_case)
    pool = release.plates[selection.plate].rows.filter(pl.col("cell") == POOL)
    rows = pl.concat([groups, pool.with_columns(inside=pl.lit(value=False))], how="diagonal").select(
        "cell",
        pl.col("resolution").fill_null(0),
        low=pl.when("inside").then("reports").otherwise(0).cast(pl.Float64),
        high=(pl.col("reports") + slack).cast(pl.Float64),
    )
    return Bounds(_shares(rows, level.resolution), _people(release, selection, groups))


def _shares(rows: pl.DataFrame, resolution: int) -> pl.DataFrame:
    """Return the areas that are shown, and the ends of their shares.

    What an area holds at most goes with what the others hold at least, and the other way round.
    """
    fine = rows.filter(pl.col("resolution") >= resolution)
    parents = to_text(climb(from_text(fine["cell"].to_list()), resolution))
    own = fine.with_columns(cell=pl.Series(parents, dtype=pl.String)).group_by("cell").agg(pl.col("low", "high").sum())
    cells = own.filter(pl.col("low") > 0).sort("cell")
    inside_low, inside_high = cells["low"].to_numpy(), cells["high"].to_numpy()
    reach_low, reach_high = _reaching(cells["cell"], rows.filter(pl.col("resolution") < resolution))
    total_low, total_high = (float(rows[name].sum()) for name in ("low", "high"))
    most, others_least = inside_high + reach_high, total_low - inside_low - reach_low
    return cells.select(
        "cell",
        low=pl.Series(inside_low / (inside_low + total_high - inside_high), dtype=pl.Float64),
        high=pl.Series(most / (most + others_least), dtype=pl.Float64),
    )


def _reaching(cells: pl.Series, wide: pl.DataFrame) -> tuple[Floats, Floats]:
    """Return of each cell what the wider rows hold that could lie in it; the region and the pool reach everywhere."""
    low, high = (np.zeros(len(cells)) for _ in range(2))
    held = from_text(cells.to_list())
    for (resolution,), rows in wide.group_by("resolution", maintain_order=True):
        if resolution == 0:
            low, high = low + float(rows["low"].sum()), high + float(rows["high"].sum())
            continue
        of_parent = rows.group_by("cell").agg(pl.col("low", "high").sum())
        parents = pl.DataFrame({"cell": to_text(climb(held, int(str(resolution))))}, schema={"cell": pl.String})
        own = parents.join(of_parent, on="cell", how="left", maintain_order="left").fill_null(0.0)
        low, high = low + own["low"].to_numpy(), high + own["high"].to_numpy()
    return low, high


def _people(release: Release, selection: Selection, groups: pl.DataFrame) -> int:
    """Return how many people at least had the reports of a selection: people are never added."""
    told: list[int] = [0, *groups.filter("inside")["people"]]
    table = release.plates.get("people")
    if table is not None:
        rows = table.rows.filter(
            pl.col("cell") == REGION,
            pl.col("period") == selection.period,
            pl.col("act") == selection.act,
            pl.col("person_group") == ALL_VALUES,
        )
        told += rows["people"].to_list()
    return max(told)
