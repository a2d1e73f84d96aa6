"""What is measured of published figures, against the reports that they are of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse  # type: ignore[import-untyped]  # scipy ships no types

from bench.peers.given import REGION, SIZES
from geo import area_km2, centre_lat_lng, climb, land_cells, land_children
from protect.distances import earth_movers_km, great_circle_km, hellinger
from protect.hotspots import hot_cells, jaccard
from protect.intervals import Engine, Published
from protect.ladder import AREAS

if TYPE_CHECKING:
    from bench.peers.given import Given, Told

LEAST_PINNED: Final = 5.0
"""A hidden margin must be able to be nothing, and to be this much or more."""
ASKED: Final = (5, 4, 3)
"""Resolutions at which a place is at most a prefecture."""
IN_REGION: Final = AREAS["region"]

R5 = land_cells()
R4 = np.unique(climb(R5, 4))
R3 = np.unique(climb(R5, 3))
_OF_R5: Final = np.searchsorted(R4, climb(R5, 4))
_OF_R4: Final = np.searchsorted(R3, climb(R4, 3))


def measure(data: Given, told: Told) -> dict[str, float]:
    """Measure what a method shows, how true it is, and what it gives away.

    Returns
    -------
    dict
        `shown`: share of reports in a figure. `added`: what the figures, wider ones without what finer ones show
        already, add up to, as a share of the reports. `r5`, `r4`, `r3`: share in a figure of that resolution or
        finer. `area_km2`: half of all reports in the region are in a figure of an area of this size or smaller;
        infinite where fewer than half are in one. `hellinger`, `moved_km`: how far the map of the figures is from that
        of the reports, both spread evenly over the land of each area, among r4 cells. `hot_r4`, `hot_r3`: Jaccard
        overlap of hot cells. `pinned`: margins with fewer than k people that the attacker to beat can tell to be more
        than nothing, or fewer than five; `margins`: how many there are. `figures`: how many are published; `above`:
        figures above the truth; `above_later`: figures above it once the person with most reports in them withdraws.
    """
    finest = told.sums.explode("column").drop_nulls("column").group_by("column").agg(pl.col("resolution").max())
    count = data.rows.height
    rest = _residuals(told)
    truth = _spread(_known(data))
    map_ = _spread(rest.select("resolution", "area", pl.col("figure").clip(0)))
    pinned, margins = _pinned(data, told)
    above, later = _above(data, told)
    return {
        "shown": finest.height / count,
        "added": float(rest["figure"].sum()) / count,
        **{f"r{size}": finest.filter(pl.col("resolution") >= size).height / count for size in ASKED},
        "area_km2": _median_area(data, told),
        "hellinger": hellinger(truth, map_) if map_.any() else 1.0,
        "moved_km": earth_movers_km(R4, truth, map_) if map_.any() else np.nan,
        "hot_r4": jaccard(hot_cells(R4, truth), hot_cells(R4, map_)),
        "hot_r3": jaccard(hot_cells(R3, _to_r3(truth)), hot_cells(R3, _to_r3(map_))),
        "pinned": pinned,
        "margins": margins,
        "figures": told.sums.height,
        "above": above,
        "above_later": later,
    }


def _residuals(told: Told) -> pl.DataFrame:
    """Return each figure without what finer figures of some of the same reports show already."""
    sums = told.sums.with_row_index("sum").with_columns(pl.col("figure").alias("whole"))
    member = sums.select("sum", "resolution", "column").explode("column").drop_nulls("column")
    pairs = (
        member.join(member, on="column", suffix="_in")
        .filter(pl.col("resolution") > pl.col("resolution_in"))
        .select(part="sum", whole="sum_in")
        .unique()
    )
    inside = {whole: part["part"].to_list() for (whole,), part in pairs.partition_by("whole", as_dict=True).items()}
    rest: dict[int, float] = {}
    for one, figure in sums.sort("resolution", descending=True).select("sum", "figure").iter_rows():
        rest[one] = figure - sum(rest[part] for part in inside.get(one, ()))
    return sums.select("resolution", "area", figure=pl.Series([rest[one] for one in sums["sum"]], dtype=pl.Float64))


def _known(data: Given) -> pl.DataFrame:
    """Return the reports of the region at the finest place that is known of each."""
    size = pl.coalesce(pl.when(pl.col(f"c{size}").is_not_null()).then(size) for size in SIZES).fill_null(REGION)
    area = pl.coalesce([*(f"c{size}" for size in SIZES), pl.lit(IN_REGION, pl.UInt64)])
    inside = data.rows.filter(pl.col("area").is_in(["cell", "region"]))
    return inside.group_by(resolution=size, area=area).agg(figure=pl.len()).sort("area")


@cache
def _evenly(resolution: int, area: int) -> tuple[np.ndarray, np.ndarray]:
    """Return positions among the r4 cells and the share of an area's land that lies in each."""
    inside = R5 if resolution == REGION else land_children(area)
    if not len(inside):  # a cell that touches the study area, but no land of it
        centres = centre_lat_lng(np.append(R4, np.uint64(area)))
        return np.array([np.argmin(great_circle_km(centres)[-1, :-1])]), np.ones(1)
    at, many = np.unique(_OF_R5[np.searchsorted(R5, inside)], return_counts=True)
    return at, many / many.sum()


