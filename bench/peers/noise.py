"""Methods that change counts by chance: cell keys, and Laplace noise."""

from __future__ import annotations

import contextlib
import io
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import opendp.prelude as dp
import pandas as pd
import polars as pl
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule
from scipy.optimize import brentq

from bench.peers.given import Told
from geo import climb, land_cells

if TYPE_CHECKING:
    from bench.peers.given import Given

KEYS: Final = 256
MOST_NOISE: Final = 2
VARIANCE: Final = 1.0
"""The example of R's ptable package: create_cnt_ptable(D = 2, V = 1)."""
LARGEST_IN_TABLE: Final = 750
EPSILON: Final = 1.0
"""What one table spends; the mechanism is epsilon-differentially private for one person more or less."""
REPORTS_OF_ONE: Final = 7
"""Reports of one person that are counted, drawn by chance: as many as the mean person has. It is the sensitivity."""
GHOSTS: Final = 1.0
"""Cells without a report that pass the threshold, on average."""


@cache
def noisy_ptable() -> pd.DataFrame:
    """Return a perturbation table of the greatest entropy for its largest noise and its variance, without bias.

    Giessing 2016 (*Privacy in Statistical Databases*). Counts that no noise lifts to the threshold are set to nothing.
    """
    noise = np.arange(-MOST_NOISE, MOST_NOISE + 1)

    def spread(weight: float) -> float:
        chance = np.exp(weight * noise**2)
        return float((chance * noise**2).sum() / chance.sum() - VARIANCE)

    chance = np.exp(brentq(spread, -10, 10) * noise**2)
    ends = np.rint(np.cumsum(chance / chance.sum()) * KEYS).astype(np.int64)
    by_key = np.repeat(noise, np.diff(ends, prepend=0))
    count, key = (part.ravel() for part in np.meshgrid(np.arange(1, LARGEST_IN_TABLE + 1), range(KEYS), indexing="ij"))
    value = np.where(count > MOST_NOISE, np.tile(by_key, LARGEST_IN_TABLE), -count)
    return pd.DataFrame({"pcv": count, "ckey": key, "pvalue": value})


@cache
def shipped_ptable() -> pd.DataFrame:
    """Return the table that the Office for National Statistics ships: nothing below 10, else rounded to fives."""
    return generate_ptable_10_5_rule()


def cell_key(data: Given, finest: int, *, shipped: bool) -> Told:
    """Perturb cells and totals by cell key, and suppress what has fewer than k people or, perturbed, reports.

    Each report has its own record key. The attacker knows the perturbation table, as he may: it moves no count by more
    than `MOST_NOISE`.
    """
    keys = np.random.default_rng(data.seed).integers(0, KEYS, data.rows.height)
    ptable = shipped_ptable() if shipped else noisy_ptable()
    groups = data.groups(finest).filter(pl.col("cases") >= data.k)
    told = data.places.with_columns(key=pl.Series(keys)[data.places["column"]])
    found = []
    for (size,), part in told.partition_by("resolution", as_dict=True).items():
        if size > finest:
            continue
        records = pd.DataFrame({"area": part["area"].cast(pl.String).to_list(), "key": part["key"].to_list()})
        with contextlib.redirect_stdout(io.StringIO()):
            table = create_perturbed_table(records, ptable, ["area"], [], "key", threshold=data.k)
        shown = table.dropna(subset="count")
        found.append(
            pl.DataFrame(
                {
                    "resolution": pl.Series([size] * len(shown), dtype=pl.Int32),
                    "area": pl.Series(shown["area"].tolist(), dtype=pl.String).cast(pl.UInt64),
                    "figure": pl.Series(shown["count"].tolist(), dtype=pl.Float64),
                }
            )
        )
    figures = groups.join(pl.concat(found), on=["resolution", "area"], maintain_order="left")
    low, high = (pl.col("figure") - MOST_NOISE).clip(0), pl.col("figure") + MOST_NOISE
    return Told(figures.select("resolution", "area", "figure", low=low, high=high, column="column"))


def laplace(data: Given, finest: int) -> Told:
    """Add Laplace noise to each cell on land, and show what is then high enough.

    No totals: each would spend of epsilon again. A figure needs k reports, and so many that on average `GHOSTS` cells
    without any pass. OpenDP draws its noise from the system, so that no two runs are the same.
    """
    dp.enable_features("contrib")
    rng = np.random.default_rng(data.seed)
    cells = pl.Series("area", np.unique(climb(land_cells(), finest)))
    at = data.places.filter(pl.col("resolution") == finest)
    order = at.with_columns(drawn=pl.Series(rng.random(at.height))).sort("drawn")
    clipped = order.group_by("person").head(REPORTS_OF_ONE).group_by("area").agg(clipped=pl.len())
    groups = at.group_by("area").agg(column=pl.col("column").sort())
    every = pl.concat([cells, groups["area"]]).unique().sort().to_frame()
    table = every.join(clipped, on="area", how="left", maintain_order="left").join(
        groups, on="area", how="left", maintain_order="left"
    )
    scale = REPORTS_OF_ONE / EPSILON
    space = dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int)
    mechanism = dp.m.make_laplace(*space, scale=scale)
    if mechanism.map(REPORTS_OF_ONE) > EPSILON + 1e-9:
        raise RuntimeError("the mechanism spends more than it says")
    noisy = mechanism(table["clipped"].fill_null(0).to_list())
    least = max(data.k, int(np.ceil(scale * np.log(table.height / (2 * GHOSTS)))))
    shown = table.with_columns(figure=pl.Series(noisy, dtype=pl.Float64)).filter(pl.col("figure") >= least)
    return Told(
        shown.select(
            "area",
            "figure",
            resolution=pl.lit(finest),
            low=pl.lit(-np.inf),
            high=pl.lit(np.inf),
            column=pl.col("column").fill_null([]),
        ).select("resolution", "area", "figure", "low", "high", "column")
    )
