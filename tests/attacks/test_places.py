"""Places: a crossing, a hiding place, a village told more finely than anyone knows it, a year of very few arrivals.

A threshold protects none of them: the more people tell of a crossing, the surer it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from geo import index_points, to_text
from terms import LocationClass, arrivals, taxonomy
from tests.attacks.naive import publish
from tests.attacks.public import rows_of
from tests.attacks.scores import Attack, Score

if TYPE_CHECKING:
    from tests.attacks.worlds import World

FINE = 3
HIDDEN = [code for code, act in taxonomy().acts.items() if act.location_class is LocationClass.A and not act.is_group]
"""Crossings, routes and deaths on them."""
A_TENTH = 0.1
MANY = 300


def crossings(shown: pl.DataFrame) -> set[tuple[str, str]]:
    """Claim of cells of a few thousand square kilometres or less that people cross or hide there, and how they die."""
    fine = shown.filter(pl.col("act").is_in(HIDDEN), pl.col("cell").str.contains("^8[345]"))
    return set(fine.select("cell", "act").iter_rows())


def villages(shown: pl.DataFrame) -> dict[str, int]:
    """Claim of r5 cells, about 250 square kilometres each, that so many reports are of there."""
    fine = shown.filter(pl.col("act") == "all", pl.col("period") == "all", pl.col("cell").str.contains("^85"))
    return dict(fine.select("cell", "reports").iter_rows())


def arrived(shown: pl.DataFrame) -> pl.DataFrame:
    """Claim that a tenth or more of all who arrived in a year were in one place: cell, period, share."""
    few = {str(year): known.people for year, known in arrivals().items() if known.people < MANY}
    rows = shown.filter(pl.col("period").is_in(list(few)), pl.col("cell") != "region")
    share = pl.col("people") / pl.col("period").replace_strict(few, return_dtype=pl.Int64)
    return rows.with_columns(share=share).filter(pl.col("share") >= A_TENTH)


def _score_crossings(shown: pl.DataFrame, world: World) -> Score:
    claims = crossings(shown)
    there = world.reports.filter(pl.col("act").is_in(HIDDEN))
    true = {row for size in (3, 4, 5) for row in there.select(f"t{size}", "act").iter_rows()}
    return Score(len(claims), len(claims & true))


def _score_villages(shown: pl.DataFrame, world: World) -> Score:
    """Count the cells that are said to hold more than is known so finely: the rest is of somewhere else around."""
    known = world.table.filter(pl.col("precision").is_in(["exact", "town"]), pl.col("lat").is_not_null())
    points = known.select(pl.col("lat", "lng").cast(pl.Float64))
    cells = index_points(lat=points["lat"].to_numpy(), lng=points["lng"].to_numpy())
    counts = (
        known.with_columns(cell=pl.Series(to_text(cells), dtype=pl.String))
        .group_by("cell")
        .agg(n=pl.struct("case", "act", pl.col("date").str.slice(0, 4)).n_unique())
    )
    many = dict(counts.iter_rows())
    claims = villages(shown)
    return Score(len(claims), sum(reports > many.get(cell, 0) for cell, reports in claims.items()))


def naive_crossings(world: World) -> Score:
    """Read the counts of a page that knows no classes."""
    return _score_crossings(publish(world.reports), world)


def ours_crossings(world: World) -> Score:
    """Read our rows."""
    return _score_crossings(rows_of(world.release), world)


def naive_villages(world: World) -> Score:
    """Read a page that puts every point where its row says, to the last digit."""
    placed = world.table.filter(pl.col("lat").is_not_null())
    points = placed.select(pl.col("lat", "lng").cast(pl.Float64))
    cells = index_points(lat=points["lat"].to_numpy(), lng=points["lng"].to_numpy())
    counted = (
        placed.with_columns(cell=pl.Series(to_text(cells), dtype=pl.String))
        .group_by("cell")
        .agg(reports=pl.len(), people=pl.col("case").n_unique())
    )
    shown = counted.filter(pl.col("people") >= 11).with_columns(act=pl.lit("all"), period=pl.lit("all"))
    return _score_villages(shown, world)


def ours_villages(world: World) -> Score:
    """Read the finest cells of our map."""
    return _score_villages(rows_of(world.release, "where"), world)


def naive_arrived(world: World) -> Score:
    """Read counts by place and year."""
    claims = arrived(publish(world.reports))
    return Score(claims.height, claims.height)


def ours_arrived(world: World) -> Score:
    """Read our rows that tell a place and a year."""
    claims = arrived(rows_of(world.release))
    return Score(claims.height, claims.height)


CROSSINGS = Attack("crossings", naive_crossings, ours_crossings)
VILLAGES = Attack("villages", naive_villages, ours_villages)
THIN_YEARS = Attack("thin years", naive_arrived, ours_arrived)


def test_a_threshold_shows_every_busy_crossing(worlds):
    score = CROSSINGS.on_naive(worlds)
    assert score.precision == 1.0
    assert score.right >= len(worlds)


def test_no_row_of_ours_tells_where_people_cross_or_hide(worlds):
    assert CROSSINGS.on_ours(worlds) == Score()


def test_a_point_for_a_county_puts_into_a_village_what_happened_around_it(worlds):
    assert VILLAGES.on_naive(worlds).right > len(worlds)


def test_ours_puts_nothing_where_it_is_not_known_to_have_been(worlds):
    score = VILLAGES.on_ours(worlds)
    assert score.claims > 0
    assert not VILLAGES.wins(score)


def test_a_place_and_a_thin_year_point_at_a_tenth_of_all_who_arrived(worlds):
    assert THIN_YEARS.on_naive(worlds).right > 0


def test_no_row_of_ours_tells_a_place_and_a_thin_year(worlds):
    assert THIN_YEARS.on_ours(worlds) == Score()