def _spread(figures: pl.DataFrame) -> np.ndarray:
    """Spread figures evenly over the land of their areas, to r4 cells; what lies outside the region is left out."""
    found = np.zeros(len(R4))
    for resolution, area, figure in figures.select("resolution", "area", "figure").iter_rows():
        if resolution != REGION or area == IN_REGION:
            at, share = _evenly(resolution, area)
            found[at] += figure * share
    return found


def _to_r3(counts: np.ndarray) -> np.ndarray:
    return np.bincount(_OF_R4, weights=counts, minlength=len(R3))


def _median_area(data: Given, told: Told) -> float:
    inside = data.rows.filter(pl.col("area").is_in(["cell", "region"])).select("column")
    region = float(area_km2(R5).sum())
    areas = told.sums.with_columns(
        km2=pl.Series(
            [
                region if size == REGION else float(area_km2(np.array([area], dtype=np.uint64))[0])
                for size, area in told.sums.select("resolution", "area").iter_rows()
            ],
            dtype=pl.Float64,
        )
    )
    smallest = areas.explode("column").drop_nulls("column").group_by("column").agg(pl.col("km2").min())
    each = inside.join(smallest, on="column", how="left")["km2"].fill_null(np.inf).sort()
    return float(each[(len(each) - 1) // 2])


def _above(data: Given, told: Told) -> tuple[int, int]:
    sums = told.sums.with_row_index("sum").select("sum", "figure", "column")
    by_person = (
        sums.explode("column").drop_nulls("column").join(data.rows.select("column", "person"), on="column")
        .group_by("sum", "person").len().group_by("sum").agg(true=pl.col("len").sum(), largest=pl.col("len").max())
    )  # fmt: skip
    both = sums.join(by_person, on="sum", how="left").with_columns(pl.col("true", "largest").fill_null(0))
    above = both.filter(pl.col("figure") > pl.col("true").cast(pl.Float64)).height
    return above, both.filter(pl.col("figure") > pl.col("true").cast(pl.Float64) - pl.col("largest")).height


def _pinned(data: Given, told: Told) -> tuple[int, int]:
    """Count the r5, r4 and r3 cells with fewer than k people that the attacker to beat can tell something of."""
    found: set[tuple[int, ...]] = set()
    for size in ASKED:
        cells = data.rows.drop_nulls(f"c{size}").group_by(f"c{size}").agg("column", pl.col("person").n_unique())
        found |= {tuple(sorted(part)) for part in cells.filter(pl.col("person") < data.k)["column"].to_list()}
    sums = told.sums.filter(pl.col("low").is_finite())
    if not sums.height or not found:
        return 0, len(found)
    width = data.rows.height
    engine = Engine(
        Published(_rows(sums["column"].to_list(), width), sums["low"].to_numpy(), sums["high"].to_numpy()),
        known=np.ones(width),
    )
    settled = engine.settle(
        _rows([list(part) for part in sorted(found)], width),
        low=0.0, high=LEAST_PINNED, rng=np.random.default_rng(data.seed),
    )  # fmt: skip
    return int((~settled.reaches_low | ~settled.reaches_high).sum()), len(found)


def _rows(parts: list[list[int]], width: int) -> sparse.csr_matrix:
    at = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return sparse.csr_matrix((np.ones(len(at)), (at, np.concatenate(parts))), shape=(len(parts), width))
